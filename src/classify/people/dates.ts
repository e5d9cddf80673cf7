import { foldedSet } from './name-lists.ts';

/** Names of months in the languages whose dates are read, with their usual short forms. Folded; place in the row is the month. */
const MONTHS: readonly string[] = [
  'january jan janvier januar jaenner enero gennaio janeiro januari stycznia styczen leden ledna tammikuuta januara ianuarie ocak',
  'february feb fevrier fevr februar febrero febbraio fevereiro februari lutego luty unor unora helmikuuta februara februarie subat',
  'march mar mars marz maerz marzo marco maart marca marzec brezen brezna maaliskuuta marts martie mart',
  'april apr avril abril aprile kwietnia kwiecien duben dubna huhtikuuta aprila aprilie nisan',
  'may mai mayo maggio maio mei maja maj kveten kvetna toukokuuta maia mayis',
  'june jun juin juni junio giugno junho czerwca czerwiec cerven cervna kesakuuta juna iunie haziran',
  'july jul juillet juil juli julio luglio julho lipca lipiec cervenec cervence heinakuuta jula iulie temmuz',
  'august aug aout agosto augustus sierpnia sierpien srpen srpna elokuuta augusti augusta agustos',
  'september sep sept septembre septiembre settembre setembro wrzesnia wrzesien zari syyskuuta septembra septembrie eylul',
  'october oct octobre oktober okt octubre ottobre outubro pazdziernika pazdziernik rijen rijna lokakuuta oktobra octombrie ekim',
  'november nov novembre noviembre novembro listopada listopad listopadu marraskuuta novembra noiembrie kasim',
  'december dec decembre dezember dez diciembre dicembre dezembro grudnia grudzien prosinec prosince joulukuuta decembra decembrie aralik',
];

/** 1 to 12; undefined for any other word. `word` is folded. */
const monthOf: ReadonlyMap<string, number> = new Map(
  MONTHS.flatMap((names, index) =>
    [...foldedSet(names.split(' '))].map((name) => [name, index + 1] as const),
  ),
);

export const monthNamed = (word: string): number | undefined => monthOf.get(word);

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** People alive are born from 1900 to the 2020s. */
const isYearOfBirth = (year: number): boolean => year >= 1900 && year < 2030;

export const isDate = (year: number, month: number, day: number): boolean =>
  isYearOfBirth(year) && month >= 1 && month <= 12 && day >= 1 && day <= (DAYS[month - 1] ?? 0);

/** A year of two digits belongs to the 1900s or 2000s: any will do. */
const wholeYear = (digits: string): number =>
  (digits.length === 2 ? 2000 : 0) + Number(digits) - (digits > '29' && digits.length === 2 ? 100 : 0);

/** Three groups of digits as a date of any usual order: year first, day first, or month first. */
export function isNumericDate(first: string, second: string, third: string): boolean {
  if (first.length === 4) return third.length <= 2 && isDate(Number(first), Number(second), Number(third));
  if (first.length > 2 || second.length > 2 || (third.length !== 4 && third.length !== 2)) return false;
  const year = wholeYear(third);
  return isDate(year, Number(second), Number(first)) || isDate(year, Number(first), Number(second));
}
