import { listOf } from '../word-list.ts';
import { finish } from '../word-hash.ts';

/**
 * Keys that their issuers publish themselves, as 64-bit hashes (see `hashOf`), so that no key stands in the source:
 * - the keys of Google in the samples and tests of the Firebase SDKs (https://github.com/firebase/firebase-android-sdk);
 * - the one account key of the Azurite and Azure storage emulators
 *   (https://learn.microsoft.com/azure/storage/common/storage-use-azurite, "well-known storage account and key");
 * - the one key of the Azure Cosmos DB emulator (https://learn.microsoft.com/azure/cosmos-db/emulator, "authentication");
 * - the test keys in Stripe's manual (https://docs.stripe.com/keys).
 */
const PUBLISHED: ReadonlySet<string> = new Set(
  listOf(`
  26cce1817d071e18, e3db8bf518b453fa, d24749a6e5f3255f, 938c035075dfd276, 5603e7528b94b008, e7c459529db47013,
  b6bfab6cd18d5658, f002966229982254, b673ca65d35a3606, d436779087b1395b, f51ffff521f76816, 3173ef35cb63f8c6,
  291d44dca62fdc72, eed0622f03665b0e, a233c4bbdcd5f57f, 7bb79c90c047ba5f, d93b71c9a23d660f, cdd167a6703ebeb8,
  6120509145e6dd4e
`),
);

/** Is it a key that everybody has? */
export const isPublished = (value: string): boolean => PUBLISHED.has(hashOf(value));

/** Two lanes of 32 bits in hexadecimal. */
export function hashOf(value: string): string {
  let a = 0x811c9dc5;
  let b = 0x2545f491;
  for (let at = 0; at < value.length; at++) {
    const code = value.charCodeAt(at);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b + code, 0x85ebca6b);
  }
  return hexOf(finish(a)) + hexOf(finish(b));
}

const hexOf = (lane: number): string => (lane >>> 0).toString(16).padStart(8, '0');
