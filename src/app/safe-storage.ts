import { z } from 'zod';
import { parseJson } from '../shared/json.ts';
import { failed, messageOf, ok, type Result } from '../shared/result.ts';
import { createKeyFileSeal, secretsFolder } from '../sync/sign-in/key-file-seal.ts';
import { createSealedFiles } from '../sync/sign-in/sealed-files.ts';
import {
  secretNames,
  type Opened,
  type Seal,
  type SecretName,
  type SecretStore,
} from '../sync/sign-in/secret-store.ts';
import type { SafeStorageFace } from './electron-face.ts';

export interface AppSecrets {
  readonly store: SecretStore;
  /** What a person should know about how secrets are kept here; null when the system keeps the key. */
  readonly limitation: string | null;
}

/**
 * The tray app's secret store: encrypted by the system (macOS Keychain, Windows DPAPI, GNOME's or KDE's keyring) by way of
 * Electron's safeStorage (electronjs.org/docs/api/safe-storage). It reads what `clipward sign-in` and `clipward secret`
 * wrote in a terminal too. Where the system keeps no keys, Electron would encrypt with a password that everyone knows:
 * that is refused, and the owner's key file serves, as in the terminal. Call when Electron is ready.
 */
export async function openAppSecrets(
  dataDir: string,
  safeStorage: SafeStorageFace,
  platform: NodeJS.Platform,
  tell: (problem: string) => void,
): Promise<AppSecrets> {
  const folder = secretsFolder(dataDir);
  const keyFile = createKeyFileSeal(folder);
  const missing = await whyUnavailable(safeStorage, platform);
  if (missing === null) {
    const seals = [createSystemSeal(safeStorage), keyFile] as const;
    return { store: createSealedFiles({ folder, seals, tell }), limitation: null };
  }
  const limitation = `Sign-in and secrets are protected by a key file only: ${missing}.`;
  return { store: createSealedFiles({ folder, seals: [keyFile], tell }), limitation };
}

async function whyUnavailable(
  safeStorage: SafeStorageFace,
  platform: NodeJS.Platform,
): Promise<string | null> {
  try {
    if (!(await safeStorage.isAsyncEncryptionAvailable())) return 'this system offers no encryption to apps';
    if (platform !== 'linux') return null;
    const backend = safeStorage.getSelectedStorageBackend();
    return backend === 'basic_text' || backend === 'unknown'
      ? 'this desktop has no keyring (install and unlock gnome-keyring or KWallet, then sign in again)'
      : null;
  } catch (error) {
    return `this system's encryption failed (${messageOf(error)})`;
  }
}

/** safeStorage binds no context to what it encrypts, so the name goes in with the value. */
const sealedSchema = z.strictObject({ name: z.enum(secretNames), value: z.string() });

function createSystemSeal(safeStorage: SafeStorageFace): Seal {
  return {
    suffix: 'os',
    seal: (name, value) => sealed(safeStorage, name, value),
    open: (name, bytes) => opened(safeStorage, name, bytes),
  };
}

async function sealed(
  safeStorage: SafeStorageFace,
  name: SecretName,
  value: string,
): Promise<Result<Uint8Array>> {
  try {
    return ok(await safeStorage.encryptStringAsync(JSON.stringify({ name, value })));
  } catch (error) {
    return failed(
      `${name}: the system did not encrypt it (${messageOf(error)}); unlock the keyring and try again`,
    );
  }
}

async function opened(safeStorage: SafeStorageFace, name: SecretName, bytes: Uint8Array): Promise<Opened> {
  let plain: Awaited<ReturnType<SafeStorageFace['decryptStringAsync']>>;
  try {
    plain = await safeStorage.decryptStringAsync(Buffer.from(bytes));
  } catch {
    return { kind: 'lost', problem: 'cannot be decrypted by this system for this person' };
  }
  const held = parseJson(sealedSchema, plain.result, name);
  if (!held.ok || held.value.name !== name) return { kind: 'lost', problem: `is not the secret ${name}` };
  return { kind: 'opened', value: held.value.value, stale: plain.shouldReEncrypt };
}
