import { openAuditLogReadOnly, type AuditStats } from '../audit/audit-reader.ts';
import { exit, type ExitCode } from './exit.ts';
import { askInstance, type AgentState } from './instance.ts';
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

/** `clipward status`: is it guarding, what can it not see, what is queued. Ends with 0 only when it guards without limits. */
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
  return found.agent === null || found.agent.limitations.length > 0 ? exit.findings : exit.ok;
}

function statsOf(data: string): Status['log'] {
  const reader = openAuditLogReadOnly(data);
  if (!reader.ok) return { problem: reader.problem };
  const stats = reader.value.stats();
  reader.value.close();
  return stats.ok ? stats.value : { problem: stats.problem };
}

function wordsFor({ version, data, agent, desktop, log }: Status): string {
  const lines = [`Clipward ${version}, data in ${data}`];
  if (agent === null) lines.push(`Not running. Desktop: ${desktop}`);
  else {
    lines.push(
      `${agent.limitations.length === 0 ? 'Guarding' : 'Limited'}: ${agent.desktop} (${agent.host}, process ${agent.pid}, since ${agent.started_at})`,
    );
    lines.push(...agent.limitations.map((limitation) => `  ! ${limitation}`));
    lines.push(
      `Bundle: ${agent.bundle}. ${agent.holding ? 'Content is held right now.' : 'Nothing is held.'} Upload: ${agent.upload}.`,
    );
  }
  if ('problem' in log) lines.push(`Events: ${log.problem}`);
  else {
    const { interaction, answer, agent: own } = log.events;
    lines.push(
      `Events: ${interaction} interactions, ${answer} answers, ${own} about the agent; ${log.bytes} bytes; oldest ${log.oldest ?? 'none'}`,
    );
    lines.push(
      ...log.deliveries.map(
        (to) =>
          `  ${to.destination}: ${to.undelivered} to upload${to.last_error === null ? '' : `; ${to.last_error}`}`,
      ),
    );
  }
  return `${lines.join('\n')}\n`;
}
