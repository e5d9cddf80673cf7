/** One value as its source has it, before anything was checked. */
export interface RawSetting {
  readonly name: string;
  readonly value: unknown;
  /** Where it stands, for people: a path, a registry key, an option. */
  readonly origin: string;
}

/** What a source says now. Absent is not unreadable: absent clears what was set before, unreadable leaves it in force. */
export type SettingsReading =
  | { readonly kind: 'absent' }
  | {
      readonly kind: 'present';
      readonly values: readonly RawSetting[];
      /** What of it could not be taken for a value at all; lines for people. */
      readonly problems?: readonly string[];
    }
  | { readonly kind: 'unreadable'; readonly problem: string };

/** How changes are noticed. Times in milliseconds. */
export interface WatchTimes {
  /** Changes are waited for so long after the last one: tools delete and write values one by one. */
  readonly debounceMs: number;
  /** It is looked anyway so often, in case the system told nothing. */
  readonly pollMs: number;
}

/** Something that is noticed until it is stopped. */
export interface Watch {
  /** Why changes are noticed at the slow poll only; null when they are noticed at once. */
  problem(): string | null;
  /** Safe to call twice. */
  stop(): void;
}

/** Where settings come from: a file, the Windows registry, the managed preferences of macOS. */
export interface SettingsSource {
  /** For people. */
  readonly name: string;
  /** Never rejects. */
  read(): Promise<SettingsReading>;
  /** Calls back when it may say something else than before. */
  watch(changed: () => void, times: WatchTimes): Watch;
}
