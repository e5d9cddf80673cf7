/** What a person can do from the tray. */
export type TrayCommand = 'sign-in' | 'quit';

/** What the tray says of the agent. `notes`: what is limited or wrong and how to mend it, one sentence each. */
export interface ShellState {
  readonly kind: 'starting' | 'guarding' | 'holding' | 'limited' | 'error';
  readonly notes: readonly string[];
  /** What can be chosen, from top to bottom. Left out: to quit, as long as nothing else is known. */
  readonly commands?: readonly TrayCommand[];
}

/** A line of text, a line between groups, or something to choose. */
export type TrayRow =
  | { readonly kind: 'text'; readonly label: string }
  | { readonly kind: 'separator' }
  | { readonly kind: 'command'; readonly label: string; readonly command: TrayCommand };

export const headlines: Readonly<Record<ShellState['kind'], string>> = {
  starting: 'Clipward is starting',
  guarding: 'Clipward is guarding what you paste into AI apps',
  holding: 'Clipward is keeping something you copied',
  limited: 'Clipward is guarding, with limits',
  error: 'Clipward is not guarding',
};

/** Characters; menus cut longer lines off, and the end of a note says how to mend it. */
const LINE = 64;

/** The whole tray menu for a state, from top to bottom. */
export function trayMenu({ kind, notes, commands = ['quit'] }: ShellState): readonly TrayRow[] {
  return [
    text(headlines[kind]),
    ...notes.flatMap((note) => [separator, ...linesOf(note).map(text)]),
    ...(commands.length > 0 ? [separator] : []),
    ...commands.map((command): TrayRow => ({ kind: 'command', label: commandLabels[command], command })),
  ];
}

const separator: TrayRow = { kind: 'separator' };

const commandLabels: Readonly<Record<TrayCommand, string>> = {
  'sign-in': 'Sign in to Microsoft…',
  quit: 'Quit Clipward',
};

/** A single & would underline the letter behind it. */
const text = (line: string): TrayRow => ({ kind: 'text', label: line.replaceAll('&', '&&') });

function linesOf(note: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of note.split(/\s+/)) {
    if (line !== '' && line.length + 1 + word.length > LINE) {
      lines.push(line);
      line = '';
    }
    line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

/** File names in assets/icons/tray. macOS colours a template image itself; others show it as it is. */
export function trayIcon(kind: ShellState['kind'], platform: NodeJS.Platform): string {
  const shape = kind === 'starting' ? 'limited' : kind;
  return platform === 'darwin' ? `${shape}Template.png` : `${shape}.png`;
}
