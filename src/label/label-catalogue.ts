import { z } from 'zod';
import { labelSchema, type Label } from '../shared/label.ts';

/** The labels a bundle or a tenant offers: names are unique below one parent, parents exist. */
export const labelsSchema = z
  .array(labelSchema)
  .min(1)
  .superRefine((labels, context) => {
    const ids = new Set(labels.map((label) => label.id));
    const paths = new Set<string>();
    for (const [index, label] of labels.entries()) {
      if (label.parentId !== undefined && !ids.has(label.parentId)) {
        context.addIssue({
          code: 'custom',
          path: [index, 'parentId'],
          message: 'expected the id of a label in this list',
        });
      }
      const path = pathOf(label, labels);
      if (paths.has(path)) {
        context.addIssue({
          code: 'custom',
          path: [index, 'name'],
          message: `expected a name used once, "${path}" stands twice`,
        });
      }
      paths.add(path);
    }
  });

/**
 * Finds a label as admins write it: its id, its path (`Confidential\Finance`) or its name.
 * A name that several parents share is found only by path. Case does not matter.
 */
export function findLabel(labels: readonly Label[], reference: string): Label | null {
  const wanted = reference.toLowerCase();
  const exact = labels.find(
    (label) => label.id === reference || pathOf(label, labels).toLowerCase() === wanted,
  );
  if (exact !== undefined) return exact;
  const named = labels.filter((label) => label.name.toLowerCase() === wanted);
  return named.length === 1 ? (named[0] ?? null) : null;
}

/** `Parent\Child`, as Purview shows sub-labels. */
export function pathOf(label: Label, labels: readonly Label[]): string {
  const parent = labels.find((candidate) => candidate.id === label.parentId);
  return parent === undefined || parent === label ? label.name : `${parent.name}\\${label.name}`;
}
