import { homedir, tmpdir } from 'node:os';
import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';

/** Where this person's Clipward keeps its database, key and socket: `--data`, CLIPWARD_DATA, or the system's usual place. */
export function dataDirFor(option: string | undefined): string {
  const chosen = option ?? process.env['CLIPWARD_DATA'];
  if (chosen !== undefined && chosen !== '') return resolve(chosen);
  if (process.platform === 'win32') {
    return join(process.env['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local'), 'Clipward');
  }
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Clipward');
  return join(process.env['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share'), 'clipward');
}

/** Recorded sessions keep their own database, so that nothing played is ever taken for something that happened. */
export const recordingsDirFor = (option: string | undefined): string =>
  option === undefined ? join(dataDirFor(undefined), 'recordings') : resolve(option);

/** Unix socket paths are limited to about 104 bytes; a longer one moves to the temporary folder under a hash of it. */
const MAX_SOCKET_PATH = 100;

/** The agent's own door: a pipe on Windows, a socket in the data folder elsewhere. No TCP port is ever opened. */
export function socketPathFor(dataDir: string): string {
  const hash = createHash('sha256').update(dataDir).digest('hex').slice(0, 16);
  if (process.platform === 'win32') return `\\\\.\\pipe\\clipward-${hash}`;
  const path = join(dataDir, 'agent.sock');
  return Buffer.byteLength(path) <= MAX_SOCKET_PATH ? path : join(tmpdir(), `clipward-${hash}.sock`);
}
