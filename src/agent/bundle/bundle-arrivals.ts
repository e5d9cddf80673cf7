import type { BundleRefusal, RefusalKind } from '../../policy/admission.ts';
import type { BundleFetchProblem, BundleSource } from '../../sync/bundle-sources.ts';
import { unlessAborted } from '../../sync/sleep.ts';
import { admissionOfNew } from './bundle-admission.ts';
import type { InForce } from './bundle-in-force.ts';
import type { KeptParts } from './kept-bundles.ts';

export interface ArrivalParts extends Omit<KeptParts, 'save' | 'sources'> {
  readonly inForce: InForce;
}

/** What asking one source came to. */
export interface Asked {
  /** It answered, and what it offers is in force or not meant for this device. */
  readonly good: boolean;
  /** It could not be reached: worth trying again soon. */
  readonly unreachable: boolean;
  /** The server's wish. */
  readonly retryAfterMs?: number;
}

export interface Arrivals {
  /** Rejects only for a bug. After an abort nothing has changed. */
  ask(source: BundleSource, signal: AbortSignal): Promise<Asked>;
  /** What was in force may not be any more: every source is asked for its text again, and what it says is news. */
  forget(): void;
  /** One line for each of these sources that has a problem now. */
  problems(sources: readonly BundleSource[]): readonly string[];
}

/** What is known of one source. */
interface Remembered {
  /** What stands for the text it gave last; null: ask for the text in any case. */
  readonly tag: string | null;
  /** The settings that text was measured by: under others it may be taken, or refused. */
  readonly settings: string;
  /** Why that text was refused. */
  readonly refused: string | null;
  readonly unreachable: string | null;
}

/** Refusals that may be over when nothing but time has passed: the text is asked for again. */
const passing: ReadonlySet<RefusalKind> = new Set(['not-yet', 'too-slow', 'crashed', 'unreadable']);

const GOOD: Asked = { good: true, unreachable: false };

/** Asks sources for bundles and has those that are admitted enforced. */
export function createArrivals(parts: ArrivalParts): Arrivals {
  const { inForce, reports } = parts;
  const remembered = new Map<string, Remembered>();
  const once = createOnce();
  const settingsKey = (): string => JSON.stringify(parts.settings());

  const known = (name: string): Remembered => {
    const before = remembered.get(name);
    const settings = settingsKey();
    if (before !== undefined)
      return before.settings === settings ? before : { ...before, tag: null, settings };
    const stored = inForce.held?.stored;
    return { tag: stored?.source === name ? stored.tag : null, settings, refused: null, unreachable: null };
  };
  const answered = (name: string, tag: string | null, refused: string | null): Asked => {
    remembered.set(name, { tag, settings: settingsKey(), refused, unreachable: null });
    return { good: refused === null, unreachable: false };
  };
  const notTaken = async ({ kind, detail }: BundleRefusal, { name, text, tag }: Offer): Promise<Asked> => {
    if (kind === 'same' && inForce.held?.stored?.source === name) await inForce.keepInstead(text, tag);
    if (kind === 'same' || kind === 'not-for-this-device') return answered(name, tag, null);
    once(detail, () => reports.refused(`${detail}; the bundle in force stays`));
    return answered(name, passing.has(kind) ? null : tag, detail);
  };
  const consider = async (offer: Offer, signal: AbortSignal): Promise<Asked> => {
    const { name: where, text } = offer;
    const settings = parts.settings();
    const digest = inForce.held?.ready.facts?.digest ?? null;
    const admission = admissionOfNew(parts.store, parts.marks, settings, parts.now(), digest);
    const preparing = parts.prepare({ text, where, trust: settings.trust, admission });
    // It may take half a minute, and whoever ends the agent may not wait so long.
    const prepared = await unlessAborted(preparing, signal);
    if (prepared === null || signal.aborted) {
      void preparing.then((late) => (late.ok ? late.value.stop() : undefined));
      return GOOD;
    }
    if (!prepared.ok) return notTaken(prepared.problem, offer);
    const ready = prepared.value;
    if (ready.facts === null) throw new Error('a bundle from a source cannot be the built-in one');
    await inForce.adopt({ ready, facts: ready.facts, text, source: offer.name, tag: offer.tag });
    return answered(offer.name, offer.tag, null);
  };
  const failing = (name: string, { kind, detail, retryAfterMs }: BundleFetchProblem): Asked => {
    const before = known(name);
    if (kind === 'refused') {
      once(detail, () => reports.refused(`${detail}; the bundle in force stays`));
      return answered(name, null, detail);
    }
    // Told once a spell: it may last for days.
    if (before.unreachable === null) reports.problem(`${detail}; the bundle in force stays`);
    remembered.set(name, { ...before, unreachable: detail });
    return { good: false, unreachable: true, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
  };

  return {
    ask: async (source, signal) => {
      const { name } = source;
      const { tag, refused } = known(name);
      const fetched = await source.fetch(tag, signal);
      if (signal.aborted) return GOOD;
      switch (fetched.kind) {
        case 'text':
          return consider({ name, text: fetched.text, tag: fetched.tag }, signal);
        case 'unchanged':
          return answered(name, tag, refused);
        case 'problem':
          return failing(name, fetched.problem);
      }
    },
    forget: () => remembered.clear(),
    problems: (sources) =>
      sources.flatMap(({ name }) => {
        const { unreachable = null, refused = null } = remembered.get(name) ?? {};
        return unreachable ?? refused ?? [];
      }),
  };
}

interface Offer {
  readonly name: string;
  readonly text: string;
  readonly tag: string | null;
}

/** More different lines than this are forgotten, and said again. */
const MOST_SAID = 1000;

/** Does something once for each different line. */
function createOnce(): (line: string, act: () => void) => void {
  const said = new Set<string>();
  return (line, act) => {
    if (said.has(line)) return;
    if (said.size >= MOST_SAID) said.clear();
    said.add(line);
    act();
  };
}
