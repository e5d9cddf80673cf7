import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { createTerminalAsk } from '../../src/cli/terminal-ask.ts';
import type { Question } from '../../src/shared/coaching.ts';

const question = (given: Partial<Question> = {}): Question => ({
  id: 'q',
  title: 'Check before it goes to ChatGPT',
  text: 'You copied 1 EMAIL.',
  platform: 'ChatGPT',
  found: [],
  label: null,
  policy: 'P',
  action: 'coach',
  choices: ['redact', 'cancel', 'proceed'],
  justification: 'none',
  reasons: [],
  ...given,
});

function terminal({ isTTY = false } = {}) {
  const input = Object.assign(new PassThrough(), { isTTY });
  const said: string[] = [];
  return { input, said, ask: createTerminalAsk(input, (text) => said.push(text)) };
}
const never = new AbortController().signal;

describe('a question in the terminal', () => {
  it.each([
    { typed: '1\n', answer: { choice: 'redact' } },
    { typed: '2\n', answer: { choice: 'cancel' } },
    { typed: ' 3 \n', answer: { choice: 'proceed' } },
    { typed: '9\nyes\n\n2\n', answer: { choice: 'cancel' } },
  ])('takes $typed as $answer.choice', async ({ typed, answer }) => {
    const { input, ask } = terminal();
    input.write(typed);
    expect(await ask(question(), never)).toEqual(answer);
  });

  it.each([
    {
      demand: 'optional' as const,
      typed: '3\nmy own address\n',
      answer: { choice: 'proceed', justification: 'my own address' },
    },
    { demand: 'optional' as const, typed: '3\n\n', answer: { choice: 'proceed' } },
    {
      demand: 'required' as const,
      typed: '3\nfor the audit\n',
      answer: { choice: 'proceed', justification: 'for the audit' },
    },
    { demand: 'required' as const, typed: '3\n\n2\n', answer: { choice: 'cancel' } },
  ])('asks for a reason that is $demand: $typed', async ({ demand, typed, answer }) => {
    const { input, ask } = terminal();
    input.write(typed);
    expect(await ask(question({ justification: demand }), never)).toEqual(answer);
  });

  it.each([
    { typed: '3\n2\n', answer: { choice: 'proceed', reason: 'Public anyway' } },
    { typed: '3\nfor the audit\n', answer: { choice: 'proceed', justification: 'for the audit' } },
    { typed: '3\n3\n1\n', answer: { choice: 'redact' } },
  ])('takes a listed reason by its number, or own words: $typed', async ({ typed, answer }) => {
    const { input, said, ask } = terminal();
    input.write(typed);
    const reasons = ['Agreed', 'Public anyway'];
    expect(await ask(question({ justification: 'required', reasons }), never)).toEqual(answer);
    expect(said[1]).toBe('  Your reason, by number or in your own words:\n    1 Agreed\n    2 Public anyway');
  });

  it('shows title, text, policy and the numbered choices', async () => {
    const { input, said, ask } = terminal();
    input.write('1\n');
    await ask(question(), never);
    expect(said[0]).toContain('Check before it goes to ChatGPT');
    expect(said[0]).toContain('1 Redact and paste    2 Keep it out    3 Paste anyway');
  });

  it('has no answer once the input has ended', async () => {
    const { input, ask } = terminal();
    input.end();
    expect(await ask(question(), never)).toBeNull();
    expect(await ask(question(), never)).toBeNull();
  });

  it('is over when withdrawn, and the next line answers the next question', async () => {
    const { input, ask } = terminal();
    const withdraw = new AbortController();
    const first = ask(question(), withdraw.signal);
    const second = ask(question({ id: 'r' }), never);
    withdraw.abort();
    expect(await first).toBeNull();
    input.write('2\n');
    expect(await second).toEqual({ choice: 'cancel' });
  });

  it('is not answered by keys pressed at a terminal before it was asked', async () => {
    const { input, ask } = terminal({ isTTY: true });
    input.write('3\n');
    await new Promise((resolve) => setTimeout(resolve, 20));
    const asked = ask(question(), never);
    await new Promise((resolve) => setTimeout(resolve, 20));
    input.write('1\n');
    expect(await asked).toEqual({ choice: 'redact' });
  });
});
