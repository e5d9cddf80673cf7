import type { Confidence } from '../../shared/finding.ts';
import { unitsOf } from '../characters.ts';
import type { Match, MatchExample, PrefixDetector, Span, View } from '../detector.ts';
import { entropyOf, leastEntropy } from './randomness.ts';
import { holdsFiller, isCountedUp, isRepeated } from './placeholders.ts';
import { isPublished } from './published.ts';
import { purviewType, type PurviewSlug } from './purview.ts';
import { sampleOf } from './samples.ts';

/** A kind of secret that its issuer marks with a prefix. */
export interface NamedSecret {
  /** What stands behind `SECRET:` in the type. */
  readonly kind: string;
  /** What it is, for people. */
  readonly name: string;
  /** Exact strings at the start of a word. */
  readonly prefixes: readonly string[];
  /** Source of a regular expression for what follows the prefix; bounded: no `*`, `+` or `{n,}`. */
  readonly rest: string;
  /** `high` when left out. */
  readonly confidence?: Confidence;
  /** Source of a regular expression for what stands right before the prefix, at most 80 units, and belongs to the value. */
  readonly before?: string;
  /** The prefix is no part of the value: `AccountKey=`. */
  readonly prefixIsName?: true;
  /** One of these, in small letters, must stand within 300 units. */
  readonly near?: readonly string[];
  /** False: the value may be a web address or words; no entropy is asked for. */
  readonly random?: false;
  readonly purview?: PurviewSlug;
}

type Extra = Omit<NamedSecret, 'kind' | 'name' | 'prefixes' | 'rest'>;

/** One row of a table of secrets. `prefixes` are separated by spaces. */
export const named = (
  kind: string,
  name: string,
  prefixes: string,
  rest: string,
  extra: Extra = {},
): NamedSecret => ({ kind, name, prefixes: prefixes.split(' '), rest, ...extra });

/** Words of a host or a product count within this distance, as in Purview. */
const NEAR = 300;
const LONGEST_BEFORE = 80;

/** In the middle of base64 no key begins. */
const BASE64_MARKS = unitsOf('+/');

/** The detector of one row. */
export function detectorOf(row: NamedSecret): PrefixDetector {
  const rest = new RegExp(`(?:${row.rest})(?![\\w]|-[A-Za-z0-9])`, 'y');
  const before = row.before === undefined ? undefined : new RegExp(`(?<![\\w])(?:${row.before})$`);
  const isBase64 = row.rest.includes('+/') && row.before === undefined && !row.prefixIsName;
  const evidence = row.near === undefined ? (['pattern'] as const) : (['pattern', 'keyword'] as const);

  const match = ({ text }: View, prefix: Span): Match | undefined => {
    if (isBase64 && BASE64_MARKS.has(text.charCodeAt(prefix.start - 1))) return undefined;
    rest.lastIndex = prefix.end;
    if (!rest.test(text)) return undefined;
    const end = rest.lastIndex;
    let start = row.prefixIsName ? prefix.end : prefix.start;
    if (before !== undefined) {
      const found = before.exec(text.slice(Math.max(0, prefix.start - LONGEST_BEFORE), prefix.start));
      if (found === null) return undefined;
      start -= found[0].length;
    }
    const value = text.slice(start, end);
    if (row.random !== false && !isRandom(text.slice(prefix.end, end))) return undefined;
    if (holdsFiller(value) || isPublished(value)) return undefined;
    if (row.near !== undefined && !isNear(text, start, end, row.near)) return undefined;
    return { start, end, confidence: row.confidence ?? 'high', evidence, value };
  };

  return {
    type: `SECRET:${row.kind}`,
    name: row.name,
    ...(row.purview === undefined ? {} : { purview: purviewType(row.purview) }),
    anchor: { kind: 'prefix', prefixes: row.prefixes },
    match,
    keywords: [],
    get examples() {
      return examplesOf(row);
    },
  };
}

const isRandom = (rest: string): boolean =>
  entropyOf(rest) >= leastEntropy(rest.length) && !isRepeated(rest) && !isCountedUp(rest);

/** Does one of the phrases, in small letters, stand within 300 units of the span? */
export function isNear(text: string, start: number, end: number, phrases: readonly string[]): boolean {
  const around = text.slice(Math.max(0, start - NEAR), end + NEAR).toLowerCase();
  return phrases.some((phrase) => around.includes(phrase));
}

/** Texts with a made-up value of the row, and texts that only look a little like it. */
function examplesOf(row: NamedSecret): PrefixDetector['examples'] {
  const [prefix = ''] = row.prefixes;
  const [near = ''] = row.near ?? [];
  const lead = row.before === undefined ? '' : sampleOf(row.before, row.kind);
  const rest = sampleOf(row.rest, row.kind);
  const whole = lead + prefix + rest;
  const value = row.prefixIsName ? rest : whole;
  const confidence = row.confidence ?? 'high';
  const texts = [
    `${near} ${whole}`,
    `${near}\nset it to "${whole}" at once`,
    `(${near}) [${whole}]`,
    `${near}, ${whole}\r\nnext line`,
    `'${near}': '${whole}'`,
  ];
  return {
    match: texts.map((text): MatchExample => ({ text, value, confidence })),
    noMatch: [
      `${near} ${lead}${prefix}`,
      `${near} ${lead}${prefix}...`,
      `${near} ${lead}${prefix}${'x'.repeat(rest.length)}`,
      `${near} ${lead}${prefix}<your own>`,
      `${near} ${lead.slice(0, -1)}q${prefix}${rest}`,
    ],
  };
}
