import type { Confidence, Finding, FindingType } from '../shared/finding.ts';
import type { Detector } from './detector.ts';
import type { Need, PatternRule, PatternType } from './pattern-type.ts';
import { KEYWORD_DISTANCE, type Sightings } from './sightings.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Why something was found, for the person who writes policies. Never the text of the finding. */
export interface Explanation {
  readonly finding: Finding;
  /** What was looked for, and Purview's name and GUID of it. */
  readonly rule: string;
  readonly purview?: { readonly name: string; readonly id: string };
  /** What spoke for it, strongest last: its shape, its check digit, a word near it. */
  readonly because: readonly string[];
  /** What would have made it not match, or match with less confidence. */
  readonly unless: readonly string[];
}

/** What was looked for: an entry of the registry, or a company's own type. */
export type Rule =
  | Detector
  | PatternType
  | { readonly type: FindingType; readonly name?: string; readonly keywords: readonly string[] };

/** What is known of a hit apart from its finding. */
export interface Subject {
  readonly finding: Finding;
  readonly of: Rule;
  /** Its keyword lists, by number. */
  readonly lists: readonly number[];
  /** Its place in the text that was scanned, which may differ from the finding's in the original. */
  readonly scanned: { readonly start: number; readonly end: number };
  /** It stood in an encoding or between tags: words near it are not told. */
  readonly isHidden: boolean;
}

export function explain(subject: Subject, sightings: Sightings, vocabulary: Vocabulary): Explanation {
  const { finding, of } = subject;
  const rule = of.name ?? finding.type;
  const purview = 'purview' in of && of.purview !== undefined ? { purview: of.purview } : {};
  const because = [shapeOf(subject), ...checkOf(subject), ...wordOf(subject, sightings, vocabulary)];
  return { finding, rule, ...purview, because, unless: unlessOf(subject) };
}

const isPattern = (of: Rule): of is PatternType => 'patterns' in of;

function shapeOf({ finding, isHidden }: Subject): string {
  const length = finding.end - finding.start;
  const where = isHidden ? ', read out of an encoding or HTML' : '';
  return `its shape: ${length} characters${where}`;
}

function checkOf({ finding, of }: Subject): readonly string[] {
  if (!finding.evidence.includes('checksum')) return [];
  return [`its check digit holds${isPattern(of) && of.check !== undefined ? ` (${of.check.name})` : ''}`];
}

function wordOf(subject: Subject, sightings: Sightings, vocabulary: Vocabulary): readonly string[] {
  if (!subject.finding.evidence.includes('keyword')) return [];
  let nearest: { readonly phrase: number; readonly distance: number; readonly isBefore: boolean } | undefined;
  for (const list of subject.isHidden ? [] : subject.lists) {
    const seen = sightings.nearest(list, subject.scanned);
    if (seen !== undefined && seen.distance < (nearest?.distance ?? Number.POSITIVE_INFINITY)) nearest = seen;
  }
  if (nearest === undefined) return ['a word that labels it, such as the header of its column'];
  const { phrase, distance, isBefore } = nearest;
  return [
    `the word "${termOf(vocabulary, phrase)}" ${distance} ${distance === 1 ? 'character' : 'characters'} ${isBefore ? 'before' : 'after'} it`,
  ];
}

/** A keyword as the registry has it, folded. */
function termOf({ entries }: Vocabulary, phrase: number): string {
  let place = phrase;
  for (const { word, phrases } of entries) {
    const found = phrases[place];
    if (found !== undefined) return `${word}${found.rest}`;
    place -= phrases.length;
  }
  return '';
}

function unlessOf({ finding, of }: Subject): readonly string[] {
  const unless = ['a letter or digit touched it'];
  if (isPattern(of)) {
    if (finding.evidence.includes('checksum')) unless.push('one digit of it were another');
    const rule = of.rules.find((candidate) => candidate.confidence === finding.confidence);
    if (rule !== undefined)
      unless.push(...needsOf(rule), ...neversOf(rule), ...lowerLevels(of, finding.confidence));
    return unless;
  }
  if (finding.evidence.includes('checksum')) unless.push('one digit of it were another');
  if (finding.evidence.includes('keyword') && of.keywords.length > 0) {
    unless.push(
      `none of these stood near it: ${some(of.keywords)} (then with less confidence, or not at all)`,
    );
  }
  return unless;
}

const needsOf = ({ needs }: PatternRule): readonly string[] =>
  needs.map((need) => `within ${KEYWORD_DISTANCE} characters there were no ${wordsOf(need)}`);

const neversOf = ({ never = [] }: PatternRule): readonly string[] =>
  never.map((need) => `within ${KEYWORD_DISTANCE} characters there were ${wordsOf(need)}`);

function wordsOf(need: Need): string {
  if ('keywords' in need) return some(need.keywords);
  if ('expression' in need) return 'value such as a date that supports it';
  const { anyOf, atLeast = 1 } = need;
  return `${atLeast > 1 ? `${atLeast} of ` : ''}${anyOf.map(wordsOf).join(' or ')}`;
}

const SHOWN = 4;
const some = (words: readonly string[]): string =>
  `${words
    .slice(0, SHOWN)
    .map((word) => `"${word}"`)
    .join(', ')}${words.length > SHOWN ? ` or one of ${words.length - SHOWN} more` : ''}`;

/** Which levels are left when a need of this one fails. */
function lowerLevels({ rules }: PatternType, confidence: Confidence): readonly string[] {
  const others = rules.filter((rule) => rule.confidence !== confidence).map((rule) => rule.confidence);
  return others.length === 0 ? [] : [`(other levels of this type: ${[...new Set(others)].join(', ')})`];
}
