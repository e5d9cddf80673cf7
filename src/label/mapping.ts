import { z } from 'zod';
import { distinctOf, riskLevels, riskLevelSchema, type Classification } from '../shared/finding.ts';
import { oneLine } from '../shared/one-line.ts';
import { typeReferenceSchema } from '../shared/type-reference.ts';

/** One row of the mapping table: a risk level, the finding types that belong to it, the label, and why (for audits). */
export const mappingRowSchema = z.strictObject({
  risk_level: riskLevelSchema,
  types: z.array(typeReferenceSchema).max(1000).default([]),
  label: z.string().min(1).max(257),
  justification: oneLine(500),
});
export type MappingRow = z.infer<typeof mappingRowSchema>;

/** At most one row a level, or the table would not say which one holds. */
export const mappingSchema = z.array(mappingRowSchema).superRefine((rows, context) => {
  for (const [index, row] of rows.entries()) {
    if (rows.findIndex((other) => other.risk_level === row.risk_level) < index) {
      context.addIssue({
        code: 'custom',
        path: [index, 'risk_level'],
        message: `expected one row for each risk level, "${row.risk_level}" has two`,
      });
    }
  }
});

/**
 * The rows that hold for a classification, the strictest first: those whose level is the capture's or whose types were found.
 * "No risk" is never said of a text that was not wholly scanned.
 */
export function mappingRowsFor(
  rows: readonly MappingRow[],
  classification: Classification,
): readonly MappingRow[] {
  const { riskLevel, unscanned } = classification;
  const known = (row: MappingRow): boolean => unscanned === undefined || row.risk_level !== 'none';
  const fits = (row: MappingRow): boolean =>
    row.risk_level === riskLevel || distinctOf(classification, row.types) > 0;
  return rows
    .filter((row) => known(row) && fits(row))
    .toSorted((left, right) => riskLevels.indexOf(right.risk_level) - riskLevels.indexOf(left.risk_level));
}
