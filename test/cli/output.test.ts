import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { printable } from '../../src/cli/output.ts';
import { temporaryFolder } from '../fakes/temporary-folder.ts';
import { runClipward } from '../setup/program.ts';

const CSI = String.fromCodePoint(0x9b);
const OVERRIDE = String.fromCodePoint(0x202e);

describe('what goes to a terminal', () => {
  it.each([
    ['an escape sequence', 'a\u001b[2Jb', 'a?[2Jb'],
    ['the same in one character', `a${CSI}2Jb`, 'a?2Jb'],
    ['a bell and a backspace', 'a\u0007\bb', 'a??b'],
    ['a return to the beginning of the line', 'all is well\rno', 'all is well?no'],
    ['a change of direction', `a${OVERRIDE}b`, 'a?b'],
  ])('shows %s as what it is not obeyed as', (_, text, shown) => {
    expect(printable(text)).toBe(shown);
  });

  it.each([['lines\nand\ttabs\n'], ['lines of a CSV\r\n'], ['Öffentlich 😀 機密 سري']])(
    'leaves %j as it is',
    (text) => {
      expect(printable(text)).toBe(text);
    },
  );

  it('holds nothing of what a stranger put into an argument, and the JSON says it whole', async () => {
    const refused = await runClipward(['judge', '--platform', 'x\u001b[31m', 'README.md']);
    expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining('x?[31m')]);
    const unknown = await runClipward(['x\u001b[31m']);
    expect([unknown.code, unknown.stderr]).toEqual([2, expect.stringContaining("'x?[31m'")]);
    const key = `no${CSI}${OVERRIDE}${String.fromCodePoint(0x7f)}such`;
    const bundle = join(temporaryFolder(), 'b.json');
    writeFileSync(bundle, JSON.stringify({ [key]: 1 }));
    const { stdout } = await runClipward(['bundle', 'lint', bundle, '--json']);
    expect(JSON.stringify(JSON.parse(stdout))).toContain(key);
    expect(stdout).not.toMatch(/[\u007f-\u009f\u202e]/);
  });
});
