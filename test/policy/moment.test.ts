import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { epochMsOf } from '../../src/policy/moment.ts';
import { createRandom } from '../classify/random.ts';

describe('a moment of a bundle', () => {
  it.each([
    '1970-01-01T00:00:00Z',
    '2026-11-21T06:30:15.125Z',
    '2024-02-29T23:59:59.999Z',
    '2100-03-01T00:00:00Z',
    '2000-02-29T12:00:00-11:30',
    '1969-12-31T23:59:59Z',
    '2026-12-31T23:30:00+05:45',
    '2026-11-21T06:30:00.57Z',
  ])('%s is the same to us as to the platform', (moment) => {
    expect(z.iso.datetime({ offset: true }).safeParse(moment).success).toBe(true);
    expect(epochMsOf(moment)).toBe(Date.parse(moment));
  });

  it('is the same for a thousand days between 1600 and 2400', () => {
    const random = createRandom(4);
    for (let round = 0; round < 1000; round += 1) {
      const time = Math.floor((random() - 0.46) * 800 * 365.25 * 86_400_000);
      expect(epochMsOf(new Date(time).toISOString())).toBe(time);
    }
  });

  it('without a time zone is a bug of whoever let it through', () => {
    expect(() => epochMsOf('2026-11-21T06:30:00')).toThrow('time zone');
  });
});
