import { COMMA, DASH, DOT, isDigit, isLetter, SLASH, SPACE } from '../characters.ts';
import { foldedSlice } from '../people/name-lists.ts';
import { isCapital } from '../people/name-reader.ts';
import {
  AFTER_NAME,
  BEFORE_NAME,
  streetAfterName,
  streetBeforeName,
  streetCompound,
  streetFlags,
  type StreetWord,
} from './street-words.ts';

/** A street with its house number. */
export interface Street extends StreetWord {
  readonly start: number;
  readonly end: number;
}

const MOST_WORDS = 7;
const LONGEST_WORD = 34;
const REACH = 60;

/** Small words inside the names of streets. */
const LINKS = new Set(
  'de du des la le les l d et en au aux sur sous von der den dem am an im zu zum zur vor auf unter del della dello delle dei degli di da do das dos e y las los el a i w na nad van het ten ter op of the o'.split(
    ' ',
  ),
);

const isJoint = (code: number): boolean => code === DOT || code === DASH || code === 39 || code === 0x2019;

/** Where the word that begins at `start` ends: letters, digits and joints between them. */
function wordEnd(text: string, start: number): number {
  let end = start;
  while (end - start < LONGEST_WORD) {
    const code = text.charCodeAt(end);
    if (!isLetter(code) && !isDigit(code) && !(isJoint(code) && end > start)) break;
    end++;
  }
  return end;
}

const plain = (text: string, start: number, end: number): string =>
  foldedSlice(text, start, plainEnd(text, start, end));

/** The end of a word without the joints behind it. */
function plainEnd(text: string, start: number, end: number): number {
  let stop = end;
  while (stop > start && isJoint(text.charCodeAt(stop - 1))) stop--;
  return stop;
}

/** Where a house number ends whose digits end at `end`: `12bis`, `12 ter`, `14-16`, `3/5`, `7A`. */
export function numberEnd(text: string, end: number): number {
  let at = end;
  const first = text.charCodeAt(at) === SPACE ? text.charCodeAt(at + 1) : text.charCodeAt(at);
  if (first === 98 || first === 116 || first === 113) {
    const more = /^ ?(?:bis|ter|quater)(?![\p{L}\d])/u.exec(text.slice(at, at + 8));
    if (more !== null) return at + more[0].length;
  }
  const letter = text.charCodeAt(at);
  if (
    isLetter(letter) &&
    letter < 128 &&
    !isLetter(text.charCodeAt(at + 1)) &&
    !isDigit(text.charCodeAt(at + 1))
  )
    at++;
  for (let part = 0; part < 2; part++) {
    const code = text.charCodeAt(at);
    if ((code !== SLASH && code !== DASH) || !isDigit(text.charCodeAt(at + 1))) break;
    let stop = at + 1;
    while (stop - at < 5 && isDigit(text.charCodeAt(stop))) stop++;
    if (isDigit(text.charCodeAt(stop))) break;
    at = stop;
    const suffix = text.charCodeAt(at);
    if (isLetter(suffix) && suffix < 128 && !isLetter(text.charCodeAt(at + 1))) at++;
  }
  return at;
}

/** The street that follows a number that ends at `end`: `12 rue de la Paix`, `221B Baker Street`. */
export function streetAfter(text: string, start: number, end: number): Street | undefined {
  let at = end;
  if (text.charCodeAt(at) === COMMA) at++;
  if (text.charCodeAt(at) !== SPACE) return undefined;
  at++;
  const first = text.charCodeAt(at);
  if (!isLetter(first) && !isDigit(first)) return undefined;
  const firstEnd = wordEnd(text, at);
  const isKind = (streetFlags(text, at, plainEnd(text, at, firstEnd)) & BEFORE_NAME) !== 0;
  const kind = isKind ? streetBeforeName.get(plain(text, at, firstEnd)) : undefined;
  if (kind !== undefined) {
    const stop = nameEnd(text, firstEnd);
    if (stop > 0) return { ...kind, start, end: stop };
  }
  if (!isCapital(first) && !isOrdinal(text, at)) return undefined;
  return streetEndingIn(text, start, at) ?? nameBeforeUnit(text, start, at);
}

/** `14 Stubben 3, Apt. 12`: a flat behind the name makes it an address, whatever the street is called. */
function nameBeforeUnit(text: string, start: number, from: number): Street | undefined {
  NAME_AND_UNIT.lastIndex = from;
  const name = NAME_AND_UNIT.exec(text)?.[1];
  return name === undefined ? undefined : { language: 'en', weak: true, start, end: from + name.length };
}

const NAME_AND_UNIT =
  /(\p{Lu}[\p{L}.'’-]{1,30}(?: \p{L}[\p{L}.'’-]{0,30}){0,4}(?: \d{1,5}[A-Za-z]?)?),?\s{1,10}(?:Apt|Suite|Unit|Flat|Ste)\.? \d{1,5}(?!\d)/uy;

const isOrdinal = (text: string, at: number): boolean =>
  /^\d{1,3}(?:st|nd|rd|th)\b/.test(text.slice(at, at + 7));

/** Reads capitalised words from `at` on; the last that names a kind of street ends it. */
function streetEndingIn(text: string, start: number, from: number): Street | undefined {
  let at = from;
  let found: Street | undefined;
  for (let words = 0; words < 6 && at - from < REACH; words++) {
    const end = wordEnd(text, at);
    if (end === at) break;
    const word = plain(text, at, end);
    const kind = words > 0 ? (streetAfterName.get(word) ?? streetCompound(word)) : streetCompound(word);
    if (kind !== undefined) found = { ...kind, start, end: trimmed(text, end) };
    if (text.charCodeAt(end) !== SPACE || (isJoint(text.charCodeAt(end - 1)) && kind !== undefined)) break;
    at = end + 1;
    if (
      !isCapital(text.charCodeAt(at)) &&
      !isOrdinal(text, at) &&
      !LINKS.has(plain(text, at, wordEnd(text, at)))
    )
      break;
  }
  return found === undefined ? undefined : withDirection(text, found);
}

/** A dot that ends a sentence is no part; one of `St.` before a comma may be. */
function trimmed(text: string, end: number): number {
  return text.charCodeAt(end - 1) === DOT && !isLetter(text.charCodeAt(end - 3))
    ? end
    : end - (isJoint(text.charCodeAt(end - 1)) ? 1 : 0);
}

/** `Main Street NW` */
function withDirection(text: string, street: Street): Street {
  const direction = /^ (?:NE|NW|SE|SW|N|S|E|W|North|South|East|West)(?![\p{L}\d])/u.exec(
    text.slice(street.end, street.end + 7),
  );
  return direction === null ? street : { ...street, end: street.end + direction[0].length };
}

/** Where the name after a kind of street ends; 0 when none follows. Small words only between others. */
function nameEnd(text: string, from: number): number {
  let at = from;
  let end = 0;
  let capitals = 0;
  for (let words = 0; words < MOST_WORDS && at - from < REACH; words++) {
    if (text.charCodeAt(at) !== SPACE) break;
    const start = at + 1;
    const stop = wordEnd(text, start);
    if (stop === start) break;
    const code = text.charCodeAt(start);
    const capital = isCapital(code);
    if (capital || isDigit(code) || startsElided(text, start)) {
      // A number right behind a name is the next part: a postcode or a second house number.
      if (isDigit(code) && capitals > 0 && !isYearOf(text, start, stop)) break;
      if (!isDigit(code)) capitals++;
      if (capitals > 0) end = stop;
    } else if (!LINKS.has(plain(text, start, stop))) {
      // A name in small letters counts when it is all there is: `rue principale`.
      if (capitals === 0 && words === 0) return trimmed(text, stop);
      break;
    }
    at = stop;
  }
  return end === 0 ? 0 : trimmed(text, end);
}

/** d'Alésia, l'Église: the capital stands behind the apostrophe. */
const startsElided = (text: string, start: number): boolean =>
  (text.charCodeAt(start + 1) === 39 || text.charCodeAt(start + 1) === 0x2019) &&
  isCapital(text.charCodeAt(start + 2));

/** rue du 8 Mai 1945: a year ends the name of the street. */
const isYearOf = (text: string, start: number, stop: number): boolean =>
  stop - start === 4 && /1[89]\d\d/.test(text.slice(start, stop)) && text.charCodeAt(stop) !== SPACE;

interface Word {
  readonly start: number;
  readonly end: number;
  readonly folded: string;
}

/** The words of the line before `start`, nearest first, until a mark that ends an address part. */
function* wordsBefore(text: string, start: number): Generator<Word> {
  let end = start;
  for (let words = 0; words < MOST_WORDS && start - end < REACH; words++) {
    let at = end;
    while (end - at < LONGEST_WORD) {
      const code = text.charCodeAt(at - 1);
      if (!isLetter(code) && !isDigit(code) && !isJoint(code) && code !== SLASH) break;
      at--;
    }
    if (at === end) return;
    yield { start: at, end, folded: plain(text, at, end) };
    if (text.charCodeAt(at - 1) !== SPACE) return;
    end = at - 1;
  }
}

const LONGEST_SIGN = 6;
const NUMBER_SIGNS = new Set(['n', 'no', 'nr', 'num', 'numero', 'number', 'hnr', 'd', 'dom', 'bud']);

/** Most numbers stand behind a small word that names no kind of street: they are passed over here. */
function mayEndStreet(text: string, end: number): boolean {
  let start = end;
  while (end - start < LONGEST_WORD && isLetter(text.charCodeAt(start - 1))) start--;
  if (start === end || isCapital(text.charCodeAt(start))) return true;
  const before = text.charCodeAt(start - 1);
  if (isJoint(before) || isDigit(before)) return true;
  if ((streetFlags(text, start, end) & AFTER_NAME) !== 0) return true;
  return end - start <= LONGEST_SIGN && NUMBER_SIGNS.has(foldedSlice(text, start, end));
}

/** The street in front of a number: `Via Roma, 12`, `Hauptstraße 5`, `ul. Piękna 8`. `end` is where the number ends. */
export function streetBefore(text: string, start: number, end: number): Street | undefined {
  let at = start;
  const sign = text.charCodeAt(at - 1);
  if (sign === 0xba || sign === 0xb0)
    at -= text.charCodeAt(at - 2) === 110 || text.charCodeAt(at - 2) === 78 ? 2 : 1;
  if (text.charCodeAt(at - 1) === SPACE) at--;
  if (text.charCodeAt(at - 1) === COMMA) at--;
  if (at === start) return undefined;
  const last = text.charCodeAt(at - 1);
  if (!isLetter(last) && last !== DOT && !isDigit(last)) return undefined;
  if (!mayEndStreet(text, at)) return undefined;
  let nearest: Word | undefined;
  let capitals = 0;
  let count = 0;
  let named: Street | undefined;
  for (const word of wordsBefore(text, at)) {
    if (count === 0 && nearest === undefined && NUMBER_SIGNS.has(word.folded)) continue;
    if (nearest === undefined) {
      nearest = word;
      named = lastWordKind(text, word, end);
      if (named !== undefined && named.start === word.start && streetCompound(word.folded) !== undefined)
        return withAdjective(text, named);
    }
    const first = text.charCodeAt(word.start);
    const kind = count > 0 ? streetBeforeName.get(word.folded) : undefined;
    if (kind !== undefined && (capitals > 0 || count > 1)) {
      return { ...kind, weak: kind.weak || isSmallVia(word.folded, first), start: word.start, end };
    }
    if (isCapital(first)) {
      capitals++;
      // Lange Straße, Nieuwe Gracht, Main Street: the words before belong to it while they are capitalised.
      if (named !== undefined && count > 0 && count < 4) named = { ...named, start: word.start };
    } else if (named !== undefined && count === 0) {
      count++;
      continue;
    } else if (named !== undefined) break;
    else if (!isDigit(first) && !LINKS.has(word.folded)) break;
    count++;
  }
  const alone =
    nearest !== undefined && count > 0 && capitals > 0 ? nameWithUnit(text, nearest, end) : undefined;
  if (named === undefined) return alone;
  return count > 1 || streetCompound(nearest?.folded ?? '') !== undefined ? named : undefined;
}

/** `Stubben 3, Apt. 12` */
function nameWithUnit(text: string, { start }: Word, end: number): Street | undefined {
  const unit = /^,?\s{1,10}(?:Apt|Suite|Unit|Flat|Ste)\.? \d{1,5}(?!\d)/.test(text.slice(end, end + 24));
  return unit && isCapital(text.charCodeAt(start)) ? { language: 'en', weak: true, start, end } : undefined;
}

/** "via" in small letters is an everyday word in English. */
const isSmallVia = (word: string, first: number): boolean => word === 'via' && !isCapital(first);

function lastWordKind(text: string, word: Word, end: number): Street | undefined {
  const first = text.charCodeAt(word.start);
  const compound = streetCompound(word.folded);
  if (compound !== undefined) return isCapital(first) ? { ...compound, start: word.start, end } : undefined;
  const kind = streetAfterName.get(word.folded);
  return kind === undefined || kind.language === 'en' ? undefined : { ...kind, start: word.start, end };
}

const ADJECTIVE =
  /(?:(?:Alte|Neue|Große|Grosse|Kleine|Obere|Untere|Lange|Kurze|Innere|Äußere|Hintere|Vordere|Am|An der|Eerste|Tweede|Derde|1e|2e|Nieuwe|Oude|Grote|Korte|Van der?|Van|Prof\.|Dr\.|Sankt|St\.|Gamle|Store|Lilla|Stora|Södra|Norra|Östra|Västra|Øvre|Nedre) ){1,2}$/;

/** Alte Poststraße, Tweede Hugo de Grootstraat. */
function withAdjective(text: string, street: Street): Street {
  const found = ADJECTIVE.exec(text.slice(Math.max(0, street.start - 24), street.start));
  return found === null ? street : { ...street, start: street.start - found[0].length };
}
