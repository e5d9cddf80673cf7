import { statSync } from 'node:fs';
import { z } from 'zod';
import { enforce } from '../agent/enforce.ts';
import { MAX_BUNDLE_BYTES, parseBundle } from '../policy/bundle.ts';
import { parseJson } from '../shared/json.ts';
import { failed, ok, type Result } from '../shared/result.ts';
import { complain, exit, type ExitCode } from './exit.ts';
import { readBounded } from './read-bounded.ts';
import { write } from './output.ts';
import { writeOwnFile } from './text-file.ts';

export interface AddOptions {
  readonly bundle: string;
  readonly out?: string | undefined;
}

/** As it stands in the file: what is not touched is written back as it was read. */
const rawBundleSchema = z.looseObject({ types: z.array(z.unknown()).default([]) });
const entriesSchema = z.union([
  z.array(z.unknown()),
  z.looseObject({ type: z.string() }).transform((entry) => [entry]),
]);

/**
 * `clipward types add`: puts the entries of files, as `types import`, `edm build` and `fingerprint build` write them, into a
 * bundle. An entry takes the place of one with the same short name. Nothing is written unless the whole bundle can be used.
 */
export async function addTypes(
  files: readonly string[],
  { bundle: path, out }: AddOptions,
): Promise<ExitCode> {
  const bundle = readJson(path, rawBundleSchema);
  if (!bundle.ok) return bundle.problem;
  const added: unknown[] = [];
  for (const file of files) {
    const entries = readJson(file, entriesSchema);
    if (!entries.ok) return entries.problem;
    added.push(...entries.value);
  }
  const replaced = new Set(added.map(nameOf));
  const kept = bundle.value.types.filter((entry) => !replaced.has(nameOf(entry)));
  const text = `${JSON.stringify({ ...bundle.value, types: [...kept, ...added] }, null, 2)}\n`;

  const target = out ?? path;
  if (text.length > MAX_BUNDLE_BYTES) {
    return complain(
      `${target}: expected at most ${MAX_BUNDLE_BYTES} bytes, it would have ${text.length}; take fewer records`,
      exit.findings,
    );
  }
  const parsed = parseBundle(text, target);
  if (!parsed.ok) return complain(parsed.problem, exit.findings);
  const ready = enforce(parsed.value, target);
  if (!ready.ok) return complain(ready.problem, exit.findings);
  // Whoever reads the bundle, such as an agent of another account, goes on reading it.
  const written = writeOwnFile(target, text, statSync(path).mode & 0o777);
  if (!written.ok) return complain(written.problem);
  for (const line of ready.value.data.off) complain(line);
  const { length: total } = parsed.value.types;
  await write(
    `${target}: ${added.length} put in, ${total} types in all. Raise its "version" before it is rolled out.\n`,
  );
  return exit.ok;
}

const nameOf = (entry: unknown): unknown =>
  typeof entry === 'object' && entry !== null && 'type' in entry ? entry.type : entry;

function readJson<Schema extends z.ZodType>(
  file: string,
  schema: Schema,
): Result<z.output<Schema>, ExitCode> {
  const bytes = readBounded(file, MAX_BUNDLE_BYTES);
  if (!bytes.ok) return bytes;
  const parsed = parseJson(schema, bytes.value.toString('utf8'), file);
  return parsed.ok ? ok(parsed.value) : failed(complain(parsed.problem, exit.findings));
}
