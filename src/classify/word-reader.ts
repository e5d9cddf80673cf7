import {
  DIGIT,
  foldSigma,
  GAP,
  INVISIBLE,
  LETTER,
  SECOND_HALF,
  SINGLE,
  unitTables,
  type UnitTables,
} from './word-units.ts';

/** What a word is made of. */
export const LETTERS = 1;
export const DIGITS = 2;
export const MIXED = 3;

/** Longer words are cut: nothing that is looked for has such. */
export const MAX_WORD_UNITS = 128;
/** So many bytes of the words before the current one are still in `bytes`. */
export const KEPT_BYTES = 1024;
const SIZE = 16 * 1024;
/** NFKC makes at most 18 units of one (UAX #15); three bytes each. Words of so many bytes are cut too. */
const MAX_WORD_BYTES = MAX_WORD_UNITS * 3;

/**
 * Reads a text word by word: runs of letters and digits of any script; each unit by itself where a script has no spaces.
 * Words are normalised (NFKC, lower case, ASCII digits, invisible characters dropped) and stand one right after the other
 * in `bytes`, as UTF-8 by code unit. Nothing is allocated for words of simple letters.
 */
export interface WordReader {
  /** Turns to text[from, to). A word that has begun before `from` is passed over; one that goes on beyond `to` is read whole. */
  open(text: string, from?: number, to?: number): void;
  /** Moves on to the next word; false at the end of the text. */
  next(): boolean;
  /** Where it stands in the text, `end` exclusive. */
  start: number;
  end: number;
  /** Where it stands in `bytes`, `to` exclusive. */
  from: number;
  to: number;
  /** Where its leading letters (or digits) end in `bytes`: `to` unless it is MIXED. */
  lead: number;
  /** LETTERS, DIGITS or MIXED. */
  kind: number;
  /** How far this move shifted the earlier words down in `bytes`: 0 nearly always. */
  moved: number;
  readonly bytes: Uint8Array;
}

/** A reader for one text after the other; the first is `text`. */
export function createWordReader(first = ''): WordReader {
  const tables = unitTables();
  const { classes, folded } = tables;
  const bytes = new Uint8Array(SIZE + MAX_WORD_BYTES + 3);
  let text = first;
  let at = 0;
  let to = first.length;

  const reader: WordReader = {
    start: 0,
    end: 0,
    from: 0,
    to: 0,
    lead: 0,
    kind: 0,
    moved: 0,
    bytes,
    open(opened, from = 0, until = opened.length) {
      text = opened;
      to = Math.min(until, opened.length);
      at = from > 0 ? afterWord(classes, opened, from) : 0;
      reader.to = 0;
    },
    next() {
      let kind = GAP;
      while (at < to && ((kind = classes[text.charCodeAt(at)] ?? GAP) === GAP || kind > SINGLE)) at++;
      if (at >= to) return false;
      makeRoom();
      const start = at;
      let write = reader.from;
      let simple = true;
      let lead = -1;
      const begun = kind;
      const limit = Math.min(text.length, start + (kind === SINGLE ? 1 : MAX_WORD_UNITS));
      do {
        const unit = folded[text.charCodeAt(at)] ?? 0;
        if (unit === 0) simple = false;
        if (lead < 0 && kind !== begun && kind <= DIGIT) lead = write;
        if (unit < 0x80) bytes[write++] = unit;
        else write = writeUnit(bytes, write, unit);
        at++;
        if (at >= limit) break;
        kind = classes[text.charCodeAt(at)] ?? GAP;
      } while (kind !== GAP && kind !== SINGLE);
      reader.start = start;
      reader.end = at;
      reader.to = write;
      reader.lead = lead < 0 ? write : lead;
      reader.kind = lead >= 0 ? MIXED : begun === DIGIT ? DIGITS : LETTERS;
      if (!simple) normalise(tables, text, reader);
      return true;
    },
  };

  const makeRoom = (): void => {
    reader.moved = 0;
    if (reader.to > SIZE) {
      reader.moved = reader.to - KEPT_BYTES;
      bytes.copyWithin(0, reader.moved, reader.to);
    }
    reader.from = reader.to - reader.moved;
  };
  return reader;
}

/** The slow way, for words with marks, ligatures or invisible characters: writes the word anew. */
function normalise({ classes, folded }: UnitTables, text: string, word: WordReader): void {
  const form = text.slice(word.start, word.end).normalize('NFKC').toLowerCase();
  const last = word.from + MAX_WORD_BYTES;
  let write = word.from;
  let first = GAP;
  let lead = -1;
  for (let at = 0; at < form.length && write < last; at++) {
    const code = form.charCodeAt(at);
    const kind = classes[code] ?? GAP;
    if (kind === GAP || kind === INVISIBLE) continue;
    const plain = kind === SECOND_HALF ? LETTER : kind;
    if (first === GAP) first = plain;
    else if (lead < 0 && plain !== first) lead = write;
    write = writeUnit(word.bytes, write, foldSigma(folded[code] || code));
  }
  word.to = write;
  word.lead = lead < 0 ? write : lead;
  word.kind = lead >= 0 ? MIXED : first === DIGIT ? DIGITS : LETTERS;
}

function writeUnit(bytes: Uint8Array, at: number, unit: number): number {
  if (unit < 0x80) {
    bytes[at] = unit;
    return at + 1;
  }
  if (unit < 0x800) {
    bytes[at] = 0xc0 | (unit >> 6);
    bytes[at + 1] = 0x80 | (unit & 63);
    return at + 2;
  }
  bytes[at] = 0xe0 | (unit >> 12);
  bytes[at + 1] = 0x80 | ((unit >> 6) & 63);
  bytes[at + 2] = 0x80 | (unit & 63);
  return at + 3;
}

/** The end of the word around `at`; `at` itself where a word begins. */
function afterWord(classes: Uint8Array, text: string, at: number): number {
  const joins = (place: number): boolean => {
    const kind = classes[text.charCodeAt(place)] ?? GAP;
    return kind !== GAP && kind !== SINGLE;
  };
  let place = at;
  if (!joins(place - 1)) return place;
  while (place < text.length && place - at < MAX_WORD_UNITS && joins(place)) place++;
  return place;
}
