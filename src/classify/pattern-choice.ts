import type { Attempt } from './compiled-pattern.ts';
import { BUCKETS } from './events.ts';
import { FOLLOW_ANY } from './first-run.ts';
import type { NearLists } from './sightings.ts';

/** So many sets of lists are remembered; texts of one kind have few. */
const MOST_CHOICES = 512;

/** The choice among the attempts that one of the lists lets in. */
export function choiceFor(
  { key, bits }: NearLists,
  byList: ReadonlyMap<number, readonly Attempt[]>,
  known: Map<string, Choice>,
): Choice {
  let choice = known.get(key);
  if (choice === undefined) {
    const attempts = new Set<Attempt>();
    for (const [list, ofList] of byList) {
      if (((bits[list >> 5] ?? 0) & (1 << (list & 31))) === 0) continue;
      for (const attempt of ofList) attempts.add(attempt);
    }
    if (known.size >= MOST_CHOICES) known.clear();
    known.set(key, (choice = createChoice([...attempts])));
  }
  return choice;
}

/** Which attempts a run of letters and digits calls for, by its bucket, what follows it, and its first unit. */
export type Choice = (bucket: number, follow: number, first: number) => readonly Attempt[];

export const chooseNone: Choice = () => NONE;

/** Each answer is worked out once. */
function createChoice(attempts: readonly Attempt[]): Choice {
  if (attempts.length === 0) return chooseNone;
  const known = new Map<number, readonly Attempt[]>();
  return (bucket, follow, first) => {
    const key = keyOf(bucket, follow, first);
    let chosen = known.get(key);
    if (chosen === undefined) known.set(key, (chosen = chosenFrom(attempts, bucket, follow, first)));
    return chosen;
  };
}

/** The same for the one choice that every run asks: faster, for 250 KB. */
export function createFastChoice(attempts: readonly Attempt[]): Choice {
  const known = Array.from<readonly Attempt[] | null>({ length: keyOf(BUCKETS, 0, 0) }).fill(null);
  return (bucket, follow, first) => {
    const key = keyOf(bucket, follow, first);
    return (known[key] ??= chosenFrom(attempts, bucket, follow, first));
  };
}

/** First units apart as far as expressions tell them apart: digits, letters of either case, all others. */
const FIRSTS = 37;
const firstIndexes = new Uint8Array(128).fill(FIRSTS - 1);
for (let digit = 0; digit < 10; digit++) firstIndexes[48 + digit] = digit;
for (let letter = 0; letter < 26; letter++) {
  firstIndexes[65 + letter] = 10 + letter;
  firstIndexes[97 + letter] = 10 + letter;
}
const FOLLOWS = 5;
const keyOf = (bucket: number, follow: number, first: number): number =>
  (bucket * FOLLOWS + (31 - Math.clz32(follow >> 1))) * FIRSTS +
  (first < 128 ? (firstIndexes[first] ?? 0) : FIRSTS - 1);

function chosenFrom(
  attempts: readonly Attempt[],
  bucket: number,
  follow: number,
  first: number,
): readonly Attempt[] {
  const unit = String.fromCharCode(first).toUpperCase();
  return attempts.filter(({ runs: { buckets, firsts } }) => {
    const follows = buckets.get(bucket) ?? 0;
    return (follows & (FOLLOW_ANY | follow)) !== 0 && (firsts === undefined || firsts.has(unit));
  });
}

const NONE: readonly Attempt[] = [];
