import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ok } from '../../../src/shared/result.ts';
import { openKeyFileStore } from '../../../src/sync/sign-in/key-file-seal.ts';
import { filesHolding, temporaryFolder } from '../../fakes/temporary-folder.ts';

const SECRET = 'the value that nobody may find: héllo \u{1f511}';

function store() {
  const data = temporaryFolder();
  const told: string[] = [];
  return {
    data,
    folder: join(data, 'secrets'),
    told,
    open: () => openKeyFileStore(data, (problem) => void told.push(problem)),
  };
}

const problemOf = (result: { ok: boolean; problem?: string }): string => result.problem ?? '';
const modeOf = (path: string): number => statSync(path).mode & 0o777;

describe('the store with a key file', () => {
  it('gives back what was written, in the next run too, and nothing before', async () => {
    const { open } = store();
    expect(await open().read('client-secret')).toEqual(ok(null));
    expect(await open().write('client-secret', SECRET)).toEqual(ok(undefined));
    expect(await open().read('client-secret')).toEqual(ok(SECRET));
    expect(await open().read('collector-token')).toEqual(ok(null));
    expect(await open().remove('client-secret')).toEqual(ok(undefined));
    expect(await open().read('client-secret')).toEqual(ok(null));
  });

  it('keeps it unreadable, in files of the owner alone', async () => {
    const { open, data, folder } = store();
    await open().write('client-secret', SECRET);
    expect(filesHolding(data, SECRET)).toEqual([]);
    expect(modeOf(folder)).toBe(0o700);
    expect(readdirSync(folder).toSorted()).toEqual(['client-secret.key', 'key']);
    for (const file of readdirSync(folder)) expect(modeOf(join(folder, file))).toBe(0o600);
  });

  it('encrypts the same value differently each time', async () => {
    const { open, folder } = store();
    const path = join(folder, 'client-secret.key');
    await open().write('client-secret', SECRET);
    const first = readFileSync(path);
    await open().write('client-secret', SECRET);
    expect(readFileSync(path).equals(first)).toBe(false);
  });

  it('does not open one secret under the name of another', async () => {
    const { open, folder, told } = store();
    await open().write('client-secret', SECRET);
    renameSync(join(folder, 'client-secret.key'), join(folder, 'collector-token.key'));
    expect(await open().read('collector-token')).toEqual(ok(null));
    expect(told).toHaveLength(1);
  });

  it.each([0, 3, 4, 15, 16, 31, 32, 40])(
    'notices a changed byte %i, says so, keeps the file aside, and is empty',
    async (place) => {
      const { open, folder, told } = store();
      const path = join(folder, 'client-secret.key');
      await open().write('client-secret', SECRET);
      const bytes = readFileSync(path);
      bytes[place] = (bytes[place] ?? 0) ^ 1;
      writeFileSync(path, bytes);
      expect(await open().read('client-secret')).toEqual(ok(null));
      expect(told).toHaveLength(1);
      expect(told[0]).not.toContain('nobody may find');
      expect(readdirSync(folder).some((name) => name.startsWith('client-secret.key.unreadable-'))).toBe(true);
      expect(existsSync(path)).toBe(false);
    },
  );

  it('is empty where the key is gone, and works on with a new one', async () => {
    const { open, folder, told } = store();
    await open().write('token-cache', SECRET);
    rmSync(join(folder, 'key'));
    expect(await open().read('token-cache')).toEqual(ok(null));
    expect(told).toHaveLength(1);
    expect(await open().write('token-cache', SECRET)).toEqual(ok(undefined));
    expect(await open().read('token-cache')).toEqual(ok(SECRET));
  });

  it.each([
    ['open to the group', (key: string) => chmodSync(key, 0o640), 'chmod 600'],
    ['open to all', (key: string) => chmodSync(key, 0o604), 'chmod 600'],
    ['too short', (key: string) => writeFileSync(key, 'short'), 'expected 32 bytes'],
    [
      'a link',
      (key: string) => {
        renameSync(key, `${key}.elsewhere`);
        symlinkSync(`${key}.elsewhere`, key);
      },
      'not a link',
    ],
    ['in a folder that others can write', (key: string) => chmodSync(join(key, '..'), 0o777), 'chmod 700'],
  ])('refuses a key that is %s, and says how to mend it', async (_name, spoil, words) => {
    const { open, folder } = store();
    await open().write('client-secret', SECRET);
    spoil(join(folder, 'key'));
    expect(problemOf(await open().read('client-secret'))).toContain(words);
    expect(problemOf(await open().write('client-secret', 'new'))).toContain(words);
    // Not set aside: once the key is mended, it is there again.
    expect(existsSync(join(folder, 'client-secret.key'))).toBe(true);
  });

  it.runIf(process.getuid?.() === 0)('refuses a key of another user', async () => {
    const { open, folder } = store();
    await open().write('client-secret', SECRET);
    chownSync(join(folder, 'key'), 12_345, 12_345);
    expect(problemOf(await open().read('client-secret'))).toContain('belongs to another user (12345)');
  });

  it('says where it cannot write', async () => {
    const { open, data } = store();
    writeFileSync(join(data, 'secrets'), 'a file in the way');
    expect(problemOf(await open().write('client-secret', SECRET))).toContain('cannot be kept');
    expect(problemOf(await open().read('client-secret'))).toContain('cannot be read');
  });

  it('loses no update of programs that write at once', async () => {
    const { open } = store();
    const programs = [open(), open(), open(), open()];
    const add = (current: string | null): string => String(Number(current ?? 0) + 1);
    await Promise.all(
      programs.flatMap((program) => Array.from({ length: 5 }, () => program.update('collector-token', add))),
    );
    expect(await open().read('collector-token')).toEqual(ok('20'));
  });

  it('gets past the lock of a program that has died', async () => {
    const { open, folder } = store();
    mkdirSync(folder, { mode: 0o700 });
    const lock = join(folder, 'client-secret.lock');
    writeFileSync(lock, '999999');
    utimesSync(lock, new Date(0), new Date(0));
    expect(await open().write('client-secret', SECRET)).toEqual(ok(undefined));
    expect(existsSync(lock)).toBe(false);
  });
});
