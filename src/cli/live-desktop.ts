import { fileURLToPath } from 'node:url';
import { existsSync } from 'node:fs';
import type { Desktop } from '../sense/desktop.ts';
import type { KeeperCommand } from '../sense/keeper-client.ts';
import { createX11Desktop } from '../sense/x11-desktop.ts';
import { x11Available } from '../sense/x11-windows.ts';
import { failed, ok, type Result } from '../shared/result.ts';

/** Is there a desktop here that Clipward can see? The value names it, the problem says what to do. */
export async function liveDesktopAvailable(): Promise<Result<string>> {
  if (process.platform === 'linux') {
    const display = await x11Available(process.env);
    return display.ok ? ok(`X11 display ${display.value}`) : display;
  }
  return failed(
    `on ${process.platform} windows and clipboard are read by the native addon, which this version does not have yet`,
  );
}

/** The live desktop of this session. `dataDir` is where the keeper leaves its note when the agent was killed. */
export function openLiveDesktop(dataDir: string, keeperCommand: KeeperCommand = nodeKeeper()): Desktop {
  return createX11Desktop({
    display: process.env['DISPLAY'] ?? '',
    keeperCommand,
    noteDir: dataDir,
  });
}

/** The keeper under this very Node: bundled beside us in dist/, or as source when we run from there. */
export function nodeKeeper(): KeeperCommand {
  const bundled = fileURLToPath(new URL('../sense/keeper.js', import.meta.url));
  const source = fileURLToPath(new URL('../sense/keeper.ts', import.meta.url));
  return { command: process.execPath, args: [existsSync(bundled) ? bundled : source] };
}
