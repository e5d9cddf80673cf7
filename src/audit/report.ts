import type { Interaction } from '../shared/audit-event.ts';

/** What interactions without a label are called in reports. */
export const NO_LABEL = '(none)';

export interface LabelCount {
  /** Null: no label was given. */
  readonly label: string | null;
  readonly count: number;
  readonly high_risk: number;
  readonly blocked: number;
}

/** One line of the classification report. `percent` has one decimal; over all rows it adds up to 100.0. */
export interface ReportRow {
  readonly label: string;
  readonly count: number;
  readonly percent: number;
  readonly high_risk: number;
  readonly blocked: number;
}

/**
 * The classification report: how many interactions each label had, how many of them were of high risk and how many
 * a policy blocked (whatever the person then answered). `labelOrder` names labels in the order to show them; others
 * follow by count, and interactions without a label come last.
 */
export function classificationReport(
  interactions: Iterable<Pick<Interaction, 'label' | 'risk_level' | 'action'>>,
  labelOrder: readonly string[] = [],
): readonly ReportRow[] {
  const counts = new Map<
    string | null,
    { label: string | null; count: number; high_risk: number; blocked: number }
  >();
  for (const { label, risk_level, action } of interactions) {
    const row = counts.get(label) ?? { label, count: 0, high_risk: 0, blocked: 0 };
    row.count += 1;
    if (risk_level === 'high') row.high_risk += 1;
    if (action === 'block') row.blocked += 1;
    counts.set(label, row);
  }
  return reportRows([...counts.values()], labelOrder);
}

/** The same report from numbers counted elsewhere: `AuditReader.labelCounts`. */
export function reportRows(
  counts: readonly LabelCount[],
  labelOrder: readonly string[] = [],
): readonly ReportRow[] {
  const sorted = counts.filter(({ count }) => count > 0).toSorted(byOrder(labelOrder));
  const tenths = shares(
    sorted.map(({ count }) => count),
    1000,
  );
  return sorted.map(({ label, count, high_risk, blocked }, index) => ({
    label: label ?? NO_LABEL,
    count,
    percent: (tenths[index] ?? 0) / 10,
    high_risk,
    blocked,
  }));
}

function byOrder(labelOrder: readonly string[]): (left: LabelCount, right: LabelCount) => number {
  const rank = ({ label }: LabelCount): number => {
    if (label === null) return Infinity;
    const place = labelOrder.indexOf(label);
    return place === -1 ? labelOrder.length : place;
  };
  return (left, right) => {
    const [first, second] = [rank(left), rank(right)];
    if (first !== second) return first < second ? -1 : 1;
    return right.count - left.count || ((left.label ?? '') < (right.label ?? '') ? -1 : 1);
  };
}

/**
 * Splits `total` units in proportion to `weights` by the largest remainder: each share is rounded down, and the units
 * left over go to those that lost most (of equals, to the first). The shares add up to `total`.
 */
export function shares(weights: readonly number[], total: number): readonly number[] {
  const sum = weights.reduce((running, weight) => running + weight, 0);
  if (sum === 0) return weights.map(() => 0);
  const parts = weights.map((weight, index) => {
    const exact = weight * total;
    return { index, whole: Math.floor(exact / sum), lost: exact % sum };
  });
  const missing = total - parts.reduce((running, part) => running + part.whole, 0);
  const rounded = parts.map((part) => part.whole);
  const mostLost = parts.toSorted((left, right) => right.lost - left.lost || left.index - right.index);
  for (const { index, whole } of mostLost.slice(0, missing)) rounded[index] = whole + 1;
  return rounded;
}
