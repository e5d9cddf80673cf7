const ISO = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.(\d+))?(?:Z|([+-])(\d{2}):(\d{2}))$/;

/**
 * Milliseconds since 1970 UTC of an ISO 8601 moment with its time zone, as `z.iso.datetime({ offset: true })` lets it through;
 * anything else is a bug. This folder has no `Date`: what it does may depend on its arguments alone.
 */
export function epochMsOf(moment: string): number {
  const parts = ISO.exec(moment);
  if (parts === null) throw new Error('expected an ISO 8601 moment with a time zone');
  const number = (index: number): number => Number(parts[index] ?? 0);
  const offset = (parts[8] === '-' ? -1 : 1) * (number(9) * 60 + number(10));
  const minutes = daysSince1970(number(1), number(2), number(3)) * 1440 + number(4) * 60 + number(5) - offset;
  return (minutes * 60 + number(6)) * 1000 + Number((parts[7] ?? '').padEnd(3, '0').slice(0, 3));
}

/** Days of the Gregorian calendar. Years are counted from March, so that the leap day is the last one of its year. */
function daysSince1970(year: number, month: number, day: number): number {
  const years = month > 2 ? year : year - 1;
  const leapDays = Math.floor(years / 4) - Math.floor(years / 100) + Math.floor(years / 400);
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  // 1970-01-01 is day 719,468 counted from 0000-03-01.
  return years * 365 + leapDays + dayOfYear - 719_468;
}
