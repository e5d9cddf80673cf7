import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { settingsFile } from '../../src/managed/settings-file.ts';

/** Who runs the tests; files made by them are trusted when they are. */
const me = process.getuid?.() ?? 0;
const NOBODY = 65_534;

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'clipward-settings-'));
  file = join(folder, 'etc', 'clipward', 'settings.json');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, '{"Country": "FR", "RetentionDays": 30}');
  // Whatever the umask of who runs the tests.
  for (const path of [dirname(dirname(file)), dirname(file)]) chmodSync(path, 0o755);
  chmodSync(file, 0o644);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const inFolder = (...names: string[]): string => join(folder, ...names);
const read = (path = file) => settingsFile(path).read();
const readTrusted = (path = file, trustedOwner = me) => settingsFile(path, { trustedOwner }).read();
const present = (origin = file) => ({
  kind: 'present',
  values: [
    { name: 'Country', value: 'FR', origin },
    { name: 'RetentionDays', value: 30, origin },
  ],
});

describe('a settings file', () => {
  it('is read member by member', async () => {
    expect(await read()).toEqual(present());
  });

  it('may begin with a byte order mark', async () => {
    writeFileSync(file, '\uFEFF{"Country": "FR", "RetentionDays": 30}');
    expect(await read()).toEqual(present());
  });

  it('is absent when it or its folder is not there', async () => {
    rmSync(file);
    expect(await read()).toEqual({ kind: 'absent' });
    rmSync(dirname(file), { recursive: true });
    expect(await read()).toEqual({ kind: 'absent' });
  });

  it.each<[what: string, make: () => void, says: string]>([
    ['not JSON', () => writeFileSync(file, '{"Country": FR}'), 'not JSON (line 1, column 13)'],
    ['half written', () => writeFileSync(file, '{"Country": "F'), 'not JSON'],
    ['empty', () => writeFileSync(file, ''), 'not JSON'],
    ['a list', () => writeFileSync(file, '[]'), 'expected an object'],
    ['not UTF-8', () => writeFileSync(file, Buffer.from([0x7b, 0xff, 0x7d])), 'expected UTF-8 text'],
    ['far too large', () => truncateSync(file, 65 * 1024 * 1024), 'expected at most'],
    ['a folder', () => (rmSync(file), mkdirSync(file)), 'expected a file'],
    ['a pipe', () => (rmSync(file), execFileSync('mkfifo', [file])), 'expected a file'],
    [
      'below something that is no folder',
      () => (rmSync(dirname(file), { recursive: true }), writeFileSync(dirname(file), '')),
      'ENOTDIR',
    ],
  ])('is unreadable when it is %s', async (_, make, says) => {
    make();
    for (const reading of [await read(), await readTrusted()]) {
      expect(reading).toMatchObject({ kind: 'unreadable' });
      expect(reading.kind === 'unreadable' ? reading.problem : '').toContain(says);
      expect(reading.kind === 'unreadable' ? reading.problem : '').toContain(file);
    }
  });

  it('is one without owner in a lab', async () => {
    chmodSync(file, 0o666);
    chmodSync(dirname(file), 0o777);
    expect(await read()).toEqual(present());
  });
});

describe('a trusted settings file', () => {
  it('is read when the owner is the trusted one and nobody else can write', async () => {
    expect(await readTrusted()).toEqual(present());
  });

  it('is absent when it or its folder is not there', async () => {
    rmSync(file);
    expect(await readTrusted()).toEqual({ kind: 'absent' });
    rmSync(dirname(file), { recursive: true });
    expect(await readTrusted()).toEqual({ kind: 'absent' });
  });

  it.each<[what: string, path: () => string, mode: number]>([
    ['the group may write to it', () => file, 0o664],
    ['anybody may write to it', () => file, 0o646],
    ['the group may write to its folder', () => dirname(file), 0o775],
    ['anybody may write to the folder above', () => dirname(dirname(file)), 0o757],
  ])('is unreadable when %s', async (_, path, mode) => {
    chmodSync(path(), mode);
    expect(await readTrusted()).toEqual({
      kind: 'unreadable',
      problem: `${file}: not trusted: ${path()} can be changed by others than root; run chmod go-w ${path()}`,
    });
  });

  it('is read below a sticky folder, where others cannot replace it', async () => {
    chmodSync(dirname(file), 0o1777);
    expect(await readTrusted()).toEqual(present());
  });

  it('is unreadable when somebody else owns it', async () => {
    // As root the file can be given away; anybody else is somebody else than root already.
    if (me === 0) chownSync(file, NOBODY, NOBODY);
    else chmodSync(folder, 0o755);
    const reading = await readTrusted(file, 0);
    expect(reading).toMatchObject({ kind: 'unreadable' });
    expect(reading.kind === 'unreadable' ? reading.problem : '').toMatch(
      /not trusted: .+ belongs to user \d+, not to root/,
    );
  });

  it('is unreadable rather than absent when others could have taken it away', async () => {
    chmodSync(dirname(file), 0o777);
    rmSync(file);
    expect(await readTrusted()).toMatchObject({ kind: 'unreadable' });
  });

  it('may be a link to a trusted file', async () => {
    const link = inFolder('etc', 'link.json');
    symlinkSync(file, link);
    expect(await readTrusted(link)).toEqual(present(link));
  });

  it.each<[what: string, make: (link: string) => void]>([
    [
      'a link to a file that others may write to',
      (link) => (chmodSync(file, 0o666), symlinkSync(file, link)),
    ],
    [
      'a link to a file in a folder that others may write to',
      (link) => (chmodSync(dirname(file), 0o777), symlinkSync(file, link)),
    ],
    ['a link to nothing', (link) => symlinkSync(inFolder('nothing'), link)],
    ['a link to itself', (link) => symlinkSync(link, link)],
  ])('is unreadable when it is %s', async (_, make) => {
    const link = inFolder('etc', 'link.json');
    make(link);
    expect(await readTrusted(link)).toMatchObject({ kind: 'unreadable' });
  });

  it('is unreadable rather than absent behind a linked folder that others may write to', async () => {
    mkdirSync(inFolder('open'));
    chmodSync(inFolder('open'), 0o777);
    symlinkSync(inFolder('open'), inFolder('linked'));
    expect(await readTrusted(inFolder('linked', 'settings.json'))).toMatchObject({ kind: 'unreadable' });
  });
});
