import { compareMarks, higherMark, type Mark } from '../../shared/mark.ts';
import type { Result } from '../../shared/result.ts';
import type { BundleStore, BundleStoreState } from '../../sync/bundle-store.ts';

/** The second place of the marks: the audit database. */
export interface SecondPlace {
  mark(name: string): Result<Mark | null>;
  raiseMark(name: string, mark: Mark): Result<void>;
}

type Name = keyof BundleStoreState['marks'];
const names: readonly Name[] = ['newest', 'floor', 'clock'];
const NAME_IN_DATABASE: Readonly<Record<Name, string>> = {
  newest: 'bundle-newest',
  floor: 'bundle-floor',
  clock: 'bundle-clock',
};

/**
 * What must never go back, in two places of which the higher counts: the newest bundle ever taken, the oldest that may be loaded
 * from disk, and the latest time seen. Deleting or restoring one place changes nothing.
 */
export interface BundleMarks {
  /** The higher of both places. */
  get(name: Name): Mark | null;
  /** Marks as they are to be stored once these are raised; lower ones change nothing. */
  raised(changes: Partial<Record<Name, Mark>>): BundleStoreState['marks'];
  /** Brings the second place up to what the first has by now. The problem is one line. */
  follow(): Result<void>;
}

export interface OpenedMarks {
  readonly marks: BundleMarks;
  /** One line for each mark that was missing or behind in one place; both places have the higher one now. */
  readonly repaired: readonly string[];
}

/** Compares both places and brings them together. */
export async function openMarks(store: BundleStore, second: SecondPlace): Promise<OpenedMarks> {
  const repaired: string[] = [];
  const together = { ...store.state.marks };
  for (const name of names) {
    const there = second.mark(NAME_IN_DATABASE[name]);
    // A database that cannot be read has been told by its owner; it is no place then.
    if (!there.ok) continue;
    const here = together[name];
    const higher = higherMark(here, there.value);
    if (higher === null || (isAt(here, higher) && isAt(there.value, higher))) continue;
    together[name] = higher;
    // The time is written again and again, and seldom in both places in the same instant.
    if (name === 'clock') continue;
    repaired.push(
      isAt(here, higher)
        ? lineOf(name, 'the audit database', there.value, higher)
        : lineOf(name, 'the bundle folder', here, higher),
    );
  }
  const marks: BundleMarks = {
    get: (name) => store.state.marks[name],
    raised: (changes): BundleStoreState['marks'] => {
      const next: BundleStoreState['marks'] = { ...store.state.marks };
      for (const name of names) next[name] = higherMark(next[name], changes[name] ?? null);
      return next;
    },
    follow: () => follow(store.state.marks, second),
  };
  if (JSON.stringify(together) !== JSON.stringify(store.state.marks)) await store.save({ marks: together });
  marks.follow();
  return { marks, repaired };
}

const isAt = (mark: Mark | null, place: Mark): boolean => mark !== null && compareMarks(mark, place) === 0;

function follow(state: BundleStoreState['marks'], second: SecondPlace): Result<void> {
  let result: Result<void> = { ok: true, value: undefined };
  for (const name of names) {
    const mark = state[name];
    const raised: Result<void> = mark === null ? result : second.raiseMark(NAME_IN_DATABASE[name], mark);
    if (!raised.ok) result = raised;
  }
  return result;
}

function lineOf(name: Name, place: string, behind: Mark | null, higher: Mark): string {
  const was = behind === null ? 'was missing' : `said v${behind.version} of epoch ${behind.epoch}`;
  const what = name === 'newest' ? 'newest bundle ever taken' : 'oldest bundle that may be loaded';
  return `the mark of the ${what} ${was} in ${place}; it is v${higher.version} of epoch ${higher.epoch} again`;
}
