import {
  COLON,
  DASH,
  DOT,
  isDigit,
  isHexDigit,
  isWordUnit,
  PLUS,
  separatorKind,
  SPACE,
} from './characters.ts';

/**
 * Where a UUID (RFC 9562) or a timestamp (RFC 3339) that begins at `start` ends; 0 when there is none. `end` is where the run of
 * letters and digits at `start` ends. Such values fill logs and identify nobody; a secret in the form of a UUID is told by the
 * word before it, which reads on by itself.
 */
export function skipFrom(text: string, start: number, end: number): number {
  if (text.charCodeAt(end) !== DASH) return 0;
  const size = end - start;
  if (size === 8) return uuidEnd(text, start);
  return size === 4 ? timestampEnd(text, start) : 0;
}

const UUID_LENGTH = 36;
const UUID_DASHES = [8, 13, 18, 23] as const;

function uuidEnd(text: string, start: number): number {
  for (const place of UUID_DASHES) if (text.charCodeAt(start + place) !== DASH) return 0;
  for (let place = 0; place < UUID_LENGTH; place++) {
    const code = text.charCodeAt(start + place);
    if (code !== DASH && !isHexDigit(code)) return 0;
  }
  const end = start + UUID_LENGTH;
  return isWordUnit(text.charCodeAt(end)) ? 0 : end;
}

/**
 * Is the run of digits [start, end) the beginning of a plain decimal number, `12.345`, or of a date, `2026-01-31`? No value of a
 * fixed shape is written so.
 */
export function isDecimalOrDate(text: string, start: number, end: number): boolean {
  const mark = text.charCodeAt(end);
  if (mark === DOT) {
    let stop = end + 1;
    while (isDigit(text.charCodeAt(stop))) stop++;
    return stop > end + 1 && separatorKind(text.charCodeAt(stop)) === 0 && !isWordUnit(text.charCodeAt(stop));
  }
  return (
    mark === DASH &&
    end - start === 4 &&
    areDigits(text, end + 1, 2) &&
    text.charCodeAt(end + 3) === DASH &&
    areDigits(text, end + 4, 2) &&
    separatorKind(text.charCodeAt(end + 6)) === 0 &&
    !isWordUnit(text.charCodeAt(end + 6))
  );
}

/** `2026-01-31T10:20`, with seconds, fractions and zone where they follow. A date alone is no timestamp. */
function timestampEnd(text: string, start: number): number {
  const isDate =
    areDigits(text, start, 4) &&
    areDigits(text, start + 5, 2) &&
    text.charCodeAt(start + 7) === DASH &&
    areDigits(text, start + 8, 2);
  if (!isDate) return 0;
  const between = text.charCodeAt(start + 10);
  if (between !== SPACE && between !== CAPITAL_T) return 0;
  if (
    !areDigits(text, start + 11, 2) ||
    text.charCodeAt(start + 13) !== COLON ||
    !areDigits(text, start + 14, 2)
  )
    return 0;
  let end = start + 16;
  if (text.charCodeAt(end) === COLON && areDigits(text, end + 1, 2)) end += 3;
  const point = text.charCodeAt(end);
  if (point === DOT || point === COMMA) {
    let digits = end + 1;
    while (digits - end < 10 && isDigit(text.charCodeAt(digits))) digits++;
    if (digits > end + 1) end = digits;
  }
  return zoneEnd(text, end);
}

function zoneEnd(text: string, at: number): number {
  const code = text.charCodeAt(at);
  const isOffset =
    (code === PLUS || code === DASH) && areDigits(text, at + 1, 2) && text.charCodeAt(at + 3) === COLON;
  const end = code === CAPITAL_Z ? at + 1 : isOffset && areDigits(text, at + 4, 2) ? at + 6 : at;
  return isWordUnit(text.charCodeAt(end)) ? 0 : end;
}

const CAPITAL_T = 84;
const CAPITAL_Z = 90;
const COMMA = 44;

function areDigits(text: string, from: number, count: number): boolean {
  for (let place = 0; place < count; place++) if (!isDigit(text.charCodeAt(from + place))) return false;
  return true;
}
