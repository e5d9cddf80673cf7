import { describe, expect, it } from 'vitest';
import { createReplay, type WhatIfParts } from '../../../src/agent/past/what-if.ts';
import { compilePolicies } from '../../../src/policy/judge.ts';
import type { Policy } from '../../../src/policy/policy.ts';
import { builtInCatalogue } from '../../../src/sense/catalogue.ts';
import { mergeCatalogue } from '../../../src/sense/platform-overrides.ts';
import type { Interaction } from '../../../src/shared/audit-event.ts';
import { past, pastedAnyway } from '../../fakes/past-interactions.ts';
import { policyOf } from '../../fakes/policy-inputs.ts';
import { readyBuiltIn } from '../../fakes/ready-bundle.ts';

const { labelRules } = readyBuiltIn();

function tried(
  policies: readonly Policy[],
  interactions: readonly Interaction[],
  given: Partial<WhatIfParts> = {},
) {
  const replay = createReplay({
    policies: compilePolicies(policies, labelRules.labels),
    labelRules,
    catalogue: builtInCatalogue,
    notLookedFor: () => new Set(),
    assumed: {},
    since: undefined,
    examples: 5,
    ...given,
  });
  for (const interaction of interactions) replay.add(interaction);
  return replay.result();
}

const DAY = '2026-11-18';
const at = (time: string): string => `${DAY}T${time}:00.000Z`;
const everywhere = (action: Policy['action'], given: Partial<Policy> = {}): Policy =>
  policyOf(`All ${action}`, { action, ...given });
const inHr = { user_group: { in: ['HR'] } };
const nobody = { count: 0, pastedAnyway: 0, justified: 0 };

describe('a draft replayed over what happened', () => {
  it('counts more blocks, and what of it the person had justified or just pasted', () => {
    const whatIf = tried(
      [everywhere('block')],
      [
        past(pastedAnyway(at('09:00'), 'Agreed with the customer')),
        past({ ...pastedAnyway(at('09:10')), chosen_reason: 'Test data' }),
        past(pastedAnyway(at('09:20'))),
        past({ ...pastedAnyway(at('09:30'), ' '), at: at('09:30') }),
        past({ at: at('09:40'), answer: 'cancel', justification: 'typed, then left' }),
        past({ at: at('09:50'), action: 'block', answer: 'overridden', answered_at: at('09:51') }),
      ],
    );
    expect(whatIf).toMatchObject({
      interactions: 6,
      from: at('09:00'),
      to: at('09:50'),
      unchanged: 1,
      moreBlocks: { count: 5, pastedAnyway: 4, justified: 2 },
      changes: [{ before: 'coach', after: 'block', count: 5, pastedAnyway: 4, justified: 2 }],
      moreCoaching: nobody,
      fewerBlocks: 0,
      fewerCoaching: 0,
    });
    expect(whatIf.policies).toMatchObject([
      { policy: 'All block', decides: 6, stricter: { count: 5, pastedAnyway: 4, justified: 2 }, milder: 0 },
    ]);
  });

  it.each<{ before: Interaction['action']; after: Policy['action']; expected: object }>([
    {
      before: 'allow',
      after: 'coach',
      expected: { moreCoaching: { ...nobody, count: 1 }, moreBlocks: nobody },
    },
    {
      before: 'log',
      after: 'block',
      expected: { moreBlocks: { ...nobody, count: 1 }, moreCoaching: nobody },
    },
    { before: 'block', after: 'coach', expected: { fewerBlocks: 1, moreCoaching: nobody, fewerCoaching: 0 } },
    { before: 'coach', after: 'allow', expected: { fewerCoaching: 1, fewerBlocks: 0 } },
    { before: 'block', after: 'log', expected: { fewerBlocks: 1, fewerCoaching: 0 } },
    { before: 'allow', after: 'log', expected: { moreCoaching: nobody, moreBlocks: nobody, unchanged: 0 } },
    { before: 'coach', after: 'coach', expected: { changes: [], unchanged: 1 } },
  ])('tells $before → $after', ({ before, after, expected }) => {
    expect(tried([everywhere(after)], [past({ action: before })])).toMatchObject(expected);
  });

  it('takes recording alone for no stricter treatment', () => {
    const { policies } = tried([everywhere('log')], [past({ action: 'allow' })]);
    expect(policies).toMatchObject([{ decides: 1, stricter: nobody, milder: 0, examples: [] }]);
  });

  it("takes an admin's code for no justification of the person", () => {
    const code = {
      answer: 'overridden',
      justification: 'their words before',
      answered_at: at('09:00'),
    } as const;
    expect(tried([everywhere('block')], [past({ at: at('09:00'), ...code })]).moreBlocks).toEqual({
      count: 1,
      pastedAnyway: 1,
      justified: 0,
    });
  });

  it('gives each policy what it decides, and leaves out those that are off', () => {
    const { policies } = tried(
      [
        policyOf('Cards', {
          action: 'block',
          when: { finding: { type: 'CREDIT_CARD', min_distinct: 1, min_count: 1, confidence: 'medium' } },
          priority: 1,
        }),
        policyOf('Rest', { action: 'log' }),
        policyOf('Off', { action: 'block', enabled: false, priority: 0 }),
      ],
      [past(), past({ findings: [], risk_score: 0, risk_level: 'none', action: 'coach' })],
    );
    expect(policies).toMatchObject([
      { policy: 'Cards', decides: 1, stricter: { count: 1 }, milder: 0 },
      { policy: 'Rest', decides: 1, stricter: { count: 0 }, milder: 1 },
    ]);
  });

  it('shows the newest events that a policy is stricter with, and nothing that the person wrote', () => {
    const events = ['09:00', '09:10', '09:20'].map((time) => past(pastedAnyway(at(time), 'PRIVATE WORDS')));
    const milder = past({ at: at('09:30'), action: 'block' });
    const whatIf = tried([everywhere('block')], [...events, milder], { examples: 2 });
    expect(whatIf.policies[0]?.examples).toEqual(
      [events[2], events[1]].map((event) => ({
        eventId: event?.event_id,
        at: event?.at,
        platformId: 'chatgpt',
        before: 'coach',
        after: 'block',
        answer: 'proceed',
      })),
    );
    expect(JSON.stringify(whatIf)).not.toContain('PRIVATE');
  });

  it('judges by the label of the draft, and says which labels change', () => {
    const whatIf = tried(
      [policyOf('Restricted', { action: 'block', when: { label: { is: 'Restricted' } } })],
      [past({ label: 'Public', label_id: 'public' }), past({ label: null, label_id: null }), past()],
    );
    expect(whatIf.policies[0]?.decides).toBe(3);
    expect(whatIf.labels).toEqual([
      { from: 'Public', to: 'Restricted', count: 1 },
      { from: null, to: 'Restricted', count: 1 },
    ]);
  });

  it('lets pass what faces a platform that the draft switches off', () => {
    const catalogue = mergeCatalogue(builtInCatalogue, [{ platform_id: 'chatgpt', enabled: false }]);
    if (!catalogue.ok) throw new Error(catalogue.problem);
    const whatIf = tried([policyOf('Any', { action: 'block', when: { ai_platform: false } })], [past()], {
      catalogue: catalogue.value,
    });
    expect(whatIf).toMatchObject({
      notWatched: [{ platformId: 'chatgpt', count: 1 }],
      fewerCoaching: 1,
      moreBlocks: nobody,
    });
  });

  it('remembers what was pasted anyway before its time, and counts none of it', () => {
    const policies = [policyOf('Third', { action: 'block', when: { overrides: { at_least: 2, hours: 4 } } })];
    const events = ['07:00', '08:00', '09:00'].map((time) => past(pastedAnyway(at(time))));
    const whatIf = tried(policies, events, { since: new Date(at('09:00')) });
    expect(whatIf).toMatchObject({ interactions: 1, from: at('09:00'), moreBlocks: { count: 1 } });
    expect(tried(policies, events.slice(2), { since: new Date(at('09:00')) }).moreBlocks).toEqual(nobody);
  });
});

describe('a policy in simulation', () => {
  const simulated = everywhere('block', { mode: 'simulate', priority: 1 });

  it('changes nothing, and tells what it would do if it were enforced', () => {
    const whatIf = tried([simulated, everywhere('coach')], [past(pastedAnyway(at('09:00'), 'why'))]);
    expect(whatIf).toMatchObject({ unchanged: 1, moreBlocks: nobody });
    expect(whatIf.policies).toMatchObject([
      { policy: 'All block', mode: 'simulate', decides: 1, stricter: { count: 1, justified: 1 } },
      { policy: 'All coach', mode: 'enforce', decides: 1, stricter: { count: 0 } },
    ]);
  });

  it('is counted as not judged by itself, without hiding what is enforced', () => {
    const whatIf = tried([{ ...simulated, when: inHr }, everywhere('coach')], [past()]);
    expect(whatIf).toMatchObject({ unjudged: 0, unchanged: 1 });
    expect(whatIf.policies).toMatchObject([{ unjudged: 1, decides: 0 }, { decides: 1 }]);
    expect(whatIf.missing).toEqual([{ leaf: 'user_group', interactions: 1, policies: ['All block'] }]);
  });
});

describe('what cannot be judged', () => {
  const hr = policyOf('HR', { action: 'block', when: inHr, priority: 1 });
  const desks = policyOf('Desks', {
    action: 'block',
    when: { any: [{ device_group: { in: ['desks'] } }, inHr] },
    priority: 2,
  });
  const managed = policyOf('Managed', { action: 'block', when: { device_managed: true }, priority: 3 });
  const project = policyOf('Project', {
    action: 'block',
    when: {
      finding: { type: ['CUSTOM:A', 'CUSTOM:B'], min_distinct: 1, min_count: 1, confidence: 'medium' },
    },
  });

  it('is in no other count, and says which fact is missing, how often and for whom', () => {
    const whatIf = tried([hr, desks, everywhere('coach')], [past({ action: 'allow' }), past()]);
    expect(whatIf).toMatchObject({ interactions: 2, unjudged: 2, unchanged: 0, changes: [] });
    expect(whatIf.missing).toEqual([
      { leaf: 'user_group', interactions: 2, policies: ['HR', 'Desks'] },
      { leaf: 'device_group', interactions: 2, policies: ['Desks'] },
    ]);
    expect(whatIf.policies).toMatchObject([{ unjudged: 2 }, { unjudged: 2 }, { decides: 0, unjudged: 0 }]);
  });

  it.each<{ policy: Policy; assumed: WhatIfParts['assumed']; blocks: number }>([
    { policy: hr, assumed: { userGroups: ['hr'] }, blocks: 1 },
    { policy: hr, assumed: { userGroups: ['sales'] }, blocks: 0 },
    { policy: desks, assumed: { userGroups: [], deviceGroups: ['desks'] }, blocks: 1 },
    { policy: desks, assumed: { userGroups: [], deviceGroups: ['kiosks'] }, blocks: 0 },
    { policy: managed, assumed: { deviceManaged: true }, blocks: 1 },
    { policy: managed, assumed: { deviceManaged: false }, blocks: 0 },
  ])('is judged with what is assumed: $policy.name, $assumed', ({ policy, assumed, blocks }) => {
    const whatIf = tried([policy, everywhere('coach')], [past()], { assumed });
    expect(whatIf).toMatchObject({ unjudged: 0, missing: [], moreBlocks: { count: blocks } });
  });

  it('does not matter where the outcome is the same either way', () => {
    const whatIf = tried([hr, everywhere('block')], [past()]);
    expect(whatIf).toMatchObject({ unjudged: 0, missing: [], moreBlocks: { count: 1 } });
  });

  it('names the types that a policy asks for and nobody looked for', () => {
    const notLookedFor = () => new Set(['CUSTOM:B', 'CUSTOM:C']);
    const whatIf = tried([project, everywhere('coach')], [past()], { notLookedFor });
    expect(whatIf).toMatchObject({ unjudged: 1, typesNotLookedFor: ['CUSTOM:B'] });
    expect(whatIf.missing).toMatchObject([{ leaf: 'finding', interactions: 1 }]);
    const found = past({ findings: [{ type: 'CUSTOM:A', count: 1, distinct: 1, confidence: 'high' }] });
    expect(tried([project], [found], { notLookedFor })).toMatchObject({ unjudged: 0, typesNotLookedFor: [] });
  });

  it('is a label that hangs on such a type', () => {
    const whatIf = tried(
      [policyOf('Public', { action: 'block', when: { label: { is: 'Public' } } })],
      [past()],
      {
        labelRules: {
          ...labelRules,
          rules: [{ condition: { classifications: 'contains', value: 'CUSTOM:A' }, label: 'Public' }],
        },
        notLookedFor: () => new Set(['CUSTOM:A']),
      },
    );
    expect(whatIf).toMatchObject({
      unjudged: 1,
      labelsNotKnown: 1,
      labels: [],
      typesNotLookedFor: ['CUSTOM:A'],
      missing: [{ leaf: 'label' }],
    });
  });

  it('is the app it came from where that was not recorded', () => {
    const excel = policyOf('Excel', { action: 'block', when: { source_app: { in: ['excel'] } } });
    expect(tried([excel], [past({ source_app: null })])).toMatchObject({
      unjudged: 1,
      missing: [{ leaf: 'source_app' }],
    });
    expect(tried([excel], [past({ source_app: 'EXCEL.EXE' })])).toMatchObject({ moreBlocks: { count: 1 } });
  });
});
