import { failed, ok, type Result } from '../../src/shared/result.ts';
import type { TextClipboard } from '../../src/sense/system-clipboard.ts';

/** A clipboard that a test can break, slow down, or write to at the worst moment. */
export class FakeTextClipboard implements TextClipboard {
  content = '';
  /** While set, every read fails with this problem. */
  readProblem: string | null = null;
  /** While set, every write fails with this problem and changes nothing. */
  writeProblem: string | null = null;
  /** Writes are accepted but change nothing. */
  deaf = false;
  /** Runs once, just after the next write. */
  afterWrite: (() => void) | null = null;
  reads = 0;
  busiest = 0;
  #busy = 0;

  read(): Promise<Result<string>> {
    this.reads += 1;
    return this.#oneAtATime(() => (this.readProblem === null ? ok(this.content) : failed(this.readProblem)));
  }

  write(text: string): Promise<Result<void>> {
    return this.#oneAtATime(() => {
      if (this.writeProblem !== null) return failed(this.writeProblem);
      if (!this.deaf) this.content = text;
      this.afterWrite?.();
      this.afterWrite = null;
      return ok(undefined);
    });
  }

  async #oneAtATime<Value>(operation: () => Value): Promise<Value> {
    this.#busy += 1;
    this.busiest = Math.max(this.busiest, this.#busy);
    await new Promise((resolve) => setImmediate(resolve));
    this.#busy -= 1;
    return operation();
  }
}
