import { numbersFromBase64 } from '../../shared/base64.ts';
import type { FingerprintType } from '../../shared/fingerprint.ts';
import { createHashDirectory, type HashDirectory } from '../hash-directory.ts';

/** A document as it is looked for. */
export interface KnownDocument {
  readonly type: FingerprintType;
  readonly id: string;
  /** How many fingerprints it has. */
  readonly size: number;
}

/** The documents that share one key. */
export interface DocumentIndex {
  readonly key: string;
  readonly documents: readonly KnownDocument[];
  /** Pairs of a fingerprint and the place of a document that has it, in ascending order. */
  readonly pairs: Uint32Array;
  readonly directory: HashDirectory;
}

/** One index for each key. */
export function indexDocuments(types: readonly FingerprintType[]): readonly DocumentIndex[] {
  const byKey = Map.groupBy(types, ({ key }) => key);
  return [...byKey].map(([key, ofKey]) => indexOf(key, ofKey));
}

function indexOf(key: string, types: readonly FingerprintType[]): DocumentIndex {
  const documents: KnownDocument[] = [];
  const lists: Uint32Array[] = [];
  for (const type of types) {
    for (const { id, fingerprints } of type.documents) {
      const list = numbersFromBase64(fingerprints);
      documents.push({ type, id, size: list.length });
      lists.push(list);
    }
  }
  // Both in one number below 2^53: 32 bits of fingerprint, the document's place below them.
  const both = new Float64Array(lists.reduce((sum, list) => sum + list.length, 0));
  let count = 0;
  for (const [place, list] of lists.entries()) {
    for (const fingerprint of list) both[count++] = fingerprint * MAX_PLACES + place;
  }
  both.sort();
  const pairs = new Uint32Array(count * 2);
  for (let index = 0; index < count; index++) {
    const pair = both[index] ?? 0;
    pairs[index * 2] = Math.floor(pair / MAX_PLACES);
    pairs[index * 2 + 1] = pair % MAX_PLACES;
  }
  return { key, documents, pairs, directory: createHashDirectory(pairs, 2) };
}

const MAX_PLACES = 2 ** 20;
