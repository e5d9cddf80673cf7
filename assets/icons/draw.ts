/**
 * Draws the PNG icons from the SVG files beside this one, with the Chromium of this machine:
 * `node assets/icons/draw.ts`. Run it after changing an SVG and commit what it wrote.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';

const here = import.meta.dirname;
const colours = { guarding: '#1f7a4d', holding: '#0b5cad', limited: '#a15c00', error: '#b3261e' };

/** The colours of shield and sign, and no sign but this state's. */
const trayCss = (state: string, shield: string, sign: string): string =>
  `.shield { fill: ${shield} } .sign { stroke: ${sign} } .sign path:not(#${state}) { display: none }`;

async function draw(page: Page, svg: string, css: string, size: number, path: string): Promise<void> {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(
    `<style>body { margin: 0 } svg { display: block; width: ${size}px; height: ${size}px } ${css}</style>${svg}`,
  );
  await page.screenshot({ path: join(here, path), omitBackground: true });
}

async function drawTray(page: Page, svg: string, state: string, colour: string): Promise<void> {
  const cutOut = svg
    .replace(
      '<path class="shield"',
      '<mask id="cut"><rect width="16" height="16" fill="white" /><use href="#signs" /></mask><path class="shield" mask="url(#cut)"',
    )
    .replace('<g class="sign"', '<defs><g id="signs" class="sign"')
    .replace('</g>', '</g></defs>');
  for (const [scale, suffix] of [
    [1, ''],
    [2, '@2x'],
  ] as const) {
    await draw(page, svg, trayCss(state, colour, 'white'), 16 * scale, `tray/${state}${suffix}.png`);
    await draw(
      page,
      cutOut,
      trayCss(state, 'black', 'black'),
      16 * scale,
      `tray/${state}Template${suffix}.png`,
    );
  }
}

const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
try {
  const page = await browser.newPage();
  const tray = await readFile(join(here, 'tray.svg'), 'utf8');
  for (const [state, colour] of Object.entries(colours)) await drawTray(page, tray, state, colour);
  await draw(page, await readFile(join(here, 'app.svg'), 'utf8'), '', 1024, 'app.png');
} finally {
  await browser.close();
}
