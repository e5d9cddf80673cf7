/** Where a browser's page is. */
export interface Site {
  /** Lower case, without user and port; `localhost:1234` for this device. null: one of the browser's own pages or a file. */
  readonly host: string | null;
  /** Lower case, from the first slash. */
  readonly path: string;
}

const WRAPPERS = /^(?:view-source:|blob:|filesystem:)+/i;
const WITH_AUTHORITY = /^[a-z][a-z0-9+.-]*:\/\//i;
/** `about:blank`, but not `localhost:1234` or `example.com:443/x`. */
const WITHOUT_AUTHORITY = /^[a-z][a-z0-9+.-]*:(?!\d{1,5}(?:[/?#]|$))/i;
const WEB = new Set(['http:', 'https:', 'ws:', 'wss:', 'ftp:']);
const OWN_PAGES = new Set([
  'about:',
  'chrome:',
  'edge:',
  'brave:',
  'opera:',
  'vivaldi:',
  'resource:',
  'file:',
]);
const THIS_DEVICE = new Set(['localhost', '127.0.0.1', '[::1]', '0.0.0.0']);

/**
 * Reads an address as browsers show it: often without scheme, sometimes half typed.
 * null when no site can be told from it: words of a search, `data:`, the pages of extensions, and
 * `about:blank`, which any site may fill from outside.
 */
export function readSite(address: string): Site | null {
  const text = address.replaceAll(/\p{C}/gu, '').trim().replace(WRAPPERS, '');
  if (WITH_AUTHORITY.test(text) || WITHOUT_AUTHORITY.test(text)) return siteOf(text);
  return looksLikeHost(text) ? siteOf(`https://${text}`) : null;
}

/** Without a scheme a single word is more likely half-typed text than the name of a machine. */
function looksLikeHost(text: string): boolean {
  const [host = ''] = text.split(/[/?#]/);
  return host.includes('.') || /^(?:localhost|\[::1\])(?::\d{1,5})?$/i.test(host);
}

function siteOf(address: string): Site | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (WEB.has(url.protocol)) return { host: hostOf(url), path: url.pathname.toLowerCase() };
  const isEmptyPage = url.protocol === 'about:' && /^(?:blank|srcdoc)$/i.test(url.pathname);
  return OWN_PAGES.has(url.protocol) && !isEmptyPage ? { host: null, path: '' } : null;
}

function hostOf(url: URL): string {
  const host = url.hostname.replace(/\.$/, '');
  if (!THIS_DEVICE.has(host)) return host;
  const standardPort = url.protocol === 'https:' ? '443' : '80';
  return `localhost:${url.port === '' ? standardPort : url.port}`;
}

/** A host and all it lies below, nearest first: `a.example.com`, `example.com`, `com`. */
export function hostAndParents(host: string): string[] {
  const labels = host.split('.');
  return labels.map((_, index) => labels.slice(index).join('.'));
}
