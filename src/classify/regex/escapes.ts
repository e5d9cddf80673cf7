import {
  complement,
  DIGITS,
  HORIZONTAL,
  propertySet,
  SPACES,
  union,
  WORD,
  PAIR,
  type UnitSet,
} from './unit-set.ts';

/** What a backslash and what follows it mean. `end` is where the source goes on. */
export type Escape =
  | { readonly kind: 'units'; readonly units: UnitSet; readonly end: number }
  /** One character; beyond U+FFFF it is two code units. */
  | { readonly kind: 'character'; readonly code: number; readonly end: number }
  | { readonly kind: 'border'; readonly rule: 'differ' | 'same'; readonly end: number }
  | { readonly kind: 'reference'; readonly to: string; readonly end: number }
  | { readonly kind: 'refused'; readonly reason: string };

const named: Readonly<Record<string, UnitSet>> = {
  d: DIGITS,
  D: complement(DIGITS),
  w: WORD,
  W: complement(WORD),
  s: SPACES,
  S: complement(SPACES),
  h: HORIZONTAL,
  H: complement(HORIZONTAL),
};

const controls: Readonly<Record<string, number>> = { t: 9, n: 10, v: 11, f: 12, r: 13, '0': 0 };

const insteadOf: Readonly<Record<string, string>> = {
  A: 'write ^ without the multiline flag',
  z: 'write $ without the multiline flag',
  Z: 'write $ without the multiline flag',
  G: 'where the last match ended is not known; leave it out',
  K: 'write a look-behind (?<=…), or one capturing group around what is wanted',
  Q: 'put a backslash before each special character',
  E: 'leave it out',
  R: 'write (?:\\r\\n|\\n|\\r)',
  X: 'write . or a class of the characters meant',
  N: 'write [^\\n]',
};

/**
 * Reads the escape at `at`, where a backslash stands. `pairs` is true for expressions with the u flag: their negated
 * sets hold characters beyond U+FFFF too.
 */
export function readEscape(source: string, at: number, inClass: boolean, pairs: boolean): Escape {
  const letter = source[at + 1];
  const end = at + 2;
  if (letter === undefined)
    return refused('nothing follows the backslash; write \\\\ for a backslash itself');
  const units = named[letter];
  if (units !== undefined) return { kind: 'units', units: withPairs(units, pairs && letter < 'a'), end };
  if (letter === 'b' && inClass) return { kind: 'character', code: 8, end };
  if ((letter === 'b' || letter === 'B') && !inClass) {
    return { kind: 'border', rule: letter === 'b' ? 'differ' : 'same', end };
  }
  const digit = source.charCodeAt(end);
  if (letter === '0' && digit >= 48 && digit <= 57) {
    return refused('octal escapes are not supported; write \\xHH');
  }
  const control = controls[letter];
  if (control !== undefined) return { kind: 'character', code: control, end };
  switch (letter) {
    case 'x':
      return readHex(source, end, 2, '\\xHH');
    case 'u':
      return source[end] === '{' ? readBraced(source, end) : readHex(source, end, 4, '\\uHHHH or \\u{H…}');
    case 'c':
      return readControl(source, end);
    case 'p':
    case 'P':
      return readProperty(source, end, letter === 'P', pairs);
    case 'k':
      return readNamedReference(source, end);
    default:
      return readOther(source, at, letter);
  }
}

const refused = (reason: string): Escape => ({ kind: 'refused', reason });

const withPairs = (units: UnitSet, pairs: boolean): UnitSet => (pairs ? union([units, [PAIR, PAIR]]) : units);

function readOther(source: string, at: number, letter: string): Escape {
  if (/^[1-9]$/.test(letter)) {
    const digits = /^\d{1,4}/.exec(source.slice(at + 1, at + 5))?.[0] ?? letter;
    return { kind: 'reference', to: digits, end: at + 1 + digits.length };
  }
  const code = source.codePointAt(at + 1) ?? 0;
  if (/^[A-Za-z]$/.test(letter)) {
    const instead = insteadOf[letter] ?? 'write the letter alone, or \\\\ for a backslash itself';
    return refused(`\\${letter} is not supported; ${instead}`);
  }
  return { kind: 'character', code, end: at + (code > 0xffff ? 3 : 2) };
}

function readHex(source: string, from: number, digits: number, form: string): Escape {
  const written = source.slice(from, from + digits);
  if (written.length < digits || !/^[0-9A-Fa-f]{1,4}$/.test(written)) {
    return refused(`expected ${form} with hexadecimal digits`);
  }
  const code = Number.parseInt(written, 16);
  const end = from + digits;
  const low = source.slice(end, end + 6);
  // Two escaped halves of one character, such as \uD83D\uDE00.
  if (code >= 0xd800 && code < 0xdc00 && /^\\u[Dd][C-Fc-f][0-9A-Fa-f]{2}$/.test(low)) {
    const second = Number.parseInt(low.slice(2), 16);
    return { kind: 'character', code: (code - 0xd800) * 0x400 + (second - 0xdc00) + 0x10000, end: end + 6 };
  }
  return { kind: 'character', code, end };
}

function readBraced(source: string, from: number): Escape {
  const written = /^\{([0-9A-Fa-f]{1,6})\}/.exec(source.slice(from, from + 8));
  const code = Number.parseInt(written?.[1] ?? '', 16);
  if (written === null || code > 0x10ffff) return refused('expected \\u{H…} with a code point up to 10FFFF');
  return { kind: 'character', code, end: from + written[0].length };
}

function readControl(source: string, from: number): Escape {
  const letter = source.slice(from, from + 1);
  if (!/^[A-Za-z]$/.test(letter)) return refused('expected a letter after \\c');
  return { kind: 'character', code: letter.charCodeAt(0) % 32, end: from + 1 };
}

function readProperty(source: string, from: number, negated: boolean, pairs: boolean): Escape {
  // Perl's short form \pL too.
  const written = /^(?:\{([^{}]{1,80})\}|([A-Z]))/.exec(source.slice(from, from + 82));
  const name = written?.[1] ?? written?.[2];
  const units = name === undefined ? undefined : propertySet(name);
  if (written === null || units === undefined) {
    return refused(
      'there is no such Unicode property; write one such as \\p{L}, \\p{Lu}, \\p{Nd}, \\p{Script=Greek}',
    );
  }
  return {
    kind: 'units',
    units: withPairs(negated ? complement(units) : units, pairs),
    end: from + written[0].length,
  };
}

function readNamedReference(source: string, from: number): Escape {
  const written = /^<([^>]{1,80})>/.exec(source.slice(from, from + 82));
  if (written?.[1] === undefined) return refused('expected \\k<name>; write \\\\k for a backslash and a k');
  return { kind: 'reference', to: written[1], end: from + written[0].length };
}
