import { writeFileSync } from 'node:fs';
import { createBuiltIns } from '../classify/custom/built-ins.ts';
import { createFinders } from '../classify/company-types.ts';
import { patternTypes } from '../classify/registry.ts';
import { decodeXml } from '../classify/rule-package/decode.ts';
import { importRulePackage, MAX_PACKAGE_BYTES } from '../classify/rule-package/import.ts';
import { noteLine, problemLine } from '../classify/rule-package/problem.ts';
import { parseBundle } from '../policy/bundle.ts';
import { loadDefaultBundle } from '../policy/default-bundle.ts';
import { kindOf, type CompanyKind, type CompanyType } from '../shared/company-types.ts';
import { missingNames } from '../shared/custom-type.ts';
import { failed, messageOf, ok, type Result } from '../shared/result.ts';
import { readBundleText } from './bundle-read.ts';
import { complain, exit, type ExitCode } from './exit.ts';
import { write, writeJson } from './output.ts';
import { readBounded } from './read-bounded.ts';

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
  readonly kind: CompanyKind;
  readonly id: string | null;
  /** Null for what has no patterns. */
  readonly recommended_confidence: string | null;
  readonly patterns: number;
  /** What it waits for; empty when it is on. */
  readonly missing: readonly string[];
}

/** `clipward types list`: the company's own types in a bundle, and which of them are off. */
export async function listTypes(options: ListOptions): Promise<ExitCode> {
  const types = typesOf(options.bundle);
  if (!types.ok) return types.problem;
  const ready = createFinders(types.value);
  const problems = ready.ok ? [] : ready.problem;
  for (const problem of problems) complain(problem);
  const listed = types.value.map(listedOf);
  if (options.json === true) await writeJson(listed);
  else
    await write(listed.length === 0 ? 'No types of its own in this bundle.\n' : listed.map(rowOf).join(''));
  return problems.length > 0 ? exit.findings : exit.ok;
}

function typesOf(path: string | undefined): Result<readonly CompanyType[], ExitCode> {
  if (path === undefined) return ok(loadDefaultBundle().types);
  const text = readBundleText(path);
  if (!text.ok) return text;
  const bundle = parseBundle(text.value.payload, path);
  return bundle.ok ? ok(bundle.value.types) : { ok: false, problem: complain(bundle.problem, exit.findings) };
}

function listedOf(type: CompanyType): Listed {
  const { type: short, name } = type;
  const common = { type: short, name, kind: kindOf(type) };
  if ('kind' in type) return { ...common, id: null, recommended_confidence: null, patterns: 0, missing: [] };
  return {
    ...common,
    id: type.id ?? null,
    recommended_confidence: type.recommended_confidence,
    patterns: type.patterns.length,
    missing: missingNames(type),
  };
}

const kindWords = {
  pattern: '',
  exact_data: 'records',
  fingerprint: 'documents',
  dictionary: 'words',
} as const satisfies Record<CompanyKind, string>;

function rowOf({ type, name, kind, recommended_confidence, missing }: Listed): string {
  const state = missing.length === 0 ? 'on' : `off, needs ${missing.join(', ')}`;
  const how = recommended_confidence ?? kindWords[kind];
  return `${type.padEnd(40)} ${how.padEnd(9)} ${state.padEnd(4)} ${name}\n`;
}
