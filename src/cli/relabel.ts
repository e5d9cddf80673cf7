import { userInfo } from 'node:os';
import { createRelabelling, type Relabelling } from '../agent/past/relabel.ts';
import { notLookedForUnder } from '../agent/past/past-labels.ts';
import { openAuditLog, type AuditLog } from '../audit/audit-log.ts';
import { openAuditLogReadOnly, type AuditReader } from '../audit/audit-reader.ts';
import { openIdentity } from '../audit/identity.ts';
import type { Settings } from '../managed/settings-schema.ts';
import type { EventDraft } from '../shared/audit-event.ts';
import { failed, ok, type Result } from '../shared/result.ts';
import { bundleInForce } from './bundle-in-force.ts';
import { bundleFor, type CommandBundle } from './bundle-option.ts';
import { complain, exit, type ExitCode } from './exit.ts';
import { historySettings } from './history-settings.ts';
import { write, writeJson } from './output.ts';
import { dataDirFor } from './paths.ts';
import { eachDay } from './stored-interactions.ts';
import { version as agentVersion } from './version.ts';

export interface RelabelOptions {
  readonly bundle?: string | undefined;
  readonly since?: Date | undefined;
  readonly dryRun?: boolean | undefined;
  readonly settings?: string | undefined;
  readonly data?: string | undefined;
  readonly json?: boolean | undefined;
}

/**
 * `clipward relabel`: works out the labels of stored interactions again, by the current rules and mapping, and records those that
 * are others now. What was recorded at first stays; the newest label counts. Works while the agent runs, and twice does no more
 * than once. Nothing is changed while the integration is off.
 */
export async function relabel(options: RelabelOptions): Promise<ExitCode> {
  const dataDir = dataDirFor(options.data);
  const reader = openAuditLogReadOnly(dataDir);
  if (!reader.ok) return complain(reader.problem);
  // Only to see that there is one: opening for writing would make it.
  reader.value.close();
  const about = await historySettings(options, dataDir);
  if (!about.ok) return complain(about.problem);
  if (!about.value.settings.IntegrationEnabled) {
    return complain(
      'the integration is switched off (setting IntegrationEnabled); labels of events stay as they are',
    );
  }
  const bundle =
    options.bundle === undefined
      ? await bundleInForce(options)
      : bundleFor(options.bundle, about.value.tenantLabels);
  if (!bundle.ok) return bundle.problem;
  const isDry = options.dryRun === true;
  const log = isDry
    ? openAuditLogReadOnly(dataDir)
    : openForWriting(dataDir, about.value.settings, bundle.value.version);
  if (!log.ok) return complain(log.problem);
  const done = relabelAll(log.value, bundle.value, options);
  log.value.close();
  if (options.json === true) await writeJson(asJson(done, bundle.value.version, isDry));
  else await write(inWords(done, bundle.value.version, isDry));
  if (done.unreadable > 0) {
    complain(`${done.unreadable} stored events could not be read and are left out`);
  }
  return done.problem === null ? exit.ok : complain(`${done.problem}; what is listed is done, try again`);
}

/** The log as the agent opens it. The problem: it cannot be written to disk. */
function openForWriting(dataDir: string, settings: Settings, bundleVersion: string): Result<AuditLog> {
  const identity = openIdentity(dataDir);
  if (!identity.ok) return identity;
  const { username } = userInfo();
  const { log } = openAuditLog({
    dataDir,
    now: () => new Date(),
    who: {
      user: () => (settings.RecordPlainUser ? username.slice(0, 64) : identity.value.pseudonym(username)),
      device: identity.value.deviceId,
      agentVersion,
      bundleVersion: () => bundleVersion,
    },
  });
  if (log.durable) return ok(log);
  log.close();
  return failed(log.problem ?? 'the audit log cannot be written');
}

/** So many in one write: the agent waits a second at most for the database. */
const AT_ONCE = 200;

interface Done {
  readonly changes: readonly {
    readonly from: string | null;
    readonly to: string | null;
    readonly count: number;
  }[];
  readonly same: number;
  readonly unknown: number;
  /** Company types on which labels hang, and which were not looked for. */
  readonly types: readonly string[];
  readonly unreadable: number;
  /** Why it ended early. */
  readonly problem: string | null;
}

function relabelAll(log: AuditLog | AuditReader, bundle: CommandBundle, { since }: RelabelOptions): Done {
  const relabelled = createRelabelling(bundle.labelRules, notLookedForUnder(bundle, bundle));
  const counts = createCounts();
  const read = eachDay(log, { since }, (interactions) => {
    const results = interactions.map(relabelled);
    for (let at = 0; at < results.length; at += AT_ONCE) {
      const some = results.slice(at, at + AT_ONCE);
      const drafts = some.flatMap((each): EventDraft[] => (each.kind === 'changed' ? [each.draft] : []));
      if ('appendAll' in log && drafts.length > 0) {
        const written = log.appendAll(drafts);
        if (!written.ok) return written;
      }
      for (const each of some) counts.note(each);
    }
    return ok(undefined);
  });
  return {
    ...counts.result(),
    unreadable: read.ok ? read.value : 0,
    problem: read.ok ? null : read.problem,
  };
}

function createCounts() {
  const changes = new Map<string, Done['changes'][number]>();
  const types = new Set<string>();
  let same = 0;
  let unknown = 0;
  return {
    note(result: Relabelling): void {
      if (result.kind === 'same') same += 1;
      else if (result.kind === 'unknown') {
        unknown += 1;
        for (const type of result.types) types.add(type);
      } else {
        const { from, to } = result;
        const key = JSON.stringify([from, to]);
        changes.set(key, { from, to, count: (changes.get(key)?.count ?? 0) + 1 });
      }
    },
    result: () => ({
      changes: [...changes.values()].toSorted((left, right) => right.count - left.count),
      same,
      unknown,
      types: [...types].toSorted(),
    }),
  };
}

const changedIn = ({ changes }: Done): number => changes.reduce((sum, { count }) => sum + count, 0);

const asJson = (done: Done, bundle: string, isDry: boolean) => ({
  bundle,
  dry_run: isDry,
  changed: changedIn(done),
  changes: done.changes,
  same: done.same,
  cannot_be_told: { count: done.unknown, types_not_looked_for: done.types },
  unreadable: done.unreadable,
});

function inWords(done: Done, bundle: string, isDry: boolean): string {
  const { changes, same, unknown, types } = done;
  const changed = changedIn(done);
  const lines = [
    `Labels by ${bundle}:`,
    ...changes.map(({ from, to, count }) => `  ${from ?? 'no label'} → ${to ?? 'no label'}: ${count}`),
    `${changed} ${isDry ? 'would get' : 'got'} another label, ${same} keep theirs, ${unknown} cannot be told.`,
    ...(unknown === 0
      ? []
      : [`They hang on types that were not looked for when they were recorded: ${types.join(', ')}.`]),
    ...(isDry ? ['Nothing was written.'] : []),
  ];
  return `${lines.join('\n')}\n`;
}
