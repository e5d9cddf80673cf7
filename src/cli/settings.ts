import type { SettingRow } from '../managed/settle.ts';
import { sections, settingKeys, settingOf, type SettingKey } from '../managed/settings-schema.ts';
import { complain, exit, type ExitCode } from './exit.ts';
import { write, writeJson } from './output.ts';
import { dataDirFor } from './paths.ts';
import { openSettings, type SettingsOptions } from './settings-layers.ts';

/**
 * `clipward settings explain`: every key, its value and where that comes from, as an agent started now with these options has
 * them. Ends with 0 only when nothing is wrong with them.
 */
export async function explainSettings(
  options: SettingsOptions & { readonly data?: string | undefined; readonly json?: boolean | undefined },
): Promise<ExitCode> {
  const opened = await openSettings(options, dataDirFor(options.data));
  if (!opened.ok) return complain(opened.problem);
  const settings = opened.value.explain();
  const problems = opened.value.problems();
  await (options.json === true
    ? writeJson({ settings, problems })
    : write(settingsTable(settings, problems)));
  return problems.length === 0 ? exit.ok : exit.findings;
}

/** `clipward settings keys`: what can be set, with type and default. */
export async function listSettingKeys(options: { readonly json?: boolean | undefined }): Promise<ExitCode> {
  if (options.json === true) await writeJson(settingKeys.map(describe));
  else
    await write(
      `${aligned(settingKeys.map((key) => [key, settingOf(key).takes, settingOf(key).description]))}\n`,
    );
  return exit.ok;
}

function describe(key: SettingKey): Record<string, unknown> {
  const { schema: _, ...about } = settingOf(key);
  const section = sections.find(({ table }) => key in table)?.title;
  return { key, section, ...about };
}

/** The rows for people, and below them what is wrong. */
export function settingsTable(rows: readonly SettingRow[], problems: readonly string[]): string {
  const cells = rows.map((row) => [row.key, shown(row), fromWords(row)]);
  const lines = [aligned([['KEY', 'VALUE', 'FROM'], ...cells])];
  if (problems.length > 0) lines.push('', ...problems.map((problem) => `! ${problem}`));
  return `${lines.join('\n')}\n`;
}

function fromWords({ source, forced, effect }: SettingRow): string {
  const notes = [...(forced ? ['forced'] : []), ...(effect === 'later' ? ['no effect in this version'] : [])];
  return notes.length === 0 ? source : `${source} (${notes.join('; ')})`;
}

const LONGEST_VALUE = 48;

function shown({ key, value }: SettingRow): string {
  if (value === null) return 'not set';
  if (typeof value !== 'object') return shortened(String(value));
  if (value.length === 0) return 'none';
  if (key === 'BundleParts') return `${value.length} parts, ${value.join('').length} characters`;
  return shortened(value.join(', '));
}

const shortened = (text: string): string =>
  text.length <= LONGEST_VALUE ? text : `${text.slice(0, LONGEST_VALUE - 1)}…`;

/** Columns as wide as they need to be; the last one runs on. */
function aligned(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
