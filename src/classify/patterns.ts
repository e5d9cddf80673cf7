import { isDigit } from './characters.ts';
import { attemptsOf, compile, mayStandAlone, type Attempt, type PatternView } from './compiled-pattern.ts';
import { ALL_DIGITS, BUCKETS } from './events.ts';
import { followOf } from './first-run.ts';
import { FOREIGN_LABELS } from './foreign-labels.ts';
import { chooseNone, choiceFor, createFastChoice, type Choice } from './pattern-choice.ts';
import { tryAt } from './pattern-try.ts';
import type { PatternType } from './pattern-type.ts';
import type { Hit } from './scanner.ts';
import type { NearLists } from './sightings.ts';
import { isDecimalOrDate } from './skips.ts';
import type { VocabularyBuilder } from './vocabulary.ts';

/** The pattern types, ready to be asked about a run of letters and digits. */
export interface PatternBuckets {
  /** By bucket: 1 where some pattern may begin. */
  readonly used: Uint8Array;
  /** How many types there are; their places among the detectors follow those of the registry. */
  readonly size: number;
  /** Asks the types that may begin with the run of letters and digits [start, end). */
  ask(view: PatternView, bucket: number, start: number, end: number, claims: Int32Array, hits: Hit[]): void;
  /** The lists of keywords that some type needs near it. */
  readonly gates: Iterable<number>;
  /** The keyword lists of a type, by its place. */
  listsOf(place: number): readonly number[];
}

/** `offset` is the place of the first type among the detectors. Builds every keyword list into the vocabulary. */
export function createPatterns(
  types: readonly PatternType[],
  builder: VocabularyBuilder,
  offset: number,
  country: string | undefined,
): PatternBuckets {
  const foreign = builder.list(FOREIGN_LABELS);
  const all = types.map((type, place) => compile(type, offset + place, builder));
  const attempts = all.flatMap(attemptsOf);
  const used = new Uint8Array(BUCKETS);
  for (const { runs } of attempts) for (const bucket of runs.buckets.keys()) used[bucket] = 1;
  const alone = createFastChoice(attempts.filter((attempt) => mayStandAlone(attempt, country)));
  const byList = new Map<number, Attempt[]>();
  for (const attempt of attempts.filter((one) => !mayStandAlone(one, country))) {
    for (const list of attempt.of.lists) {
      const known = byList.get(list);
      if (known === undefined) byList.set(list, [attempt]);
      else known.push(attempt);
    }
  }
  const choices = new Map<string, Choice>();
  let near: NearLists | undefined;
  let active: Choice = chooseNone;

  return {
    used,
    size: all.length,
    gates: new Set(all.flatMap(({ lists }) => lists)),
    listsOf: (place) => all[place - offset]?.lists ?? [],
    ask(view, bucket, start, end, claims, hits) {
      const { text } = view;
      const first = text.charCodeAt(start);
      const follow = followOf(text.charCodeAt(end));
      const lists = view.sightings.near(start);
      const free = alone(bucket, follow, first);
      if (free.length === 0 && lists.key === '') return;
      // Without a word near it, a decimal number or a date is nothing else.
      if (lists.key === '' && (bucket & 3) === ALL_DIGITS && isDecimalOrDate(text, start, end)) return;
      const letters = lettersIn(text, start, end, bucket);
      const digits = ~letters & firstBits(end - start);
      for (const attempt of free) {
        if (fits(attempt, letters, digits)) tryAt(view, attempt, foreign, start, end, claims, hits);
      }
      if (lists.key === '') return;
      if (lists !== near) {
        near = lists;
        active = choiceFor(lists, byList, choices);
      }
      for (const attempt of active(bucket, follow, first)) {
        if (fits(attempt, letters, digits)) tryAt(view, attempt, foreign, start, end, claims, hits);
      }
    },
  };
}

/** Bit i: there is a letter at place i of the run. The bits beyond its end are 0. */
function lettersIn(text: string, start: number, end: number, bucket: number): number {
  const make = bucket & 3;
  if (make === ALL_DIGITS) return 0;
  let letters = 0;
  for (let place = 0; place < 32 && start + place < end; place++) {
    if (!isDigit(text.charCodeAt(start + place))) letters |= 1 << place;
  }
  return letters;
}

/** Are digits and letters where the expression has them? Tells most runs apart before the expression is run. */
function fits(
  { runs: { mustBeDigit, mustBeLetter, lead } }: Attempt,
  letters: number,
  digits: number,
): boolean {
  return lead > 0 || ((letters & mustBeDigit) | (digits & mustBeLetter)) === 0;
}

const firstBits = (count: number): number => (count >= 32 ? -1 : (1 << count) - 1);
