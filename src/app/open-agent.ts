import { userInfo } from 'node:os';
import { openAgent } from '../agent/compose.ts';
import { becomeTheInstance } from '../cli/instance.ts';
import { version } from '../cli/version.ts';
import { wordsFor } from '../cli/words.ts';
import type { Desktop } from '../sense/desktop.ts';
import type { Ask } from '../shared/coaching.ts';
import { ok, type Result } from '../shared/result.ts';
import type { TrayOptions } from './command-line.ts';
import type { HostedAgent } from './host.ts';

export interface OpenOptions {
  readonly desktop: Desktop;
  readonly ask: Ask;
  readonly dataDir: string;
  readonly tell: (line: string) => void;
  readonly chosen: TrayOptions;
  readonly collectorToken: string | undefined;
}

/** The agent as the tray app hosts it: the one of its data folder, answering `clipward status`. */
export async function openHostedAgent(options: OpenOptions): Promise<Result<HostedAgent>> {
  const { desktop, ask, dataDir, tell, chosen } = options;
  const startedAt = new Date().toISOString();
  const starting = {
    holding: false,
    limitations: desktop.limitations,
    bundle: 'starting',
    upload: 'starting',
  };
  let live: () => typeof starting = () => starting;
  const instance = await becomeTheInstance(dataDir, () => ({
    pid: process.pid,
    host: 'electron',
    version,
    started_at: startedAt,
    desktop: desktop.name,
    ...live(),
    limitations: [...live().limitations],
  }));
  if (!instance.ok) return instance;

  const agent = await openAgent({
    desktop,
    ask,
    tell: (happening) => tell(wordsFor(happening)),
    dataDir,
    user: userInfo().username,
    agentVersion: version,
    bundlePath: chosen.bundle,
    collector:
      chosen.collector === undefined ? undefined : { url: chosen.collector, token: options.collectorToken },
    country: chosen.country,
  });
  if (!agent.ok) {
    await instance.value.close();
    return agent;
  }
  live = () => agent.value.state();
  return ok({
    state: () => agent.value.state(),
    stop: async () => {
      await agent.value.stop();
      await instance.value.close();
    },
  });
}
