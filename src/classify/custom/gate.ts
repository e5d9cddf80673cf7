import type { Starts } from '../regex/forward.ts';
import type { Window } from '../regex/windows.ts';
import { firstAtLeast } from './occurrences.ts';
import { createWindowIndex, type FindWindows } from './window-index.ts';

/** Tells, for all expressions at once, where in a text each of them is worth trying. */
export interface Gate {
  /** One pass over the text. `isOver` answers true once there is no time left. */
  open(text: string, isOver: () => boolean): OpenGate;
}

/** What the gate found in one text. */
export interface OpenGate {
  /** By element: 0 when it cannot occur. */
  readonly mayBeThere: Uint8Array;
  /** Where an element may begin; undefined: anywhere. */
  startsOf(element: number): Starts | undefined;
  /** False when the time was up: what was not seen counts as not there. */
  readonly complete: boolean;
}

/** A window of an expression. */
interface Part {
  readonly window: number;
  /** So many units before the window the match begins. */
  readonly least: number;
  readonly most: number;
}

/** Places of one window that are noted in one text; behind the last of them an expression may begin anywhere. */
const MAX_PLACES = 4096;

/** `windows` by element: what every occurrence of it holds one of, undefined when nothing is known. */
export function createGate(windows: readonly (readonly Window[] | undefined)[]): Gate {
  const index = createWindowIndex();
  const parts = windows.map((each) => partsOf(each, index.add));
  return createOpening(parts, index.finish());
}

function createOpening(parts: readonly (readonly Part[] | undefined)[], find: FindWindows): Gate {
  const always = Uint8Array.from(parts, (known) => (known === undefined ? 1 : 0));
  const elementsOf: number[][] = [];
  for (const [element, known] of parts.entries()) {
    for (const { window } of known ?? []) (elementsOf[window] ??= []).push(element);
  }

  return {
    open(text, isOver) {
      const places = new Map<number, number[]>();
      const mayBeThere = always.slice();
      const note = (window: number, start: number): void => {
        const seen = places.get(window);
        if (seen === undefined) {
          places.set(window, [start]);
          for (const element of elementsOf[window] ?? []) mayBeThere[element] = 1;
        } else if (seen.length < MAX_PLACES) seen.push(start);
      };
      const complete = find(text, note, isOver);
      return {
        mayBeThere,
        complete,
        startsOf(element) {
          const known = parts[element];
          if (known === undefined) return undefined;
          const starts = known.flatMap((part) => {
            const seen = places.get(part.window);
            return seen === undefined ? [] : [startsBefore(part, seen)];
          });
          const [only] = starts;
          if (only !== undefined && starts.length === 1) return only;
          return (at) => starts.reduce((first, next) => Math.min(first, next(at)), Infinity);
        },
      };
    },
  };
}

/** Undefined when one of the windows cannot be looked up. */
function partsOf(
  windows: readonly Window[] | undefined,
  add: (sets: Window['sets']) => number | undefined,
): readonly Part[] | undefined {
  const parts: Part[] = [];
  for (const { sets, least, most } of windows ?? []) {
    const window = add(sets);
    if (window === undefined) return undefined;
    parts.push({ window, least, most });
  }
  return windows === undefined ? undefined : parts;
}

/** The first place from `at` on that lies `least` to `most` units before one of the places in `seen`. */
function startsBefore({ least, most }: Part, seen: readonly number[]): Starts {
  return (at) => {
    const place = seen[firstAtLeast(seen, at + least)];
    if (place !== undefined) return Math.max(at, place - most);
    return seen.length < MAX_PLACES ? Infinity : at;
  };
}
