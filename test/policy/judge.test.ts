import { describe, expect, it } from 'vitest';
import { loadDefaultBundle } from '../../src/policy/default-bundle.ts';
import { compilePolicies, judge } from '../../src/policy/judge.ts';
import { policySchema, type Policy } from '../../src/policy/policy.ts';
import { findLabel } from '../../src/label/label-catalogue.ts';
import { parse } from '../../src/shared/result.ts';
import { classificationOf, oneCard, oneEmail } from '../fakes/classifications.ts';
import { inputOf, localTime, policyOf } from '../fakes/policy-inputs.ts';
import { ai, editor } from '../fakes/targets.ts';

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
    const verdict = judge(
      seed,
      inputOf({ classification: oneCard, label: labelled(label), target: ai(platform) }),
    );
    expect(verdict.action).toBe(action);
  });

  it('leave apps alone that are no AI platform', () => {
    expect(
      judge(seed, inputOf({ classification: oneCard, label: labelled('Restricted'), target: editor })).action,
    ).toBe('allow');
  });

  it('say of every policy whether it applied and why', () => {
    const { considered, policy, reason } = judge(
      seed,
      inputOf({ classification: oneCard, label: labelled('Restricted'), target: ai('deepseek') }),
    );
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
      const verdict = judge(
        seed,
        inputOf({ classification: classificationOf([], 0, 'none', unscanned), target: ai('claude') }),
      );
      expect(verdict).toMatchObject({ action: 'coach', justification: 'required', redact: false });
    },
  );

  it('block what was found in a text that was not wholly read, and offer no redaction of the rest', () => {
    const partly = { ...oneCard, unscanned: 'too-large' as const };
    const verdict = judge(
      seed,
      inputOf({ classification: partly, label: labelled('Restricted'), target: ai('grok') }),
    );
    expect(verdict).toMatchObject({ action: 'block', redact: false });
    expect(
      judge(seed, inputOf({ classification: oneCard, label: labelled('Restricted'), target: ai('grok') }))
        .redact,
    ).toBe(true);
  });

  it(`only record a password manager's copy`, () => {
    const concealed = classificationOf([], 0, 'none', 'concealed');
    expect(judge(seed, inputOf({ classification: concealed })).action).toBe('log');
  });
});

describe('which policy decides', () => {
  const decide = (policies: Policy[]) =>
    judge(compilePolicies(policies, labels), inputOf({ classification: oneEmail, target: ai('poe') }));

  it.each([
    {
      rule: 'the lower priority number',
      policies: [policyOf('a', { priority: 9, action: 'block' }), policyOf('b', { priority: 1 })],
      decides: 'b',
    },
    {
      rule: 'then the stricter action',
      policies: [policyOf('a', {}), policyOf('b', { action: 'block' })],
      decides: 'b',
    },
    { rule: 'then the name', policies: [policyOf('b', {}), policyOf('a', {})], decides: 'a' },
    {
      rule: 'not one that is switched off',
      policies: [policyOf('a', { enabled: false }), policyOf('b', {})],
      decides: 'b',
    },
    {
      rule: 'none, when none applies',
      policies: [policyOf('a', { when: { ai_platform: false } })],
      decides: null,
    },
  ])('$rule', ({ policies, decides }) => {
    expect(decide(policies).policy).toBe(decides);
    expect(decide(policies.toReversed()).policy).toBe(decides);
  });

  it('asks for no justification where there is no way past', () => {
    expect(decide([policyOf('a', { action: 'block', justification: 'required' })]).justification).toBe(
      'none',
    );
  });

  it('is off unless it says that it is on', () => {
    const parsed = parse(policySchema, { name: 'a', when: { ai_platform: true }, action: 'block' }, 'p');
    expect(parsed).toMatchObject({ ok: true, value: { enabled: false } });
    if (parsed.ok) expect(decide([parsed.value]).action).toBe('allow');
  });

  it('lets pass what no policy speaks against', () => {
    expect(judge(compilePolicies([], labels), inputOf({ target: ai('poe') }))).toMatchObject({
      action: 'allow',
      policy: null,
      simulated: [],
      considered: [],
    });
  });
});

describe('a verdict', () => {
  const decide = (given: Partial<Policy>, input = inputOf({ classification: oneEmail })) =>
    judge(compilePolicies([policyOf('a', given)], labels), input);
  const reasons = ['Customer asked for it', 'Test data'];
  const coaching = { de: { title: 'Moment' } };

  it.each([
    { what: 'coach', given: { action: 'coach', reasons }, says: { justification: 'optional', reasons } },
    {
      what: 'coach, and a justification is required',
      given: { action: 'coach', justification: 'required', reasons },
      says: { justification: 'required', reasons },
    },
    {
      what: 'coach without a justification',
      given: { action: 'coach', justification: 'none', reasons },
      says: { justification: 'none', reasons: [] },
    },
    { what: 'block', given: { action: 'block', reasons }, says: { justification: 'none', reasons: [] } },
    { what: 'its own words', given: { action: 'block', coaching }, says: { coaching } },
    { what: 'a redacted version', given: { action: 'block' }, says: { redact: true } },
    { what: 'a block with no way out', given: { action: 'block', redact: false }, says: { redact: false } },
  ] as { what: string; given: Partial<Policy>; says: object }[])(
    'has what the policy says: $what',
    ({ given, says }) => {
      expect(decide(given)).toMatchObject(says);
    },
  );

  it('has no words of its own where the policy has none', () => {
    expect(decide({ action: 'block' })).not.toHaveProperty('coaching');
  });

  it.each(['files', 'image'] as const)(
    'offers no redaction of %s: there are tokens for text alone',
    (kind) => {
      expect(decide({ action: 'block' }, inputOf({ kind })).redact).toBe(false);
    },
  );

  it('tells what was considered when it is asked, once, and in what is made of it', () => {
    const input = inputOf();
    let asked = 0;
    const watched = {
      ...input,
      get target() {
        asked += 1;
        return input.target;
      },
    };
    const verdict = judge(
      compilePolicies([policyOf('a'), policyOf('b', { enabled: false })], labels),
      watched,
    );
    const forVerdict = asked;
    const { considered } = verdict;
    expect(considered).toEqual([
      { policy: 'a', applied: true, why: 'chatgpt is an AI platform' },
      { policy: 'b', applied: false, why: 'it is switched off' },
    ]);
    expect(asked).toBeGreaterThan(forVerdict);
    const forBoth = asked;
    expect(verdict.considered).toBe(considered);
    expect({ ...verdict }.considered).toBe(considered);
    expect(structuredClone(verdict).considered).toEqual(considered);
    expect(JSON.parse(JSON.stringify(verdict)).considered).toEqual(considered);
    expect(asked).toBe(forBoth);
  });
});

describe('a policy in simulation', () => {
  const trial = (name: string, given: Partial<Policy>) => policyOf(name, { mode: 'simulate', ...given });
  const decide = (...policies: Policy[]) =>
    judge(compilePolicies(policies, labels), inputOf({ classification: oneEmail }));

  it('never decides, and is listed where it would have', () => {
    const verdict = decide(trial('t', { action: 'block' }));
    expect(verdict).toMatchObject({
      action: 'allow',
      policy: null,
      simulated: [{ policy: 't', action: 'block' }],
      considered: [
        {
          policy: 't',
          applied: false,
          why: 'chatgpt is an AI platform; in simulation: enforced it would block',
        },
      ],
    });
  });

  it.each<{ what: string; policies: Policy[]; simulated: string[]; decides: string }>([
    {
      what: 'one that comes later',
      policies: [policyOf('a', { priority: 1 }), trial('t', { action: 'block', priority: 2 })],
      simulated: [],
      decides: 'a',
    },
    {
      what: 'several that come earlier',
      policies: [
        trial('s', { action: 'coach', priority: 1 }),
        trial('t', { action: 'block', priority: 2 }),
        policyOf('a', { priority: 3 }),
      ],
      simulated: ['s', 't'],
      decides: 'a',
    },
    {
      what: 'one that changes nothing',
      policies: [trial('t', { priority: 1 }), policyOf('a', {})],
      simulated: [],
      decides: 'a',
    },
    {
      what: 'one that would ask otherwise',
      policies: [
        trial('t', { action: 'coach', justification: 'required', priority: 1 }),
        policyOf('a', { action: 'coach' }),
      ],
      simulated: ['t'],
      decides: 'a',
    },
    {
      what: 'one that would be milder',
      policies: [trial('t', { action: 'allow', priority: 1 }), policyOf('a', { action: 'block' })],
      simulated: ['t'],
      decides: 'a',
    },
    {
      what: 'one that does not apply',
      policies: [trial('t', { action: 'block', when: { ai_platform: false } }), policyOf('a', {})],
      simulated: [],
      decides: 'a',
    },
  ])('leaves the verdict as it is: $what', ({ policies, simulated, decides }) => {
    const verdict = decide(...policies);
    expect(verdict.policy).toBe(decides);
    expect(verdict.simulated.map(({ policy }) => policy)).toEqual(simulated);
  });

  it('says so too when it comes later', () => {
    const { considered } = decide(
      policyOf('a', { priority: 1 }),
      trial('t', { action: 'block', priority: 2 }),
    );
    expect(considered[1]?.why).toBe(
      'chatgpt is an AI platform; in simulation: enforced it would block, but "a" comes first',
    );
  });
});

describe('an exception', () => {
  const exception = {
    name: 'Legal',
    owner: 'jane@example.com',
    expires: '2026-11-18T13:00:00+01:00',
    when: { user_group: { in: ['Legal'] } },
  };
  const decide = (given: Partial<Policy>, input = inputOf({ userGroups: ['legal'] })) =>
    judge(
      compilePolicies([policyOf('a', { action: 'block', exceptions: [exception], ...given })], labels),
      input,
    );

  it('that holds excuses from the policy, which names it, its owner and its end', () => {
    expect(decide({})).toMatchObject({
      action: 'allow',
      policy: null,
      considered: [
        {
          applied: false,
          why: 'chatgpt is an AI platform, but exception "Legal" of jane@example.com holds until 2026-11-18T13:00:00+01:00: the person is in Legal',
        },
      ],
    });
  });

  it('that does not hold excuses from nothing', () => {
    expect(decide({}, inputOf())).toMatchObject({
      action: 'block',
      reason: 'a: chatgpt is an AI platform.',
    });
  });

  it('holds to its last moment and no longer', () => {
    const at = (moment: string) => decide({}, inputOf({ userGroups: ['legal'], now: localTime(moment) }));
    expect(at('2026-11-18T12:00:00.000').action).toBe('allow');
    expect(at('2026-11-18T12:00:00.001')).toMatchObject({
      action: 'block',
      reason:
        'a: chatgpt is an AI platform (exception "Legal" of jane@example.com expired 2026-11-18T13:00:00+01:00).',
    });
  });

  it('is looked for among several', () => {
    const exceptions = [
      { ...exception, name: 'gone', expires: '2020-01-01T00:00:00Z' },
      { ...exception, name: 'other', when: { user_group: { in: ['HR'] } } },
      { ...exception, name: 'third' },
    ];
    expect(decide({ exceptions }).considered[0]?.why).toContain('exception "third"');
    expect(decide({ exceptions: exceptions.slice(0, 2) }).action).toBe('block');
  });

  it.each([
    { action: 'block', gives: 'block', why: 'what is not known lets nothing pass' },
    { action: 'allow', gives: 'log', why: 'what is not known lets nothing pass here either' },
  ] as const)('that cannot be told of unread content, from $action: $why', ({ action, gives }) => {
    const unread = inputOf({ classification: classificationOf([], 0, 'none', 'too-large') });
    const exceptions = [{ ...exception, when: { finding: parsedFinding('IBAN') } }];
    const policies = [policyOf('a', { action, exceptions, priority: 1 }), policyOf('b')];
    expect(judge(compilePolicies(policies, labels), unread).action).toBe(gives);
  });

  it('does not take the label of a part for the label of the whole', () => {
    const partly = inputOf({
      classification: { ...oneEmail, unscanned: 'failed' },
      label: labelled('Internal'),
    });
    const exceptions = [{ ...exception, when: { label: { is: 'Internal' } } }];
    expect(decide({ exceptions }, partly).action).toBe('block');
    expect(decide({ exceptions }, inputOf({ label: labelled('Internal') })).action).toBe('allow');
  });
});

const parsedFinding = (type: string) =>
  ({ type, min_distinct: 1, min_count: 1, confidence: 'medium' }) as const;

describe('a policy about content that was not read to its end', () => {
  const when = { finding: parsedFinding('IBAN') };
  const unread = inputOf({ classification: classificationOf([], 0, 'none', 'too-large') });
  const decide = (given: Partial<Policy>, input = unread) =>
    judge(compilePolicies([policyOf('a', { when, action: 'block', ...given })], labels), input);

  it.each([
    {
      on_failure: 'open',
      action: 'allow',
      why: '0 distinct IBAN found, but it was not fully read (too-large); in doubt it does not apply (on_failure is open)',
    },
    {
      on_failure: 'closed',
      action: 'block',
      why: '0 distinct IBAN found, but it was not fully read (too-large); in doubt it applies (on_failure is closed)',
    },
  ] as const)('that fails $on_failure: $action', ({ on_failure, action, why }) => {
    const verdict = decide({ on_failure });
    expect(verdict.action).toBe(action);
    expect(verdict.considered[0]?.why).toBe(why);
  });

  it.each(['open', 'closed'] as const)(
    'and fails %s is not asked where what was read settles it',
    (on_failure) => {
      const withIban = inputOf({ classification: classificationOf(['IBAN'], 0.9, 'high', 'too-large') });
      expect(decide({ on_failure }, withIban).action).toBe('block');
      expect(decide({ on_failure, when: { all: [when, { ai_platform: false }] } }).action).toBe('allow');
      expect(decide({ on_failure }, inputOf()).action).toBe('allow');
    },
  );

  it(`is not in doubt about a password manager's copy: that was never to be read`, () => {
    const concealed = inputOf({ classification: classificationOf([], 0, 'none', 'concealed') });
    expect(decide({ on_failure: 'closed' }, concealed).action).toBe('allow');
  });
});

describe('policies that adapt to a person', () => {
  const adaptive = compilePolicies(
    [
      policyOf('stop', { priority: 10, action: 'block', when: { overrides: { at_least: 4 } } }),
      policyOf('why', {
        priority: 20,
        action: 'coach',
        justification: 'required',
        when: { overrides: { at_least: 2 } },
      }),
      policyOf('ask', { priority: 30, action: 'coach', justification: 'none' }),
    ],
    labels,
  );

  it.each([
    { earlier: 0, action: 'coach', justification: 'none' },
    { earlier: 1, action: 'coach', justification: 'none' },
    { earlier: 2, action: 'coach', justification: 'required' },
    { earlier: 3, action: 'coach', justification: 'required' },
    { earlier: 4, action: 'block', justification: 'none' },
  ])(
    'override number $earlier plus one today: $action, justification $justification',
    ({ earlier, ...says }) => {
      const overrides = Array.from({ length: earlier }, (_, at) => localTime(`2026-11-18T0${at}:00`).epochMs);
      expect(judge(adaptive, inputOf({ overrides }))).toMatchObject(says);
    },
  );

  it('begin anew on the next day', () => {
    const overrides = Array.from({ length: 9 }, () => localTime('2026-11-17T23:59').epochMs);
    expect(judge(adaptive, inputOf({ overrides })).policy).toBe('ask');
  });
});
