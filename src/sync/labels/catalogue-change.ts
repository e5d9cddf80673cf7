import type { Label } from '../../shared/label.ts';
import type { LabelsAnswer } from './graph-labels.ts';
import type { LabelProblem } from './label-problem.ts';
import { MAX_DELETED, type StoredCatalogue } from './label-store.ts';

export interface CatalogueChange {
  readonly catalogue: StoredCatalogue;
  /** Are the labels others than before? Not when only times, notes or problems are. */
  readonly changed: boolean;
}

/** The catalogue after an answer. A problem leaves labels as they were; what is no longer listed moves to `deleted`. */
export function afterAnswer(before: StoredCatalogue, answer: LabelsAnswer, now: Date): CatalogueChange {
  const at = now.toISOString();
  switch (answer.kind) {
    case 'problem':
      return {
        catalogue: { ...before, lastAttempt: at, problem: storable(answer.problem) },
        changed: false,
      };
    case 'unchanged':
      return { catalogue: { ...before, fetchedAt: at, lastAttempt: at, problem: null }, changed: false };
    case 'catalogue': {
      const labels = [...answer.labels];
      const catalogue = {
        ...before,
        fetchedAt: at,
        lastAttempt: at,
        problem: null,
        path: answer.path,
        etag: answer.etag,
        labels,
        notes: answer.notes.slice(0, 20),
        deleted: deletedAfter(before, labels, at),
      };
      return { catalogue, changed: !isSame(before.labels, labels) };
    }
  }
}

/** Newest first; one that is back is no longer deleted. */
function deletedAfter(
  before: StoredCatalogue,
  labels: readonly Label[],
  deletedAt: string,
): StoredCatalogue['deleted'] {
  const ids = new Set(labels.map(({ id }) => id));
  const vanished = before.labels.filter(({ id }) => !ids.has(id)).map((label) => ({ label, deletedAt }));
  const vanishedIds = new Set(vanished.map(({ label }) => label.id));
  const earlier = before.deleted.filter(({ label }) => !ids.has(label.id) && !vanishedIds.has(label.id));
  return [...vanished, ...earlier].slice(0, MAX_DELETED);
}

function isSame(before: readonly Label[], after: readonly Label[]): boolean {
  return textOf(before) === textOf(after);
}

/** In one order of labels and of fields, whatever order they came in. */
const textOf = (labels: readonly Label[]): string =>
  labels
    .map((label) =>
      JSON.stringify(Object.entries(label).toSorted(([left], [right]) => (left < right ? -1 : 1))),
    )
    .toSorted()
    .join('\n');

/** When to come again is of this run; the rest is worth knowing after a restart. */
const storable = ({ kind, detail, fix }: LabelProblem): StoredCatalogue['problem'] => ({
  kind,
  detail: detail.slice(0, 1000),
  fix: fix.slice(0, 1000),
});
