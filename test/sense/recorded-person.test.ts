import { describe, expect, it } from 'vitest';
import type { Answer, Question } from '../../src/shared/coaching.ts';
import { createRecordedPerson } from '../../src/sense/recorded-person.ts';

const question = (changes: Partial<Question> = {}): Question => ({
  id: 'q1',
  title: 'Hold on',
  text: 'This holds an e-mail address.',
  platform: 'ChatGPT',
  found: [],
  label: null,
  policy: null,
  action: 'coach',
  choices: ['cancel', 'redact', 'proceed'],
  justification: 'optional',
  reasons: [],
  ...changes,
});

const never = new AbortController().signal;

describe('a recorded person', () => {
  it('gives each answer to the question that was opened first', async () => {
    const person = createRecordedPerson();
    const asked = [person.ask(question({ id: 'q1' }), never), person.ask(question({ id: 'q2' }), never)];
    person.answer({ choice: 'redact' });
    person.answer({ choice: 'proceed', justification: 'agreed' });
    expect(await Promise.all(asked)).toEqual([
      { choice: 'redact' },
      { choice: 'proceed', justification: 'agreed' },
    ]);
    expect(person.unusedAnswers).toBe(0);
  });

  it('counts an answer to no question and keeps it for nobody', async () => {
    const person = createRecordedPerson();
    person.answer({ choice: 'proceed' });
    const asked = person.ask(question(), never);
    person.answer({ choice: 'cancel' });
    expect(await asked).toEqual({ choice: 'cancel' });
    expect(person.unusedAnswers).toBe(1);
  });

  it.each<[what: string, asked: Question, answer: Answer]>([
    [
      'a choice that is not offered',
      question({ choices: ['cancel'] }),
      { choice: 'proceed', justification: 'please' },
    ],
    [
      'going on without the reason that is required',
      question({ justification: 'required' }),
      { choice: 'proceed' },
    ],
    ['an empty reason', question({ justification: 'required' }), { choice: 'proceed', justification: '' }],
  ])('cannot press what is not there: %s', async (_, asked, answer) => {
    const person = createRecordedPerson();
    const open = person.ask(asked, never);
    person.answer(answer);
    expect(person.unusedAnswers).toBe(1);
    person.answer({ choice: 'cancel' });
    expect(await open).toEqual({ choice: 'cancel' });
  });

  it.each<[choice: Answer['choice']]>([['cancel'], ['redact']])('needs no reason to %s', async (choice) => {
    const person = createRecordedPerson();
    const open = person.ask(question({ justification: 'required' }), never);
    person.answer({ choice });
    expect(await open).toEqual({ choice });
  });

  it('drops a question that is withdrawn, so the next answer goes to the one after it', async () => {
    const person = createRecordedPerson();
    const withdrawal = new AbortController();
    const first = person.ask(question({ id: 'q1' }), withdrawal.signal);
    const second = person.ask(question({ id: 'q2' }), never);
    withdrawal.abort();
    person.answer({ choice: 'redact' });
    expect(await Promise.all([first, second])).toEqual([null, { choice: 'redact' }]);
  });

  it('is not bothered with a question that was withdrawn before', async () => {
    expect(await createRecordedPerson().ask(question(), AbortSignal.abort())).toBeNull();
  });

  it('leaves open questions without an answer and takes no more', async () => {
    const person = createRecordedPerson();
    const open = person.ask(question(), never);
    person.leave();
    expect(await open).toBeNull();
    expect(await person.ask(question(), never)).toBeNull();
  });
});
