import type { Confidence, Evidence, FindingType } from '../shared/finding.ts';
import type { DigitWindow } from './digit-run.ts';

/**
 * Groups of digits with separators between them. The detector is asked for every stretch of at most `maxGroups`
 * neighbouring groups whose digits number one of `counts`, longest first from each group on.
 */
export interface DigitsAnchor {
  readonly kind: 'digits';
  readonly counts: readonly number[];
  readonly maxGroups: number;
  /** Only stretches of so many groups; 1 to `maxGroups` when left out. */
  readonly groups?: readonly number[];
  /** Only stretches that begin with the first group of a run. */
  readonly fromStart?: true;
  /** Only stretches beside which a letter stands: within three units in front of it or behind it. */
  readonly besideLetter?: true;
  /** Also whole runs that are a plain decimal number or a date; all others are not asked about these. */
  readonly dates?: true;
}

/** One of these exact strings, upper and lower case told apart. The first unit of each must be ASCII and no digit. */
export interface LiteralAnchor {
  readonly kind: 'literal';
  readonly literals: readonly string[];
  /** Only where a hexadecimal digit, or the same unit once more, follows its first unit. */
  readonly beforeHex?: true;
}

/** Two ASCII letters at the start of a word with a digit right behind them. */
export interface CodeAnchor {
  readonly kind: 'code';
}

/**
 * One of these exact strings, upper and lower case told apart, where no ASCII letter or digit stands right before it.
 * Each has at least two units, and the first is an ASCII letter or digit.
 */
export interface PrefixAnchor {
  readonly kind: 'prefix';
  readonly prefixes: readonly string[];
  /**
   * A space may stand right behind the prefix, or in it. Otherwise a run of letters and digits that begins with one is passed
   * over when it is short, holds no digit, and no mark such as `-`, `_`, `=` or a quote follows it.
   */
  readonly beforeSpace?: true;
}

/**
 * One of these words, written here in small letters and found in any case. A word is a run of letters of any script; it
 * ends where a small letter is followed by a capital, so that `dbPassword` and `DB_PASSWORD` both hold `password`.
 */
export interface WordAnchor {
  readonly kind: 'word';
  readonly words: readonly string[];
  /** Only where the word begins with a capital letter. */
  readonly capital?: true;
}

/** An unbroken run of ASCII letters and digits that holds at least one of each, `min` to `max` units long (min 16 or more). */
export interface TokenAnchor {
  readonly kind: 'token';
  readonly min: number;
  readonly max: number;
}

export type Anchor = DigitsAnchor | LiteralAnchor | CodeAnchor | PrefixAnchor | WordAnchor | TokenAnchor;

/** Where an anchor was seen: UTF-16 code units, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What a detector found. `value` is the normalised text that tells distinct values apart; it never leaves the classifier. */
export interface Match extends Span {
  readonly confidence: Confidence;
  readonly evidence: readonly Evidence[];
  readonly value: string;
  /** A stretch that may hold other findings, such as source code: it gives way to them instead of competing. */
  readonly wide?: true;
}

/** The text as detectors see it. */
export interface View {
  readonly text: string;
  /** ISO 3166 alpha-2, upper case: the region whose national phone numbers are expected. */
  readonly country: string | undefined;
  /**
   * Does one of the detector's own `keywords` stand within so many code units before or after the span? 300 when left out.
   * `keywords` must be the very list that the detector is registered with.
   */
  hasKeyword(keywords: readonly string[], span: Span, before?: number, after?: number): boolean;
}

/** A text in which a detector must find exactly `value`. */
export interface MatchExample {
  readonly text: string;
  readonly value: string;
  readonly confidence?: Confidence;
  readonly country?: string;
}

interface Entry<ItsAnchor extends Anchor, Candidate extends Span> {
  readonly type: FindingType;
  /** What it is, for people: `GitHub personal access token`. */
  readonly name?: string;
  /** Purview's own name and GUID of the type, where Purview has it. */
  readonly purview?: { readonly name: string; readonly id: string };
  readonly anchor: ItsAnchor;
  /**
   * Checks one candidate. Looks at a bounded stretch around it, so that all calls together stay linear in the text;
   * the span it answers must not end before the candidate starts.
   */
  readonly match: (view: View, candidate: Candidate) => Match | undefined;
  /** Words and phrases, lower case, that make a finding near them more certain. */
  readonly keywords: readonly string[];
  readonly examples: {
    readonly match: readonly MatchExample[];
    readonly noMatch: readonly (string | { readonly text: string; readonly country: string })[];
  };
}

/** One kind of sensitive thing as an entry of data. Several entries may share a type. */
export type Detector =
  | Entry<DigitsAnchor, DigitWindow>
  | Entry<LiteralAnchor, Span>
  | Entry<CodeAnchor, Span>
  | Entry<PrefixAnchor, Span>
  | Entry<WordAnchor, Span>
  | Entry<TokenAnchor, Span>;

export type DigitsDetector = Entry<DigitsAnchor, DigitWindow>;
export type LiteralDetector = Entry<LiteralAnchor, Span>;
export type CodeDetector = Entry<CodeAnchor, Span>;
export type PrefixDetector = Entry<PrefixAnchor, Span>;
export type WordDetector = Entry<WordAnchor, Span>;
export type TokenDetector = Entry<TokenAnchor, Span>;
