import type { Classification } from '../shared/finding.ts';
import type { Label, Labelling } from '../shared/label.ts';
import { describeRule, ruleHolds, type DynamicRule } from './dynamic-rules.ts';
import { findLabel } from './label-catalogue.ts';
import { mappingRowsFor, type MappingRow } from './mapping.ts';

/** What a bundle says about labels. Every reference was checked against the bundle's own labels when it was parsed. */
export interface LabelRules {
  /** The bundle's, or those with the tenant's: then a label that the bundle means may be disabled in Purview. */
  readonly labels: readonly Label[];
  readonly rules: readonly DynamicRule[];
  readonly mapping: readonly MappingRow[];
  /** The label of what no rule and no row covers, and was wholly read. */
  readonly defaultLabel?: string;
}

/** A rule, a row or the default, if it is the one that decides. */
interface Candidate {
  readonly reference: string;
  readonly chosenBy: 'rule' | 'mapping' | 'default';
  readonly why: string;
}

/**
 * Findings to label: the first dynamic rule that holds, else the mapping table, else the default label. Labels are named by id,
 * path or name; one that is disabled, or gone, is passed over for the next rule or row that fits, and `why` says so. Never for the
 * default: what a strict label was meant for is not what nothing covers. A text that was not
 * wholly scanned gets the label of what was found in it, and none when nothing was, nor the default: it is not clean, and
 * policies speak of it as `unscanned`.
 */
export function assignLabel(rules: LabelRules, classification: Classification): Labelling {
  const passedOver = new Set<string>();
  const because = (why: string): string =>
    passedOver.size === 0 ? why : `${why} (passed over: ${[...passedOver].join('; ')})`;
  for (const { reference, chosenBy, why } of candidates(rules, classification)) {
    if (chosenBy === 'default' && passedOver.size > 0) break;
    const label = findLabel(rules.labels, reference);
    if (label?.enabled === true) return { label, chosenBy, why: because(why) };
    passedOver.add(
      label === null ? `there is no label "${reference}" any more` : `label "${reference}" is disabled`,
    );
  }
  return { label: null, chosenBy: 'nothing', why: because(whyNone(classification)) };
}

/** In the order they are asked, each worked out only when those before it have no label to give. */
function* candidates(
  { rules, mapping, defaultLabel }: LabelRules,
  classification: Classification,
): Generator<Candidate> {
  for (const rule of rules) {
    if (!ruleHolds(rule, classification)) continue;
    yield { reference: rule.label, chosenBy: 'rule', why: describeRule(rule, classification) };
  }
  for (const { risk_level: level, label, justification } of mappingRowsFor(mapping, classification)) {
    yield {
      reference: label,
      chosenBy: 'mapping',
      why: `${level} risk gives ${label}: ${justification}`,
    };
  }
  if (defaultLabel !== undefined && classification.unscanned === undefined) {
    yield {
      reference: defaultLabel,
      chosenBy: 'default',
      why: `${whyNone(classification)}; the default label is ${defaultLabel}`,
    };
  }
}

const whyNone = ({ riskLevel, unscanned }: Classification): string =>
  unscanned === undefined
    ? `no rule and no mapping row covers ${riskLevel} risk`
    : `the content was not fully read (${unscanned})`;
