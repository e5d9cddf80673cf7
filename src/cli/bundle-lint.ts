import { lintBundle, type PlacedRemark } from '../agent/bundle/bundle-lint.ts';
import { severities } from '../agent/lint/remark.ts';
import { pathInWords } from '../shared/json-lines.ts';
import { readBundleText } from './bundle-read.ts';
import { exit, type ExitCode } from './exit.ts';
import { write, writeJson } from './output.ts';

export interface LintOptions {
  readonly json?: boolean | undefined;
  readonly strict?: boolean | undefined;
}

/**
 * `clipward bundle lint`: what is wrong with a bundle, or most likely not meant, each with its place and what to do. Ends with 1
 * when there is an error; with `--strict` also when there is a warning.
 */
export async function lintFile(path: string, options: LintOptions): Promise<ExitCode> {
  const read = readBundleText(path);
  if (!read.ok) return read.problem;
  const { payload, isSigned } = read.value;
  const remarks = lintBundle(payload, Date.now());
  if (options.json === true) {
    const rows = remarks.map(({ path: place, line, ...rest }) => ({
      ...rest,
      path: pathInWords(place),
      ...(isSigned ? {} : { line }),
    }));
    await writeJson({ file: path, ...countsOf(remarks), remarks: rows });
  } else {
    await write(remarks.map((remark) => inWords(remark, path, isSigned)).join(''));
    await write(`${path}: ${summaryOf(remarks)}\n`);
  }
  return failsLint(remarks, options.strict === true) ? exit.findings : exit.ok;
}

const failsLint = (remarks: readonly PlacedRemark[], strict: boolean): boolean =>
  remarks.some(({ severity }) => severity === 'error' || (strict && severity === 'warning'));

/** A remark in two lines. The payload of a signed file has no lines of its own. */
export function inWords(
  { severity, path, line, name, what, fix, kind }: PlacedRemark,
  file: string,
  isSigned: boolean,
): string {
  const called = name === undefined ? '' : ` "${name}"`;
  const place = isSigned ? file : `${file}:${line}`;
  return `${place}: ${severity}: ${pathInWords(path)}${called}: ${what} [${kind}]\n    ${fix}\n`;
}

function countsOf(remarks: readonly PlacedRemark[]): Record<'errors' | 'warnings' | 'hints', number> {
  const [errors = 0, warnings = 0, hints = 0] = severities.map(
    (each) => remarks.filter(({ severity }) => severity === each).length,
  );
  return { errors, warnings, hints };
}

/** `2 errors, 1 warning`, or that nothing was found. */
export function summaryOf(remarks: readonly PlacedRemark[]): string {
  const { errors, warnings, hints } = countsOf(remarks);
  const parts = [
    [errors, 'error'],
    [warnings, 'warning'],
    [hints, 'hint'],
  ] as const;
  const told = parts.flatMap(([count, word]) =>
    count === 0 ? [] : [`${count} ${word}${count === 1 ? '' : 's'}`],
  );
  return told.length === 0 ? 'nothing to remark' : told.join(', ');
}
