import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import clipboard from 'clipboardy';
import { failed, messageOf, ok, type Result } from '../shared/result.ts';

/** The system's clipboard as text. A problem never holds any of that text. */
export interface TextClipboard {
  /** `''` for an empty clipboard, and also for one that holds no text (an image, say). */
  read(): Promise<Result<string>>;
  write(text: string): Promise<Result<void>>;
}

/**
 * How long a first and a second try may take, in ms. X11 does not tell a reader when the owner it asked went away before
 * answering (someone copied at that moment), so the first try is short. 50 MB take a little over 1 s; an owner that
 * lets the second try run out is taken for hung.
 */
const LIMITS_MS: readonly number[] = [1000, 5000];

/**
 * The clipboard through clipboardy, which runs one xsel per operation (the system's own, else the one it brings).
 * The display is the one in this process's environment (DISPLAY): clipboardy takes no other. Call one operation at a time.
 * Plain text only: other formats are not seen, and bytes that are not UTF-8 come out as U+FFFD.
 */
export function systemClipboard({ limitsMs = LIMITS_MS } = {}): TextClipboard {
  async function attempt<Value>(what: string, operation: () => Promise<Value>): Promise<Result<Value>> {
    for (const limit of limitsMs) {
      const outcome = await withinLimit(operation(), limit);
      if (outcome !== null) return outcome;
    }
    return failed(`the clipboard could not be ${what} in time: the program that owns it does not answer`);
  }

  return {
    read: () => attempt('read', () => clipboard.read()),
    write: async (text) =>
      text.includes('\0')
        ? failed('a text with U+0000 in it cannot be put on the clipboard: xsel would cut it there')
        : attempt('written', () => (text.length > LARGE_UNITS ? writeLarge(text) : clipboard.write(text))),
  };
}

/**
 * Writes `text` where `expected` stands and waits until it can be read back: xsel's foreground process ends a moment
 * before its background one has taken the clipboard over. `newer`: someone else wrote at the same time and won.
 */
export async function writeOver(
  clipboard: TextClipboard,
  expected: string,
  text: string,
): Promise<Result<'written' | 'newer'>> {
  const written = await clipboard.write(text);
  if (!written.ok) return written;
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const now = await clipboard.read();
    if (!now.ok) return now;
    if (now.value === text) return ok('written');
    if (now.value !== expected) return ok('newer');
    await delay(20);
  }
  return failed('the clipboard did not take the new text within 1 s');
}

/**
 * Above this (in UTF-16 units; at most three bytes each) a text goes over X11 in pieces. xsel then ends when a reader leaves
 * early, and the text is gone: seen in 8 of 30 rounds of reading 1 MB four times on a busy machine, with xclip in none.
 */
const LARGE_UNITS = 80_000;

/** Through xclip where it is installed, else through clipboardy like any other text. */
async function writeLarge(text: string): Promise<void> {
  const written = await new Promise<'written' | 'no xclip' | 'failed'>((resolve) => {
    // It stays behind to serve the text, out of reach of what ends this process's group.
    const xclip = spawn('xclip', ['-selection', 'clipboard', '-in'], {
      stdio: ['pipe', 'ignore', 'ignore'],
      detached: true,
    });
    xclip.once('error', (error: NodeJS.ErrnoException) =>
      resolve(error.code === 'ENOENT' ? 'no xclip' : 'failed'),
    );
    xclip.once('exit', (code) => resolve(code === 0 ? 'written' : 'failed'));
    // An xclip that ends early tells by its exit code.
    xclip.stdin.on('error', messageOf);
    xclip.stdin.end(text);
  });
  if (written === 'failed') throw new Error('xclip could not take the text');
  if (written === 'no xclip') await clipboard.write(text);
}

/** Null when the operation hangs; its process is gone then. */
async function withinLimit<Value>(operation: Promise<Value>, limitMs: number): Promise<Result<Value> | null> {
  const outcome = operation.then<Result<Value>, Result<Value>>(ok, (error: unknown) =>
    failed(reasonOf(error)),
  );
  const first = await Promise.race([outcome, delay(limitMs, null, { ref: false })]);
  if (first !== null) return first;
  // clipboardy tries its own xsel after the first one ended: that one hangs too.
  for (let attempt = 0, settled: unknown = null; settled === null && attempt < 20; attempt += 1) {
    endOwnXsel();
    settled = await Promise.race([outcome, delay(50, null)]);
  }
  return null;
}

/** clipboardy says "not found" when no xsel is installed and its own one failed: what that one said is the reason. */
function reasonOf(error: unknown): string {
  const own = error instanceof Error && 'fallbackError' in error ? error.fallbackError : null;
  const said = own instanceof Error && 'stderr' in own ? String(own.stderr).trim().split('\n')[0] : '';
  // "/path/to/xsel: Can't open display: :0"
  return said === undefined || said === '' ? messageOf(error) : said.replace(/^.*\/(?=xsel:)/, '');
}

/** Operations come one at a time, so an xsel that is our child now is the one that hangs; those that serve a text left us. */
function endOwnXsel(): void {
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const [, name, parent] = /\((.*)\) \S (\d+)/.exec(statOf(pid)) ?? [];
    if (name === 'xsel' && Number(parent) === process.pid) endProcess(Number(pid));
  }
}

function statOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return ''; // It ended while we looked.
  }
}

function endProcess(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    // ESRCH: it ended by itself meanwhile, which is what we want.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
