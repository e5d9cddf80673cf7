import { existsSync } from 'node:fs';
import { describe } from 'vitest';

export const CHROMIUM = process.env['CLIPWARD_CHROMIUM'] ?? '/usr/bin/chromium';

/**
 * A suite that needs a browser. Where there is none it is skipped, and its name says why;
 * under CI a missing browser is a fault of the machine, so the suite runs and fails.
 */
export function describeWithChromium(name: string, suite: () => void): void {
  const missing = !existsSync(CHROMIUM) && process.env['CI'] !== 'true';
  if (missing) describe.skip(`${name} (skipped: no Chromium at ${CHROMIUM})`, suite);
  else describe(name, suite);
}
