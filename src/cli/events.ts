import { openAuditLogReadOnly } from '../audit/audit-reader.ts';
import type { Interaction } from '../shared/audit-event.ts';
import { complain, exit, type ExitCode } from './exit.ts';
import { write, writeJson } from './output.ts';
import { dataDirFor } from './paths.ts';

export interface EventsOptions {
  readonly since?: Date | undefined;
  readonly data?: string | undefined;
  readonly json?: boolean | undefined;
}

/** `clipward events`: one entry for each interaction, oldest first, with the person's answer. */
export async function events(options: EventsOptions): Promise<ExitCode> {
  const reader = openAuditLogReadOnly(dataDirFor(options.data));
  if (!reader.ok) return complain(reader.problem);
  const read = reader.value.interactions(options.since === undefined ? {} : { since: options.since });
  reader.value.close();
  if (!read.ok) return complain(read.problem);
  const { interactions, unreadable } = read.value;
  if (unreadable > 0) complain(`${unreadable} stored events could not be read and are left out`);
  if (options.json === true) await writeJson(interactions);
  else await write(interactions.length === 0 ? 'No interactions yet.\n' : interactions.map(rowOf).join(''));
  return exit.ok;
}

function rowOf({
  at,
  action,
  platform_id,
  label,
  findings,
  source_app,
  policy,
  answer,
  justification,
}: Interaction): string {
  const found = findings.map(({ type, distinct }) => `${distinct} ${type}`).join(', ') || 'nothing found';
  const said =
    answer === null ? '' : ` → ${answer}${justification === null ? '' : ` ("${oneLine(justification)}")`}`;
  const from = source_app === null ? '' : ` from ${source_app}`;
  return `${at}  ${action.padEnd(5)}  ${platform_id}${from}: ${found}; ${label ?? 'no label'}${policy === null ? '' : `; ${policy}`}${said}\n`;
}

/** A reason typed by a person must not forge a line or move the cursor of whoever reads it. */
const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Cf}]+/gu, ' ');
