import { enforce } from '../agent/enforce.ts';
import type { Enforced } from '../agent/study.ts';
import { loadDefaultBundle } from '../policy/default-bundle.ts';
import { ok, type Result } from '../shared/result.ts';
import { readBundleFile } from '../sync/bundle-file.ts';
import { complain, exit, type ExitCode } from './exit.ts';

/** The bundle a command judges with: the file of `--bundle`, else the built-in one. A bad file is told; the code is to end with. */
export function bundleFor(path: string | undefined): Result<Enforced, ExitCode> {
  if (path === undefined) return ok(enforce(loadDefaultBundle()));
  const bundle = readBundleFile(path);
  if (bundle.ok) return ok(enforce(bundle.value));
  const { kind, detail } = bundle.problem;
  return { ok: false, problem: complain(detail, kind === 'refused' ? exit.findings : exit.failure) };
}
