import type { JsonPath } from '../../shared/json-lines.ts';
import { nearNames } from '../../shared/near-names.ts';
import { findLabel } from '../../label/label-catalogue.ts';
import { findingsIn } from './types-used.ts';
import { listed, meant, type Check, type Remark } from './remark.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** Longer than this in simulation, and what was to be tried is forgotten. */
const LONG_SIMULATION_DAYS = 30;
/** An exception beyond this is a rule that nobody looks at again. */
const LONG_EXCEPTION_DAYS = 90;

/** Policies that are off or only simulate, and settings of one that its action never uses. */
export const policySettings: Check = ({ bundle, now }) =>
  bundle.policies.flatMap((policy, index): readonly Remark[] => {
    const { name } = policy;
    const at = (key: string): JsonPath => ['policies', index, key];
    if (!policy.enabled) {
      return [
        {
          kind: 'switched-off',
          severity: 'hint',
          path: at('enabled'),
          name,
          what: 'this policy is switched off',
          fix: 'set "enabled": true, or drop it',
        },
      ];
    }
    const found: Remark[] = [];
    if (policy.mode === 'simulate') {
      const days = bundle.issued === undefined ? 0 : daysBetween(Date.parse(bundle.issued), now);
      const long = days > LONG_SIMULATION_DAYS;
      found.push({
        kind: long ? 'simulates-for-long' : 'simulates',
        severity: long ? 'warning' : 'hint',
        path: at('mode'),
        name,
        what: `this policy only simulates${long ? `, and has for at least ${days} days` : ''}`,
        fix: 'read what it would have done ("clipward events"), then set "mode": "enforce"',
      });
    }
    const unused = [
      policy.action !== 'coach' && policy.reasons.length > 0 ? 'reasons' : undefined,
      policy.action === 'block' && policy.justification === 'required' ? 'justification' : undefined,
      (policy.action === 'allow' || policy.action === 'log') && policy.coaching !== undefined
        ? 'coaching'
        : undefined,
    ].filter((key) => key !== undefined);
    for (const key of unused) {
      found.push({
        kind: 'setting-without-effect',
        severity: 'hint',
        path: at(key),
        name,
        what: `"${key}" has no effect on the action "${policy.action}"`,
        fix: key === 'coaching' ? 'drop it' : 'drop it, or make the action "coach"',
      });
    }
    return found;
  });

const daysBetween = (from: number, to: number): number => Math.floor((to - from) / DAY_MS);

/** Exceptions that have ended, and those that last for long. */
export const exceptionsInTime: Check = ({ bundle, now }) =>
  bundle.policies.flatMap((policy, index) =>
    policy.exceptions.flatMap((exception, place): readonly Remark[] => {
      const left = Date.parse(exception.expires) - now;
      const is = { path: ['policies', index, 'exceptions', place, 'expires'], name: policy.name };
      if (left < 0) {
        return [
          {
            ...is,
            kind: 'exception-expired',
            severity: 'warning',
            what: `the exception "${exception.name}" of ${exception.owner} ended ${exception.expires}`,
            fix: `drop it, or ask ${exception.owner} whether it is to go on`,
          },
        ];
      }
      if (left <= LONG_EXCEPTION_DAYS * DAY_MS) return [];
      return [
        {
          ...is,
          kind: 'exception-lasts-long',
          severity: 'warning',
          what: `the exception "${exception.name}" of ${exception.owner} does not end within ${LONG_EXCEPTION_DAYS} days`,
          fix: 'let it end sooner and renew it when it is still needed, or make it part of the condition',
        },
      ];
    }),
  );

/** A bundle whose policies are not tried, and tests that cannot come out as they say. */
export const testsOfPolicies: Check = ({ bundle }) => {
  const { policies, tests, labels } = bundle;
  const tested = new Set(tests.map(({ expect }) => expect.policy));
  const untested = policies.flatMap((policy, index): Remark[] =>
    policy.enabled && policy.mode === 'enforce' && policy.action === 'block' && !tested.has(policy.name)
      ? [
          {
            kind: 'block-without-test',
            severity: 'warning',
            path: ['policies', index],
            name: policy.name,
            what: 'no test expects this block',
            fix: `add a case to "tests" with "expect": {"action": "block", "policy": ${JSON.stringify(policy.name)}}`,
          },
        ]
      : [],
  );
  const names = policies.map(({ name }) => name);
  const impossible = tests.flatMap(({ name, expect }, index): readonly Remark[] => {
    const { policy, label } = expect;
    const found: Remark[] = [];
    const add = (key: string, what: string, fix: string): void => {
      found.push({
        kind: 'test-of-nothing',
        severity: 'error',
        path: ['tests', index, 'expect', key],
        name,
        what,
        fix,
      });
    };
    if (typeof policy === 'string' && !names.includes(policy)) {
      add(
        'policy',
        `there is no policy "${policy}"`,
        meant(nearNames(policy, names), 'name a policy of this bundle, or null for none'),
      );
    }
    if (typeof label === 'string' && findLabel(labels, label) === null) {
      const known = labels.map((each) => each.name);
      add(
        'label',
        `there is no label "${label}"`,
        meant(nearNames(label, known), 'name a label of this bundle, or null for none'),
      );
    }
    return found;
  });
  const twice = tests.filter(({ name }, index) => tests.findIndex((other) => other.name === name) < index);
  const same = twice.map((test): Remark => ({
    kind: 'test-name-twice',
    severity: 'hint',
    path: ['tests', tests.indexOf(test), 'name'],
    name: test.name,
    what: 'another test has this name',
    fix: 'give each a name of its own; failures are told by it',
  }));
  return [...untested, ...impossible, ...same];
};

/** Types of the bundle's own that nothing names. They still weigh in the risk. */
export const unusedTypes: Check = ({ bundle }) => {
  const used = findingsIn(bundle);
  const unused = bundle.types.flatMap(({ type }, index) => (used.has(type) ? [] : [{ type, index }]));
  const [first] = unused;
  if (first === undefined) return [];
  return [
    {
      kind: 'type-not-named',
      severity: 'hint',
      path: ['types', first.index],
      what: `no rule, row or policy names ${listed(unused.map(({ type }) => type))}; it only raises the risk score`,
      fix: 'name it where it is to decide a label or a policy, or drop it',
    },
  ];
};
