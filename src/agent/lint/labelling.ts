import { findLabel } from '../../label/label-catalogue.ts';
import type { MappingRow } from '../../label/mapping.ts';
import { riskLevels, typeCovers, type FindingType } from '../../shared/finding.ts';
import { pathInWords, type JsonPath } from '../../shared/json-lines.ts';
import type { Label } from '../../shared/label.ts';
import {
  allScores,
  firstRule,
  holdsAt,
  scoresInWords,
  scoresWith,
  typesOf,
  type Scores,
} from './label-choice.ts';
import { listed, type Check, type LintInput, type Remark } from './remark.ts';
import { levelOfScore } from './space.ts';

/** Scores that get no label, and levels without a row: of content in which nothing is found that a rule or row names. */
export const labelGaps: Check = ({ bundle }) => {
  const { mapping, dynamic_rules, default_label } = bundle;
  const remarks: Remark[] = [];
  for (const level of riskLevels) {
    if (mapping.some((row) => row.risk_level === level)) continue;
    const ofLevel = allScores.filter((score) => levelOfScore(score) === level);
    const bare = ofLevel.filter((score) => firstRule(dynamic_rules.rules, score) < 0);
    if (default_label === undefined && bare.length > 0) {
      remarks.push({
        kind: 'gap',
        severity: 'warning',
        path: ['mapping'],
        what: `content of risk ${scoresInWords(bare)} gets no label: no rule holds and there is no row for ${level} risk`,
        fix: `add a row for "${level}", or a "default_label"`,
      });
    } else {
      const by = bare.length === 0 ? 'rules' : `the default label "${default_label}"`;
      remarks.push({
        kind: 'level-without-row',
        severity: 'hint',
        path: ['mapping'],
        what: `there is no row for ${level} risk; ${by} give${bare.length === 0 ? '' : 's'} it a label`,
        fix: `add a row for "${level}" with a justification that auditors can read`,
      });
    }
  }
  return remarks;
};

/** Rules that give another label than the mapping would, for the same scores or the same types. The rule counts. */
export const rulesAgainstMapping: Check = (input) => {
  const { dynamic_rules, mapping } = input.bundle;
  return dynamic_rules.rules.flatMap((rule, place) =>
    mapping.flatMap((row, index): Remark[] => {
      if (sameLabel(input, rule.label, row.label)) return [];
      const scores = allScores.filter(
        (score) => levelOfScore(score) === row.risk_level && firstRule(dynamic_rules.rules, score) === place,
      );
      const types = row.types.filter((type) => decidedBy(input, place, type, row).length > 0);
      if (scores.length === 0 && types.length === 0) return [];
      const first = types[0];
      const level = scores.length === 0 ? '' : ` for risk ${scoresInWords(scores)}`;
      const example =
        first === undefined
          ? ''
          : `, so ${listed(types)} at risk ${scoresInWords(decidedBy(input, place, first, row))} gets "${rule.label}" though the row names it`;
      return [
        {
          kind: 'rule-against-mapping',
          severity: 'warning',
          path: ['dynamic_rules', 'rules', place],
          what: `this rule gives "${rule.label}"${level} where mapping[${index}] (${row.risk_level} risk) gives "${row.label}"; the rule comes first${example}`,
          fix: 'give both the same label, put a rule for these types before it, or drop one of the two',
        },
      ];
    }),
  );
};

/** The scores at which this rule labels a text with this type in it, where without rules this row would. */
const decidedBy = ({ bundle }: LintInput, place: number, type: FindingType, row: MappingRow): Scores =>
  scoresWith(type).filter(
    (score) =>
      firstRule(bundle.dynamic_rules.rules, score, type) === place &&
      stricterFirst(bundle.mapping).find(
        (each) =>
          each.risk_level === levelOfScore(score) || each.types.some((wanted) => typeCovers(wanted, type)),
      ) === row,
  );

const sameLabel = ({ bundle }: LintInput, left: string, right: string): boolean =>
  findLabel(bundle.labels, left)?.id === findLabel(bundle.labels, right)?.id;

interface NamedTypes {
  readonly path: JsonPath;
  readonly label: string;
  readonly types: readonly FindingType[];
}

/** A type that two rows, or two rules, name with different labels. */
export const typesNamedTwice: Check = (input) => {
  const { mapping, dynamic_rules } = input.bundle;
  const rows = stricterFirst(mapping).map((row) => ({
    path: ['mapping', mapping.indexOf(row)],
    label: row.label,
    types: row.types,
  }));
  const rules = dynamic_rules.rules.map((rule, place) => ({
    path: ['dynamic_rules', 'rules', place],
    label: rule.label,
    types: typesOf(rule),
  }));
  const twice = (entries: readonly NamedTypes[], why: string): Remark[] =>
    entries.flatMap((entry, place) =>
      entries.slice(0, place).flatMap((before): Remark[] => {
        const both = entry.types.filter((type) => before.types.some((other) => typeCovers(other, type)));
        if (both.length === 0 || sameLabel(input, entry.label, before.label)) return [];
        return [
          {
            kind: 'type-with-two-labels',
            severity: 'warning',
            path: entry.path,
            what: `${listed(both)} stands here for "${entry.label}" and in ${pathInWords(before.path)} for "${before.label}"; ${why}`,
            fix: 'name it in one of them only',
          },
        ];
      }),
    );
  return [
    ...twice(rows, 'the row of the higher risk counts'),
    ...twice(rules, 'the first rule that holds counts'),
  ];
};

const stricterFirst = (rows: readonly MappingRow[]): MappingRow[] =>
  rows.toSorted((left, right) => riskLevels.indexOf(right.risk_level) - riskLevels.indexOf(left.risk_level));

/** Rules before which others always hold. */
export const unreachableRules: Check = ({ bundle }) => {
  const { rules } = bundle.dynamic_rules;
  return rules.flatMap((rule, place): Remark[] => {
    const earlier = rules.slice(0, place);
    const types = typesOf(rule);
    // Of a text that was not wholly read, no rule about a score below a bound holds.
    const always = earlier.filter(
      ({ condition }) => !('risk_score' in condition) || condition.risk_score !== 'lt',
    );
    const reachable =
      types.length > 0
        ? types.some((type) => scoresWith(type).some((score) => firstRule(always, score, type) < 0))
        : allScores.some(
            (score) => holdsAt(rule, score) && firstRule(isBelow(rule) ? earlier : always, score) < 0,
          );
    if (reachable) return [];
    return [
      {
        kind: 'rule-never-reached',
        severity: 'warning',
        path: ['dynamic_rules', 'rules', place],
        what: neverHolds(rule)
          ? 'this rule never holds: no score is below 0'
          : `this rule for "${rule.label}" is never reached: wherever it holds, an earlier rule does`,
        fix: 'move it up or drop it; the first rule that holds gives the label',
      },
    ];
  });
};

const isBelow = ({ condition }: LintInput['bundle']['dynamic_rules']['rules'][number]): boolean =>
  'risk_score' in condition && condition.risk_score === 'lt';

const neverHolds = (rule: LintInput['bundle']['dynamic_rules']['rules'][number]): boolean =>
  isBelow(rule) && !allScores.some((score) => holdsAt(rule, score));

/** A higher score that gets a milder label than a lower one. */
export const fallingLabels: Check = ({ bundle }) => {
  const labelAt = (score: number): Label | null => {
    const rule = bundle.dynamic_rules.rules[firstRule(bundle.dynamic_rules.rules, score)];
    const row = bundle.mapping.find((each) => each.risk_level === levelOfScore(score));
    const reference = rule?.label ?? row?.label ?? bundle.default_label;
    return reference === undefined ? null : findLabel(bundle.labels, reference);
  };
  let strictest: { label: Label; score: number } | null = null;
  for (const score of allScores) {
    const label = labelAt(score);
    if (label === null) continue;
    if (strictest !== null && label.priority < strictest.label.priority) {
      return [
        {
          kind: 'label-falls-as-risk-rises',
          severity: 'warning',
          path: ['dynamic_rules'],
          what: `risk ${scoresInWords([score])} gets "${label.name}", though the lower risk ${scoresInWords([strictest.score])} gets the stricter "${strictest.label.name}"`,
          fix: 'order rules and rows so that more risk never gets a milder label',
        },
      ];
    }
    strictest = { label, score };
  }
  return [];
};
