import type { Ask } from '../shared/coaching.ts';
import { messageOf, type Result } from '../shared/result.ts';
import { createShell, prepareElectron, type Shell, type ShellOptions } from './shell.ts';
import type { ShellState, TrayCommand } from './tray-menu.ts';

/** Milliseconds between two looks at the agent's state for the tray. */
const STATE_EVERY_MS = 1_000;

export interface HostedAgent {
  /** Gives back what is held and closes everything. */
  stop(): Promise<void>;
  state(): AgentState;
  /** What the tray offers now. */
  offers(): readonly TrayCommand[];
  /** Signs the person in to Microsoft in their browser. The problem says what to do. */
  signIn(): Promise<Result<string>>;
}

export interface AgentState {
  readonly holding: boolean;
  /** What cannot be seen or done now, one sentence each with the way to mend it. */
  readonly limitations: readonly string[];
}

export interface HostOptions extends ShellOptions {
  /** Opens the agent with the person reachable through `ask`. A problem says what to do. */
  readonly openAgent: (ask: Ask) => Promise<Result<HostedAgent>>;
}

/**
 * The whole life of the app: one instance, tray and hidden window, agent, and giving everything back at the end.
 * Resolves when the agent runs or could not be opened, which the tray then says.
 */
export async function runHost(options: HostOptions): Promise<void> {
  const { electron, tell } = options;
  if (!electron.app.requestSingleInstanceLock()) {
    electron.app.quit();
    return;
  }
  prepareElectron(electron, tell);
  await electron.app.whenReady();
  const shell = await createShell(options);
  const opening = openSafely(options, shell);
  shell.onQuit(async () => {
    const opened = await opening;
    if (opened.ok) await opened.value.stop();
  });
  const agent = await opening;
  if (!agent.ok) {
    tell(agent.problem);
    shell.setState({ kind: 'error', notes: [agent.problem] });
    return;
  }
  watch(agent.value, shell, tell);
}

async function openSafely({ openAgent }: HostOptions, shell: Shell): Promise<Result<HostedAgent>> {
  try {
    return await openAgent(shell.ask);
  } catch (error) {
    return {
      ok: false,
      problem: `Clipward could not start (${messageOf(error)}). Quit it and start it again.`,
    };
  }
}

function watch(agent: HostedAgent, shell: Shell, tell: (line: string) => void): void {
  const refresh = (): void => shell.setState({ ...shellStateOf(agent.state()), commands: agent.offers() });
  const signIn = async (): Promise<void> => {
    const signedIn = await agent.signIn();
    tell(signedIn.ok ? signedIn.value : signedIn.problem);
    refresh();
  };
  shell.onCommand('sign-in', () => {
    signIn().catch((error: unknown) => tell(`Signing in failed: ${messageOf(error)}.`));
  });
  refresh();
  setInterval(refresh, STATE_EVERY_MS).unref();
}

/** Something held matters most to the person in front; limits stay listed below it. */
export function shellStateOf({ holding, limitations }: AgentState): ShellState {
  const kind = holding ? 'holding' : limitations.length > 0 ? 'limited' : 'guarding';
  return { kind, notes: limitations };
}
