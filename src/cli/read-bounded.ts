import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { failed, messageOf, ok, type Result } from '../shared/result.ts';
import { complain, exit, type ExitCode } from './exit.ts';

export interface ReadProblem {
  /** One line that begins with the path. */
  readonly detail: string;
  readonly isTooLarge: boolean;
}

const CHUNK_BYTES = 1024 * 1024;

/** Reads a file, a pipe or a device of at most so many bytes; whatever its size says: `/dev/zero` has none and never ends. */
export function readAtMost(path: string, most: number): Result<Buffer, ReadProblem> {
  try {
    const { size } = statSync(path);
    if (size > most) return tooLarge(path, most, `it has ${size}`);
    const file = openSync(path, 'r');
    try {
      const bytes = readChunks(file, most);
      return bytes === null ? tooLarge(path, most, 'it has more') : ok(bytes);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    return failed({ detail: `${path}: cannot be read (${messageOf(error)})`, isTooLarge: false });
  }
}

/** Null when there is more. */
function readChunks(file: number, most: number): Buffer | null {
  const chunks: Buffer[] = [];
  let length = 0;
  for (;;) {
    const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
    const got = readSync(file, chunk);
    if (got === 0) return Buffer.concat(chunks, length);
    chunks.push(chunk.subarray(0, got));
    length += got;
    if (length > most) return null;
  }
}

const tooLarge = (path: string, most: number, but: string): Result<never, ReadProblem> =>
  failed({ detail: `${path}: expected at most ${most} bytes, ${but}`, isTooLarge: true });

/** The same for a command: what hinders is told, and the code is to end with. */
export function readBounded(path: string, most: number): Result<Buffer, ExitCode> {
  const read = readAtMost(path, most);
  if (read.ok) return read;
  return failed(complain(read.problem.detail, read.problem.isTooLarge ? exit.findings : exit.failure));
}
