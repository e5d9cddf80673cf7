import { BORDER, CLEAR, CLOSE, FAIL, LOOK, OPEN, UNIT } from './program.ts';
import { firstClasses } from './links.ts';
import { classAt, type Tables } from './tables.ts';
import { rangesOf } from './unit-set.ts';

/** The first place from `at` on, at most `to`, where a match may begin. */
export type Skip = (text: string, at: number, to: number) => number;

/** Undefined when a match may begin anywhere. */
export function createSkip(tables: Tables): Skip | undefined {
  const first = firstClasses(tables, tables.start);
  if (first === undefined) return undefined;
  const low = new Uint8Array(256);
  for (let unit = 0; unit < 256; unit++) {
    low[unit] = first[tables.classes[(tables.pages[0] ?? 0) + unit] ?? 0] ?? 0;
  }
  const prefix = prefixOf(tables);
  return (text, at, to) => {
    // The platform searches strings faster, but would read on behind `to`.
    if (prefix.length > 1 && to === text.length) {
      const found = text.indexOf(prefix, at);
      return found < 0 ? to : found;
    }
    let place = at;
    while (place < to) {
      const unit = text.charCodeAt(place);
      if (unit < 256 ? low[unit] === 1 : first[classAt(tables, text, place)] === 1) break;
      place++;
    }
    return place;
  };
}

/** The exact units that every match begins with; empty when there are several choices. */
function prefixOf(tables: Tables): string {
  let prefix = '';
  let pc = tables.start;
  for (;;) {
    switch (tables.op[pc] ?? FAIL) {
      case UNIT: {
        const [only, ...others] = rangesOf(tables.program.sets[tables.y[pc] ?? 0] ?? []);
        if (only === undefined || only.low !== only.high || others.length > 0) return prefix;
        prefix += String.fromCharCode(only.low);
        break;
      }
      case BORDER:
      case LOOK:
      case OPEN:
      case CLOSE:
      case CLEAR:
        break;
      default:
        return prefix;
    }
    pc = tables.x[pc] ?? 0;
  }
}
