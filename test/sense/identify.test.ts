import { describe, expect, it } from 'vitest';
import type { WindowContext } from '../../src/shared/capture.ts';
import { platformIdOf } from '../../src/shared/platform.ts';
import { builtInCatalogue, parseCatalogue } from '../../src/sense/catalogue.ts';
import { createIdentifier } from '../../src/sense/identify.ts';

const identify = createIdentifier(builtInCatalogue);

/** One word or two per target, so that tables stay readable. */
function said(window: WindowContext | null): string {
  const target = identify(window);
  switch (target.kind) {
    case 'ai':
      return `${target.platformId} by ${target.recognisedBy}`;
    case 'unknown-site':
      return `unknown-site in ${target.browser}`;
    case 'app':
      return `app ${target.name}`;
    case 'unknown':
      return 'unknown';
  }
}

const chrome = (changes: WindowContext): WindowContext => ({ process: 'chrome.exe', ...changes });
const edge = (title: string): WindowContext => ({ process: 'msedge.exe', title });
const firefox = (title: string): WindowContext => ({ windowClass: ['Navigator', 'firefox-esr'], title });

describe('addresses', () => {
  it.each<[address: string, expected: string]>([
    ['https://www.chatgpt.com/', 'chatgpt by url'],
    ['https://eu.chatgpt.com/', 'chatgpt by url'],
    ['chatgpt.com', 'chatgpt by url'],
    ['  CHATGPT.com/c/7 ', 'chatgpt by url'],
    ['https://chatgpt.com:8443/c/7', 'chatgpt by url'],
    ['chatgpt.com:443/c/7', 'chatgpt by url'],
    ['https://chatgpt.com./', 'chatgpt by url'],
    ['https://someone:secret@chatgpt.com/', 'chatgpt by url'],
    ['view-source:https://claude.ai/chat', 'claude by url'],
    ['blob:https://claude.ai/0b1c', 'claude by url'],
    ['https://notchatgpt.com/', 'app Google Chrome'],
    ['https://chatgpt.com.example.net/', 'app Google Chrome'],
    ['https://example.net/chatgpt.com', 'app Google Chrome'],
    ['https://chatgpt.com@example.net/', 'app Google Chrome'],
    ['https://example.net/?to=https://claude.ai', 'app Google Chrome'],
    ['https://www.bing.com/chat', 'copilot by url'],
    ['https://www.bing.com/Chat?form=1', 'copilot by url'],
    ['https://www.bing.com/chatter', 'app Google Chrome'],
    ['https://www.bing.com/search?q=chat', 'app Google Chrome'],
    ['https://huggingface.co/chat/conversation/1', 'huggingchat by url'],
    ['https://huggingface.co/models', 'app Google Chrome'],
    ['https://x.com/i/grok/share', 'grok by url'],
    ['https://x.com/i/lists', 'app Google Chrome'],
    ['https://github.com/example/copilot', 'app Google Chrome'],
    ['https://gemini.google.com/app', 'gemini by url'],
    ['https://www.google.com/search?q=gemini', 'app Google Chrome'],
    ['https://platform.openai.com/', 'app Google Chrome'],
    ['http://intranet/', 'app Google Chrome'],
    ['chrome://settings/', 'app Google Chrome'],
    ['file:///home/camille/Claude.html', 'app Google Chrome'],
    ['http://localhost:11434/', 'app Google Chrome'],
    ['how to use chatgpt', 'unknown-site in Google Chrome'],
    ['chatg', 'unknown-site in Google Chrome'],
    ['about:blank', 'unknown-site in Google Chrome'],
    ['data:text/html,hello', 'unknown-site in Google Chrome'],
    ['chrome-extension://abcdefgh/panel.html', 'unknown-site in Google Chrome'],
    ['https://', 'unknown-site in Google Chrome'],
    ['', 'unknown-site in Google Chrome'],
  ])('reads %j as %s', (url, expected) => {
    expect(said(chrome({ url }))).toBe(expected);
  });

  it('are believed before a title', () => {
    expect(said(chrome({ url: 'https://example.net/', title: 'ChatGPT - Google Chrome' }))).toBe(
      'app Google Chrome',
    );
    expect(said(chrome({ url: 'https://claude.ai/', title: 'ChatGPT - Google Chrome' }))).toBe(
      'claude by url',
    );
  });

  it('that cannot be read leave the title to speak', () => {
    expect(said(chrome({ url: 'cats or dogs', title: 'ChatGPT - Google Chrome' }))).toBe('chatgpt by title');
  });

  it('count in a browser that is not in the catalogue too', () => {
    expect(said({ process: 'newbrowser.exe', url: 'https://poe.com/' })).toBe('poe by url');
    expect(said({ process: 'newbrowser.exe', url: 'https://example.net/' })).toBe('app newbrowser');
    expect(said({ url: 'https://poe.com/' })).toBe('poe by url');
    expect(said({ url: 'https://example.net/' })).toBe('unknown');
  });

  it('are compared with their port on this device only, and a path row wins over a host row', () => {
    const row = {
      vendor: 'V',
      title_patterns: [],
      windows_processes: [],
      macos_bundle_ids: [],
      x11_classes: [],
    };
    const flags = { sanctioned: false, enabled: true };
    const parsed = parseCatalogue(
      JSON.stringify({
        version: '2026-11-21',
        platforms: [
          { platform_id: 'local', name: 'Local', hostnames: ['localhost:1234'], ...row, ...flags },
          { platform_id: 'whole', name: 'Whole', hostnames: ['chat.example.com'], ...row, ...flags },
          {
            platform_id: 'part',
            name: 'Part',
            hostnames: [],
            url_prefixes: ['example.com/ai', 'example.com/ai/new'],
            ...row,
            ...flags,
          },
          {
            platform_id: 'deep',
            name: 'Deep',
            hostnames: [],
            url_prefixes: ['example.com/ai/new/deep'],
            ...row,
            ...flags,
          },
        ],
        browsers: [],
      }),
      'test',
    );
    if (!parsed.ok) throw new Error(parsed.problem);
    const at = (url: string): string | null => platformIdOf(createIdentifier(parsed.value)({ url }));
    expect(
      ['http://localhost:1234/', '127.0.0.1:1234', 'http://[::1]:1234/x', 'localhost:1234'].map(at),
    ).toEqual(['local', 'local', 'local', 'local']);
    expect(['http://localhost:1235/', 'http://localhost/', 'http://192.0.2.1:1234/'].map(at)).toEqual([
      null,
      null,
      null,
    ]);
    expect(at('https://chat.example.com/')).toBe('whole');
    expect(at('https://chat.example.com/ai')).toBe('part');
    expect(at('https://example.com/ai/new/deep/er')).toBe('deep');
  });
});

describe('titles', () => {
  it.each<[window: WindowContext, expected: string]>([
    [chrome({ title: 'ChatGPT - Google Chrome' }), 'chatgpt by title'],
    [chrome({ title: 'ChatGPT' }), 'chatgpt by title'],
    [chrome({ title: '\u200eGoogle Gemini - Google Chrome' }), 'gemini by title'],
    [chrome({ title: 'Plan a trip \u00b7 Claude - Google Chrome (Incognito)' }), 'claude by title'],
    [chrome({ title: 'Plan a trip | Poe - Google Chrome \u2013 Camille' }), 'poe by title'],
    [chrome({ title: '(3) Perplexity - Google Chrome' }), 'perplexity by title'],
    [chrome({ title: 'le\u00a0chat - Google Chrome' }), 'mistral by title'],
    [chrome({ title: 'DeepSeek - Into the Unknown - Google Chrome' }), 'deepseek by title'],
    [chrome({ title: 'Notes - Microsoft 365 Copilot - Work - Google Chrome' }), 'm365-copilot by title'],
    [edge('Copilot - [InPrivate] - Microsoft\u200b Edge'), 'copilot by title'],
    [edge('ChatGPT and 3 more pages - Personal - Microsoft\u200b Edge'), 'chatgpt by title'],
    [edge('ChatGPT et 1 autre page - Profil 1 - Microsoft\u200b Edge'), 'chatgpt by title'],
    [edge('Week plan - ChatGPT - Profile 1 - Microsoft\u200b Edge'), 'chatgpt by title'],
    [chrome({ title: 'Chat\u200bGPT - Google Chrome' }), 'chatgpt by title'],
    [chrome({ title: 'Week plan - ChatGPT - [Guest] - Google Chrome' }), 'chatgpt by title'],
    [firefox('ChatGPT \u2014 Mozilla Firefox'), 'chatgpt by title'],
    [firefox('ChatGPT \u2014 Mozilla Firefox Private Browsing'), 'chatgpt by title'],
    [firefox('ChatGPT \u2014 Mozilla Firefox (Private Browsing)'), 'chatgpt by title'],
    [{ bundleId: 'com.apple.Safari', title: 'Grok' }, 'grok by title'],
    [{ bundleId: 'company.thebrowser.Browser', title: '豆包' }, 'doubao by title'],

    [chrome({ title: 'Claude notes - Google Docs - Chrome' }), 'unknown-site in Google Chrome'],
    [chrome({ title: 'Is ChatGPT down? - Google Search - Google Chrome' }), 'unknown-site in Google Chrome'],
    [chrome({ title: 'Life of Pi - Library - Google Chrome' }), 'unknown-site in Google Chrome'],
    [
      chrome({ title: 'Chapter 3 - Pi - Mathematics course - Google Chrome' }),
      'unknown-site in Google Chrome',
    ],
    [
      chrome({ title: 'Flights - Copilot - Pilots of France - Google Chrome' }),
      'unknown-site in Google Chrome',
    ],
    [chrome({ title: 'ChatGPT-like tools - Google Chrome' }), 'unknown-site in Google Chrome'],
    [chrome({ title: 'New tab - Google Chrome' }), 'unknown-site in Google Chrome'],
    [chrome({ title: 'Google Chrome' }), 'unknown-site in Google Chrome'],
    [{ bundleId: 'com.openai.atlas', title: 'Weather - ChatGPT Atlas' }, 'unknown-site in ChatGPT Atlas'],
    [edge('Week plan - Pi - Course - Profile 1 - Microsoft\u200b Edge'), 'unknown-site in Microsoft Edge'],
    [firefox(''), 'unknown-site in Mozilla Firefox'],
  ])('of a browser: %o is %s', (window, expected) => {
    expect(said(window)).toBe(expected);
  });

  it.each<[window: WindowContext | null, expected: string]>([
    [{ process: 'WINWORD.EXE', title: 'Claude notes.docx - Word' }, 'app WINWORD'],
    [{ process: 'notepad.exe', title: 'ChatGPT' }, 'app notepad'],
    [
      {
        process: 'gnome-text-editor',
        windowClass: ['gte', 'TextEditor'],
        title: 'ChatGPT.txt - Text Editor',
      },
      'app gnome-text-editor',
    ],
    [{ windowClass: ['x', 'SomeApp'], title: 'ChatGPT' }, 'app SomeApp'],
    [{ process: 'Code.exe', title: 'Claude - boutique - Visual Studio Code' }, 'app Code'],
    [{ bundleId: 'com.apple.TextEdit', title: 'Gemini' }, 'app com.apple.TextEdit'],
    [{ process: 'slack.exe', title: 'general - Slack' }, 'app slack'],
    [{ title: 'ChatGPT' }, 'unknown'],
    [{ process: '', windowClass: [], title: 'Perplexity' }, 'unknown'],
    [{}, 'unknown'],
    [null, 'unknown'],
  ])('of anything else say nothing: %o is %s', (window, expected) => {
    expect(said(window)).toBe(expected);
  });
});

describe('dedicated apps', () => {
  it.each<[window: WindowContext, expected: string]>([
    [{ process: 'claude.exe', title: 'Untitled' }, 'claude by process'],
    [{ process: 'ChatGPT.exe', url: 'https://claude.ai/' }, 'chatgpt by process'],
    [{ process: 'Cursor.exe', title: 'main.ts - boutique - Cursor' }, 'cursor by process'],
    [{ process: 'electron', windowClass: ['cursor', 'Cursor'] }, 'cursor by window-class'],
    [{ process: 'electron', windowClass: ['claude-desktop', 'Electron'] }, 'claude by window-class'],
    [{ process: 'Electron', bundleId: 'com.exafunction.windsurf' }, 'windsurf by bundle-id'],
    [{ windowClass: ['cursor', 'claude-desktop'] }, 'claude by window-class'],
    [{ process: 'comet.exe', title: 'Weather - Comet' }, 'unknown-site in Comet'],
    [{ process: 'mychatgpt.exe' }, 'app mychatgpt'],
    [{ process: 'ChatGPT.exe.bak' }, 'app ChatGPT.exe.bak'],
    [{ bundleId: 'com.openai.chat.helper' }, 'app com.openai.chat.helper'],
    [{ process: 'ollama app.exe' }, 'app ollama app'],
    [{ process: 'Notion.exe', title: 'Notion' }, 'app Notion'],
  ])('come first and match whole: %o is %s', (window, expected) => {
    expect(said(window)).toBe(expected);
  });
});

describe("a window class that is a platform's own name", () => {
  it.each<[windowClass: [string, string], expected: string]>([
    [['deepseek', 'DeepSeek'], 'deepseek by window-class'],
    [['wrapper', 'Perplexity'], 'perplexity by window-class'],
    [['meta-ai', 'Wrapper'], 'meta-ai by window-class'],
    [['deepseek-notes', 'DeepSeek-notes'], 'app DeepSeek-notes'],
    [['notion-ai', 'Notion AI'], 'app Notion AI'],
  ])('%j is %s', (windowClass, expected) => {
    expect(said({ windowClass, title: 'anything' })).toBe(expected);
  });

  it('is believed no more than a title', () => {
    expect(identify({ windowClass: ['deepseek', 'DeepSeek'] })).toMatchObject({ confidence: 'low' });
  });
});
