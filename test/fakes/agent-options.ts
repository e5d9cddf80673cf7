import type { AgentOptions } from '../../src/agent/compose.ts';
import { enforceBuiltIn } from '../../src/agent/enforce.ts';
import { prepareBundle } from '../../src/agent/bundle/prepare-bundle.ts';
import type { Ready } from '../../src/agent/bundle/ready-bundle.ts';
import { createClassifier, type Classifier } from '../../src/classify/classifier.ts';
import { openManagedSettings } from '../../src/managed/managed-settings.ts';
import { ok } from '../../src/shared/result.ts';
import { sleepFor } from '../../src/sync/sleep.ts';
import { FakeDesktop } from './fake-desktop.ts';
import { FakePerson } from './fake-person.ts';
import { FakeSettingsSource, present } from './fake-settings-source.ts';

const builtInClassifier = createClassifier();

const ready = (facts: Ready['facts'], data: Ready['data'], classifier: Classifier): Ready => ({
  facts,
  data,
  classify: (text) => Promise.resolve(classifier.classify(text)),
  stop: () => Promise.resolve(),
});

/** What `openAgent` needs, with settings that a test may change, and without threads: bundles are made ready right here. */
export async function agentOptions(
  dataDir: string,
  settings: Record<string, unknown> = {},
): Promise<AgentOptions & { readonly mdm: FakeSettingsSource }> {
  const mdm = new FakeSettingsSource(present(settings));
  return {
    mdm,
    desktop: new FakeDesktop(),
    ask: new FakePerson().ask,
    tell: () => undefined,
    dataDir,
    user: 'zoe',
    language: 'en',
    agentVersion: '1.2.3',
    settings: await openManagedSettings({ forced: mdm, watch: { debounceMs: 1, pollMs: 60_000 } }),
    prepare: async (candidate) => {
      const prepared = await prepareBundle(candidate);
      if (!prepared.ok) return prepared;
      const { facts, data, classifier } = prepared.value;
      return ok(ready(facts, data, classifier));
    },
    builtIn: () => Promise.resolve(ready(null, enforceBuiltIn().data, builtInClassifier)),
    sleep: sleepFor,
    connectTenant: () => ok(null),
    collectorToken: () => Promise.resolve(undefined),
  };
}
