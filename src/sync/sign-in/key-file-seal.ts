import { createCipheriv, createDecipheriv, randomBytes, randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { link, lstat, mkdir, open, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { failed, messageOf, ok, type Result } from '../../shared/result.ts';
import { createSealedFiles } from './sealed-files.ts';
import type { Opened, Seal, SecretName, SecretStore } from './secret-store.ts';

const KEY_FILE = 'key';
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** Begins each file, so that another format can follow. */
const MAGIC = Buffer.from('CWS1');

/** `<data>/secrets`: where both seals keep their files. */
export const secretsFolder = (dataDir: string): string => join(dataDir, 'secrets');

/** The secret store of a terminal or a server, where no desktop keeps keys: encrypted by a key file of the owner. */
export function openKeyFileStore(dataDir: string, tell: (problem: string) => void): SecretStore {
  const folder = secretsFolder(dataDir);
  return createSealedFiles({ folder, seals: [createKeyFileSeal(folder)], tell });
}

/**
 * AES-256-GCM with a random nonce and the secret's name as associated data (NIST SP 800-38D). The key is 32 random bytes
 * in `<folder>/key` (0600), made at first use. It keeps secrets out of backups of single files, logs and support
 * bundles; who can read the owner's files can read the key too. A key file that others could read, that belongs to
 * someone else or that is a link is refused. Windows: the folder's access list is what protects it; no mode is checked.
 */
export function createKeyFileSeal(folder: string): Seal {
  const path = join(folder, KEY_FILE);
  let key: Buffer | null = null;
  const keyOf = async (): Promise<Result<Buffer>> => {
    if (key !== null) return ok(key);
    const found = await keyIn(folder, path);
    if (found.ok) key = found.value;
    return found;
  };
  return {
    suffix: 'key',
    seal: async (name, value) => {
      const found = await keyOf();
      return found.ok ? ok(encrypt(found.value, name, value)) : found;
    },
    open: async (name, sealed) => {
      const found = await keyOf();
      return found.ok ? decrypt(found.value, name, sealed) : { kind: 'locked', problem: found.problem };
    },
  };
}

const contextOf = (name: SecretName): Buffer => Buffer.from(`clipward secret 1\0${name}`);

function encrypt(key: Buffer, name: SecretName, value: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(contextOf(name));
  const body = Buffer.concat([cipher.update(value, 'utf8'), cipher.final()]);
  return Buffer.concat([MAGIC, nonce, cipher.getAuthTag(), body]);
}

function decrypt(key: Buffer, name: SecretName, sealed: Uint8Array): Opened {
  const bytes = Buffer.from(sealed);
  const head = MAGIC.length + NONCE_BYTES + TAG_BYTES;
  if (bytes.length < head || !bytes.subarray(0, MAGIC.length).equals(MAGIC)) {
    return { kind: 'lost', problem: 'is not a secret of Clipward' };
  }
  const nonce = bytes.subarray(MAGIC.length, MAGIC.length + NONCE_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(contextOf(name));
  decipher.setAuthTag(bytes.subarray(MAGIC.length + NONCE_BYTES, head));
  try {
    const value = Buffer.concat([decipher.update(bytes.subarray(head)), decipher.final()]);
    return { kind: 'opened', value: value.toString('utf8') };
  } catch {
    return { kind: 'lost', problem: 'cannot be decrypted with the key on this device' };
  }
}

async function keyIn(folder: string, path: string): Promise<Result<Buffer>> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const shared = ownOnly(await lstat(folder), folder, 0o022, 'chmod 700');
    if (shared !== null) return failed(shared);
    const present = await lstat(path).catch(() => null);
    if (present === null) await makeKey(path);
    else if (!present.isFile()) {
      return failed(`${path}: the key must be a plain file, not a link; remove it, then sign in again`);
    }
    return await readKey(path);
  } catch (error) {
    return failed(`${path}: the key cannot be read or made (${messageOf(error)}); make ${folder} your own`);
  }
}

async function readKey(path: string): Promise<Result<Buffer>> {
  // Checked on what was opened, which nobody can exchange in between.
  const file = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
  try {
    const shared = ownOnly(await file.stat(), path, 0o077, 'chmod 600');
    if (shared !== null) return failed(shared);
    const key = await file.readFile();
    if (key.length !== KEY_BYTES) {
      return failed(
        `${path}: expected ${KEY_BYTES} bytes, it has ${key.length}; remove it, then sign in again`,
      );
    }
    return ok(key);
  } finally {
    await file.close();
  }
}

/** Null when it belongs to this person and gives others none of the `forbidden` rights. */
function ownOnly(
  info: { readonly uid: number; readonly mode: number; isSymbolicLink(): boolean },
  path: string,
  forbidden: number,
  mend: string,
): string | null {
  if (info.isSymbolicLink()) return `${path}: must not be a link; remove it, then sign in again`;
  if (process.getuid === undefined) return null;
  if (info.uid !== process.getuid()) {
    return `${path}: belongs to another user (${info.uid}); remove it or give it back to its owner`;
  }
  const mode = (info.mode & 0o777).toString(8);
  return (info.mode & forbidden) === 0 ? null : `${path}: open to others (${mode}); run: ${mend} '${path}'`;
}

/** Two processes may do this at once: the first one's key stays. */
async function makeKey(path: string): Promise<void> {
  const own = `${path}.${randomUUID()}.new`;
  try {
    await writeFile(own, randomBytes(KEY_BYTES), { mode: 0o600, flag: 'wx', flush: true });
    await link(own, path).catch((error: unknown) => {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    });
  } finally {
    await rm(own, { force: true });
  }
}
