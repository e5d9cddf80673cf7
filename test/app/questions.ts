import type { Question } from '../../src/shared/coaching.ts';

/** A question as the guard makes them, with what a test wants to be different. */
export const questionWith = (different: Partial<Question> = {}): Question => ({
  id: 'question-1',
  title: 'Check before it goes to DeepSeek',
  text: 'You copied 2 EMAIL and 1 CREDIT_CARD, so it is Restricted. Paste a redacted version, or keep it out.',
  platform: 'DeepSeek',
  found: [
    { type: 'EMAIL', count: 2, distinct: 2, confidence: 'high' },
    { type: 'CREDIT_CARD', count: 1, distinct: 1, confidence: 'high' },
  ],
  label: { id: 'label-4', name: 'Restricted', color: '#d13438', priority: 40, enabled: true },
  policy: 'Keep Restricted data out of unauthorized AI platforms',
  action: 'coach',
  choices: ['redact', 'cancel', 'proceed'],
  justification: 'none',
  reasons: [],
  ...different,
});
