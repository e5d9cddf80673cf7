import { existsSync, renameSync } from 'node:fs';

/**
 * Renames a file or folder that cannot be used to `<path>.<word>-<UTC time>`, so that a new one can take its place.
 * Nothing is ever deleted or overwritten. Returns the new path; throws the file system's error when renaming fails.
 */
export function setAside(path: string, word: string, now: Date): string {
  const target = freePath(`${path}.${word}-${now.toISOString().replaceAll(/[-:.]/g, '')}`);
  renameSync(path, target);
  return target;
}

function freePath(wanted: string): string {
  let free = wanted;
  for (let copy = 2; existsSync(free); copy += 1) free = `${wanted}-${copy}`;
  return free;
}
