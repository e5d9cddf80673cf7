import { describe, expect, it } from 'vitest';
import type { WindowContext } from '../../src/shared/capture.ts';
import { builtInCatalogue } from '../../src/sense/catalogue.ts';
import { createIdentifier } from '../../src/sense/identify.ts';

const identify = createIdentifier(builtInCatalogue);
const enabled = builtInCatalogue.platforms.filter((platform) => platform.enabled);
const disabled = builtInCatalogue.platforms.filter((platform) => !platform.enabled);

type Sign = [id: string, by: string, what: string, window: WindowContext];

/** Every identifier of every platform, each alone and in another case than the catalogue's. */
const signsOf = (platforms: typeof enabled): Sign[] =>
  platforms.flatMap((platform) => {
    const sign = (by: string, what: string, window: WindowContext): Sign => [
      platform.platform_id,
      by,
      what,
      window,
    ];
    const addresses = [...platform.hostnames, ...platform.url_prefixes];
    return [
      ...platform.windows_processes.map((name) => sign('process', name, { process: name.toUpperCase() })),
      ...platform.macos_bundle_ids.map((id) => sign('bundle-id', id, { bundleId: id.toLowerCase() })),
      ...platform.x11_classes.map((name) =>
        sign('window-class', name, { windowClass: ['main', name.toUpperCase()] }),
      ),
      ...addresses.map((at) => sign('url', at, { process: 'chrome.exe', url: `https://${at}` })),
      ...addresses.map((at) =>
        sign('url', `${at}, below`, { process: 'chrome.exe', url: `${at}/c/1?q=2#3` }),
      ),
      ...platform.title_patterns.map((title) =>
        sign('title', title, { process: 'chrome.exe', title: `${title.toUpperCase()} - Google Chrome` }),
      ),
    ];
  });

const confidences: Record<string, string> = {
  process: 'medium',
  'bundle-id': 'high',
  'window-class': 'medium',
  url: 'high',
  title: 'low',
};

describe('every sign in the catalogue', () => {
  it.each(signsOf(enabled))('is enough to tell %s by %s: %s', (id, by, _, window) => {
    expect(identify(window)).toMatchObject({
      kind: 'ai',
      platformId: id,
      recognisedBy: by,
      confidence: confidences[by],
    });
  });

  it.each(signsOf(disabled))('of %s, which is off, is not seen by %s: %s', (_id, _by, _what, window) => {
    expect(identify(window).kind).not.toBe('ai');
  });

  const browserSigns = builtInCatalogue.browsers.flatMap((browser): [string, WindowContext][] => [
    ...browser.windows_processes.map((name): [string, WindowContext] => [browser.name, { process: name }]),
    ...browser.macos_bundle_ids.map((id): [string, WindowContext] => [browser.name, { bundleId: id }]),
    ...browser.x11_classes.map((name): [string, WindowContext] => [browser.name, { windowClass: [name] }]),
  ]);
  it.each(browserSigns)('tells a page in %s by its title: %o', (name, window) => {
    const suffix = builtInCatalogue.browsers.find((browser) => browser.name === name)?.title_suffixes[0];
    const title = suffix === undefined ? 'Perplexity' : `Perplexity - ${suffix}`;
    expect(identify({ ...window, title })).toMatchObject({ platformId: 'perplexity', recognisedBy: 'title' });
    expect(identify(window)).toEqual({ kind: 'unknown-site', browser: name });
  });

  it('carries name and sanction into the target', () => {
    expect(identify({ process: 'm365copilot.exe' })).toEqual({
      kind: 'ai',
      platformId: 'm365-copilot',
      name: 'Microsoft 365 Copilot',
      sanctioned: true,
      recognisedBy: 'process',
      confidence: 'medium',
    });
    expect(identify({ process: 'ChatGPT.exe' })).toMatchObject({ sanctioned: false });
  });
});
