import { expect, it } from 'vitest';
import { followSettings, type SettingsUse } from '../../src/agent/settings-use.ts';
import { openManagedSettings } from '../../src/managed/managed-settings.ts';
import { absent, FakeSettingsSource, present } from '../fakes/fake-settings-source.ts';

/** A running agent's followers, which say when they begin and end; `end` lets the oldest of them end. */
async function following(fail = false) {
  const mdm = new FakeSettingsSource(absent);
  const settings = await openManagedSettings({ forced: mdm });
  const [steps, told]: [string[], string[]] = [[], []];
  const waiting: (() => void)[] = [];
  const begin = async (): Promise<void> => {
    steps.push('begins');
    await new Promise<void>((resolve) => waiting.push(resolve));
    if (fail) throw new Error('a bug');
    steps.push('ends');
  };
  const use: SettingsUse = {
    settings,
    keeper: { check: () => Promise.resolve() },
    labels: { followSettings: () => Promise.resolve() },
    uploads: { follow: begin },
    record: () => undefined,
    tell: (happening) => void ('detail' in happening && told.push(happening.detail)),
    decideAnew: () => void steps.push('decides'),
  };
  followSettings(use);
  return {
    steps,
    told,
    end: () => waiting.shift()?.(),
    change: async (values: Record<string, unknown>) => {
      mdm.says = present(values);
      await settings.refresh();
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

it('a change of settings is applied when the one before it has been', async () => {
  const { steps, change, end } = await following();
  await change({ UserGroups: ['A'] });
  await change({ UserGroups: ['B'] });
  expect(steps).toEqual(['begins']);
  end();
  await expect.poll(() => steps).toEqual(['begins', 'ends', 'decides', 'begins']);
  end();
  await expect.poll(() => steps).toHaveLength(6);
});

it('a bug while settings are applied is told, and the next change is applied', async () => {
  const { steps, told, change, end } = await following(true);
  await change({ UserGroups: ['A'] });
  end();
  await expect.poll(() => told).toEqual(['internal error while settings were applied: a bug']);
  await change({ UserGroups: ['B'] });
  expect(steps).toEqual(['begins', 'begins']);
});
