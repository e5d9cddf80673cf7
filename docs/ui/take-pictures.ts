/**
 * Takes the pictures of the windows in docs/ui: `npm run pictures`. Real preload and pages, in Chromium through the
 * tests' stand-in for Electron; the question is one that the guard makes.
 */
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { createShell, prepareElectron } from '../../src/app/shell.ts';
import { questionFor } from '../../src/guard/wording.ts';
import { loadDefaultBundle } from '../../src/policy/default-bundle.ts';
import { judge, compilePolicies } from '../../src/policy/judge.ts';
import type { Question } from '../../src/shared/coaching.ts';
import { buildWindows } from '../../test/app/build-windows.ts';
import { CHROMIUM } from '../../test/app/describe-with-chromium.ts';
import { createElectronShim } from '../../test/app/electron-shim.ts';
import { oneCard, oneEmail } from '../../test/fakes/classifications.ts';
import { inputOf } from '../../test/fakes/policy-inputs.ts';
import type { Classification } from '../../src/shared/finding.ts';
import type { Target } from '../../src/shared/platform.ts';

const bundle = loadDefaultBundle();

function question(classification: Classification, label: string, platformId: string, name: string): Question {
  const chosen = bundle.labels.find((candidate) => candidate.name === label) ?? null;
  const target: Target = {
    kind: 'ai',
    platformId,
    name,
    sanctioned: false,
    recognisedBy: 'url',
    confidence: 'high',
  };
  const policies = compilePolicies(bundle.policies, bundle.labels);
  const verdict = judge(policies, inputOf({ classification, label: chosen, target }));
  const { counts } = classification;
  return questionFor({
    id: 'picture',
    target,
    verdict,
    counts,
    label: chosen,
    contact: 'dataprotection@example.com',
    coaching: bundle.coaching,
    language: 'en',
  });
}

async function picture(
  browser: Browser,
  distDir: string,
  asked: Question,
  colorScheme: 'light' | 'dark',
  name: string,
): Promise<void> {
  const context = await browser.newContext({
    viewport: { width: 560, height: 510 },
    colorScheme,
    deviceScaleFactor: 2,
  });
  const { electron, controls } = createElectronShim({ context });
  const tell = (problem: string): void => void process.stderr.write(`${problem}\n`);
  prepareElectron(electron, tell);
  await electron.app.whenReady();
  const shell = await createShell({ electron, platform: 'linux', distDir, iconDir: '/nowhere', tell });
  void shell.ask(asked, new AbortController().signal);
  const page = await controls.windows[0]?.webContents.page;
  await page?.locator('#dialog[data-state=ready] button').first().waitFor();
  // Why is asked once the person has chosen to go on.
  if (asked.reasons.length > 0) await page?.keyboard.press('3');
  await page?.screenshot({ path: join(import.meta.dirname, `${name}-${colorScheme}.png`) });
  await context.close();
}

const built = await buildWindows();
const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu'] });
const coach = question(oneEmail, 'Confidential', 'chatgpt', 'ChatGPT');
const questions: Readonly<Record<string, Question>> = {
  coach,
  reasons: {
    ...coach,
    text: 'Customer data belongs in our own assistant. Ask your data owner if you need it here.',
    justification: 'required',
    reasons: ['The customer agreed', 'It is made up for a test', 'My manager asked for it'],
  },
  block: question(oneCard, 'Restricted', 'deepseek', 'DeepSeek'),
};
for (const [name, asked] of Object.entries(questions)) {
  for (const scheme of ['light', 'dark'] as const) await picture(browser, built.distDir, asked, scheme, name);
}
await browser.close();
await built.remove();
