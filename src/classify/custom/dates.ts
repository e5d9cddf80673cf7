import { listOf } from '../word-list.ts';
import type { Span } from '../detector.ts';
import { isDay } from './calendar.ts';

/**
 * Dates as Microsoft's functions find them (https://learn.microsoft.com/purview/sit-functions): Func_us_date is month, day, year;
 * Func_eu_date is day, month, year with names in seven languages; Func_expiration_date is month and year. Every expression is
 * bounded, and a date has to be one of the calendar.
 */

const monthsEnglish = [
  'january, jan',
  'february, feb',
  'march, mar',
  'april, apr',
  'may',
  'june, jun',
  'july, jul',
  'august, aug',
  'september, sept, sep',
  'october, oct',
  'november, nov',
  'december, dec',
] as const;

/** Dutch, French, German, Italian, Portuguese, Spanish: what English does not have already. */
const monthsEurope = [
  'januari, janvier, januar, jänner, gennaio, janeiro, enero, janv, gen, ene',
  'februari, février, fevrier, februar, feber, febbraio, fevereiro, febrero, févr, fevr, fév, febr, fev',
  'maart, mars, märz, maerz, marzo, março, marco, mrt, mär',
  'avril, aprile, abril, avr, abr',
  'mei, mai, maggio, maio, mayo, mag',
  'juni, juin, giugno, junho, junio, giu',
  'juli, juillet, luglio, julho, julio, juil, lug',
  'augustus, août, aout, agosto, ago, aoû',
  'septembre, settembre, setembro, septiembre, setiembre, set, sett',
  'oktober, octobre, ottobre, outubro, octubre, okt, ott, out',
  'novembre, novembro, noviembre',
  'décembre, decembre, dezember, dicembre, dezembro, diciembre, déc, dez, dic',
] as const;

const numberOf = new Map<string, number>();
for (const months of [monthsEnglish, monthsEurope]) {
  for (const [index, names] of months.entries()) {
    for (const name of listOf(names)) numberOf.set(name, index + 1);
  }
}

/** Longest first, so that `sept` is not read as `sep`. */
const alternatives = (lists: readonly string[]): string =>
  lists
    .flatMap(listOf)
    .toSorted((left, right) => right.length - left.length)
    .join('|');

const ENGLISH = alternatives(monthsEnglish);
const EUROPE = alternatives([...monthsEnglish, ...monthsEurope]);
const YEAR = '(?:(?:1[6-9]|20|21)\\d\\d|\\d\\d)';
/** Not inside a longer number, word or dotted version. */
const BEFORE = '(?<![\\p{L}\\d]|\\d[./-])';
const AFTER = '(?![\\p{L}\\d]|[./-]\\d)';

const usNumeric = `(?<m>\\d{1,2})(?<s>[/ -])(?<d>\\d{1,2})\\k<s>(?<y>${YEAR})`;
const usNamed = `(?<mn>${ENGLISH})\\.?[/ -]{0,2}(?<dn>\\d{1,2})(?:st|nd|rd|th)?(?:,? |[,/-]) ?(?<yn>${YEAR})`;
const euNumeric = `(?<d>\\d{1,2})(?<s>[/. -])(?<m>\\d{1,2})\\k<s>(?<y>${YEAR})`;
const euNamed =
  `(?<dn>\\d{1,2})(?:st|nd|rd|th|er|e|de|º|ª|\\.)?[/ -]{0,2}(?:de |of )?` +
  `(?<mn>${EUROPE})[.,]?[/ -]{0,2}(?:de |del )?(?<yn>${YEAR})`;

const expiration = `(?:(?<m>0?[1-9]|1[0-2])[/-](?<y>20\\d\\d|\\d\\d)|(?<mn>${ENGLISH})\\.?[ /-]?(?<yn>(?:19|20)\\d\\d|\\d\\d))`;

const bordered = (...expressions: readonly string[]): RegExp[] =>
  expressions.map((expression) => new RegExp(`${BEFORE}${expression}${AFTER}`, 'giu'));

const us = bordered(usNumeric, usNamed);
const eu = bordered(euNumeric, euNamed);
const expires = bordered(expiration);

export const findUsDates = (text: string): readonly Span[] => findDates(text, us);
export const findEuDates = (text: string): readonly Span[] => findDates(text, eu);
export const findExpirationDates = (text: string): readonly Span[] => findDates(text, expires);

function findDates(text: string, expressions: readonly RegExp[]): readonly Span[] {
  const found: Span[] = [];
  for (const expression of expressions) {
    for (const match of text.matchAll(expression)) {
      const { m, mn, d, dn, y, yn } = match.groups ?? {};
      const month = m === undefined ? (numberOf.get((mn ?? '').toLowerCase()) ?? 0) : Number(m);
      // A month and a year alone: any day of it will do.
      const day = Number(d ?? dn ?? 1);
      if (isDay(Number(y ?? yn), month, day))
        found.push({ start: match.index, end: match.index + match[0].length });
    }
  }
  return found;
}
