import { chmodSync, mkdirSync, rmSync } from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { dirname } from 'node:path';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { parseJson } from '../shared/json.ts';
import { failed, messageOf, ok, type Result } from '../shared/result.ts';
import { agentStateSchema, type AgentState } from './agent-state.ts';
import { linesOf } from './input.ts';
import { socketPathFor } from './paths.ts';

/** What may be asked of a running agent, by programs of the same person. One line of JSON; the answer is JSON to the end. */
const requestSchema = z.discriminatedUnion('ask', [
  z.strictObject({ ask: z.literal('state') }),
  z.strictObject({ ask: z.literal('override'), code: z.string().min(1).max(20_000) }),
  /** For a newer bundle and for labels, now. */
  z.strictObject({ ask: z.literal('sync') }),
]);
type AgentRequest = z.infer<typeof requestSchema>;

const outcomeSchema = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), value: z.string() }),
  z.strictObject({ ok: z.literal(false), problem: z.string() }),
]);

/** What the agent answers at its door. */
export interface Door {
  state(): AgentState;
  override(code: string): Promise<Result<string>>;
  syncNow(): Promise<void>;
}

export interface Instance {
  /** Why nobody can ask this agent anything; null when they can. It guards all the same. */
  readonly problem: string | null;
  close(): Promise<void>;
}

/** Longer requests are none of ours. */
const MAX_REQUEST_UNITS = 32 * 1024;
const ASK_TIMEOUT_MS = 2000;
/** What is being classified, and a disk that is busy, come first. */
const OVERRIDE_TIMEOUT_MS = 15_000;
/** A newer bundle, or labels, may take a while to come. */
const SYNC_TIMEOUT_MS = 60_000;

/**
 * Makes this process the one agent of a data folder: a second one could fight it over the clipboard.
 * The same door answers `clipward status`. A socket left by a killed agent answers nobody and is taken over. Where no door can be
 * made, as on a disk that takes nothing, there is none; the problem is a second agent alone.
 */
export async function becomeTheInstance(dataDir: string, door: Door): Promise<Result<Instance>> {
  const path = socketPathFor(dataDir);
  const running = await askInstance(dataDir);
  if (running !== null) return failed(`Clipward already runs for this data folder (process ${running.pid})`);
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    mkdirSync(dirname(path), { recursive: true });
    if (process.platform !== 'win32') rmSync(path, { force: true });
    const visitors = new Set<Socket>();
    const server = await listen(path, door, visitors);
    if (process.platform !== 'win32') chmodSync(path, 0o600);
    return ok({ problem: null, close: () => closeDoor(server, visitors) });
  } catch (error) {
    const problem = `${path}: cannot be opened (${messageOf(error)}), so \`clipward status\` and override codes do not reach this agent`;
    return ok({ problem, close: () => Promise.resolve() });
  }
}

/** The state of the agent that runs for a data folder; null when none answers. */
export async function askInstance(dataDir: string): Promise<AgentState | null> {
  const answer = await ask(dataDir, { ask: 'state' }, ASK_TIMEOUT_MS);
  const state = answer === null ? null : parseJson(agentStateSchema, answer, 'agent');
  return state?.ok === true ? state.value : null;
}

/** Gives an override code to the running agent. The value says what passes, the problem why nothing does; null: none runs. */
export const giveOverride = (dataDir: string, code: string): Promise<Result<string> | null> =>
  askForOutcome(dataDir, { ask: 'override', code }, OVERRIDE_TIMEOUT_MS);

/** Has the running agent look for a newer bundle and for labels now; resolves when it has. Null: none runs. */
export const askToSync = (dataDir: string): Promise<Result<string> | null> =>
  askForOutcome(dataDir, { ask: 'sync' }, SYNC_TIMEOUT_MS);

/** What is said where nobody answers. */
export const NO_AGENT = 'no agent runs for this data folder; start it with `clipward run`';

async function askForOutcome(
  dataDir: string,
  request: AgentRequest,
  timeoutMs: number,
): Promise<Result<string> | null> {
  const answer = await ask(dataDir, request, timeoutMs);
  if (answer === null) return null;
  const outcome = parseJson(outcomeSchema, answer, 'agent');
  return outcome.ok ? outcome.value : outcome;
}

/** Null: nothing there, or nothing that answers; both mean that no agent runs. */
async function ask(dataDir: string, request: AgentRequest, timeoutMs: number): Promise<string | null> {
  const socket = connect(socketPathFor(dataDir));
  socket.setTimeout(timeoutMs, () => socket.destroy());
  try {
    socket.write(`${JSON.stringify(request)}\n`);
    const answer = await text(socket);
    return answer === '' ? null : answer;
  } catch {
    return null;
  } finally {
    socket.destroy();
  }
}

/** Whoever still asks is not waited for: a program that says nothing would keep the agent from ending. */
function closeDoor(server: Server, visitors: ReadonlySet<Socket>): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  for (const visitor of visitors) visitor.destroy();
  return closed;
}

function listen(path: string, door: Door, visitors: Set<Socket>): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => {
      visitors.add(socket);
      socket.on('close', () => visitors.delete(socket));
      socket.on('error', () => socket.destroy());
      socket.setTimeout(SYNC_TIMEOUT_MS, () => socket.destroy());
      void answer(socket, door);
    });
    server.once('error', reject);
    server.listen(path, () => resolve(server));
    server.unref();
  });
}

async function answer(socket: Socket, door: Door): Promise<void> {
  try {
    const { value: line = '' } = await linesOf(socket, MAX_REQUEST_UNITS).next();
    const request = parseJson(requestSchema, line, 'request');
    socket.end(JSON.stringify(request.ok ? await answerTo(request.value, door) : request));
  } catch (error) {
    // Whoever asked is gone, or there is a bug: they are told as far as they still listen.
    socket.end(JSON.stringify(failed(`internal error: ${messageOf(error)}`)));
  }
}

async function answerTo(request: AgentRequest, door: Door): Promise<AgentState | Result<string>> {
  switch (request.ask) {
    case 'state':
      return door.state();
    case 'override':
      return door.override(request.code);
    case 'sync':
      await door.syncNow();
      return ok('done');
  }
}
