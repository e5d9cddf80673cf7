import {
  createBundleKeeper,
  type BundleKeeper,
  type BundleKeeperParts,
} from '../../src/agent/bundle/bundle-keeper.ts';
import type { BundleSettings } from '../../src/agent/bundle/bundle-admission.ts';
import { enforceBuiltIn } from '../../src/agent/enforce.ts';
import { prepareBundle, type BundleCandidate } from '../../src/agent/bundle/prepare-bundle.ts';
import type { Ready } from '../../src/agent/bundle/ready-bundle.ts';
import type { AuditLog } from '../../src/audit/audit-log.ts';
import type { BundleRefusal } from '../../src/policy/admission.ts';
import type { AgentEvent } from '../../src/shared/audit-event.ts';
import { ok, type Result } from '../../src/shared/result.ts';
import type { BundleSource } from '../../src/sync/bundle-sources.ts';
import { openBundleStore, type BundleStore } from '../../src/sync/bundle-store.ts';
import { openLog } from './audit-samples.ts';
import { NOW, TENANT } from './signed-bundles.ts';

type Prepare = (candidate: BundleCandidate) => Promise<Result<Ready, BundleRefusal>>;

export interface DeviceOptions extends Partial<
  Omit<BundleKeeperParts, 'settings' | 'sources' | 'store' | 'now'>
> {
  readonly dataDir: string;
  readonly settings: Partial<BundleSettings> & Pick<BundleSettings, 'trust'>;
  readonly sources: readonly BundleSource[];
  readonly now?: () => Date;
  /** Instead of `settings`, when they change while it runs. */
  readonly settingsNow?: () => BundleSettings;
  /** Instead of `sources`, when they change while it runs. */
  readonly sourcesNow?: () => readonly BundleSource[];
}

/** One run of an agent's bundle keeper: real files, real database, real bundles; without threads and without waiting. */
export interface Device {
  readonly keeper: BundleKeeper;
  readonly store: BundleStore;
  readonly told: string[];
  /** What was recorded of bundles in this run: `bundle-refused: …`. */
  readonly events: string[];
  /** Bundles made ready and not ended. */
  readonly alive: Set<string>;
  /** Waits that are under way, in ms. */
  readonly waits: () => readonly number[];
  /** Ends the waits of so many ms. */
  pass(ms: number): Promise<void>;
  stop(): Promise<void>;
  /** The process is gone from one moment to the next. */
  crash(): Promise<void>;
}

export const builtInReady = (stop: () => void = () => undefined): Ready => ({
  facts: null,
  data: enforceBuiltIn().data,
  classify: () => Promise.reject(new Error('nothing is classified here')),
  stop: async () => stop(),
});

/** What a thread does, in this one. */
export const prepareHere =
  (alive: Set<string> = new Set()): Prepare =>
  async (candidate) => {
    const prepared = await prepareBundle(candidate);
    if (!prepared.ok) return prepared;
    const { facts, data, classifier } = prepared.value;
    const name = `${data.version} ${alive.size} ${Math.random()}`;
    alive.add(name);
    return ok({
      facts,
      data,
      classify: async (text) => classifier.classify(text),
      stop: async () => void alive.delete(name),
    });
  };

export async function startDevice(options: DeviceOptions): Promise<Device> {
  const { dataDir, now = () => NOW, settings, settingsNow, sources, sourcesNow, ...parts } = options;
  const [told, events]: [string[], string[]] = [[], []];
  const alive = new Set<string>();
  const waiting = new Set<{ ms: number; end: () => void }>();
  const store = mortal(await openBundleStore(dataDir, now));
  const { log } = openLog(dataDir, now);
  const keeper = await createBundleKeeper({
    prepare: prepareHere(alive),
    builtIn: async () => {
      alive.add('built-in');
      return builtInReady(() => void alive.delete('built-in'));
    },
    store,
    sources: sourcesNow ?? (() => sources),
    secondPlace: log,
    settings: settingsNow ?? (() => ({ tenant: TENANT, epoch: 0, ring: null, bucket: 0, ...settings })),
    record: (draft) => void events.push(recorded(log, draft)),
    tell: (happening) => {
      // What came into force stands in `events` already.
      if (happening.kind !== 'bundle')
        told.push(happening.kind === 'problem' ? happening.detail : happening.kind);
    },
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        const wait = { ms, end: () => (waiting.delete(wait), resolve()) };
        waiting.add(wait);
        if (signal.aborted) wait.end();
        signal.addEventListener('abort', wait.end, { once: true });
      }),
    now,
    random: () => 0.5,
    ...parts,
  });
  await keeper.start();
  return {
    keeper,
    store,
    told,
    events,
    alive,
    waits: () => [...waiting].map(({ ms }) => ms),
    pass: async (ms) => {
      for (const wait of waiting) if (wait.ms === ms) wait.end();
      await new Promise((resolve) => setImmediate(resolve));
    },
    stop: async () => {
      await keeper.stop();
      log.close();
    },
    crash: async () => {
      await store.die();
      log.close();
    },
  };
}

/** The store of a process that may die: nothing is written after that. */
function mortal(store: BundleStore): BundleStore & { die(): Promise<void> } {
  let dead = false;
  let last: Promise<unknown> = Promise.resolve();
  const alive = <Value>(work: () => Promise<Value>): Promise<Value> => {
    if (dead) return new Promise(() => undefined);
    const done = work();
    last = done;
    return done;
  };
  return {
    get state() {
      return store.state;
    },
    problem: store.problem,
    save: (change) => alive(() => store.save(change)),
    keepText: (text) => alive(() => store.keepText(text)),
    readText: (file) => store.readText(file),
    strays: () => store.strays(),
    die: async () => {
      dead = true;
      await last;
    },
  };
}

function recorded(log: AuditLog, draft: Parameters<BundleKeeperParts['record']>[0]): string {
  const event = log.append(draft);
  if (!event.ok) throw new Error(event.problem);
  const { what, detail } = event.value as AgentEvent;
  return `${what}: ${detail}`;
}
