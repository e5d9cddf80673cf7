import type { WindowContext } from '../shared/capture.ts';

/** One line of xprop as it was written with LC_ALL=C. */
export type PropertyLine =
  | { readonly name: string; readonly state: 'set'; readonly value: string }
  | { readonly name: string; readonly state: 'not-set' }
  /** No program on this display has used the property's name yet; xprop will never tell it, even if one does later. */
  | { readonly name: string; readonly state: 'unknown' };

/** What xprop is asked of a window, in the order in which it answers. */
export const windowProperties = ['WM_CLASS', '_NET_WM_NAME', 'WM_NAME', '_NET_WM_PID'] as const;

const MAX_NAME = 260;
const MAX_TITLE = 4096;

/** Null for a line that tells no property (an X error, a line of a type xprop shows over several lines). */
export function parseProperty(line: string): PropertyLine | null {
  const missing = /^(\w+): {2}(not found|no such atom on any window)\.$/.exec(line);
  if (missing?.[1] !== undefined)
    return { name: missing[1], state: missing[2] === 'not found' ? 'not-set' : 'unknown' };
  const set = /^(\w+)\(\w+\)(?: =|:) ?(.*)$/.exec(line);
  if (set?.[1] === undefined || set[2] === undefined) return null;
  return { name: set[1], state: 'set', value: set[2] };
}

/** The window of `window id # 0x400001`; null for 0x0 (nothing is active) and for anything else. */
export function parseWindowId(value: string): string | null {
  const id = /^window id # (0x[0-9a-f]+)/.exec(value)?.[1];
  return id === undefined || Number(id) === 0 ? null : id;
}

/**
 * The strings of `"one", "t\303\257wo"`. xprop writes a byte outside printable ASCII as a backslash and three octal
 * digits, or as \n or \t, and puts a backslash before `"` and `\`. Programs put UTF-8 even where the property's type
 * says Latin-1: bytes that are UTF-8 are read as that, all others as Latin-1.
 */
export function parseStrings(value: string): string[] {
  return [...value.matchAll(/"((?:[^"\\]|\\.)*)"/gs)].map((match) => decode(bytesOf(match[1] ?? '')));
}

/** A window as its properties tell it; a property that is absent or odd leaves its field out. */
export function windowFrom(
  properties: ReadonlyMap<string, string>,
  processName: (pid: number) => string | undefined,
): WindowContext {
  const strings = (name: string): string[] => parseStrings(properties.get(name) ?? '');
  const windowClass = strings('WM_CLASS')
    .slice(0, 2)
    .map((part) => part.slice(0, MAX_NAME));
  const title = strings('_NET_WM_NAME')[0] ?? strings('WM_NAME')[0];
  const pid = pidFrom(properties.get('_NET_WM_PID'));
  const process = pid === undefined ? undefined : processName(pid);
  return {
    ...(process !== undefined && { process: process.slice(0, MAX_NAME) }),
    ...(windowClass.length > 0 && { windowClass }),
    ...(title !== undefined && { title: title.slice(0, MAX_TITLE) }),
    ...(pid !== undefined && { pid }),
  };
}

/** Linux process ids are below 2^22 (PID_MAX_LIMIT, proc(5)). */
function pidFrom(value: string | undefined): number | undefined {
  if (value === undefined || !/^\d{1,7}$/.test(value)) return undefined;
  const pid = Number(value);
  return pid > 0 && pid < 2 ** 22 ? pid : undefined;
}

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t' };

function bytesOf(quoted: string): Buffer {
  const parts = [...quoted.matchAll(/\\([0-7]{3})|\\(.)|([^\\]+)/gs)].map(([, octal, escaped, plain]) => {
    if (octal !== undefined) return Buffer.of(Number.parseInt(octal, 8) & 0xff);
    if (escaped !== undefined) return Buffer.from(escapes[escaped] ?? escaped);
    return Buffer.from(plain ?? '');
  });
  return Buffer.concat(parts);
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function decode(bytes: Buffer): string {
  try {
    return strictUtf8.decode(bytes);
  } catch {
    return bytes.toString('latin1');
  }
}
