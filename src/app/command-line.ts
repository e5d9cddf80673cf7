import { parseArgs } from 'node:util';

/** What `clipward run` hands to the tray app. */
export interface TrayOptions {
  readonly data?: string;
  readonly bundle?: string;
  readonly collector?: string;
  readonly country?: string;
  readonly settings?: string;
}

const names = ['data', 'bundle', 'collector', 'country', 'settings'] as const;

/** Reads `--name=value`. Anything else is left alone: Chromium has switches of its own on the same line. */
export function readCommandLine(args: readonly string[]): TrayOptions {
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]));
  const { values } = parseArgs({ args: [...args], options, strict: false });
  const given = names.flatMap((name) => {
    const value = values[name];
    return typeof value === 'string' && value !== '' ? [[name, value] as const] : [];
  });
  return Object.fromEntries(given);
}

/** First argument of a packaged Clipward that is to be the keeper (src/sense/keeper.ts) instead of the tray app. */
export const KEEPER_SWITCH = '--keeper';
