/**
 * The first member name that stands twice in one object of a JSON text, or null. Parsers differ in which of the two they take, so
 * that a text may say one thing to whoever signed it and another to whoever reads it (RFC 8259, 4). The text must be JSON: of
 * anything else the answer means nothing. One pass; memory grows with the nesting and the names in open objects.
 */
export function duplicateMember(text: string): string | null {
  /** One a bracket that is open: the names so far in an object, null in an array. */
  const open: (Set<string> | null)[] = [];
  let isName = false;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === QUOTE) {
      const end = endOfString(text, at + 1);
      const names = open.at(-1) ?? null;
      if (isName && names !== null) {
        const name = nameOf(text.slice(at, end + 1));
        if (names.has(name)) return name;
        names.add(name);
        isName = false;
      }
      at = end;
    } else if (unit === OPEN_OBJECT || unit === OPEN_ARRAY) {
      isName = unit === OPEN_OBJECT;
      open.push(isName ? new Set() : null);
    } else if (unit === CLOSE_OBJECT || unit === CLOSE_ARRAY) {
      open.pop();
      isName = false;
    } else if (unit === COMMA) isName = (open.at(-1) ?? null) !== null;
  }
  return null;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;

/** The place of the closing quote; the last place of the text where there is none. Long strings are skipped, not walked. */
function endOfString(text: string, from: number): number {
  for (let end = text.indexOf('"', from); end !== -1; end = text.indexOf('"', end + 1)) {
    let escapes = 0;
    while (text.charCodeAt(end - 1 - escapes) === BACKSLASH) escapes += 1;
    if (escapes % 2 === 0) return end;
  }
  return text.length - 1;
}

/** Two spellings of one name (`"a"`, `"\u0061"`) are the same name. */
const nameOf = (quoted: string): string =>
  quoted.includes('\\') ? String(JSON.parse(quoted)) : quoted.slice(1, -1);
