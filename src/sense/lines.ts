import { StringDecoder } from 'node:string_decoder';
import type { Readable } from 'node:stream';

/**
 * Tells every whole line of a stream, without its `\n`. What follows the last `\n` is never told: its writer died in
 * the middle of it. Not node:readline, which also ends a line at U+2028 and a bare `\r`: both occur in copied text.
 */
export function onLines(stream: Readable, listener: (line: string) => void): void {
  const decoder = new StringDecoder('utf8');
  // Pieces are joined once per line: adding to one string at a time is slow for a line of many megabytes.
  let pieces: string[] = [];
  stream.on('data', (chunk: Buffer) => {
    const [first = '', ...others] = decoder.write(chunk).split('\n');
    pieces.push(first);
    for (const other of others) {
      listener(pieces.join(''));
      pieces = [other];
    }
  });
}
