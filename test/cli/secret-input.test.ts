import { describe, expect, it } from 'vitest';
import { readSecret, type SecretInput } from '../../src/cli/secret-input.ts';

/** A terminal on which these keys are pressed, or a pipe with these chunks. */
function input(chunks: readonly (string | Uint8Array)[], isTTY: boolean) {
  const raw: boolean[] = [];
  const from: SecretInput = {
    isTTY,
    setRawMode: (on: boolean) => raw.push(on),
    async *[Symbol.asyncIterator]() {
      yield* chunks;
    },
  };
  return { from, raw };
}

describe('a secret from a pipe', () => {
  it.each([
    [['s3cret'], 's3cret'],
    [['s3cret\n'], 's3cret'],
    [['s3c', 'ret\r\n'], 's3cret'],
    [[Buffer.from('hé').subarray(0, 2), Buffer.from('hé').subarray(2)], 'hé'],
    [[' with spaces '], ' with spaces '],
  ])('is all of it without the last newline: %j', async (chunks, secret) => {
    const { from } = input(chunks, false);
    expect(await readSecret(from, () => undefined)).toEqual({ ok: true, value: secret });
  });

  it.each([
    [[], 'empty'],
    [['\n'], 'empty'],
    [['one\ntwo'], 'more than one line'],
    [['x'.repeat(16_385)], 'longer than'],
  ])('is refused, without being repeated, when it is no secret (%#)', async (chunks, words) => {
    const read = await readSecret(input(chunks, false).from, () => undefined);
    expect(!read.ok && read.problem).toContain(words);
    expect(JSON.stringify(read)).not.toMatch(/two|xxx/);
  });
});

describe('a secret that is typed', () => {
  it.each([
    [['s3cret\r'], 's3cret'],
    [['s', '3', 'x', '\u007f', 'cret', '\n', 'more'], 's3cret'],
    [['\u{1f511}\b\u007fab\r'], 'ab'],
  ])('is what stands there at Enter: %j', async (keys, secret) => {
    const { from, raw } = input(keys, true);
    const shown: string[] = [];
    expect(await readSecret(from, (text) => void shown.push(text))).toEqual({ ok: true, value: secret });
    expect(raw).toEqual([true, false]);
    expect(shown.join('')).toBe('Secret (not shown): \n');
  });

  it.each([['abc\u0003'], ['abc\u0004'], ['abc']])('is given up by %j', async (keys) => {
    const { from, raw } = input([keys], true);
    const read = await readSecret(from, () => undefined);
    expect(!read.ok && read.problem).toContain('nothing was changed');
    expect(raw).toEqual([true, false]);
  });
});
