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

const identity = { one: 0.9, most: 1 };
const contact = { one: 0.6, most: 0.95 };
const technical = { one: 0.3, most: 0.45 };

/** By family: what stands before the colon of a type. */
const WEIGHTS: ReadonlyMap<string, Weight> = new Map([
  ['PRIVATE_KEY', { one: 0.95, most: 1 }],
  ['SECRET', { one: 0.95, most: 1 }],
  ['CREDIT_CARD', identity],
  ['NIR', identity],
  ['US_SSN', identity],
  ['NATIONAL_ID', identity],
  ['PASSPORT', identity],
  ['IBAN', { one: 0.85, most: 1 }],
  ['BANK_ACCOUNT', { one: 0.85, most: 1 }],
  ['DRIVER_LICENSE', { one: 0.85, most: 1 }],
  ['HEALTH_ID', { one: 0.85, most: 1 }],
  ['DOCUMENT_MARKING', { one: 0.8, most: 0.9 }],
  ['EMAIL', contact],
  ['PHONE', contact],
  ['HEALTH', contact],
  ['ADDRESS', { one: 0.55, most: 0.95 }],
  ['DATE_OF_BIRTH', { one: 0.5, most: 0.9 }],
  ['CRYPTO_WALLET', { one: 0.5, most: 0.9 }],
  ['SOURCE_CODE', { one: 0.5, most: 0.6 }],
  ['PROMPT_INJECTION', { one: 0.5, most: 0.6 }],
  ['PERSON', { one: 0.4, most: 0.9 }],
  ['VEHICLE', { one: 0.4, most: 0.7 }],
  ['COMPANY_ID', technical],
  ['SWIFT_CODE', technical],
  ['IP_ADDRESS', technical],
  ['MAC_ADDRESS', technical],
]);
const OTHER_WEIGHT = contact;

/** Families that together tell more of a person than each alone. All must be there, none with low confidence only. */
const COMBINATIONS: readonly {
  readonly of: readonly (readonly string[])[];
  readonly adds: number;
  readonly why: string;
}[] = [
  { of: [['PERSON'], ['HEALTH']], adds: 0.2, why: 'a person and their health' },
  {
    of: [
      ['PERSON'],
      ['DATE_OF_BIRTH'],
      ['NATIONAL_ID', 'NIR', 'US_SSN', 'PASSPORT', 'DRIVER_LICENSE', 'HEALTH_ID'],
    ],
    adds: 0.1,
    why: 'a name, a date of birth and an identity number',
  },
  {
    of: [['PERSON'], ['DATE_OF_BIRTH', 'ADDRESS'], ['EMAIL', 'PHONE']],
    adds: 0.1,
    why: 'a person with contact and personal data',
  },
  { of: [['PERSON', 'EMAIL'], ['SECRET']], adds: 0.05, why: 'a person and a secret' },
];

/** Share of its weight that a type keeps at each confidence. */
const CERTAINTY: Readonly<Record<Confidence, number>> = { low: 0.5, medium: 0.85, high: 1 };
/** Added for each tenfold of distinct values: 10 add this once, 100 twice. */
const PER_TENFOLD = 0.1;
/** Share of the score of every type but the heaviest that is added to the heaviest. */
const COMPANY = 0.1;
/** Guesses come to no more than this, however many there are: they never make more than a low risk. */
const MOST_OF_GUESSES = 0.45;

/**
 * How bad it would be if this left the company: 0 to 1. By family of types:
 *
 * | family | one value, high confidence | many, at most |
 * |---|--:|--:|
 * | PRIVATE_KEY, SECRET | 0.95 | 1 |
 * | CREDIT_CARD, NIR, US_SSN, NATIONAL_ID, PASSPORT | 0.90 | 1 |
 * | IBAN, BANK_ACCOUNT, DRIVER_LICENSE, HEALTH_ID | 0.85 | 1 |
 * | DOCUMENT_MARKING | 0.80 | 0.90 |
 * | EMAIL, PHONE, HEALTH, a company's own types, any not listed | 0.60 | 0.95 |
 * | ADDRESS | 0.55 | 0.95 |
 * | DATE_OF_BIRTH, CRYPTO_WALLET | 0.50 | 0.90 |
 * | SOURCE_CODE, PROMPT_INJECTION | 0.50 | 0.60 |
 * | PERSON | 0.40 | 0.90 |
 * | VEHICLE | 0.40 | 0.70 |
 * | COMPANY_ID, SWIFT_CODE, IP_ADDRESS, MAC_ADDRESS | 0.30 | 0.45 |
 *
 * | step | effect |
 * |---|---|
 * | confidence (the best of the type) | medium × 0.85, low × 0.5 |
 * | distinct values | + 0.1 for each tenfold: 10 → + 0.1, 100 → + 0.2, up to the type's most |
 * | other types | the heaviest type counts whole, each other adds a tenth of its own score |
 * | low confidence | adds nothing to what is surer than 0.45; alone 0.45 at most |
 * | a person and their health | + 0.2 |
 * | a name, a date of birth and an identity number | + 0.1 |
 * | a name, a date of birth or address, and contact data | + 0.1 |
 * | a name or e-mail address, and a secret | + 0.05 |
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
  const combinations = combinationsIn(counts);
  const sure = together(shares.filter(({ count }) => count.confidence !== 'low')) + added(combinations);
  const guessed = Math.min(MOST_OF_GUESSES, together(shares));
  const score = Math.min(1, Math.round(Math.max(sure, guessed) * 100) / 100);
  return {
    score,
    level: levelOf(score),
    reasons: [...shares.map(({ count }) => reasonOf(count)), ...combinations.map(({ why }) => why)],
  };
}

/** Heaviest first: it counts whole, the others in part. */
const together = (shares: readonly { readonly share: number }[]): number =>
  shares.reduce((total, { share }, place) => total + (place === 0 ? share : share * COMPANY), 0);

/** The combinations that are there with at least medium confidence. */
function combinationsIn(counts: readonly TypeCount[]): typeof COMBINATIONS {
  const sure = new Set(
    counts.filter(({ confidence }) => confidence !== 'low').map(({ type }) => familyOf(type)),
  );
  return COMBINATIONS.filter(({ of }) => of.every((families) => families.some((family) => sure.has(family))));
}

const added = (combinations: typeof COMBINATIONS): number =>
  combinations.reduce((sum, { adds }) => sum + adds, 0);

const familyOf = (type: FindingType): string => type.split(':', 1)[0] ?? type;

function shareOf({ type, distinct, confidence }: TypeCount): number {
  const { one, most } = weightOf(type);
  const grown = one + PER_TENFOLD * Math.log10(Math.max(1, distinct));
  return Math.min(most, grown) * CERTAINTY[confidence];
}

const weightOf = (type: FindingType): Weight => WEIGHTS.get(familyOf(type)) ?? OTHER_WEIGHT;

function levelOf(score: number): RiskLevel {
  if (score === 0) return 'none';
  if (score < 0.5) return 'low';
  return score < 0.8 ? 'medium' : 'high';
}

/** `3 e-mail addresses, 2 different, high confidence`. */
const reasonOf = (count: TypeCount): string => `${foundWords(count)}, ${count.confidence} confidence`;
