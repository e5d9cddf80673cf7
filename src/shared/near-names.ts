/** A name that was meant is spelt otherwise in at most one of so many of its letters. */
const LETTERS_PER_SLIP = 4;
/** Longer names are compared by so many first letters. */
const MOST_LETTERS = 80;

/**
 * Of some names up to `most` that one who wrote `text` may have meant, likeliest first: those spelt much like it, and those
 * that hold all of it. Case, spaces and punctuation do not count.
 */
export function nearNames(text: string, names: Iterable<string>, most = 3): readonly string[] {
  const wanted = plain(text);
  if (wanted === '') return [];
  const near: { readonly name: string; readonly slips: number }[] = [];
  for (const name of new Set(names)) {
    const slips = slipsBetween(wanted, plain(name));
    if (slips !== undefined) near.push({ name, slips });
  }
  return near
    .toSorted((left, right) => left.slips - right.slips || (left.name < right.name ? -1 : 1))
    .slice(0, most)
    .map(({ name }) => name);
}

const plain = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .slice(0, MOST_LETTERS);

/** How far apart two names are; undefined when nobody would take one for the other. */
function slipsBetween(wanted: string, name: string): number | undefined {
  const allowed = Math.max(1, Math.floor(wanted.length / LETTERS_PER_SLIP));
  // Whole words of a longer name are a better guess than many slips, a worse one than a few.
  if (wanted.length >= 3 && ` ${name} `.includes(` ${wanted} `)) {
    return 1 + (name.length - wanted.length) / MOST_LETTERS;
  }
  if (Math.abs(wanted.length - name.length) > allowed) return undefined;
  const distance = editDistance(wanted, name);
  return distance <= allowed ? distance : undefined;
}

/** How many letters must be changed, added, dropped, or swapped with their neighbour (optimal string alignment). */
function editDistance(left: string, right: string): number {
  let before: number[] = [];
  let above = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row++) {
    const line = [row];
    for (let column = 1; column <= right.length; column++) {
      const same = left[row - 1] === right[column - 1] ? 0 : 1;
      let least = Math.min(
        (above[column] ?? 0) + 1,
        (line[column - 1] ?? 0) + 1,
        (above[column - 1] ?? 0) + same,
      );
      if (
        row > 1 &&
        column > 1 &&
        left[row - 1] === right[column - 2] &&
        left[row - 2] === right[column - 1]
      ) {
        least = Math.min(least, (before[column - 2] ?? 0) + 1);
      }
      line.push(least);
    }
    before = above;
    above = line;
  }
  return above[right.length] ?? 0;
}
