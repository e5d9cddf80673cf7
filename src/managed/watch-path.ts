import { existsSync, watch, type FSWatcher } from 'node:fs';
import { basename, dirname } from 'node:path';
import { messageOf } from '../shared/result.ts';
import type { Watch, WatchTimes } from './settings-source.ts';

/**
 * Calls back when the file at a whole path may have changed, come or gone. The folder is watched, not the file: tools replace
 * files. While the folder is not there yet, the nearest one above it is watched for it to come. Whatever the system tells or
 * does not tell, it calls back at each poll.
 */
export function watchPath(path: string, changed: () => void, { debounceMs, pollMs }: WatchTimes): Watch {
  let watcher: FSWatcher | null = null;
  let watched: string | null = null;
  let problem: string | null = null;
  let waiting: NodeJS.Timeout | undefined;

  const changedSoon = (): void => {
    clearTimeout(waiting);
    waiting = setTimeout(changed, debounceMs);
    waiting.unref();
  };
  const release = (): void => {
    watcher?.close();
    watcher = null;
    watched = null;
  };
  const giveUp = (error: unknown): void => {
    release();
    problem = `changes of ${path} are noticed late: it cannot be watched (${messageOf(error)})`;
  };
  const arm = (): void => {
    const { folder, next } = nearestFolder(path);
    if (watched === folder) return;
    release();
    try {
      watcher = watch(folder, { persistent: false }, (_event, name) => {
        const itself = name === null || name === basename(folder);
        if (!itself && name !== next) return;
        // Anew: a folder that was removed and made again has the same name and is another one.
        if (itself) release();
        arm();
        changedSoon();
      });
      watcher.on('error', giveUp);
      watched = folder;
      problem = null;
    } catch (error) {
      giveUp(error);
    }
  };

  arm();
  const poll = setInterval(() => {
    release();
    arm();
    changed();
  }, pollMs);
  poll.unref();
  return {
    problem: () => problem,
    stop: () => {
      clearInterval(poll);
      clearTimeout(waiting);
      release();
    },
  };
}

/** The nearest folder above a path that exists, and which of its entries leads to the path. */
function nearestFolder(path: string): { readonly folder: string; readonly next: string } {
  let next = path;
  while (!existsSync(dirname(next)) && dirname(next) !== next) next = dirname(next);
  return { folder: dirname(next), next: basename(next) };
}
