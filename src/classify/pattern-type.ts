import type { Confidence, FindingType } from '../shared/finding.ts';
import type { MatchExample } from './detector.ts';

/** Does the check digit hold? `compact` is the value without separators, letters in upper case. Never throws. */
export interface Check {
  /** Its usual name, for people: `Luhn`, `ISO 7064 mod 11,10`. */
  readonly name: string;
  readonly holds: (compact: string) => boolean;
}

/**
 * Something that must stand within 300 characters of the value. Keywords are whole words, any case; terms in scripts
 * without spaces are found anywhere. `expression` is for what is no word, such as a date; it has no `g` or `y` flag.
 */
export type Need =
  | {
      readonly keywords: readonly string[];
      /** Within so many units rather than 300. */
      readonly within?: number;
    }
  | { readonly expression: RegExp }
  /** At least `atLeast` of these, 1 when left out. */
  | { readonly anyOf: readonly Need[]; readonly atLeast?: number };

/** One way to find a type, at one level. */
export interface PatternRule {
  readonly confidence: Confidence;
  /** Which of the type's patterns count for this rule, by place in `patterns`; all when left out. */
  readonly of?: readonly number[];
  /** False: the check digit need not hold for this rule. True when left out and the type has a check. */
  readonly checked?: false;
  /** All must hold. None: the value speaks for itself. */
  readonly needs: readonly Need[];
  /** None of these may hold. */
  readonly never?: readonly Need[];
}

/**
 * A value with a fixed shape, such as a national identity number: regular expressions, a check digit, words around it.
 * Every expression is bounded: no `*`, no `+`, no `{n,}`, so that looking at one place costs a constant.
 */
export interface PatternType {
  readonly type: FindingType;
  /** What it is, for people. */
  readonly name: string;
  /** Purview's own name and GUID of the type, where Purview has it. */
  readonly purview?: { readonly name: string; readonly id: string };
  /** ISO 3166 alpha-2 of the country that issues it. */
  readonly country?: string;
  /** Sources of regular expressions for the value alone, without borders. Unicode flag; ignoring case unless `exactCase`. */
  readonly patterns: readonly string[];
  readonly exactCase?: true;
  /** Nothing but digits and separators: needs a word nearby, unless the country is the machine's. Stricter borders. */
  readonly digitsOnly?: true;
  readonly check?: Check;
  /** Best first. */
  readonly rules: readonly PatternRule[];
  readonly examples: {
    readonly match: readonly MatchExample[];
    readonly noMatch: readonly (string | { readonly text: string; readonly country: string })[];
  };
}
