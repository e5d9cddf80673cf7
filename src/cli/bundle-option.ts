import { enforce, enforceBuiltIn } from '../agent/enforce.ts';
import type { Enforced } from '../agent/study.ts';
import { createClassifier, type Classifier } from '../classify/classifier.ts';
import { disabledLine } from '../classify/company-types.ts';
import { ok, type Result } from '../shared/result.ts';
import { readBundleFile } from '../sync/bundle-file.ts';
import { complain, exit, type ExitCode } from './exit.ts';

/**
 * The bundle a command judges with: the file of `--bundle`, else the built-in one. A bad file is told; the code is to end with.
 * Types of it that are off are told too.
 */
export function bundleFor(path: string | undefined): Result<Enforced, ExitCode> {
  if (path === undefined) return ok(enforceBuiltIn());
  const bundle = readBundleFile(path);
  if (!bundle.ok) {
    const { kind, detail } = bundle.problem;
    return { ok: false, problem: complain(detail, kind === 'refused' ? exit.findings : exit.failure) };
  }
  const enforced = enforce(bundle.value, path);
  if (!enforced.ok) return { ok: false, problem: complain(enforced.problem, exit.findings) };
  for (const disabled of enforced.value.own.disabled) complain(`${path}: ${disabledLine(disabled)}`);
  return enforced;
}

/** The classifier of a command: it looks for the company's own types of its bundle too. */
export const classifierFor = ({ own }: Enforced, country: string | undefined): Classifier =>
  createClassifier({ finders: own.finders, ...(country === undefined ? {} : { country }) });
