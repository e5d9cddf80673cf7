import type { BundleFacts } from '../../policy/admission.ts';
import type { Mark } from '../../shared/mark.ts';
import type { StoredBundle } from '../../sync/bundle-store.ts';
import { bundleInWords } from './bundle-reports.ts';
import { createKeptBundles, placeOf, type KeptParts } from './kept-bundles.ts';
import type { Ready } from './ready-bundle.ts';

export interface InForceParts extends KeptParts {
  readonly builtIn: () => Promise<Ready>;
}

/** What is enforced now. */
export interface Held {
  readonly ready: Ready;
  /** What is stored of it; null for the built-in one, and for one that the disk did not take. */
  readonly stored: StoredBundle | null;
  readonly since: Date;
  /** Null: built in. */
  readonly source: string | null;
}

/** A bundle that was admitted and is ready, not yet enforced. */
export interface Arrival {
  readonly ready: Ready;
  readonly facts: BundleFacts;
  readonly text: string;
  readonly source: string;
  readonly tag: string | null;
}

/** The bundle in force and its way to and from the disk. */
export interface InForce {
  /** Null before the first `load`. */
  readonly held: Held | null;
  /** Enforces the last good bundle on disk that today's settings allow, else the built-in one. */
  load(how: 'starting' | 'again'): Promise<void>;
  /** Stores the bundle, then enforces it, then ends what was in force. */
  adopt(arrival: Arrival): Promise<void>;
  /** The bundle in force came in another text, signed anew: that one is kept instead. */
  keepInstead(text: string, tag: string | null): Promise<void>;
  /** The bundle in force has run well. */
  prove(): Promise<void>;
  onChange(listener: () => void): void;
}

export function createInForce(parts: InForceParts): InForce {
  const { store, marks, settings, save, reports, now } = parts;
  const kept = createKeptBundles(parts);
  const listeners: (() => void)[] = [];
  let held: Held | null = null;

  const swap = async (next: Held): Promise<void> => {
    const before = held;
    held = next;
    for (const listener of listeners) listener();
    await before?.ready.stop();
  };
  const changeStored = async (fields: Partial<StoredBundle>): Promise<void> => {
    if (held === null || held.stored === null) return;
    const stored = { ...held.stored, ...fields };
    held = { ...held, stored };
    await save(placeOf(store, stored));
  };
  const adopt = async ({ ready, facts, text, source, tag }: Arrival): Promise<void> => {
    const file = await store.keepText(text);
    if (!file.ok) reports.problem(`${file.problem}; the bundle is enforced until the next restart only`);
    const { epoch } = settings();
    const since = now();
    const about = { facts, source, tag, epoch, since: since.toISOString(), proved: false, starts: 1 };
    const stored = file.ok ? { ...about, file: file.value } : null;
    const previous = lastGoodOf(held?.stored ?? null, store.state.previous);
    const own = markOf(facts, epoch);
    const oldest = previous?.facts.signed === true ? markOf(previous.facts, previous.epoch) : own;
    await save({
      ...(stored === null ? {} : { current: stored, previous }),
      ...(facts.signed ? { marks: marks.raised({ newest: own, floor: oldest }) } : {}),
    });
    await swap({ ready, stored, since, source });
    const by = facts.signed ? `signed by ${facts.signedBy.join(', ')}` : 'not signed';
    reports.applied(`${bundleInWords(facts)} from ${source}, ${by}, SHA-256 ${facts.digest}`);
  };
  return {
    get held() {
      return held;
    },
    load: async (how) => {
      if (how === 'starting') await kept.giveUpAfterCrashes();
      const last = await kept.lastGood(how === 'starting');
      if (last === null) {
        await swap({ ready: await parts.builtIn(), stored: null, since: now(), source: null });
        return;
      }
      const { ready, stored } = last;
      await swap({ ready, stored, since: new Date(stored.since), source: stored.source });
    },
    adopt,
    keepInstead: async (text, tag) => {
      const file = await store.keepText(text);
      if (file.ok) await changeStored({ file: file.value, tag });
      else reports.problem(file.problem);
    },
    prove: async () => {
      if (held?.stored?.proved === false) await changeStored({ proved: true, starts: 0 });
    },
    onChange: (listener) => void listeners.push(listener),
  };
}

const markOf = ({ version, digest }: BundleFacts, epoch: number): Mark => ({ epoch, version, digest });

/** One that was not proved is no safe place to go back to, if there is another. */
const lastGoodOf = (held: StoredBundle | null, previous: StoredBundle | null): StoredBundle | null =>
  held?.proved === true ? held : (previous ?? held);
