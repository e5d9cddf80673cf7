import { openAuditLog, type AuditLog } from '../audit/audit-log.ts';
import { openIdentity, temporaryIdentity, type Identity } from '../audit/identity.ts';
import type { ManagedSettings } from '../managed/managed-settings.ts';
import type { Settings } from '../managed/settings-schema.ts';
import type { Desktop } from '../sense/desktop.ts';
import { readGivenBack } from '../sense/keeper-client.ts';
import type { Ask } from '../shared/coaching.ts';
import type { Tell } from '../shared/happening.ts';
import { ok, type Result } from '../shared/result.ts';
import { openBundleStore } from '../sync/bundle-store.ts';
import { createAgent, type Agent } from './agent.ts';
import type { BundleState } from './bundle/bundle-health.ts';
import type { BundleKeeperParts } from './bundle/bundle-keeper.ts';
import { bundleSourcesOf } from './bundle/bundle-use.ts';
import { keepCatchingUp, keepRetention } from './chores.ts';
import { openDeciding, type Deciding } from './deciding.ts';
import type { Surroundings } from './interactions.ts';
import type { ConnectTenant, LabelsState } from './labels-in-use.ts';
import { localTimeOf } from './local-clock.ts';
import { createOverrideMemory, isOverride, OVERRIDE_MEMORY_MS } from './override-memory.ts';
import { createCodes, type Codes } from './override-use.ts';
import { createRecorder, type Recorder } from './recorder.ts';
import { recover } from './recover.ts';
import { followSettings } from './settings-use.ts';
import { createUploads, type Uploads } from './uploads.ts';

export interface AgentOptions extends Pick<BundleKeeperParts, 'prepare' | 'builtIn' | 'sleep'> {
  readonly desktop: Desktop;
  readonly ask: Ask;
  readonly tell: Tell;
  readonly dataDir: string;
  /** The signed-in person's name; only its keyed pseudonym is recorded, unless the settings say otherwise. */
  readonly user: string;
  /** The system's language, where the settings say none. */
  readonly language: string;
  readonly agentVersion: string;
  readonly settings: ManagedSettings;
  readonly connectTenant: ConnectTenant;
  readonly collectorToken: () => Promise<string | undefined>;
  /** Electron's, which knows the system's proxies; Node's own when left out. */
  readonly fetch?: typeof globalThis.fetch;
  readonly now?: () => Date;
}

export interface AgentStatus {
  readonly holding: boolean;
  /** What it cannot see or do now, one line each. */
  readonly limitations: readonly string[];
  readonly bundle: BundleState;
  readonly labels: LabelsState;
  readonly upload: string;
  /** Who it is in events, for codes that are issued to one person or device. */
  readonly user: string;
  readonly device: string;
}

export interface RunningAgent {
  state(): AgentStatus;
  /** Uses an admin's one-use override code on what is held. The value says what passes, the problem why nothing does. */
  override(code: string): Promise<Result<string>>;
  /** Looks for a newer bundle and for labels now. */
  syncNow(): Promise<void>;
  /** Resolves when everything sensed so far has been dealt with. */
  settled(): Promise<void>;
  /** Gives back what is held, stops uploading and closes the log. Safe to call twice. */
  stop(): Promise<void>;
}

/** Builds the agent from its parts and starts it. The only place where all of them meet; it decides nothing itself. */
export async function openAgent(options: AgentOptions): Promise<Result<RunningAgent>> {
  const { desktop, dataDir, tell, collectorToken } = options;
  const now = options.now ?? ((): Date => new Date());
  const settings = (): Settings => options.settings.current();
  const identity = identityFor(dataDir, now, tell);
  const user = (): string =>
    settings().RecordPlainUser ? options.user.slice(0, 64) : identity.pseudonym(options.user);
  let agent: Agent | null = null;
  let deciding: Deciding | null = null;
  const { log, setAside } = openAuditLog({
    dataDir,
    now,
    who: {
      user,
      device: identity.deviceId,
      agentVersion: options.agentVersion,
      bundleVersion: () => deciding?.current().enforced.version ?? 'none yet',
    },
  });
  const uploads = createUploads({ log, settings, collectorToken, tell, now });
  const recorder = createRecorder({ log, tell, wake: () => uploads.wake(), settings });
  const { record } = recorder;
  const givenBack = readGivenBack(dataDir);
  recover({ log, setAside, identityRenewed: identity.renewed, givenBack }, record, tell);

  const opened = await openDeciding({
    ...options,
    store: await openBundleStore(dataDir, now),
    secondPlace: log,
    settings,
    unusable: () => options.settings.unusable(),
    deviceId: identity.deviceId,
    record,
    now,
    onChange: () => void agent?.reconsider(),
  });
  deciding = opened;
  const codes = createCodes({ settings, log, deviceId: identity.deviceId, user, now });
  agent = createAgent({
    desktop,
    classify: (text) => opened.keeper.current().classify(text),
    identify: (window) => opened.current().identify(window),
    enforced: () => opened.current().enforced,
    ask: options.ask,
    tell,
    record,
    fingerprint: (text) => identity.fingerprint(text),
    newId: () => crypto.randomUUID(),
    circumstances: () => surroundingsOf(settings(), now()),
    overrides: createOverrideMemory(earlierOverrides(log, now, tell), () => now().getTime()),
    integration: () => settings().IntegrationEnabled,
    language: () => settings().Language ?? options.language,
    usedPermits: (id) => codes.used(id),
    spendPermit: (id) => codes.spend(id),
  });
  const endChores = [
    keepRetention(log, () => settings().RetentionDays, tell),
    keepCatchingUp(recorder.catchUp),
  ];
  const parts: Parts = { ...options, agent, log, deciding: opened, uploads, recorder, endChores };
  const started = await agent.start();
  if (!started.ok) {
    await end(parts);
    return started;
  }
  record({ kind: 'agent', what: 'started', detail: desktop.name });
  await uploads.follow();
  followSettings({ ...options, ...opened, uploads, record });
  return ok(runningAgent(parts, codes, { user, device: identity.deviceId }));
}

interface Parts extends Pick<AgentOptions, 'desktop' | 'tell' | 'settings'> {
  readonly agent: Agent;
  readonly log: AuditLog;
  readonly deciding: Deciding;
  readonly uploads: Uploads;
  readonly recorder: Recorder;
  readonly endChores: readonly (() => void)[];
}

function runningAgent(
  parts: Parts,
  codes: Codes,
  who: { readonly user: () => string; readonly device: string },
): RunningAgent {
  const { agent, recorder, desktop, uploads, deciding } = parts;
  const { keeper, labels } = deciding;
  return {
    state: () => ({
      holding: agent.holding,
      limitations: limitationsOf(parts),
      bundle: keeper.state(),
      labels: labels.state(),
      upload: uploads.state(),
      user: who.user(),
      device: who.device,
    }),
    override: (code) => codes.use(code, (permit) => agent.permit(permit)),
    syncNow: async () => void (await Promise.all([keeper.check(), labels.syncNow()])),
    settled: () => agent.settled(),
    stop: once(async () => {
      await agent.stop();
      recorder.record({ kind: 'agent', what: 'stopped', detail: desktop.name });
      await end(parts);
    }),
  };
}

function limitationsOf({ desktop, deciding, recorder, settings }: Parts): readonly string[] {
  const { enforced, problems } = deciding.current();
  const bundle = deciding.keeper.state();
  const labels = deciding.labels.state();
  return [
    ...desktop.limitations,
    ...settings.problems(),
    bundleSourcesOf(settings.current()).problem,
    ...bundle.problems,
    ...bundle.warnings,
    ...enforced.off,
    ...problems,
    labels.kind === 'tenant' && labels.problem !== null
      ? `labels: ${labels.problem.detail}; ${labels.problem.fix}`
      : null,
    recorder.problem(),
  ].filter((limit) => limit !== null);
}

/** What was begun ends in the opposite order; what still waits for the disk then is told. */
async function end({ endChores, uploads, deciding, settings, log, tell }: Parts): Promise<void> {
  for (const endChore of endChores) endChore();
  settings.stop();
  await uploads.stop();
  await deciding.labels.stop();
  await deciding.keeper.stop();
  if (log.waiting > 0) {
    const detail = `${log.waiting} events were never taken by the disk and end with this run`;
    tell({ kind: 'problem', detail });
  }
  log.close();
}

const surroundingsOf = (settings: Settings, now: Date): Surroundings => ({
  userGroups: settings.UserGroups,
  deviceGroups: settings.DeviceGroups,
  deviceManaged: settings.DeviceManaged,
  now: localTimeOf(now),
});

/** When the person pasted anyway in earlier runs. Where the log cannot be read counting begins anew, and that is told. */
function earlierOverrides(log: AuditLog, now: () => Date, tell: Tell): readonly number[] {
  const read = log.interactions({ since: new Date(now().getTime() - OVERRIDE_MEMORY_MS) });
  if (!read.ok) {
    tell({ kind: 'problem', detail: `what was pasted anyway before is not counted: ${read.problem}` });
    return [];
  }
  return read.value.interactions.flatMap(({ answer, answered_at: at }) =>
    isOverride(answer) && at !== null ? [Date.parse(at)] : [],
  );
}

function identityFor(dataDir: string, now: () => Date, tell: Tell): Identity {
  const identity = openIdentity(dataDir, now);
  if (identity.ok) return identity.value;
  tell({ kind: 'problem', detail: identity.problem });
  return temporaryIdentity();
}

function once(action: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | null = null;
  return () => (done ??= action());
}
