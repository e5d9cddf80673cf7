import { randomBytes } from 'node:crypto';
import {
  createExactDataBuilder,
  MAX_ROWS_PER_VALUE,
  refusals,
  type ExactDataBuild,
  type ExactDataRow,
} from '../classify/exact-data/build.ts';
import { customTypeNameSchema } from '../shared/custom-type.ts';
import { exactDataTypeSchema, MAX_WITH_COLUMNS } from '../shared/exact-data.ts';
import { failed, ok, parse, type Result } from '../shared/result.ts';
import { csvRows, delimiterOf } from './csv.ts';
import { complain, exit, type ExitCode } from './exit.ts';
import { write } from './output.ts';
import { readTextFile, writeOwnFile } from './text-file.ts';

export interface EdmBuildOptions {
  readonly type: string;
  readonly name?: string | undefined;
  readonly primary: readonly string[];
  readonly with?: readonly string[] | undefined;
  readonly confirm?: number | undefined;
  readonly proximity?: number | undefined;
  readonly alone?: 'low' | 'medium' | undefined;
  readonly out: string;
}

const DEFAULT_PROXIMITY = 300;

/** `clipward edm build`: turns a table of a company's own records into keyed hashes. Prints counts, never a value. */
export async function buildExactData(file: string, options: EdmBuildOptions): Promise<ExitCode> {
  const type = parse(customTypeNameSchema, options.type, '--type');
  if (!type.ok) return complain(type.problem, exit.usage);
  const withNames = options.with ?? [];
  if (withNames.length > MAX_WITH_COLUMNS) {
    return complain(`--with: expected at most ${MAX_WITH_COLUMNS} columns`, exit.usage);
  }
  const confirm = options.confirm ?? 1;
  if (confirm > Math.max(1, withNames.length)) {
    return complain(`--confirm: expected at most the ${withNames.length} columns of --with`, exit.usage);
  }
  const text = readTextFile(file);
  if (!text.ok) return complain(text.problem);

  const builder = createExactDataBuilder({
    type: type.value,
    name: options.name ?? type.value,
    key: randomBytes(16).toString('hex'),
    withColumns: withNames.length,
    confirm,
    proximity: options.proximity ?? DEFAULT_PROXIMITY,
    alone: options.alone ?? 'low',
  });
  const read = readRows(text.value, options.primary, withNames, (row) => builder.add(row));
  if (!read.ok) return complain(`${file}: ${read.problem}`, exit.findings);
  const built = builder.build();
  if (built.kept === 0)
    return complain(`${file}: no primary value is left: ${leftOut(built)}`, exit.findings);
  const checked = parse(exactDataTypeSchema, built.data, 'the data built');
  if (!checked.ok) return complain(checked.problem, exit.usage);
  const json = `${JSON.stringify(checked.value)}\n`;
  const written = writeOwnFile(options.out, json);
  if (!written.ok) return complain(written.problem);
  for (const warning of read.value.warnings) complain(warning);
  await write(summary(type.value, built, read.value.rows, options.out, json.length));
  return exit.ok;
}

interface ReadRows {
  readonly rows: number;
  readonly warnings: readonly string[];
}

type AddRow = (row: ExactDataRow) => void;

/** Hands each row's columns on, the values of the columns with these names. */
function readRows(
  text: string,
  primary: readonly string[],
  withNames: readonly string[],
  add: AddRow,
): Result<ReadRows> {
  let columns: { readonly primary: readonly number[]; readonly with: readonly number[] } | undefined;
  const shapes = primary.map((name) => createShape(name));
  let rows = 0;
  for (const row of csvRows(text, delimiterOf(text))) {
    if (!row.ok) return row;
    const { fields } = row.value;
    if (columns === undefined) {
      const places = placesOf(fields, [...primary, ...withNames]);
      if (!places.ok) return places;
      columns = { primary: places.value.slice(0, primary.length), with: places.value.slice(primary.length) };
      continue;
    }
    const values = columns.primary.map((place) => fields[place] ?? '');
    for (const [index, value] of values.entries()) shapes[index]?.take(value);
    add({ primary: values, with: columns.with.map((place) => fields[place] ?? '') });
    rows++;
  }
  if (rows === 0) return failed('expected a header and at least one row');
  return ok({ rows, warnings: shapes.flatMap((shape) => shape.warnings()) });
}

/** Names are compared without regard to case. The header itself is not repeated: it may be a row of values. */
function placesOf(header: readonly string[], names: readonly string[]): Result<readonly number[]> {
  const wanted = names.map((name) => name.trim().toLowerCase());
  const places = wanted.map((name) => header.findIndex((field) => field.trim().toLowerCase() === name));
  const missing = places.indexOf(-1);
  return missing < 0
    ? ok(places)
    : failed(`line 1: expected a column "${names[missing]}" in the header of ${header.length} columns`);
}

/** Numbers of a length of which more than one in a thousand is a value are hit by chance. */
const MAX_DENSITY = 0.001;

/** Notes what a primary column's values look like, to warn of columns that match ordinary text. */
function createShape(name: string): { take(value: string): void; warnings(): readonly string[] } {
  let total = 0;
  let plainWords = 0;
  const numbers = new Map<number, Set<string>>();
  return {
    take(value) {
      const trimmed = value.trim();
      if (trimmed === '') return;
      total++;
      if (/^[\p{L}\p{M}]+$/u.test(trimmed)) plainWords++;
      if (!/^\d{5,8}$/.test(trimmed)) return;
      const ofLength = numbers.get(trimmed.length) ?? new Set();
      numbers.set(trimmed.length, ofLength.add(trimmed));
    },
    warnings() {
      const dense = [...numbers].filter(([length, { size }]) => size / 10 ** length > MAX_DENSITY);
      return [
        ...(plainWords * 2 > total
          ? [
              `warning: most values of "${name}" are single words: ordinary text holds such; use it with --with`,
            ]
          : []),
        ...dense.map(([length, { size }]) => {
          const share = ((size / 10 ** length) * 100).toPrecision(2);
          return `warning: "${name}" holds ${share} % of all numbers of ${length} digits: so many others are taken for one; confirm with --with, and keep --alone low`;
        }),
      ];
    },
  };
}

const words = {
  'too-short': 'too short (under 4 characters, or 5 digits)',
  'too-long': 'too long (over 128 bytes or 10 words)',
  placeholder: 'placeholders such as "test"',
  'too-common': `in more than ${MAX_ROWS_PER_VALUE} rows`,
} as const;

const leftOut = ({ refused }: ExactDataBuild): string =>
  refusals
    .filter((refusal) => refused[refusal] > 0)
    .map((refusal) => `${refused[refusal]} ${words[refusal]}`)
    .join('; ') || 'all are empty';

function summary(type: string, built: ExactDataBuild, rows: number, out: string, bytes: number): string {
  const some = Object.values(built.refused).some((count) => count > 0);
  const { data, kept } = built;
  return [
    `${type}: ${kept} primary values of ${rows} rows, ${data.with_columns} columns to confirm them.`,
    ...(some ? [`Left out: ${leftOut(built)}.`] : []),
    `A word that is none of them is taken for one with a probability of ${(kept / 2 ** 64).toExponential(1)}.`,
    `${out}: ${bytes} bytes. It holds the key: keep it as safe as the bundle, and build it anew regularly.`,
    '',
  ].join('\n');
}
