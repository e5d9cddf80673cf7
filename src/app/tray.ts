import { isDeepStrictEqual } from 'node:util';
import { join } from 'node:path';
import type { MenuItemConstructorOptions } from 'electron';
import type { ElectronFace } from './electron-face.ts';
import {
  headlines,
  trayIcon,
  trayMenu,
  type ShellState,
  type TrayCommand,
  type TrayRow,
} from './tray-menu.ts';

export interface TrayIcon {
  /** Shows this state. The same state again changes nothing, so an open menu stays open. */
  show(state: ShellState): void;
}

/** Puts Clipward into the tray. Keep the result: a tray that is garbage-collected vanishes. `choose`: the person chose this. */
export function createTray(
  electron: ElectronFace,
  iconDir: string,
  platform: NodeJS.Platform,
  choose: (command: TrayCommand) => void,
): TrayIcon {
  const pathOf = (kind: ShellState['kind']): string => join(iconDir, 'tray', trayIcon(kind, platform));
  const tray = new electron.Tray(pathOf('starting'));
  let shown: ShellState | null = null;
  return {
    show: (state) => {
      if (isDeepStrictEqual(state, shown)) return;
      shown = state;
      tray.setImage(pathOf(state.kind));
      tray.setToolTip(headlines[state.kind]);
      // Linux trays show a change only when the whole menu is set again.
      tray.setContextMenu(
        electron.Menu.buildFromTemplate(trayMenu(state).map((row) => itemFor(row, choose))),
      );
    },
  };
}

function itemFor(row: TrayRow, choose: (command: TrayCommand) => void): MenuItemConstructorOptions {
  switch (row.kind) {
    case 'separator':
      return { type: 'separator' };
    case 'text':
      return { label: row.label, enabled: false };
    case 'command':
      return { label: row.label, click: () => choose(row.command) };
  }
}
