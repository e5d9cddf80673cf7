import { readFileSync, readlinkSync } from 'node:fs';
import { basename } from 'node:path';

/**
 * The file name of a process's program (`firefox`), from /proc; undefined when the process is gone or belongs to
 * nobody we may ask about. A pid told by a window in a container or on another machine may name the wrong process.
 */
export function processName(pid: number): string | undefined {
  // An updated program's link ends in " (deleted)" until it is started again.
  const program = read(() => basename(readlinkSync(`/proc/${pid}/exe`)).replace(/ \(deleted\)$/, ''));
  // The program's path is hidden for other users' processes; `comm` is open to all but cut to 15 bytes.
  return program ?? read(() => readFileSync(`/proc/${pid}/comm`, 'utf8').trimEnd());
}

/** A process that ended, or that we may not look at, has no name to tell: that is an answer here, not a failure. */
function read(attempt: () => string): string | undefined {
  try {
    return attempt() || undefined;
  } catch {
    return undefined;
  }
}
