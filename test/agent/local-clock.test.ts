import { expect, it } from 'vitest';
import { localTimeOf } from '../../src/agent/local-clock.ts';

it.each([
  { at: new Date(2026, 10, 22, 23, 59, 59), day: 'sun', minuteOfDay: 1439 },
  { at: new Date(2026, 10, 23, 0, 0), day: 'mon', minuteOfDay: 0 },
  { at: new Date(2026, 10, 28, 8, 30), day: 'sat', minuteOfDay: 510 },
])('the wall shows $day, minute $minuteOfDay', ({ at, day, minuteOfDay }) => {
  expect(localTimeOf(at)).toEqual({ epochMs: at.getTime(), day, minuteOfDay });
});
