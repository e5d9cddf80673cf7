import { z } from 'zod';
import { customTypeNameSchema } from './custom-type.ts';
import { keySchema, packedSchema } from './exact-data.ts';

/** The file format; a change that older agents would misread gets a new number. */
export const FINGERPRINT_FORMAT = 1;
export const MAX_DOCUMENTS = 10_000;

const documentSchema = z.strictObject({
  /** The keyed hash of all its words: tells documents apart and says nothing else. */
  id: z.string().regex(/^[0-9a-f]{16}$/, 'expected 16 hexadecimal digits'),
  /** Its fingerprints in ascending order, 32 bits each. */
  fingerprints: packedSchema.min(4, 'expected at least one fingerprint'),
});
export type FingerprintedDocument = z.infer<typeof documentSchema>;

/**
 * A company's own documents as keyed hashes of a part of their word sequences, made by `clipward fingerprint build`;
 * docs/exact-data-and-fingerprints.md is its handbook.
 */
export const fingerprintTypeSchema = z.strictObject({
  kind: z.literal('fingerprint'),
  format: z.literal(FINGERPRINT_FORMAT),
  type: customTypeNameSchema,
  name: z.string().min(1).max(256),
  key: keySchema,
  /** Percent of a document's fingerprints, or of a pasted passage's, that make a match. */
  threshold: z.int().min(1).max(100),
  documents: z.array(documentSchema).min(1).max(MAX_DOCUMENTS),
});
export type FingerprintType = z.infer<typeof fingerprintTypeSchema>;
