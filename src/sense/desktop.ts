import type { Capture, WindowContext } from '../shared/capture.ts';
import type { Result } from '../shared/result.ts';

/** What a desktop tells the agent, in the order it happened: a copy made before a change of focus is told first. */
export type DesktopEvent =
  /** A new state of the clipboard that Clipward did not put there. */
  | { readonly kind: 'copied'; readonly capture: Capture }
  /** Another window, or the same one with another title or page; null when nothing is in front. */
  | { readonly kind: 'focused'; readonly window: WindowContext | null }
  /** The person pastes into the window in front. Only desktops with `seesPastes` tell this. */
  | { readonly kind: 'pasted' }
  /** Something this desktop could see until now is lost, or back: `limitations` has changed. */
  | { readonly kind: 'limitations' };

/** What Clipward put on the clipboard in place of what the person copied. */
export interface Placed {
  readonly original: string;
  /** Every text that may stand there right now: two while one is being exchanged for the other. */
  readonly placed: readonly string[];
}

export type Replacement =
  | { readonly kind: 'replaced' }
  /** Someone else wrote to the clipboard meanwhile. It was left alone. */
  | { readonly kind: 'newer' }
  | { readonly kind: 'failed'; readonly problem: string };

/**
 * The person's clipboard and windows. Two implementations: a live desktop (X11) and a recorded one.
 * Nothing above this file knows which it is.
 */
export interface Desktop {
  /** For people: `X11 display :0`, `recording office-day.json`. */
  readonly name: string;
  readonly seesPastes: boolean;
  /** What it cannot see or do now, one sentence each with the way to mend it. Empty when all is well. */
  readonly limitations: readonly string[];
  /** Begins to tell events. The first ones are the present window and clipboard. A problem says what to install or grant. */
  start(listener: (event: DesktopEvent) => void): Promise<Result<void>>;
  /**
   * How closely to watch for copies: `close` while a copy would meet an AI platform at once, `loose` while it can wait for
   * the next change of window, before which copies are told anyway. Only a hint, for desktops that have to poll.
   */
  watch(how: 'close' | 'loose'): void;
  /** Stops telling events; safe to call twice. Leaves the clipboard as it is. */
  stop(): Promise<void>;
  /** A hold may follow: gets ready what takes a moment to start, so that the first hold is as quick as the others. Only a hint. */
  expectHold(): void;
  /** Puts `text` on the clipboard if it still holds `expected`. Own writes are not told as copies. */
  replace(expected: string, text: string): Promise<Replacement>;
  /**
   * Hands what was taken from the person to something that outlives this process and gives it back if the process dies,
   * unless the clipboard then holds something newer. Resolves once it is safe. null: nothing is held any more.
   */
  safeguard(held: Placed | null): Promise<Result<void>>;
}
