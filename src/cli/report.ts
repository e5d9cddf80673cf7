import { openAuditLogReadOnly } from '../audit/audit-reader.ts';
import { reportRows } from '../audit/report.ts';
import { formatReport, type ReportFormat } from '../audit/report-format.ts';
import { loadDefaultBundle } from '../policy/default-bundle.ts';
import { complain, exit, type ExitCode } from './exit.ts';
import { write } from './output.ts';
import { dataDirFor } from './paths.ts';

export interface ReportFilter {
  readonly from?: Date | undefined;
  readonly to?: Date | undefined;
  readonly label?: string | undefined;
  readonly platform?: string | undefined;
  readonly format?: ReportFormat | undefined;
}

/** `clipward report`: label, count, % of total, high risk, blocked. */
export const report = (options: ReportFilter & { readonly data?: string | undefined }): Promise<ExitCode> =>
  printReport(dataDirFor(options.data), options);

/** Counts in the database and prints; percentages add up to 100. */
export async function printReport(dataDir: string, filter: ReportFilter): Promise<ExitCode> {
  const reader = openAuditLogReadOnly(dataDir);
  if (!reader.ok) return complain(reader.problem);
  const { from, to, label, platform, format = 'table' } = filter;
  const counts = reader.value.labelCounts({
    ...(from === undefined ? {} : { since: from }),
    ...(to === undefined ? {} : { until: to }),
    ...(label === undefined ? {} : { label }),
    ...(platform === undefined ? {} : { platform }),
  });
  reader.value.close();
  if (!counts.ok) return complain(counts.problem);
  const order = loadDefaultBundle().labels.map(({ name }) => name);
  await write(formatReport(reportRows(counts.value, order), format));
  return exit.ok;
}
