import { describe, expect, it } from 'vitest';
import { NOT_KNOWN, type PartialInput } from '../../src/policy/interaction.ts';
import { compilePolicies, judge, judgePartly } from '../../src/policy/judge.ts';
import type { Policy } from '../../src/policy/policy.ts';
import { oneCard } from '../fakes/classifications.ts';
import { inputOf, policyOf } from '../fakes/policy-inputs.ts';

const inHr = { user_group: { in: ['HR'] } };
const input = inputOf({ classification: oneCard, userGroups: ['HR'] });
const without = (circumstances: Partial<PartialInput['circumstances']>): PartialInput => ({
  ...input,
  circumstances: { ...input.circumstances, ...circumstances },
});
const noGroups = without({ userGroups: NOT_KNOWN });
const partly = (given: PartialInput, ...policies: Policy[]) =>
  judgePartly(compilePolicies(policies, []), given);
const exception = { name: 'HR', owner: 'o', expires: '2030-01-01T00:00:00Z', when: inHr };

describe('an interaction of which not everything is known', () => {
  it('has the same verdict where everything is', () => {
    const set = compilePolicies([policyOf('a', { when: inHr, action: 'block' }), policyOf('b')], []);
    const { verdict, unjudged } = judgePartly(set, input);
    expect({ ...verdict }).toEqual({ ...judge(set, input) });
    expect(verdict.policy).toBe('a');
    expect(unjudged).toEqual([]);
  });

  it('has the verdict of what can be judged, and names what cannot and for which fact', () => {
    const { verdict, unjudged } = partly(
      noGroups,
      policyOf('a', { when: { all: [{ ai_platform: true }, inHr] }, action: 'block', priority: 1 }),
      policyOf('b'),
    );
    expect(verdict).toMatchObject({ policy: 'b', action: 'log' });
    expect(unjudged).toEqual([
      { policy: 'a', leaves: ['user_group'], why: 'user_group is not known of this interaction' },
    ]);
    expect(verdict.considered[0]).toEqual({
      policy: 'a',
      applied: false,
      why: 'user_group is not known of this interaction: it cannot be told whether it applies',
    });
  });

  it.each<{ what: string; policies: Policy[]; given?: PartialInput }>([
    { what: 'a policy after the one that decides', policies: [policyOf('a'), policyOf('b', { when: inHr })] },
    {
      what: 'a condition that another fact settles',
      policies: [policyOf('a', { when: { all: [inHr, { ai_platform: false }] } })],
    },
    { what: 'a policy that is off', policies: [policyOf('a', { when: inHr, enabled: false })] },
    {
      what: 'an exception of a policy that does not apply',
      policies: [policyOf('a', { when: { ai_platform: false }, exceptions: [exception] })],
    },
    {
      what: 'an exception that has expired',
      policies: [policyOf('a', { exceptions: [{ ...exception, expires: '2020-01-01T00:00:00Z' }] })],
    },
    {
      what: 'a policy that another exception excuses from',
      policies: [policyOf('a', { exceptions: [exception, { ...exception, when: { ai_platform: true } }] })],
    },
  ])('is judged all the same: $what', ({ policies }) => {
    expect(partly(noGroups, ...policies).unjudged).toEqual([]);
  });

  it('cannot be judged where an exception of the policy hangs on it', () => {
    const { verdict, unjudged } = partly(
      noGroups,
      policyOf('a', { action: 'block', exceptions: [exception] }),
    );
    expect(verdict.policy).toBeNull();
    expect(unjudged).toMatchObject([{ policy: 'a', leaves: ['user_group'] }]);
    expect(unjudged[0]?.why).toContain('whether exception "HR" of o holds cannot be told');
  });

  it('names a policy in simulation too', () => {
    const { verdict, unjudged } = partly(noGroups, policyOf('a', { when: inHr, mode: 'simulate' }));
    expect(verdict.simulated).toEqual([]);
    expect(unjudged).toMatchObject([{ policy: 'a' }]);
  });

  it('does not take a missing fact for content that was not read', () => {
    const policy = policyOf('a', { when: inHr, on_failure: 'closed', action: 'block' });
    expect(partly(noGroups, policy)).toMatchObject({
      verdict: { action: 'allow' },
      unjudged: [{ policy: 'a' }],
    });
  });
});
