import type { Match, WordDetector } from '../detector.ts';
import { readAssignment } from './assignment.ts';
import { entropyOf } from './randomness.ts';
import { holdsFiller, isTemplate } from './placeholders.ts';
import { sampleOf } from './samples.ts';
import { vendorRows, type VendorRow } from './vendor-rows.ts';

/** Made-up values of the right length, but of one or two units again and again, stay below this (bits per unit). */
const LEAST_ENTROPY = 2.2;
/** What tells that the name holds a digest or a place, not a key. */
const HARMLESS_NAME =
  /sha|commit|hash|md5|checksum|digest|integrity|etag|url|path|version|ref$|branch|public|site.?key/i;

/**
 * Keys without a prefix of their own, known by the name of the service in the name they are given to and by their shape:
 * `ALGOLIA_API_KEY=` and 32 hexadecimal digits.
 */
export const vendorSecrets: readonly WordDetector[] = vendorRows.map(detectorOf);

function detectorOf(row: VendorRow): WordDetector {
  const shape = new RegExp(`^(?:${row.shape})$`);
  const match: WordDetector['match'] = ({ text }, word) => {
    const assignment = readAssignment(text, word);
    if (assignment === undefined || assignment.tie === 'words') return undefined;
    const { start, end } = assignment.value;
    const value = text.slice(start, end);
    if (!shape.test(value) || holdsFiller(value) || isTemplate(value)) return undefined;
    if (entropyOf(value) < LEAST_ENTROPY) return undefined;
    if (HARMLESS_NAME.test(text.slice(assignment.name.start, assignment.name.end))) return undefined;
    const found: Match = { start, end, confidence: row.confidence, evidence: ['pattern', 'keyword'], value };
    return found;
  };
  return {
    type: `SECRET:${row.kind}`,
    name: row.name,
    anchor: { kind: 'word', words: row.words },
    match,
    keywords: [],
    get examples() {
      return examplesOf(row);
    },
  };
}

function examplesOf({ kind, words, shape, confidence }: VendorRow): WordDetector['examples'] {
  const value = sampleOf(shape, kind);
  const [name = ''] = words;
  const texts = [
    `${name}_token = "${value}"`,
    `${name.toUpperCase()}_API_KEY=${value}`,
    `{"${name}Key": "${value}"}`,
    `${name}: '${value}'`,
    `setenv("${name}", "${value}")`,
  ];
  return {
    match: texts.map((text) => ({ text, value, confidence })),
    noMatch: [
      `${name} ${value}`,
      `${name}_sha = "${value}"`,
      `${name}_token = "${'x'.repeat(value.length)}"`,
      `${name}_token = "<your ${name} token>"`,
      `${name}_token = process.env.TOKEN`,
    ],
  };
}
