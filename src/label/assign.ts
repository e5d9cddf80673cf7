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
 * Findings to label: the first dynamic rule that holds, else the mapping table. A text that was not wholly scanned gets
 * the label of what was found in it, and none when nothing was: it is not clean, and policies speak of it as `unscanned`.
 */
export function assignLabel(
  { labels, rules, mapping }: LabelRules,
  classification: Classification,
): Labelling {
  const rule = rules.find((candidate) => ruleHolds(candidate, classification));
  if (rule !== undefined) {
    return {
      label: findLabel(labels, rule.label),
      chosenBy: 'rule',
      why: describeRule(rule, classification),
    };
  }
  const row = mappingRowFor(mapping, classification);
  if (row !== null) {
    const why = `${row.risk_level} risk gives ${row.label}: ${row.justification}`;
    return { label: findLabel(labels, row.label), chosenBy: 'mapping', why };
  }
  const { riskLevel, unscanned } = classification;
  const why =
    unscanned === undefined
      ? `no rule and no mapping row covers ${riskLevel} risk`
      : `the content was not fully read (${unscanned})`;
  return { label: null, chosenBy: 'nothing', why };
}
