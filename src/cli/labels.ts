import { isForFilesAndMail, pathOf } from '../label/label-catalogue.ts';
import type { Label } from '../shared/label.ts';
import { failed, ok, type Result } from '../shared/result.ts';
import { readCatalogue, type StoredCatalogue } from '../sync/labels/label-store.ts';
import { createLabelSync } from '../sync/labels/label-sync.ts';
import { complain, exit, type ExitCode } from './exit.ts';
import { connectFromTerminal, labelSettings, type ConnectionOptions } from './label-connection.ts';
import { write, writeJson } from './output.ts';
import { dataDirFor } from './paths.ts';

export interface LabelsOptions extends ConnectionOptions {
  readonly json?: boolean | undefined;
  readonly sync?: boolean | undefined;
  readonly all?: boolean | undefined;
}

/**
 * `clipward labels`: the tenant's labels as they are stored, where they come from and how old they are; with `--sync` asked for anew.
 * Ends with 3 when there are none, or the tenant could not be asked.
 */
export async function labels(options: LabelsOptions): Promise<ExitCode> {
  const dataDir = dataDirFor(options.data);
  if (options.sync === true) {
    const synced = await syncOnce(options, dataDir);
    if (!synced.ok) return complain(synced.problem);
  }
  const stored = readCatalogue(dataDir);
  if (!stored.ok) return complain(stored.problem);
  const catalogue = stored.value;
  if (catalogue === null) {
    return complain('no labels are stored; set up the integration, then: clipward labels --sync');
  }
  await (options.json === true
    ? writeJson(jsonOf(catalogue, options.all === true))
    : write(`${linesOf(catalogue, options.all === true, new Date()).join('\n')}\n`));
  const { problem, fetchedAt } = catalogue;
  if (problem !== null && (options.sync === true || fetchedAt === null)) {
    return complain(`${problem.detail}; ${problem.fix}`);
  }
  return exit.ok;
}

/** Asks the tenant once and stores the answer. The problem is what is not set up; what the tenant says is in the catalogue. */
async function syncOnce(options: LabelsOptions, dataDir: string): Promise<Result<void>> {
  const settings = await labelSettings(options, dataDir);
  if (!settings.ok) return settings;
  if (!settings.value.enabled) {
    return failed('the integration is switched off (setting IntegrationEnabled); the stored labels stay');
  }
  const connection = connectFromTerminal(settings.value, dataDir);
  if (!connection.ok) return connection;
  const { config, fetch } = connection.value;
  const sync = createLabelSync({ dataDir, tenantId: config.tenantId, enabled: true, fetch });
  await sync.syncNow();
  await sync.stop();
  const { problem } = sync.state();
  return problem?.kind === 'storage' ? failed(problem.detail) : ok(undefined);
}

function jsonOf(catalogue: StoredCatalogue, all: boolean): unknown {
  const { deleted, labels: list, version: _, etag: __, ...rest } = catalogue;
  return {
    ...rest,
    labels: list.map((label) => ({
      ...label,
      displayPath: pathOf(label, list),
      forFilesAndMail: isForFilesAndMail(label),
    })),
    ...(all ? { deleted } : {}),
  };
}

function linesOf(catalogue: StoredCatalogue, all: boolean, now: Date): readonly string[] {
  const { labels: list, deleted, problem, notes, tenantId, path, fetchedAt } = catalogue;
  const from =
    fetchedAt === null ? 'never synced' : `by ${path ?? '?'}, ${ageOf(fetchedAt, now)} (${fetchedAt})`;
  const rows = treeOf(list).map(({ label, depth }) => [
    `${'  '.repeat(depth + 1)}${label.name}`,
    label.color,
    `priority ${label.priority}`,
    [
      ...(label.enabled ? [] : ['disabled']),
      ...(isForFilesAndMail(label) ? [] : ['not for files and e-mails']),
    ].join('; '),
  ]);
  const gone = deleted.map(({ label, deletedAt }) => `  ${label.name}  ${label.id}  gone since ${deletedAt}`);
  return [
    `${list.length} labels of tenant ${tenantId}, ${from}`,
    ...columns(rows),
    ...(all && gone.length > 0 ? ['Deleted in the tenant:', ...gone] : []),
    ...notes.map((note) => `! ${note}`),
    ...(problem === null ? [] : [`! last sync failed: ${problem.detail}; ${problem.fix}`]),
  ];
}

/** Parents above their children; among siblings the least strict first, as Purview lists them. */
function treeOf(list: readonly Label[]): readonly { readonly label: Label; readonly depth: number }[] {
  const children = Map.groupBy(list, ({ parentId }) => parentId ?? '');
  const below = (id: string, depth: number): { label: Label; depth: number }[] =>
    (children.get(id) ?? [])
      .toSorted((left, right) => left.priority - right.priority)
      .flatMap((label) => [{ label, depth }, ...below(label.id, depth + 1)]);
  return below('', 0);
}

function columns(rows: readonly (readonly string[])[]): readonly string[] {
  const width = rows.reduce((widest, [name = '']) => Math.max(widest, name.length), 0);
  return rows.map(([name = '', ...others]) => [name.padEnd(width), ...others].join('  ').trimEnd());
}

/** `5 minutes ago`; what lies ahead was written under another clock. */
export function ageOf(at: string, now: Date): string {
  const minutes = Math.floor((now.getTime() - Date.parse(at)) / 60_000);
  if (minutes < 0) return 'at a time that is still to come';
  if (minutes < 1) return 'just now';
  const [count, unit] =
    minutes < 60
      ? [minutes, 'minute']
      : minutes < 48 * 60
        ? [Math.floor(minutes / 60), 'hour']
        : [Math.floor(minutes / 1440), 'day'];
  return `${count} ${unit}${count === 1 ? '' : 's'} ago`;
}
