import { describe, expect, it } from 'vitest';
import { builtInCatalogue, parseCatalogue } from '../../src/sense/catalogue.ts';

const platform = (changes: Record<string, unknown> = {}): Record<string, unknown> => ({
  platform_id: 'example-chat',
  name: 'Example Chat',
  vendor: 'Example',
  hostnames: ['chat.example.com'],
  title_patterns: ['Example Chat'],
  windows_processes: ['ExampleChat.exe'],
  macos_bundle_ids: ['com.example.chat'],
  x11_classes: ['example-chat'],
  sanctioned: false,
  enabled: true,
  ...changes,
});

const browser = (changes: Record<string, unknown> = {}): Record<string, unknown> => ({
  browser_id: 'example-browser',
  name: 'Example Browser',
  windows_processes: ['browse.exe'],
  macos_bundle_ids: [],
  x11_classes: [],
  title_suffixes: ['Example Browser'],
  ...changes,
});

const other = {
  platform_id: 'other',
  hostnames: [],
  title_patterns: [],
  windows_processes: [],
  x11_classes: [],
};

const problemOf = (catalogue: Record<string, unknown>): string => {
  const file = { version: '2026-11-21', platforms: [platform()], browsers: [browser()], ...catalogue };
  const parsed = parseCatalogue(JSON.stringify(file), 'my.json');
  return parsed.ok ? 'no problem' : parsed.problem;
};

describe('the built-in catalogue', () => {
  const ids = builtInCatalogue.platforms.map((row) => row.platform_id);

  it('knows at least 38 AI platforms and 20 browsers', () => {
    expect(ids.length).toBeGreaterThanOrEqual(38);
    expect(builtInCatalogue.browsers.length).toBeGreaterThanOrEqual(20);
  });

  it.each([
    'chatgpt',
    'claude',
    'gemini',
    'copilot',
    'm365-copilot',
    'perplexity',
    'deepseek',
    'grok',
    'mistral',
    'meta-ai',
    'poe',
  ])('calls a platform %s, as policies do', (id) => {
    expect(ids).toContain(id);
  });

  it('sanctions only the Copilot of the work account', () => {
    const sanctioned = builtInCatalogue.platforms.filter((row) => row.sanctioned);
    expect(sanctioned.map((row) => row.platform_id)).toEqual(['m365-copilot']);
  });

  it('leaves local models and note-taking off', () => {
    const off = builtInCatalogue.platforms.filter((row) => !row.enabled);
    expect(off.map((row) => row.platform_id)).toEqual([
      'notion-ai',
      'ollama',
      'lm-studio',
      'jan',
      'msty',
      'anythingllm',
    ]);
  });

  it('gives every platform something to be recognised by', () => {
    const blind = builtInCatalogue.platforms.filter(
      (row) => [...row.hostnames, ...row.url_prefixes, ...row.windows_processes].length === 0,
    );
    expect(blind).toEqual([]);
  });
});

describe('parseCatalogue', () => {
  it('reads a catalogue and fills in what may be left out', () => {
    expect(problemOf({})).toBe('no problem');
    const file = { version: '2026-11-21', platforms: [platform()], browsers: [] };
    const parsed = parseCatalogue(JSON.stringify(file), 'my.json');
    expect(parsed).toMatchObject({
      ok: true,
      value: { platforms: [{ url_prefixes: [], windows_packages: [] }] },
    });
  });

  it.each<[what: string, catalogue: Record<string, unknown>, where: string, expected: string]>([
    [
      'a platform id twice',
      { platforms: [platform(), platform({ ...other, platform_id: 'example-chat', macos_bundle_ids: [] })] },
      'platforms[1].platform_id',
      'platforms[0] has it',
    ],
    [
      'a browser id twice',
      { browsers: [browser(), browser({ windows_processes: [] })] },
      'browsers[1].browser_id',
      'browsers[0] has it',
    ],
    [
      'a host of two platforms',
      {
        platforms: [
          platform(),
          platform({ ...other, macos_bundle_ids: [], hostnames: ['chat.example.com'] }),
        ],
      },
      'platforms[1].hostnames[0]',
      'platforms[0] has it',
    ],
    [
      'a process of a platform and a browser, whatever its case',
      { browsers: [browser({ windows_processes: ['EXAMPLECHAT.EXE'] })] },
      'browsers[0].windows_processes[0]',
      'platforms[0] has it',
    ],
    [
      'a bundle id of two platforms',
      { platforms: [platform(), platform(other)] },
      'platforms[1].macos_bundle_ids[0]',
      'platforms[0] has it',
    ],
    [
      'a title twice in one platform',
      { platforms: [platform({ title_patterns: ['Ex', 'EX'] })] },
      'platforms[0].title_patterns[1]',
      'platforms[0] has it',
    ],
    [
      'a host with a scheme',
      { platforms: [platform({ hostnames: ['https://example.com'] })] },
      'platforms[0].hostnames[0]',
      'no scheme',
    ],
    [
      'a host in capitals',
      { platforms: [platform({ hostnames: ['Example.com'] })] },
      'platforms[0].hostnames[0]',
      'lower case',
    ],
    [
      'a host with www.',
      { platforms: [platform({ hostnames: ['www.example.com'] })] },
      'platforms[0].hostnames[0]',
      'no www.',
    ],
    [
      'a host with a path',
      { platforms: [platform({ hostnames: ['example.com/chat'] })] },
      'platforms[0].hostnames[0]',
      'no path',
    ],
    [
      'a whole top-level domain',
      { platforms: [platform({ hostnames: ['ai'] })] },
      'platforms[0].hostnames[0]',
      'expected a host',
    ],
    [
      'a localhost without its port',
      { platforms: [platform({ hostnames: ['localhost'] })] },
      'platforms[0].hostnames[0]',
      'localhost:1234',
    ],
    [
      'a prefix without a path',
      { platforms: [platform({ url_prefixes: ['example.com/'] })] },
      'platforms[0].url_prefixes[0]',
      'expected host and path',
    ],
    [
      'a title of two parts',
      { platforms: [platform({ title_patterns: ['Example - Chat'] })] },
      'platforms[0].title_patterns[0]',
      'one part',
    ],
    [
      'a process with its folder',
      { platforms: [platform({ windows_processes: ['C:\\Chat\\chat.exe'] })] },
      'platforms[0].windows_processes[0]',
      'without its folder',
    ],
    [
      'a platform id with an underscore',
      { platforms: [platform({ platform_id: 'meta_ai' })] },
      'platforms[0].platform_id',
      'expected a platform id',
    ],
    ['a field that does not exist', { platforms: [platform({ hosts: [] })] }, 'platforms[0]', 'hosts'],
  ])('refuses %s', (_, catalogue, where, expected) => {
    const problem = problemOf(catalogue);
    expect(problem).toContain(`my.json: ${where}: `);
    expect(problem).toContain(expected);
  });

  it('tells text that is not JSON', () => {
    expect(parseCatalogue('{"version": ', 'my.json')).toMatchObject({
      ok: false,
      problem: expect.stringContaining('my.json: not JSON'),
    });
  });
});
