import { describe, expect, it } from 'vitest';
import { conditionSchema, type Condition } from '../../src/policy/condition.ts';
import { loadDefaultBundle } from '../../src/policy/default-bundle.ts';
import type { PolicyInput } from '../../src/policy/interaction.ts';
import { compilePolicies, judge, judgePartly } from '../../src/policy/judge.ts';
import type { Policy } from '../../src/policy/policy.ts';
import { actions, holds } from '../../src/shared/verdict.ts';
import { createRandom } from '../classify/random.ts';
import { classificationOf } from '../fakes/classifications.ts';
import { inputOf, localTime, policyOf } from '../fakes/policy-inputs.ts';
import { ai, editor, unknownSite } from '../fakes/targets.ts';

const { labels } = loadDefaultBundle();
const random = createRandom(20_261_121);
const chance = (share: number): boolean => random() < share;
const one = <Item>(items: readonly Item[]): Item => {
  return items[Math.floor(random() * items.length)] as Item;
};
const names = labels.map(({ name }) => name);
const platforms = ['chatgpt', 'claude', 'deepseek', 'unknown-site'];

const leaves = (): unknown =>
  one([
    {
      label: one([
        { is: one(names) },
        { in: [one(names), one(names)] },
        { at_least: one(names) },
        { under: one(names) },
      ]),
    },
    { file_label: { at_least: one(names) } },
    { capture: { in: [one(['text', 'files', 'image', 'unscanned'])] } },
    { source_app: { in: [one(['winword.exe', 'excel'])] } },
    { user_group: { in: [one(['HR', 'IT'])] } },
    { device_managed: chance(0.5) },
    { time: { from: one(['08:00', '20:00']), to: one(['12:00', '06:00']) } },
    { overrides: { at_least: one([1, 2, 3]) } },
    { platform_id: { in: [one(platforms)] } },
    { ai_platform: chance(0.8) },
    { sanctioned: chance(0.5) },
    { risk_score: { gte: one([0.2, 0.5, 0.8]) } },
    { risk_level: { at_least: one(['low', 'medium', 'high']) } },
    { finding: { type: one(['EMAIL', 'CREDIT_CARD', 'NATIONAL_ID']) } },
    { unscanned: true },
  ]);

const conditions = (depth: number): unknown => {
  if (depth === 0 || chance(0.4)) return leaves();
  const branches = Array.from({ length: 1 + Math.floor(random() * 3) }, () => conditions(depth - 1));
  return one([{ all: branches }, { any: branches }, { not: branches[0] }]);
};
const condition = (depth: number): Condition => conditionSchema.parse(conditions(depth));

const policies = (): Policy[] =>
  Array.from({ length: 1 + Math.floor(random() * 12) }, (_, index) =>
    policyOf(`policy ${index}`, {
      enabled: chance(0.9),
      mode: chance(0.2) ? 'simulate' : 'enforce',
      priority: one([100, 200, 300]),
      action: one(actions),
      on_failure: one(['open', 'closed']),
      when: condition(3),
      exceptions: chance(0.3)
        ? [
            {
              name: 'e',
              owner: 'o',
              expires: one(['2026-11-18T00:00:00Z', '2027-01-01T00:00:00Z']),
              when: condition(1),
            },
          ]
        : [],
    }),
  );

const inputs = (): PolicyInput =>
  inputOf({
    classification: classificationOf(
      one([[], ['EMAIL'], ['CREDIT_CARD', 'EMAIL'], ['NATIONAL_ID:FR']]),
      one([0, 0.3, 0.6, 0.9]),
      one(['none', 'low', 'medium', 'high']),
      one([undefined, undefined, 'too-large', 'concealed']),
    ),
    label: one([...labels, null]),
    target: one([ai('chatgpt', true), ai('claude'), ai('deepseek'), unknownSite, editor]),
    kind: one(['text', 'files', 'image']),
    sourceApp: one(['WINWORD.EXE', 'excel.exe', null]),
    userGroups: one([[], ['hr'], ['IT', 'HR']]),
    deviceManaged: one([true, false, null]),
    now: localTime(one(['2026-11-18T09:00', '2026-11-18T23:00'])),
    overrides: one([
      [],
      [localTime('2026-11-18T01:00').epochMs],
      [1, 2, localTime('2026-11-18T02:00').epochMs],
    ]),
  });

const shuffled = <Item>(items: readonly Item[]): Item[] =>
  items
    .map((item) => ({ item, at: random() }))
    .toSorted((left, right) => left.at - right.at)
    .map(({ item }) => item);

describe('for random policies and interactions', () => {
  it.each(Array.from({ length: 40 }, (_, round) => round))(
    'the verdict is the same in every order of the file, and agrees with what was considered (round %i)',
    () => {
      const own = policies();
      const set = compilePolicies(own, labels);
      const other = compilePolicies(shuffled(own), labels);
      for (let round = 0; round < 25; round += 1) {
        const input = inputs();
        const verdict = judge(set, input);
        expect({ ...judge(other, input) }).toEqual({ ...verdict });
        expect({ ...judgePartly(set, input).verdict }).toEqual({ ...verdict });
        const { considered } = verdict;
        expect(considered.map(({ policy }) => policy).toSorted()).toEqual(
          own.map(({ name }) => name).toSorted(),
        );
        expect(considered.filter(({ applied }) => applied).map(({ policy }) => policy)).toEqual(
          verdict.policy === null ? [] : [verdict.policy],
        );
        for (const { policy } of verdict.simulated) {
          expect(considered.find((each) => each.policy === policy)?.why).toContain('in simulation');
        }
      }
    },
  );

  it('content that was not read never passes for what would have been held', () => {
    // With nothing but policies that hold, each failing closed, what is in doubt is held wherever any reading of it would be.
    for (let round = 0; round < 400; round += 1) {
      const set = compilePolicies(
        Array.from({ length: 3 }, (_, index) =>
          policyOf(`policy ${index}`, {
            action: 'block',
            on_failure: 'closed',
            when: conditionSchema.parse({
              all: [
                one([
                  { finding: { type: 'EMAIL' } },
                  { risk_level: { at_least: 'high' } },
                  { not: { risk_score: { gte: 0.5 } } },
                ]),
                { ai_platform: true },
              ],
            }),
          }),
        ),
        labels,
      );
      const whole = classificationOf(one([[], ['EMAIL']]), one([0, 0.9]), one(['none', 'high']));
      const unread = { ...classificationOf([], 0, 'none'), unscanned: 'too-large' as const };
      if (holds(judge(set, inputOf({ classification: whole })))) {
        expect(holds(judge(set, inputOf({ classification: unread })))).toBe(true);
      }
    }
  });
});
