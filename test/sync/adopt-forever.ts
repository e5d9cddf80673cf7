import { writeSync } from 'node:fs';
import { openBundleStore } from '../../src/sync/bundle-store.ts';
import { storedBundle, textOfVersion } from '../fakes/stored-bundles.ts';

/** Run as a program: stores one bundle after the other, prints the version of each that is on disk, and ends at the first problem. */
const [dataDir = '', first = '1', padding = '0'] = process.argv.slice(2);
const store = await openBundleStore(dataDir, () => new Date());
if (store.problem !== null) throw new Error(store.problem);
for (let version = Number(first); ; version += 1) {
  const kept = await store.keepText(textOfVersion(version, Number(padding)));
  const saved = kept.ok
    ? await store.save({ current: storedBundle(version, kept.value), previous: store.state.current })
    : kept;
  if (!saved.ok) {
    writeSync(1, `problem ${saved.problem}\n`);
    break;
  }
  writeSync(1, `${version}\n`);
}
