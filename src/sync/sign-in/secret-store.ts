import type { Result } from '../../shared/result.ts';

/** What may be kept secret. `certificate-passphrase` opens an encrypted private key. */
export const secretNames = [
  'token-cache',
  'client-secret',
  'certificate-passphrase',
  'collector-token',
] as const;
export type SecretName = (typeof secretNames)[number];

/**
 * The one place for tokens and secrets on this device, encrypted at rest. Problems name files, never values.
 * Several processes may use it at once: a value is written whole or not at all.
 */
export interface SecretStore {
  /** Null: there is none, or it could not be decrypted (told, set aside, and as good as absent). */
  read(name: SecretName): Promise<Result<string | null>>;
  write(name: SecretName, value: string): Promise<Result<void>>;
  /** Reads and writes with no other process in between. `change` gets what `read` would give. */
  update(name: SecretName, change: (current: string | null) => string): Promise<Result<void>>;
  /** Fine when there is none. */
  remove(name: SecretName): Promise<Result<void>>;
}

/**
 * What encrypts: a key in a file of the owner (`key-file-seal.ts`), or the system's own store by way of Electron
 * (`src/app/safe-storage.ts`). The name is bound in: what was sealed under one name cannot be opened under another.
 */
export interface Seal {
  /** Ends the names of its files. */
  readonly suffix: 'key' | 'os';
  /** The problem says why nothing can be sealed, and how to mend it. */
  seal(name: SecretName, value: string): Promise<Result<Uint8Array>>;
  open(name: SecretName, sealed: Uint8Array): Promise<Opened>;
}

export type Opened =
  /** `stale`: the system has a newer key, and it should be sealed anew. */
  | { readonly kind: 'opened'; readonly value: string; readonly stale?: boolean }
  /** Nobody will open it again: damaged, or the key is another one. */
  | { readonly kind: 'lost'; readonly problem: string }
  /** It may be opened later: the key cannot be read now. */
  | { readonly kind: 'locked'; readonly problem: string };
