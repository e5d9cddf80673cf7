import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { configKeysPage } from '../../docs/config-keys-page.ts';
import { settingKeys } from '../../src/managed/settings-schema.ts';
import { repository } from '../setup/program.ts';

describe('docs/config-keys.md', () => {
  const page = readFileSync(repository('docs/config-keys.md'), 'utf8');

  it('is what docs/write-config-keys.ts makes of the table today', async () => {
    expect(page).toBe(await configKeysPage());
  });

  it.each(settingKeys)('speaks of %s once', (key) => {
    expect(page.split(`\n### ${key}\n`)).toHaveLength(2);
  });
});
