import { listOf } from '../word-list.ts';
import { finish } from '../word-hash.ts';

/**
 * Keys that their issuers publish themselves, as hashes of 64 bits, so that no key stands in the source:
 * - the keys of Google in the samples and tests of the Firebase SDKs (https://github.com/firebase/firebase-android-sdk);
 * - the one account key of the Azurite and Azure storage emulators
 *   (https://learn.microsoft.com/azure/storage/common/storage-use-azurite, "well-known storage account and key");
 * - the one key of the Azure Cosmos DB emulator (https://learn.microsoft.com/azure/cosmos-db/emulator, "authentication");
 * - the test keys in Stripe's manual (https://docs.stripe.com/keys).
 */
const HASHES = listOf(`
  26cce1817d071e18, e3db8bf518b453fa, d24749a6e5f3255f, 938c035075dfd276, 5603e7528b94b008, e7c459529db47013,
  b6bfab6cd18d5658, f002966229982254, b673ca65d35a3606, d436779087b1395b, f51ffff521f76816, 3173ef35cb63f8c6,
  291d44dca62fdc72, eed0622f03665b0e, a233c4bbdcd5f57f, 7bb79c90c047ba5f, d93b71c9a23d660f, cdd167a6703ebeb8,
  6120509145e6dd4e
`);

/** By the first lane, the second. */
const PUBLISHED: ReadonlyMap<number, number> = new Map(
  HASHES.map((hash) => [Number.parseInt(hash.slice(0, 8), 16), Number.parseInt(hash.slice(8), 16)]),
);

/** Is it a key that everybody has? */
export function isPublished(value: string): boolean {
  const [first, second] = hashOf(value);
  return PUBLISHED.get(first) === second;
}

/** FNV-1a and a multiplicative hash of the units, each 32 bits. */
function hashOf(value: string): readonly [number, number] {
  let a = 0x811c9dc5;
  let b = 0x2545f491;
  for (let at = 0; at < value.length; at++) {
    const code = value.charCodeAt(at);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b + code, 0x85ebca6b);
  }
  return [finish(a) >>> 0, finish(b) >>> 0];
}
