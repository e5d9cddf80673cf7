import { userInfo } from 'node:os';
import { openAgent, type RunningAgent } from '../agent/compose.ts';
import { nothingForced } from '../managed/system-source.ts';
import type { Desktop } from '../sense/desktop.ts';
import type { Ask } from '../shared/coaching.ts';
import type { Happening, Tell } from '../shared/happening.ts';
import { failed, ok, type Result } from '../shared/result.ts';
import { sleepFor } from '../sync/sleep.ts';
import { openKeyFileStore } from '../sync/sign-in/key-file-seal.ts';
import { createPersonSignIn } from '../sync/sign-in/person-sign-in.ts';
import { graphResourceOf } from '../sync/labels/tenant-labels.ts';
import { labelScopes } from '../sync/sign-in/scopes.ts';
import type { SecretStore } from '../sync/sign-in/secret-store.ts';
import { createWorkshop } from './bundle-workshop.ts';
import type { AgentState } from './agent-state.ts';
import { becomeTheInstance, type Door } from './instance.ts';
import { createTenantConnector, labelSettingsOf } from './label-connection.ts';
import { openBrowser } from './open-browser.ts';
import { openSettings, type SettingsOptions } from './settings-layers.ts';
import { version } from './version.ts';

export interface HostedOptions extends SettingsOptions {
  readonly host: AgentState['host'];
  readonly desktop: Desktop;
  readonly ask: Ask;
  readonly tell: Tell;
  readonly dataDir: string;
  /** The key file's when left out. */
  readonly secrets?: SecretStore;
  /** How the system opens a page; the terminal's way when left out. */
  readonly openBrowser?: typeof openBrowser;
  /** Electron's, which knows the system's proxies; Node's own when left out. */
  readonly fetch?: typeof globalThis.fetch;
}

export interface HostedAgent extends RunningAgent {
  /** What a person can do now: sign in where labels wait for it, quit where the company lets them. */
  offers(): readonly ('sign-in' | 'quit')[];
  /** Signs the person in to the tenant of the settings, in the browser. The value says who it is, the problem what to do. */
  signIn(): Promise<Result<string>>;
}

/** The agent as every host runs it: the only one of its data folder, answering `clipward status`. */
export async function openHostedAgent(options: HostedOptions): Promise<Result<HostedAgent>> {
  const { host, desktop, dataDir } = options;
  const settings = await openSettings(
    options,
    dataDir,
    // What is played is judged by what the command says, whatever this machine is managed with.
    host === 'recording' ? { forced: nothingForced } : { watch: true },
  );
  if (!settings.ok) return settings;
  const managed = settings.value;
  const tell: Tell = (happening) => {
    if (managed.current().LogLevel === 'verdicts' || isTrouble(happening)) options.tell(happening);
  };
  const door = createDoor(options);
  const instance = await becomeTheInstance(dataDir, door);
  if (!instance.ok) {
    managed.stop();
    return instance;
  }
  const problem = (detail: string): void => tell({ kind: 'problem', detail });
  const doorProblem = instance.value.problem;
  if (doorProblem !== null) problem(doorProblem);
  const { secrets = openKeyFileStore(dataDir, problem), fetch } = options;
  const network = fetch === undefined ? {} : { fetch };
  const workshop = createWorkshop({ country: managed.current().Country ?? undefined });
  const agent = await openAgent({
    desktop,
    ask: options.ask,
    tell,
    dataDir,
    user: userInfo().username,
    language: Intl.DateTimeFormat().resolvedOptions().locale,
    agentVersion: version,
    settings: managed,
    prepare: (candidate) => workshop.prepare(candidate),
    builtIn: () => workshop.builtIn(),
    sleep: sleepFor,
    connectTenant: createTenantConnector(managed, {
      secrets,
      tell: problem,
      ...network,
    }),
    collectorToken: () => collectorToken(secrets, problem),
    ...network,
  });
  const end = async (): Promise<void> => {
    await workshop.stop();
    await instance.value.close();
  };
  if (!agent.ok) {
    await end();
    return agent;
  }
  const running = agent.value;
  door.opened(running);
  return ok({
    ...running,
    state: () => {
      const state = running.state();
      return doorProblem === null ? state : { ...state, limitations: [...state.limitations, doorProblem] };
    },
    offers: () => [
      ...(needsSignIn(running) ? (['sign-in'] as const) : []),
      ...(managed.current().MayQuit ? (['quit'] as const) : []),
    ],
    signIn: async () => {
      const { config, graphUrl } = labelSettingsOf(managed);
      if (!config.ok) return config;
      if (!graphUrl.ok) return graphUrl;
      const person = createPersonSignIn({ config: config.value, secrets, tell: problem, ...network });
      const way = { kind: 'browser', openBrowser: options.openBrowser ?? openBrowser } as const;
      const scopes = labelScopes('user', graphResourceOf(graphUrl.value));
      const signedIn = await person.signIn({ way, scopes });
      if (!signedIn.ok) return failed(`${signedIn.problem.detail}; ${signedIn.problem.fix}`);
      await running.syncNow();
      return ok(`Signed in as ${signedIn.value.username}.`);
    },
    stop: async () => {
      await running.stop();
      await end();
    },
  });
}

const isTrouble = ({ kind }: Happening): boolean => kind === 'problem' || kind === 'recovered';

function needsSignIn(agent: RunningAgent): boolean {
  const { labels } = agent.state();
  return labels.kind === 'tenant' && labels.enabled && labels.problem?.kind === 'sign-in-needed';
}

/** What answers at the instance's door, from its first moment on. */
function createDoor({ host, desktop }: HostedOptions): Door & { opened(agent: RunningAgent): void } {
  const startedAt = new Date().toISOString();
  const about = { pid: process.pid, host, version, started_at: startedAt, desktop: desktop.name };
  const starting = {
    holding: false,
    limitations: desktop.limitations,
    upload: 'starting',
    bundle: null,
    labels: null,
    user: null,
    device: null,
  };
  let agent: RunningAgent | null = null;
  return {
    opened: (running) => void (agent = running),
    state: () => ({ ...about, ...(agent?.state() ?? starting) }),
    override: async (code) =>
      agent === null ? { ok: false, problem: 'Clipward is still starting; try again' } : agent.override(code),
    syncNow: async () => {
      await agent?.syncNow();
    },
  };
}

/** From the environment, else from the secret store; never from a command line, which others can read. */
async function collectorToken(
  secrets: SecretStore,
  problem: (detail: string) => void,
): Promise<string | undefined> {
  const given = process.env['CLIPWARD_COLLECTOR_TOKEN'];
  if (given !== undefined) return given;
  const kept = await secrets.read('collector-token');
  if (!kept.ok) problem(`the collector's token cannot be read: ${kept.problem}`);
  return kept.ok ? (kept.value ?? undefined) : undefined;
}
