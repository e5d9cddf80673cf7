import { firstAtLeast } from './occurrences.ts';

/** Steps of whole Unicode characters in a text of UTF-16 code units. */
export interface CharacterSteps {
  /** The unit that lies so many characters before `at`; 0 at least. */
  back(at: number, characters: number): number;
  /** The unit that lies so many characters after `at`; the text's length at most. */
  forward(at: number, characters: number): number;
}

/** One look at the text; without surrogate pairs a step is a subtraction, with them a search among the pairs. */
export function createCharacterSteps(text: string): CharacterSteps {
  const pairs = secondHalves(text);
  /** How many characters begin before the unit. */
  const charactersBefore = (unit: number): number => unit - firstAtLeast(pairs, unit);
  /** The first unit with at least so many characters before it. */
  const unitAfter = (characters: number, low: number, high: number): number => {
    let [from, to] = [low, high];
    while (from < to) {
      const middle = (from + to) >>> 1;
      if (charactersBefore(middle) < characters) from = middle + 1;
      else to = middle;
    }
    // Not between the two halves of a character.
    return pairs[firstAtLeast(pairs, from)] === from ? from + 1 : from;
  };
  return {
    back(at, characters) {
      if (pairs.length === 0 || characters >= at) return Math.max(0, at - characters);
      return unitAfter(charactersBefore(at) - characters, Math.max(0, at - 2 * characters), at);
    },
    forward(at, characters) {
      if (pairs.length === 0 || characters >= text.length - at) return Math.min(text.length, at + characters);
      return unitAfter(charactersBefore(at) + characters, at, Math.min(text.length, at + 2 * characters));
    },
  };
}

/** Where the second halves of surrogate pairs stand. */
function secondHalves(text: string): readonly number[] {
  const places: number[] = [];
  for (const { index } of text.matchAll(/[\ud800-\udbff](?=[\udc00-\udfff])/g)) places.push(index + 1);
  return places;
}
