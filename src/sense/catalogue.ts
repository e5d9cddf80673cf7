import { z } from 'zod';
import data from '../../assets/platforms.json' with { type: 'json' };
import { platformIdSchema } from '../shared/platform.ts';
import { parseJson } from '../shared/json.ts';
import { parse } from '../shared/result.ts';
import type { Result } from '../shared/result.ts';

/** What separates the parts of a window title. One place, because patterns must not contain what titles are cut at. */
export const TITLE_SEPARATOR = /\s[-–—|·]\s/u;

const LABEL = '[a-z0-9](?:[a-z0-9-]*[a-z0-9])?';
const HOST = `(?!www\\.)${LABEL}(?:\\.${LABEL})+`;

const hostnameSchema = z
  .string()
  .max(253)
  .regex(
    new RegExp(`^(?:localhost:[1-9]\\d{0,4}|${HOST})$`),
    'expected a host such as chat.example.com (lower case, no scheme, no www., no path) or localhost:1234',
  );

const urlPrefixSchema = z
  .string()
  .max(500)
  .regex(
    new RegExp(`^${HOST}(?:/[a-z0-9._~-]+)+$`),
    'expected host and path such as example.com/chat (lower case, no scheme, no slash at the end)',
  );

const processSchema = z
  .string()
  .max(260)
  .regex(/^[^\\/]+\.exe$/i, 'expected a file name such as Example.exe, without its folder');

const identifierSchema = z
  .string()
  .max(260)
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/, 'expected an identifier such as com.example.App, without spaces');

const titlePartSchema = z
  .string()
  .min(1)
  .max(100)
  .refine((text) => text === text.trim(), 'expected no space at either end')
  .refine((text) => !TITLE_SEPARATOR.test(text), 'expected one part of a title: none of " - ", " | ", " · "');

const appIdentifiers = {
  windows_processes: z.array(processSchema),
  macos_bundle_ids: z.array(identifierSchema),
  x11_classes: z.array(identifierSchema),
};

const platformSchema = z.strictObject({
  platform_id: platformIdSchema,
  name: z.string().min(1).max(100),
  vendor: z.string().min(1).max(100),
  /** A host stands for itself and all below it: `example.com` is also `chat.example.com`. */
  hostnames: z.array(hostnameSchema),
  /** Parts of a host that is otherwise no AI platform. */
  url_prefixes: z.array(urlPrefixSchema).default([]),
  /** Whole parts of a window title, compared without regard to case. */
  title_patterns: z.array(titlePartSchema),
  ...appIdentifiers,
  /** Package family names, for installers and admins; windows are told by process. */
  windows_packages: z.array(identifierSchema).default([]),
  /** Does the company offer it to its people? */
  sanctioned: z.boolean(),
  /** false: an ordinary app or site. */
  enabled: z.boolean(),
  note: z.string().max(300).optional(),
});
export type Platform = z.infer<typeof platformSchema>;

const browserSchema = z.strictObject({
  browser_id: platformIdSchema,
  name: z.string().min(1).max(100),
  ...appIdentifiers,
  /** What the browser writes after the page's own title. */
  title_suffixes: z.array(titlePartSchema),
  /** Does it write the person's profile between the page's title and its own name? */
  profile_before_suffix: z.boolean().default(false),
});
export type Browser = z.infer<typeof browserSchema>;

/** AI platforms and browsers, and how to recognise them. */
export const catalogueSchema = z
  .strictObject({
    version: z.iso.date(),
    platforms: z.array(platformSchema).max(1000),
    browsers: z.array(browserSchema).max(200),
  })
  .superRefine((catalogue, context) => {
    for (const { path, first } of claimedTwice(catalogue)) {
      context.addIssue({
        code: 'custom',
        path,
        message: `expected each only once, but ${first} has it already`,
      });
    }
  });
export type Catalogue = z.infer<typeof catalogueSchema>;

interface Claim {
  readonly path: (string | number)[];
  /** Two claims with the same key cannot both stand. */
  readonly key: string;
}

function claimedTwice(catalogue: {
  platforms: readonly Platform[];
  browsers: readonly Browser[];
}): { path: Claim['path']; first: string }[] {
  const claims = [
    ...catalogue.platforms.flatMap((platform, index) => platformClaims(platform, index)),
    ...catalogue.browsers.flatMap((browser, index) => browserClaims(browser, index)),
  ];
  const seen = new Map<string, string>();
  return claims.flatMap(({ path, key }) => {
    const first = seen.get(key);
    if (first !== undefined) return [{ path, first }];
    seen.set(key, pathInWords(path));
    return [];
  });
}

const pathInWords = ([list, index]: Claim['path']): string => `${String(list)}[${String(index)}]`;

function platformClaims(platform: Platform, index: number): Claim[] {
  const at = ['platforms', index];
  return [
    { path: [...at, 'platform_id'], key: `platform ${platform.platform_id}` },
    ...claims(at, 'hostnames', 'host', platform.hostnames),
    ...claims(at, 'url_prefixes', 'host', platform.url_prefixes),
    ...claims(at, 'title_patterns', 'title', platform.title_patterns),
    ...appClaims(at, platform),
  ];
}

function browserClaims(browser: Browser, index: number): Claim[] {
  const at = ['browsers', index];
  return [{ path: [...at, 'browser_id'], key: `browser ${browser.browser_id}` }, ...appClaims(at, browser)];
}

/** An app is either one AI platform or one browser, so these share their keys. */
function appClaims(at: Claim['path'], app: Pick<Platform, keyof typeof appIdentifiers>): Claim[] {
  return [
    ...claims(at, 'windows_processes', 'process', app.windows_processes),
    ...claims(at, 'macos_bundle_ids', 'bundle', app.macos_bundle_ids),
    ...claims(at, 'x11_classes', 'class', app.x11_classes),
  ];
}

function claims(at: Claim['path'], field: string, kind: string, values: readonly string[]): Claim[] {
  return values.map((value, index) => ({
    path: [...at, field, index],
    key: `${kind} ${value.toLowerCase()}`,
  }));
}

/** Reads a catalogue from JSON text. `where` names its origin in the problem. */
export function parseCatalogue(text: string, where: string): Result<Catalogue> {
  return parseJson(catalogueSchema, text, where);
}

/** The catalogue that ships with Clipward (assets/platforms.json). */
export const builtInCatalogue: Catalogue = readBuiltIn();

function readBuiltIn(): Catalogue {
  const parsed = parse(catalogueSchema, data, 'assets/platforms.json');
  if (!parsed.ok) throw new Error(parsed.problem);
  return parsed.value;
}
