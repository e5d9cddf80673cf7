import { targetOf } from '../agent/bundle/bundle-tests.ts';
import { localTimeOf } from '../agent/local-clock.ts';
import { notScanned } from '../agent/study.ts';
import { assignLabel } from '../label/assign.ts';
import { findLabel } from '../label/label-catalogue.ts';
import type { LeafKey } from '../policy/condition.ts';
import { NOT_KNOWN, type PartialInput } from '../policy/interaction.ts';
import { judgePartly, type Unjudged } from '../policy/judge.ts';
import { builtInCatalogue } from '../sense/catalogue.ts';
import { mergeCatalogue } from '../sense/platform-overrides.ts';
import type { FileLabel } from '../shared/capture.ts';
import type { Classification } from '../shared/finding.ts';
import type { Labelling } from '../shared/label.ts';
import type { LocalTime } from '../shared/local-time.ts';
import { UNKNOWN_SITE, type Target } from '../shared/platform.ts';
import { failed, ok, type Result } from '../shared/result.ts';
import { holds, type Verdict } from '../shared/verdict.ts';
import { bundleInForce } from './bundle-in-force.ts';
import { classifierFor, type CommandBundle } from './bundle-option.ts';
import { complain, exit, type ExitCode } from './exit.ts';
import { readInput } from './input.ts';
import { write, writeJson } from './output.ts';

export interface JudgeOptions {
  readonly platform: string;
  readonly userGroup?: readonly string[] | undefined;
  readonly deviceGroup?: readonly string[] | undefined;
  readonly managed?: boolean | undefined;
  readonly at?: LocalTime | undefined;
  readonly sourceApp?: string | undefined;
  /** Today, before this paste. */
  readonly overrides?: number | undefined;
  /** Ids, paths or names; given, copied files are judged, of which nothing is read. */
  readonly fileLabel?: readonly string[] | undefined;
  readonly json?: boolean | undefined;
  readonly bundle?: string | undefined;
  readonly country?: string | undefined;
  readonly settings?: string | undefined;
  readonly data?: string | undefined;
}

/** One case and what came of it. */
interface Judged {
  readonly classification: Classification;
  readonly labelling: Labelling;
  readonly verdict: Verdict;
  /** Policies that may change the verdict, and hang on what no option says. */
  readonly unjudged: readonly Unjudged[];
}

/** `clipward judge`: the verdict for one case, with every policy that was considered and why. */
export async function judge(file: string | undefined, options: JudgeOptions): Promise<ExitCode> {
  const enforced = await bundleInForce(options);
  if (!enforced.ok) return enforced.problem;
  const target = targetFor(options.platform, enforced.value);
  if (!target.ok) return complain(target.problem, exit.usage);
  const fileLabels = fileLabelsOf(file, options, enforced.value);
  if (!fileLabels.ok) return complain(fileLabels.problem, exit.usage);
  const read = await readCapture(file, fileLabels.value, options, enforced.value);
  if (!read.ok) return complain(read.problem);

  const labelling = assignLabel(enforced.value.labelRules, read.value.classification);
  const { verdict, unjudged } = judgePartly(enforced.value.policies, {
    ...read.value,
    label: labelling.label,
    target: target.value,
    circumstances: circumstancesOf(options),
  });
  const judged = { classification: read.value.classification, labelling, verdict, unjudged };
  if (options.json === true) await writeJson(asJson(options.platform, judged));
  else await write(inWords(options.platform, judged));
  return holds(verdict) ? exit.findings : exit.ok;
}

function targetFor(id: string, { platforms }: CommandBundle): Result<Target> {
  const catalogue = mergeCatalogue(builtInCatalogue, platforms);
  if (!catalogue.ok) return failed(catalogue.problem);
  const target = targetOf(id, catalogue.value);
  const known = catalogue.value.platforms.map((platform) => platform.platform_id).join(', ');
  return target === null
    ? failed(`--platform ${id}: expected ${UNKNOWN_SITE} or one of ${known}`)
    : ok(target);
}

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Null: a text is judged. A GUID need not be of a label of the bundle: files carry those of other tenants. */
function fileLabelsOf(
  file: string | undefined,
  { fileLabel: references }: JudgeOptions,
  { labelRules }: CommandBundle,
): Result<readonly FileLabel[] | null> {
  if (references === undefined) return ok(null);
  if (file !== undefined) return failed('--file-label: expected no FILE with it: copied files are not read');
  const labels: FileLabel[] = [];
  for (const reference of references) {
    const id = findLabel(labelRules.labels, reference)?.id ?? (GUID.test(reference) ? reference : null);
    if (id === null) return failed(`--file-label ${reference}: expected a label of the bundle or a GUID`);
    labels.push({ id, tenantId: null });
  }
  return ok(labels);
}

async function readCapture(
  file: string | undefined,
  fileLabels: readonly FileLabel[] | null,
  { country, sourceApp: app }: JudgeOptions,
  enforced: CommandBundle,
): Promise<Result<Pick<PartialInput, 'classification' | 'capture'>>> {
  const sourceApp = app ?? NOT_KNOWN;
  if (fileLabels !== null) {
    return ok({
      classification: notScanned('unreadable'),
      capture: { kind: 'files', sourceApp, fileLabels },
    });
  }
  const text = await readInput(file);
  if (!text.ok) return text;
  const classification = classifierFor(enforced, country).classify(text.value);
  return ok({ classification, capture: { kind: 'text', sourceApp, fileLabels: [] } });
}

function circumstancesOf(options: JudgeOptions): PartialInput['circumstances'] {
  const now = options.at ?? localTimeOf(new Date());
  const { userGroup = NOT_KNOWN, deviceGroup = NOT_KNOWN, managed = NOT_KNOWN, overrides } = options;
  const times = (count: number): readonly number[] => Array.from({ length: count }, () => now.epochMs - 1);
  return {
    userGroups: userGroup,
    deviceGroups: deviceGroup,
    deviceManaged: managed,
    now,
    overrides: overrides === undefined ? NOT_KNOWN : times(overrides),
  };
}

const asJson = (platform: string, { classification, labelling, verdict, unjudged }: Judged) => ({
  platform_id: platform,
  action: verdict.action,
  policy: verdict.policy,
  reason: verdict.reason,
  label: labelling.label?.name ?? null,
  label_why: labelling.why,
  risk_score: classification.riskScore,
  risk_level: classification.riskLevel,
  findings: classification.counts,
  ...(classification.unscanned === undefined ? {} : { unscanned: classification.unscanned }),
  simulated: verdict.simulated,
  considered: verdict.considered,
  could_not_be_judged: unjudged.map(({ policy, leaves, why }) => ({ policy, needs: leaves, why })),
});

function inWords(platform: string, { classification, labelling, verdict, unjudged }: Judged): string {
  const { label, why } = labelling;
  const isUnjudged = new Set(unjudged.map(({ policy }) => policy));
  const lines = [
    `${verdict.action.toUpperCase()} on ${platform}. ${verdict.reason}`,
    `Label: ${label?.name ?? 'none'} (${why}). Risk ${classification.riskScore}.`,
    ...verdict.simulated.map(({ policy, action }) => `Would have: ${action.toUpperCase()} by ${policy}.`),
    ...unjudged.map(({ policy, leaves }) => `Could not be judged: ${policy}; say ${optionsFor(leaves)}.`),
    ...verdict.considered.map(({ policy, applied, why }) => {
      const mark = applied ? 'applies' : isUnjudged.has(policy) ? '?      ' : 'no     ';
      return `  ${mark}  ${policy}: ${why}`;
    }),
  ];
  return `${lines.join('\n')}\n`;
}

/** The option that says what such a leaf asks about; the others are always known here. */
const optionOf: Partial<Record<LeafKey, string>> = {
  user_group: '--user-group',
  device_group: '--device-group',
  device_managed: '--managed or --no-managed',
  source_app: '--source-app',
  overrides: '--overrides',
};

const optionsFor = (leaves: readonly LeafKey[]): string =>
  [...new Set(leaves)].map((leaf) => optionOf[leaf] ?? leaf).join(', ');
