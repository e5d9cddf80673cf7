import type { Classification } from '../shared/finding.ts';
import type { Label, Labelling } from '../shared/label.ts';
import { describeRule, ruleHolds, type DynamicRule } from './dynamic-rules.ts';
import { findLabel } from './label-catalogue.ts';
import { mappingRowFor, type MappingRow } from './mapping.ts';

/** What a bundle says about labels. Every reference was checked against `labels` when the bundle was parsed. */
export interface LabelRules {
  readonly labels: readonly Label[];
  readonly rules: readonly DynamicRule[];
  readonly mapping: readonly MappingRow[];
}

/**
 * Findings to label: the first dynamic rule that holds, else the mapping table.
 * A text that could not be scanned gets no label: it is not clean, and policies speak of it by name (`unscanned`).
 */
export function assignLabel(
  { labels, rules, mapping }: LabelRules,
  classification: Classification,
): Labelling {
  if (classification.unscanned !== undefined) {
    return {
      label: null,
      chosenBy: 'nothing',
      why: `the content was not fully read (${classification.unscanned})`,
    };
  }
  const rule = rules.find((candidate) => ruleHolds(candidate, classification));
  if (rule !== undefined) {
    return { label: findLabel(labels, rule.label), chosenBy: 'rule', why: describeRule(rule) };
  }
  const row = mappingRowFor(mapping, classification);
  if (row !== null) {
    return {
      label: findLabel(labels, row.label),
      chosenBy: 'mapping',
      why: `${row.risk_level} risk gives ${row.label}: ${row.justification}`,
    };
  }
  return {
    label: null,
    chosenBy: 'nothing',
    why: `no rule and no mapping row covers ${classification.riskLevel} risk`,
  };
}
