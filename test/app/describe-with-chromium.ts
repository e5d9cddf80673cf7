import { existsSync } from 'node:fs';
import { describe } from 'vitest';

const usual = ['/usr/bin/chromium', '/usr/bin/google-chrome'];

export const CHROMIUM =
  process.env['CLIPWARD_CHROMIUM'] ?? usual.find((path) => existsSync(path)) ?? '/usr/bin/chromium';

const missing = !existsSync(CHROMIUM) && process.env['CI'] !== 'true';
const suiteOf: (name: string, suite: () => void) => unknown = missing ? describe.skip : describe;

/**
 * A suite that needs a browser. Where there is none it is skipped, and its name says why;
 * under CI a missing browser is a fault of the machine, so the suite runs and fails.
 */
export const describeWithChromium = (name: string, suite: () => void): unknown =>
  suiteOf(missing ? `${name} (skipped: no Chromium at ${CHROMIUM})` : name, suite);
