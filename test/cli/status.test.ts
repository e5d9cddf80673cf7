import { expect, it } from 'vitest';
import { becomeTheInstance } from '../../src/cli/instance.ts';
import { failed } from '../../src/shared/result.ts';
import { temporaryFolder } from '../fakes/temporary-folder.ts';
import { runClipward } from '../setup/program.ts';

const bundle = {
  version: 'acme v5',
  source: 'it.example.com/clipward.jws',
  signedBy: ['key-1'],
  since: '2026-03-08T08:00:00.000Z',
  expires: null,
  lastCheck: null,
  lastAnswer: null,
  problems: [],
  warnings: [],
};

it.each([
  { quarantined: ['"acme" v6', '"acme" v7'], says: ['"acme" v6', '"acme" v7'] },
  { quarantined: [], says: [] },
])('status says of $quarantined that they were given up, also while no source answers', async (given) => {
  const dataDir = temporaryFolder();
  const opened = await becomeTheInstance(dataDir, {
    state: () => ({
      pid: process.pid,
      host: 'headless',
      version: '0.1.0',
      started_at: '2026-03-08T08:00:00.000Z',
      desktop: 'a test',
      holding: false,
      limitations: [],
      upload: 'no destination',
      bundle: { ...bundle, quarantined: given.quarantined },
      labels: { kind: 'off', why: 'off in this test' },
      user: null,
      device: null,
    }),
    override: () => Promise.resolve(failed('nothing is held')),
    syncNow: () => Promise.resolve(),
  });
  if (!opened.ok) throw new Error(opened.problem);
  const { code, stdout } = await runClipward(['status', '--data', dataDir]);
  await opened.value.close();
  expect([code, stdout]).toEqual([0, expect.stringContaining('Bundle: acme v5 from it.example.com')]);
  expect(stdout.split('\n').filter((line) => line.includes('given up'))).toEqual(
    given.says.map((name) => `  given up on this device after crashes: ${name}`),
  );
});
