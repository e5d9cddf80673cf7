import { createClassifier, type Classifier } from '../../src/classify/classifier.ts';
import type { Detector } from '../../src/classify/detector.ts';
import type { Need, PatternType } from '../../src/classify/pattern-type.ts';
import { patternTypes, registry } from '../../src/classify/registry.ts';

export type AnyEntry = Detector | PatternType;

/** All that the classifier looks for. */
export const everyEntry: readonly AnyEntry[] = [...registry, ...patternTypes];

export const isPatternType = (entry: AnyEntry): entry is PatternType => 'patterns' in entry;

const listsIn = (needs: readonly Need[]): readonly (readonly string[])[] =>
  needs.flatMap((need) => {
    if ('keywords' in need) return [need.keywords];
    return 'anyOf' in need ? listsIn(need.anyOf) : [];
  });

/** The keyword lists that may speak for an entry. */
export const listsFor = (entry: AnyEntry): readonly (readonly string[])[] =>
  isPatternType(entry) ? entry.rules.flatMap(({ needs }) => listsIn(needs)) : [entry.keywords];

/** The keyword lists of an entry, with those that speak against it. */
export const listsOf = (entry: AnyEntry): readonly (readonly string[])[] =>
  isPatternType(entry)
    ? [...listsFor(entry), ...entry.rules.flatMap(({ never }) => listsIn(never ?? []))]
    : [entry.keywords];

const classifiers = new Map<string | undefined, Classifier>();

/** The classifier as the product makes it; one for each country. */
export function classifierIn(country: string | undefined): Classifier {
  const known = classifiers.get(country);
  if (known !== undefined) return known;
  const made = createClassifier(country === undefined ? {} : { country });
  classifiers.set(country, made);
  return made;
}
