import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect } from 'vitest';

/** The built program, as people run it. `npm test` builds it first. */
const program = resolve(import.meta.dirname, '../../dist/cli/clipward.js');

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command to its end, with `input` on stdin. */
export async function runClipward(
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
  input = '',
): Promise<Ended> {
  expect(existsSync(program), 'dist/ is there (npm run build)').toBe(true);
  const child = spawn(process.execPath, [program, ...args], {
    env,
    cwd: resolve(import.meta.dirname, '../..'),
  });
  const output = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output.stderr += text));
  child.stdin.on('error', () => undefined).end(input);
  await once(child, 'close');
  return { code: child.exitCode, ...output };
}

export interface RunningProgram {
  /** Waits until it has written this. */
  said(text: string): Promise<void>;
  type(text: string): void;
  /** Sends a signal and waits for its end. */
  stop(signal: NodeJS.Signals): Promise<number | null>;
  /** `kill -9`; fine when it has ended already. */
  kill(): Promise<void>;
}

/** Starts the agent and waits until it guards. */
export async function runningAgent(args: readonly string[], env: NodeJS.ProcessEnv): Promise<RunningProgram> {
  const child = spawn(process.execPath, [program, ...args], { env });
  let output = '';
  const ended = once(child, 'close');
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.stdin.on('error', () => undefined);
  const said = async (text: string): Promise<void> => {
    await expect.poll(() => output, { timeout: 10_000 }).toContain(text);
  };
  const stop = async (signal: NodeJS.Signals): Promise<number | null> => {
    child.kill(signal);
    await ended;
    return child.exitCode;
  };
  const running: RunningProgram = {
    said,
    type: (text) => void child.stdin.write(text),
    stop,
    kill: async () => void (await stop('SIGKILL')),
  };
  await said('Guarding ');
  return running;
}

export const repository = (...path: string[]): string => join(resolve(import.meta.dirname, '../..'), ...path);
