/** What one UTF-16 code unit is to a reader of words. */
export const GAP = 0;
export const LETTER = 1;
export const DIGIT = 2;
/** Of a script that writes no spaces between words, or Hangul, where particles are stuck to words: a word by itself. */
export const SINGLE = 3;
/** Part of the word around it, and dropped: soft hyphen, zero-width space and joiners. */
export const INVISIBLE = 4;
/** The second half of a surrogate pair: goes on with a word but begins none. */
export const SECOND_HALF = 5;

export interface UnitTables {
  /** Class of each code unit. */
  readonly classes: Uint8Array;
  /** Normalised form (NFKC, lower case, ASCII digits) of each unit for which it is one unit and depends on no neighbour; else 0. */
  readonly folded: Uint16Array;
}

const UNITS = 0x10000;
const unspaced =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]/u;
const wordUnit = /[\p{L}\p{M}\p{Nd}]/u;
const mark = /\p{M}/u;
const digit = /\p{Nd}/u;

let tables: UnitTables | undefined;

/** The tables, made at the first call: nobody pays for them (about 30 ms) who does not use them. */
export const unitTables = (): UnitTables => (tables ??= createTables());

function createTables(): UnitTables {
  const classes = new Uint8Array(UNITS);
  const folded = new Uint16Array(UNITS);
  let zero = -10;
  for (let code = 0; code < UNITS; code++) {
    if (code >= 0xd800 && code <= 0xdfff) {
      classes[code] = classOfHalf(code);
      continue;
    }
    const unit = String.fromCharCode(code);
    if (code === 0xad || (code >= 0x200b && code <= 0x200d) || code === 0x2060 || code === 0xfeff) {
      classes[code] = INVISIBLE;
    } else if (digit.test(unit)) {
      // Decimal digits stand in runs of ten, from zero to nine (Unicode standard, 4.6).
      if (code - zero > 9) zero = code;
      classes[code] = DIGIT;
      folded[code] = 48 + code - zero;
    } else if (wordUnit.test(unit)) {
      classes[code] = unspaced.test(unit) ? SINGLE : LETTER;
      folded[code] = foldOf(unit);
    }
  }
  return { classes, folded };
}

/** Mathematical letters (U+1D400 on) are letters in disguise; planes 2 and 3 hold ideographs; the rest is emoji and the like. */
function classOfHalf(code: number): number {
  if (code >= 0xdc00) return SECOND_HALF;
  return code === 0xd835 || (code >= 0xd840 && code <= 0xd8bf) ? LETTER : GAP;
}

/** 0 for marks, which join with the letter before them, and for Hangul jamo, which join with each other. */
function foldOf(unit: string): number {
  const code = unit.charCodeAt(0);
  if (mark.test(unit) || (code >= 0x1100 && code <= 0x11ff)) return 0;
  const form = unit.normalize('NFKC').toLowerCase();
  return form.length === 1 ? foldSigma(form.charCodeAt(0)) : 0;
}

/** Greek writes its sigma otherwise at the end of a word. */
export const foldSigma = (code: number): number => (code === 0x3c2 ? 0x3c3 : code);
