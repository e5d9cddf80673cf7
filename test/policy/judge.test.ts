import { describe, expect, it } from 'vitest';
import type { Condition } from '../../src/policy/condition.ts';
import { loadDefaultBundle } from '../../src/policy/default-bundle.ts';
import { evaluate } from '../../src/policy/evaluate.ts';
import { compilePolicies, judge } from '../../src/policy/judge.ts';
import { policySchema, type Policy } from '../../src/policy/policy.ts';
import { findLabel } from '../../src/label/label-catalogue.ts';
import { parse } from '../../src/shared/result.ts';
import { classificationOf, nothingFound, oneCard, oneEmail } from '../fakes/classifications.ts';
import { ai, editor, unknownSite } from '../fakes/targets.ts';

const bundle = loadDefaultBundle();
const { labels } = bundle;
const seed = compilePolicies(bundle.policies, labels);
const labelled = (name: string | null) => (name === null ? null : findLabel(labels, name));

describe('the built-in policies', () => {
  it.each([
    ...['perplexity', 'deepseek', 'grok'].map((platform) => ({
      label: 'Restricted',
      platform,
      action: 'block',
    })),
    ...['chatgpt', 'claude', 'gemini', 'copilot', 'meta-ai'].map((platform) => ({
      label: 'Confidential',
      platform,
      action: 'coach',
    })),
    { label: 'Restricted', platform: 'chatgpt', action: 'coach' },
    { label: 'Confidential', platform: 'deepseek', action: 'coach' },
    { label: 'Internal', platform: 'deepseek', action: 'allow' },
    { label: 'Public', platform: 'chatgpt', action: 'allow' },
  ])('$action for $label on $platform', ({ label, platform, action }) => {
    const verdict = judge(seed, { classification: oneCard, label: labelled(label), target: ai(platform) });
    expect(verdict.action).toBe(action);
  });

  it('leave apps alone that are no AI platform', () => {
    expect(
      judge(seed, { classification: oneCard, label: labelled('Restricted'), target: editor }).action,
    ).toBe('allow');
  });

  it('say of every policy whether it applied and why', () => {
    const { considered, policy, reason } = judge(seed, {
      classification: oneCard,
      label: labelled('Restricted'),
      target: ai('deepseek'),
    });
    expect(policy).toBe('Block Restricted label data on unauthorized platforms');
    expect(reason).toBe(`${policy}: label is Restricted and platform is deepseek.`);
    expect(considered.map((entry) => [entry.policy, entry.applied])).toEqual([
      ['Block Restricted label data on unauthorized platforms', true],
      ['Coach before Confidential data goes to an AI platform', false],
      ['Coach when content for an AI platform could not be read', false],
      [`Record when a password manager's copy faces an AI platform`, false],
    ]);
    expect(considered[1]?.why).toContain('comes first');
    expect(considered[2]?.why).toBe('all of it was read');
  });

  it.each(['too-large', 'unreadable', 'timed-out', 'failed'] as const)(
    'coach when the content was %s, as it may hold anything',
    (unscanned) => {
      const verdict = judge(seed, {
        classification: classificationOf([], 0, 'none', unscanned),
        label: null,
        target: ai('claude'),
      });
      expect(verdict).toMatchObject({ action: 'coach', justification: 'required', redact: false });
    },
  );

  it('block what was found in a text that was not wholly read, and offer no redaction of the rest', () => {
    const partly = { ...oneCard, unscanned: 'too-large' as const };
    const verdict = judge(seed, {
      classification: partly,
      label: labelled('Restricted'),
      target: ai('grok'),
    });
    expect(verdict).toMatchObject({ action: 'block', redact: false });
    expect(
      judge(seed, { classification: oneCard, label: labelled('Restricted'), target: ai('grok') }).redact,
    ).toBe(true);
  });

  it(`only record a password manager's copy`, () => {
    const concealed = classificationOf([], 0, 'none', 'concealed');
    expect(judge(seed, { classification: concealed, label: null, target: ai('chatgpt') }).action).toBe('log');
  });
});

describe('a condition', () => {
  const input = {
    classification: classificationOf([{ type: 'EMAIL', distinct: 3 }, 'NATIONAL_ID:FR'], 0.7, 'medium'),
    label: labelled('Confidential'),
    target: ai('chatgpt', true),
  };
  const unread = { ...input, classification: classificationOf([], 0, 'none', 'too-large'), label: null };
  const site = { ...input, target: unknownSite };

  it.each<{
    what: string;
    when: Condition;
    input?: typeof input | typeof unread | typeof site;
    holds: boolean;
  }>([
    { what: 'label is', when: { label: { is: 'Confidential' } }, holds: true },
    { what: 'label is another', when: { label: { is: 'Public' } }, holds: false },
    { what: 'label is, with no label', when: { label: { is: 'Public' } }, input: unread, holds: false },
    { what: 'label in', when: { label: { in: ['Public', 'confidential'] } }, holds: true },
    { what: 'label in others', when: { label: { in: ['Public', 'Restricted'] } }, holds: false },
    { what: 'label at least a lower one', when: { label: { at_least: 'Internal' } }, holds: true },
    { what: 'label at least a higher one', when: { label: { at_least: 'Restricted' } }, holds: false },
    { what: 'platform in', when: { platform_id: { in: ['claude', 'chatgpt'] } }, holds: true },
    { what: 'platform not in', when: { platform_id: { in: ['claude'] } }, holds: false },
    { what: 'unknown-site named', when: { platform_id: { in: ['unknown-site'] } }, input: site, holds: true },
    { what: 'unknown-site not named', when: { platform_id: { in: ['chatgpt'] } }, input: site, holds: false },
    { what: 'any AI platform', when: { ai_platform: true }, holds: true },
    { what: 'any AI platform, at an unknown site', when: { ai_platform: true }, input: site, holds: false },
    { what: 'no AI platform, at an unknown site', when: { ai_platform: false }, input: site, holds: true },
    { what: 'sanctioned', when: { sanctioned: true }, holds: true },
    { what: 'not sanctioned', when: { sanctioned: false }, holds: false },
    { what: 'sanctioned, at an unknown site', when: { sanctioned: false }, input: site, holds: false },
    { what: 'risk score from', when: { risk_score: { gte: 0.7 } }, holds: true },
    { what: 'risk score from above', when: { risk_score: { gte: 0.71 } }, holds: false },
    { what: 'risk score below', when: { risk_score: { lt: 0.7 } }, holds: false },
    { what: 'risk score between', when: { risk_score: { gte: 0.5, lt: 0.8 } }, holds: true },
    { what: 'risk level at least', when: { risk_level: { at_least: 'medium' } }, holds: true },
    { what: 'risk level at least a higher one', when: { risk_level: { at_least: 'high' } }, holds: false },
    { what: 'a type', when: { finding: { type: 'EMAIL', min_distinct: 3 } }, holds: true },
    {
      what: 'more of a type than there is',
      when: { finding: { type: 'EMAIL', min_distinct: 4 } },
      holds: false,
    },
    { what: 'a family of types', when: { finding: { type: 'NATIONAL_ID', min_distinct: 1 } }, holds: true },
    {
      what: 'several types together',
      when: { finding: { type: ['IBAN', 'EMAIL', 'NATIONAL_ID'], min_distinct: 4 } },
      holds: true,
    },
    {
      what: 'several types that are not there',
      when: { finding: { type: ['IBAN', 'NIR'], min_distinct: 1 } },
      holds: false,
    },
    { what: 'a type that is not there', when: { finding: { type: 'IBAN', min_distinct: 1 } }, holds: false },
    { what: 'unscanned', when: { unscanned: true }, input: unread, holds: true },
    { what: 'unscanned, when all was read', when: { unscanned: true }, holds: false },
    {
      what: 'unscanned for one cause',
      when: { unscanned: { in: ['too-large'] } },
      input: unread,
      holds: true,
    },
    {
      what: 'unscanned for another cause',
      when: { unscanned: { in: ['failed'] } },
      input: unread,
      holds: false,
    },
    { what: 'two facts in one leaf', when: { ai_platform: true, risk_score: { gte: 0.9 } }, holds: false },
    { what: 'all of two', when: { all: [{ ai_platform: true }, { sanctioned: true }] }, holds: true },
    {
      what: 'all with one that fails',
      when: { all: [{ ai_platform: true }, { sanctioned: false }] },
      holds: false,
    },
    { what: 'any of two', when: { any: [{ sanctioned: false }, { ai_platform: true }] }, holds: true },
    {
      what: 'any of none that hold',
      when: { any: [{ sanctioned: false }, { ai_platform: false }] },
      holds: false,
    },
    { what: 'not', when: { not: { sanctioned: false } }, holds: true },
    { what: 'not of what holds', when: { not: { ai_platform: true } }, holds: false },
  ])('"$what" gives $holds', ({ when, input: given, holds }) => {
    const outcome = evaluate(when, given ?? input, labels);
    expect(outcome.holds).toBe(holds);
    expect(outcome.why).not.toBe('');
  });
});

describe('which policy decides', () => {
  const policy = (name: string, given: Partial<Policy>): Policy => ({
    name,
    enabled: true,
    priority: 500,
    when: { ai_platform: true },
    action: 'log',
    redact: true,
    justification: 'optional',
    ...given,
  });
  const decide = (policies: Policy[]) =>
    judge(compilePolicies(policies, labels), { classification: oneEmail, label: null, target: ai('poe') });

  it.each([
    {
      rule: 'the lower priority number',
      policies: [policy('a', { priority: 9, action: 'block' }), policy('b', { priority: 1 })],
      decides: 'b',
    },
    {
      rule: 'then the stricter action',
      policies: [policy('a', {}), policy('b', { action: 'block' })],
      decides: 'b',
    },
    { rule: 'then the name', policies: [policy('b', {}), policy('a', {})], decides: 'a' },
    {
      rule: 'not one that is switched off',
      policies: [policy('a', { enabled: false }), policy('b', {})],
      decides: 'b',
    },
    {
      rule: 'none, when none applies',
      policies: [policy('a', { when: { ai_platform: false } })],
      decides: null,
    },
  ])('$rule', ({ policies, decides }) => {
    expect(decide(policies).policy).toBe(decides);
    expect(decide(policies.toReversed()).policy).toBe(decides);
  });

  it('asks for no justification where there is no way past', () => {
    expect(decide([policy('a', { action: 'block', justification: 'required' })]).justification).toBe('none');
  });

  it('is off unless it says that it is on', () => {
    const parsed = parse(policySchema, { name: 'a', when: { ai_platform: true }, action: 'block' }, 'p');
    expect(parsed).toMatchObject({ ok: true, value: { enabled: false } });
    if (parsed.ok) expect(decide([parsed.value]).action).toBe('allow');
  });

  it('lets pass what no policy speaks against', () => {
    expect(
      judge(compilePolicies([], labels), { classification: nothingFound, label: null, target: ai('poe') }),
    ).toMatchObject({ action: 'allow', policy: null });
  });
});
