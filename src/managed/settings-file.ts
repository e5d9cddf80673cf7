import { constants } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { resolve } from 'node:path';
import { z } from 'zod';
import { parseJson } from '../shared/json.ts';
import { failed, messageOf, ok, type Result } from '../shared/result.ts';
import type { SettingsReading, SettingsSource } from './settings-source.ts';
import { trustOf } from './trusted-path.ts';
import { watchPath } from './watch-path.ts';

/** Where Linux and labs have forced settings. */
export const SYSTEM_SETTINGS_FILE = '/etc/clipward/settings.json';

/** Room for a bundle in BundleParts. */
const MAX_BYTES = 64 * 1024 * 1024;

const fileSchema = z.record(z.string(), z.unknown(), 'expected an object such as {"Country": "FR"}');

/**
 * Settings in a JSON file: one object, a member for each key. With `trustedOwner` (a POSIX user id; 0 is root) the file and all
 * folders above it must be that user's or root's and writable by nobody else; otherwise it counts as unreadable, because whoever
 * can change it could undo what the company forces. No file is absent; a file that is not such JSON is unreadable.
 */
export function settingsFile(path: string, trust?: { readonly trustedOwner: number }): SettingsSource {
  const whole = resolve(path);
  return {
    name: whole,
    read: async () => {
      try {
        return trust === undefined
          ? await readAt(whole, whole)
          : await readTrusted(whole, trust.trustedOwner);
      } catch (error) {
        return isAbsent(error) && trust === undefined
          ? { kind: 'absent' }
          : { kind: 'unreadable', problem: `${whole}: cannot be read (${messageOf(error)})` };
      }
    },
    watch: (changed, times) => watchPath(whole, changed, times),
  };
}

const isAbsent = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';

async function readTrusted(path: string, trustedOwner: number): Promise<SettingsReading> {
  const trust = await trustOf(path, trustedOwner);
  switch (trust.kind) {
    case 'absent':
      return { kind: 'absent' };
    case 'untrusted':
      return { kind: 'unreadable', problem: `${path}: not trusted: ${trust.problem}` };
    case 'trusted':
      return readAt(path, trust.realPath, constants.O_NOFOLLOW);
  }
}

async function readAt(path: string, realPath: string, flags = 0): Promise<SettingsReading> {
  // Without O_NONBLOCK, opening a pipe would wait for somebody to write into it.
  const handle = await open(realPath, constants.O_RDONLY | constants.O_NONBLOCK | flags);
  try {
    const text = await textOf(handle);
    if (!text.ok) return { kind: 'unreadable', problem: `${path}: ${text.problem}` };
    const parsed = parseJson(fileSchema, text.value, path);
    if (!parsed.ok) return { kind: 'unreadable', problem: parsed.problem };
    const values = Object.entries(parsed.value).map(([name, value]) => ({ name, value, origin: path }));
    return { kind: 'present', values };
  } finally {
    await handle.close();
  }
}

async function textOf(handle: FileHandle): Promise<Result<string>> {
  const stats = await handle.stat();
  if (!stats.isFile()) return failed('expected a file');
  if (stats.size > MAX_BYTES) return failed(`expected at most ${MAX_BYTES} bytes, it has ${stats.size}`);
  const bytes = await handle.readFile();
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return failed('expected UTF-8 text');
  }
}
