/**
 * From the command that brings an AI platform to the front until another program reads the notice, on an X display of its
 * own: `npm run build && node bench/hold.ts`. The time of xdotool and of xclip, which do the moving and the reading, is in it.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { withDisplay, type XDisplay } from '../test/setup/x-display.ts';

const ROUNDS = 40;
const NOTICE = 'Clipward is keeping';

async function until(screen: XDisplay, text: string): Promise<void> {
  for (let reads = 0; reads < 2000; reads += 1) if ((await screen.paste()).includes(text)) return;
  throw new Error(`"${text}" never came to the clipboard`);
}

const screen = await withDisplay();
const data = mkdtempSync(join(tmpdir(), 'clipward-bench-'));
const deepseek = await screen.openWindow({ title: 'DeepSeek', windowClass: ['deepseek', 'DeepSeek'] });
const editor = await screen.openWindow({ title: 'notes', windowClass: ['gedit', 'Gedit'] });
await editor.focus();
const agent = spawn(process.execPath, ['dist/cli/clipward.js', 'run', '--headless', '--data', data], {
  env: screen.env,
});
await new Promise<void>((resolve) => {
  agent.stdout.on('data', (chunk: Buffer) => {
    if (chunk.includes('Guarding')) resolve();
  });
});

const held: number[] = [];
const returned: number[] = [];
for (let round = 0; round < ROUNDS; round += 1) {
  await screen.copy(`card 4111 1111 1111 1111, round ${round}`);
  // Half of the rounds switch at once, the others after the agent has had time to see the copy.
  await delay(round % 2 === 0 ? 0 : 1200);
  let started = performance.now();
  await deepseek.focus();
  await until(screen, NOTICE);
  held.push(performance.now() - started);
  started = performance.now();
  await editor.focus();
  await until(screen, `round ${round}`);
  returned.push(performance.now() - started);
}

const row = (times: number[]): Record<string, string> => {
  const sorted = times.toSorted((left, right) => left - right);
  const at = (share: number): string =>
    (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN).toFixed(0);
  return { 'p50 ms': at(0.5), 'p95 ms': at(0.95), 'max ms': at(1) };
};
console.table({
  'platform in front → notice read': row(held),
  'editor in front → original read': row(returned),
});

agent.kill('SIGTERM');
await screen.stop();
rmSync(data, { recursive: true, force: true });
