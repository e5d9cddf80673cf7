import type { BundleRefusal } from '../../policy/admission.ts';
import { failed, ok, type Result } from '../../shared/result.ts';
import { withQuarantined, type BundleStore, type StoredBundle } from '../../sync/bundle-store.ts';
import { admissionOfStored, type BundleSettings } from './bundle-admission.ts';
import type { BundleMarks } from './bundle-marks.ts';
import { bundleInWords, type BundleReports, type SaveBundles } from './bundle-reports.ts';
import type { BundleCandidate } from './prepare-bundle.ts';
import type { Ready } from './ready-bundle.ts';

/** So many starts under a bundle without a good end, and it is given up. */
const MOST_STARTS = 2;

export interface KeptParts {
  readonly prepare: (candidate: BundleCandidate) => Promise<Result<Ready, BundleRefusal>>;
  readonly store: BundleStore;
  readonly marks: BundleMarks;
  readonly save: SaveBundles;
  readonly settings: () => BundleSettings;
  /** Names of the sources. */
  readonly sources: () => readonly string[];
  readonly reports: BundleReports;
  readonly now: () => Date;
}

/** A bundle from disk, ready again. */
export interface Kept {
  readonly ready: Ready;
  readonly stored: StoredBundle;
}

/** The bundles on disk: which of them may be enforced again. */
export interface KeptBundles {
  /** Gives up the current bundle when it was never proved and ended badly twice. Before anything else at a start. */
  giveUpAfterCrashes(): Promise<void>;
  /**
   * Makes the last good one ready that today's settings allow: the current one, else the previous one. Null: none is. With
   * `counting`, each start under a bundle that is not proved counts, from before anything is made of it.
   */
  lastGood(counting: boolean): Promise<Kept | null>;
}

export function createKeptBundles(parts: KeptParts): KeptBundles {
  const { store, marks, settings, save, reports, now } = parts;

  const prepare = async (stored: StoredBundle): Promise<Result<Ready, BundleRefusal>> => {
    const text = await store.readText(stored.file);
    if (!text.ok) return failed({ kind: 'unreadable', detail: text.problem });
    const { trust } = settings();
    const admission = admissionOfStored(store, marks, settings(), now(), stored.epoch);
    return parts.prepare({ text: text.value, where: `kept from ${stored.source}`, trust, admission });
  };

  const named = async (stored: StoredBundle, counting: boolean): Promise<Result<Kept, BundleRefusal>> => {
    const counted = counting && !stored.proved ? { ...stored, starts: stored.starts + 1 } : stored;
    if (counted !== stored) await save(placeOf(store, counted));
    const ready = await prepare(counted);
    if (!ready.ok) {
      const { kind } = ready.problem;
      // What today's settings refuse has not ended badly.
      if (counted !== stored && kind !== 'crashed' && kind !== 'too-slow') await save(placeOf(store, stored));
      return ready;
    }
    if (ready.value.facts?.digest === stored.facts.digest) return ok({ ready: ready.value, stored: counted });
    await ready.value.stop();
    return failed({
      kind: 'unreadable',
      detail: `kept from ${stored.source}: is not the text that was stored`,
    });
  };

  /** A text whose state was lost says of itself what it is; the mark of the oldest that may be loaded holds for it. */
  const stray = async (file: string): Promise<Result<Kept, BundleRefusal>> => {
    const epoch = marks.get('floor')?.epoch ?? settings().epoch;
    const about = { file, source: 'an earlier run', tag: null, epoch, since: now().toISOString() };
    const ready = await prepare({ ...about, facts: UNKNOWN, proved: false, starts: 1 });
    if (!ready.ok) return ready;
    const { facts } = ready.value;
    if (facts === null) throw new Error('a bundle from disk cannot be the built-in one');
    const stored = { ...about, facts, proved: false, starts: 1 };
    await save({ current: stored });
    return ok({ ready: ready.value, stored });
  };

  async function* candidates(counting: boolean): AsyncIterable<Result<Kept, BundleRefusal>> {
    const { current, previous } = store.state;
    const { trust } = settings();
    // Without a signature, only the place it came from speaks for it.
    const allowed = ({ source }: StoredBundle): boolean =>
      trust.kind === 'pinned' || parts.sources().includes(source);
    for (const stored of [current, previous]) {
      if (stored !== null && allowed(stored)) yield await named(stored, counting);
    }
    if (current !== null || previous !== null || trust.kind !== 'pinned') return;
    const strays = await store.strays();
    if (!strays.ok) return reports.problem(strays.problem);
    for (const file of strays.value) yield await stray(file);
  }

  return {
    giveUpAfterCrashes: async () => {
      const { current, previous, quarantined } = store.state;
      if (current === null || current.proved || current.starts < MOST_STARTS) return;
      const { name, version, digest } = current.facts;
      const given = { name, version, digest, at: now().toISOString() };
      await save({ current: previous, previous: null, quarantined: withQuarantined(quarantined, given) });
      const instead = previous === null ? 'the built-in bundle' : bundleInWords(previous.facts);
      reports.reverted(
        `${bundleInWords(current.facts)} was given up: the agent ended badly ${current.starts} times under it; ${instead} takes its place`,
      );
    },
    lastGood: async (counting) => {
      if (parts.sources().length === 0) return null;
      const refusals: string[] = [];
      for await (const kept of candidates(counting)) {
        if (kept.ok) {
          const { facts } = kept.value.stored;
          if (refusals.length > 0)
            reports.reverted(`${bundleInWords(facts)} is enforced instead: ${refusals.join('; ')}`);
          return kept.value;
        }
        refusals.push(kept.problem.detail);
        reports.refused(kept.problem.detail);
      }
      if (refusals.length > 0)
        reports.reverted(`the built-in bundle is enforced instead: ${refusals.join('; ')}`);
      return null;
    },
  };
}

const UNKNOWN: StoredBundle['facts'] = {
  name: 'unknown',
  version: 0,
  tenant: null,
  issued: null,
  expires: null,
  signedBy: [],
  digest: '0'.repeat(64),
  signed: true,
};

/** The change of the state that puts a stored bundle with other fields into its place, current or previous. */
export function placeOf(store: BundleStore, stored: StoredBundle): Parameters<BundleStore['save']>[0] {
  const { current, previous } = store.state;
  const { digest } = stored.facts;
  if (current?.facts.digest === digest) return { current: stored };
  return previous?.facts.digest === digest ? { previous: stored } : {};
}
