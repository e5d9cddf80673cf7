import { days, type LocalTime } from '../shared/local-time.ts';

/** A moment as the clock on this device's wall tells it, in the time zone of the device. */
export function localTimeOf(at: Date): LocalTime {
  return {
    epochMs: at.getTime(),
    // Date counts from Sunday, the week here from Monday.
    day: days[(at.getDay() + 6) % 7] ?? 'mon',
    minuteOfDay: at.getHours() * 60 + at.getMinutes(),
  };
}
