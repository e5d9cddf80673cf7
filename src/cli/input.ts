import { createReadStream } from 'node:fs';
import { MAX_TEXT_UNITS } from '../classify/limits.ts';
import { failed, messageOf, ok, type Result } from '../shared/result.ts';

/**
 * A UTF-16 unit takes at most three bytes of UTF-8: whatever is longer is not looked at, and need not be read. The text is
 * then cut here, and still longer than the classifier looks at, so that it says so.
 */
const MAX_INPUT_BYTES = 3 * MAX_TEXT_UNITS + 3;

/** Reads a file as UTF-8, or stdin for `-` or no name; no more of it than shows that it is too large. */
export async function readInput(file: string | undefined): Promise<Result<string>> {
  try {
    const isStdin = file === undefined || file === '-';
    return ok(await beginningOf(isStdin ? process.stdin : createReadStream(file)));
  } catch (error) {
    return failed(`${file ?? 'stdin'}: cannot be read (${messageOf(error)})`);
  }
}

async function beginningOf(stream: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > MAX_INPUT_BYTES) break;
  }
  return Buffer.concat(chunks, Math.min(length, MAX_INPUT_BYTES)).toString('utf8');
}

/**
 * Longer lines are cut to one unit more than this, and the rest of them is thrown away as it comes. A text that the classifier
 * looks at fits even where JSON writes each of its units as `\u0000`.
 */
export const MAX_LINE_UNITS = 7 * MAX_TEXT_UNITS;

/**
 * Lines of a UTF-8 stream, ended by `\n` alone: JSON may hold other line separators raw.
 * The last line needs no newline.
 */
export async function* linesOf(
  stream: AsyncIterable<Uint8Array | string>,
  most = MAX_LINE_UNITS,
): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let pending: string[] = [];
  let length = 0;
  const keep = (piece: string): void => {
    const kept = piece.slice(0, most + 1 - length);
    if (kept !== '') pending.push(kept);
    length += kept.length;
  };
  const line = (): string => {
    const whole = pending.join('');
    pending = [];
    length = 0;
    return whole;
  };
  for await (const chunk of stream) {
    const text = typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
    let from = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
      keep(text.slice(from, end));
      yield line();
      from = end + 1;
    }
    keep(text.slice(from));
  }
  keep(decoder.decode());
  if (length > 0) yield line();
}
