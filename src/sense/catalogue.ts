import { z } from 'zod';
import data from '../../assets/platforms.json' with { type: 'json' };
import {
  appIdentifiers,
  identifierSchema,
  platformIdentifiers,
  platformNameSchema,
  titlePartSchema,
  type IdentifierField,
} from '../shared/platform-identifiers.ts';
import { platformIdSchema } from '../shared/platform.ts';
import { parseJson } from '../shared/json.ts';
import { parse } from '../shared/result.ts';
import type { Result } from '../shared/result.ts';

const platformSchema = z.strictObject({
  platform_id: platformIdSchema,
  name: platformNameSchema,
  vendor: z.string().min(1).max(100),
  ...platformIdentifiers,
  url_prefixes: platformIdentifiers.url_prefixes.default([]),
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
  name: platformNameSchema,
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
    ...identifiersOf(platform).map((claim) => claimAt(at, claim)),
  ];
}

function browserClaims(browser: Browser, index: number): Claim[] {
  const at = ['browsers', index];
  return [
    { path: [...at, 'browser_id'], key: `browser ${browser.browser_id}` },
    ...identifiersOf(browser).map((claim) => claimAt(at, claim)),
  ];
}

const claimAt = (at: Claim['path'], { field, index, key }: Identifier): Claim => ({
  path: [...at, field, index],
  key,
});

/** One thing that an app or site is told by, and where it stands in its lists. */
interface Identifier {
  readonly field: IdentifierField;
  readonly index: number;
  /** Two with the same key cannot both stand, whatever they belong to. */
  readonly key: string;
}

/** An app is either one AI platform or one browser, so these share their keys; so do hosts and parts of hosts. */
const kinds: Readonly<Record<IdentifierField, string>> = {
  hostnames: 'host',
  url_prefixes: 'host',
  title_patterns: 'title',
  windows_processes: 'process',
  macos_bundle_ids: 'bundle',
  x11_classes: 'class',
};
export const identifierFields = Object.keys(kinds) as IdentifierField[];

export const identifierKey = (field: IdentifierField, value: string): string =>
  `${kinds[field]} ${value.toLowerCase()}`;

/** All that a platform or browser is told by. */
export function identifiersOf(
  owner: Partial<Record<IdentifierField, readonly string[] | undefined>>,
): Identifier[] {
  return identifierFields.flatMap((field) =>
    (owner[field] ?? []).map((value, index) => ({ field, index, key: identifierKey(field, value) })),
  );
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
