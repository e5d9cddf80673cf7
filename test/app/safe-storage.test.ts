import { readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SafeStorageFace } from '../../src/app/electron-face.ts';
import { openAppSecrets } from '../../src/app/safe-storage.ts';
import { ok } from '../../src/shared/result.ts';
import { openKeyFileStore } from '../../src/sync/sign-in/key-file-seal.ts';
import { filesHolding, temporaryFolder } from '../fakes/temporary-folder.ts';

const SECRET = 'nobody may find this value';

/** A system that keeps keys: turns bytes around by a key number, and refuses those of another key. */
class FakeSafeStorage implements SafeStorageFace {
  key = 7;
  available = true;
  backend: ReturnType<SafeStorageFace['getSelectedStorageBackend']> = 'gnome_libsecret';
  rotated = false;
  isAsyncEncryptionAvailable = (): Promise<boolean> => Promise.resolve(this.available);
  getSelectedStorageBackend = (): typeof this.backend => this.backend;
  encryptStringAsync = (text: string): Promise<Buffer> =>
    Promise.resolve(Buffer.from([this.key, ...Buffer.from(text).map((byte) => byte ^ 0xa5)]));
  decryptStringAsync = (bytes: Buffer) =>
    bytes[0] === this.key
      ? Promise.resolve({
          result: Buffer.from(bytes.subarray(1).map((byte) => byte ^ 0xa5)).toString(),
          shouldReEncrypt: this.rotated,
        })
      : Promise.reject(new Error(`cannot decrypt ${bytes.toString('hex')}`));
}

function app() {
  const data = temporaryFolder();
  const told: string[] = [];
  const system = new FakeSafeStorage();
  const open = (platform: NodeJS.Platform = 'linux') =>
    openAppSecrets(data, system, platform, (problem) => void told.push(problem));
  return { data, folder: join(data, 'secrets'), told, system, open };
}

describe("the tray app's secrets", () => {
  it('are encrypted by the system', async () => {
    const { open, data, folder } = app();
    const { store, limitation } = await open();
    expect(limitation).toBeNull();
    expect(await store.write('token-cache', SECRET)).toEqual(ok(undefined));
    expect(readdirSync(folder)).toEqual(['token-cache.os']);
    expect(filesHolding(data, SECRET)).toEqual([]);
    expect(await (await open()).store.read('token-cache')).toEqual(ok(SECRET));
  });

  it.each([
    ['linux', 'basic_text', true],
    ['linux', 'unknown', true],
    ['linux', 'kwallet6', false],
    ['darwin', 'basic_text', false],
    ['win32', 'unknown', false],
  ] as const)('on %s with %s fall back to a key file: %s', async (platform, backend, fallsBack) => {
    const { open, system, folder } = app();
    system.backend = backend;
    const { store, limitation } = await open(platform);
    await store.write('token-cache', SECRET);
    expect(readdirSync(folder).includes('token-cache.key')).toBe(fallsBack);
    expect(limitation !== null).toBe(fallsBack);
  });

  it('fall back, and say so, where the system encrypts nothing or fails', async () => {
    const { open, system } = app();
    system.available = false;
    expect((await open('darwin')).limitation).toContain('key file only');
    system.isAsyncEncryptionAvailable = () => Promise.reject(new Error('no bus'));
    expect((await open()).limitation).toContain('no bus');
  });

  it('include what was given in a terminal, and the newer of two counts', async () => {
    const { open, data, folder } = app();
    const terminal = openKeyFileStore(data, () => undefined);
    const { store } = await open();
    await terminal.write('client-secret', 'from the terminal');
    expect(await store.read('client-secret')).toEqual(ok('from the terminal'));
    await store.write('client-secret', 'from the app');
    utimesSync(join(folder, 'client-secret.key'), new Date(0), new Date(0));
    expect(await store.read('client-secret')).toEqual(ok('from the app'));
    utimesSync(join(folder, 'client-secret.os'), new Date(0), new Date(0));
    await terminal.write('client-secret', 'from the terminal again');
    expect(await store.read('client-secret')).toEqual(ok('from the terminal again'));
  });

  it('are gone after a sign-out in the terminal', async () => {
    const { open, data } = app();
    const { store } = await open();
    await store.write('token-cache', SECRET);
    await openKeyFileStore(data, () => undefined).remove('token-cache');
    expect(await store.read('token-cache')).toEqual(ok(null));
  });

  it('are set aside, and that is told without their bytes, where the system cannot decrypt them', async () => {
    const { open, system, told, folder } = app();
    const { store } = await open();
    await store.write('token-cache', SECRET);
    system.key = 8;
    expect(await store.read('token-cache')).toEqual(ok(null));
    expect(told).toHaveLength(1);
    expect(told[0]).not.toContain('cannot decrypt 07');
    expect(readdirSync(folder)[0]).toContain('token-cache.os.unreadable-');
  });

  it('are not opened under another name', async () => {
    const { open, system, folder, told } = app();
    const { store } = await open();
    await store.write('client-secret', SECRET);
    const bytes = await system.encryptStringAsync(JSON.stringify({ name: 'client-secret', value: SECRET }));
    writeFileSync(join(folder, 'collector-token.os'), bytes);
    expect(await store.read('collector-token')).toEqual(ok(null));
    expect(told.join()).toContain('is not the secret collector-token');
    expect(told.join()).not.toContain('nobody');
  });

  it('are encrypted anew when the system has a newer key', async () => {
    const { open, system } = app();
    const { store } = await open();
    await store.write('token-cache', SECRET);
    const calls: string[] = [];
    const encrypt = system.encryptStringAsync;
    system.encryptStringAsync = (text) => {
      calls.push(text);
      return encrypt(text);
    };
    await store.read('token-cache');
    expect(calls).toHaveLength(0);
    system.rotated = true;
    expect(await store.read('token-cache')).toEqual(ok(SECRET));
    expect(calls).toHaveLength(1);
  });
});
