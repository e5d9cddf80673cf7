import { mkdir, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { setAside } from '../../audit/set-aside.ts';
import { failed, messageOf, ok, type Result } from '../../shared/result.ts';
import type { Opened, Seal, SecretName, SecretStore } from './secret-store.ts';

/** A lock is held for a read and a write of a small file; one that is older belongs to a process that has died. */
const LOCK_STALE_MS = 10_000;
const LOCK_PATIENCE_MS = 5_000;
const LOCK_RETRY_MS = 20;
const suffixes = ['key', 'os'] as const satisfies readonly Seal['suffix'][];

export interface SealedFilesOptions {
  /** `<data>/secrets`. */
  readonly folder: string;
  /** The first writes; all of them are read, and the newest file counts: whoever signed in last, in tray or terminal. */
  readonly seals: readonly [Seal, ...Seal[]];
  /** One line about something that went wrong and was got over. */
  readonly tell: (problem: string) => void;
  readonly now?: () => Date;
}

/** A secret store of one file for each secret, `<name>.<seal>` (0600) in a folder of its own (0700). */
export function createSealedFiles({
  folder,
  seals,
  tell,
  now = () => new Date(),
}: SealedFilesOptions): SecretStore {
  const pathOf = (name: SecretName, suffix: Seal['suffix']): string => join(folder, `${name}.${suffix}`);

  /** Null: there is none. */
  const look = async (name: SecretName): Promise<Result<Extract<Opened, { kind: 'opened' }> | null>> => {
    let locked: string | null = null;
    for (const { seal, path, sealed } of await found(name)) {
      const opened = await seal.open(name, sealed);
      if (opened.kind === 'opened') return ok(opened);
      if (opened.kind === 'locked') locked ??= opened.problem;
      else tell(putAside(path, opened.problem, now()));
    }
    return locked === null ? ok(null) : failed(locked);
  };

  /** The secret's files, newest first. */
  const found = async (name: SecretName) => {
    const files = await Promise.all(
      seals.map(async (seal) => {
        const path = pathOf(name, seal.suffix);
        const sealed = await readFile(path).catch(absent);
        return sealed === null ? [] : [{ seal, path, sealed, changed: (await stat(path)).mtimeMs }];
      }),
    );
    return files.flat().toSorted((left, right) => right.changed - left.changed);
  };

  const put = async (name: SecretName, value: string): Promise<Result<void>> => {
    const [seal] = seals;
    const sealed = await seal.seal(name, value);
    if (!sealed.ok) return sealed;
    await writeWhole(pathOf(name, seal.suffix), sealed.value);
    return ok(undefined);
  };

  const update: SecretStore['update'] = (name, change) =>
    attempt(name, async () => {
      const current = await look(name);
      return current.ok ? put(name, change(current.value?.value ?? null)) : current;
    });

  const read = async (name: SecretName): Promise<Result<string | null>> => {
    const found = await look(name);
    if (!found.ok || found.value === null) return found.ok ? ok(null) : found;
    const { value, stale } = found.value;
    if (stale === true) {
      const renewed = await update(name, (current) => current ?? value);
      if (!renewed.ok) tell(renewed.problem);
    }
    return ok(value);
  };

  /** Runs with the lock of this secret held; the file system's errors become the problem. */
  const attempt = async (name: SecretName, work: () => Promise<Result<void>>): Promise<Result<void>> => {
    const lock = join(folder, `${name}.lock`);
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await takeLock(lock);
      try {
        return await work();
      } finally {
        await rm(lock, { force: true });
      }
    } catch (error) {
      return failed(`${folder}: ${name} cannot be kept (${messageOf(error)}); make the folder writable`);
    }
  };

  return {
    read: async (name) => {
      try {
        return await read(name);
      } catch (error) {
        return failed(`${folder}: ${name} cannot be read (${messageOf(error)}); make the folder readable`);
      }
    },
    write: (name, value) => attempt(name, () => put(name, value)),
    update,
    // Also what another seal wrote: signing out in the terminal signs the tray out.
    remove: (name) =>
      attempt(name, async () => {
        for (const suffix of suffixes) await rm(pathOf(name, suffix), { force: true });
        return ok(undefined);
      }),
  };
}

function absent(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
  throw error;
}

function putAside(path: string, problem: string, now: Date): string {
  try {
    return `${path}: ${problem}; it was kept as ${setAside(path, 'unreadable', now)}; sign in or set the secret again`;
  } catch (error) {
    return `${path}: ${problem}, and could not be set aside (${messageOf(error)}); remove it`;
  }
}

/** After a power cut the file is there whole, old or new. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const unfinished = `${path}.${process.pid}.new`;
  try {
    const file = await open(unfinished, 'w', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

async function takeLock(path: string): Promise<void> {
  for (let waited = 0; ; waited += LOCK_RETRY_MS) {
    try {
      await writeFile(path, String(process.pid), { flag: 'wx', mode: 0o600 });
      return;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
      const info = await stat(path).catch(absent);
      const isStale = info !== null && Date.now() - info.mtimeMs > LOCK_STALE_MS;
      if (isStale) await rm(path, { force: true });
      else if (waited > LOCK_PATIENCE_MS) throw error;
      else await delay(LOCK_RETRY_MS);
    }
  }
}
