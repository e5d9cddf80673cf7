import { describe, expect, it } from 'vitest';
import { builtInCatalogue } from '../../src/sense/catalogue.ts';
import { createIdentifier } from '../../src/sense/identify.ts';
import { mergeCatalogue } from '../../src/sense/platform-overrides.ts';
import type { WindowContext } from '../../src/shared/capture.ts';
import {
  platformOverridesSchema,
  platformOverrideSchema,
  type PlatformOverride,
} from '../../src/shared/platform-override.ts';

const merged = (...overrides: PlatformOverride[]) => {
  const result = mergeCatalogue(builtInCatalogue, overrides);
  if (!result.ok) throw new Error(result.problem);
  return result.value;
};
const problemOf = (...overrides: PlatformOverride[]): string => {
  const result = mergeCatalogue(builtInCatalogue, overrides);
  return result.ok ? 'no problem' : result.problem;
};
const platform = (id: string, ...overrides: PlatformOverride[]) =>
  merged(...overrides).platforms.find((row) => row.platform_id === id);

/** How a window is told after the overrides, in a word or two. */
function told(window: WindowContext, ...overrides: PlatformOverride[]): string {
  const target = createIdentifier(merged(...overrides))(window);
  switch (target.kind) {
    case 'ai':
      return `${target.platformId} by ${target.recognisedBy}${target.sanctioned ? ', sanctioned' : ''}`;
    case 'app':
      return `app ${target.name}`;
    case 'unknown-site':
    case 'unknown':
      return target.kind;
  }
}

const acme: PlatformOverride = {
  platform_id: 'acme-gpt',
  name: 'Acme GPT',
  hostnames: ['gpt.acme.example'],
  url_prefixes: ['intranet.acme.example/ask'],
  title_patterns: ['Acme GPT'],
  windows_processes: ['AcmeGpt.exe'],
  macos_bundle_ids: ['com.acme.gpt'],
  x11_classes: ['acme-gpt-desktop'],
};
const chrome = { process: 'chrome.exe' };

describe('mergeCatalogue', () => {
  it('changes nothing without overrides', () => {
    expect(merged()).toEqual(builtInCatalogue);
  });

  it.each<[what: string, window: WindowContext, without: string, withIt: string]>([
    ['its host', { ...chrome, url: 'https://gpt.acme.example/c/1' }, 'app Google Chrome', 'acme-gpt by url'],
    ['a host below', { ...chrome, url: 'eu.gpt.acme.example' }, 'app Google Chrome', 'acme-gpt by url'],
    ['its path', { ...chrome, url: 'intranet.acme.example/ask/1' }, 'app Google Chrome', 'acme-gpt by url'],
    ['its title', { ...chrome, title: 'Acme GPT - Google Chrome' }, 'unknown-site', 'acme-gpt by title'],
    ['its program', { process: 'acmegpt.exe' }, 'app acmegpt', 'acme-gpt by process'],
    ['its bundle id', { bundleId: 'com.acme.gpt' }, 'app com.acme.gpt', 'acme-gpt by bundle-id'],
    [
      'its window class',
      { windowClass: ['acme', 'acme-gpt-desktop'] },
      'app acme-gpt-desktop',
      'acme-gpt by window-class',
    ],
    [
      'another path',
      { ...chrome, url: 'intranet.acme.example/wiki' },
      'app Google Chrome',
      'app Google Chrome',
    ],
  ])('lets a platform of the company be told by %s', (_, window, without, withIt) => {
    expect(told(window)).toBe(without);
    expect(told(window, acme)).toBe(withIt);
  });

  it('takes a new platform for one that is in use and not sanctioned, unless it says otherwise', () => {
    expect(platform('acme-gpt', acme)).toMatchObject({ enabled: true, sanctioned: false });
    expect(platform('acme-gpt', { ...acme, enabled: false, sanctioned: true })).toMatchObject({
      enabled: false,
      sanctioned: true,
    });
  });

  it('makes an ordinary site of a platform that is switched off, and a platform of one that is switched on', () => {
    const chatgpt = { ...chrome, url: 'chatgpt.com' };
    expect(told(chatgpt)).toBe('chatgpt by url');
    expect(told(chatgpt, { platform_id: 'chatgpt', enabled: false })).toBe('app Google Chrome');
    const ollama = { ...chrome, url: 'localhost:11434' };
    expect(told(ollama)).toBe('app Google Chrome');
    expect(told(ollama, { platform_id: 'ollama', enabled: true })).toBe('ollama by url');
  });

  it('sanctions a platform and takes that back', () => {
    const site = (url: string) => ({ ...chrome, url });
    expect(told(site('claude.ai'), { platform_id: 'claude', sanctioned: true })).toBe(
      'claude by url, sanctioned',
    );
    expect(told(site('m365.cloud.microsoft'))).toBe('m365-copilot by url, sanctioned');
    expect(told(site('m365.cloud.microsoft'), { platform_id: 'm365-copilot', sanctioned: false })).toBe(
      'm365-copilot by url',
    );
  });

  it('renames a platform and adds to what it is told by, without losing the rest', () => {
    const override = { platform_id: 'chatgpt', name: 'ChatGPT of Acme', hostnames: ['chat.acme.example'] };
    const before = platform('chatgpt');
    expect(platform('chatgpt', override)).toEqual({
      ...before,
      name: 'ChatGPT of Acme',
      hostnames: [...(before?.hostnames ?? []), 'chat.acme.example'],
    });
  });

  it('takes what an override repeats, in any case, once', () => {
    const override = {
      platform_id: 'chatgpt',
      name: 'ChatGPT',
      windows_processes: ['CHATGPT.EXE', 'Own.exe', 'own.EXE'],
    };
    const before = platform('chatgpt')?.windows_processes ?? [];
    expect(before).toContain('ChatGPT.exe');
    expect(platform('chatgpt', override)?.windows_processes).toEqual([...before, 'Own.exe']);
  });

  it('takes each override after the one before', () => {
    const sum = merged(acme, { platform_id: 'claude', enabled: false });
    expect(sum.platforms.length).toBe(builtInCatalogue.platforms.length + 1);
    expect(sum.platforms.find((row) => row.platform_id === 'claude')?.enabled).toBe(false);
  });

  it.each<[what: string, overrides: PlatformOverride[], expected: string]>([
    [
      'a host of another platform',
      [{ ...acme, hostnames: ['chatgpt.com'] }],
      'platforms[0] (acme-gpt): hostnames: "chatgpt.com" belongs to ChatGPT and cannot be Acme GPT too',
    ],
    [
      'a title of another platform, whatever its case',
      [{ platform_id: 'claude', title_patterns: ['CHATGPT'] }],
      'platforms[0] (claude): title_patterns: "CHATGPT" belongs to ChatGPT and cannot be Claude too',
    ],
    [
      'the program of a browser',
      [{ ...acme, windows_processes: ['chrome.exe'] }],
      'windows_processes: "chrome.exe" belongs to Google Chrome and cannot be Acme GPT too',
    ],
    ['the name of another platform', [{ ...acme, name: 'claude' }], 'name: "claude" belongs to Claude'],
    [
      'what an earlier override claimed',
      [acme, { platform_id: 'claude', hostnames: ['gpt.acme.example'] }],
      'platforms[1] (claude): hostnames: "gpt.acme.example" belongs to Acme GPT and cannot be Claude too',
    ],
    [
      'a new platform without a name',
      [{ platform_id: 'acme-gpt', hostnames: ['gpt.acme.example'] }],
      'platforms[0] (acme-gpt): expected a platform of the catalogue, or a name and one of hostnames',
    ],
    [
      'a new platform that nothing tells',
      [{ platform_id: 'acme-gpt', name: 'Acme GPT', hostnames: [] }],
      'or a name and one of hostnames',
    ],
    ['the word for sites that cannot be told', [{ ...acme, platform_id: 'unknown-site' }], 'no platform'],
  ])('refuses %s', (_, overrides, expected) => {
    expect(problemOf(...overrides)).toContain(expected);
  });
});

describe('platformOverrideSchema', () => {
  it.each<[field: keyof PlatformOverride, fits: unknown, doesNot: unknown]>([
    ['platform_id', 'acme-gpt', 'Acme GPT'],
    ['name', 'Acme GPT', ''],
    ['sanctioned', true, 'yes'],
    ['enabled', false, 0],
    ['hostnames', ['gpt.acme.example'], ['https://gpt.acme.example']],
    ['url_prefixes', ['acme.example/gpt'], ['acme.example']],
    ['title_patterns', ['Acme GPT'], ['Acme - GPT']],
    ['windows_processes', ['AcmeGpt.exe'], ['C:\\AcmeGpt.exe']],
    ['macos_bundle_ids', ['com.acme.gpt'], ['com acme gpt']],
    ['x11_classes', ['acme-gpt'], ['']],
  ])('reads %s as strictly as the catalogue', (field, fits, doesNot) => {
    expect(platformOverrideSchema.safeParse({ ...acme, [field]: fits }).success).toBe(true);
    expect(platformOverrideSchema.safeParse({ ...acme, [field]: doesNot }).success).toBe(false);
  });

  it('takes no id that is longer than events do', () => {
    const override = (length: number) => ({ platform_id: 'a'.repeat(length), enabled: false });
    expect([64, 65].map((length) => platformOverrideSchema.safeParse(override(length)).success)).toEqual([
      true,
      false,
    ]);
  });

  it('knows no other field', () => {
    expect(platformOverrideSchema.safeParse({ ...acme, hosts: [] }).success).toBe(false);
  });

  it('takes each platform once', () => {
    expect(platformOverridesSchema.safeParse([acme, { platform_id: 'claude', enabled: false }]).success).toBe(
      true,
    );
    const parsed = platformOverridesSchema.safeParse([acme, acme]);
    expect(parsed.error?.issues[0]).toMatchObject({
      path: [1, 'platform_id'],
      message: 'expected each platform once, "acme-gpt" stands twice',
    });
  });
});
