import { findLabel, pathOf } from '../../label/label-catalogue.ts';
import type { Bundle } from '../../policy/bundle.ts';
import { pathInWords, type JsonPath } from '../../shared/json-lines.ts';
import { countOf, textAt, type Texts } from '../../shared/text-spans.ts';
import { outcomeOf, type TestBench, type TestOutcome } from './bundle-tests.ts';
import type { ResolvedTest } from '../resolve-types.ts';

/** One field that differs; null on the side where it is not there. */
export interface FieldChange {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

export type Part = 'bundle' | 'label' | 'mapping' | 'rule' | 'policy' | 'platform' | 'type' | 'test';

/** One thing of a bundle that was added, removed or changed, by the name people know it by. */
export interface Change {
  readonly part: Part;
  readonly name: string;
  readonly kind: 'added' | 'removed' | 'changed';
  /** Empty for what was added or removed, and for types and tests, whose content is not shown. */
  readonly fields: readonly FieldChange[];
}

interface Item {
  readonly name: string;
  readonly value: unknown;
  /** Types and tests hold words of the company and texts: of them it is only said which keys differ. */
  readonly closed?: true;
}

/** What differs between two bundles, in the order of the file. Values are the bundle's own, never a test's text. */
export function diffBundles(before: Bundle, after: Bundle): readonly Change[] {
  return [
    ...changesOf('bundle', [headOf(before)], [headOf(after)]),
    ...changesOf('label', labelsOf(before), labelsOf(after)),
    ...changesOf('mapping', rowsOf(before), rowsOf(after)),
    ...changesOf('rule', rulesOf(before), rulesOf(after)),
    ...changesOf('policy', policiesOf(before), policiesOf(after)),
    ...changesOf('platform', platformsOf(before), platformsOf(after)),
    ...changesOf('type', typesOf(before), typesOf(after)),
    ...changesOf('test', testsOf(before), testsOf(after)),
  ];
}

function headOf(bundle: Bundle): Item {
  const { name, version, tenant, issued, expires, rollout, contact, coaching, default_label } = bundle;
  return {
    name: 'the bundle itself',
    value: { name, version, tenant, issued, expires, rollout, contact, coaching, default_label },
  };
}

const labelsOf = ({ labels }: Bundle): Item[] =>
  labels.map((label) => ({ name: pathOf(label, labels), value: label }));
const rowsOf = ({ mapping }: Bundle): Item[] =>
  mapping.map((row) => ({ name: `${row.risk_level} risk`, value: row }));
const policiesOf = ({ policies }: Bundle): Item[] =>
  policies.map((policy) => ({ name: policy.name, value: policy }));
const platformsOf = ({ platforms }: Bundle): Item[] =>
  platforms.map((platform) => ({ name: platform.platform_id, value: platform }));
const typesOf = ({ types }: Bundle): Item[] =>
  types.map((type) => {
    const isDictionary = 'kind' in type && type.kind === 'dictionary';
    // Terms may be places in the bundle's text, and that differs anyway.
    const value = isDictionary ? { ...type, terms: allTexts(type.terms) } : type;
    return { name: type.type, value, closed: true };
  });
const allTexts = (texts: Texts): string[] =>
  Array.from({ length: countOf(texts) }, (_, place) => textAt(texts, place));
const testsOf = ({ tests }: Bundle): Item[] =>
  tests.map((test) => ({ name: test.name, value: test, closed: true }));

/** A rule is known by its condition; its place decides too. */
const rulesOf = ({ dynamic_rules }: Bundle): Item[] =>
  dynamic_rules.rules.map(({ condition, label }, index) => ({
    name:
      'classifications' in condition
        ? `contains ${[condition.value].flat().join(', ')}`
        : `risk_score ${condition.risk_score} ${condition.value}`,
    value: { label, place: index + 1 },
  }));

function changesOf(part: Part, before: readonly Item[], after: readonly Item[]): readonly Change[] {
  const old = keyed(before);
  const now = keyed(after);
  const change = (kind: Change['kind'], name: string, fields: readonly FieldChange[] = []): Change => ({
    part,
    name,
    kind,
    fields,
  });
  return [
    ...[...now].flatMap(([key, item]): Change[] => {
      const was = old.get(key);
      if (was === undefined) return [change('added', item.name)];
      const fields = [...fieldsBetween(was.value, item.value, [], item.closed === true)];
      return fields.length === 0 ? [] : [change('changed', item.name, fields)];
    }),
    ...[...old].flatMap(([key, { name }]) => (now.has(key) ? [] : [change('removed', name)])),
  ];
}

/** Names that stand twice are told apart by their order. */
function keyed(items: readonly Item[]): Map<string, Item> {
  const byKey = new Map<string, Item>();
  for (const item of items) {
    let key = item.name;
    for (let again = 2; byKey.has(key); again++) key = `${item.name} (${again})`;
    byKey.set(key, item);
  }
  return byKey;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function* fieldsBetween(
  before: unknown,
  after: unknown,
  path: JsonPath,
  closed: boolean,
): Generator<FieldChange> {
  if (JSON.stringify(before) === JSON.stringify(after)) return;
  const isTop = path.length === 0;
  if (isRecord(before) && isRecord(after) && (isTop || !closed)) {
    for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
      yield* fieldsBetween(before[key], after[key], [...path, key], closed);
    }
  } else if (!closed && isListOfRecords(before) && isListOfRecords(after) && before.length === after.length) {
    for (const [index, value] of before.entries()) {
      yield* fieldsBetween(value, after[index], [...path, index], closed);
    }
  } else {
    const shown = (value: unknown): string | null =>
      value === undefined ? null : closed ? '…' : inWords(value);
    yield { field: pathInWords(path), before: shown(before), after: shown(after) };
  }
}

const isListOfRecords = (value: unknown): value is readonly unknown[] =>
  Array.isArray(value) && value.every(isRecord);

const MOST_UNITS = 200;

function inWords(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > MOST_UNITS ? `${text.slice(0, MOST_UNITS)}…` : text;
}

/** A bundle and what its cases are run with. */
export interface Side {
  readonly bundle: Bundle;
  readonly bench: TestBench;
}

/** A case that two bundles judge differently. */
export interface VerdictChange {
  readonly test: string;
  readonly platform: string;
  /** `coach by "…", label Confidential`; never the case's text. */
  readonly before: string;
  readonly after: string;
}

/** Runs the cases of both bundles through both, and tells those that come out differently. */
export function verdictChanges(before: Side, after: Side): readonly VerdictChange[] {
  const cases = new Map([...before.bundle.tests, ...after.bundle.tests].map((test) => [test.name, test]));
  return [...cases.values()].flatMap((test): VerdictChange[] => {
    const resolved: ResolvedTest = { ...test, expect: { findings: [] } };
    const [was, is] = [before, after].map(({ bundle, bench }) =>
      verdictInWords(outcomeOf(resolved, bench), bundle),
    );
    return was === undefined || is === undefined || was === is
      ? []
      : [{ test: test.name, platform: test.platform, before: was, after: is }];
  });
}

function verdictInWords(outcome: TestOutcome | null, { labels }: Bundle): string {
  if (outcome === null) return 'there is no such platform';
  const { label, verdict } = outcome;
  const by = verdict.policy === null ? '' : ` by "${verdict.policy}"`;
  const known = label === null ? null : findLabel(labels, label.id);
  return `${verdict.action}${by}, ${label === null ? 'no label' : `label ${pathOf(known ?? label, labels)}`}`;
}
