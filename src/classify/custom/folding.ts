import { isDigit, isLetter } from '../characters.ts';

/**
 * Text as keywords are compared: small letters, every kind of space as a space, typographic apostrophes and dashes as those of
 * the keyboard. One code unit stays one code unit, so that offsets hold.
 */
let table: Uint16Array | undefined;

/** What each of the 65,536 code units folds to. Made at first use. */
export function foldTable(): Uint16Array {
  table ??= Uint16Array.from({ length: 0x10000 }, (_, code) => foldUnit(code));
  return table;
}

const SPACE = 32;

function foldUnit(code: number): number {
  const unit = String.fromCharCode(code);
  if (/\s/.test(unit)) return SPACE;
  if (code === 0x2018 || code === 0x2019) return 39;
  if (code >= 0x2010 && code <= 0x2015) return 45;
  const lower = unit.toLowerCase();
  return lower.length === 1 ? lower.charCodeAt(0) : code;
}

export const fold = (text: string): string => {
  const units = foldTable();
  let folded = '';
  for (let at = 0; at < text.length; at++) folded += String.fromCharCode(units[text.charCodeAt(at)] ?? 0);
  return folded;
};

/** Part of a word for whole-word keywords. An underscore is none (`employee_id`), nor are letters of scripts without spaces. */
const isInWord = (code: number): boolean => isDigit(code) || (code < 0x2e80 && isLetter(code));

/** Does a word end between these two code units, or is there none to end? */
export const isWordBorder = (inside: number, outside: number): boolean =>
  !isInWord(inside) || !isInWord(outside);
