import { openAuditLogReadOnly, type AuditStats } from '../audit/audit-reader.ts';
import type { AgentState } from './agent-state.ts';
import { exit, type ExitCode } from './exit.ts';
import { askInstance } from './instance.ts';
import { liveDesktopAvailable } from './live-desktop.ts';
import { write, writeJson } from './output.ts';
import { dataDirFor } from './paths.ts';
import { version } from './version.ts';

interface Status {
  readonly version: string;
  readonly data: string;
  /** Null when no agent runs for this data folder. */
  readonly agent: AgentState | null;
  /** Whether there is a desktop here to guard, or what is missing. */
  readonly desktop: string;
  readonly log: AuditStats | { readonly problem: string };
}

/**
 * `clipward status`: is it guarding, what can it not see, which bundle and labels are in force, what is queued. Ends with 0 only
 * when it guards without limits.
 */
export async function status(options: {
  readonly data?: string | undefined;
  readonly json?: boolean | undefined;
}): Promise<ExitCode> {
  const data = dataDirFor(options.data);
  const desktop = await liveDesktopAvailable();
  const found: Status = {
    version,
    data,
    agent: await askInstance(data),
    desktop: desktop.ok ? desktop.value : desktop.problem,
    log: statsOf(data),
  };
  await (options.json === true ? writeJson(found) : write(wordsFor(found)));
  const isFine = found.agent !== null && found.agent.bundle !== null && found.agent.limitations.length === 0;
  return isFine ? exit.ok : exit.findings;
}

function statsOf(data: string): Status['log'] {
  const reader = openAuditLogReadOnly(data);
  if (!reader.ok) return { problem: reader.problem };
  const stats = reader.value.stats();
  reader.value.close();
  return stats.ok ? stats.value : { problem: stats.problem };
}

function wordsFor({ version, data, agent, desktop, log }: Status): string {
  const lines = [
    `Clipward ${version}, data in ${data}`,
    ...(agent === null ? [`Not running. Desktop: ${desktop}`] : agentLines(agent)),
    ...logLines(log),
  ];
  return `${lines.join('\n')}\n`;
}

function agentLines(agent: AgentState): string[] {
  const { host, pid, started_at, desktop, limitations, holding, bundle, labels, upload, user, device } =
    agent;
  const where = `${desktop} (${host}, process ${pid}, since ${started_at})`;
  if (bundle === null || labels === null) return [`Starting: ${where}`];
  return [
    `${limitations.length === 0 ? 'Guarding' : 'Limited'}: ${where}`,
    ...limitations.map((limitation) => `  ! ${limitation}`),
    holding ? 'Content is held right now.' : 'Nothing is held.',
    bundleLine(bundle),
    ...bundle.quarantined.map((name) => `  given up on this device after crashes: ${name}`),
    labelLine(labels),
    `Upload: ${upload}.`,
    `In events: person ${user ?? 'unknown'}, device ${device ?? 'unknown'}`,
  ];
}

type Bundle = NonNullable<AgentState['bundle']>;
type Labels = NonNullable<AgentState['labels']>;

function bundleLine({ version, source, signedBy, since, lastCheck, lastAnswer, expires }: Bundle): string {
  if (source === null) return `Bundle: ${version}`;
  const signed = signedBy.length === 0 ? 'not signed' : `signed by ${signedBy.join(' and ')}`;
  const checked = lastCheck === null ? '' : `, looked for a newer one ${lastCheck}`;
  const answered = lastAnswer === lastCheck ? '' : `, last good answer ${lastAnswer ?? 'never'}`;
  const until = expires === null ? '' : `, expires ${expires}`;
  return `Bundle: ${version} from ${source}, ${signed}, since ${since}${checked}${answered}${until}`;
}

function labelLine(labels: Labels): string {
  if (labels.kind === 'off') return `Labels: the bundle's own; ${labels.why}`;
  const { enabled, tenantId, count, disabled, lastSuccess, lastAttempt, path, problem } = labels;
  if (!enabled) return `Labels: the integration with tenant ${tenantId} is off`;
  const last =
    lastSuccess === null ? 'never synced' : `last synced ${lastSuccess} (${path ?? 'unknown path'})`;
  const off = disabled === 0 ? '' : `, ${disabled} of them disabled`;
  const why = problem === null ? '' : `; tried ${lastAttempt ?? 'never'}: ${problem.detail}; ${problem.fix}`;
  return `Labels: ${count} of tenant ${tenantId}${off}, ${last}${why}`;
}

function logLines(log: Status['log']): string[] {
  if ('problem' in log) return [`Events: ${log.problem}`];
  const { interaction, answer, relabel, agent: own } = log.events;
  const relabelled = relabel === 0 ? '' : `, ${relabel} new labels`;
  return [
    `Events: ${interaction} interactions, ${answer} answers${relabelled}, ${own} about the agent; ${log.bytes} bytes; oldest ${log.oldest ?? 'none'}`,
    ...log.deliveries.map(
      (to) =>
        `  ${to.destination}: ${to.undelivered} to upload${to.last_error === null ? '' : `; ${to.last_error}`}`,
    ),
  ];
}
