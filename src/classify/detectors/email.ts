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
  unitsOf,
} from '../characters.ts';
import { listOf } from '../word-list.ts';
import type { LiteralDetector, Match, Span, View } from '../detector.ts';

/** RFC 5321: 64 octets before the `@`, 255 after it, 63 in one label. */
const MAX_LOCAL = 64;
const MAX_DOMAIN = 255;
const MAX_LABEL = 63;

/** Files whose name may hold an `@`: `logo@2x.png`. None of these is a top-level domain. */
const FILE_ENDINGS = new Set(
  listOf(`
  png, jpg, jpeg, gif, svg, webp, ico, pdf, js, mjs, cjs, ts, jsx, tsx, css, scss, html, json, yaml,
  yml, toml, txt, xml, lock, log, conf, tgz, service
`),
);

/** E-mail addresses as people write them: an unquoted local part and a domain that ends in letters. */
export const email: LiteralDetector = {
  type: 'EMAIL',
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
    ],
  },
};

function matchEmail({ text }: View, at: Span): Match | undefined {
  const end = domainEnd(text, at.end);
  if (end === 0) return undefined;
  const start = localStart(text, at.start);
  if (start === at.start || isUserOfUrl(text, start)) return undefined;
  // A remote such as `git@host:owner/project`, or a method call on a product of matrices.
  const after = text.charCodeAt(end);
  if (after === OPEN || after === AT) return undefined;
  if (after === COLON && text.slice(start, at.start) === 'git') return undefined;
  return {
    start,
    end,
    confidence: 'high',
    evidence: ['pattern'],
    value: text.slice(start, end).toLowerCase(),
  };
}

/** Where the local part begins; `at` itself when there is none. */
function localStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && at - start <= MAX_LOCAL && isLocalUnit(text.charCodeAt(start - 1))) start--;
  if (at - start > MAX_LOCAL || text.charCodeAt(at - 1) === DOT) return at;
  // Punctuation in front is the sentence's: a quote, a dash of a list, a dot.
  while (start < at && !isLetterOrDigit(text.charCodeAt(start)) && text.charCodeAt(start) !== UNDERSCORE)
    start++;
  return text.slice(start, at).includes('..') ? at : start;
}

const UNDERSCORE = 95;
const isLetterOrDigit = (code: number): boolean => isAlphanumeric(code) || isLetter(code);

const isLocalUnit = (code: number): boolean => isLetterOrDigit(code) || LOCAL_MARKS.has(code);
/** The marks of RFC 5322 that addresses use in practice; `=`, `/`, `|`, braces and the like rather end a neighbour. */
const LOCAL_MARKS = unitsOf("._%+-'&");

/** Where the domain that begins at `start` ends; 0 when there is none with two labels and a plausible last one. */
function domainEnd(text: string, start: number): number {
  const limit = Math.min(text.length, start + MAX_DOMAIN);
  let end = 0;
  let label = start;
  for (let at = start; at <= limit; at++) {
    const code = at < limit ? text.charCodeAt(at) : Number.NaN;
    if (isLetterOrDigit(code) || code === DASH) continue;
    if (at === label || at - label > MAX_LABEL || text.charCodeAt(label) === DASH) break;
    if (label > start && isTopLevel(text.slice(label, at))) end = at;
    if (code !== DOT) break;
    label = at + 1;
  }
  if (end === 0 || text.charCodeAt(end - 1) === DASH) return 0;
  // `example.com.7` goes on as something else than a domain.
  return text.charCodeAt(end) === DOT && isAlphanumeric(text.charCodeAt(end + 1)) ? 0 : end;
}

function isTopLevel(label: string): boolean {
  if (label.length < 2) return false;
  if (FILE_ENDINGS.has(label.toLowerCase())) return false;
  if (label.toLowerCase().startsWith('xn--')) return label.length > 4;
  for (let at = 0; at < label.length; at++) {
    if (!isLetter(label.charCodeAt(at))) return false;
  }
  return true;
}

/** `//user@host` and `//user:secret@host`: the sign-in part of a URL. Looks back at most as far as a local part goes. */
function isUserOfUrl(text: string, start: number): boolean {
  let at = start;
  while (at > 0 && start - at < MAX_LOCAL && isUrlUnit(text.charCodeAt(at - 1))) at--;
  return text.slice(Math.max(0, at - 3), start).includes('//');
}

const isUrlUnit = (code: number): boolean =>
  code === COLON || code === BACKSLASH || (code !== SLASH && isLocalUnit(code));
