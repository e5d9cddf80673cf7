import { z } from 'zod';

/** Codes are short names; what is not one is not repeated anywhere. */
const codeSchema = z
  .string()
  .regex(/^[\w.-]{1,64}$/)
  .optional()
  .catch(undefined);

/**
 * The error fields of an answer of the sign-in service (RFC 6749, 5.2; Entra adds `error_codes` and `claims`). Lenient:
 * a field of another shape is as good as absent, and an answer that went well has none of them.
 */
export const oauthFaultSchema = z.object({
  error: codeSchema,
  suberror: codeSchema,
  error_codes: z.array(z.number().int()).optional().catch(undefined),
  error_description: z.string().optional().catch(undefined),
  claims: z.string().max(8192).optional().catch(undefined),
});
export type OAuthFault = z.infer<typeof oauthFaultSchema>;

/** Entra's AADSTS numbers, from the list or, where there is none, from the beginning of the description. */
export function entraNumbers(fault: OAuthFault): readonly number[] {
  if (fault.error_codes !== undefined && fault.error_codes.length > 0) return fault.error_codes;
  return numbersIn(fault.error_description ?? '');
}

/** The AADSTS numbers that a text names. */
export const numbersIn = (text: string): readonly number[] =>
  [...text.slice(0, 2000).matchAll(/AADSTS(\d{4,9})/g)].map(([, digits]) => Number(digits));
