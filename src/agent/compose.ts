import { openAuditLog, type AuditLog } from '../audit/audit-log.ts';
import { openIdentity, temporaryIdentity, type Identity } from '../audit/identity.ts';
import { disabledLine } from '../classify/company-types.ts';
import { builtInCatalogue } from '../sense/catalogue.ts';
import type { Desktop } from '../sense/desktop.ts';
import { createIdentifier } from '../sense/identify.ts';
import { readGivenBack } from '../sense/keeper-client.ts';
import type { EventDraft } from '../shared/audit-event.ts';
import type { Ask } from '../shared/coaching.ts';
import type { Tell } from '../shared/happening.ts';
import { ok, type Result } from '../shared/result.ts';
import { readBundleFile } from '../sync/bundle-file.ts';
import { createCollector } from '../sync/collector.ts';
import { createUploader, type Uploader, type UploaderState } from '../sync/uploader.ts';
import { createAgent } from './agent.ts';
import { enforce, enforceBuiltIn } from './enforce.ts';
import { recover } from './recover.ts';
import type { Classify, Enforced } from './study.ts';

export interface AgentOptions {
  readonly desktop: Desktop;
  readonly ask: Ask;
  readonly tell: Tell;
  readonly dataDir: string;
  /** The signed-in person's name; only its keyed pseudonym is recorded. */
  readonly user: string;
  readonly agentVersion: string;
  readonly bundlePath?: string | undefined;
  readonly collector?: { readonly url: string; readonly token?: string | undefined } | undefined;
  /** Makes the classifier for a bundle: it looks for the company's own types too. */
  readonly classifierFor: (enforced: Enforced) => Classify;
  readonly now?: () => Date;
}

export interface RunningAgent {
  state(): {
    readonly holding: boolean;
    readonly limitations: readonly string[];
    readonly bundle: string;
    readonly upload: string;
  };
  /** Resolves when everything sensed so far has been dealt with. */
  settled(): Promise<void>;
  /** Gives back what is held, stops uploading and closes the log. Safe to call twice. */
  stop(): Promise<void>;
}

/** Builds the agent from its parts and starts it. The only place where all of them meet; it decides nothing itself. */
export async function openAgent(options: AgentOptions): Promise<Result<RunningAgent>> {
  const { desktop, dataDir, tell } = options;
  const now = options.now ?? ((): Date => new Date());
  const { enforced, refused } = enforcedBundle(options.bundlePath);
  const identity = identityFor(dataDir, now, tell);
  const { log, setAside } = openAuditLog({
    dataDir,
    now,
    who: {
      user: identity.pseudonym(options.user),
      device: identity.deviceId,
      agentVersion: options.agentVersion,
      bundleVersion: () => enforced.version,
    },
  });
  const uploader = uploaderFor(options, log, now);
  const { record, catchUp, problem } = recorder(log, tell, uploader);

  if (refused !== null) {
    record({ kind: 'agent', what: 'bundle-refused', detail: refused.slice(0, 1000) });
    tell({ kind: 'problem', detail: `${refused}; the built-in bundle is enforced instead` });
  }
  const off = enforced.own.disabled.map(disabledLine);
  for (const detail of off) tell({ kind: 'problem', detail });
  recover(
    { log, setAside, identityRenewed: identity.renewed, givenBack: readGivenBack(dataDir) },
    record,
    tell,
  );
  const endChores = [keepRetention(log, tell), keepCatchingUp(catchUp)];

  const agent = createAgent({
    desktop,
    classify: options.classifierFor(enforced),
    identify: createIdentifier(builtInCatalogue),
    enforced: () => enforced,
    ask: options.ask,
    tell,
    record,
    fingerprint: (text) => identity.fingerprint(text),
    newId: () => crypto.randomUUID(),
  });
  const started = await agent.start();
  if (!started.ok) {
    for (const end of endChores) end();
    log.close();
    return started;
  }
  record({ kind: 'agent', what: 'started', detail: desktop.name });
  uploader?.start();
  return ok({
    state: () => ({
      holding: agent.holding,
      limitations: [...desktop.limitations, ...off, problem()].filter((limit) => limit !== null),
      bundle: enforced.version,
      upload: uploader === null ? 'no destination' : describeUpload(uploader.state()),
    }),
    settled: () => agent.settled(),
    stop: once(async () => {
      await agent.stop();
      for (const end of endChores) end();
      record({ kind: 'agent', what: 'stopped', detail: desktop.name });
      await uploader?.stop();
      if (log.waiting > 0) {
        tell({
          kind: 'problem',
          detail: `${log.waiting} events were never taken by the disk and end with this run`,
        });
      }
      log.close();
    }),
  });
}

const DAY_MS = 24 * 60 * 60 * 1000;

const CATCH_UP_MS = 5000;

/** Looks every few seconds whether a full or locked disk takes events again. Returns what ends that. */
function keepCatchingUp(catchUp: () => void): () => void {
  const timer = setInterval(catchUp, CATCH_UP_MS);
  timer.unref();
  return () => clearInterval(timer);
}

/** Deletes what is past its retention now and once a day: an agent may run for months. Returns what ends that. */
function keepRetention(log: AuditLog, tell: Tell): () => void {
  const expire = (): void => {
    const expired = log.deleteExpired();
    if (!expired.ok) tell({ kind: 'problem', detail: expired.problem });
  };
  expire();
  const daily = setInterval(expire, DAY_MS);
  daily.unref();
  return () => clearInterval(daily);
}

/** A bundle that cannot be used never stops enforcement: the built-in one stands in, and the refusal is told. */
function enforcedBundle(path: string | undefined): { enforced: Enforced; refused: string | null } {
  if (path === undefined) return { enforced: enforceBuiltIn(), refused: null };
  const bundle = readBundleFile(path);
  if (!bundle.ok) return { enforced: enforceBuiltIn(), refused: bundle.problem.detail };
  const enforced = enforce(bundle.value, path);
  return enforced.ok
    ? { enforced: enforced.value, refused: null }
    : { enforced: enforceBuiltIn(), refused: enforced.problem };
}

function identityFor(dataDir: string, now: () => Date, tell: Tell): Identity {
  const identity = openIdentity(dataDir, now);
  if (identity.ok) return identity.value;
  tell({ kind: 'problem', detail: identity.problem });
  return temporaryIdentity();
}

function uploaderFor({ collector, tell }: AgentOptions, log: AuditLog, now: () => Date): Uploader | null {
  if (collector === undefined) return null;
  const { url, token } = collector;
  const destination = createCollector(token === undefined ? { url } : { url, token });
  if (!destination.ok) {
    tell({ kind: 'problem', detail: destination.problem });
    return null;
  }
  return createUploader({ log, destinationName: 'collector', send: destination.value.send, now });
}

function describeUpload({ destination, phase, nextAttemptAt, problem }: UploaderState): string {
  const when = nextAttemptAt === null ? '' : ` until ${nextAttemptAt.toISOString()}`;
  return `${destination} ${phase}${when}${problem === null ? '' : ` (${problem})`}`;
}

interface Recorder {
  /** On disk when it returns, or waiting in memory for a disk that takes nothing now: that is told. */
  readonly record: (draft: EventDraft) => void;
  /** Writes what waits, if the disk takes it by now, and has it uploaded. */
  readonly catchUp: () => void;
  /** Why events wait; null when none does. */
  readonly problem: () => string | null;
}

/** Each spell in which the log cannot write is told once and is a limitation while it lasts; enforcement goes on. */
function recorder(log: AuditLog, tell: Tell, uploader: Uploader | null): Recorder {
  let problem: string | null = null;
  const record = (draft: EventDraft): void => {
    const waitedBefore = log.waiting;
    const appended = log.append(draft);
    uploader?.wake();
    if (appended.ok) return;
    problem = appended.problem;
    if (log.waiting === 0) tell({ kind: 'problem', detail: `an event could not be recorded: ${problem}` });
    else if (waitedBefore === 0) {
      tell({ kind: 'problem', detail: `events wait in memory until they can be written: ${problem}` });
    }
  };
  const catchUp = (): void => {
    if (log.waiting > 0 && log.catchUp().ok) uploader?.wake();
  };
  return { record, catchUp, problem: () => (log.waiting === 0 ? log.problem : problem) };
}

function once(action: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | null = null;
  return () => (done ??= action());
}
