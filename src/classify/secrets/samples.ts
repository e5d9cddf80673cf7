/**
 * Made-up values of a shape, for the examples of the tables of secrets. They are built when asked for, so that nothing in the
 * source looks like a secret to the scanners that read source.
 */

/** A generator of numbers 0 to 1, the same for the same seed (xorshift32). */
function numbersOf(seed: string): () => number {
  let state = 2_463_534_242;
  for (let at = 0; at < seed.length; at++) state = Math.imul(state ^ seed.charCodeAt(at), 16_777_619) >>> 0;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 4_294_967_296;
  };
}

/**
 * A value that the regular expression matches; always the same for the same seed. Understands what the tables use: literals,
 * escapes, classes, groups with alternatives, `?`, `{n}` and `{n,m}` (as often as `n`, 1 at least).
 */
export function sampleOf(source: string, seed: string): string {
  const next = numbersOf(seed + source);
  let at = 0;

  const alternatives = (): string => {
    const found = [sequence()];
    while (source[at] === '|') {
      at++;
      found.push(sequence());
    }
    return found[Math.floor(next() * found.length)] ?? '';
  };

  const sequence = (): string => {
    let made = '';
    while (at < source.length && source[at] !== '|' && source[at] !== ')') {
      const start = at;
      made += atom();
      const times = timesOf();
      const end = at;
      for (let more = 1; more < times; more++) {
        at = start;
        made += atom();
      }
      at = end;
    }
    return made;
  };

  const atom = (): string => {
    const unit = source[at++] ?? '';
    if (unit === '(') {
      if (source.startsWith('?:', at)) at += 2;
      const made = alternatives();
      at++;
      return made;
    }
    if (unit === '[') return oneOf(readClass());
    if (unit === '\\') return oneOf(escaped(source[at++] ?? ''));
    return unit;
  };

  const timesOf = (): number => {
    if (source[at] === '?') at++;
    if (source[at] !== '{') return 1;
    const close = source.indexOf('}', at);
    const least = Number.parseInt(source.slice(at + 1, close), 10);
    at = close + 1;
    return Math.max(least, 1);
  };

  const readClass = (): string => {
    let units = '';
    while (source[at] !== ']') {
      const unit = source[at++] ?? '';
      if (unit === '\\') units += escaped(source[at++] ?? '');
      else if (source[at] === '-' && source[at + 1] !== ']') {
        units += range(unit, source[at + 1] ?? unit);
        at += 2;
      } else units += unit;
    }
    at++;
    return units;
  };

  const oneOf = (units: string): string => units[Math.floor(next() * units.length)] ?? '';

  return alternatives();
}

const range = (first: string, last: string): string =>
  String.fromCharCode(
    ...Array.from(
      { length: last.charCodeAt(0) - first.charCodeAt(0) + 1 },
      (_, step) => first.charCodeAt(0) + step,
    ),
  );

function escaped(unit: string): string {
  if (unit === 'd') return '0123456789';
  if (unit === 'w') return `${range('A', 'Z')}${range('a', 'z')}0123456789_`;
  return unit;
}
