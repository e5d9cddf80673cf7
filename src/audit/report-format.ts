import type { ReportRow } from './report.ts';

export const reportFormats = ['table', 'csv', 'json'] as const;
export type ReportFormat = (typeof reportFormats)[number];

/** The report as text that ends with a line break. */
export function formatReport(rows: readonly ReportRow[], format: ReportFormat): string {
  switch (format) {
    case 'table':
      return formatTable(rows);
    case 'csv':
      return formatCsv([
        ['label', 'count', 'percent', 'high_risk', 'blocked'],
        ...rows.map((row) => [
          row.label,
          `${row.count}`,
          row.percent.toFixed(1),
          `${row.high_risk}`,
          `${row.blocked}`,
        ]),
      ]);
    case 'json':
      return `${JSON.stringify(rows, null, 2)}\n`;
  }
}

/**
 * CSV by RFC 4180 (CRLF, quotes doubled). A cell that a spreadsheet could take for a formula gets a leading
 * apostrophe (OWASP "CSV Injection"): those beginning with = + - @, their full-width forms, tab or carriage return.
 */
export function formatCsv(records: readonly (readonly string[])[]): string {
  return records.map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('');
}

function csvCell(text: string): string {
  const defused = /^[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(defused) ? `"${defused.replaceAll('"', '""')}"` : defused;
}

function formatTable(rows: readonly ReportRow[]): string {
  if (rows.length === 0) return 'No interactions.\n';
  const total = (column: 'count' | 'high_risk' | 'blocked'): string =>
    `${rows.reduce((sum, row) => sum + row[column], 0)}`;
  const lines = [
    ['Label', 'Count', '% of total', 'High risk', 'Blocked'],
    ...rows.map((row) => [
      printable(row.label),
      `${row.count}`,
      row.percent.toFixed(1),
      `${row.high_risk}`,
      `${row.blocked}`,
    ]),
    ['Total', total('count'), '100.0', total('high_risk'), total('blocked')],
  ];
  const widths = [0, 1, 2, 3, 4].map((column) =>
    Math.max(...lines.map((cells) => (cells[column] ?? '').length)),
  );
  return lines.map((cells) => `${alignCells(cells, widths)}\n`).join('');
}

/** Names to the left, numbers to the right. */
function alignCells(cells: readonly string[], widths: readonly number[]): string {
  return cells
    .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
    .join('  ');
}

/** A label's name could hold escape sequences that a terminal obeys. */
const printable = (text: string): string => text.replaceAll(/\p{C}/gu, '?');
