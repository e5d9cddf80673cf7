import {
  AT,
  BACKSLASH,
  COLON,
  DASH,
  DOT,
  isAlphanumeric,
  isLetter,
  OPEN,
  SLASH,
  UNDERSCORE,
  unitsOf,
} from '../characters.ts';
import { createWordFlags } from '../people/word-flags.ts';
import { listOf } from '../word-list.ts';
import type { LiteralDetector, Match, Span, View } from '../detector.ts';

/** RFC 5321: 64 octets before the `@`, 255 after it, 63 in one label. */
const MAX_LOCAL = 64;
const MAX_DOMAIN = 255;
const MAX_LABEL = 63;

/** Files whose name may hold an `@`: `logo@2x.png`. None of these is a top-level domain. */
const fileEndings = createWordFlags([
  listOf(`
  png, jpg, jpeg, gif, svg, webp, ico, pdf, js, mjs, cjs, ts, jsx, tsx, css, scss, html, json, yaml,
  yml, toml, txt, xml, lock, log, conf, tgz, service
`),
]);

/** Longer top-level domains are no file endings. */
const LONGEST_ENDING = 7;

/** E-mail addresses as people write them: a local part, quoted in rare cases, and a domain that ends in letters. */
export const email: LiteralDetector = {
  type: 'EMAIL',
  name: 'E-mail address',
  anchor: { kind: 'literal', literals: ['@'] },
  match: matchEmail,
  keywords: [],
  examples: {
    match: [
      { text: 'Write to jane.doe@example.com.', value: 'jane.doe@example.com', confidence: 'high' },
      { text: 'mailto:sales+eu@shop.example.co.uk?subject=x', value: 'sales+eu@shop.example.co.uk' },
      { text: '"Jane" <j_d@mail-1.example>, Bob', value: 'j_d@mail-1.example' },
      { text: "from 'o'neil@example.ie'", value: "o'neil@example.ie" },
      { text: 'Grüße an jörg@bücher.example!', value: 'jörg@bücher.example' },
      { text: '{"to":"a@b.example"}', value: 'a@b.example' },
      { text: 'user=bob@example.org;', value: 'bob@example.org' },
      { text: 'x@xn--bcher-kva.xn--p1ai', value: 'x@xn--bcher-kva.xn--p1ai' },
      { text: 'to "jane doe"@example.com now', value: '"jane doe"@example.com' },
      { text: 'ops@build_7.host.example', value: 'ops@build_7.host.example' },
      { text: 'mail me@example.com.', value: 'me@example.com' },
      { text: '联系jane@example.com谢谢', value: 'jane@example.com' },
      { text: 'An 用户@例子.公司 senden', value: '用户@例子.公司' },
    ],
    noMatch: [
      'npm i left-pad@1.3.0',
      'icon@2x.png',
      'git@github.com:owner/project.git',
      'https://user:secret@host.example/path',
      'ssh://root@build.example',
      '@Component({ selector: "x" })',
      'c = a@b.T',
      'root@localhost',
      'name@.example',
      'name@example..com',
      '.@example.com',
      'a@@b.com',
      'see @someone and @else',
      'total @ 3.50 each',
      'actions/checkout@v4.1.js',
      'x = ""@example.com',
      'a@b.com.png',
      'a@b_c.com',
    ],
  },
};

function matchEmail({ text }: View, at: Span): Match | undefined {
  const end = domainEnd(text, at.end);
  if (end === 0) return undefined;
  const start =
    text.charCodeAt(at.start - 1) === QUOTE ? quoteStart(text, at.start) : localStart(text, at.start);
  if (start === at.start || isUserOfUrl(text, start)) return undefined;
  // A remote such as `git@host:owner/project`, or a method call on a product of matrices.
  const after = text.charCodeAt(end);
  if (after === OPEN || after === AT) return undefined;
  if (after === COLON && at.start - start === 3 && text.startsWith('git', start)) return undefined;
  const written = text.slice(start, end);
  const value = isSmall(text, start, end) ? written : written.toLowerCase();
  return { start, end, confidence: 'high', evidence: PATTERN, value };
}

const PATTERN = ['pattern'] as const;
const QUOTE = 34;

/** Nothing but ASCII without capitals: to ask costs less than to make a lower-case copy. */
function isSmall(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code >= 128 || (code >= 65 && code <= 90)) return false;
  }
  return true;
}

/** Where the local part begins; `at` itself when there is none. */
function localStart(text: string, at: number): number {
  if (text.charCodeAt(at - 1) === DOT) return at;
  const limit = at - MAX_LOCAL;
  const widest = text.charCodeAt(at - 1) < EAST_ASIAN ? EAST_ASIAN : BEYOND;
  let start = at;
  let code = text.charCodeAt(start - 1);
  while (code < widest && isLocalUnit(code)) {
    if (start === limit || (code === DOT && text.charCodeAt(start) === DOT)) return at;
    start--;
    code = text.charCodeAt(start - 1);
  }
  // Punctuation in front is the sentence's: a quote, a dash of a list, a dot.
  while (start < at && !isFirstUnit(text.charCodeAt(start))) start++;
  return start;
}

/** From here on are scripts without spaces, whose words stand right beside an address in another one. */
const EAST_ASIAN = 0x2e80;
const BEYOND = 0x10000;

/** Where the quoted local part that ends at `at` begins (RFC 5321, section 4.1.2); `at` itself when it is none. */
function quoteStart(text: string, at: number): number {
  for (let start = at - 2; start >= 0 && at - start <= MAX_LOCAL; start--) {
    const code = text.charCodeAt(start);
    if (code === QUOTE) return start < at - 2 && !isLocalUnit(text.charCodeAt(start - 1)) ? start : at;
    if (code < 32) return at;
  }
  return at;
}

const isLetterOrDigit = (code: number): boolean => (code < 128 ? isAlphanumeric(code) : isLetter(code));
const isFirstUnit = (code: number): boolean => code === UNDERSCORE || isLetterOrDigit(code);

/** Letters, digits, and the marks of RFC 5322 that addresses use in practice; `=`, `/`, `|`, braces and the like rather end a neighbour. */
const isLocalUnit = (code: number): boolean => (code < 128 ? LOCAL_UNITS[code] === 1 : isLetter(code));
const LOCAL_UNITS = asciiTable("._%+-'&");
const DOMAIN_UNITS = asciiTable('-');

/** 1 for letters, digits and the marks. */
function asciiTable(marks: string): Uint8Array {
  const table = Uint8Array.from({ length: 128 }, (_, code) => (isAlphanumeric(code) ? 1 : 0));
  for (const mark of unitsOf(marks)) table[mark] = 1;
  return table;
}

/** Where the domain that begins at `start` ends; 0 when there is none with two labels and a plausible last one. */
function domainEnd(text: string, start: number): number {
  const limit = Math.min(text.length, start + MAX_DOMAIN);
  let end = 0;
  let last = start;
  let label = start;
  let underscore = 0;
  for (let at = start; at <= limit; at++) {
    const code = at < limit ? text.charCodeAt(at) : Number.NaN;
    if (code < 128 ? DOMAIN_UNITS[code] === 1 : isLetter(code)) {
      if (code < EAST_ASIAN || text.charCodeAt(label) >= EAST_ASIAN) continue;
    }
    if (code === UNDERSCORE && at > label) {
      underscore = at;
      continue;
    }
    if (at === label || at - label > MAX_LABEL || text.charCodeAt(label) === DASH) break;
    end = at;
    last = label;
    if (code !== DOT) break;
    label = at + 1;
  }
  if (last === start || (underscore > 0 && underscore >= registeredFrom(text, start, last))) return 0;
  // `example.com.7` goes on as something else than a domain.
  if (text.charCodeAt(end) === DOT && isAlphanumeric(text.charCodeAt(end + 1))) return 0;
  return isTopLevel(text, last, end) ? end : 0;
}

/** Where the last but one label begins. Hosts have underscores in their names at times, domains that are registered never. */
const registeredFrom = (text: string, start: number, last: number): number =>
  Math.max(start, text.lastIndexOf('.', last - 2) + 1);

function isTopLevel(text: string, start: number, end: number): boolean {
  if (end - start < 2) return false;
  let letters = true;
  for (let at = start; at < end; at++) letters &&= isLetter(text.charCodeAt(at));
  if (letters) return end - start > LONGEST_ENDING || fileEndings(text, start, end) === 0;
  // An internationalised one in ASCII (RFC 5890).
  return (
    end - start > 4 &&
    text.slice(start, start + 4).toLowerCase() === 'xn--' &&
    text.charCodeAt(end - 1) !== DASH
  );
}

/** `//user@host` and `//user:secret@host`: the sign-in part of a URL. Looks back at most as far as a local part goes. */
function isUserOfUrl(text: string, start: number): boolean {
  let at = start;
  while (start - at < MAX_LOCAL && isUrlUnit(text.charCodeAt(at - 1))) at--;
  return text.charCodeAt(at - 1) === SLASH && text.charCodeAt(at - 2) === SLASH;
}

const isUrlUnit = (code: number): boolean => code === COLON || code === BACKSLASH || isLocalUnit(code);
