import { numbersFromBase64 } from '../../shared/base64.ts';
import { MAX_VALUE_BYTES, type ExactDataType } from '../../shared/exact-data.ts';
import { WORDS_PER_CHECK } from '../finder.ts';
import { createHashDirectory, type HashDirectory } from '../hash-directory.ts';
import { createKeyedHash, type KeyedHash } from '../keyed-hash.ts';
import { createWordReader, DIGITS, type WordReader } from '../word-reader.ts';
import { mayLead } from './lead-filter.ts';
import { APART, gapKind, GROUPED, MAX_GROUP_DIGITS, MAX_RUN_WORDS } from './value.ts';

/** One type's rows, ready to be looked up. */
export interface ExactTable {
  readonly data: ExactDataType;
  readonly hash: KeyedHash;
  readonly rows: Uint32Array;
  readonly width: number;
  readonly directory: HashDirectory;
  readonly leads: Uint32Array;
  /** By length in bytes: 1 where a value of digits alone, or another one, is so long. */
  readonly digitLengths: Uint8Array;
  readonly otherLengths: Uint8Array;
  readonly longest: number;
  /** By length: 1 where a with-value of digits alone is so long. */
  readonly withLengths: Uint8Array;
}

export function createExactTable(data: ExactDataType): ExactTable {
  const rows = numbersFromBase64(data.rows);
  const width = 2 + data.with_columns;
  const longest = Math.max(0, ...data.lengths.digits, ...data.lengths.other);
  return {
    data,
    hash: createKeyedHash(data.key),
    rows,
    width,
    directory: createHashDirectory(rows, width),
    leads: numbersFromBase64(data.leads),
    digitLengths: flags(data.lengths.digits),
    otherLengths: flags(data.lengths.other),
    longest,
    withLengths: flags(data.lengths.with_numbers),
  };
}

function flags(lengths: readonly number[]): Uint8Array {
  const flagged = new Uint8Array(MAX_VALUE_BYTES + 1);
  for (const length of lengths) flagged[length] = 1;
  return flagged;
}

/** A primary value in the text, and the first of its rows. */
export interface PrimaryHit {
  readonly start: number;
  readonly end: number;
  readonly row: number;
}

/** The first row with this hash, or -1. */
function rowOf({ rows, width, directory }: ExactTable, low: number, high: number): number {
  for (let row = directory.firstRow(high); rows[row * width] === high >>> 0; row++) {
    if (rows[row * width + 1] === low >>> 0) return row;
  }
  return -1;
}

/** A place where a value may have begun: what is needed to look up longer and longer runs from there. */
interface Opening {
  start: number;
  /** Its first byte among the reader's. */
  byte: number;
  words: number;
  /** Digits in short groups so far. */
  number: boolean;
  /** Some value begins with the letters or digits that stand there. */
  leads: boolean;
}

/** The openings that are still open, the objects used again and again: a text has one at nearly every number. */
interface Openings {
  readonly all: Opening[];
  count: number;
}

/**
 * Every primary value of the table in the text. Most words cost one hash; only a word with which some value begins is put
 * together with the next ones, ten words at most.
 */
export function findPrimaries(
  table: ExactTable,
  text: string,
  limit: number,
  deadline: () => boolean,
): { readonly hits: PrimaryHit[]; readonly complete: boolean } {
  const words = createWordReader(text);
  const openings: Openings = { all: [], count: 0 };
  const hits: PrimaryHit[] = [];
  let previousEnd = 0;
  let untilCheck = WORDS_PER_CHECK;

  while (words.next()) {
    if (--untilCheck === 0) {
      if (deadline()) return { hits, complete: false };
      untilCheck = WORDS_PER_CHECK;
    }
    if (openings.count > 0) {
      const gap = gapKind(text, previousEnd, words.start);
      if (gap === APART) openings.count = 0;
      else goOn(openings, words, gap === GROUPED && isGroup(words), table.longest);
      for (let index = 0; index < openings.count; index++) {
        const opening = openings.all[index];
        if (opening !== undefined && isLength(table, words.to - opening.byte, opening.number)) {
          table.hash.hash(words.bytes, opening.byte, words.to);
          addHit(table, hits, opening.start, words.end);
        }
      }
    }
    startAt(table, words, hits, openings);
    previousEnd = words.end;
    if (hits.length >= limit) return { hits, complete: false };
  }
  return { hits, complete: true };
}

/** Looks up the word itself, and opens a run where a value may begin with it. Words of one kind are hashed once for both. */
function startAt(table: ExactTable, words: WordReader, hits: PrimaryHit[], openings: Openings): void {
  const { hash, leads } = table;
  const isValue = isLength(table, words.to - words.from, words.kind === DIGITS);
  const mayOpen = leads.length > 0 && words.to > words.from;
  let opens = false;
  if (isValue || mayOpen) {
    hash.hash(words.bytes, words.from, words.to);
    if (isValue) addHit(table, hits, words.start, words.end);
    if (mayOpen) {
      if (words.lead < words.to) hash.hash(words.bytes, words.from, words.lead);
      opens = mayLead(leads, hash.low, hash.high);
    }
  }
  const number = table.data.lengths.digits.length > 0 && isGroup(words);
  if (!number && !opens) return;
  const opening = (openings.all[openings.count++] ??= { start: 0, byte: 0, words: 0, number, leads: opens });
  opening.start = words.start;
  opening.byte = words.from;
  opening.words = 1;
  opening.number = number;
  opening.leads = opens;
}

const isLength = (table: ExactTable, length: number, number: boolean): boolean =>
  (number ? table.digitLengths : table.otherLengths)[length] === 1;

/** Adds the value that was hashed last, if it is one of the table's. */
function addHit(table: ExactTable, hits: PrimaryHit[], start: number, end: number): void {
  const row = rowOf(table, table.hash.low, table.hash.high);
  if (row >= 0) hits.push({ start, end, row });
}

const isGroup = (words: WordReader): boolean =>
  words.kind === DIGITS && words.to - words.from <= MAX_GROUP_DIGITS;

/** Keeps the openings that the current word goes on from, in their order. */
function goOn(openings: Openings, words: WordReader, grouped: boolean, longest: number): void {
  const { all, count } = openings;
  openings.count = 0;
  for (let index = 0; index < count; index++) {
    const opening = all[index];
    if (opening === undefined) break;
    opening.byte -= words.moved;
    opening.words++;
    opening.number &&= grouped;
    const open = opening.number || opening.leads;
    if (!open || opening.words > MAX_RUN_WORDS || words.to - opening.byte > longest) continue;
    const place = openings.count++;
    const other = all[place];
    if (other === undefined || place === index) continue;
    all[place] = opening;
    all[index] = other;
  }
}
