import { admit, type BundleFacts } from '../policy/admission.ts';
import { parseBundle } from '../policy/bundle.ts';
import { verifyBundle } from '../sync/bundle-signature.ts';
import { readBundleText } from './bundle-read.ts';
import { complain, exit, type ExitCode } from './exit.ts';
import { write, writeJson } from './output.ts';

export interface VerifyOptions {
  readonly key: readonly string[];
  readonly threshold: number;
  readonly tenant?: string | undefined;
  readonly json?: boolean | undefined;
}

/** `clipward bundle verify`: would a device that pins these keys take this bundle today, as the first one it gets? */
export async function verifyFile(path: string, options: VerifyOptions): Promise<ExitCode> {
  const read = readBundleText(path);
  if (!read.ok) return read.problem;
  const { key: keys, threshold, tenant = null } = options;
  const verified = await verifyBundle(read.value.raw, { kind: 'pinned', keys, threshold }, path);
  if (!verified.ok) return complain(verified.problem.detail, exit.findings);
  const bundle = parseBundle(verified.value.payload, path);
  if (!bundle.ok) return complain(bundle.problem, exit.findings);
  const { name, version } = bundle.value;
  const facts: BundleFacts = {
    name,
    version,
    tenant: bundle.value.tenant ?? null,
    issued: bundle.value.issued ?? null,
    expires: bundle.value.expires ?? null,
    signedBy: verified.value.signedBy,
    digest: verified.value.digest,
    signed: true,
  };
  // Which devices of a rollout take it is not asked: any of them may.
  const admitted = admit({ ...bundle.value, rollout: undefined }, facts, {
    arrival: 'new',
    nowMs: Date.now(),
    tenant,
    epoch: 0,
    mark: null,
    floor: null,
    inForce: null,
    quarantined: [],
    ring: null,
    bucket: 0,
  });
  if (!admitted.ok) return complain(`${path}: ${admitted.problem.detail}`, exit.findings);
  if (options.json === true) await writeJson(facts);
  else await write(inWords(facts));
  return exit.ok;
}

const inWords = ({ name, version, tenant, issued, expires, signedBy, digest }: BundleFacts): string =>
  [
    `✓ "${name}" v${version} holds.`,
    `  tenant     ${tenant}`,
    `  issued     ${issued}`,
    `  expires    ${expires}`,
    ...signedBy.map((id) => `  signed by  ${id}`),
    `  SHA-256    ${digest}`,
    '',
  ].join('\n');
