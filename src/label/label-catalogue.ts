import { z } from 'zod';
import { labelSchema, type Label } from '../shared/label.ts';

/** A label that is also known by other words: what a bundle calls it, where the tenant calls it something else. */
export interface CatalogueLabel extends Label {
  /** Ids, paths and names, as a bundle may write them. They come before everything else when a label is looked up. */
  readonly aliases?: readonly string[];
}

/** The labels a bundle or a tenant offers: ids are unique, names are unique below one parent, parents exist and do not go round in a circle. */
export const labelsSchema = z
  .array(labelSchema)
  .min(1)
  .superRefine((labels, context) => {
    const index = indexOf(labels);
    const paths = new Set<string>();
    for (const [place, label] of labels.entries()) {
      const refuse = (key: keyof Label, message: string): void =>
        context.addIssue({ code: 'custom', path: [place, key], message });
      if (index.byId.get(label.id.toLowerCase()) !== label) {
        refuse('id', 'expected an id used once: policies could not tell the two labels apart');
      }
      if (label.parentId !== undefined && !index.byId.has(label.parentId.toLowerCase())) {
        refuse('parentId', 'expected the id of a label in this list');
      } else if (goesInACircle(label, index)) {
        refuse('parentId', 'expected a parent that is not below this label');
      }
      const path = pathOf(label, labels);
      if (paths.has(path.toLowerCase())) refuse('name', `expected a name used once, "${path}" stands twice`);
      paths.add(path.toLowerCase());
    }
  });

/**
 * Finds a label as admins write it: its id, its path (`Confidential\Finance`) or its name.
 * A name that several parents share is found only by path. Case does not matter.
 */
export function findLabel(labels: readonly CatalogueLabel[], reference: string): Label | null {
  return indexOf(labels).byReference.get(reference.toLowerCase()) ?? null;
}

/** `Parent\Child`, as Purview shows sub-labels; every level above it. */
export function pathOf(label: Label, labels: readonly Label[]): string {
  return lineOf(label, indexOf(labels))
    .map(({ name }) => name)
    .toReversed()
    .join('\\');
}

/**
 * Can this label be put on both files and e-mails? One that cannot is told apart: file labels need that scope
 * (Defender for Cloud Apps, "file policies with sensitivity labels"). Where Purview does not say, it can.
 */
export function isForFilesAndMail({ scopes }: Label): boolean {
  if (scopes === undefined || scopes.length === 0) return true;
  const said = new Set(scopes.map((scope) => scope.toLowerCase()));
  return said.has('file') && said.has('email');
}

interface LabelIndex {
  readonly byId: ReadonlyMap<string, Label>;
  /** Null: a name of several. */
  readonly byReference: ReadonlyMap<string, Label | null>;
}

/** Made once for each list: a tenant may have thousands of labels, and every policy and row names some. */
const indexes = new WeakMap<readonly Label[], LabelIndex>();

function indexOf(labels: readonly CatalogueLabel[]): LabelIndex {
  const known = indexes.get(labels);
  if (known !== undefined) return known;
  const byId = new Map<string, Label>();
  for (const label of labels) if (!byId.has(label.id.toLowerCase())) byId.set(label.id.toLowerCase(), label);
  const made = { byId, byReference: referencesOf(labels, byId) };
  indexes.set(labels, made);
  return made;
}

/** The surer word first: what stands already is not replaced. */
function referencesOf(
  labels: readonly CatalogueLabel[],
  byId: ReadonlyMap<string, Label>,
): Map<string, Label | null> {
  const found = new Map<string, Label | null>();
  const add = (words: readonly string[], label: Label): void => {
    for (const word of words) if (!found.has(word.toLowerCase())) found.set(word.toLowerCase(), label);
  };
  for (const label of labels) add(label.aliases ?? [], label);
  for (const [id, label] of byId) add([id], label);
  for (const label of labels) {
    const path = lineOf(label, { byId }).map(({ name }) => name);
    add([path.toReversed().join('\\')], label);
  }
  const names = Map.groupBy(labels, ({ name }) => name.toLowerCase());
  for (const [name, [first, ...others]] of names) {
    if (!found.has(name)) found.set(name, others.length === 0 ? (first ?? null) : null);
  }
  return found;
}

/** The label and what stands above it, upwards; stops where a parent is missing or comes again. */
function lineOf(label: Label, { byId }: Pick<LabelIndex, 'byId'>): readonly Label[] {
  const line: Label[] = [label];
  const seen = new Set([label.id.toLowerCase()]);
  for (let parent = parentOf(label, byId); parent !== undefined; parent = parentOf(parent, byId)) {
    if (seen.has(parent.id.toLowerCase())) break;
    seen.add(parent.id.toLowerCase());
    line.push(parent);
  }
  return line;
}

function goesInACircle(label: Label, { byId }: LabelIndex): boolean {
  const top = lineOf(label, { byId }).at(-1) ?? label;
  return parentOf(top, byId) !== undefined;
}

const parentOf = (label: Label, byId: ReadonlyMap<string, Label>): Label | undefined =>
  label.parentId === undefined ? undefined : byId.get(label.parentId.toLowerCase());
