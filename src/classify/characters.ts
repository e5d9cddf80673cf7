/** What single UTF-16 code units are. All take NaN (before or after the text) and answer false for it. */

export const SPACE = 32;
export const HASH = 35;
export const OPEN = 40;
export const CLOSE = 41;
export const PLUS = 43;
export const COMMA = 44;
export const DASH = 45;
export const DOT = 46;
export const SLASH = 47;
export const COLON = 58;
export const AT = 64;
export const BACKSLASH = 92;
export const UNDERSCORE = 95;

export const isDigit = (code: number): boolean => code >= 48 && code <= 57;

export const isAsciiLetter = (code: number): boolean => {
  const lower = code | 0x20;
  return lower >= 97 && lower <= 122;
};

export const isAlphanumeric = (code: number): boolean => isDigit(code) || isAsciiLetter(code);

/** Letters of any script, roughly: from U+00C0 on what is no punctuation, symbol, space, or half of a surrogate pair. */
export const isLetter = (code: number): boolean => {
  if (code < 128) return isAsciiLetter(code);
  if (code < 0xc0) return code === 0xaa || code === 0xb5 || code === 0xba;
  if (code < 0x2000) return code !== 0xd7 && code !== 0xf7;
  return (
    (code >= 0x2c00 && code < 0x3000) ||
    (code >= 0x3040 && code < 0xd800) ||
    (code >= 0xff21 && code < 0xffe0)
  );
};

/**
 * Part of a word or an identifier: such a neighbour means that a number is only a piece of something longer.
 * East Asian letters are not: no space separates them from a number.
 */
export const isWordUnit = (code: number): boolean =>
  isDigit(code) || code === UNDERSCORE || (code < 0x2e80 && isLetter(code));

export const isHexDigit = (code: number): boolean => {
  const lower = code | 0x20;
  return isDigit(code) || (lower >= 97 && lower <= 102);
};

/** What stands between two groups of digits, folded: any one-line space to SPACE, any dash to DASH; 0 for anything else. */
export function separatorKind(code: number): number {
  switch (code) {
    case SPACE:
    case 0xa0:
    case 0x2007:
    case 0x2009:
    case 0x202f:
      return SPACE;
    case DASH:
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2212:
      return DASH;
    case DOT:
    case SLASH:
    case OPEN:
    case CLOSE:
      return code;
    default:
      return 0;
  }
}

/**
 * Is text[start, end) a value of its own, and not a piece of a decimal number, an identifier, a path or a UUID?
 * Neighbouring letters and digits speak against it, and so do `.` `-` `/` `\` `:` `@` that glue one on
 * (`3.` before, `.pdf` after). A colon or slash after a word (`Card:4111…`) is fine. `tolerated` is one code unit that may
 * glue on at the end.
 */
export function standsAlone(text: string, start: number, end: number, tolerated = 0): boolean {
  const before = text.charCodeAt(start - 1);
  const joinBefore = joinOf(before);
  if (joinBefore === WORD) return false;
  if (joinBefore !== LOOSE) {
    const beforeThat = text.charCodeAt(start - 2);
    if (before === COLON ? isDigit(beforeThat) : isWordUnit(beforeThat)) return false;
  }
  const after = text.charCodeAt(end);
  const joinAfter = joinOf(after);
  if (joinAfter === WORD) return false;
  return joinAfter === LOOSE || after === tolerated || !isWordUnit(text.charCodeAt(end + 1));
}

const LOOSE = 0;
const WORD = 1;
const GLUE = 2;

/** How a neighbour holds on to a value: WORD always, GLUE when there is more behind it. */
const joinOf = (code: number): number => (code < 128 ? (ASCII_JOINS[code] ?? LOOSE) : joinBeyond(code));

function joinBeyond(code: number): number {
  if (isWordUnit(code)) return WORD;
  const glues =
    separatorKind(code) === DASH ||
    code === DOT ||
    code === SLASH ||
    code === BACKSLASH ||
    code === COLON ||
    code === AT;
  return glues ? GLUE : LOOSE;
}

const ASCII_JOINS = Uint8Array.from({ length: 128 }, (_, code) => joinBeyond(code));

/** The code units of some one-unit characters, for look-ups. */
export const unitsOf = (marks: string): ReadonlySet<number> =>
  new Set(marks.split('').map((mark) => mark.charCodeAt(0)));
