import { enforce } from '../agent/enforce.ts';
import { makeEnforced, type Enforced } from '../agent/enforced.ts';
import type { Assumed } from '../agent/past/history.ts';
import { OVERRIDE_MEMORY_MS } from '../agent/override-memory.ts';
import { notLookedForUnder } from '../agent/past/past-labels.ts';
import { createReplay, type WhatIf } from '../agent/past/what-if.ts';
import { openAuditLogReadOnly } from '../audit/audit-reader.ts';
import { parseBundle } from '../policy/bundle.ts';
import { builtInCatalogue, type Catalogue } from '../sense/catalogue.ts';
import { mergeCatalogue } from '../sense/platform-overrides.ts';
import type { Label } from '../shared/label.ts';
import { failed, ok, type Result } from '../shared/result.ts';
import { bundleInForce } from './bundle-in-force.ts';
import type { CommandBundle } from './bundle-option.ts';
import { readBundleText } from './bundle-read.ts';
import { complain, exit, type ExitCode } from './exit.ts';
import { historySettings } from './history-settings.ts';
import { write, writeJson } from './output.ts';
import { dataDirFor } from './paths.ts';
import { eachDay } from './stored-interactions.ts';
import { whatIfJson, whatIfWords, type TriedDraft } from './what-if-words.ts';

export interface TryOptions {
  readonly since?: Date | undefined;
  readonly until?: Date | undefined;
  readonly userGroup?: readonly string[] | undefined;
  readonly deviceGroup?: readonly string[] | undefined;
  readonly managed?: boolean | undefined;
  readonly examples?: number | undefined;
  /** What was in force. */
  readonly bundle?: string | undefined;
  readonly settings?: string | undefined;
  readonly data?: string | undefined;
  readonly json?: boolean | undefined;
}

/**
 * `clipward policy try`: replays a draft, signed or not, over the stored interactions of this device, and says what it would have
 * done and what of it cannot be told. Changes nothing. Ends with 0 whatever comes out; 1: the draft would be refused; 3: there is
 * no log.
 */
export async function tryPolicies(file: string, options: TryOptions): Promise<ExitCode> {
  const dataDir = dataDirFor(options.data);
  const about = await historySettings(options, dataDir);
  if (!about.ok) return complain(about.problem);
  const draft = readDraft(file, about.value.tenantLabels);
  if (!draft.ok) return draft.problem;
  const present = await bundleInForce(options);
  if (!present.ok) return present.problem;
  const result = replayLog(dataDir, draft.value, present.value, options);
  if (!result.ok) return complain(result.problem);
  const { whatIf, unreadable } = result.value;
  if (unreadable > 0) complain(`${unreadable} stored events could not be read and are left out`);
  const { enforced, isSigned } = draft.value;
  const tried: TriedDraft = { file, version: enforced.version, isSigned };
  if (options.json === true) await writeJson(whatIfJson(tried, whatIf));
  else await write(whatIfWords(tried, whatIf));
  return exit.ok;
}

interface Draft {
  readonly enforced: Enforced;
  readonly catalogue: Catalogue;
  readonly isSigned: boolean;
}

/** Makes it ready as the agent would, whoever signed it. What is wrong is told; the code is to end with. */
function readDraft(file: string, tenantLabels: readonly Label[]): Result<Draft, ExitCode> {
  const read = readBundleText(file);
  if (!read.ok) return read;
  const bundle = parseBundle(read.value.payload, file);
  if (!bundle.ok) return failed(complain(bundle.problem, exit.findings));
  const enforced = enforce(bundle.value, file);
  if (!enforced.ok) return failed(complain(enforced.problem, exit.findings));
  const { data } = enforced.value;
  const catalogue = mergeCatalogue(builtInCatalogue, data.platforms);
  if (!catalogue.ok) return failed(complain(`${file}: ${catalogue.problem}`, exit.findings));
  for (const line of data.off) complain(`${file}: ${line}`);
  const { isSigned } = read.value;
  return ok({ enforced: makeEnforced(data, tenantLabels), catalogue: catalogue.value, isSigned });
}

function replayLog(
  dataDir: string,
  { enforced, catalogue }: Draft,
  present: CommandBundle,
  options: TryOptions,
): Result<{ readonly whatIf: WhatIf; readonly unreadable: number }> {
  const { since, until, examples = 5, userGroup, deviceGroup, managed } = options;
  const assumed: Assumed = { userGroups: userGroup, deviceGroups: deviceGroup, deviceManaged: managed };
  const replay = createReplay({
    policies: enforced.policies,
    labelRules: enforced.labelRules,
    catalogue,
    notLookedFor: notLookedForUnder(enforced, present),
    assumed,
    since,
    examples,
  });
  const reader = openAuditLogReadOnly(dataDir);
  if (!reader.ok) return reader;
  // What was pasted anyway shortly before counts too.
  const from = since === undefined ? undefined : new Date(since.getTime() - OVERRIDE_MEMORY_MS);
  const read = eachDay(reader.value, { since: from, until }, (interactions) => {
    for (const interaction of interactions) replay.add(interaction);
    return ok(undefined);
  });
  reader.value.close();
  return read.ok ? ok({ whatIf: replay.result(), unreadable: read.value }) : read;
}
