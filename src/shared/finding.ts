import { z } from 'zod';

/**
 * How sure a detector is. Purview's three levels and their numbers
 * (https://learn.microsoft.com/purview/sit-sensitive-information-type-learn-about, "confidence level").
 */
export const confidenceLevels = ['low', 'medium', 'high'] as const;
export const confidenceSchema = z.enum(confidenceLevels);
export type Confidence = z.infer<typeof confidenceSchema>;

export const confidenceNumber: Readonly<Record<Confidence, number>> = { low: 0.65, medium: 0.75, high: 0.85 };

/** A short name as policies write it: `CREDIT_CARD`, `NATIONAL_ID:FR`. */
export const findingTypeSchema = z
  .string()
  .regex(
    /^[A-Z][A-Z0-9_]{0,63}(:[A-Z0-9_]{1,64})?$/,
    'expected a type such as CREDIT_CARD or NATIONAL_ID:FR',
  );
export type FindingType = z.infer<typeof findingTypeSchema>;

/** What speaks for a finding: its shape, a check digit that holds, a word near it. */
export const evidenceSchema = z.enum(['pattern', 'checksum', 'keyword']);
export type Evidence = z.infer<typeof evidenceSchema>;

/** One sensitive thing in a text. Offsets are UTF-16 code units, `end` exclusive. Never the text itself. */
export const findingSchema = z.object({
  type: findingTypeSchema,
  start: z.int().nonnegative(),
  end: z.int().positive(),
  confidence: confidenceSchema,
  evidence: z.array(evidenceSchema).readonly(),
});
export type Finding = z.infer<typeof findingSchema>;

export const riskLevels = ['none', 'low', 'medium', 'high'] as const;
export const riskLevelSchema = z.enum(riskLevels);
export type RiskLevel = z.infer<typeof riskLevelSchema>;

/** How much there is of one type. `distinct` counts different values: the same address twice is one. */
export const typeCountSchema = z.object({
  type: findingTypeSchema,
  count: z.int().positive(),
  distinct: z.int().positive(),
  confidence: confidenceSchema,
});
export type TypeCount = z.infer<typeof typeCountSchema>;

/**
 * Why a text was not, or not wholly, looked at. Such a text is never called clean.
 * `concealed`: its owner (a password manager) asks that it not be read; it is judged by that flag alone.
 */
export const unscannedSchema = z.enum(['too-large', 'unreadable', 'timed-out', 'failed', 'concealed']);
export type Unscanned = z.infer<typeof unscannedSchema>;

/** What the classifier says of one capture. */
export interface Classification {
  readonly findings: readonly Finding[];
  /** Per type, most frequent first. */
  readonly counts: readonly TypeCount[];
  /** 0 to 1. */
  readonly riskScore: number;
  readonly riskLevel: RiskLevel;
  /** One phrase each, in the order they weighed. No pasted text. */
  readonly riskReasons: readonly string[];
  /** Absent when all of it was scanned. */
  readonly unscanned?: Unscanned;
}

/**
 * Does a policy's type name this finding's type? `NATIONAL_ID` names `NATIONAL_ID:FR` too, and that names `NATIONAL_ID:FR_CNI`.
 * A company's own types have no such variants: `CUSTOM:CONTRACT` and `CUSTOM:CONTRACT_PARTNER` are two.
 */
export const typeCovers = (wanted: FindingType, found: FindingType): boolean =>
  found === wanted ||
  found.startsWith(`${wanted}:`) ||
  (wanted.includes(':') && !wanted.startsWith('CUSTOM:') && found.startsWith(`${wanted}_`));

/**
 * What was found, with at least medium confidence, of a type or of any of several.
 * Low confidence is a guess: it weighs in the risk score but never decides a label or a policy by its name.
 */
export function countsOf(
  { counts }: Classification,
  types: FindingType | readonly FindingType[],
): readonly TypeCount[] {
  const wanted = typeof types === 'string' ? [types] : types;
  return counts.filter(
    ({ type, confidence }) => confidence !== 'low' && wanted.some((each) => typeCovers(each, type)),
  );
}

/** How many different values of a type, or of any of several, were found with at least medium confidence. */
export const distinctOf = (
  classification: Classification,
  types: FindingType | readonly FindingType[],
): number => countsOf(classification, types).reduce((sum, { distinct }) => sum + distinct, 0);

/** The short names in words for a reason: the type that was asked for; of several, those found, else the first of them. */
export function typesInWords(
  classification: Classification,
  types: FindingType | readonly FindingType[],
): string {
  if (typeof types === 'string') return types;
  const found = countsOf(classification, types).map(({ type }) => type);
  if (found.length > 0) return found.join(', ');
  const rest = types.length - 3;
  return `${types.slice(0, 3).join(', ')}${rest > 0 ? ` or ${rest} more` : ''}`;
}
