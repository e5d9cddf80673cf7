import { beforeEach, describe, expect, it } from 'vitest';
import { createCoaching, type Coaching } from '../../src/app/coaching.ts';
import type { Answer, Question } from '../../src/shared/coaching.ts';
import { failed, ok } from '../../src/shared/result.ts';
import { questionWith } from './questions.ts';

let seen: string[];
let told: string[];
let coaching: Coaching;
let canShow: (question: Question) => boolean;

beforeEach(() => {
  seen = [];
  told = [];
  canShow = () => true;
  const view = {
    show: (question: Question) => {
      seen.push(`show ${question.id}`);
      return canShow(question) ? ok(undefined) : failed('it does not fit');
    },
    hide: (id: string) => void seen.push(`hide ${id}`),
  };
  coaching = createCoaching(view, (problem) => told.push(problem));
});

const never = new AbortController().signal;
const a = questionWith({ id: 'a' });
const b = questionWith({ id: 'b' });

describe('asking the person', () => {
  it('shows the question, takes the answer and hides the window', async () => {
    const asked = coaching.ask(a, never);
    expect(coaching.current()).toEqual(a);
    expect(coaching.answer('a', { choice: 'redact' })).toEqual(ok({ accepted: true }));
    await expect(asked).resolves.toEqual({ choice: 'redact' });
    expect(seen).toEqual(['show a', 'hide a']);
    expect(coaching.current()).toBeNull();
  });

  it('does not accept a second answer', async () => {
    const asked = coaching.ask(a, never);
    coaching.answer('a', { choice: 'cancel' });
    expect(coaching.answer('a', { choice: 'proceed' })).toEqual(ok({ accepted: false }));
    await expect(asked).resolves.toEqual({ choice: 'cancel' });
  });

  it('lets a second question wait without hiding the window in between', async () => {
    const first = coaching.ask(a, never);
    const second = coaching.ask(b, never);
    coaching.answer('a', { choice: 'cancel' });
    coaching.answer('b', { choice: 'redact' });
    await expect(Promise.all([first, second])).resolves.toEqual([{ choice: 'cancel' }, { choice: 'redact' }]);
    expect(seen).toEqual(['show a', 'show b', 'hide b']);
  });

  it('answers null and hides when the question is withdrawn, and accepts no answer after that', async () => {
    const withdrawal = new AbortController();
    const asked = coaching.ask(a, withdrawal.signal);
    withdrawal.abort();
    await expect(asked).resolves.toBeNull();
    expect(seen).toEqual(['show a', 'hide a']);
    expect(coaching.answer('a', { choice: 'proceed' })).toEqual(ok({ accepted: false }));
  });

  it('never shows a question that is withdrawn before its turn', async () => {
    const withdrawal = new AbortController();
    void coaching.ask(a, never);
    const waiting = coaching.ask(b, withdrawal.signal);
    withdrawal.abort();
    await expect(waiting).resolves.toBeNull();
    await expect(coaching.ask(b, withdrawal.signal)).resolves.toBeNull();
    expect(seen).toEqual(['show a']);
  });

  it('takes closing the window for the safe choice', async () => {
    const asked = coaching.ask(a, never);
    coaching.closed();
    await expect(asked).resolves.toEqual({ choice: 'cancel' });
    expect(() => coaching.closed()).not.toThrow();
  });

  it.each<[string, Partial<Question>, Answer, string | null]>([
    [
      'a choice that was not offered',
      { choices: ['cancel'] },
      { choice: 'proceed' },
      '"proceed" was not offered',
    ],
    ['cancel, offered or not', { choices: ['redact'] }, { choice: 'cancel' }, null],
    [
      'no reason where one is required',
      { justification: 'required' },
      { choice: 'proceed' },
      'a reason of at least 3 characters is needed to go on',
    ],
    [
      'two characters',
      { justification: 'required' },
      { choice: 'proceed', justification: ' ok ' },
      'a reason of at least 3 characters is needed to go on',
    ],
    ['three characters', { justification: 'required' }, { choice: 'proceed', justification: 'yes' }, null],
    [
      'a reason from the list where one is required',
      { justification: 'required', reasons: ['Agreed'] },
      { choice: 'proceed', reason: 'Agreed' },
      null,
    ],
    [
      'a reason that is not in the list',
      { justification: 'optional', reasons: ['Agreed'] },
      { choice: 'proceed', reason: 'agreed' },
      'the chosen reason is none of those offered',
    ],
    [
      'no reason where the list has some',
      { justification: 'required', reasons: ['Agreed'] },
      { choice: 'proceed' },
      'one of the listed reasons or a reason of at least 3 characters is needed to go on',
    ],
    ['redaction without a reason', { justification: 'required' }, { choice: 'redact' }, null],
    ['no reason where one is welcome', { justification: 'optional' }, { choice: 'proceed' }, null],
  ])('whatever a window says, weighs %s', (_name, different, answer, problem) => {
    void coaching.ask(questionWith({ id: 'a', ...different }), never);
    expect(coaching.answer('a', answer)).toEqual(problem === null ? ok({ accepted: true }) : failed(problem));
    expect(coaching.current() === null).toBe(problem === null);
  });

  it('says so when a question cannot be shown, leaves its content held and goes on with the next', async () => {
    canShow = ({ id }) => id !== 'a';
    await expect(coaching.ask(a, never)).resolves.toBeNull();
    void coaching.ask(b, never);
    expect(coaching.current()).toEqual(b);
    expect(told).toEqual(['A question could not be shown, so its content stays held: it does not fit.']);
  });

  it('asks nothing any more after the window was given up', async () => {
    const open = [coaching.ask(a, never), coaching.ask(b, never)];
    coaching.giveUp();
    await expect(Promise.all([...open, coaching.ask(a, never)])).resolves.toEqual([null, null, null]);
    expect(seen).toEqual(['show a', 'hide a']);
  });
});
