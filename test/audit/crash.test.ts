import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { newFolder, openLog, storedEvents } from '../fakes/audit-samples.ts';

const ROUNDS = 10;

/** Kills the writer after so many acknowledged events, at whatever it is doing then. */
async function killAfter(count: number, dataDir: string): Promise<readonly string[]> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'append-forever.ts'), dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    output += chunk;
    if (output.length >= count * 37) child.kill('SIGKILL');
  });
  const [, signal] = (await once(child, 'close')) as [number | null, string | null];
  expect(signal).toBe('SIGKILL');
  return output.split('\n').slice(0, -1);
}

it(`has every acknowledged event after ${ROUNDS} kills at random moments`, async () => {
  const dataDir = newFolder();
  const acknowledged: string[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    acknowledged.push(...(await killAfter(1 + Math.floor(Math.random() * 400), dataDir)));
    const { log, setAside } = openLog(dataDir);
    expect(setAside).toBeUndefined();
    const stored = storedEvents(log).map((event) => event.event_id);
    log.close();
    const present = new Set(stored);
    expect(acknowledged.filter((id) => !present.has(id))).toEqual([]);
    // Each kill may leave one event that was on disk but not yet told.
    expect(stored.length - acknowledged.length).toBeLessThanOrEqual(round + 1);
  }
  expect(acknowledged.length).toBeGreaterThan(ROUNDS);
}, 120_000);
