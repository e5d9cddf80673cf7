import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { parseJson } from '../shared/json.ts';
import { failed, messageOf, ok, type Result } from '../shared/result.ts';
import { readValues } from './read-values.ts';
import type { SomeSettings } from './settings-schema.ts';

/**
 * The last forced values that could be read, for a restart while they cannot. The file lies in the person's own data folder, who
 * can change it; it counts only while the forced source is unreadable, which is nothing that a person without rights can bring about.
 */
const lastGoodSchema = z.strictObject({
  version: z.literal(1),
  /** Of another source it says nothing. */
  source: z.string(),
  values: z.record(z.string(), z.unknown()),
});

/** Null: none was kept, or the forced settings were absent when last looked. */
export function readLastGood(path: string, source: string): Result<SomeSettings | null> {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return ok(null);
    return failed(`${path}: cannot be read (${messageOf(error)}); no last good settings`);
  }
  const parsed = parseJson(lastGoodSchema, text, path);
  if (!parsed.ok) return failed(`${parsed.problem}; no last good settings`);
  if (parsed.value.source !== source) return ok(null);
  const raw = Object.entries(parsed.value.values).map(([name, value]) => ({ name, value, origin: path }));
  return ok(readValues(raw).values);
}

/** Keeps the values, whole or not at all, or takes away what was kept (null). */
export function writeLastGood(path: string, source: string, values: SomeSettings | null): Result<undefined> {
  try {
    if (values === null) rmSync(path, { force: true });
    else writeWhole(path, `${JSON.stringify({ version: 1, source, values }, null, 2)}\n`);
    return ok(undefined);
  } catch (error) {
    return failed(`${path}: the last good settings cannot be kept (${messageOf(error)})`);
  }
}

function writeWhole(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const unfinished = `${path}.tmp`;
  const file = openSync(unfinished, 'w', 0o600);
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(unfinished, path);
}
