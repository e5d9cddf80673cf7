import { listOf } from '../word-list.ts';
import type { Confidence } from '../../shared/finding.ts';
import { COMMA, isDigit, isLetter, isWordUnit, SPACE } from '../characters.ts';
import type { DigitsDetector, Match, View, WordDetector } from '../detector.ts';
import type { DigitWindow } from '../digit-run.ts';
import { foldedSlice } from '../people/name-lists.ts';
import { isCapital } from '../people/name-reader.ts';
import { readTail } from './address-tail.ts';
import { boxDetectors } from './boxes.ts';
import { countryDetectors, rememberAddress } from './countries.ts';
import { numberEnd, streetAfter, streetBefore, type Street } from './street-reader.ts';

/** Purview: All Physical Addresses. */
const purview = { name: 'All Physical Addresses', id: '8548332d-6d71-41f8-97db-cc3b5fa544e6' };

/** Words of forms in front of an address. */
const LABELS = listOf(`
  address, home address, street address, mailing address, billing address, shipping address, lives at,
  living at, residing at, adresse, domicile, demeurant, domicilié, domiciliée, habite, anschrift, wohnhaft,
  wohnt, dirección, domicilio, domiciliado, vive en, indirizzo, residente, residenza, abita, endereço,
  morada, residente em, adres, adres zamieszkania, zamieszkały, zamieszkała, zam, woonadres, wonende,
  woonachtig, adress, adressen, bopæl, bosatt, osoite, adresa, bydliště, lakcím, cím
`);

/** Street and house number, with unit, postcode and town when they follow. */
const byHouseNumber: DigitsDetector = {
  type: 'ADDRESS',
  name: 'Postal address',
  purview,
  anchor: { kind: 'digits', counts: [1, 2, 3, 4, 5], maxGroups: 1, besideLetter: true },
  match: matchHouse,
  keywords: LABELS,
  examples: {
    match: [
      { text: 'We moved to 48 Orchard Street last year', value: '48 Orchard Street', confidence: 'medium' },
      {
        text: 'rendez-vous 12 bis rue des Tilleuls.',
        value: '12 bis rue des Tilleuls',
        confidence: 'medium',
      },
      { text: 'Treffpunkt: Lindenstraße 17a', value: 'Lindenstraße 17a', confidence: 'medium' },
      { text: 'mieszka przy ul. Klonowej 8', value: 'ul. Klonowej 8', confidence: 'medium' },
      { text: 'in Via Garibaldi, 22 c’è', value: 'Via Garibaldi, 22', confidence: 'medium' },
      { text: 'op de Beukenlaan 31 vergaderd', value: 'Beukenlaan 31', confidence: 'medium' },
    ],
    noMatch: [
      'In 2020 Google Drive changed.',
      'Chapter 3 Street Smarts',
      'see section 4, road map',
      '75001 Paris',
      'Arbeitsplatz 4 ist frei',
      'we sat at place 12',
      'Partie 3 begann',
    ],
  },
};

/** What may stand right before a house number that begins an address. */
const isOpening = (code: number): boolean => Number.isNaN(code) || OPENING[code] === 1;
const OPENING = new Uint8Array(256);
for (const code of [32, 9, 10, 13, 34, 39, 40, 44, 58, 59, 61, 62, 91, 124, 0xa0]) OPENING[code] = 1;

function matchHouse(view: View, window: DigitWindow): Match | undefined {
  const { text } = view;
  const { start, end } = window;
  const next = text.charCodeAt(end);
  const before = text.charCodeAt(start - 1);
  // Most numbers end here: no word next to them, on either side.
  const forward = isOpening(before) && leadsToWord(text, end, next);
  const backward =
    (before === SPACE || before === 0xba || before === 0xb0 || before === COMMA) && isBehindWord(text, start);
  if (!forward && !backward) return undefined;
  const stop = numberEnd(text, end);
  if (isWordUnit(text.charCodeAt(stop))) return undefined;
  if (window.count < 5 || next === SPACE || next === COMMA) {
    const street = forward ? streetAfter(text, start, stop) : undefined;
    if (street !== undefined) return found(view, street, start, end);
  }
  const street = backward && window.count < 5 ? streetBefore(text, start, stop) : undefined;
  return street === undefined ? undefined : found(view, street, start, end);
}

/** May a street stand behind the number: a word after a gap, or after a letter or a second number? */
function leadsToWord(text: string, end: number, next: number): boolean {
  if (next === SPACE || next === COMMA) {
    const first = text.charCodeAt(end + (text.charCodeAt(end + 1) === SPACE ? 2 : 1));
    return isLetter(first) || (isDigit(first) && isOrdinal(text, end + 1));
  }
  if (isLetter(next)) return text.charCodeAt(end + 1) === SPACE || next === 98 || next === 116;
  return (
    (next === 45 || next === 47) && isDigit(text.charCodeAt(end + 1)) && text.charCodeAt(end + 5) !== next
  );
}

/** 5th, 42nd: the name of a street in a town of numbered streets. */
function isOrdinal(text: string, start: number): boolean {
  let at = start;
  while (at - start < 4 && isDigit(text.charCodeAt(at))) at++;
  return (
    isLetter(text.charCodeAt(at)) && isLetter(text.charCodeAt(at + 1)) && !isLetter(text.charCodeAt(at + 2))
  );
}

/** Does a capitalised word, or one with a dot, or another number stand before the gap? */
function isBehindWord(text: string, start: number): boolean {
  let at = start - 1;
  while (start - at < 4 && !isLetter(text.charCodeAt(at)) && text.charCodeAt(at) !== 46) at--;
  return isLetter(text.charCodeAt(at)) || text.charCodeAt(at) === 46;
}

function found(view: View, street: Street, numberStart: number, numberStop: number): Match | undefined {
  const { text } = view;
  const tail = readTail(text, street.end, street.language);
  const start = withTownBefore(text, street.start);
  const town = tail.town || start < street.start;
  const labelled = (): boolean => view.hasKeyword(LABELS, street, 60, 0);
  const span = { start, end: tail.end };
  const year = numberStop - numberStart === 4 && /^(?:19|20)/.test(text.slice(numberStart, numberStop));
  const whole = town && (tail.postcode || start < street.start);
  if (whole) return keep(view, span, 'high', tail.country);
  if (street.weak && !tail.unit && !tail.postcode) {
    return labelled()
      ? keep(view, span, 'medium', undefined)
      : town && !year
        ? keep(view, span, 'low', undefined)
        : undefined;
  }
  if (year && street.start === numberStart && !town && !labelled()) return undefined;
  return keep(view, span, labelled() && (town || tail.postcode) ? 'high' : 'medium', tail.country);
}

const TOWN_BEFORE =
  /(?:^|[\s,;:"(])((?:\d{3} \d{2}|\d{2}-\d{3}|[A-Z]{1,2}-\d{4,5}|\d{4,6}) \p{Lu}[\p{L}’'-]{1,30}(?: \p{Lu}[\p{L}’'-]{1,30}){0,2})(?:, ?|\r?\n| )$/u;

/** `1011 Budapest, Fő utca 12`: postcode and town in front. */
function withTownBefore(text: string, start: number): number {
  if (!isLetter(text.charCodeAt(start))) return start;
  const from = Math.max(0, start - 60);
  const before = TOWN_BEFORE.exec(text.slice(from, start));
  return before?.[1] === undefined ? start : from + before.index + before[0].indexOf(before[1]);
}

function keep(
  view: View,
  span: { start: number; end: number },
  confidence: Confidence,
  country: string | undefined,
): Match {
  const match: Match = {
    ...span,
    confidence,
    evidence: ['pattern'],
    value: foldedSlice(view.text, span.start, span.end).replaceAll(/[\s,.]{1,8}/g, ' '),
  };
  if (country !== undefined) rememberAddress(view, match, country);
  return match;
}

const LABEL_WORDS = [
  'address',
  'adresse',
  'anschrift',
  'dirección',
  'indirizzo',
  'endereço',
  'morada',
  'adres',
  'adress',
  'adresa',
  'osoite',
  'domicilio',
  'cím',
  'addr',
];

/** The value of a field called address, whatever its streets are called. */
const byLabel: WordDetector = {
  type: 'ADDRESS',
  name: 'Postal address after a label',
  purview,
  anchor: { kind: 'word', words: LABEL_WORDS },
  match: matchLabel,
  keywords: [],
  examples: {
    match: [
      {
        text: 'Address: 17 Quorndon Wynd, 44120 Belmora',
        value: '17 Quorndon Wynd, 44120 Belmora',
        confidence: 'high',
      },
      {
        text: 'Dirección: Altozano 8, 28770 Colmenar',
        value: 'Altozano 8, 28770 Colmenar',
        confidence: 'high',
      },
      {
        text: 'Anschrift\tSonnenhalde 4, 79100 Freiburg',
        value: 'Sonnenhalde 4, 79100 Freiburg',
        confidence: 'high',
      },
      { text: '"address": "Zum Anger 3",', value: 'Zum Anger 3', confidence: 'low' },
      { text: 'Morada: Sítio do Monte 21, Faro', value: 'Sítio do Monte 21, Faro', confidence: 'medium' },
    ],
    noMatch: [
      'Address: see below',
      'address: 10.0.0.1',
      'E-mail address: a@b.example',
      'Address: 0x7ffe0012',
      'The address 12 is free',
      'Adresse: http://example.org/1',
    ],
  },
};

const LONGEST_VALUE = 120;

function matchLabel(view: View, at: { start: number; end: number }): Match | undefined {
  const { text } = view;
  let start = at.end;
  let separated = false;
  while (start - at.end < 12) {
    const code = text.charCodeAt(start);
    if (code === 58 || code === 61 || code === 9) separated = true;
    else if (code !== SPACE && code !== 34 && code !== 39 && code !== 10 && code !== 13 && code !== 0xa0)
      break;
    start++;
  }
  if (!separated || (!isCapital(text.charCodeAt(start)) && !isDigit(text.charCodeAt(start))))
    return undefined;
  const line = /^[^\n\r\t"<>|;{}@=\\]{6,120}/.exec(text.slice(start, start + LONGEST_VALUE))?.[0].trimEnd();
  if (
    line === undefined ||
    !/(?<![\p{L}\d.:/-])\d{1,5}(?![\d:.]\d)/u.test(line) ||
    !/\p{Lu}\p{L}{2}/u.test(line)
  )
    return undefined;
  if (/:\/\/|0x|\d\.\d/.test(line)) return undefined;
  const end = start + line.length;
  const postcode =
    /(?<![\d.-])(?:\d{4,6}|\d{5}-\d{3,4}|\d{4}-\d{3}|\d{2}-\d{3}|\d{3} \d{2}|\d{4} ?[A-Z]{2}|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2})(?![\d-])/.test(
      line,
    );
  const town = /[,\d] ?\p{Lu}\p{L}{1,30}/u.test(line) && line.includes(',');
  return keep(
    view,
    { start, end },
    postcode && town ? 'high' : postcode || town ? 'medium' : 'low',
    undefined,
  );
}

/** Detectors of postal addresses: those of single countries first, as they say more. */
export const addressDetectors: readonly (DigitsDetector | WordDetector)[] = [
  ...countryDetectors,
  byHouseNumber,
  ...boxDetectors,
  byLabel,
];
