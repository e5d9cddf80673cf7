import { spawn } from 'node:child_process';
import { failed, messageOf, ok, type Result } from '../shared/result.ts';

/** How each system opens an address in the person's browser. No shell is involved: an address may hold any character. */
const openers: Readonly<Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>>> = {
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
  darwin: ['open'],
};

/** Opens an https address in the system's browser. Resolves once that has been started, not when a page is shown. */
export function openBrowser(url: string): Promise<Result<void>> {
  if (URL.parse(url)?.protocol !== 'https:') return Promise.resolve(failed('not an https address'));
  const [command, ...args] = openers[process.platform] ?? ['xdg-open'];
  return new Promise((resolve) => {
    const browser = spawn(command, [...args, url], { stdio: 'ignore', detached: true });
    browser.once('error', (error) => resolve(failed(`${command}: ${messageOf(error)}`)));
    browser.once('spawn', () => {
      browser.unref();
      resolve(ok(undefined));
    });
  });
}
