import type { Desktop, DesktopEvent, Placed, Replacement } from '../../src/sense/desktop.ts';
import type { Capture, FileLabel, PrivacyMarker, WindowContext } from '../../src/shared/capture.ts';
import { failed, ok, type Result } from '../../src/shared/result.ts';

/** A desktop moved by hand. It can be told to fail, and writes down every step in the order it was asked for. */
export class FakeDesktop implements Desktop {
  readonly name = 'fake desktop';
  readonly seesPastes: boolean;
  limitations: string[] = [];
  clipboard = '';
  kept: Placed | null = null;
  watching: 'close' | 'loose' = 'close';
  readonly steps: string[] = [];
  failReplace = false;
  failSafeguard = false;
  startProblem: string | null = null;
  #listener: ((event: DesktopEvent) => void) | null = null;
  #captures = 0;

  constructor({ seesPastes = false } = {}) {
    this.seesPastes = seesPastes;
  }

  start(listener: (event: DesktopEvent) => void): Promise<Result<void>> {
    if (this.startProblem !== null) return Promise.resolve(failed(this.startProblem));
    this.#listener = listener;
    return Promise.resolve(ok(undefined));
  }

  stop(): Promise<void> {
    this.#listener = null;
    return Promise.resolve();
  }

  expectHold(): void {
    this.steps.push('expect');
  }

  watch(how: 'close' | 'loose'): void {
    this.watching = how;
  }

  replace(expected: string, text: string): Promise<Replacement> {
    this.steps.push('replace');
    if (this.failReplace) return Promise.resolve({ kind: 'failed', problem: 'the clipboard is locked' });
    if (this.clipboard !== expected) return Promise.resolve({ kind: 'newer' });
    this.clipboard = text;
    return Promise.resolve({ kind: 'replaced' });
  }

  safeguard(held: Placed | null): Promise<Result<void>> {
    this.steps.push(held === null ? 'let go' : 'keep');
    if (this.failSafeguard) return Promise.resolve(failed('the keeper does not answer'));
    this.kept = held;
    return Promise.resolve(ok(undefined));
  }

  /** What is on the clipboard after the keeper, left alone by a dead agent, has done its duty. */
  afterKill(): string {
    if (this.kept !== null && this.kept.placed.includes(this.clipboard)) return this.kept.original;
    return this.clipboard;
  }

  copy(
    text: string,
    given: {
      markers?: PrivacyMarker[];
      kind?: Capture['kind'];
      source?: WindowContext;
      fileLabels?: readonly FileLabel[];
    } = {},
  ): void {
    this.clipboard = text;
    this.#captures += 1;
    const { markers = [], source = null, kind = text === '' ? 'empty' : 'text', fileLabels = [] } = given;
    const id = String(this.#captures);
    const capture: Capture = { id, at: new Date(0), kind, text, fileLabels, source, markers };
    this.#listener?.({ kind: 'copied', capture });
  }

  focus(window: WindowContext | null): void {
    this.#listener?.({ kind: 'focused', window });
  }

  paste(): void {
    this.#listener?.({ kind: 'pasted' });
  }

  limit(...limitations: string[]): void {
    this.limitations = limitations;
    this.#listener?.({ kind: 'limitations' });
  }
}
