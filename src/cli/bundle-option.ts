import { enforce, enforceBuiltIn, type EnforcedBundle } from '../agent/enforce.ts';
import { makeEnforced, type Enforced } from '../agent/enforced.ts';
import { createClassifier, type Classifier } from '../classify/classifier.ts';
import type { CompanyFinders } from '../classify/company-types.ts';
import { parseBundle } from '../policy/bundle.ts';
import type { Label } from '../shared/label.ts';
import { ok, type Result } from '../shared/result.ts';
import { readBundleText } from './bundle-read.ts';
import { complain, exit, type ExitCode } from './exit.ts';

/** A bundle that a command decides and classifies with, in its own thread. */
export interface CommandBundle extends Enforced {
  readonly own: CompanyFinders;
}

/**
 * The bundle a command judges with: the file of `--bundle`, signed or not, else the built-in one; with the tenant's labels where
 * they are given. A bad file is told; the code is to end with. Types of it that are off are told too.
 */
export function bundleFor(
  path: string | undefined,
  tenantLabels: readonly Label[] = [],
): Result<CommandBundle, ExitCode> {
  if (path === undefined) return ok(commandBundle(enforceBuiltIn(), tenantLabels));
  const text = readBundleText(path);
  if (!text.ok) return text;
  const bundle = parseBundle(text.value.payload, path);
  if (!bundle.ok) return { ok: false, problem: complain(bundle.problem, exit.findings) };
  const enforced = enforce(bundle.value, path);
  if (!enforced.ok) return { ok: false, problem: complain(enforced.problem, exit.findings) };
  for (const line of enforced.value.data.off) complain(`${path}: ${line}`);
  return ok(commandBundle(enforced.value, tenantLabels));
}

/** What was made ready, as commands use it. */
export const commandBundle = (
  { data, own }: Pick<EnforcedBundle, 'data' | 'own'>,
  tenantLabels: readonly Label[] = [],
): CommandBundle => ({ ...makeEnforced(data, tenantLabels), own });

/** The classifier of a command: it looks for the company's own types of its bundle too. */
export const classifierFor = ({ own }: CommandBundle, country: string | undefined): Classifier =>
  createClassifier({ finders: own.finders, ...(country === undefined ? {} : { country }) });
