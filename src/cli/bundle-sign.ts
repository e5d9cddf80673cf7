import { lintBundle } from '../agent/bundle/bundle-lint.ts';
import { describeFailure } from '../agent/bundle/bundle-tests.ts';
import { statSync } from 'node:fs';
import type { Bundle } from '../policy/bundle.ts';
import { failed, ok, type Result } from '../shared/result.ts';
import { keyIdOf, parsePrivateKey, publicKeyOf, type PrivateKey } from '../sync/bundle-keys.ts';
import { addSignature, signBundle } from '../sync/bundle-signature.ts';
import { inWords, summaryOf } from './bundle-lint.ts';
import { readBundleText, readyBundle, runTests, type BundleText } from './bundle-read.ts';
import { complain, exit, type ExitCode } from './exit.ts';
import { printable, writeLine } from './output.ts';
import { readTextFile, writeOwnFile } from './text-file.ts';

export interface SignOptions {
  readonly key: string;
  readonly out?: string | undefined;
  readonly force?: boolean | undefined;
}

/**
 * `clipward bundle sign`: signs a bundle, or adds a signature to a signed one. Nothing in the bundle is changed. One with errors
 * in it, or whose cases fail, is refused unless `--force` is given; one that no device would take is always refused.
 */
export async function signFile(path: string, { key: keyPath, out, force }: SignOptions): Promise<ExitCode> {
  const read = readBundleText(path);
  if (!read.ok) return read.problem;
  const key = readKey(keyPath);
  if (!key.ok) return key.problem;
  const checked = check(read.value, force === true);
  if (!checked.ok) return checked.problem;
  const { raw, isSigned } = read.value;
  const signed = isSigned ? await addSignature(raw, key.value, path) : await signBundle(raw, [key.value]);
  if (!signed.ok) return complain(signed.problem);
  const target = out ?? (isSigned ? path : signedName(path));
  const written = writeOwnFile(target, signed.value, 0o644);
  if (!written.ok) return complain(written.problem);
  const id = await keyIdOf(publicKeyOf(key.value));
  const { name, version } = checked.value;
  await writeLine(
    `${target}: "${name}" v${version} ${isSigned ? 'has another signature' : 'is signed'}, with ${publicKeyOf(key.value)} (key ${id.ok ? id.value : 'unknown'}).`,
  );
  return exit.ok;
}

const signedName = (path: string): string => `${path.replace(/\.json$/i, '')}.signed.json`;

const MAX_KEY_BYTES = 64 * 1024;

/** Reads a private key; warns when others can read it too. What is wrong is told without any of it. */
export function readKey(path: string): Result<PrivateKey, ExitCode> {
  const text = readTextFile(path, MAX_KEY_BYTES);
  if (!text.ok) return failed(complain(text.problem));
  const key = parsePrivateKey(text.value, path);
  if (!key.ok) return failed(complain(key.problem, exit.findings));
  if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0) {
    complain(`${path}: other people of this machine can read this key; chmod 600 it`);
  }
  return key;
}

function check({ path, payload, isSigned }: BundleText, force: boolean): Result<Bundle, ExitCode> {
  const ready = readyBundle(payload, path);
  if (!ready.ok) return failed(complain(ready.problem, exit.findings));
  const { bundle } = ready.value;
  const missing = (['tenant', 'issued', 'expires'] as const).filter((key) => bundle[key] === undefined);
  if (missing.length > 0) {
    return failed(
      complain(`${path}: add ${missing.join(', ')}; no device takes a signed bundle without`, exit.findings),
    );
  }
  const errors = lintBundle(payload, Date.now()).filter(({ severity }) => severity === 'error');
  const { failures } = runTests(ready.value);
  if (errors.length === 0 && failures.length === 0) return ok(bundle);
  for (const error of errors) process.stderr.write(printable(inWords(error, path, isSigned)));
  for (const failure of failures) process.stderr.write(printable(`${path}: ${describeFailure(failure)}\n`));
  if (force) return ok(bundle);
  const what = [
    errors.length === 0 ? '' : summaryOf(errors),
    failures.length === 0 ? '' : `${failures.length} failing case${failures.length === 1 ? '' : 's'}`,
  ].filter((part) => part !== '');
  return failed(
    complain(`${path}: is not signed: ${what.join(' and ')}; --force signs it anyway`, exit.findings),
  );
}
