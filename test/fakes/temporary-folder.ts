import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A folder of its own for the running test, gone after it. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'clipward-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The files below a folder that hold the text: as it is, in UTF-16, in base64 at any offset, or in hex. */
export function filesHolding(folder: string, text: string): string[] {
  const forms = [
    Buffer.from(text),
    Buffer.from(text, 'utf16le'),
    Buffer.from(Buffer.from(text).toString('hex')),
    ...[0, 1, 2].map((offset) => base64From(text, offset)),
  ];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => {
      const bytes = readFileSync(path);
      return forms.some((form) => bytes.includes(form));
    });
}

/** What base64 makes of the text where it begins `offset` bytes into a group, without what depends on its neighbours. */
function base64From(text: string, offset: number): Buffer {
  const encoded = Buffer.from(`${' '.repeat(offset)}${text}`)
    .toString('base64')
    .replace(/=+$/, '');
  return Buffer.from(encoded.slice(offset === 0 ? 0 : 4, -2));
}
