import { readFileSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { failed, messageOf, ok, type Result } from '../shared/result.ts';

/** Reads a file as UTF-8, or stdin for `-` or no name. */
export async function readInput(file: string | undefined): Promise<Result<string>> {
  try {
    const bytes = file === undefined || file === '-' ? await buffer(process.stdin) : readFileSync(file);
    return ok(bytes.toString('utf8'));
  } catch (error) {
    return failed(`${file ?? 'stdin'}: cannot be read (${messageOf(error)})`);
  }
}

/**
 * Lines of a UTF-8 stream, ended by `\n` alone: JSON may hold other line separators raw.
 * The last line needs no newline.
 */
export async function* linesOf(stream: AsyncIterable<Uint8Array | string>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let pending: string[] = [];
  for await (const chunk of stream) {
    const text = typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
    let from = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
      pending.push(text.slice(from, end));
      yield pending.join('');
      pending = [];
      from = end + 1;
    }
    if (from < text.length) pending.push(text.slice(from));
  }
  pending.push(decoder.decode());
  const last = pending.join('');
  if (last !== '') yield last;
}
