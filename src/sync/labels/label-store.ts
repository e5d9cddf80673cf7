import { existsSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { writeDurably } from '../../audit/durable-file.ts';
import { setAside } from '../../audit/set-aside.ts';
import { parseJson } from '../../shared/json.ts';
import { labelSchema } from '../../shared/label.ts';
import { failed, messageOf, ok, type Result } from '../../shared/result.ts';
import { MAX_LABELS } from './label-shape.ts';
import { labelProblemKinds } from './label-problem.ts';

const LABELS_FILE = 'labels.json';
const MAX_FILE_BYTES = 64 * 1024 * 1024;
/** Of labels that vanished, the newest: an old event's label can still be read by its id. */
export const MAX_DELETED = 5000;

const moment = z.iso.datetime();
const line = z.string().max(1000);

const catalogueSchema = z
  .strictObject({
    version: z.literal(1),
    /** The tenant all of it is of. */
    tenantId: z.string().min(1).max(253),
    /** When the labels were last known to be these; null: never had any. */
    fetchedAt: moment.nullable(),
    /** Which path gave them, for the next request and for people. */
    path: z.string().max(200).nullable(),
    etag: z.string().max(300).nullable(),
    labels: z.array(labelSchema).max(MAX_LABELS),
    /** What the tenant does not list any more: hidden, and readable in old events. */
    deleted: z.array(z.strictObject({ label: labelSchema, deletedAt: moment })).max(MAX_DELETED),
    /** What was left out or mended in the last answer. */
    notes: z.array(line).max(20),
    lastAttempt: moment.nullable(),
    /** Why the last attempt gave nothing; null when it did. */
    problem: z.strictObject({ kind: z.enum(labelProblemKinds), detail: line, fix: line }).nullable(),
  })
  .refine(({ labels }) => isForest(labels), 'expected ids used once, and parents that are there and above');
export type StoredCatalogue = z.infer<typeof catalogueSchema>;

export const emptyCatalogue = (tenantId: string): StoredCatalogue => ({
  version: 1,
  tenantId: tenantId.toLowerCase(),
  fetchedAt: null,
  path: null,
  etag: null,
  labels: [],
  deleted: [],
  notes: [],
  lastAttempt: null,
  problem: null,
});

/** What is stored, of whichever tenant; null when there is nothing. Changes nothing on disk. */
export function readCatalogue(dataDir: string): Result<StoredCatalogue | null> {
  const path = join(dataDir, LABELS_FILE);
  let text: string;
  try {
    if (statSync(path).size > MAX_FILE_BYTES)
      return failed(`${path}: expected at most ${MAX_FILE_BYTES} bytes`);
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return ok(null);
    return failed(`${path}: cannot be read (${messageOf(error)})`);
  }
  return parseJson(catalogueSchema, text, path);
}

export interface OpenedCatalogue {
  readonly catalogue: StoredCatalogue;
  /** Why what was stored could not be used; null when it could, or nothing was. */
  readonly problem: string | null;
}

/**
 * The stored catalogue of one tenant, or an empty one. A file that cannot be used is kept as `labels.json.broken-<UTC time>`; that of
 * another tenant as `labels-<tenant>.json`, from where it comes back when the tenant does.
 */
export function openCatalogue(dataDir: string, tenantId: string, now: Date): OpenedCatalogue {
  const path = join(dataDir, LABELS_FILE);
  const found = readCatalogue(dataDir);
  const empty = emptyCatalogue(tenantId);
  try {
    if (!found.ok) {
      return { catalogue: empty, problem: `${found.problem}; kept as ${setAside(path, 'broken', now)}` };
    }
    if (found.value !== null && found.value.tenantId === empty.tenantId) {
      return { catalogue: found.value, problem: null };
    }
    const other = found.value?.tenantId;
    if (other !== undefined) renameSync(path, asideFor(dataDir, other));
    const earlier = asideFor(dataDir, tenantId);
    if (!existsSync(earlier)) return { catalogue: empty, problem: null };
    renameSync(earlier, path);
    return openCatalogue(dataDir, tenantId, now);
  } catch (error) {
    return { catalogue: empty, problem: `${path}: cannot be set aside (${messageOf(error)})` };
  }
}

const asideFor = (dataDir: string, tenantId: string): string =>
  join(dataDir, `labels-${tenantId.toLowerCase().replaceAll(/[^a-z0-9.-]/g, '_')}.json`);

/** Writes it whole or not at all. */
export function writeCatalogue(dataDir: string, catalogue: StoredCatalogue): Result<void> {
  const path = join(dataDir, LABELS_FILE);
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    writeDurably(path, `${JSON.stringify(catalogue)}\n`);
    return ok(undefined);
  } catch (error) {
    return failed(`${path}: the labels cannot be stored (${messageOf(error)}); make ${dataDir} writable`);
  }
}

/** Every id once, every parent there, no circle. */
function isForest(
  labels: readonly { readonly id: string; readonly parentId?: string | undefined }[],
): boolean {
  const parents = new Map(labels.map(({ id, parentId }) => [id, parentId]));
  if (parents.size !== labels.length) return false;
  const reachesTop = new Set<string>();
  for (const { id } of labels) {
    const line = new Set<string>();
    let at: string | undefined = id;
    while (at !== undefined && !reachesTop.has(at)) {
      if (line.has(at) || !parents.has(at)) return false;
      line.add(at);
      at = parents.get(at);
    }
    for (const each of line) reachesTop.add(each);
  }
  return true;
}
