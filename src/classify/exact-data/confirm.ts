import { createWordReader, type WordReader } from '../word-reader.ts';
import { createGroups } from './groups.ts';
import type { ExactTable, PrimaryHit } from './look-up.ts';
import { dateNumber, MAX_WITH_WORDS, mixWords, nonZero } from './value.ts';
import { createWantedNumbers, type WantedNumbers } from './wanted.ts';

/** A value that ends within the proximity begins at most so far before it. */
const MAX_VALUE_UNITS = 128;
/** Words of one value stand at most so many characters apart. */
const MAX_GAP = 16;

/**
 * Which of the hits, by place, have enough values of their own row near them. Words near hits are read once, however many
 * hits there are; each hit then costs a look at each of its columns.
 */
export function confirmedHits(table: ExactTable, text: string, hits: readonly PrimaryHit[]): Uint8Array {
  const confirmed = new Uint8Array(hits.length);
  if (table.data.with_columns === 0 || hits.length === 0) return confirmed;
  const wanted = wantedNumbers(table, hits);
  const words = createWordReader();
  for (const { start, end } of windowsOf(hits, table.data.proximity)) {
    words.open(text, start, end);
    readWindow(table, text, words, wanted);
  }
  // From the last to the first: sightings beyond a hit's reach are out of reach of all that are still to come.
  for (let index = hits.length - 1; index >= 0; index--) {
    const hit = hits[index];
    if (hit !== undefined && isConfirmed(table, hit, wanted)) confirmed[index] = 1;
  }
  return confirmed;
}

/** Has one of the rows that share the hit's primary value enough columns near the hit, outside of it? */
function isConfirmed({ rows, width, data }: ExactTable, hit: PrimaryHit, wanted: WantedNumbers): boolean {
  const first = hit.row * width;
  for (let row = first; rows[row] === rows[first] && rows[row + 1] === rows[first + 1]; row += width) {
    let near = 0;
    for (let column = row + 2; column < row + width; column++) {
      if (wanted.isNear((rows[column] ?? 0) | 0, hit, data.proximity)) near++;
    }
    if (near >= data.confirm) return true;
  }
  return false;
}

function wantedNumbers({ rows, width }: ExactTable, hits: readonly PrimaryHit[]): WantedNumbers {
  const wanted = createWantedNumbers(hits.length * (width - 2));
  for (const hit of hits) {
    const first = hit.row * width;
    for (let row = first; rows[row] === rows[first] && rows[row + 1] === rows[first + 1]; row += width) {
      for (let column = row + 2; column < row + width; column++) wanted.add((rows[column] ?? 0) | 0);
    }
  }
  return wanted;
}

/** The stretches around hits, joined where they overlap. Hits are in the order of their ends. */
function windowsOf(
  hits: readonly PrimaryHit[],
  proximity: number,
): readonly { start: number; end: number }[] {
  const windows: { start: number; end: number }[] = [];
  for (const hit of hits) {
    const start = Math.max(0, hit.start - proximity - MAX_VALUE_UNITS);
    const last = windows.at(-1);
    if (last !== undefined && start <= last.end) last.end = hit.end + proximity;
    else windows.push({ start, end: hit.end + proximity });
  }
  return windows;
}

/** Notes every wanted value in the words that the reader is turned to. */
function readWindow(table: ExactTable, text: string, words: WordReader, wanted: WantedNumbers): void {
  const { hash, withLengths } = table;
  // Mixed numbers and starts of the runs that end with the current word, shortest first.
  const numbers = new Int32Array(MAX_WITH_WORDS);
  const starts = new Int32Array(MAX_WITH_WORDS);
  let runs = 0;
  const groups = createGroups();
  let previousEnd = 0;

  while (words.next()) {
    hash.hash(words.bytes, words.from, words.to);
    const own = hash.low;
    runs = words.start - previousEnd > MAX_GAP ? 1 : Math.min(runs + 1, MAX_WITH_WORDS);
    for (let run = runs - 1; run > 0; run--) {
      numbers[run] = mixWords(numbers[run - 1] ?? 0, own);
      starts[run] = starts[run - 1] ?? 0;
      wanted.see(nonZero(numbers[run] ?? 0), starts[run] ?? 0, words.end);
    }
    numbers[0] = own;
    starts[0] = words.start;
    wanted.see(nonZero(own), words.start, words.end);

    groups.take(text, words, previousEnd);
    previousEnd = words.end;
    if (groups.count < 2) continue;
    for (let group = 0; group < groups.count - 1; group++) {
      const byte = groups.bytes[group] ?? 0;
      if (withLengths[words.to - byte] !== 1) continue;
      hash.hash(words.bytes, byte, words.to);
      wanted.see(nonZero(hash.low), groups.starts[group] ?? 0, words.end);
    }
    const date = groups.date();
    if (date > 0) wanted.see(dateNumber(date, hash), groups.starts[groups.count - 3] ?? 0, words.end);
  }
}
