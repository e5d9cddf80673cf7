import type { ManagedSettings } from '../managed/managed-settings.ts';
import type { SettingKey } from '../managed/settings-schema.ts';
import type { EventDraft } from '../shared/audit-event.ts';
import type { Tell } from '../shared/happening.ts';
import { messageOf } from '../shared/result.ts';
import type { BundleKeeper } from './bundle/bundle-keeper.ts';
import type { LabelsInUse } from './labels-in-use.ts';
import type { Uploads } from './uploads.ts';

export interface SettingsUse {
  readonly settings: ManagedSettings;
  readonly keeper: Pick<BundleKeeper, 'check'>;
  readonly labels: Pick<LabelsInUse, 'followSettings'>;
  readonly uploads: Pick<Uploads, 'follow'>;
  readonly record: (draft: EventDraft) => void;
  readonly tell: Tell;
  /** What is on the clipboard is judged by what holds now. */
  readonly decideAnew: () => void;
}

/** Which bundle may be in force. */
const bundleKeys: ReadonlySet<SettingKey> = new Set<SettingKey>([
  'TenantId',
  'BundleUrl',
  'BundleFile',
  'BundleParts',
  'BundleKeys',
  'BundleThreshold',
  'BundleEpoch',
  'RolloutRing',
]);

/** What the verdict on what is on the clipboard hangs on. */
const verdictKeys: ReadonlySet<SettingKey> = new Set<SettingKey>([
  'IntegrationEnabled',
  'UserGroups',
  'DeviceGroups',
  'DeviceManaged',
  'ForeignLabels',
  'Language',
]);

/**
 * Has the running agent follow its settings. Each change is on record by the names of its keys, and so is what is wrong with
 * them; values are not: a list of groups says who someone is.
 */
export function followSettings(use: SettingsUse): void {
  const { settings, record, tell } = use;
  const wrong = (problem: string): void => {
    record({ kind: 'agent', what: 'settings-problem', detail: problem.slice(0, 1000) });
    tell({ kind: 'problem', detail: problem });
  };
  for (const problem of settings.problems()) wrong(problem);
  /** One change at a time: two that were applied at once could each open an upload, and one would never be stopped. */
  let applied = Promise.resolve();
  const bug = (error: unknown): void =>
    wrong(`internal error while settings were applied: ${messageOf(error)}`);
  settings.onChange((changed, newProblems) => {
    for (const problem of newProblems) wrong(problem);
    if (changed.length === 0) return;
    record({ kind: 'agent', what: 'settings-changed', detail: changed.join(', ').slice(0, 1000) });
    applied = applied.then(() => apply(changed, use)).catch(bug);
  });
}

async function apply(changed: readonly SettingKey[], use: SettingsUse): Promise<void> {
  await Promise.all([
    use.uploads.follow(),
    use.labels.followSettings(),
    changed.some((key) => bundleKeys.has(key)) ? use.keeper.check() : undefined,
  ]);
  if (changed.some((key) => verdictKeys.has(key))) use.decideAnew();
}
