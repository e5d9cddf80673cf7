import { createHash } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { setAside } from '../audit/set-aside.ts';
import { parseJson } from '../shared/json.ts';
import { markSchema } from '../shared/mark.ts';
import { failed, messageOf, ok, type Result } from '../shared/result.ts';
import { MAX_SIGNED_UNITS } from './bundle-signature.ts';

const STATE_FILE = 'state.json';
const TEXT_FILE = /^[0-9a-f]{32}\.bundle$/;
const MAX_STATE_BYTES = 1024 * 1024;
const MAX_QUARANTINED = 50;

const moment = z.iso.datetime({ precision: 3 });
const digest = z.string().regex(/^[0-9a-f]{64}$/, 'expected a SHA-256 in hex');

const factsSchema = z.strictObject({
  name: z.string().max(200),
  version: z.int().nonnegative(),
  tenant: z.string().max(64).nullable(),
  issued: z.string().max(64).nullable(),
  expires: z.string().max(64).nullable(),
  signedBy: z.array(z.string().max(256)).max(16).readonly(),
  digest,
  signed: z.boolean(),
});

const storedBundleSchema = z.strictObject({
  facts: factsSchema,
  /** Its text, beside the state; named by the text's own digest. */
  file: z.string().regex(TEXT_FILE),
  source: z.string().max(4096),
  /** What the source gave with it, to be told `unchanged` by. */
  tag: z.string().max(256).nullable(),
  /** The bundle epoch of the managed settings when it was taken. */
  epoch: z.int().nonnegative(),
  since: moment,
  /** It ran for a while, or to a clean stop. */
  proved: z.boolean(),
  /** Times the agent began to run under it before it was proved. */
  starts: z.int().nonnegative(),
});
export type StoredBundle = z.infer<typeof storedBundleSchema>;

const quarantinedSchema = z.strictObject({
  digest,
  name: z.string().max(200),
  version: z.int().nonnegative(),
  at: moment,
});
export type Quarantined = z.infer<typeof quarantinedSchema>;

const stateSchema = z.strictObject({
  version: z.literal(1),
  current: storedBundleSchema.nullable(),
  /** The last one that was good before. */
  previous: storedBundleSchema.nullable(),
  /** The first place of what must never go back; the second is the audit database. */
  marks: z.strictObject({
    newest: markSchema.nullable(),
    floor: markSchema.nullable(),
    clock: markSchema.nullable(),
  }),
  /** Newest last. */
  quarantined: z.array(quarantinedSchema).max(MAX_QUARANTINED),
  /** When a source last answered as it should. */
  answered: moment.nullable(),
});
export type BundleStoreState = z.infer<typeof stateSchema>;

export const emptyState: BundleStoreState = {
  version: 1,
  current: null,
  previous: null,
  marks: { newest: null, floor: null, clock: null },
  quarantined: [],
  answered: null,
};

/** What is known of bundles from one run to the next, in `<data>/bundle/`. */
export interface BundleStore {
  readonly state: BundleStoreState;
  /** Why the state of earlier runs is not there, though there was one. */
  readonly problem: string | null;
  /**
   * Changes the state: on disk whole or not at all, also after a power cut. What cannot be written counts in memory until the
   * next change that can. Texts that the state no longer names are deleted.
   */
  save(change: Partial<Omit<BundleStoreState, 'version'>>): Promise<Result<void>>;
  /** Puts a text on disk and gives the file's name for a later `save`. The same text is the same file. */
  keepText(text: string): Promise<Result<string>>;
  readText(file: string): Promise<Result<string>>;
  /** Texts on disk that the state does not name, because it was lost, newest first. None while it names a current bundle. */
  strays(): Promise<Result<readonly string[]>>;
}

/** Newer quarantines push the oldest out. */
export const withQuarantined = (
  list: readonly Quarantined[],
  added: Quarantined,
): BundleStoreState['quarantined'] =>
  [...list.filter(({ digest }) => digest !== added.digest), added].slice(-MAX_QUARANTINED);

/** Opens the store and always comes back with one: a state that cannot be read is set aside, and a new one begun. */
export async function openBundleStore(dataDir: string, now: () => Date): Promise<BundleStore> {
  const folder = join(dataDir, 'bundle');
  const found = await readState(folder, now);
  let state = found.state ?? emptyState;
  /** One write at a time, in order. */
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <Value>(work: () => Promise<Value>): Promise<Value> => {
    const done = last.then(work, work);
    last = done;
    return done;
  };
  return {
    get state() {
      return state;
    },
    problem: found.problem,
    save: (change) => {
      state = { ...state, ...change };
      const text = `${JSON.stringify(state, null, 2)}\n`;
      const named = filesOf(state);
      return inTurn(async () => {
        const written = await writeDurably(folder, STATE_FILE, text);
        // Without a current one, what lies there may be all that is left of it.
        return written.ok && named.length > 0 ? deleteOthers(folder, named) : written;
      });
    },
    keepText: (text) => {
      const file = `${createHash('sha256').update(text).digest('hex').slice(0, 32)}.bundle`;
      return inTurn(async () => {
        const written = await writeDurably(folder, file, text);
        return written.ok ? ok(file) : written;
      });
    },
    readText: (file) => readText(join(folder, file)),
    strays: async () => (state.current === null ? textsByAge(folder) : ok([])),
  };
}

const filesOf = ({ current, previous }: BundleStoreState): readonly string[] =>
  [current, previous].flatMap((bundle) => (bundle === null ? [] : [bundle.file]));

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';

async function readState(
  folder: string,
  now: () => Date,
): Promise<{ readonly state: BundleStoreState | null; readonly problem: string | null }> {
  const path = join(folder, STATE_FILE);
  try {
    const { size } = await stat(path);
    const state =
      size > MAX_STATE_BYTES
        ? failed(`${path}: expected at most ${MAX_STATE_BYTES} bytes, it has ${size}`)
        : parseJson(stateSchema, await readFile(path, 'utf8'), path);
    if (state.ok) return { state: state.value, problem: null };
    return { state: null, problem: `${state.problem}; ${aside(path, now())}` };
  } catch (error) {
    if (isMissing(error)) return { state: null, problem: null };
    return { state: null, problem: `${path}: cannot be read (${messageOf(error)}); ${aside(path, now())}` };
  }
}

function aside(path: string, now: Date): string {
  try {
    return `kept as ${setAside(path, 'broken', now)}`;
  } catch (error) {
    return `it cannot be set aside (${messageOf(error)})`;
  }
}

async function readText(path: string): Promise<Result<string>> {
  try {
    const { size } = await stat(path);
    // UTF-8 takes at most three bytes a UTF-16 unit.
    if (size > MAX_SIGNED_UNITS * 3) return failed(`${path}: is far larger than what was kept`);
    return ok(await readFile(path, 'utf8'));
  } catch (error) {
    return failed(`${path}: cannot be read (${messageOf(error)})`);
  }
}

async function textsByAge(folder: string): Promise<Result<readonly string[]>> {
  try {
    const files = (await readdir(folder)).filter((name) => TEXT_FILE.test(name));
    const aged = await Promise.all(
      files.map(async (file) => ({ file, at: (await stat(join(folder, file))).mtimeMs })),
    );
    return ok(aged.toSorted((left, right) => right.at - left.at).map(({ file }) => file));
  } catch (error) {
    return isMissing(error) ? ok([]) : failed(`${folder}: cannot be read (${messageOf(error)})`);
  }
}

/** After a power cut the file is there whole or not at all. */
async function writeDurably(folder: string, name: string, text: string): Promise<Result<void>> {
  const path = join(folder, name);
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const file = await open(`${path}.new`, 'w', 0o600);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(`${path}.new`, path);
    await syncFolder(folder);
    return ok(undefined);
  } catch (error) {
    return failed(`${path}: cannot be written (${messageOf(error)})`);
  }
}

/** Windows cannot sync a folder and does not need it. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Half-written files of a run that was killed go too; what was set aside stays. */
async function deleteOthers(folder: string, named: readonly string[]): Promise<Result<void>> {
  try {
    const files = await readdir(folder);
    const old = files.filter((name) => TEXT_FILE.test(name.replace(/\.new$/, '')) && !named.includes(name));
    for (const name of old) await rm(join(folder, name), { force: true });
    return ok(undefined);
  } catch (error) {
    return failed(`${folder}: old bundles cannot be deleted (${messageOf(error)})`);
  }
}
