import { z } from 'zod';
import { isBase64OfNumbers } from './base64.ts';
import { customTypeNameSchema } from './custom-type.ts';

/** The file format; a change that older agents would misread gets a new number. */
export const EXACT_DATA_FORMAT = 1;
export const MAX_WITH_COLUMNS = 16;
/** Longest value that is kept, in bytes of its normalised form. */
export const MAX_VALUE_BYTES = 128;

/** 128 bits as 32 hexadecimal digits. */
export const keySchema = z.string().regex(/^[0-9a-f]{32}$/, 'expected 32 hexadecimal digits');

export const packedSchema = z.string().refine(isBase64OfNumbers, 'expected base64 of 32-bit numbers');

const lengthsSchema = z.array(z.int().min(1).max(MAX_VALUE_BYTES)).max(MAX_VALUE_BYTES);

/**
 * A company's own records as keyed hashes, made by `clipward edm build`; docs/exact-data-and-fingerprints.md is its handbook.
 * It holds no value, but whoever has the file can try out guesses.
 */
export const exactDataTypeSchema = z
  .strictObject({
    kind: z.literal('exact_data'),
    format: z.literal(EXACT_DATA_FORMAT),
    type: customTypeNameSchema,
    name: z.string().min(1).max(256),
    key: keySchema,
    /** How many columns can confirm a hit, and how many of them must stand near it. */
    with_columns: z.int().min(0).max(MAX_WITH_COLUMNS),
    confirm: z.int().min(1).max(MAX_WITH_COLUMNS),
    /** Near is within so many characters. */
    proximity: z.int().min(1).max(10_000),
    /** What a primary value is worth with nothing to confirm it. */
    alone: z.enum(['low', 'medium']),
    /** How long values are, in normalised bytes: primary ones of digits alone, all other primary ones, with-values of digits. */
    lengths: z.strictObject({ digits: lengthsSchema, other: lengthsSchema, with_numbers: lengthsSchema }),
    /** A Bloom filter of the leading letters or digits of values that go on after them. */
    leads: packedSchema,
    /** Rows in the order of their first hash: high and low half of a primary value's hash, then one number per with-column. */
    rows: packedSchema,
  })
  .superRefine((type, context) => {
    const width = (2 + type.with_columns) * 4;
    const bytes = (type.rows.length / 4) * 3 - (/=*$/.exec(type.rows.slice(-2))?.[0].length ?? 0);
    if (bytes % width !== 0) {
      context.addIssue({ code: 'custom', path: ['rows'], message: `expected rows of ${width} bytes` });
    }
    if (type.confirm > Math.max(1, type.with_columns)) {
      context.addIssue({
        code: 'custom',
        path: ['confirm'],
        message: 'expected no more than there are with_columns',
      });
    }
    const leadBytes = (type.leads.length / 4) * 3;
    if (leadBytes > 0 && !isPowerOfTwo(Math.floor(leadBytes / 4))) {
      context.addIssue({ code: 'custom', path: ['leads'], message: 'expected a power of two of numbers' });
    }
  });
export type ExactDataType = z.infer<typeof exactDataTypeSchema>;

const isPowerOfTwo = (count: number): boolean => (count & (count - 1)) === 0;
