import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';

export interface CertificateFiles {
  readonly folder: string;
  readonly certificatePath: string;
  readonly certificate: string;
  readonly key: string;
  readonly remove: () => void;
}

/** Makes a self-signed certificate with openssl, as a lab's admin would. Valid for `localhost` from now for a day. */
export function makeCertificate(
  kind: 'server' | 'client' | 'ec-client',
  name = 'localhost',
): CertificateFiles {
  const folder = mkdtempSync(join(tmpdir(), 'clipward-tls-'));
  const [keyPath, certificatePath] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
  const newKey = kind === 'client' ? ['rsa:2048'] : ['ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1'];
  const forServer = kind === 'server' ? ['-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'] : [];
  const args = ['req', '-x509', '-newkey', ...newKey, '-nodes', '-days', '1', '-subj', `/CN=${name}`];
  execFileSync('openssl', [...args, ...forServer, '-keyout', keyPath, '-out', certificatePath], {
    stdio: 'pipe',
  });
  return {
    folder,
    certificatePath,
    certificate: readFileSync(certificatePath, 'utf8'),
    key: readFileSync(keyPath, 'utf8'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Makes this process's TLS clients (fetch too) trust it, besides what they trust already. */
export function trust(certificate: string): void {
  setDefaultCACertificates([...getCACertificates('default'), certificate]);
}
