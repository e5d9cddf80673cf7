import { TITLE_SEPARATOR } from '../shared/platform-identifiers.ts';
import type { Browser } from './catalogue.ts';

/** Control and formatting characters: Gemini writes U+200E before its title, Edge U+200B inside its own name. */
const INVISIBLE = /\p{C}/gu;

/** `Google Chrome (Incognito)`, `[InPrivate]`. */
const BRACKETS_AT_END = /\s*[([][^()[\]]*[)\]]$/u;

/** `(3) Inbox`: a count of unread things that some sites write first. */
const COUNT_AT_START = /^\(\d{1,4}\+?\)\s+/u;

/** What Edge adds when a window has more tabs, in the languages we know. */
const MORE_PAGES =
  / (?:and \d+ more pages?|et \d+ (?:autres? )?pages?(?: de plus| supplémentaires?)?|und \d+ weitere Seiten?|y \d+ páginas? más|e altr[ae] \d+ pagin[ae]|e mais \d+ páginas?)$/iu;

/** The page's part of a window title. */
export interface PageTitle {
  /** In lower case, in order, none of them empty. */
  readonly parts: readonly string[];
  /** Where a site writes its own name: the first part and the last, and the one before a profile's name. */
  readonly edges: ReadonlySet<string>;
}

/** Cuts a browser's window title into parts and drops what the browser itself added. */
export function readPageTitle(title: string, browser: Browser): PageTitle {
  const all = partsOf(title);
  const end = suffixIndex(all, browser);
  const parts = all.slice(0, end).flatMap((part) => withoutAdditions(part));
  const edges = new Set([parts.at(0), parts.at(-1)].filter((part) => part !== undefined));
  const beforeProfile = parts.at(-2);
  if (browser.profile_before_suffix && end < all.length && beforeProfile !== undefined)
    edges.add(beforeProfile);
  return { parts, edges };
}

/** How titles and title patterns are compared. */
export const comparable = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim().toLowerCase();

function partsOf(title: string): string[] {
  return title
    .replaceAll(INVISIBLE, '')
    .split(TITLE_SEPARATOR)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** Where the browser's own name stands: last, or second to last with the name of a profile behind it. */
function suffixIndex(parts: readonly string[], browser: Browser): number {
  const suffixes = new Set(browser.title_suffixes.map(comparable));
  const isSuffix = (index: number): boolean => {
    const part = parts[index];
    return part !== undefined && suffixes.has(comparable(part.replace(BRACKETS_AT_END, '')));
  };
  const last = parts.length - 1;
  if (isSuffix(last)) return last;
  if (last > 1 && isSuffix(last - 1)) return last - 1;
  return parts.length;
}

function withoutAdditions(part: string): string[] {
  const isOnlyBrackets = part.replace(BRACKETS_AT_END, '') === '';
  if (isOnlyBrackets) return [];
  return [comparable(part.replace(COUNT_AT_START, '').replace(MORE_PAGES, ''))];
}
