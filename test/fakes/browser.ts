/** What a person types into the forms of a sign-in page, by the name of the field. */
export type Filled = Readonly<Record<string, string>>;

const MAX_STEPS = 30;

/**
 * A person with a browser: opens an address, follows redirects with cookies, fills in and sends each form that comes,
 * until a page has none. Returns that page's text.
 */
export async function browse(address: string, filled: Filled = {}): Promise<string> {
  const cookies = new Map<string, string>();
  let next: { url: string; body?: URLSearchParams } = { url: address };
  for (let step = 0; step < MAX_STEPS; step += 1) {
    const response = await fetch(next.url, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(next.body === undefined ? {} : { method: 'POST', body: next.body }),
    });
    for (const cookie of response.headers.getSetCookie()) keep(cookies, cookie);
    const location = response.headers.get('location');
    const page = await response.text();
    if (location !== null) {
      next = { url: new URL(location, next.url).href };
      continue;
    }
    const form = formIn(page, next.url, filled);
    if (form === null) return page;
    next = form;
  }
  throw new Error(`still no end after ${MAX_STEPS} pages, at ${new URL(next.url).pathname}`);
}

function keep(cookies: Map<string, string>, header: string): void {
  const [, name, value] = /^([^=]+)=([^;]*)/.exec(header) ?? [];
  if (name === undefined || value === undefined) return;
  if (value === '') cookies.delete(name);
  else cookies.set(name, value);
}

function formIn(page: string, url: string, filled: Filled): { url: string; body: URLSearchParams } | null {
  const [form] = /<form[\s\S]*?<\/form>/.exec(page) ?? [];
  const action = /action="([^"]*)"/.exec(form ?? '')?.[1];
  if (form === undefined || action === undefined) return null;
  const body = new URLSearchParams();
  for (const [input] of form.matchAll(/<input[^>]*>/g)) {
    const name = / name="([^"]*)"/.exec(input)?.[1];
    if (name !== undefined)
      body.set(name, filled[name] ?? unescaped(/ value="([^"]*)"/.exec(input)?.[1] ?? ''));
  }
  return { url: new URL(unescaped(action), url).href, body };
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
const unescaped = (text: string): string =>
  text.replaceAll(/&(amp|lt|gt|quot|#39);/g, (whole, name: string) => entities[name] ?? whole);
