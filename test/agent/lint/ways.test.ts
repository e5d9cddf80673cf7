import { describe, expect, it } from 'vitest';
import { isWithin } from '../../../src/agent/lint/box.ts';
import { createSpace } from '../../../src/agent/lint/space.ts';
import { waysOf } from '../../../src/agent/lint/ways.ts';
import { assessRisk } from '../../../src/classify/risk.ts';
import type { Condition } from '../../../src/policy/condition.ts';
import { conditionSchema } from '../../../src/policy/condition.ts';
import type { PolicyInput } from '../../../src/policy/interaction.ts';
import { compilePolicies, judge } from '../../../src/policy/judge.ts';
import { labelsSchema } from '../../../src/label/label-catalogue.ts';
import { UNKNOWN_SITE } from '../../../src/shared/platform.ts';
import { classificationOf } from '../../fakes/classifications.ts';
import { inputOf, localTime, policyOf } from '../../fakes/policy-inputs.ts';
import { ai, unknownSite } from '../../fakes/targets.ts';
import { labels as plainLabels } from './clean-bundle.ts';

const labels = labelsSchema.parse(plainLabels);
const platforms = [
  { platform_id: 'chatgpt', enabled: true, sanctioned: false },
  { platform_id: 'grok', enabled: true, sanctioned: false },
  { platform_id: 'm365-copilot', enabled: true, sanctioned: true },
];
const space = createSpace(labels, platforms);

/** Always the same numbers: below `most`. */
function numbers(seed: number): (most: number) => number {
  let state = seed;
  return (most) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state >>> 8) % most;
  };
}

type Draw = (most: number) => number;
const one = <Item>(list: readonly Item[], draw: Draw): Item => list[draw(list.length)] as Item;
const names = ['Public', 'Internal', 'Confidential', 'Restricted'];
const types = ['EMAIL', 'CREDIT_CARD', 'IP_ADDRESS', 'PASSPORT', 'PASSPORT:FR'];

function leaf(draw: Draw): unknown {
  return one<() => unknown>(
    [
      () => ({ label: { at_least: one(names, draw) } }),
      () => ({ label: { in: [one(names, draw), one(names, draw)] } }),
      () => ({ platform_id: { in: [one(['chatgpt', 'grok', 'm365-copilot', UNKNOWN_SITE], draw)] } }),
      () => ({ ai_platform: draw(2) === 0 }),
      () => ({ sanctioned: draw(2) === 0 }),
      () => ({ risk_score: draw(2) === 0 ? { gte: draw(101) / 100 } : { lt: draw(101) / 100 } }),
      () => ({ risk_level: { at_least: one(['none', 'low', 'medium', 'high'], draw) } }),
      () => ({ finding: { type: one(types, draw), min_distinct: 1 + draw(3) } }),
      () => ({
        finding: { type: [one(types, draw), one(types, draw)], confidence: one(['low', 'high'], draw) },
      }),
      () => ({ unscanned: draw(2) === 0 ? true : { in: [one(['too-large', 'concealed', 'failed'], draw)] } }),
      () => ({ capture: { in: [one(['text', 'files', 'image', 'unscanned'], draw)] } }),
      () => ({ source_app: { in: [one(['excel', 'Word.exe', 'notes'], draw)] } }),
      () => ({ user_group: { in: [one(['hr', 'Legal', 'it'], draw), one(['hr', 'it'], draw)] } }),
      () => ({ device_managed: draw(2) === 0 }),
      () => ({ time: { days: [one(['mon', 'fri', 'sat'], draw)] } }),
      () => ({ time: { from: one(['08:00', '22:00'], draw), to: one(['06:00', '18:00'], draw) } }),
      () => ({ overrides: { at_least: 1 + draw(3), hours: 1 + draw(48) } }),
      () => ({ overrides: { at_least: 1 + draw(3) } }),
    ],
    draw,
  )();
}

function condition(draw: Draw, depth: number): unknown {
  const kind = depth === 0 ? 0 : draw(4);
  if (kind === 0) return leaf(draw);
  if (kind === 3) return { not: condition(draw, depth - 1) };
  const branches = Array.from({ length: 1 + draw(3) }, () => condition(draw, depth - 1));
  return kind === 1 ? { all: branches } : { any: branches };
}

/** What may really happen: labels come with content that was read, risk with what was found. */
function situation(draw: Draw): PolicyInput {
  const unscanned = one([undefined, undefined, undefined, 'too-large', 'failed', 'concealed'] as const, draw);
  const found =
    unscanned === 'concealed'
      ? []
      : Array.from({ length: draw(3) }, () => ({
          type: one(types, draw),
          distinct: 1 + draw(4),
          confidence: one(['low', 'medium', 'high'] as const, draw),
        }));
  const { score, level } = assessRisk(found.map((each) => ({ ...each, count: each.distinct })));
  const now = localTime(`2026-11-${10 + draw(10)}T${String(draw(24)).padStart(2, '0')}:30`);
  return inputOf({
    classification: classificationOf(found, score, level, unscanned),
    label: unscanned === 'concealed' ? null : one([null, ...labels], draw),
    target: one([ai('chatgpt'), ai('grok'), ai('m365-copilot', true), unknownSite], draw),
    kind: one(['text', 'files', 'image'] as const, draw),
    sourceApp: one([null, 'EXCEL.EXE', 'word', 'vim'], draw),
    userGroups: one([[], ['HR'], ['legal', 'IT']], draw),
    deviceManaged: one([null, true, false], draw),
    now,
    overrides: Array.from({ length: draw(5) }, () => now.epochMs - draw(72) * 1_800_000).toSorted(
      (a, b) => a - b,
    ),
  });
}

const applies = (when: Condition, input: PolicyInput): boolean =>
  judge(compilePolicies([policyOf('p', { when })], labels), input).policy === 'p';

const draw = numbers(20261121);
const conditions = Array.from({ length: 300 }, () => conditionSchema.parse(condition(draw, 3)));
const situations = Array.from({ length: 300 }, () => situation(draw));
const ways = conditions.map((when) => waysOf(when, space));
const held = conditions.map((when) => situations.map((input) => applies(when, input)));

describe('what lint says of conditions, against how they are judged', () => {
  it('never calls a condition impossible that holds for something', () => {
    const wrong = conditions.filter((_, index) => ways[index]?.length === 0 && held[index]?.includes(true));
    expect(wrong.map((when) => JSON.stringify(when))).toEqual([]);
    expect(ways.filter((each) => each?.length === 0).length).toBeGreaterThan(10);
  });

  it('never calls one condition within another where it holds and the other does not', () => {
    let within = 0;
    const wrong: string[] = [];
    for (const [index, inner] of ways.entries()) {
      for (const [other, outer] of ways.entries()) {
        if (index === other || inner === null || outer === null || inner.length === 0) continue;
        if (!inner.every((way) => outer.some((wider) => isWithin(way, wider)))) continue;
        within++;
        const contradicted = situations.some(
          ({ classification }, place) =>
            // What was not wholly read is judged by what is surely known of it, which is not a matter of sets.
            classification.unscanned === undefined &&
            held[index]?.[place] === true &&
            held[other]?.[place] !== true,
        );
        if (contradicted)
          wrong.push(`${JSON.stringify(conditions[index])} in ${JSON.stringify(conditions[other])}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(within).toBeGreaterThan(100);
  });
});
