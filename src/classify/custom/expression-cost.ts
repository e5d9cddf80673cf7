import { compileMetered, type LinearPattern } from '../regex/linear.ts';
import { parsePattern } from '../regex/parse.ts';
import { UNIT, writeProgram, type Program } from '../regex/program.ts';
import { fromBoost } from './boost.ts';

/** Larger than any expression that is accepted. */
const MAX_SIZE = 50_000;
/** Length of the texts that are tried. */
const TRIED_UNITS = 2048;

/**
 * About how many steps an administrator's expression takes at each character of a text that is hard for it: texts made of the
 * very characters that it looks for, as often as it does, are searched and the engine's work is counted (not the time: the same
 * on every machine). An ordinary expression takes one to three. Null for one that cannot be used; that is refused elsewhere,
 * with its reason.
 */
export function stepsPerCharacter(expression: string): number | null {
  const converted = fromBoost(expression);
  if (!converted.ok) return null;
  const { source, ignoreCase } = converted.value;
  const options = { ignoreCase, multiline: true };
  const parsed = parsePattern(source, { ...options, dotAll: false, unicode: false, dialect: 'linear' });
  const program = parsed.ok ? writeProgram(parsed.value, MAX_SIZE) : parsed;
  if (!program.ok) return null;
  const units = unitsOf(program.value);
  if (units.length === 0) return 1;
  let most = 0;
  // A text of all of it, and one of what it looks for most: repeats are long there.
  for (const each of [units, mostFrequent(units)]) {
    const meter = { steps: 0 };
    const pattern = compileMetered(source, options, meter);
    if (!pattern.ok) return null;
    // What the engine remembers of a first text costs nothing in the rest of a long one.
    search(pattern.value, textOf(each, 1));
    meter.steps = 0;
    search(pattern.value, textOf(each, 2));
    most = Math.max(most, meter.steps / TRIED_UNITS);
  }
  return Math.round(most);
}

function search(pattern: LinearPattern, text: string): void {
  for (let from = 0; from <= text.length;) {
    const found = pattern.find(text, from);
    if (found === undefined) return;
    from = Math.max(found.end, found.start + 1);
  }
}

/** First and last unit of every set that is taken, once for each place of the expression that takes it. */
function unitsOf({ op, y, sets }: Program): readonly number[] {
  return op.flatMap((code, place) => {
    const set = code === UNIT ? sets[y[place] ?? -1] : undefined;
    return set === undefined || set.length === 0 ? [] : [set[0] ?? 0, set.at(-1) ?? 0];
  });
}

/** The half of different units that stand most often. */
function mostFrequent(units: readonly number[]): readonly number[] {
  const counts = new Map<number, number>();
  for (const unit of units) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  const often = [...counts].toSorted((left, right) => right[1] - left[1]).map(([unit]) => unit);
  return often.slice(0, Math.ceil(often.length / 2));
}

/** A text of these units in an order that looks random and is always the same for one start (a linear congruential generator). */
function textOf(units: readonly number[], start: number): string {
  let seed = start;
  const text = Array.from({ length: TRIED_UNITS }, () => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
    return units[(seed >> 8) % units.length] ?? 0;
  });
  return String.fromCharCode(...text);
}
