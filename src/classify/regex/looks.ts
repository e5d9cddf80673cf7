import { createBackward, endsAt } from './backward.ts';
import { createForward } from './forward.ts';
import type { LookProgram, Program } from './program.ts';
import { noLooks, type AskLooks } from './states.ts';
import { createTables, type Meter } from './tables.ts';

/**
 * Answers which look-arounds hold at a place. Each is tried there and then: what it may span is bounded, so that this
 * costs a constant for each place.
 */
export function createLooks(program: Program, meter: Meter): AskLooks {
  if (program.looks.length === 0) return noLooks;
  const looks = program.looks.map((look) => createLook(look, meter));
  return (text, at, wanted) => {
    let holding = 0;
    for (let left = wanted, index = 0; left !== 0; left >>>= 1, index++) {
      if ((left & 1) !== 0 && looks[index]?.(text, at) === true) holding |= 1 << index;
    }
    return holding;
  };
}

function createLook(
  { ahead, negative, program }: LookProgram,
  meter: Meter,
): (text: string, at: number) => boolean {
  const tables = createTables(program);
  if (ahead) {
    const machine = createForward(tables, noLooks, meter);
    return (text, at) => machine.matchesAt(text, at) !== negative;
  }
  const machine = createBackward(tables, noLooks, meter, false);
  return (text, at) => endsAt(machine, text, at) !== negative;
}
