import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { createBuiltIns } from '../classify/custom/built-ins.ts';
import { createCustomDetector } from '../classify/custom/evaluate.ts';
import { patternTypes } from '../classify/registry.ts';
import { decodeXml } from '../classify/rule-package/decode.ts';
import { importRulePackage, MAX_PACKAGE_BYTES } from '../classify/rule-package/import.ts';
import { noteLine, problemLine } from '../classify/rule-package/problem.ts';
import { loadDefaultBundle } from '../policy/default-bundle.ts';
import { missingNames, type CustomType } from '../shared/custom-type.ts';
import { failed, messageOf, ok, type Result } from '../shared/result.ts';
import { readBundleFile } from '../sync/bundle-file.ts';
import { complain, exit, type ExitCode } from './exit.ts';
import { write, writeJson } from './output.ts';

/** A keyword dictionary of Purview and the file that holds its terms, one on each line. */
export interface DictionaryFile {
  readonly guid: string;
  readonly file: string;
}

export interface ImportOptions {
  readonly out?: string | undefined;
  readonly dictionary?: readonly DictionaryFile[] | undefined;
}

const builtIn = createBuiltIns(patternTypes);

/** Larger files hold no keyword dictionary: Purview's limit is 1 MB. */
const MAX_DICTIONARY_BYTES = 4 * 1024 * 1024;

/**
 * `clipward types import`: turns a Purview rule package into the JSON that stands under `types` of a bundle. What was skipped,
 * approximated or is switched off is told on stderr.
 */
export async function importTypes(file: string, options: ImportOptions): Promise<ExitCode> {
  const bytes = readBounded(file, MAX_PACKAGE_BYTES);
  if (!bytes.ok) return bytes.problem;
  const dictionaries = new Map<string, readonly string[]>();
  for (const { guid, file: path } of options.dictionary ?? []) {
    const terms = readTerms(path);
    if (!terms.ok) return terms.problem;
    dictionaries.set(guid.toLowerCase(), terms.value);
  }
  const imported = importRulePackage(bytes.value, { builtIn, dictionaries });
  if (!imported.ok) {
    for (const problem of imported.problem) complain(problemLine(file, problem));
    return exit.findings;
  }
  const { written, notes } = imported.value;
  for (const note of notes) complain(noteLine(file, note));
  if (options.out === undefined) {
    await writeJson(written);
    return exit.ok;
  }
  try {
    writeFileSync(options.out, `${JSON.stringify(written, null, 2)}\n`);
  } catch (error) {
    return complain(`${options.out}: cannot be written (${messageOf(error)})`);
  }
  return exit.ok;
}

/** Reads a file unless it is too large; what hinders is told, and the code is to end with. */
function readBounded(file: string, limit: number): Result<Uint8Array, ExitCode> {
  try {
    const { size } = statSync(file);
    if (size <= limit) return ok(readFileSync(file));
    return failed(complain(`${file}: expected at most ${limit} bytes, it has ${size}`, exit.findings));
  } catch (error) {
    return failed(complain(`${file}: cannot be read (${messageOf(error)})`));
  }
}

function readTerms(file: string): Result<readonly string[], ExitCode> {
  const bytes = readBounded(file, MAX_DICTIONARY_BYTES);
  if (!bytes.ok) return bytes;
  const text = decodeXml(bytes.value);
  if (!text.ok) return failed(complain(`${file}: ${text.problem}`, exit.findings));
  const terms = new Set(text.value.split('\n').map((line) => line.trim()));
  terms.delete('');
  if (terms.size > 0) return ok([...terms]);
  return failed(complain(`${file}: expected terms, one on each line`, exit.findings));
}

export interface ListOptions {
  readonly bundle?: string | undefined;
  readonly json?: boolean | undefined;
}

interface Listed {
  readonly type: string;
  readonly name: string;
  readonly id: string | null;
  readonly recommended_confidence: string;
  readonly patterns: number;
  /** What it waits for; empty when it is on. */
  readonly missing: readonly string[];
}

/** `clipward types list`: the company's own types in a bundle, and which of them are off. */
export async function listTypes(options: ListOptions): Promise<ExitCode> {
  const types = typesOf(options.bundle);
  if (!types.ok) return types.problem;
  const { problems } = createCustomDetector(types.value, { builtIn });
  for (const problem of problems) complain(problem);
  const listed = types.value.map(listedOf);
  if (options.json === true) await writeJson(listed);
  else await write(listed.length === 0 ? 'No custom types in this bundle.\n' : listed.map(rowOf).join(''));
  return problems.length > 0 ? exit.findings : exit.ok;
}

function typesOf(path: string | undefined): Result<readonly CustomType[], ExitCode> {
  if (path === undefined) return ok(loadDefaultBundle().types);
  const bundle = readBundleFile(path);
  if (bundle.ok) return ok(bundle.value.types);
  const { kind, detail } = bundle.problem;
  return { ok: false, problem: complain(detail, kind === 'refused' ? exit.findings : exit.failure) };
}

const listedOf = (type: CustomType): Listed => ({
  type: type.type,
  name: type.name,
  id: type.id ?? null,
  recommended_confidence: type.recommended_confidence,
  patterns: type.patterns.length,
  missing: missingNames(type),
});

function rowOf({ type, name, recommended_confidence, missing }: Listed): string {
  const state = missing.length === 0 ? 'on' : `off, needs ${missing.join(', ')}`;
  return `${type.padEnd(40)} ${recommended_confidence.padEnd(7)} ${state.padEnd(4)} ${name}\n`;
}
