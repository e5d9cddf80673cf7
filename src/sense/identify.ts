import type { WindowContext } from '../shared/capture.ts';
import type { RecognisedBy, Target } from '../shared/platform.ts';
import type { Browser, Catalogue, Platform } from './catalogue.ts';
import { hostAndParents, readSite } from './site.ts';
import type { Site } from './site.ts';
import { comparable, readPageTitle } from './title.ts';

/** Apps by what their windows say of themselves; keys in lower case. */
interface AppIndex<App> {
  readonly process: ReadonlyMap<string, App>;
  readonly 'bundle-id': ReadonlyMap<string, App>;
  readonly 'window-class': ReadonlyMap<string, App>;
}

interface PathRow {
  readonly path: string;
  readonly platform: Platform;
}

interface SiteIndex {
  readonly hosts: ReadonlyMap<string, Platform>;
  readonly paths: ReadonlyMap<string, readonly PathRow[]>;
}

type TitleIndex = ReadonlyMap<string, Platform>;

/** A process name or class can be taken by another program; a title is anyone's to write. */
const confidenceOf: Readonly<Record<RecognisedBy, 'low' | 'medium' | 'high'>> = {
  process: 'medium',
  'bundle-id': 'high',
  'window-class': 'medium',
  url: 'high',
  title: 'low',
};

/**
 * Returns the function that says what a window is, as far as policies care. It indexes the catalogue once, then only
 * looks up. The strongest sign wins: dedicated app, address, title. Platforms that are not enabled are ordinary apps.
 */
export function createIdentifier(catalogue: Catalogue): (window: WindowContext | null) => Target {
  const platforms = catalogue.platforms.filter((platform) => platform.enabled);
  const apps = indexApps(platforms);
  const browsers = indexApps(catalogue.browsers);
  const sites = indexSites(platforms);
  // Site wrappers and packages nobody has listed yet take the platform's own name as their window class.
  const names = indexBy(platforms, (platform) => [platform.platform_id, platform.name]);
  const titles = indexBy(platforms, (platform) => platform.title_patterns.map(comparable));

  return (window) => {
    if (window === null) return { kind: 'unknown' };
    const app = findApp(apps, window);
    if (app !== null) return aiTarget(app.found, app.by);
    const browser = findApp(browsers, window)?.found ?? null;
    const site = readSite(window.url ?? '');
    if (site !== null) {
      const platform = platformAt(sites, site);
      return platform === null ? ordinary(window, browser) : aiTarget(platform, 'url');
    }
    if (browser === null) {
      const named = window.windowClass
        ?.map((name) => names.get(name.toLowerCase()))
        .find((row) => row !== undefined);
      return named === undefined
        ? ordinary(window, null)
        : { ...aiTarget(named, 'window-class'), confidence: 'low' };
    }
    const platform = platformTitled(titles, window.title ?? '', browser);
    return platform === null ? { kind: 'unknown-site', browser: browser.name } : aiTarget(platform, 'title');
  };
}

function aiTarget(platform: Platform, recognisedBy: RecognisedBy): Extract<Target, { kind: 'ai' }> {
  return {
    kind: 'ai',
    platformId: platform.platform_id,
    name: platform.name,
    sanctioned: platform.sanctioned,
    recognisedBy,
    confidence: confidenceOf[recognisedBy],
  };
}

/** Never named by its title: that may quote what the person works on, and names go into events. */
function ordinary(window: WindowContext, browser: Browser | null): Target {
  const names = [
    browser?.name,
    window.process?.replace(/\.exe$/i, ''),
    window.windowClass?.at(-1),
    window.bundleId,
  ];
  const name = names.find((candidate) => candidate !== undefined && candidate.trim() !== '');
  return name === undefined ? { kind: 'unknown' } : { kind: 'app', name };
}

function findApp<App>(index: AppIndex<App>, window: WindowContext): { found: App; by: RecognisedBy } | null {
  const signs: readonly [keyof AppIndex<App>, readonly (string | undefined)[]][] = [
    ['process', [window.process]],
    ['bundle-id', [window.bundleId]],
    // The class (second) says more than the instance (first).
    ['window-class', window.windowClass?.toReversed() ?? []],
  ];
  for (const [by, values] of signs) {
    for (const value of values) {
      const found = index[by].get(value?.toLowerCase() ?? '');
      if (found !== undefined) return { found, by };
    }
  }
  return null;
}

function platformAt(index: SiteIndex, site: Site): Platform | null {
  if (site.host === null) return null;
  const hosts = hostAndParents(site.host);
  for (const host of hosts) {
    const row = index.paths.get(host)?.find(({ path }) => isBelow(site.path, path));
    if (row !== undefined) return row.platform;
  }
  for (const host of hosts) {
    const platform = index.hosts.get(host);
    if (platform !== undefined) return platform;
  }
  return null;
}

/** `/chat` covers `/chat` and `/chat/1`, not `/chatter`. */
const isBelow = (path: string, prefix: string): boolean => path === prefix || path.startsWith(`${prefix}/`);

/** A single word (`Pi`, `Copilot`) counts only where sites write their own name; in the middle it is just a word. */
function platformTitled(index: TitleIndex, title: string, browser: Browser): Platform | null {
  const { parts, edges } = readPageTitle(title, browser);
  for (const part of parts) {
    const platform = index.get(part);
    if (platform !== undefined && (part.includes(' ') || edges.has(part))) return platform;
  }
  return null;
}

function indexApps<App extends Platform | Browser>(apps: readonly App[]): AppIndex<App> {
  return {
    process: indexBy(apps, (app) => app.windows_processes),
    'bundle-id': indexBy(apps, (app) => app.macos_bundle_ids),
    'window-class': indexBy(apps, (app) => app.x11_classes),
  };
}

function indexSites(platforms: readonly Platform[]): SiteIndex {
  const paths = new Map<string, PathRow[]>();
  for (const platform of platforms) {
    for (const prefix of platform.url_prefixes) {
      const slash = prefix.indexOf('/');
      const host = prefix.slice(0, slash);
      paths.set(host, [...(paths.get(host) ?? []), { path: prefix.slice(slash), platform }]);
    }
  }
  // The longest path first: the row that says most wins.
  for (const rows of paths.values()) rows.sort((left, right) => right.path.length - left.path.length);
  return { hosts: indexBy(platforms, (platform) => platform.hostnames), paths };
}

function indexBy<Row>(rows: readonly Row[], keysOf: (row: Row) => readonly string[]): Map<string, Row> {
  return new Map(rows.flatMap((row) => keysOf(row).map((key) => [key.toLowerCase(), row] as const)));
}
