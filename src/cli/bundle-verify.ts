import { prepareBundle } from '../agent/bundle/prepare-bundle.ts';
import type { BundleFacts } from '../policy/admission.ts';
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

/**
 * `clipward bundle verify`: would a device that pins these keys take this bundle today, as the first one it gets? All is tried
 * that the device tries, its own cases too.
 */
export async function verifyFile(path: string, options: VerifyOptions): Promise<ExitCode> {
  const read = readBundleText(path);
  if (!read.ok) return read.problem;
  const { key: keys, threshold, tenant = null } = options;
  const trust = { kind: 'pinned' as const, keys, threshold };
  const verified = await verifyBundle(read.value.raw, trust, path);
  if (!verified.ok) return complain(verified.problem.detail, exit.findings);
  const bundle = parseBundle(verified.value.payload, path);
  if (!bundle.ok) return complain(bundle.problem, exit.findings);
  // Which devices of a rollout take it is not asked: the one that this would be is in it.
  const ring = bundle.value.rollout?.rings?.[0] ?? null;
  const prepared = await prepareBundle({
    text: read.value.raw,
    where: path,
    trust,
    admission: {
      arrival: 'new',
      nowMs: Date.now(),
      tenant,
      epoch: 0,
      mark: null,
      floor: null,
      inForce: null,
      quarantined: [],
      ring,
      bucket: 0,
    },
  });
  if (!prepared.ok) return complain(prepared.problem.detail, exit.findings);
  const { facts } = prepared.value;
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
