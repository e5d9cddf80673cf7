import { format, resolveConfig } from 'prettier';
import { FROM_MDM_ALONE } from '../src/managed/settle.ts';
import { sections, settingOf, type SettingKey } from '../src/managed/settings-schema.ts';

const page = new URL('config-keys.md', import.meta.url);

/** The text of docs/config-keys.md, made from the table of settings. */
export async function configKeysPage(): Promise<string> {
  const parts = sections.flatMap(({ title, table }) => [
    `## ${title}`,
    ...(Object.keys(table) as SettingKey[]).map(entryFor),
  ]);
  const style = await resolveConfig(page);
  return format([...introduction, ...parts].join('\n\n'), { ...style, parser: 'markdown' });
}

function entryFor(key: SettingKey): string {
  const setting = settingOf(key);
  const later =
    setting.effect === 'later' ? ' **This version reads and shows it, and does not act on it.**' : '';
  return [
    `### ${key}`,
    `${setting.description}${later}`,
    [
      `- Takes (${setting.type}): ${setting.takes}. Default: ${written(setting.default)}. Since ${setting.since}.`,
      `- Example: ${written(setting.example)}`,
      `- Risk: ${setting.risk}`,
    ].join('\n'),
  ].join('\n\n');
}

const written = (value: unknown): string =>
  value === null
    ? 'not set'
    : Array.isArray(value) && value.length === 0
      ? 'none'
      : `\`${JSON.stringify(value)}\``;

const introduction = [
  '# Configuration keys',
  `<!-- Made by docs/write-config-keys.ts from src/managed/sections; changes belong there. -->`,
  `Everything that MDM can set. \`clipward settings explain\` shows on a device which value each key has, where it comes from,
and what is wrong; it ends with 1 when something is.`,
  '## Where settings come from',
  `Strongest first, key by key:`,
  `1. **Forced by MDM.** On Linux \`/etc/clipward/settings.json\`: one JSON object with a member for each key. The file and every folder
   above it must belong to root and be writable by nobody else, also where links lead; otherwise it counts as unreadable. Windows
   policies and the managed preferences of macOS are not read by this version, and \`explain\` says so.
2. **The file of \`--settings FILE\`**, for labs: the same format, no conditions on who owns it.
3. **Options** such as \`--bundle\`, \`--collector\` and \`--country\`.
4. **The default.**`,
  `Only forced values lock: what a file or an option says of the same key is ignored, and told. \`BundleUrl\`, \`BundleFile\` and
\`BundleParts\` count as one key here, so an option cannot put another bundle beside the forced one.`,
  `Where MDM forces anything at all, these come from it alone, set or not: ${[...FROM_MDM_ALONE].map((key) => `\`${key}\``).join(', ')}.
They say what bundles, labels and codes are believed by, and who is exempt. A \`--bundle\` still counts where MDM names no bundle:
force \`BundleKeys\`, and only what they signed is taken. Where \`BundleKeys\` or \`BundleThreshold\` is forced to what cannot be
used, no bundle is taken at all.`,
  `| state of the source | what holds |
| --- | --- |
| absent: there is no file | what it had set before is cleared |
| unreadable: no permission, not trusted, not JSON, no answer | the last good values, also after a restart |
| a value of the wrong type or out of range | the last good value of that key, else its default; the key stays locked |
| a name that is no key | nothing; it is named, with the key that may have been meant |`,
  `The last good values are kept in \`settings-last-good.json\` in the data folder, which belongs to the person. They count only while
the forced source is unreadable, and a person without rights cannot make it so.`,
  `Changes are noticed at once, and looked for every 15 minutes in case the system did not tell; what \`--settings\` or the forced
file links to elsewhere is noticed then.`,
  '## How values may be written',
  `| type | taken |
| --- | --- |
| boolean | \`true\`, \`false\`, 1, 0, and the same as text |
| integer | a whole number, or its decimal digits as text |
| string | text; spaces around it do not count |
| choice | one of its words, in any case |
| list | a list of texts; or one text: a JSON list, else one item a line, else items between commas (\`BundleParts\`: one part) |`,
  `A \`null\` is as good as leaving the key out. Names that profiles and their tools write for themselves (\`Payload…\`, \`PFC_…\`, \`_…\`)
are passed over. **Secrets are never settings**: \`clipward secret set\` puts them into the encrypted store of the device.`,
];
