import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { failed, messageOf, ok, type Result } from '../shared/result.ts';
import { readAtMost } from './read-bounded.ts';

/** A string of V8 holds no more. */
const MAX_TEXT_BYTES = 512 * 1024 * 1024;

/** Reads a file of UTF-8 text, or of UTF-16 that says so with a byte order mark. Other encodings are refused, not guessed. */
export function readTextFile(path: string, most = MAX_TEXT_BYTES): Result<string> {
  const read = readAtMost(path, most);
  if (!read.ok) return failed(read.problem.detail);
  const bytes = read.value;
  const encoding = encodingOf(bytes);
  try {
    return ok(new TextDecoder(encoding, { fatal: true }).decode(bytes));
  } catch {
    return failed(
      `${path}: expected ${encoding.toUpperCase()} text; save it as UTF-8 or as UTF-16 with a BOM`,
    );
  }
}

function encodingOf(bytes: Buffer): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}

/** Writes a file whole or not at all; only its owner may read it unless `mode` says otherwise. */
export function writeOwnFile(path: string, text: string, mode = 0o600): Result<undefined> {
  const unfinished = `${path}.${process.pid}.tmp`;
  try {
    writeFileSync(unfinished, text, { mode, flag: 'wx' });
    renameSync(unfinished, path);
    return ok(undefined);
  } catch (error) {
    rmSync(unfinished, { force: true });
    return failed(`${path}: cannot be written (${messageOf(error)})`);
  }
}

/** Writes a file that is not there yet; only its owner may read it unless `mode` says otherwise. What is there is never touched. */
export function writeNewFile(path: string, text: string, mode = 0o600): Result<undefined> {
  try {
    writeFileSync(path, text, { mode, flag: 'wx' });
    return ok(undefined);
  } catch (error) {
    const why = isExisting(error)
      ? 'is there already, and is not overwritten'
      : `cannot be written (${messageOf(error)})`;
    return failed(`${path}: ${why}`);
  }
}

const isExisting = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'EEXIST';
