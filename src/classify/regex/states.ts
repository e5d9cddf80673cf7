/** A state of a matcher, built when a text first leads to it. It holds instructions, never text. */
export interface StateBase<State> {
  /** By what is read next; holes are not built yet, or depend on look-arounds. */
  readonly next: (State | undefined)[];
  /** Where what is read next decides together with look-arounds. */
  readonly branches: Map<number, Branch<State>>;
}

export interface Branch<State> {
  /** The look-arounds that matter, one bit each. */
  readonly wanted: number;
  /** By those that hold. */
  readonly to: Map<number, State>;
}

/** Look-arounds at a place: of those in `wanted`, the ones that hold. One bit each. */
export type AskLooks = (text: string, at: number, wanted: number) => number;

export const noLooks: AskLooks = () => 0;

/** How much a matcher keeps before it starts afresh: table places and numbers of instructions, together. */
const MAX_KEPT = 500_000;

export interface States<State extends StateBase<State>> {
  /** The state with this key, made when there is none yet. `size` is what its own part keeps. */
  intern(key: string, size: number, make: (base: StateBase<State>) => State): State;
  remember(from: State, index: number, wanted: number, holding: number, to: State): void;
  /** Counts up whenever everything is forgotten. */
  generation(): number;
}

/** `row` is how many different things may be read next. */
export function createStates<State extends StateBase<State>>(row: number): States<State> {
  let known = new Map<string, State>();
  let kept = 0;
  let generation = 0;
  const charge = (size: number): void => {
    kept += size;
    if (kept <= MAX_KEPT) return;
    // The state in use lives on until the matcher has moved away from it.
    known = new Map();
    kept = size;
    generation++;
  };
  return {
    intern(key, size, make) {
      const old = known.get(key);
      if (old !== undefined) return old;
      charge(row + size + key.length);
      const state = make({ next: Array.from<undefined>({ length: row }), branches: new Map() });
      known.set(key, state);
      return state;
    },
    remember(from, index, wanted, holding, to) {
      if (wanted === 0) {
        from.next[index] = to;
        return;
      }
      charge(8);
      let branch = from.branches.get(index);
      if (branch === undefined) from.branches.set(index, (branch = { wanted, to: new Map() }));
      branch.to.set(holding, to);
    },
    generation: () => generation,
  };
}

/** A few states by number, forgotten together with all others. */
export function createShelf<State extends StateBase<State>>(
  states: States<State>,
): (place: number, make: () => State) => State {
  let shelf: (State | undefined)[] = [];
  let generation = 0;
  return (place, make) => {
    if (generation !== states.generation()) shelf = [];
    generation = states.generation();
    return (shelf[place] ??= make());
  };
}
