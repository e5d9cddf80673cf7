import type { Question } from '../../src/shared/coaching.ts';

export const reasonWords: Readonly<Record<Question['justification'], string>> = {
  none: '',
  optional: 'Why does it need to go there? (if you like)',
  required: 'Why does it need to go there?',
};

/** Where reasons are listed: what stands in the list until one is chosen, and what the free text below it is called. */
export const listedWords = { none: 'Choose a reason', own: 'Or in your own words' } as const;
