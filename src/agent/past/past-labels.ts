import { assignLabel, type LabelRules } from '../../label/assign.ts';
import { ruleHolds, type DynamicRule } from '../../label/dynamic-rules.ts';
import { findLabel } from '../../label/label-catalogue.ts';
import { mappingRowsFor, type MappingRow } from '../../label/mapping.ts';
import type { Interaction } from '../../shared/audit-event.ts';
import { riskLevels, typeCovers, type Classification, type FindingType } from '../../shared/finding.ts';
import type { Label, Labelling } from '../../shared/label.ts';
import { failed, ok, type Result } from '../../shared/result.ts';
import { listOfReferences, type TypeReferences } from '../../shared/type-reference.ts';
import type { Enforced } from '../enforced.ts';

/** The company types that were not looked for under a bundle, by the name that events give it. */
export type NotLookedFor = (bundleVersion: string) => ReadonlySet<FindingType>;

/**
 * Which types of `draft` nobody looked for when an event was recorded. Of the bundle in force it is known what it looked for; of
 * any other, nothing: then it may be none of the company's own types.
 */
export function notLookedForUnder(
  draft: Pick<Enforced, 'displayNames'>,
  present: Pick<Enforced, 'version' | 'displayNames'> | null,
): NotLookedFor {
  const own = new Set(draft.displayNames.keys());
  const added = new Set([...own].filter((type) => present?.displayNames.has(type) !== true));
  return (bundleVersion) => (bundleVersion === present?.version ? added : own);
}

/** What is stored of what was found. Where in the text it stood is not stored. */
export const storedClassification = (interaction: Interaction): Classification => ({
  findings: [],
  counts: interaction.findings,
  riskScore: interaction.risk_score,
  riskLevel: interaction.risk_level,
  riskReasons: [],
  ...(interaction.unscanned === null ? {} : { unscanned: interaction.unscanned }),
});

/** The label of a past interaction by other rules. The problem: the types, not looked for then, on which it hangs. */
export type LabelOfPast = (
  classification: Classification,
  notLookedFor: ReadonlySet<FindingType>,
) => Result<Labelling, readonly FindingType[]>;

/**
 * Labels past interactions by these rules. That a type was not found says nothing where it was not looked for: if a rule or row
 * that names it comes before the one that decides, and gives another label, the label cannot be told. Risk counts as it was
 * reckoned then.
 */
export function createLabelOfPast(rules: LabelRules): LabelOfPast {
  const doubts = new Map<ReadonlySet<FindingType>, Doubts>();
  return (classification, notLookedFor) => {
    const labelling = assignLabel(rules, classification);
    if (notLookedFor.size === 0) return ok(labelling);
    const known = doubts.get(notLookedFor) ?? doubtsOf(rules, notLookedFor);
    doubts.set(notLookedFor, known);
    const types = doubtAbout(rules, labelling, classification, known);
    return types === null ? ok(labelling) : failed(types);
  };
}

/** The rules and rows that name types nobody looked for, with these types. */
interface Doubts {
  readonly rules: ReadonlyMap<DynamicRule, readonly FindingType[]>;
  readonly rows: ReadonlyMap<MappingRow, readonly FindingType[]>;
}

function doubtsOf({ rules, mapping }: LabelRules, notLookedFor: ReadonlySet<FindingType>): Doubts {
  const among = (wanted: TypeReferences): readonly FindingType[] =>
    [...notLookedFor].filter((type) => listOfReferences(wanted).some((each) => typeCovers(each, type)));
  const named = <Of>(list: readonly Of[], typesOf: (each: Of) => TypeReferences) =>
    new Map(
      list.map((each) => [each, among(typesOf(each))] as const).filter(([, types]) => types.length > 0),
    );
  return {
    rules: named(rules, ({ condition }) => ('classifications' in condition ? condition.value : [])),
    rows: named(mapping, ({ types }) => types),
  };
}

function doubtAbout(
  { labels, rules, mapping }: LabelRules,
  { label }: Labelling,
  classification: Classification,
  doubts: Doubts,
): readonly FindingType[] | null {
  if (doubts.rules.size === 0 && doubts.rows.size === 0) return null;
  const given = (reference: string): Label | null => {
    const found = findLabel(labels, reference);
    return found?.enabled === true ? found : null;
  };
  const isOther = (reference: string): boolean => {
    const other = given(reference);
    return other !== null && other.id !== label?.id;
  };
  for (const rule of rules) {
    const types = doubts.rules.get(rule);
    if (ruleHolds(rule, classification)) {
      if (given(rule.label) !== null) return null;
    } else if (types !== undefined && isOther(rule.label)) return types;
  }
  const decisive = levelOf(mappingRowsFor(mapping, classification).find((row) => given(row.label) !== null));
  for (const [row, types] of doubts.rows) {
    if (levelOf(row) > decisive && isOther(row.label)) return types;
  }
  return null;
}

const levelOf = (row: MappingRow | undefined): number =>
  row === undefined ? -1 : riskLevels.indexOf(row.risk_level);
