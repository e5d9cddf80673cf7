import type { CaptureFacts, Circumstances, PolicyInput } from '../../src/policy/interaction.ts';
import type { Policy } from '../../src/policy/policy.ts';
import { days, type LocalTime } from '../../src/shared/local-time.ts';
import { nothingFound } from './classifications.ts';
import { ai } from './targets.ts';

/** A moment as a device in UTC tells it: `2026-11-18T12:00` or with seconds. */
export function localTime(moment: string): LocalTime {
  const at = new Date(`${moment}Z`);
  const day = days[(at.getUTCDay() + 6) % 7] ?? 'mon';
  return { epochMs: at.getTime(), day, minuteOfDay: at.getUTCHours() * 60 + at.getUTCMinutes() };
}

/** A Wednesday at noon. */
export const NOON = localTime('2026-11-18T12:00');

type Given = Partial<Pick<PolicyInput, 'classification' | 'label' | 'target'> & CaptureFacts & Circumstances>;

/**
 * What policies are asked about. What is not given: text in which nothing was found, without a label, facing ChatGPT; copied
 * nobody knows where, on a device and by a person of whom nothing is known, on a Wednesday at noon, with no overrides.
 */
export function inputOf(given: Given = {}): PolicyInput {
  return {
    classification: given.classification ?? nothingFound,
    label: given.label ?? null,
    target: given.target ?? ai('chatgpt'),
    capture: {
      kind: given.kind ?? 'text',
      sourceApp: given.sourceApp ?? null,
      fileLabels: given.fileLabels ?? [],
    },
    circumstances: {
      userGroups: given.userGroups ?? [],
      deviceGroups: given.deviceGroups ?? [],
      deviceManaged: given.deviceManaged ?? null,
      now: given.now ?? NOON,
      overrides: given.overrides ?? [],
    },
  };
}

/** An enabled policy that records whatever faces an AI platform, unless it is told otherwise. */
export const policyOf = (name: string, given: Partial<Policy> = {}): Policy => ({
  name,
  enabled: true,
  mode: 'enforce',
  priority: 500,
  when: { ai_platform: true },
  action: 'log',
  redact: true,
  justification: 'optional',
  reasons: [],
  on_failure: 'open',
  exceptions: [],
  ...given,
});
