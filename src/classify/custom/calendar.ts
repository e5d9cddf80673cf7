const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** Is there such a day? `year` of two digits is of any century, so that its 29 February is judged by the two digits. */
export function isDay(year: number, month: number, day: number): boolean {
  const days = DAYS[month - 1];
  if (days === undefined || day < 1 || day > days) return false;
  return month !== 2 || day < 29 || isLeap(year);
}

const isLeap = (year: number): boolean =>
  year % 4 === 0 && (year < 100 || year % 100 !== 0 || year % 400 === 0);
