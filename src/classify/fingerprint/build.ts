import { base64FromNumbers } from '../../shared/base64.ts';
import { type FingerprintedDocument } from '../../shared/fingerprint.ts';
import { failed, ok, type Result } from '../../shared/result.ts';
import { never } from '../finder.ts';
import { createKeyedHash, hexOf } from '../keyed-hash.ts';
import { createWordReader } from '../word-reader.ts';
import { keyedFingerprint } from './keyed.ts';
import { winnow } from './winnow.ts';

/** A document with fewer would match by chance phrases. */
export const MIN_FINGERPRINTS = 8;

/** All fingerprints of a text. */
export function fingerprintsOf(text: string, key: string): ReadonlySet<number> {
  const hash = createKeyedHash(key);
  const { count, a, b } = winnow(text, never);
  const fingerprints = new Set<number>();
  for (let index = 0; index < count; index++)
    fingerprints.add(keyedFingerprint(a[index] ?? 0, b[index] ?? 0, hash));
  return fingerprints;
}

/** Fingerprints one document. What it shares with `common` texts (a letterhead, a disclaimer) is left out. */
export function fingerprintDocument(
  text: string,
  key: string,
  common: ReadonlySet<number> = new Set(),
): Result<FingerprintedDocument> {
  const own = [...fingerprintsOf(text, key)].filter((fingerprint) => !common.has(fingerprint));
  if (own.length < MIN_FINGERPRINTS) {
    return failed(
      `too little text of its own: ${own.length} fingerprints, expected at least ${MIN_FINGERPRINTS} (about 45 words)`,
    );
  }
  const sorted = Uint32Array.from(own).toSorted();
  return ok({ id: documentId(text, key), fingerprints: base64FromNumbers(sorted) });
}

/** The keyed hash of each word, folded into the next. */
function documentId(text: string, key: string): string {
  const hash = createKeyedHash(key);
  const words = createWordReader(text);
  let [low, high] = [0, 0];
  while (words.next()) {
    hash.hash(words.bytes, words.from, words.to);
    low = Math.imul(low, 0x01000193) ^ hash.low;
    high = Math.imul(high, 0x85ebca6b) ^ hash.high;
  }
  return hexOf(low, high);
}
