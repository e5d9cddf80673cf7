import type { SettingsReading, SettingsSource } from '../../src/managed/settings-source.ts';

/** What a source would say of these values. */
export const present = (values: Record<string, unknown>, origin = 'MDM'): SettingsReading => ({
  kind: 'present',
  values: Object.entries(values).map(([name, value]) => ({ name, value, origin })),
});
export const absent: SettingsReading = { kind: 'absent' };
export const unreadable: SettingsReading = { kind: 'unreadable', problem: 'MDM: cannot be read (EACCES)' };

/** A source that says what it is told to, when it is told to. */
export class FakeSettingsSource implements SettingsSource {
  readonly name: string;
  /** What it answers at once, or how it fails; null: reads wait for `answer`. */
  says: SettingsReading | Error | null;
  #waiting: ((reading: SettingsReading) => void)[] = [];
  #changed: () => void = () => undefined;
  watching = false;

  constructor(says: SettingsReading | Error | null, name = 'MDM') {
    this.says = says;
    this.name = name;
  }

  /** Reads that wait for an answer. */
  get waiting(): number {
    return this.#waiting.length;
  }

  read(): Promise<SettingsReading> {
    if (this.says instanceof Error) return Promise.reject(this.says);
    if (this.says !== null) return Promise.resolve(this.says);
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** Answers the read that waits longest. */
  answer(reading: SettingsReading): void {
    this.#waiting.shift()?.(reading);
  }

  watch(changed: () => void): { problem: () => string | null; stop: () => void } {
    this.watching = true;
    this.#changed = changed;
    return { problem: () => null, stop: () => void (this.watching = false) };
  }

  /** It says something else now, and tells. */
  change(says: SettingsReading): void {
    this.says = says;
    this.#changed();
  }
}
