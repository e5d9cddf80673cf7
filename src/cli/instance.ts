import { chmodSync, mkdirSync, rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { dirname } from 'node:path';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { parseJson } from '../shared/json.ts';
import { failed, messageOf, ok, type Result } from '../shared/result.ts';
import { socketPathFor } from './paths.ts';

/** What a running agent says of itself to `clipward status`. */
export const agentStateSchema = z.strictObject({
  pid: z.int().positive(),
  host: z.enum(['electron', 'terminal', 'headless', 'recording']),
  version: z.string(),
  started_at: z.string(),
  desktop: z.string(),
  bundle: z.string(),
  holding: z.boolean(),
  /** What it cannot see or do now, with the way to mend it. */
  limitations: z.array(z.string()),
  upload: z.string(),
});
export type AgentState = z.infer<typeof agentStateSchema>;

export interface Instance {
  close(): Promise<void>;
}

/**
 * Makes this process the one agent of a data folder: a second one could fight it over the clipboard.
 * The same door answers `clipward status`. A socket left by a killed agent answers nobody and is taken over.
 */
export async function becomeTheInstance(dataDir: string, state: () => AgentState): Promise<Result<Instance>> {
  const path = socketPathFor(dataDir);
  const running = await askInstance(dataDir);
  if (running !== null) return failed(`Clipward already runs for this data folder (process ${running.pid})`);
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    mkdirSync(dirname(path), { recursive: true });
    if (process.platform !== 'win32') rmSync(path, { force: true });
    const server = await listen(path, state);
    if (process.platform !== 'win32') chmodSync(path, 0o600);
    return ok({ close: () => new Promise((resolve) => server.close(() => resolve())) });
  } catch (error) {
    return failed(`${path}: cannot be opened for \`clipward status\` (${messageOf(error)})`);
  }
}

/** The state of the agent that runs for a data folder; null when none answers. */
export async function askInstance(dataDir: string): Promise<AgentState | null> {
  const socket = connect(socketPathFor(dataDir));
  socket.setTimeout(2000, () => socket.destroy());
  try {
    const answer = parseJson(agentStateSchema, await text(socket), 'agent');
    return answer.ok ? answer.value : null;
  } catch {
    // Nothing there, or nothing that answers: both mean that no agent runs.
    return null;
  } finally {
    socket.destroy();
  }
}

function listen(path: string, state: () => AgentState): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => {
      socket.on('error', () => socket.destroy());
      socket.end(JSON.stringify(state()));
    });
    server.once('error', reject);
    server.listen(path, () => resolve(server));
    server.unref();
  });
}
