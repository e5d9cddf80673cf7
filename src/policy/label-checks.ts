import { findLabel } from '../label/label-catalogue.ts';
import type { FileLabel } from '../shared/capture.ts';
import type { Label } from '../shared/label.ts';
import { leafCheck, type Check } from './check.ts';
import type { LabelTest } from './condition.ts';
import { NOT_KNOWN } from './interaction.ts';

/** The labels that policies speak of, made ready to be looked up many times. */
export interface LabelIndex {
  readonly labels: readonly Label[];
  /** By id, path or name, as `findLabel` does. */
  readonly named: (reference: string) => Label | null;
  /** By id alone, as files carry it. */
  readonly withId: (id: string) => Label | null;
}

/** Made once for all policies of a bundle. */
export function indexLabels(labels: readonly Label[]): LabelIndex {
  const byId = new Map(labels.map((label) => [label.id.toLowerCase(), label]));
  return {
    labels,
    named: (reference) => findLabel(labels, reference),
    withId: (id) => byId.get(id.toLowerCase()) ?? null,
  };
}

/** A label test with its names looked up. */
interface Wanted {
  readonly matches: (label: Label) => boolean;
  /** Could reading more lead from a label of this priority (-1: none) to one that matches? To one that does not? */
  readonly canBeReachedFrom: (priority: number) => boolean;
  readonly canBeLeftFrom: (priority: number) => boolean;
  /** The names that stand for no label. */
  readonly unknown: readonly string[];
}

function lookUp(test: LabelTest, index: LabelIndex): Wanted {
  const names = 'is' in test ? [test.is] : 'in' in test ? test.in : [];
  if ('at_least' in test) {
    const bound = index.named(test.at_least);
    if (bound === null) return nothing(test.at_least);
    return {
      matches: ({ priority }) => priority >= bound.priority,
      canBeReachedFrom: () => true,
      canBeLeftFrom: () => false,
      unknown: [],
    };
  }
  if ('under' in test) {
    const top = index.named(test.under);
    return top === null ? nothing(test.under) : anyOf(withSubLabels(top, index.labels), index, []);
  }
  const found = names.map((name) => [name, index.named(name)] as const);
  return anyOf(
    found.flatMap(([, label]) => (label === null ? [] : [label])),
    index,
    found.flatMap(([name, label]) => (label === null ? [name] : [])),
  );
}

const nothing = (name: string): Wanted => ({
  matches: () => false,
  canBeReachedFrom: () => false,
  canBeLeftFrom: () => false,
  unknown: [name],
});

const highest = (labels: readonly Label[]): number =>
  labels.reduce((most, { priority }) => Math.max(most, priority), -Infinity);

function anyOf(members: readonly Label[], index: LabelIndex, unknown: readonly string[]): Wanted {
  const ids = new Set(members.map(({ id }) => id));
  const highestInside = highest(members);
  const highestOutside = highest(index.labels.filter(({ id }) => !ids.has(id)));
  return {
    matches: ({ id }) => ids.has(id),
    canBeReachedFrom: (priority) => highestInside > priority,
    canBeLeftFrom: (priority) => highestOutside > priority,
    unknown,
  };
}

/** A label and all below it, however deep; a circle of parents ends where it began. */
function withSubLabels(top: Label, labels: readonly Label[]): readonly Label[] {
  const members = new Set([top]);
  for (const member of members) {
    for (const label of labels) if (label.parentId === member.id) members.add(label);
  }
  return [...members];
}

const absent = ({ unknown }: Wanted): string =>
  unknown.map((name) => `, and there is no label "${name}"`).join('');

/**
 * Of content that was not wholly read the label is that of what was read; the rest may raise it. What was read counts against
 * a paste at once, and never for it: with `speaksAgainst` a label that matches settles the test, otherwise only if no
 * stricter label could take its place.
 */
export function labelCheck(test: LabelTest, index: LabelIndex, speaksAgainst: boolean): Check {
  const wanted = lookUp(test, index);
  return leafCheck(
    'label',
    ({ input: { label }, unread }) => {
      if (label === NOT_KNOWN) return 'missing';
      const matches = label !== null && wanted.matches(label);
      if (unread === null) return matches;
      const priority = label?.priority ?? -1;
      if (matches) return speaksAgainst || !wanted.canBeLeftFrom(priority) ? true : 'unread';
      return wanted.canBeReachedFrom(priority) ? 'unread' : false;
    },
    ({ input: { label } }) =>
      `${label === null || label === NOT_KNOWN ? 'it has no label' : `label is ${label.name}`}${absent(wanted)}`,
  );
}

/** Holds if any copied file carries such a label. A label of another tenant, or one that is not known here, is no match. */
export function fileLabelCheck(test: LabelTest, index: LabelIndex): Check {
  const wanted = lookUp(test, index);
  const known = ({ id, tenantId }: FileLabel): Label | null => {
    const label = index.withId(id);
    return label === null || isForeign(tenantId, label) ? null : label;
  };
  return leafCheck(
    'file_label',
    ({ input: { capture }, unread }) => {
      if (capture.fileLabels === NOT_KNOWN || capture.kind === NOT_KNOWN) return 'missing';
      for (const carried of capture.fileLabels) {
        const label = known(carried);
        if (label !== null && wanted.matches(label)) return true;
      }
      return capture.kind === 'files' && unread !== null ? 'unread' : false;
    },
    ({ input: { capture } }) => {
      const carried = capture.fileLabels === NOT_KNOWN ? [] : capture.fileLabels;
      const names = [...new Set(carried.flatMap((each) => known(each)?.name ?? []))];
      const others =
        carried.length > 0 ? 'no file carries a label of this company' : 'no file carries a label';
      return `${names.length > 0 ? `files are labelled ${names.slice(0, 5).join(', ')}` : others}${absent(wanted)}`;
    },
  );
}

const isForeign = (tenantId: string | null, label: Label): boolean =>
  tenantId !== null &&
  label.tenantId !== undefined &&
  tenantId.toLowerCase() !== label.tenantId.toLowerCase();
