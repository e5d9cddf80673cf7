import { fileURLToPath } from 'node:url';
import type { Ask } from '../shared/coaching.ts';
import { complain, exit, type ExitCode } from './exit.ts';
import { chooseHost, findElectron, runElectron } from './host.ts';
import { openHostedAgent } from './hosted-agent.ts';
import { liveDesktopAvailable, openLiveDesktop } from './live-desktop.ts';
import { printable, writeLine } from './output.ts';
import { dataDirFor } from './paths.ts';
import { replay } from './replay.ts';
import { createTerminalAsk } from './terminal-ask.ts';
import { version } from './version.ts';
import { wordsFor } from './words.ts';

export interface RunOptions {
  readonly headless?: boolean | undefined;
  readonly terminal?: boolean | undefined;
  readonly data?: string | undefined;
  readonly bundle?: string | undefined;
  readonly collector?: string | undefined;
  readonly country?: string | undefined;
  readonly settings?: string | undefined;
  readonly orPlayRecording?: boolean | undefined;
}

const say = (line: string): void => void process.stdout.write(`${printable(line)}\n`);

/** `clipward run`: picks its host, says which, and guards until it is told to stop. */
export async function run(options: RunOptions): Promise<ExitCode> {
  const headless = options.headless === true;
  const host = chooseHost({
    desktop: await liveDesktopAvailable(),
    electron: () => findElectron(say),
    terminal: headless || options.terminal === true,
  });
  switch (host.kind) {
    case 'electron': {
      await writeLine(`Clipward ${version} in the tray: ${host.why}.`);
      const ended = await runElectron(
        host.binary,
        fileURLToPath(new URL('../app/main.js', import.meta.url)),
        argumentsFor(options),
      );
      return ended.ok
        ? ended.value === 0
          ? exit.ok
          : exit.failure
        : complain(`Electron could not be started: ${ended.problem}`);
    }
    case 'terminal':
      await writeLine(`Clipward ${version} in this terminal: ${host.why}.`);
      return runInTerminal(options, headless);
    case 'none': {
      if (options.orPlayRecording !== true) return complain(`no desktop to guard: ${host.why}`);
      await writeLine(`Clipward ${version} plays a recorded desktop: ${host.why}.`);
      const { data, bundle, country } = options;
      return replay(fileURLToPath(new URL('../../assets/recordings/office-day.json', import.meta.url)), {
        data,
        bundle,
        country,
        report: true,
      });
    }
  }
}

/** What the tray app is told on its command line. The collector's token stays in the environment. */
function argumentsFor({ data, bundle, collector, country, settings }: RunOptions): string[] {
  const pairs = Object.entries({ data, bundle, collector, country, settings });
  return pairs.flatMap(([name, value]) => (value === undefined ? [] : [`--${name}=${value}`]));
}

async function runInTerminal(options: RunOptions, headless: boolean): Promise<ExitCode> {
  // From the first moment on: what the agent waits for may be nothing that keeps a process alive.
  const stopping = toldToStop();
  const dataDir = dataDirFor(options.data);
  const desktop = openLiveDesktop(dataDir);
  const agent = await openHostedAgent({
    host: headless ? 'headless' : 'terminal',
    desktop,
    ask: headless ? nobodyToAsk : createTerminalAsk(process.stdin, say),
    tell: (happening) => say(wordsFor(happening)),
    dataDir,
    bundle: options.bundle,
    collector: options.collector,
    country: options.country,
    settings: options.settings,
  });
  if (!agent.ok) {
    stopping.release();
    return complain(agent.problem);
  }
  const { bundle } = agent.value.state();
  await writeLine(
    `Guarding ${desktop.name} with ${bundle.version}. Events: ${dataDir}. Ctrl+C stops and gives back what is held.`,
  );
  await stopping.told;
  await agent.value.stop();
  stopping.release();
  // A terminal left open for answers would keep the process alive.
  process.stdin.destroy();
  return exit.ok;
}

/** Without anyone to ask, what a policy holds stays held: the safe answer. */
const nobodyToAsk: Ask = () => Promise.resolve(null);

interface Stopping {
  /** Resolves when a signal says that it is time to end. */
  readonly told: Promise<void>;
  /** All is done: the process may end. */
  readonly release: () => void;
}

/** Keeps the process alive until it is released, whatever else is unreferenced between events, and hears the signals to end. */
function toldToStop(): Stopping {
  const { promise: told, resolve } = Promise.withResolvers<void>();
  const alive = setInterval(() => undefined, 60_000);
  const release = (): void => clearInterval(alive);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    // Not `once`: clipboardy listens too while it reads, and ends the process if it finds itself the only listener.
    process.on(signal, () => resolve());
  }
  return { told, release };
}
