import { userInfo } from 'node:os';
import { openAgent, type RunningAgent } from '../agent/compose.ts';
import type { Desktop } from '../sense/desktop.ts';
import type { Ask } from '../shared/coaching.ts';
import type { Tell } from '../shared/happening.ts';
import { ok, type Result } from '../shared/result.ts';
import { createThreadedClassifier, type ThreadedClassifier } from './threaded-classifier.ts';
import { becomeTheInstance, type AgentState } from './instance.ts';
import { version } from './version.ts';

export interface HostedOptions {
  readonly host: AgentState['host'];
  readonly desktop: Desktop;
  readonly ask: Ask;
  readonly tell: Tell;
  readonly dataDir: string;
  readonly bundle?: string | undefined;
  /** Address of the HTTPS collector; its token comes from the environment, never from a command line. */
  readonly collector?: string | undefined;
  readonly country?: string | undefined;
}

/** The agent as every host runs it: the only one of its data folder, answering `clipward status`. */
export async function openHostedAgent(options: HostedOptions): Promise<Result<RunningAgent>> {
  const { host, desktop, ask, tell, dataDir, bundle, collector, country } = options;
  const startedAt = new Date().toISOString();
  const starting = {
    holding: false,
    limitations: desktop.limitations,
    bundle: 'starting',
    upload: 'starting',
  };
  let live: RunningAgent['state'] = () => starting;
  const instance = await becomeTheInstance(dataDir, () => {
    const { limitations, ...state } = live();
    const about = { pid: process.pid, host, version, started_at: startedAt, desktop: desktop.name };
    return { ...about, ...state, limitations: [...limitations] };
  });
  if (!instance.ok) return instance;

  let classifier: ThreadedClassifier | undefined;
  const agent = await openAgent({
    desktop,
    classifierFor({ own }) {
      const made = createThreadedClassifier({ own, ...(country === undefined ? {} : { country }) });
      classifier = made;
      return (text) => made.classify(text);
    },
    ask,
    tell,
    dataDir,
    user: userInfo().username,
    agentVersion: version,
    bundlePath: bundle,
    collector:
      collector === undefined
        ? undefined
        : { url: collector, token: process.env['CLIPWARD_COLLECTOR_TOKEN'] },
  });
  if (!agent.ok) {
    await classifier?.stop();
    await instance.value.close();
    return agent;
  }
  const running = agent.value;
  live = () => running.state();
  const stop = async (): Promise<void> => {
    await running.stop();
    await classifier?.stop();
    await instance.value.close();
  };
  return ok({ state: () => running.state(), settled: () => running.settled(), stop });
}
