import { runBundleTests, type TestBench, type TestRun } from '../agent/bundle/bundle-tests.ts';
import { enforce } from '../agent/enforce.ts';
import { makeEnforced } from '../agent/enforced.ts';
import type { ResolvedTest } from '../agent/resolve-types.ts';
import { createClassifier } from '../classify/classifier.ts';
import { parseBundle, type Bundle } from '../policy/bundle.ts';
import { builtInCatalogue } from '../sense/catalogue.ts';
import { mergeCatalogue } from '../sense/platform-overrides.ts';
import { failed, ok, type Result } from '../shared/result.ts';
import { MAX_SIGNED_UNITS, unsignedText } from '../sync/bundle-signature.ts';
import { complain, exit, type ExitCode } from './exit.ts';
import { readBounded } from './read-bounded.ts';

/** A bundle's file, signed or not. */
export interface BundleText {
  readonly path: string;
  /** As it stands in the file. */
  readonly raw: string;
  /** The bundle's own JSON. */
  readonly payload: string;
  readonly isSigned: boolean;
}

/** Reads a bundle's file, without asking who signed it. What is wrong is told; the code is to end with. */
export function readBundleText(path: string): Result<BundleText, ExitCode> {
  const bytes = readBounded(path, MAX_SIGNED_UNITS);
  if (!bytes.ok) return bytes;
  const raw = bytes.value.toString('utf8');
  const payload = unsignedText(raw, path);
  if (!payload.ok) return failed(complain(payload.problem, exit.findings));
  return ok({ path, raw, payload: payload.value, isSigned: payload.value !== raw });
}

/** A bundle with what its cases are run with. */
export interface ReadyBundle {
  readonly bundle: Bundle;
  readonly tests: readonly ResolvedTest[];
  readonly bench: TestBench;
}

/** Makes a bundle ready as the agent would, to run cases with it. The problem is one line that begins with `where`. */
export function readyBundle(payload: string, where: string, country?: string): Result<ReadyBundle> {
  const bundle = parseBundle(payload, where);
  if (!bundle.ok) return bundle;
  const enforced = enforce(bundle.value, where);
  if (!enforced.ok) return enforced;
  const catalogue = mergeCatalogue(builtInCatalogue, bundle.value.platforms);
  if (!catalogue.ok) return failed(`${where}: ${catalogue.problem}`);
  const { data, own, tests } = enforced.value;
  const classifier = createClassifier({
    finders: own.finders,
    ...(country === undefined ? {} : { country }),
  });
  const bench: TestBench = {
    enforced: makeEnforced(data),
    classify: (text, isOver) => classifier.classify(text, isOver),
    catalogue: catalogue.value,
    issued: bundle.value.issued ?? null,
  };
  return ok({ bundle: bundle.value, tests, bench });
}

export const runTests = ({ tests, bench }: ReadyBundle): TestRun => runBundleTests(tests, bench);
