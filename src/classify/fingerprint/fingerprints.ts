import type { FingerprintType } from '../../shared/fingerprint.ts';
import { never, type Finder, type TypedMatch } from '../finder.ts';
import { createKeyedHash } from '../keyed-hash.ts';
import { densestRegion, type Region } from './densest-region.ts';
import { indexDocuments, type DocumentIndex, type KnownDocument } from './index-of-documents.ts';
import { keyedFingerprint } from './keyed.ts';
import { winnow, type Winnowed } from './winnow.ts';

/** A text with fewer shingles has too little to compare. */
const MIN_SHINGLES = 8;
/** So many shared fingerprints (about 40 words) speak for themselves, whatever stands around them. */
const STRONG = 8;
/** Documents of one type that are compared closely: those that share most. */
const MAX_CLOSE = 16;
/** Shared fingerprints that are looked at, counting one for each document that has it; more end the search. */
export const MAX_SHARED = 4_000_000;

/**
 * Looks for passages of a company's own documents. Time grows linearly with the text: each word is hashed once for all types
 * and about two of nine shingles once for each key. Without types it does nothing.
 */
export function createFingerprints(types: readonly FingerprintType[]): Finder {
  const indexes = indexDocuments(types);
  return {
    find(text, deadline = never) {
      if (indexes.length === 0) return { hits: [], complete: true };
      const winnowed = winnow(text, deadline);
      if (winnowed.shingles < MIN_SHINGLES) return { hits: [], complete: winnowed.complete };
      const hits: TypedMatch[] = [];
      let { complete } = winnowed;
      for (const index of indexes) {
        const shared = sharedWith(index, winnowed);
        complete &&= shared.complete;
        for (const best of closest(index, shared)) hits.push(...matches(index, winnowed, shared, best));
      }
      return { hits, complete };
    },
  };
}

/** What a text shares with the documents of an index. */
interface Shared {
  /** By chosen shingle of the text: its first pair in the index, or -1. */
  readonly pairs: Int32Array;
  /** By document: how many different fingerprints of it are in the text. */
  readonly counts: Uint32Array;
  /** How many different fingerprints the text has. What it repeats counts once. */
  readonly distinct: number;
  readonly complete: boolean;
}

function sharedWith({ key, documents, pairs, directory }: DocumentIndex, winnowed: Winnowed): Shared {
  const hash = createKeyedHash(key);
  const first = new Int32Array(winnowed.count).fill(-1);
  const counts = new Uint32Array(documents.length);
  const seen = new Set<number>();
  let budget = MAX_SHARED;
  for (let index = 0; index < winnowed.count && budget > 0; index++) {
    const fingerprint = keyedFingerprint(winnowed.a[index] ?? 0, winnowed.b[index] ?? 0, hash);
    const row = directory.firstRow(fingerprint);
    const isShared = pairs[row * 2] === fingerprint;
    if (isShared) first[index] = row;
    const before = seen.size;
    if (seen.add(fingerprint).size === before || !isShared) continue;
    for (let at = row; pairs[at * 2] === fingerprint; at++) {
      const document = pairs[at * 2 + 1] ?? 0;
      counts[document] = (counts[document] ?? 0) + 1;
      budget--;
    }
  }
  return { pairs: first, counts, distinct: seen.size, complete: budget > 0 };
}

/** For each type, the documents that share most with the text, best first. */
function closest({ documents }: DocumentIndex, { counts }: Shared): readonly (readonly number[])[] {
  const byType = new Map<FingerprintType, number[]>();
  for (const [place, { type }] of documents.entries()) {
    if ((counts[place] ?? 0) === 0) continue;
    const places = byType.get(type) ?? [];
    places.push(place);
    byType.set(type, places);
  }
  return [...byType.values()].map((places) =>
    places.toSorted((left, right) => (counts[right] ?? 0) - (counts[left] ?? 0)).slice(0, MAX_CLOSE),
  );
}

/** The matches of one type. Of documents that share a stretch of the text, the one that shares most has it. */
function matches(
  index: DocumentIndex,
  winnowed: Winnowed,
  shared: Shared,
  places: readonly number[],
): readonly TypedMatch[] {
  const found: TypedMatch[] = [];
  for (const place of places) {
    const document = index.documents[place];
    if (document === undefined) continue;
    const has = (chosen: number): boolean => hasDocument(index, shared.pairs[chosen] ?? -1, place);
    const region = densestRegion(winnowed.count, has, document.type.threshold);
    const match = matchOf(document, winnowed, shared, shared.counts[place] ?? 0, region);
    if (match !== undefined && found.every((other) => other.end <= match.start || match.end <= other.start)) {
      found.push(match);
    }
  }
  return found;
}

/** Is the document among those of the fingerprint whose pairs begin at `row`? Binary search: pairs are in order. */
function hasDocument({ pairs }: DocumentIndex, row: number, document: number): boolean {
  if (row < 0) return false;
  const fingerprint = pairs[row * 2];
  let low = row;
  let high = row + document + 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (pairs[middle * 2] === fingerprint && (pairs[middle * 2 + 1] ?? 0) < document) low = middle + 1;
    else high = middle;
  }
  return pairs[low * 2] === fingerprint && pairs[low * 2 + 1] === document;
}

/**
 * Enough of the document is there, or some passage is long and dense enough, or the text is short and mostly of the document.
 * A single shared shingle of several is a coincidence.
 */
function matchOf(
  { type, id, size }: KnownDocument,
  winnowed: Winnowed,
  { distinct }: Shared,
  count: number,
  region: Region,
): TypedMatch | undefined {
  const { threshold } = type;
  const enoughOfDocument = count * 100 >= threshold * size;
  const strong = enoughOfDocument || (region.shared >= STRONG && count >= STRONG);
  const mostOfText = count * 100 >= threshold * distinct && (count > 1 || distinct === 1);
  if (!strong && !mostOfText) return undefined;
  return {
    type: type.type,
    start: winnowed.starts[region.first] ?? 0,
    end: winnowed.ends[region.last] ?? 0,
    confidence: strong ? 'high' : 'medium',
    evidence: ['pattern'],
    value: id,
  };
}
