import { foundWords } from '../shared/coaching-words.ts';
import type { Confidence, FindingType, RiskLevel, TypeCount } from '../shared/finding.ts';

export interface Risk {
  /** 0 to 1, two decimals. */
  readonly score: number;
  readonly level: RiskLevel;
  /** One phrase for each type, heaviest first. No pasted text. */
  readonly reasons: readonly string[];
}

interface Weight {
  /** Score of one value found with high confidence. */
  readonly one: number;
  /** The most that many values of this type alone come to. */
  readonly most: number;
}

const WEIGHTS: ReadonlyMap<FindingType, Weight> = new Map([
  ['PRIVATE_KEY', { one: 0.95, most: 1 }],
  ['CREDIT_CARD', { one: 0.9, most: 1 }],
  ['NIR', { one: 0.9, most: 1 }],
  ['US_SSN', { one: 0.9, most: 1 }],
  ['IBAN', { one: 0.85, most: 1 }],
  ['EMAIL', { one: 0.6, most: 0.95 }],
  ['PHONE', { one: 0.6, most: 0.95 }],
  ['IP_ADDRESS', { one: 0.3, most: 0.45 }],
]);

/** Share of its weight that a type keeps at each confidence. */
const CERTAINTY: Readonly<Record<Confidence, number>> = { low: 0.5, medium: 0.85, high: 1 };
/** Added for each tenfold of distinct values: 10 add this once, 100 twice. */
const PER_TENFOLD = 0.1;
/** Share of the score of every type but the heaviest that is added to the heaviest. */
const COMPANY = 0.1;

/**
 * How bad it would be if this left the company: 0 to 1.
 *
 * | type | one value, high confidence | many, at most |
 * |---|--:|--:|
 * | PRIVATE_KEY | 0.95 | 1 |
 * | CREDIT_CARD, NIR, US_SSN | 0.90 | 1 |
 * | IBAN | 0.85 | 1 |
 * | EMAIL, PHONE, and any type not listed | 0.60 | 0.95 |
 * | IP_ADDRESS | 0.30 | 0.45 |
 *
 * | step | effect |
 * |---|---|
 * | confidence (the best of the type) | medium × 0.85, low × 0.5 |
 * | distinct values | + 0.1 for each tenfold: 10 → + 0.1, 100 → + 0.2, up to the type's most |
 * | other types | the heaviest type counts whole, each other adds a tenth of its own score |
 *
 * | level | score |
 * |---|---|
 * | none | 0 |
 * | low | below 0.5 |
 * | medium | 0.5 to below 0.8 |
 * | high | 0.8 and above |
 *
 * Monotone: one more type, one more distinct value or a higher confidence never lowers the score.
 */
export function assessRisk(counts: readonly TypeCount[]): Risk {
  const shares = counts
    .map((count) => ({ count, share: shareOf(count) }))
    .toSorted((left, right) => right.share - left.share);
  const sum = shares.reduce((total, { share }, place) => total + (place === 0 ? share : share * COMPANY), 0);
  const score = Math.min(1, Math.round(sum * 100) / 100);
  return { score, level: levelOf(score), reasons: shares.map(({ count }) => reasonOf(count)) };
}

function shareOf({ type, distinct, confidence }: TypeCount): number {
  const { one, most } = weightOf(type);
  const grown = one + PER_TENFOLD * Math.log10(Math.max(1, distinct));
  return Math.min(most, grown) * CERTAINTY[confidence];
}

const weightOf = (type: FindingType): Weight => WEIGHTS.get(type) ?? { one: 0.6, most: 0.95 };

function levelOf(score: number): RiskLevel {
  if (score === 0) return 'none';
  if (score < 0.5) return 'low';
  return score < 0.8 ? 'medium' : 'high';
}

/** `3 e-mail addresses, 2 different, high confidence`. */
const reasonOf = (count: TypeCount): string => `${foundWords(count)}, ${count.confidence} confidence`;
