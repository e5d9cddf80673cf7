import type { FileLabel } from '../shared/capture.ts';
import type { Label } from '../shared/label.ts';
import { findLabel } from './label-catalogue.ts';

/** What to do with labels that other organisations put on files. */
export type ForeignLabels = 'ignore' | 'keep';

export interface KnownLabels {
  /** What is enforced with: the tenant's and the bundle's. */
  readonly labels: readonly Label[];
  /** What the tenant does not list any more. */
  readonly deleted: readonly Label[];
  /** GUID of the company's own tenant; null where it is not known. */
  readonly tenantId: string | null;
  readonly foreign: ForeignLabels;
}

export interface FileLabelReading {
  /** `own`: of this tenant, or of none in particular, and known. `deleted`: it was. `unknown`: neither. */
  readonly kind: 'own' | 'deleted' | 'foreign' | 'unknown';
  /** What is known of it, to show it by name. */
  readonly label: Label | null;
  /** Do policies see it? False only for another tenant's where those are ignored. */
  readonly counts: boolean;
}

/**
 * What a file's label is. Files carry the GUID of label and tenant (MSIP metadata, [MS-OFFCRYPTO] LabelInfo); a label with no
 * tenant, or where our own is not known, is judged by its id alone.
 */
export function readFileLabel(file: FileLabel, known: KnownLabels): FileLabelReading {
  const label = findById(known.labels, file.id);
  if (isForeign(file, known.tenantId)) return { kind: 'foreign', label, counts: known.foreign === 'keep' };
  if (label !== null) return { kind: 'own', label, counts: true };
  const deleted = findById(known.deleted, file.id);
  return { kind: deleted === null ? 'unknown' : 'deleted', label: deleted, counts: true };
}

function isForeign({ tenantId }: FileLabel, own: string | null): boolean {
  return tenantId !== null && own !== null && tenantId.toLowerCase() !== own.toLowerCase();
}

/** By id alone: a name that happens to look like it is another label. */
function findById(labels: readonly Label[], id: string): Label | null {
  const found = findLabel(labels, id);
  return found !== null && found.id.toLowerCase() === id.toLowerCase() ? found : null;
}
