import { settingsFile, SYSTEM_SETTINGS_FILE } from './settings-file.ts';
import type { SettingsSource } from './settings-source.ts';

const ROOT = 0;

/** Where this system has the settings that MDM forces. */
export function systemSource(platform: NodeJS.Platform = process.platform): SettingsSource {
  if (platform === 'win32') return notReadable('Windows policies (Software\\Policies)');
  if (platform === 'darwin') return notReadable('managed preferences of macOS');
  return settingsFile(SYSTEM_SETTINGS_FILE, { trustedOwner: ROOT });
}

/** No management at all: for what is only played. */
export const nothingForced: SettingsSource = {
  name: 'nothing',
  read: () => Promise.resolve({ kind: 'absent' }),
  watch: () => ({ problem: () => null, stop: () => undefined }),
};

/** Reading them needs the native addon. Until it is there, that they are not read is a visible problem, not silence. */
const notReadable = (name: string): SettingsSource => ({
  name,
  read: () =>
    Promise.resolve({
      kind: 'unreadable',
      problem: `${name}: not readable in this version; what MDM sets there is not in force`,
    }),
  watch: () => ({ problem: () => null, stop: () => undefined }),
});
