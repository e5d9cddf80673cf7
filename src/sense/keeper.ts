/**
 * A process of its own that keeps what was taken off the clipboard, in memory only, and gives it back when the agent
 * dies, even by kill -9. Usage: `keeper <folder for the note>`; requests on stdin (keeper-messages.ts).
 * The end of stdin is the sign that the agent is gone: the kernel closes that pipe however the agent ends.
 */
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { parseJson } from '../shared/json.ts';
import { messageOf, ok, type Result } from '../shared/result.ts';
import type { Placed } from './desktop.ts';
import {
  keeperRequestSchema,
  noteFile,
  type GivenBack,
  type KeeperAnswer,
  type KeeperRequest,
} from './keeper-messages.ts';
import { onLines } from './lines.ts';
import { systemClipboard, writeOver, type TextClipboard } from './system-clipboard.ts';

/** A write that the agent began just before it died may still be on its way to the clipboard. */
const SETTLE_MS = 200;
const ATTEMPTS = 3;

let held: Placed | null = null;

function answer(request: Result<KeeperRequest>): KeeperAnswer {
  if (!request.ok) return { problem: request.problem };
  held = 'hold' in request.value ? request.value.hold : null;
  return { ack: held === null ? 'forget' : 'hold' };
}

async function giveBack({ original, placed }: Placed): Promise<Pick<GivenBack, 'outcome' | 'problem'>> {
  const clipboard = systemClipboard();
  let problem = '';
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    await delay(SETTLE_MS);
    const outcome = await giveBackOnce(clipboard, original, placed);
    if (outcome.ok) return { outcome: outcome.value };
    problem = outcome.problem;
  }
  return { outcome: 'failed', problem };
}

async function giveBackOnce(
  clipboard: TextClipboard,
  original: string,
  placed: readonly string[],
): Promise<Result<'given-back' | 'newer'>> {
  const present = await clipboard.read();
  if (!present.ok) return present;
  if (present.value === original) return ok('given-back');
  if (!placed.includes(present.value)) return ok('newer');
  const written = await writeOver(clipboard, present.value, original);
  if (!written.ok) return written;
  return ok(written.value === 'written' ? 'given-back' : 'newer');
}

function leaveNote(noteDir: string, note: GivenBack): void {
  const file = noteFile(noteDir);
  mkdirSync(noteDir, { recursive: true });
  writeFileSync(`${file}.new`, JSON.stringify(note), { mode: 0o600, flush: true });
  renameSync(`${file}.new`, file);
}

async function agentGone(noteDir: string): Promise<void> {
  if (held !== null) {
    const outcome = await giveBack(held);
    leaveNote(noteDir, { at: new Date().toISOString(), units: held.original.length, ...outcome });
  }
  process.exit(0);
}

function run(noteDir: string): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => {
      if (held === null) process.exit(0);
    });
  // Nobody reads the answers of an agent that died; the end of stdin says so too, and is what counts.
  process.stdout.on('error', messageOf);
  onLines(process.stdin, (line) => {
    const reply = answer(parseJson(keeperRequestSchema, line, 'request to the keeper'));
    process.stdout.write(`${JSON.stringify(reply)}\n`);
  });
  process.stdin.on('error', messageOf);
  process.stdin.once('close', () => void agentGone(noteDir));
}

const [noteDir] = process.argv.slice(2);
if (noteDir === undefined) {
  process.stderr.write('keeper: usage: keeper <folder for the note>\n');
  process.exitCode = 2;
} else {
  run(noteDir);
}
