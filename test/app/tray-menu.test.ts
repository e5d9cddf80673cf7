import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { trayIcon, trayMenu, type ShellState, type TrayCommand } from '../../src/app/tray-menu.ts';

const kinds = ['starting', 'guarding', 'holding', 'limited', 'error'] as const;

const labelsOf = (state: ShellState): string[] =>
  trayMenu(state).map((row) => (row.kind === 'separator' ? '---' : row.label));

describe('the tray menu', () => {
  it.each<[ShellState, string[]]>([
    [
      { kind: 'guarding', notes: [] },
      ['Clipward is guarding what you paste into AI apps', '---', 'Quit Clipward'],
    ],
    [{ kind: 'holding', notes: [] }, ['Clipward is keeping something you copied', '---', 'Quit Clipward']],
    [
      {
        kind: 'limited',
        notes: ['Wayland hides the clipboard. Log in with X11 & try again.', 'No key listener.'],
      },
      [
        'Clipward is guarding, with limits',
        '---',
        'Wayland hides the clipboard. Log in with X11 && try again.',
        '---',
        'No key listener.',
        '---',
        'Quit Clipward',
      ],
    ],
    [
      {
        kind: 'error',
        notes: [
          'The database cannot be opened because the disk is full: free some space and start Clipward again.',
        ],
      },
      [
        'Clipward is not guarding',
        '---',
        'The database cannot be opened because the disk is full: free',
        'some space and start Clipward again.',
        '---',
        'Quit Clipward',
      ],
    ],
  ])('for %j says what is the matter, one line after the other', (state, labels) => {
    expect(labelsOf(state)).toEqual(labels);
  });

  it('offers only one thing to choose', () => {
    const commands = trayMenu({ kind: 'limited', notes: ['a', 'b'] }).filter((row) => row.kind === 'command');
    expect(commands).toEqual([{ kind: 'command', label: 'Quit Clipward', command: 'quit' }]);
  });
});

describe('what can be chosen in the tray', () => {
  it.each<[readonly TrayCommand[], string[]]>([
    [[], []],
    [['quit'], ['Quit Clipward']],
    [
      ['sign-in', 'quit'],
      ['Sign in to Microsoft…', 'Quit Clipward'],
    ],
  ])('is %j', (commands, labels) => {
    const menu = trayMenu({ kind: 'guarding', notes: [], commands });
    expect(menu.flatMap((row) => (row.kind === 'command' ? [row.label] : []))).toEqual(labels);
    expect(menu.filter((row) => row.kind === 'separator')).toHaveLength(labels.length > 0 ? 1 : 0);
  });
});

describe('the tray icon', () => {
  const platforms = ['win32', 'darwin', 'linux'] as const;
  const rows = kinds.flatMap((kind) => platforms.map((platform) => [kind, platform] as const));

  it.each(rows)('for %s on %s is there in both sizes', (kind, platform) => {
    const file = join(import.meta.dirname, '../../assets/icons/tray', trayIcon(kind, platform));
    expect([existsSync(file), existsSync(file.replace('.png', '@2x.png'))]).toEqual([true, true]);
  });

  it('is a template image on macOS alone, which colours it for its menu bar', () => {
    expect(platforms.map((platform) => trayIcon('holding', platform))).toEqual([
      'holding.png',
      'holdingTemplate.png',
      'holding.png',
    ]);
  });
});
