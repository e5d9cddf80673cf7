import { COMMA, DASH, DOT, HASH, isDigit, isLetter, SPACE } from '../characters.ts';
import { foldedSet, foldedSlice } from '../people/name-lists.ts';
import { isCapital } from '../people/name-reader.ts';
import { listOf } from '../word-list.ts';
import { countryOf, postcodeAt } from './postcodes.ts';
import type { StreetLanguage } from './street-words.ts';

/** What follows street and number, read part by part. */
export interface Tail {
  readonly end: number;
  readonly unit: boolean;
  readonly postcode: boolean;
  readonly town: boolean;
  readonly country: string | undefined;
}

/** No part of an address lies further from its street than this. */
const REACH = 120;
const MOST_PARTS = 6;

/** Flat, floor, stair, house: English, French, German, Italian, Spanish, Portuguese, Polish, Dutch, Nordic, Hungarian. */
const unitWords = foldedSet(
  listOf(`
  apt, apartment, suite, ste, unit, flat, floor, fl, room, rm, bldg, building, lot, appt, appartement, bât, bâtiment, étage, esc,
  escalier, bte, boîte, whg, wohnung, etage, stock, top, stiege, hinterhaus, int, interno, scala, piano, pal, piso, puerta, pta,
  bajo, planta, bloque, andar, lote, bloco, apto, lok, lokal, m, kl, klatka, bus, toestel, verd, lgh, tv, th, st, mf, emelet, em,
  ajtó, as
`),
);
const UNIT_VALUE = /\.?[ ]{1,2}#?[A-Z0-9][\p{L}0-9-]{0,5}(?![\p{L}0-9])/iuy;
const NUMBERED_UNIT =
  /(?:#[ ]?[0-9]{1,5}[A-Z]?|[0-9]{1,2}(?:er|e|ème|º|ª|°|\.)[ ]?(?:étage|piso|andar|planta|floor|emelet)?[ ]?[A-Z]?)(?![\p{L}0-9])/iuy;

/** Small words inside the names of towns: Neuilly-sur-Seine, Frankfurt am Main. */
const townLinks = foldedSet(
  listOf(`
  am, an, der, dem, den, ob, im, in, bei, sur, sous, en, les, lès, le, la, de, du, des, del, di, da, do, das, dos, della, nad, pod,
  upon, by, aan, op, y, e, och, i, auf, nan, l, d, s
`),
);

/** Words that begin a new field or sentence, not a town. */
const noTowns = foldedSet(
  listOf(`
  tel, tél, telefon, teléfono, telefono, telefone, phone, mobile, mobil, fax, email, mail, correo, courriel, iban, bic, name, nom,
  nome, nombre, naam, imię, web, website, url, order, commande, bestellung, bestellnummer, pedido, ordine, zamówienie, bestelling,
  card, carte, karte, tarjeta, carta, cartão, karta, national, nif, nip, pesel, dni, bsn, siret, siren, vat, ust, date, datum, data,
  fecha, customer, kunde, client, cliente, klant, klient, codice, partita, steuernummer, steuer, the, this, that, it, he, she, we,
  they, you, please, thanks, regards, best, der, die, das, ich, wir, sie, il, elle, nous, vous, merci, cordialement, suivi, objet,
  ref, réf, ticket, invoice, rechnung, facture, fattura, factura, fatura, faktura, nir, ssn, dob, passport, ausweis, and, or, but,
  if, in, at, on, from, to, is, was, are
`),
);

/** Reads units, postcode, town and region behind a street that ends at `start`. */
export function readTail(text: string, start: number, language: StreetLanguage | undefined): Tail {
  const limit = Math.min(text.length, start + REACH);
  let end = start;
  let unit = false;
  let postcode = false;
  let towns = 0;
  let country: string | undefined;
  for (let part = 0; part < MOST_PARTS; part++) {
    const from = gapEnd(text, end);
    if (from === end || from >= limit) break;
    const unitEnd = unitAt(text, from);
    if (unitEnd > 0) {
      unit = true;
      end = unitEnd;
      continue;
    }
    const code = postcode ? undefined : postcodeAt(text, from);
    if (code !== undefined) {
      postcode = true;
      end = from + code.length;
      country = countryOf(language, code.form, text.slice(from, end));
      continue;
    }
    const town = towns < 3 ? townEnd(text, from) : 0;
    const wrapped = text.slice(end, from).includes('\n');
    // A second place after the postcode is a region or country; on a line of its own it may be anything.
    if (town === 0 || (towns > 0 && postcode && wrapped)) break;
    // Without a postcode so far, a place after a mere space is the next word of a sentence.
    const separated = wrapped || text.slice(end, from).includes(',');
    if (!postcode && !separated && !leadsToPostcode(text, town)) break;
    towns++;
    end = town;
  }
  return { end, unit, postcode, town: towns > 0, country };
}

const isBlank = (code: number): boolean => code === SPACE || code === 9 || code === 0xa0;
const isPartMark = (code: number): boolean =>
  code === COMMA || code === 59 || code === DASH || code === 0x2013;

/** Where the next part begins: a comma, a few spaces, at most two line ends. `from` itself when there is no gap. */
function gapEnd(text: string, from: number): number {
  let at = from;
  while (at - from < 3 && isBlank(text.charCodeAt(at))) at++;
  if (isPartMark(text.charCodeAt(at))) at++;
  for (let blanks = 0; blanks < 3 && isBlank(text.charCodeAt(at)); blanks++) at++;
  for (let lines = 0; lines < 2; lines++) {
    const code = text.charCodeAt(at);
    if (code !== 10 && !(code === 13 && text.charCodeAt(at + 1) === 10)) break;
    at += code === 13 ? 2 : 1;
    for (let blanks = 0; blanks < 8 && isBlank(text.charCodeAt(at)); blanks++) at++;
  }
  return at;
}

/** Where a flat, floor or stair at `from` ends; 0 when there is none. */
function unitAt(text: string, from: number): number {
  const code = text.charCodeAt(from);
  if (isLetter(code)) {
    const stop = lettersEnd(text, from);
    if (stop - from > 12 || !unitWords.has(foldedSlice(text, from, stop))) return 0;
    UNIT_VALUE.lastIndex = stop;
    return UNIT_VALUE.test(text) ? UNIT_VALUE.lastIndex : 0;
  }
  // A postcode has more digits, all in a row.
  if (code !== HASH && (!isDigit(code) || isDigit(text.charCodeAt(from + 2)))) return 0;
  NUMBERED_UNIT.lastIndex = from;
  return NUMBERED_UNIT.test(text) ? NUMBERED_UNIT.lastIndex : 0;
}

const LONGEST_WORD = 32;

function lettersEnd(text: string, from: number): number {
  let at = from;
  while (at - from < LONGEST_WORD && isLetter(text.charCodeAt(at))) at++;
  return at;
}

const isApostrophe = (code: number): boolean => code === 39 || code === 0x2019;

/** Where a word of a town ends: letters with apostrophes and dots inside; `from` when none begins there. */
function townWordEnd(text: string, from: number): number {
  let at = lettersEnd(text, from);
  while (at > from && at - from < LONGEST_WORD) {
    const code = text.charCodeAt(at);
    if ((!isApostrophe(code) && code !== DOT) || !isLetter(text.charCodeAt(at + 1))) break;
    at = lettersEnd(text, at + 1);
  }
  return isDigit(text.charCodeAt(at)) ? from : at;
}

/** Where a town that begins at `from` ends: up to four capitalised words with small words between. 0: there is none. */
function townEnd(text: string, from: number): number {
  let at = from;
  let end = 0;
  let capitals = 0;
  for (let words = 0; words < 8 && capitals < 4; words++) {
    const stop = townWordEnd(text, at);
    if (stop === at) break;
    const capital = isCapital(text.charCodeAt(at));
    if (capital || isElided(text, at)) {
      // `Leeds LS6 2AB`, `Newtown NSW 2042`: letters that begin the postcode are no part of the town.
      if (words > 0 && postcodeAt(text, at) !== undefined) break;
      if (words === 0 && isNoTown(text, at, stop)) return 0;
      capitals++;
      end = stop;
    } else if (words === 0 || !townLinks.has(foldedSlice(text, at, stop))) break;
    const gap = text.charCodeAt(stop);
    const dotted = gap === DOT && stop - at < 4 && text.charCodeAt(stop + 1) === SPACE;
    if (gap !== SPACE && gap !== DASH && !dotted) break;
    at = dotted ? stop + 2 : stop + 1;
  }
  // `Telefon:` is a label.
  const after = text.charCodeAt(end);
  return after === 58 || after === 61 || after === 9 ? 0 : end;
}

/** A word of a new field or sentence. Two capitals are a region, even where they spell a word: ON for Ontario. */
function isNoTown(text: string, at: number, end: number): boolean {
  if (end - at < 2) return true;
  if (end - at === 2 && isCapital(text.charCodeAt(at + 1))) return false;
  return noTowns.has(foldedSlice(text, at, lettersEnd(text, at)));
}

/** l'Hospitalet, d'Ascq: the capital stands behind the apostrophe. */
const isElided = (text: string, at: number): boolean =>
  isApostrophe(text.charCodeAt(at + 1)) && isCapital(text.charCodeAt(at + 2));

function leadsToPostcode(text: string, from: number): boolean {
  const at = gapEnd(text, from);
  return at > from && postcodeAt(text, at) !== undefined;
}
