import { z } from 'zod';

export const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export const daySchema = z.enum(days);
export type Day = z.infer<typeof daySchema>;

/** A moment as the device's own clock and time zone tell it. */
export interface LocalTime {
  /** Milliseconds since 1970 UTC. */
  readonly epochMs: number;
  readonly day: Day;
  /** 0 to 1439. */
  readonly minuteOfDay: number;
}
