import { createPrivateKey, X509Certificate, type KeyObject } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { failed, messageOf, ok, type Result } from '../../shared/result.ts';
import type { SecretStore } from './secret-store.ts';
import type { SignInConfig } from './sign-in-config.ts';
import { problem, type SignInProblem } from './sign-in-problem.ts';

/** How the app proves who it is, in MSAL's words. */
export type Credential =
  | { readonly clientSecret: string }
  | { readonly clientCertificate: { readonly thumbprintSha256: string; readonly privateKey: string } };

/** The app's certificate from its file, or its secret from the secret store. Checked before anything is sent. */
export function readCredential(
  config: SignInConfig,
  secrets: SecretStore,
  now: Date,
): Promise<Result<Credential, SignInProblem>> {
  return config.method === 'secret'
    ? readSecret(secrets)
    : readCertificate(config.certificatePath ?? '', secrets, now);
}

async function readSecret(secrets: SecretStore): Promise<Result<Credential, SignInProblem>> {
  const read = await secrets.read('client-secret');
  if (!read.ok) return failed(problem('storage', read.problem));
  if (read.value !== null) return ok({ clientSecret: read.value });
  const fix = 'run "clipward secret set client-secret" and give the secret\'s value on stdin';
  return failed(problem('credential-wrong', 'the app has no secret on this device', fix));
}

async function readCertificate(
  path: string,
  secrets: SecretStore,
  now: Date,
): Promise<Result<Credential, SignInProblem>> {
  const pem = await readPem(path);
  if (!pem.ok) return pem;
  const certificate = certificateIn(pem.value, path);
  if (!certificate.ok) return certificate;
  const inForce = checkDates(certificate.value, path, now);
  if (!inForce.ok) return inForce;
  const key = await keyIn(pem.value, path, secrets);
  if (!key.ok) return key;
  if (key.value.asymmetricKeyType !== 'rsa' || !certificate.value.checkPrivateKey(key.value)) {
    return failed(problem('credential-wrong', `${path}: the key is not the RSA key of the certificate`));
  }
  return ok({
    clientCertificate: {
      thumbprintSha256: certificate.value.fingerprint256.replaceAll(':', ''),
      privateKey: key.value.export({ type: 'pkcs8', format: 'pem' }).toString(),
    },
  });
}

async function readPem(path: string): Promise<Result<string, SignInProblem>> {
  try {
    const { mode } = await stat(path);
    if (process.getuid !== undefined && (mode & 0o007) !== 0) {
      const fix = `run: chmod o-rwx '${path}'`;
      return failed(
        problem('credential-wrong', `${path}: everyone on this device can read the private key`, fix),
      );
    }
    return ok(await readFile(path, 'utf8'));
  } catch (error) {
    return failed(problem('misconfigured', `${path}: the certificate cannot be read (${messageOf(error)})`));
  }
}

function certificateIn(pem: string, path: string): Result<X509Certificate, SignInProblem> {
  try {
    return ok(new X509Certificate(pem));
  } catch {
    const detail = `${path}: expected a PEM file with a certificate and its private key`;
    return failed(problem('misconfigured', detail, 'export both as PEM into this one file'));
  }
}

function checkDates(certificate: X509Certificate, path: string, now: Date): Result<void, SignInProblem> {
  const [from, to] = [certificate.validFromDate, certificate.validToDate];
  if (now > to) return failed(problem('credential-expired', `${path}: expired on ${day(to)}`));
  if (now >= from) return ok(undefined);
  return failed(problem('clock-wrong', `${path}: not valid before ${day(from)}; it is ${day(now)} here`));
}

const day = (date: Date): string => date.toISOString().slice(0, 10);

async function keyIn(
  pem: string,
  path: string,
  secrets: SecretStore,
): Promise<Result<KeyObject, SignInProblem>> {
  const encrypted = /BEGIN ENCRYPTED PRIVATE KEY|Proc-Type: 4,ENCRYPTED/.test(pem);
  const passphrase = encrypted ? await secrets.read('certificate-passphrase') : ok(null);
  if (!passphrase.ok) return failed(problem('storage', passphrase.problem));
  const fix = 'run "clipward secret set certificate-passphrase" and give the passphrase on stdin';
  if (encrypted && passphrase.value === null) {
    return failed(problem('credential-wrong', `${path}: the private key is encrypted`, fix));
  }
  try {
    return ok(
      createPrivateKey({ key: pem, ...(passphrase.value === null ? {} : { passphrase: passphrase.value }) }),
    );
  } catch {
    const detail = encrypted ? 'the passphrase does not open the private key' : 'no usable private key';
    return failed(problem('credential-wrong', `${path}: ${detail}`, encrypted ? fix : undefined));
  }
}
