import { lstat, realpath } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Stats } from 'node:fs';

/** What stands at a path, and whether nobody but the trusted owner can put something else there. */
export type PathTrust =
  | { readonly kind: 'trusted'; readonly realPath: string }
  /** Nothing stands there, and nobody else could have taken it away. */
  | { readonly kind: 'absent' }
  | { readonly kind: 'untrusted'; readonly problem: string };

const OTHERS_MAY_WRITE = 0o022;
const STICKY = 0o1000;

/**
 * Looks at a file and at every folder above it, as it is written and, where links are on the way, as it really is: each must
 * belong to `trustedOwner` or root, and nobody else may write there. (In a sticky folder such as /tmp others cannot replace what
 * is not theirs.) For systems with POSIX permissions. Rejects with the file system's error when something cannot be looked at.
 */
export async function trustOf(path: string, trustedOwner: number): Promise<PathTrust> {
  const owners = new Set([0, trustedOwner]);
  const asWritten = await checkDown(path, owners);
  if (asWritten.kind === 'untrusted') return asWritten;
  // Behind a link others may have taken it away. A link to nothing is not absent: somebody meant something to be there.
  const there = asWritten.kind === 'absent' ? asWritten.below : path;
  const realPath = await realpath(there);
  const asItIs = realPath === there ? asWritten : await checkDown(realPath, owners);
  return asWritten.kind === 'absent' && asItIs.kind === 'trusted' ? { kind: 'absent' } : asItIs;
}

type Checked = Exclude<PathTrust, { kind: 'absent' }> | { readonly kind: 'absent'; readonly below: string };

async function checkDown(path: string, owners: ReadonlySet<number>): Promise<Checked> {
  for (const part of partsOf(path)) {
    const stats = await statsOf(part);
    if (stats === null) return { kind: 'absent', below: dirname(part) };
    const problem = problemWith(part, stats, owners);
    if (problem !== null) return { kind: 'untrusted', problem };
  }
  return { kind: 'trusted', realPath: path };
}

/** `/`, `/etc`, `/etc/clipward`, …: from the top down to the path itself. */
function partsOf(path: string): string[] {
  const parts = [path];
  for (let part = path; dirname(part) !== part; part = dirname(part)) parts.unshift(dirname(part));
  return parts;
}

async function statsOf(path: string): Promise<Stats | null> {
  try {
    return await lstat(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

function problemWith(path: string, stats: Stats, owners: ReadonlySet<number>): string | null {
  if (!owners.has(stats.uid)) {
    return `${path} belongs to user ${stats.uid}, not to root; run chown root ${path}`;
  }
  // A link has no permissions of its own.
  if (stats.isSymbolicLink()) return null;
  const isSafeFolder = stats.isDirectory() && (stats.mode & STICKY) !== 0;
  if ((stats.mode & OTHERS_MAY_WRITE) === 0 || isSafeFolder) return null;
  return `${path} can be changed by others than root; run chmod go-w ${path}`;
}
