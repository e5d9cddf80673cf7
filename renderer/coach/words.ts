import type { Question } from '../../src/shared/coaching.ts';

export const reasonWords: Readonly<Record<Question['justification'], string>> = {
  none: '',
  optional: 'Why does it need to go there? (if you like)',
  required: 'Why does it need to go there?',
};
