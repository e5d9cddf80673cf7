/**
 * A verdict from a cached classification, as the agent works it out when an AI platform comes to the front, with the 600
 * policies a bundle may have at most: `node bench/policy.ts`. Interactions are classified and labelled before the clock runs.
 * Each interaction is judged five times and its median taken, so that the figures tell of the interactions and not of what else
 * the machine did; the line "as it came" is one round with all of that in it.
 */
import { conditionSchema } from '../src/policy/condition.ts';
import type { PolicyInput } from '../src/policy/interaction.ts';
import { compilePolicies, judge, type PolicySet } from '../src/policy/judge.ts';
import { policySchema, type Policy } from '../src/policy/policy.ts';
import { confidenceLevels, riskLevels, type Classification } from '../src/shared/finding.ts';
import { labelSchema, type Label } from '../src/shared/label.ts';
import type { Target } from '../src/shared/platform.ts';
import { actions } from '../src/shared/verdict.ts';
import { createRandom } from '../test/classify/random.ts';
import { classificationOf } from '../test/fakes/classifications.ts';
import { inputOf, localTime } from '../test/fakes/policy-inputs.ts';
import { ai, editor, unknownSite } from '../test/fakes/targets.ts';
import { atShare, median, mediansOf, timed } from './measure.ts';

const POLICIES = 600;
const LABELS = 120;
const VERDICTS = 20_000;
const ROUNDS = 5;

const random = createRandom(600);
const one = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
const some = <Item>(items: readonly Item[], most: number): Item[] =>
  Array.from({ length: 1 + Math.floor(random() * most) }, () => one(items));

const types = Array.from({ length: 150 }, (_, at) => (at % 3 === 0 ? `NATIONAL_ID:C${at}` : `TYPE_${at}`));
const platforms = Array.from({ length: 60 }, (_, at) => `platform-${at}`);
const groups = Array.from({ length: 80 }, (_, at) => `Group ${at}`);

const idOf = (at: number): string => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`;

/** Those of a large tenant, a third of them with a parent. */
const labels: readonly Label[] = Array.from({ length: LABELS }, (_, at) =>
  labelSchema.parse({
    id: idOf(at),
    name: `Label ${at}`,
    color: '#123456',
    priority: at,
    ...(at % 3 === 2 ? { parentId: idOf(at - 1) } : {}),
  }),
);
const names = labels.map(({ name }) => name);

const leaves: readonly (() => object)[] = [
  () => ({
    label: one([{ is: one(names) }, { in: some(names, 5) }, { at_least: one(names) }, { under: one(names) }]),
  }),
  () => ({ file_label: { in: some(names, 5) } }),
  () => ({ capture: { in: [one(['text', 'files', 'image', 'unscanned'])] } }),
  () => ({ source_app: { in: some(['winword.exe', 'excel.exe', 'code', 'outlook.exe'], 3) } }),
  () => ({ user_group: { in: some(groups, 6) } }),
  () => ({ device_group: { in: some(groups, 6) } }),
  () => ({ device_managed: random() < 0.5 }),
  () => ({ time: { days: some(['mon', 'tue', 'wed', 'sat'], 3), from: '20:00', to: '06:00' } }),
  () => ({ overrides: { at_least: 2 + Math.floor(random() * 5), hours: one([1, 24, 720]) } }),
  () => ({ platform_id: { in: some(platforms, 12) } }),
  () => ({ sanctioned: random() < 0.5 }),
  () => ({ risk_score: { gte: one([0.5, 0.8, 0.95]) } }),
  () => ({ risk_level: { at_least: one(riskLevels) } }),
  () => ({ finding: { type: one(types), min_distinct: one([1, 5, 10]) } }),
  () => ({ finding: { type: some(types, 20), min_count: one([1, 20]), confidence: one(confidenceLevels) } }),
  () => ({ unscanned: { in: ['too-large', 'timed-out'] } }),
];

/** Three to five facts, some of them negated or alternatives: what admins write. */
function condition(): object {
  const facts = Array.from({ length: 3 + Math.floor(random() * 3) }, () => {
    const chosen = random();
    if (chosen < 0.7) return one(leaves)();
    if (chosen < 0.85) return { any: [one(leaves)(), one(leaves)()] };
    return { not: one(leaves)() };
  });
  return { all: facts };
}

const policies = (): Policy[] =>
  Array.from({ length: POLICIES }, (_, at) =>
    policySchema.parse({
      name: `Policy ${at}`,
      enabled: random() < 0.95,
      mode: random() < 0.1 ? 'simulate' : 'enforce',
      priority: Math.floor(random() * 1001),
      on_failure: random() < 0.2 ? 'closed' : 'open',
      action: one(actions),
      when: condition(),
      exceptions:
        random() < 0.1
          ? [
              {
                name: 'e',
                owner: 'o',
                expires: '2030-01-01T00:00:00Z',
                when: { user_group: { in: some(groups, 3) } },
              },
            ]
          : [],
    }),
  );

/** The same policies with one more fact that never holds, the costliest kind: each policy is asked, none decides. */
const inVain = (own: readonly Policy[]): Policy[] =>
  own.map((policy) => ({
    ...policy,
    enabled: true,
    exceptions: [],
    on_failure: 'open',
    when: { all: ['all' in policy.when ? policy.when.all : [policy.when], never].flat() },
  }));

const never = conditionSchema.parse({ finding: { type: 'NEVER_FOUND' } });

const classification = (): Classification =>
  classificationOf(
    [...new Set(some(types, 10))].map((type) => ({
      type,
      distinct: 1 + Math.floor(random() * 20),
      confidence: one(confidenceLevels),
    })),
    random(),
    one(riskLevels),
    one([undefined, undefined, undefined, undefined, 'too-large']),
  );

const target = (): Target => one([ai(one(platforms)), ai(one(platforms), true), unknownSite, editor]);
const noon = localTime('2026-11-18T12:00').epochMs;

const input = (): PolicyInput =>
  inputOf({
    classification: classification(),
    label: one([...labels, null]),
    target: target(),
    kind: one(['text', 'text', 'text', 'files']),
    sourceApp: one(['WINWORD.EXE', 'chrome.exe', null]),
    fileLabels: random() < 0.2 ? [{ id: one(labels).id, tenantId: null }] : [],
    userGroups: some(groups, 30),
    deviceGroups: some(groups, 10),
    deviceManaged: one([true, false, null]),
    now: localTime(one(['2026-11-18T12:00', '2026-11-20T23:00', '2026-11-21T03:00'])),
    overrides: Array.from({ length: Math.floor(random() * 40) }, (_, at) => noon - (40 - at) * 3_600_000),
  });

const row = (times: readonly number[]): Record<string, string> => ({
  'p50 ms': atShare(times, 0.5).toFixed(4),
  'p99 ms': atShare(times, 0.99).toFixed(4),
  'max ms': atShare(times, 1).toFixed(4),
});

const inputs = Array.from({ length: VERDICTS }, input);
const mixed = policies();
const set = compilePolicies(mixed, labels);
const undecided = compilePolicies(inVain(mixed), labels);

const judged = (policySet: PolicySet): number[] =>
  mediansOf(inputs, ROUNDS, (each) => judge(policySet, each));
const asItCame = (policySet: PolicySet): number[] =>
  inputs.map((each) => timed(() => judge(policySet, each)));

const decided = inputs.filter((each) => judge(set, each).policy !== null).length;
console.log(
  `${POLICIES} policies, ${labels.length} labels, ${VERDICTS.toLocaleString('en')} interactions; a policy decides ${((100 * decided) / VERDICTS).toFixed(0)} % of them`,
);
console.table({
  'verdict, the first policy that applies': row(judged(set)),
  'verdict, all 600 asked and none applies': row(judged(undecided)),
  '… as it came': row(asItCame(undecided)),
  'reading all that was considered': row(
    inputs.slice(0, 2000).map((each) => {
      const times = Array.from({ length: ROUNDS }, () => {
        const verdict = judge(set, each);
        return timed(() => verdict.considered);
      });
      return median(times);
    }),
  ),
  'compiling the policies': row(
    Array.from({ length: 50 }, () => timed(() => compilePolicies(mixed, labels))),
  ),
});
