/**
 * The shape of a regular expression: just enough to tell what Purview's upload refuses. Knows Perl syntax; never fails: what it
 * does not know is a character of its own.
 */
export interface Part {
  readonly kind: 'character' | 'any' | 'set' | 'assertion' | 'group' | 'look-ahead' | 'look-behind';
  readonly min: number;
  readonly max: number;
  readonly alternatives: readonly (readonly Part[])[];
  readonly at: number;
}

type Alternatives = readonly (readonly Part[])[];

/** Deeper groups are read as flat: such an expression is refused elsewhere. */
const MAX_DEPTH = 100;

export function outlineOf(source: string): Alternatives {
  let at = 0;

  const isEnd = (depth: number): boolean => at >= source.length || (depth > 0 && source[at] === ')');

  const readAlternatives = (depth: number): Alternatives => {
    const alternatives: Part[][] = [];
    let current: Part[] = [];
    while (!isEnd(depth)) {
      if (source[at] === '|') {
        alternatives.push(current);
        current = [];
        at++;
      } else current.push(readPart(depth));
    }
    return [...alternatives, current];
  };

  const readPart = (depth: number): Part => {
    const start = at;
    const { kind, alternatives } = readAtom(depth);
    const [min, max] = readRepeat();
    return { kind, min, max, alternatives, at: start };
  };

  const readAtom = (depth: number): Pick<Part, 'kind' | 'alternatives'> => {
    const unit = source[at];
    if (unit === '(' && depth < MAX_DEPTH) return readGroup(depth);
    if (unit === '[') {
      at = endOfSet(source, at);
      return { kind: 'set', alternatives: [] };
    }
    if (unit === '\\') {
      const escaped = source[at + 1] ?? '';
      at += 2;
      if ('bBAzZ<>G'.includes(escaped)) return { kind: 'assertion', alternatives: [] };
      return { kind: 'dDwWsShHlLuUpP'.includes(escaped) ? 'set' : 'character', alternatives: [] };
    }
    at++;
    if (unit === '^' || unit === '$') return { kind: 'assertion', alternatives: [] };
    return { kind: unit === '.' ? 'any' : 'character', alternatives: [] };
  };

  const readGroup = (depth: number): Pick<Part, 'kind' | 'alternatives'> => {
    const beginning = /^\((?:\?(?:<[=!]|[=!:>|]|P?<\w{1,60}>|'\w{1,60}'|[a-z-]{0,8}[:)]))?/.exec(
      source.slice(at, at + 70),
    )?.[0];
    const opening = beginning ?? '(';
    at += opening.length;
    // A modifier alone, such as (?i).
    if (opening.endsWith(')')) return { kind: 'assertion', alternatives: [] };
    const alternatives = readAlternatives(depth + 1);
    at++;
    const kind = /^\(\?<[=!]$/.test(opening)
      ? 'look-behind'
      : /^\(\?[=!]$/.test(opening)
        ? 'look-ahead'
        : 'group';
    return { kind, alternatives };
  };

  const readRepeat = (): readonly [number, number] => {
    const repeat = /^(?:[*+?]|\{(\d{1,6})(,?)(\d{0,6})\})[?+]?/.exec(source.slice(at, at + 20));
    if (repeat === null) return [1, 1];
    at += repeat[0].length;
    const [whole, low = '', comma, high = ''] = repeat;
    if (whole.startsWith('*')) return [0, Infinity];
    if (whole.startsWith('+')) return [1, Infinity];
    if (whole.startsWith('?')) return [0, 1];
    if (comma === '') return [Number(low), Number(low)];
    return [Number(low), high === '' ? Infinity : Number(high)];
  };

  return readAlternatives(0);
}

/** Behind the `]` that ends the set; a `]` right at its start is a member. */
function endOfSet(source: string, start: number): number {
  let at = start + 1;
  if (source[at] === '^') at++;
  if (source[at] === ']') at++;
  while (at < source.length && source[at] !== ']') {
    const posix = source.startsWith('[:', at) ? source.indexOf(':]', at) : -1;
    if (posix > 0) at = posix + 2;
    else at += source[at] === '\\' ? 2 : 1;
  }
  return at + 1;
}

/** The one length of everything that can match, or undefined when lengths differ. */
export function fixedLength(alternatives: Alternatives): number | undefined {
  let length: number | undefined;
  for (const parts of alternatives) {
    let sum = 0;
    for (const part of parts) {
      const own = lengthOf(part);
      if (own === undefined || part.min !== part.max) return undefined;
      sum += own * part.min;
    }
    if (length !== undefined && length !== sum) return undefined;
    length = sum;
  }
  return length;
}

function lengthOf({ kind, alternatives }: Part): number | undefined {
  if (kind === 'group') return fixedLength(alternatives);
  return kind === 'character' || kind === 'any' || kind === 'set' ? 1 : 0;
}
