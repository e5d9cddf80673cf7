import { listOf } from '../word-list.ts';
import { DASH, DOT, isDigit, SLASH, SPACE, standsAlone } from '../characters.ts';
import type { DigitsDetector, Match, Span, View, WordDetector } from '../detector.ts';
import { commonGap, groupLength, type DigitWindow } from '../digit-run.ts';
import { isNumericDate, isDate, monthNamed } from './dates.ts';
import { foldedSlice } from './name-lists.ts';

/** Words and labels of birth. */
const BIRTH = listOf(`
  born, born on, date of birth, birth date, birthdate, birthday, dob, d o b, birth, né, née, né le, née le,
  nés, naissance, date de naissance, geboren, geboren am, geb, geb am, geburtsdatum, geburtstag, gebdatum,
  nacido, nacida, nacimiento, fecha de nacimiento, nació, nato, nata, nato il, nata il, nascita,
  data di nascita, nascido, nascida, nascimento, data de nascimento, nasceu, geboortedatum, geboren op,
  geboorte, gebdat, urodzony, urodzona, urodzonym, urodzoną, urodzonego, urodzonej, urodzenia, ur,
  data urodzenia, född, fött, födelsedatum, født, fødselsdato, fødselsdag, syntynyt, syntymäaika, narozen,
  narozena, narození, datum narození, narodený, narodená, narodenia, rođen, rođena, rojen, rojena,
  született, születési, születési idő, născut, născută, nașterii, data nașterii, doğum, doğum tarihi,
  sünniaeg
`);

/** Units between the word of birth and its date: "born in Lyon on". */
const REACH = 45;

/** Dates in digits near a word of birth: 12.03.1985, 1985-03-12, 03/12/85. */
const numericDate: DigitsDetector = {
  type: 'DATE_OF_BIRTH',
  name: 'Date of birth',
  anchor: { kind: 'digits', counts: [4, 5, 6, 7, 8], maxGroups: 3, groups: [3], dates: true },
  match: matchDigits,
  keywords: BIRTH,
  examples: {
    match: [
      { text: 'DOB: 04/17/1986', value: '04/17/1986', confidence: 'high' },
      { text: 'Geburtsdatum: 17.04.1986', value: '17.04.1986', confidence: 'high' },
      { text: 'date_of_birth = 1986-04-17', value: '1986-04-17', confidence: 'high' },
      { text: 'née le 17/04/1986 à Nantes', value: '17/04/1986', confidence: 'high' },
      { text: 'urodzony dnia 17.04.1986', value: '17.04.1986', confidence: 'high' },
      { text: 'nato a Pisa il 17-04-86', value: '17-04-86', confidence: 'medium' },
    ],
    noMatch: [
      'Invoice date: 17.04.2021',
      'born 17.14.1986.3',
      'DOB: 99/99/1986',
      'born 1786-04-17',
      'version 17.4.1986',
      'date of birth and other details are asked later; the contract began on 2011-09-01',
    ],
  },
};

function matchDigits(view: View, window: DigitWindow): Match | undefined {
  if (window.groups !== 3) return undefined;
  const gap = commonGap(window);
  if (gap !== DASH && gap !== DOT && gap !== SLASH && gap !== SPACE) return undefined;
  // Most of what is asked about is no date: to look at its parts costs less than to look for a word.
  if (!isYearAndDay(groupLength(window, 0), groupLength(window, 2))) return undefined;
  if (!view.hasKeyword(BIRTH, window, REACH, 0)) return undefined;
  const { run, first, start, end } = window;
  const { text } = view;
  const part = (group: number): string => text.slice(run.starts[first + group], run.ends[first + group]);
  const [one, two, three] = [part(0), part(1), part(2)];
  if (gap === SPACE && (one.length !== 2 || two.length !== 2 || three.length !== 4)) return undefined;
  if (!isNumericDate(one, two, three) || !standsAlone(text, start, end)) return undefined;
  if (!isOfBirth(view, window)) return undefined;
  const whole = one.length === 4 || three.length === 4;
  return {
    start,
    end,
    confidence: whole ? 'high' : 'medium',
    evidence: ['pattern', 'keyword'],
    value: text.slice(start, end),
  };
}

/** Can groups of so many digits be a year and a day or month, in either order? */
const isYearAndDay = (first: number, last: number): boolean =>
  first === 4 ? last <= 2 : first <= 2 && (last === 2 || last === 4);

/** In a column of dates of birth, or behind a word of birth that has no other date between. */
function isOfBirth(view: View, window: Span): boolean {
  if (view.hasKeyword(BIRTH, window, 0, 0)) return true;
  if (!view.hasKeyword(BIRTH, window, REACH, 0)) return false;
  return view.hasKeyword(BIRTH, window, distanceToDate(view.text, window.start), 0);
}

/** How far back the word of birth may stand: not beyond another date, which would be its own. */
function distanceToDate(text: string, start: number): number {
  const before = text.slice(Math.max(0, start - REACH), start);
  const other = /[\s\S]*\d{1,4}[./-]\d{1,2}[./-]\d{2,4}/.exec(before);
  return other === null ? REACH : before.length - other[0].length;
}

/** Words at which a date in words may follow. */
const ANCHORS = listOf(`
  born, birth, birthdate, birthday, dob, né, née, naissance, geboren, geb, geburtsdatum, nacido, nacida,
  nacimiento, nació, nato, nata, nascita, nascido, nascida, nascimento, geboortedatum, urodzony, urodzona,
  urodzonym, urodzoną, urodzonego, urodzonej, urodzenia, född, født, fødselsdato, syntynyt, narozen,
  narozena, născut, născută
`);

/** Dates with the month in words behind a word of birth: 17 April 1986, April 17, 1986, 17. Mai 1986. */
const writtenDate: WordDetector = {
  type: 'DATE_OF_BIRTH',
  name: 'Date of birth with the month in words',
  anchor: { kind: 'word', words: ANCHORS },
  match: matchWords,
  keywords: [],
  examples: {
    match: [
      { text: 'She was born on 17 April 1986 in Hull.', value: '17 April 1986', confidence: 'high' },
      { text: 'Date of birth: April 17, 1986', value: 'April 17, 1986', confidence: 'high' },
      { text: 'né le 1er mai 1986', value: '1er mai 1986', confidence: 'high' },
      { text: 'geboren am 17. März 1986', value: '17. März 1986', confidence: 'high' },
      { text: 'nacida el 17 de abril de 1986', value: '17 de abril de 1986', confidence: 'high' },
      { text: 'urodzona dnia 17 kwietnia 1986 r.', value: '17 kwietnia 1986', confidence: 'high' },
    ],
    noMatch: [
      'born again in 2005',
      'The idea was born. On 17 April 1786 it',
      'born and raised',
      'the birth of 40 April 1986',
      'né de l’union du 35 mai 1986',
    ],
  },
};

const WRITTEN = new RegExp(
  '(?<![\\p{L}\\d])(?:(\\d{1,2})(?:st|nd|rd|th|er|º|\\.)? (?:de |of )?(\\p{L}{3,13})\\.?,?(?: de)? (\\d{4})|(\\p{L}{3,10})\\.? (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4}))(?!\\d)',
  'u',
);

function matchWords({ text }: View, at: Span): Match | undefined {
  const from = at.end;
  if (!hasDigit(text, from, from + REACH + 24)) return undefined;
  const slice = text.slice(from, from + REACH + 24);
  const found = WRITTEN.exec(slice);
  if (found === null || found.index > REACH) return undefined;
  const month = monthNamed(foldedSlice(found[2] ?? found[4] ?? '', 0, (found[2] ?? found[4] ?? '').length));
  if (month === undefined || !isDate(Number(found[3] ?? found[6]), month, Number(found[1] ?? found[5])))
    return undefined;
  // Another date in digits between the two would be the one that is meant.
  if (/\d{1,4}[./-]\d{1,2}[./-]\d{2,4}/.test(slice.slice(0, found.index))) return undefined;
  const start = from + found.index;
  const end = start + found[0].length;
  return { start, end, confidence: 'high', evidence: ['pattern', 'keyword'], value: found[0].toLowerCase() };
}

function hasDigit(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (isDigit(text.charCodeAt(at))) return true;
  return false;
}

export const dateOfBirthDetectors: readonly (DigitsDetector | WordDetector)[] = [numericDate, writtenDate];
