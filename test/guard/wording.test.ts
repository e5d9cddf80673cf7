import { describe, expect, it } from 'vitest';
import { noticeFor, questionFor, type Subject } from '../../src/guard/wording.ts';
import { questionSchema } from '../../src/shared/coaching.ts';
import { loadDefaultBundle } from '../../src/policy/default-bundle.ts';
import { builtInCatalogue } from '../../src/sense/catalogue.ts';
import type { Verdict } from '../../src/shared/verdict.ts';
import { oneCard, oneEmail } from '../fakes/classifications.ts';
import { ai } from '../fakes/targets.ts';

const restricted = loadDefaultBundle().labels[3] ?? null;
const verdict = (given: Partial<Verdict>): Verdict => ({
  action: 'coach',
  policy: 'P',
  reason: 'P: because.',
  redact: true,
  justification: 'optional',
  reasons: [],
  simulated: [],
  considered: [],
  ...given,
});
const subject = (given: Partial<Subject> = {}): Subject => ({
  id: 'i',
  target: ai('DeepSeek'),
  verdict: verdict({}),
  counts: oneCard.counts,
  label: restricted,
  contact: undefined,
  coaching: undefined,
  language: 'en',
  ...given,
});

describe('the coaching question', () => {
  it.each([
    { what: 'coach', given: {}, choices: ['redact', 'cancel', 'proceed'] },
    {
      what: 'coach without redaction',
      given: { verdict: verdict({ redact: false }) },
      choices: ['cancel', 'proceed'],
    },
    { what: 'coach for what could not be read', given: { counts: [] }, choices: ['cancel', 'proceed'] },
    { what: 'block', given: { verdict: verdict({ action: 'block' }) }, choices: ['redact', 'cancel'] },
    {
      what: 'block without redaction',
      given: { verdict: verdict({ action: 'block', redact: false }) },
      choices: ['cancel'],
    },
  ])('offers for $what the safe choice first: $choices', ({ given, choices }) => {
    expect(questionFor(subject(given)).choices).toEqual(choices);
  });

  it('says what was found, where it was going, its label, and whom to ask', () => {
    const { title, text } = questionFor(
      subject({ contact: 'dataprotection@example.com', counts: [...oneCard.counts, ...oneEmail.counts] }),
    );
    expect(title).toBe('Check before it goes to DeepSeek');
    expect(text).toContain('1 credit card number and 1 e-mail address');
    expect(text).toContain('so it is Restricted');
    expect(text).toContain('Ask dataprotection@example.com.');
  });

  it('keeps to 60 characters of title and 45 words of text for every platform there is', () => {
    const many = ['CREDIT_CARD', 'EMAIL', 'PHONE', 'IBAN', 'NIR', 'US_SSN'].map((type) => ({
      type,
      count: 12,
      distinct: 12,
      confidence: 'high' as const,
    }));
    expect(builtInCatalogue.platforms.length).toBeGreaterThan(24);
    for (const { name } of builtInCatalogue.platforms) {
      for (const action of ['coach', 'block'] as const) {
        const question = questionFor(
          subject({
            target: { ...ai('x'), name } as Subject['target'],
            verdict: verdict({ action }),
            counts: many,
            contact: 'the data protection team',
          }),
        );
        expect(question.title.length, question.title).toBeLessThanOrEqual(60);
        expect(question.text.split(/\s+/).length, question.text).toBeLessThanOrEqual(45);
        expect(questionSchema.safeParse(question).success).toBe(true);
      }
    }
  });
});

describe("the coaching question in the company's words", () => {
  const words = (text: object, given: Partial<Subject> = {}) =>
    questionFor(subject({ coaching: { en: text }, ...given }));

  it('names platform, label and policy where the braces are', () => {
    const text = '{label} stays out of {platform}, says {policy}.';
    expect(words({ title: 'No {label}', text })).toMatchObject({
      title: 'No Restricted',
      text: 'Restricted stays out of DeepSeek, says P.',
    });
  });

  it('says of what has no label that it is not labelled', () => {
    expect(words({ text: 'It is {label}.' }, { label: null })).toMatchObject({
      text: 'It is not labelled.',
      label: null,
    });
  });

  it('says whom to ask in that language, before whom the bundle names', () => {
    expect(words({ contact: 'Ada' }, { contact: 'the help desk' }).text).toMatch(/Ask Ada\.$/);
    expect(words({ title: 'x' }, { contact: 'the help desk' }).text).toMatch(/Ask the help desk\.$/);
  });

  it('fits the window however long the names are, and still says whom to ask', () => {
    const target = { ...ai('x'), name: 'P'.repeat(200) } as Subject['target'];
    const long = { title: '{platform}', text: '{platform} '.repeat(50), contact: 'C'.repeat(200) };
    const question = words(long, { target });
    expect(questionSchema.safeParse(question).success).toBe(true);
    expect(question.title).toHaveLength(60);
    expect(question.text).toHaveLength(600);
    expect(question.text).toMatch(/Ask C{200}\.$/);
  });

  it('can be sent to a window, whatever else is known of the label', () => {
    const label = { ...restricted, aliases: ['Geheim'], description: 'x' } as unknown as Subject['label'];
    expect(questionSchema.safeParse(questionFor(subject({ label }))).success).toBe(true);
  });
});

describe('the notice on the clipboard', () => {
  it('says where the content is and how it comes back', () => {
    expect(noticeFor(ai('DeepSeek'))).toMatch(
      /^\[Clipward is keeping what you copied.*DeepSeek.*back on your clipboard when you leave/,
    );
  });
});
