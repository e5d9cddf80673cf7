import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase, closeDatabase } from '../src/audit/database.ts';
import type { AuditLog } from '../src/audit/audit-log.ts';
import { createCollector } from '../src/sync/collector.ts';
import { createUploader } from '../src/sync/uploader.ts';
import { interaction, newFolder, openLog, valueOf } from '../test/fakes/audit-samples.ts';
import { FakeCollector } from '../test/fakes/collector.ts';

/** Appends under synchronous=FULL, then delivers all of it to a collector in this process (its share is in the time). */
const EVENTS = 20_000;

const elapsedMs = async (work: () => unknown): Promise<number> => {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
};

async function appendAll(
  log: AuditLog,
): Promise<{ readonly totalMs: number; readonly sorted: readonly number[] }> {
  const each: number[] = [];
  for (let count = 0; count < EVENTS; count += 1) {
    each.push(await elapsedMs(() => valueOf(log.append(interaction()))));
  }
  return {
    totalMs: each.reduce((sum, ms) => sum + ms, 0),
    sorted: each.toSorted((left, right) => left - right),
  };
}

async function drain(log: AuditLog): Promise<number> {
  const server = new FakeCollector();
  const { send } = valueOf(createCollector({ url: await server.start() }));
  const uploader = createUploader({ log, destinationName: 'bench', send });
  const ms = await elapsedMs(() => uploader.flush());
  if (server.stored.size !== EVENTS || server.twice.length > 0)
    throw new Error('the collector did not get every event once');
  await uploader.stop();
  await server.close();
  return ms;
}

const dataDir = newFolder();
const { log } = openLog(dataDir);
if (!log.durable) throw new Error(`nothing to measure: ${log.problem}`);
const appended = await appendAll(log);
const drainMs = await drain(log);
const countMs = await elapsedMs(() => valueOf(log.labelCounts()));
const readMs = await elapsedMs(() => valueOf(log.interactions()));
log.close();
const bytes = statSync(join(dataDir, 'clipward.db')).size;
const reopenMs = await elapsedMs(() => closeDatabase(openDatabase(dataDir, () => new Date()).db));
rmSync(dataDir, { recursive: true });

const percentile = (share: number): string =>
  `${(appended.sorted[Math.floor(EVENTS * share)] ?? 0).toFixed(2)} ms`;
const rows: readonly (readonly [what: string, figure: string])[] = [
  [`appends a second, synchronous=FULL (${EVENTS})`, `${Math.round((EVENTS * 1000) / appended.totalMs)}`],
  ['append p50', percentile(0.5)],
  ['append p99', percentile(0.99)],
  ['bytes an event on disk', `${Math.round(bytes / EVENTS)}`],
  [`delivery of ${EVENTS} events over loopback`, `${(drainMs / 1000).toFixed(2)} s`],
  ['report numbers of all of them, by SQL', `${countMs.toFixed(1)} ms`],
  ['reading all of them', `${readMs.toFixed(0)} ms`],
  ['opening, with its check for damage', `${reopenMs.toFixed(0)} ms`],
];
for (const [what, figure] of rows) process.stdout.write(`${what.padEnd(48)}${figure.padStart(12)}\n`);
