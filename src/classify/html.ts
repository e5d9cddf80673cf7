import { createRewriter, type Rewritten, type Rewriter } from './rewritten.ts';

/** Tags that no one reads: what is inside them is left out with them. */
const UNREAD = /^(?:script|style|head|template)$/i;
/** Elements that end a line of text; all others leave no gap: `41<b>11</b>`. */
const BLOCK =
  /^(?:address|article|aside|blockquote|body|br|dd|div|dl|dt|fieldset|figure|footer|form|h[1-6]|header|hr|html|li|main|nav|ol|option|p|pre|section|table|tbody|textarea|tfoot|thead|title|tr|ul)$/i;
const CELL = /^t[dh]$/i;
/** Longer tags are no tags. */
const LONGEST_TAG = 4096;
const TAG = /<(?:!--|(\/?)([a-z][a-z0-9-]{0,20})(?=[\s/>]))/iy;
const ENTITY = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z][a-z0-9]{1,8}));/iy;

/** The named characters (HTML, section 13.5) that stand inside names, numbers and addresses. */
// prettier-ignore
const NAMED: ReadonlyMap<string, string> = new Map(
  Object.entries({
    amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', ensp: ' ', emsp: ' ', thinsp: ' ', shy: '',
    zwnj: '', zwj: '', ndash: '–', mdash: '—', lsquo: '‘', rsquo: '’', commat: '@', period: '.', colon: ':',
    plus: '+', lpar: '(', rpar: ')', sol: '/', equals: '=', lowbar: '_', hyphen: '-', num: '#',
    aacute: 'á', agrave: 'à', acirc: 'â', auml: 'ä', atilde: 'ã', aring: 'å', aelig: 'æ', ccedil: 'ç',
    eacute: 'é', egrave: 'è', ecirc: 'ê', euml: 'ë', iacute: 'í', icirc: 'î', iuml: 'ï', ntilde: 'ñ',
    oacute: 'ó', ocirc: 'ô', ouml: 'ö', otilde: 'õ', oslash: 'ø', szlig: 'ß', uacute: 'ú', ugrave: 'ù',
    ucirc: 'û', uuml: 'ü', deg: '°', ordm: 'º', ordf: 'ª',
  }),
);

/** Does a text look like HTML, as it lies on a clipboard or is copied from a page's source? Looks at the beginning only. */
export const looksLikeHtml = (text: string): boolean =>
  /<(?:!doctype html|html|body|table|div|span|p|ul|ol|meta|a|h[1-6]|br)[\s>/]/i.test(text.slice(0, 2048)) &&
  text.includes('>');

/**
 * What a person reads of HTML: without tags, scripts and comments, with character references as characters, cells parted by
 * tabs and blocks by line feeds. Never fails; what is no tag stays. Time is linear.
 */
export function htmlText(html: string): Rewritten {
  const rewriter = createRewriter(html);
  let copied = 0;
  let at = 0;
  while (at < html.length) {
    const code = html.charCodeAt(at);
    const piece = code === LESS ? tagAt(html, at) : code === AMPERSAND ? entityAt(html, at) : undefined;
    if (piece === undefined) {
      at++;
      continue;
    }
    put(rewriter, copied, at, piece);
    at = piece.end;
    copied = at;
  }
  rewriter.copy(copied, html.length);
  return rewriter.done();
}

const LESS = 60;
const AMPERSAND = 38;

interface Piece {
  readonly end: number;
  readonly as: string;
}

function put(rewriter: Rewriter, copied: number, at: number, piece: Piece): void {
  rewriter.copy(copied, at);
  rewriter.replace(at, piece.end, piece.as);
}

function tagAt(html: string, at: number): Piece | undefined {
  TAG.lastIndex = at;
  const tag = TAG.exec(html);
  if (tag === null) return undefined;
  const [opening, slash = '', name = ''] = tag;
  if (opening === '<!--') return { end: after(html, '-->', at + 4), as: '' };
  const close = html.slice(at, at + LONGEST_TAG).indexOf('>');
  if (close < 0) return undefined;
  const end = at + close + 1;
  if (slash === '' && UNREAD.test(name)) return { end: afterClosing(html, name, end), as: '\n' };
  if (CELL.test(name)) return { end, as: slash === '' ? '' : '\t' };
  return { end, as: BLOCK.test(name) ? '\n' : '' };
}

const after = (html: string, wanted: string, from: number): number => {
  const found = html.indexOf(wanted, from);
  return found < 0 ? html.length : found + wanted.length;
};

/** Where `</name>` ends; the end of the text when it is missing, as browsers do. */
function afterClosing(html: string, name: string, from: number): number {
  const closing = new RegExp(`</${name}[^>]{0,100}>`, 'gi');
  closing.lastIndex = from;
  const found = closing.exec(html);
  return found === null ? html.length : found.index + found[0].length;
}

function entityAt(html: string, at: number): Piece | undefined {
  ENTITY.lastIndex = at;
  const entity = ENTITY.exec(html);
  if (entity === null) return undefined;
  const [whole, decimal, hexadecimal, name] = entity;
  const as =
    name === undefined ? pointOf(decimal, hexadecimal) : (NAMED.get(name) ?? NAMED.get(name.toLowerCase()));
  return as === undefined ? undefined : { end: at + whole.length, as };
}

function pointOf(decimal: string | undefined, hexadecimal: string | undefined): string | undefined {
  const point = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
  return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : undefined;
}
