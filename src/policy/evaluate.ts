import { combined, opposite, type Check } from './check.ts';
import {
  aiPlatformCheck,
  deviceManagedCheck,
  groupCheck,
  overridesCheck,
  platformIdCheck,
  sanctionedCheck,
  sourceAppCheck,
  timeCheck,
} from './circumstance-checks.ts';
import type { Condition, Leaf, LeafKey } from './condition.ts';
import {
  captureCheck,
  findingCheck,
  riskLevelCheck,
  riskScoreCheck,
  unscannedCheck,
} from './content-checks.ts';
import { fileLabelCheck, labelCheck, type LabelIndex } from './label-checks.ts';

/** What a condition is compiled with. */
export interface Sense {
  readonly labels: LabelIndex;
  /** Does it speak against the paste when it holds? True for a policy that coaches or blocks, false for its exceptions. */
  readonly speaksAgainst: boolean;
}

/**
 * Makes a condition ready, once a bundle: labels are looked up here, and evaluating it neither searches nor parses. Types must
 * be short names. `all`, `any` and `not` are those of Kleene's three-valued logic.
 */
export function compileCondition(condition: Condition, sense: Sense): Check {
  if ('all' in condition) return combined(each(condition.all, sense), false);
  if ('any' in condition) return combined(each(condition.any, sense), true);
  if ('not' in condition) {
    return opposite(compileCondition(condition.not, { ...sense, speaksAgainst: !sense.speaksAgainst }));
  }
  const keys = (Object.keys(condition) as LeafKey[]).filter((key) => condition[key] !== undefined);
  return combined(
    keys.map((key) => compileKey(key, condition, sense)),
    false,
  );
}

const each = (branches: readonly Condition[], sense: Sense): Check[] =>
  branches.map((branch) => compileCondition(branch, sense));

type Compile<Key extends LeafKey> = (wanted: NonNullable<Leaf[Key]>, sense: Sense) => Check;

/** One compiler a key; the mapped type makes a new key without one a compile error. */
const compilers: { readonly [Key in LeafKey]: Compile<Key> } = {
  label: (wanted, { labels, speaksAgainst }) => labelCheck(wanted, labels, speaksAgainst),
  file_label: (wanted, { labels }) => fileLabelCheck(wanted, labels),
  capture: captureCheck,
  source_app: sourceAppCheck,
  user_group: (wanted) => groupCheck('user_group', wanted),
  device_group: (wanted) => groupCheck('device_group', wanted),
  device_managed: deviceManagedCheck,
  time: timeCheck,
  overrides: overridesCheck,
  platform_id: platformIdCheck,
  ai_platform: aiPlatformCheck,
  sanctioned: sanctionedCheck,
  risk_score: riskScoreCheck,
  risk_level: riskLevelCheck,
  finding: findingCheck,
  unscanned: unscannedCheck,
};

function compileKey<Key extends LeafKey>(key: Key, leaf: Leaf, sense: Sense): Check {
  const compile: Compile<Key> = compilers[key];
  return compile(leaf[key] as NonNullable<Leaf[Key]>, sense);
}
