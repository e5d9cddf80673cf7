import { z } from 'zod';

/**
 * A name or the like for people, of 1 to `most` UTF-16 units. It stands in verdicts, events and logs: a line break would forge a
 * line there, an escape sequence would be obeyed by a terminal, and a change of writing direction would show another name.
 */
export const oneLine = (most: number): z.ZodString =>
  z
    .string()
    .min(1)
    .max(most)
    .regex(
      /^[^\p{Cc}\u2028-\u202e\u2066-\u2069]*$/u,
      'expected one line without control characters; take them out',
    );
