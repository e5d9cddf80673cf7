import { randomBytes } from 'node:crypto';
import { fingerprintDocument, fingerprintsOf } from '../classify/fingerprint/build.ts';
import { GUARANTEED_WORDS } from '../classify/fingerprint/winnow.ts';
import { customTypeNameSchema } from '../shared/custom-type.ts';
import {
  FINGERPRINT_FORMAT,
  fingerprintTypeSchema,
  type FingerprintedDocument,
  type FingerprintType,
} from '../shared/fingerprint.ts';
import { parse } from '../shared/result.ts';
import { complain, exit, type ExitCode } from './exit.ts';
import { write } from './output.ts';
import { readTextFile, writeOwnFile } from './text-file.ts';

export interface FingerprintBuildOptions {
  readonly type: string;
  readonly name?: string | undefined;
  readonly threshold?: number | undefined;
  /** Texts that many documents share: what is in them is no mark of any. */
  readonly except?: readonly string[] | undefined;
  readonly out: string;
}

const DEFAULT_THRESHOLD = 30;

/** `clipward fingerprint build`: turns texts into keyed fingerprints. Prints which document has which id, never text. */
export async function buildFingerprints(
  files: readonly string[],
  options: FingerprintBuildOptions,
): Promise<ExitCode> {
  const type = parse(customTypeNameSchema, options.type, '--type');
  if (!type.ok) return complain(type.problem, exit.usage);
  const key = randomBytes(16).toString('hex');
  const common = new Set<number>();
  for (const file of options.except ?? []) {
    const text = readTextFile(file);
    if (!text.ok) return complain(text.problem);
    for (const fingerprint of fingerprintsOf(text.value, key)) common.add(fingerprint);
  }
  const documents: FingerprintedDocument[] = [];
  const lines: string[] = [];
  for (const file of files) {
    const text = readTextFile(file);
    if (!text.ok) return complain(text.problem);
    const document = fingerprintDocument(text.value, key, common);
    if (!document.ok) return complain(`${file}: ${document.problem}`, exit.findings);
    documents.push(document.value);
    lines.push(`${document.value.id}  ${file}\n`);
  }
  const data: FingerprintType = {
    kind: 'fingerprint',
    format: FINGERPRINT_FORMAT,
    type: type.value,
    name: options.name ?? type.value,
    key,
    threshold: options.threshold ?? DEFAULT_THRESHOLD,
    documents,
  };
  const checked = parse(fingerprintTypeSchema, data, 'the fingerprints built');
  if (!checked.ok) return complain(checked.problem, exit.usage);
  const json = `${JSON.stringify(checked.value)}\n`;
  const written = writeOwnFile(options.out, json);
  if (!written.ok) return complain(written.problem);
  await write(
    [
      ...lines,
      `${type.value}: ${documents.length} documents. Any passage of ${GUARANTEED_WORDS} words is noticed; ${data.threshold} % of a document, or of what is pasted, makes a match.\n`,
      `${options.out}: ${json.length} bytes. It holds the key: keep it as safe as the bundle, and build it anew regularly.\n`,
    ].join(''),
  );
  return exit.ok;
}
