import { assignLabel } from '../label/assign.ts';
import { judge as judgeInput } from '../policy/judge.ts';
import { builtInCatalogue } from '../sense/catalogue.ts';
import { UNKNOWN_SITE, type Target } from '../shared/platform.ts';
import { bundleFor, classifierFor } from './bundle-option.ts';
import { complain, exit, type ExitCode } from './exit.ts';
import { readInput } from './input.ts';
import { write, writeJson } from './output.ts';

export interface JudgeOptions {
  readonly platform: string;
  readonly json?: boolean | undefined;
  readonly bundle?: string | undefined;
  readonly country?: string | undefined;
}

/** `clipward judge`: the verdict for a text on a platform, with every policy that was considered and why. */
export async function judge(file: string | undefined, options: JudgeOptions): Promise<ExitCode> {
  const enforced = bundleFor(options.bundle);
  if (!enforced.ok) return enforced.problem;
  const target = targetFor(options.platform);
  if (target === null) {
    const known = builtInCatalogue.platforms.map((platform) => platform.platform_id).join(', ');
    return complain(
      `--platform ${options.platform}: expected ${UNKNOWN_SITE} or one of ${known}`,
      exit.usage,
    );
  }
  const input = await readInput(file);
  if (!input.ok) return complain(input.problem);

  const classification = classifierFor(enforced.value, options.country).classify(input.value);
  const { label, why: labelWhy } = assignLabel(enforced.value.labelRules, classification);
  const verdict = judgeInput(enforced.value.policies, { classification, label, target });
  const { action, policy, reason, considered } = verdict;
  if (options.json === true) {
    await writeJson({
      platform_id: options.platform,
      action,
      policy,
      reason,
      label: label?.name ?? null,
      label_why: labelWhy,
      risk_score: classification.riskScore,
      risk_level: classification.riskLevel,
      findings: classification.counts,
      ...(classification.unscanned === undefined ? {} : { unscanned: classification.unscanned }),
      considered,
    });
  } else {
    const rows = considered.map(
      ({ policy, applied, why }) => `  ${applied ? 'applies' : 'no     '}  ${policy}: ${why}\n`,
    );
    await write(
      `${action.toUpperCase()} on ${options.platform}. ${reason}\nLabel: ${label?.name ?? 'none'} (${labelWhy}). Risk ${classification.riskScore}.\n${rows.join('')}`,
    );
  }
  return action === 'coach' || action === 'block' ? exit.findings : exit.ok;
}

function targetFor(id: string): Target | null {
  if (id === UNKNOWN_SITE) return { kind: 'unknown-site', browser: 'a browser' };
  const platform = builtInCatalogue.platforms.find((candidate) => candidate.platform_id === id);
  if (platform === undefined) return null;
  const { name, sanctioned } = platform;
  return { kind: 'ai', platformId: id, name, sanctioned, recognisedBy: 'url', confidence: 'high' };
}
