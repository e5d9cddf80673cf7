import { issueOrExpiry } from '../evidence.ts';
import type { Need, PatternRule } from '../pattern-type.ts';
import type { Confidence } from '../../shared/finding.ts';

/** Only with one of these words near it. */
export const named = (
  words: readonly string[],
  confidence: Confidence = 'medium',
): readonly PatternRule[] => [{ confidence, needs: [{ keywords: words }] }];

/** At `near` with one of these words, at `alone` without; `never` are words that forbid the latter. */
export const namedOrAlone = (
  words: readonly string[],
  near: Confidence,
  alone: Confidence,
  never?: readonly string[],
): readonly PatternRule[] => [
  { confidence: near, needs: [{ keywords: words }] },
  { confidence: alone, needs: [], ...(never === undefined ? {} : { never: [{ keywords: never }] }) },
];

/** A document: high with its words and a date of issue or expiry, medium with its words. */
export const dated = (words: readonly string[], date: Need = issueOrExpiry): readonly PatternRule[] => [
  { confidence: 'high', needs: [{ keywords: words }, date] },
  { confidence: 'medium', needs: [{ keywords: words }] },
];
