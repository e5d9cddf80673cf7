import { describe, expect, it } from 'vitest';
import { type Truth } from '../../src/policy/check.ts';
import { NOT_KNOWN, type PartialInput } from '../../src/policy/interaction.ts';
import { DOUBT, outcomeOf, partly, read } from './condition-rows.ts';

describe('all, any and not', () => {
  const leaf = {
    true: { ai_platform: true },
    false: { ai_platform: false },
    unread: { finding: { type: 'IBAN' } },
    missing: { user_group: { in: ['x'] } },
  } as const;
  const input: PartialInput = {
    ...partly,
    circumstances: { ...partly.circumstances, userGroups: NOT_KNOWN },
  };
  type Word = keyof typeof leaf;
  const truth = (word: Word): Truth => word === 'true' || (word === 'false' ? false : word);

  it.each<{ left: Word; right: Word; all: Word; any: Word }>([
    { left: 'true', right: 'true', all: 'true', any: 'true' },
    { left: 'true', right: 'false', all: 'false', any: 'true' },
    { left: 'true', right: 'unread', all: 'unread', any: 'true' },
    { left: 'true', right: 'missing', all: 'missing', any: 'true' },
    { left: 'false', right: 'false', all: 'false', any: 'false' },
    { left: 'false', right: 'unread', all: 'false', any: 'unread' },
    { left: 'false', right: 'missing', all: 'false', any: 'missing' },
    { left: 'unread', right: 'unread', all: 'unread', any: 'unread' },
    { left: 'unread', right: 'missing', all: 'missing', any: 'missing' },
    { left: 'missing', right: 'missing', all: 'missing', any: 'missing' },
  ])('$left with $right: all gives $all, any gives $any', ({ left, right, all, any }) => {
    for (const branches of [
      [leaf[left], leaf[right]],
      [leaf[right], leaf[left]],
    ]) {
      expect(outcomeOf({ all: branches }, input).truth).toBe(truth(all));
      expect(outcomeOf({ any: branches }, input).truth).toBe(truth(any));
    }
  });

  it.each<{ of: Word; gives: Word }>([
    { of: 'true', gives: 'false' },
    { of: 'false', gives: 'true' },
    { of: 'unread', gives: 'unread' },
    { of: 'missing', gives: 'missing' },
  ])('not $of gives $gives', ({ of, gives }) => {
    expect(outcomeOf({ not: leaf[of] }, input).truth).toBe(truth(gives));
  });

  it.each([
    {
      what: 'the first that fails, of "all"',
      when: { all: [leaf.unread, leaf.true, leaf.false] },
      why: 'chatgpt is an AI platform',
    },
    {
      what: 'all of them, of "all" that holds',
      when: { all: [leaf.true, { capture: { in: ['text'] } }] },
      why: 'chatgpt is an AI platform and text was copied',
    },
    {
      what: 'the first that holds, of "any"',
      when: { any: [leaf.unread, { capture: { in: ['text'] } }] },
      why: 'text was copied',
    },
    {
      what: 'what is in doubt',
      when: { all: [{ capture: { in: ['text'] } }, leaf.unread] },
      why: `0 distinct IBAN found${DOUBT}`,
    },
    { what: 'what was settled within a "not"', when: { not: leaf.false }, why: 'chatgpt is an AI platform' },
    { what: 'each fact once', when: { all: [leaf.true, leaf.true] }, why: 'chatgpt is an AI platform' },
    {
      what: 'five of many',
      when: { any: Array.from({ length: 9 }, (_, at) => ({ finding: { type: `T${at}` } })) },
      why: `${Array.from({ length: 5 }, (_, at) => `0 distinct T${at} found${DOUBT}`).join(' and ')} and 4 more`,
    },
  ])('name $what', ({ when, why }) => {
    expect(outcomeOf(when, input).why).toBe(why);
  });

  it('take several facts of one leaf as "all"', () => {
    const both = { ai_platform: true, risk_score: { gte: 0.9 } };
    expect(outcomeOf(both, read)).toMatchObject({ truth: false, why: 'risk score is 0.7' });
    expect(outcomeOf({ ...both, risk_score: { gte: 0.5 } }, read).truth).toBe(true);
  });

  it('name every fact that is missing, once', () => {
    const when = { all: [leaf.missing, leaf.true, { any: [leaf.missing, { device_managed: true }] }] };
    const given: PartialInput = {
      ...input,
      circumstances: { ...input.circumstances, deviceManaged: NOT_KNOWN },
    };
    expect(outcomeOf(when, given).missing).toEqual(['user_group', 'device_managed']);
  });
});
