import type { Match, PrefixDetector, Span, View } from '../detector.ts';

/** Headers and public lines come first; the private lines of a long RSA key follow. */
const LONGEST = 8000;
/** https://the.earth.li/~sgtatham/putty/0.83/htmldoc/AppendixC.html, "PPK file format". */
const PRIVATE_LINES = /Private-Lines: (\d{1,3})(?=\r?\n[A-Za-z0-9+/=])/;
const LINE = /\r?\n[A-Za-z0-9+/=]{1,64}(?![^\r\n])/y;
const CHECK = /\r?\nPrivate-(?:MAC|Hash): [0-9a-f]{40,64}/y;

const made = (lines: number): string =>
  Array.from({ length: lines }, () => 'AAAAB3NzaC1'.repeat(5)).join('\n');
const key = (version: number, lines: number): string =>
  `PuTTY-User-Key-File-${version}: ssh-ed25519\nEncryption: none\nComment: x\nPublic-Lines: 2\n${made(2)}\n` +
  `Private-Lines: ${lines}\n${made(lines)}\nPrivate-MAC: ${'0a'.repeat(32)}`;

/** Private keys in the files of PuTTY. */
export const puttyKey: PrefixDetector = {
  type: 'PRIVATE_KEY',
  name: 'PuTTY private key',
  anchor: { kind: 'prefix', prefixes: ['PuTTY-User-Key-File-'] },
  match: matchKey,
  keywords: [],
  examples: {
    match: [
      ...[key(2, 1), key(3, 1), key(3, 8), key(2, 14)].map((value) => ({
        text: `my key:\n${value}\nkeep it`,
        value,
        confidence: 'high' as const,
      })),
      { text: key(3, 2).replaceAll('\n', '\r\n'), value: key(3, 2).replaceAll('\n', '\r\n') },
    ],
    noMatch: [
      'PuTTY-User-Key-File-2: ssh-rsa',
      `PuTTY-User-Key-File-2: ssh-rsa\nPublic-Lines: 2\n${made(2)}`,
      'PuTTY-User-Key-File-3: ssh-rsa\nPrivate-Lines: 0\n',
      'A file begins with PuTTY-User-Key-File- and a number.',
      `Private-Lines: 1\n${made(1)}`,
    ],
  },
};

function matchKey({ text }: View, at: Span): Match | undefined {
  const file = text.slice(at.start, at.start + LONGEST);
  const found = PRIVATE_LINES.exec(file);
  if (found === null) return undefined;
  let length = found.index + found[0].length;
  for (let lines = Number(found[1]); lines > 0; lines--) length = endOf(LINE, file, length);
  length = endOf(CHECK, file, length);
  const value = file.slice(0, length);
  return { start: at.start, end: at.start + length, confidence: 'high', evidence: ['pattern'], value };
}

function endOf(expression: RegExp, file: string, from: number): number {
  expression.lastIndex = from;
  return expression.test(file) ? expression.lastIndex : from;
}
