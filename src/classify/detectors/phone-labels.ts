import { COLON, isDigit, isLetter, SPACE, unitsOf } from '../characters.ts';
import type { Span, View } from '../detector.ts';
import { listOf } from '../word-list.ts';
import { phoneWords } from './phone-words.ts';

/** How far in front of a number its label may begin: `Phone (office): …`. */
const LABEL = 48;
/** A label that begins no further away leaves room for nothing but `number`, `is`, a colon and the like. */
const DIRECT = 20;
/** Words that say that bare digits behind them are something else. */
const OTHER_WORDS: ReadonlySet<string> = new Set(
  listOf(`
  order, commande, pedido, ordine, encomenda, bestelling, bestellung, bestellnummer, zamówienie, zamówienia, invoice, facture,
  factura, fattura, fatura, rechnung, rechnungsnummer, ref, reference, référence, referencia, ticket, id, account, konto, kontonummer
`),
);
/** Words between such a word and the digits: `order no. 1234567`. */
const NUMBER_WORDS: ReadonlySet<string> = new Set(
  listOf('number, no, nr, n, num, numero, numéro, nummer, número'),
);
const LONGEST_WORD = 16;

/**
 * Does a keyword stand before the span, with no other number between: on its line, or alone on the line above when the span
 * begins its own? The head of a table's column is a direct label.
 */
export function labelOf(view: View, span: Span): 'none' | 'near' | 'direct' {
  const { text } = view;
  if (!view.hasKeyword(phoneWords, span, LABEL, 0)) return 'none';
  const room = span.start - startOfLabel(text, span.start);
  if (view.hasKeyword(phoneWords, span, Math.min(room, DIRECT), 0)) return 'direct';
  return view.hasKeyword(phoneWords, span, room, 0) ? 'near' : 'none';
}

function startOfLabel(text: string, at: number): number {
  const above = beforeLineEnds(text, at);
  let from = above;
  while (at - from < LABEL && from > 0 && !endsLabel(text.charCodeAt(from - 1))) {
    from--;
    // The line above is the head of a table, and its last column need not be the one that the span begins.
    if (above < at && separatesFields(text.charCodeAt(from))) return at;
  }
  return from;
}

/** Passes over the white space in front of `at` when it holds line ends, two at most; else answers `at`. */
function beforeLineEnds(text: string, at: number): number {
  let from = at;
  let lines = 0;
  while (from > 0 && at - from < DIRECT / 2 && text.charCodeAt(from - 1) <= SPACE) {
    if (text.charCodeAt(from - 1) === LINE_FEED) lines++;
    from--;
  }
  return lines === 1 || lines === 2 ? from : at;
}

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const endsLabel = (code: number): boolean => isDigit(code) || code === LINE_FEED || code === CARRIAGE_RETURN;
const separatesFields = (code: number): boolean => FIELD_ENDS.has(code);
const FIELD_ENDS = unitsOf(',;|\t');

/** Does a mark stand in front of the number as behind a label, as in `NIP: 060…`? */
export function hasMark(text: string, start: number): boolean {
  let at = start - 1;
  while (start - at < 4 && isBlank(text.charCodeAt(at))) at--;
  const code = text.charCodeAt(at);
  return code === COLON || code === EQUALS || code === PIPE;
}

const EQUALS = 61;
const PIPE = 124;
const isBlank = (code: number): boolean => code === SPACE || code === QUOTE;
const QUOTE = 34;

/** `order no. 4520017733`: does a word in front of the number say that it is something else? */
export function hasOtherLabel(text: string, start: number): boolean {
  let from = start;
  for (let words = 0; words < 3; words++) {
    const end = skipMarks(text, from);
    from = end;
    while (end - from <= LONGEST_WORD && isLetter(text.charCodeAt(from - 1))) from--;
    const word = text.slice(from, end).toLowerCase();
    if (OTHER_WORDS.has(word)) return true;
    if (!NUMBER_WORDS.has(word)) return false;
  }
  return false;
}

/** Passes over a few units in front of `at` that are neither letters nor digits. */
function skipMarks(text: string, at: number): number {
  let from = at;
  while (
    from > 0 &&
    at - from < 4 &&
    !isLetter(text.charCodeAt(from - 1)) &&
    !isDigit(text.charCodeAt(from - 1))
  )
    from--;
  return from;
}
