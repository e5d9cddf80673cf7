import { writeFileSync } from 'node:fs';
import { configKeysPage } from './config-keys-page.ts';

/** Writes docs/config-keys.md anew. */
writeFileSync(new URL('config-keys.md', import.meta.url), await configKeysPage());
