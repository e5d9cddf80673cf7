import type { Tell } from '../shared/happening.ts';
import type { Desktop, Replacement } from '../sense/desktop.ts';

/** What is on the clipboard in place of the person's content. */
export interface ClipboardHold {
  readonly holding: boolean;
  /**
   * Puts `text` where `original` was. `placed`: the clipboard shows it now; `stood`: it did before;
   * `not-placed`: it could not be written, or something newer was there.
   */
  put(original: string, text: string): Promise<'placed' | 'stood' | 'not-placed'>;
  /** Gives the original back unless something newer was copied. */
  giveBack(): Promise<void>;
  /** Something newer is on the clipboard: there is nothing to give back any more. */
  forget(): Promise<void>;
}

/**
 * Takes content off the clipboard and gives it back. The order is what makes it safe: the content is with the keeper,
 * which outlives this process, before it leaves the clipboard, and leaves the keeper only after it is back.
 */
export function createClipboardHold(desktop: Desktop, tell: Tell): ClipboardHold {
  let held: { readonly original: string; readonly placed: string } | null = null;

  const report = (replacement: Replacement, doing: string): void => {
    if (replacement.kind === 'failed')
      tell({ kind: 'problem', detail: `could not ${doing}: ${replacement.problem}` });
  };

  async function safeguard(original: string, placed: readonly string[]): Promise<void> {
    const kept = await desktop.safeguard({ original, placed });
    // Policy comes first: the hold goes on, but nobody should believe in a safety that is not there.
    if (!kept.ok)
      tell({
        kind: 'problem',
        detail: `held content would be lost if Clipward were killed now: ${kept.problem}`,
      });
  }

  async function release(): Promise<void> {
    held = null;
    const done = await desktop.safeguard(null);
    if (!done.ok)
      tell({ kind: 'problem', detail: `the keeper did not let go of held content: ${done.problem}` });
  }

  async function put(original: string, text: string): Promise<'placed' | 'stood' | 'not-placed'> {
    if (held?.placed === text) return 'stood';
    const before = held?.placed ?? original;
    // Until the write has happened the clipboard may show either: the keeper must know both.
    await safeguard(original, held === null ? [text] : [held.placed, text]);
    const replacement = await desktop.replace(before, text);
    report(replacement, 'hold what was copied');
    if (replacement.kind === 'replaced') {
      held = { original, placed: text };
      return 'placed';
    }
    if (replacement.kind === 'newer' || held === null) await release();
    return 'not-placed';
  }

  async function giveBack(): Promise<void> {
    if (held === null) return;
    const replacement = await desktop.replace(held.placed, held.original);
    report(replacement, 'give back what was copied; trying again at the next change of window');
    if (replacement.kind === 'failed') return;
    if (replacement.kind === 'replaced') tell({ kind: 'given-back' });
    await release();
  }

  return {
    get holding() {
      return held !== null;
    },
    put,
    giveBack,
    forget: async () => {
      if (held !== null) await release();
    },
  };
}
