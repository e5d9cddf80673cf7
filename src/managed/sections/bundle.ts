import { address, bundlePart, publicKey, ringName, wholePath } from '../formats.ts';
import { integer, list, text } from '../setting.ts';

const [since, effect] = ['0.1.0', 'now'] as const;
const KEY = 'ed25519:11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo';

/** Where the policy bundle comes from and who must have signed it. */
export const bundle = {
  BundleUrl: text({
    ...address,
    default: null,
    since,
    effect,
    example: 'https://config.example.com/clipward/bundle.jws',
    description:
      'Where the bundle is fetched. Of BundleUrl, BundleFile and BundleParts the first that is set is used.',
    risk: 'Without BundleKeys it is not asked at all: what comes over a network must be signed by a key that is known before.',
  }),
  BundleFile: text({
    ...wholePath,
    default: null,
    since,
    effect,
    example: '/etc/clipward/bundle.jws',
    description: 'A file that holds the bundle, where MDM or a share brings it to the device.',
    risk: 'Without BundleKeys whoever can write the file controls the policies.',
  }),
  BundleParts: list({
    item: bundlePart.fits,
    takes: 'parts of the text of a bundle, in order',
    most: 5000,
    splits: false,
    since,
    effect,
    example: ['{"payload":"eyJzY2hlbWFfdm', 'Vyc2lvbiI6MX0","signatures":[]}'],
    description:
      'The signed bundle itself, cut anywhere into parts that are joined without anything between them: text boxes of Intune take 1,023 characters.',
    risk: 'A missing part makes the whole bundle unreadable; the last good one stays in force.',
  }),
  BundleKeys: list({
    item: publicKey.fits,
    takes: 'Ed25519 public keys, as `clipward bundle keygen` prints them',
    most: 20,
    since,
    effect,
    example: [KEY],
    description:
      'Only bundles signed with these keys are taken. None: BundleUrl is not asked, and BundleFile and BundleParts are taken unsigned.',
    risk: 'The wrong key: no new bundle is taken. To change keys, name old and new together for a time.',
  }),
  BundleThreshold: integer({
    from: 1,
    to: 10,
    default: 1,
    since,
    effect,
    example: 2,
    description: 'How many different keys of BundleKeys must have signed a bundle.',
    risk: 'More than there are keys: no bundle is ever taken.',
  }),
  BundleEpoch: integer({
    from: 0,
    to: 1_000_000,
    default: 0,
    since,
    effect,
    example: 1,
    description:
      'Raised by one to have version numbers begin anew, after a bundle with far too high a version (a stolen key) went out.',
    risk: 'Each raise lets older, validly signed bundles in again: replace the keys at the same time. Never lower it.',
  }),
  BundleMinutes: integer({
    from: 5,
    to: 1440,
    default: 60,
    since,
    effect,
    example: 30,
    description: 'How often a newer bundle is looked for, in minutes, give or take a tenth.',
    risk: 'Seldom: a mended policy arrives late.',
  }),
  OverrideKeys: list({
    item: publicKey.fits,
    takes: 'Ed25519 public keys, as `clipward bundle keygen` prints them',
    most: 20,
    since,
    effect,
    example: [KEY],
    description: 'One-use override codes signed with these keys are taken. None: override codes are off.',
    risk: 'Whoever has the private key can let any paste through. Use another key than for bundles.',
  }),
  RolloutRing: text({
    ...ringName,
    default: null,
    since,
    effect,
    example: 'pilot',
    description:
      'The ring this device is in. A bundle that names rings is taken only by devices in one of them.',
    risk: 'A device in no ring never takes a bundle that names rings.',
  }),
};
