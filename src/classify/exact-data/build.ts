import { base64FromNumbers } from '../../shared/base64.ts';
import { EXACT_DATA_FORMAT, MAX_VALUE_BYTES, type ExactDataType } from '../../shared/exact-data.ts';
import { createKeyedHash } from '../keyed-hash.ts';
import { createWordReader } from '../word-reader.ts';
import { createLeadFilter } from './lead-filter.ts';
import { MAX_RUN_WORDS, normalValue, withNumber, type NormalValue } from './value.ts';

/** A primary value in more rows than this names nobody. */
export const MAX_ROWS_PER_VALUE = 5;
const MIN_VALUE_BYTES = 4;
/** Shorter numbers are years, times and counts. */
const MIN_NUMBER_DIGITS = 5;

/** Why a primary value was left out. */
export const refusals = ['too-short', 'too-long', 'placeholder', 'too-common'] as const;
export type Refusal = (typeof refusals)[number];

/** What people and systems write where there is no value. */
const placeholders: ReadonlySet<string> = new Set(
  (
    'test tests testing tester example examples sample dummy demo none null undefined unknown unbekannt inconnu default ' +
    'anonymous empty missing blank value private confidential redacted removed deleted todo temp user admin customer client ' +
    'guest john doe johndoe lorem ipsum lorem ipsum testtest test123 abcd abcdef qwerty xxxx xxxxx xxxxxx xxxxxxxx noname ' +
    'notavailable notapplicable noreply 12345 123456 1234567 12345678 123456789 1234567890 99999 999999 99999999 999999999'
  ).split(' '),
);

export interface ExactDataRow {
  readonly primary: readonly string[];
  readonly with: readonly string[];
}

export interface ExactDataPlan extends Pick<
  ExactDataType,
  'type' | 'name' | 'key' | 'confirm' | 'proximity' | 'alone'
> {
  readonly withColumns: number;
}

export interface ExactDataBuild {
  readonly data: ExactDataType;
  /** Primary values in the file: rows times primary columns, less what was left out. */
  readonly kept: number;
  readonly refused: Readonly<Record<Refusal, number>>;
}

export interface ExactDataBuilder {
  add(row: ExactDataRow): void;
  build(): ExactDataBuild;
}

/** Collects rows of hashes; values are forgotten as soon as they are hashed. */
export function createExactDataBuilder(plan: ExactDataPlan): ExactDataBuilder {
  const hash = createKeyedHash(plan.key);
  const reader = createWordReader();
  const width = 2 + plan.withColumns;
  const leads = createLeadFilter();
  const lengths = { digits: new Set<number>(), other: new Set<number>(), withNumbers: new Set<number>() };
  const refused = { 'too-short': 0, 'too-long': 0, placeholder: 0, 'too-common': 0 };
  let rows = new Uint32Array(width * 1024);
  let count = 0;

  const addPrimary = (value: NormalValue, others: readonly number[]): void => {
    lengths[value.isNumber ? 'digits' : 'other'].add(value.bytes.length);
    if (value.lead < value.bytes.length) {
      hash.hash(value.bytes, 0, value.lead);
      leads.add(hash.low, hash.high);
    }
    if ((count + 1) * width > rows.length) {
      const grown = new Uint32Array(rows.length * 2);
      grown.set(rows);
      rows = grown;
    }
    hash.hash(value.bytes, 0, value.bytes.length);
    rows.set([hash.high, hash.low, ...others], count * width);
    count++;
  };

  return {
    add(row) {
      const values = row.primary.map((value) => normalValue(value, reader)).filter(({ words }) => words > 0);
      const good = values.filter((value) => {
        const refusal = refusalOf(value);
        if (refusal !== undefined) refused[refusal]++;
        return refusal === undefined;
      });
      if (good.length === 0) return;
      const others = row.with.map((value) => {
        const { number, digits } = withNumber(value, hash, reader);
        if (digits > 0) lengths.withNumbers.add(digits);
        return number;
      });
      for (const value of good) addPrimary(value, others);
    },
    build() {
      const sorted = sortedRows(rows.subarray(0, count * width), width);
      const { kept, dropped } = withoutCommon(sorted, width);
      refused['too-common'] = dropped;
      const { type, name, key, confirm, proximity, alone } = plan;
      const data: ExactDataType = {
        kind: 'exact_data',
        format: EXACT_DATA_FORMAT,
        type,
        name,
        key,
        with_columns: plan.withColumns,
        confirm,
        proximity,
        alone,
        lengths: {
          digits: inOrder(lengths.digits),
          other: inOrder(lengths.other),
          with_numbers: inOrder(lengths.withNumbers),
        },
        leads: base64FromNumbers(leads.bits()),
        rows: base64FromNumbers(kept),
      };
      return { data, kept: kept.length / width, refused };
    },
  };
}

function refusalOf({ bytes, words, isNumber }: NormalValue): Refusal | undefined {
  if (bytes.length < (isNumber ? MIN_NUMBER_DIGITS : MIN_VALUE_BYTES)) return 'too-short';
  if (bytes.length > MAX_VALUE_BYTES || words > MAX_RUN_WORDS) return 'too-long';
  return placeholders.has(String.fromCharCode(...bytes)) || isOneByte(bytes) ? 'placeholder' : undefined;
}

/** `0000000`, `xxxx`. */
const isOneByte = (bytes: Uint8Array): boolean => bytes.every((byte) => byte === bytes[0]);

const inOrder = (numbers: ReadonlySet<number>): number[] =>
  [...numbers].toSorted((left, right) => left - right);

/** By hash: nothing is left of the order that the rows had. Equal rows become one. */
function sortedRows(rows: Uint32Array, width: number): Uint32Array {
  const order = new Uint32Array(rows.length / width).map((_, row) => row);
  const compare = (left: number, right: number): number => {
    for (let column = 0; column < width; column++) {
      const difference = (rows[left * width + column] ?? 0) - (rows[right * width + column] ?? 0);
      if (difference !== 0) return difference;
    }
    return 0;
  };
  order.sort(compare);
  const sorted = new Uint32Array(rows.length);
  let kept = 0;
  for (const [place, row] of order.entries()) {
    if (place > 0 && compare(order[place - 1] ?? 0, row) === 0) continue;
    sorted.set(rows.subarray(row * width, (row + 1) * width), kept * width);
    kept++;
  }
  return sorted.subarray(0, kept * width);
}

function withoutCommon(rows: Uint32Array, width: number): { kept: Uint32Array; dropped: number } {
  const kept = new Uint32Array(rows.length);
  const count = rows.length / width;
  let length = 0;
  let dropped = 0;
  for (let from = 0, to = 0; from < count; from = to) {
    while (to < count && sameValue(rows, from * width, to * width)) to++;
    if (to - from > MAX_ROWS_PER_VALUE) {
      dropped += to - from;
      continue;
    }
    kept.set(rows.subarray(from * width, to * width), length);
    length += (to - from) * width;
  }
  return { kept: kept.slice(0, length), dropped };
}

const sameValue = (rows: Uint32Array, left: number, right: number): boolean =>
  rows[left] === rows[right] && rows[left + 1] === rows[right + 1];
