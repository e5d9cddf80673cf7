import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { startSpy } from '../../src/sense/spy.ts';

it.skipIf(process.platform !== 'linux')("what watches is out of reach of a terminal's Ctrl+C", async () => {
  const { promise: said, resolve } = Promise.withResolvers<string>();
  const spy = startSpy({
    command: ['sh', '-c', 'echo $$; exec sleep 30'],
    env: process.env,
    onLine: resolve,
    onDown: () => undefined,
    onUp: () => undefined,
  });
  // After the name in brackets: state, parent, process group.
  const groupOf = (pid: string): string | undefined =>
    readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[2];
  const pid = (await said).trim();
  expect([groupOf(pid), groupOf(pid) === groupOf('self')]).toEqual([pid, false]);
  spy.stop();
});
