import type { Span } from '../detector.ts';

/**
 * Func_us_address: the name or the postal abbreviation of a US state, then a ZIP code that is of this state.
 * First three digits of ZIP codes by state: USPS Publication 65, "National Five-Digit ZIP Code and Post Office Directory".
 */
const states = [
  'AL alabama 350-369',
  'AK alaska 995-999',
  'AZ arizona 850-865',
  'AR arkansas 716-729',
  'CA california 900-961',
  'CO colorado 800-816',
  'CT connecticut 060-069',
  'DE delaware 197-199',
  'DC district of columbia 200-205 569-569',
  'FL florida 320-349',
  'GA georgia 300-319 398-399',
  'HI hawaii 967-968',
  'ID idaho 832-838',
  'IL illinois 600-629',
  'IN indiana 460-479',
  'IA iowa 500-528',
  'KS kansas 660-679',
  'KY kentucky 400-427',
  'LA louisiana 700-714',
  'ME maine 039-049',
  'MD maryland 206-219',
  'MA massachusetts 010-027 055-055',
  'MI michigan 480-499',
  'MN minnesota 550-567',
  'MS mississippi 386-397',
  'MO missouri 630-658',
  'MT montana 590-599',
  'NE nebraska 680-693',
  'NV nevada 889-898',
  'NH new hampshire 030-038',
  'NJ new jersey 070-089',
  'NM new mexico 870-884',
  'NY new york 100-149 005-005 063-063',
  'NC north carolina 270-289',
  'ND north dakota 580-588',
  'OH ohio 430-459',
  'OK oklahoma 730-749',
  'OR oregon 970-979',
  'PA pennsylvania 150-196',
  'PR puerto rico 006-009',
  'RI rhode island 028-029',
  'SC south carolina 290-299',
  'SD south dakota 570-577',
  'TN tennessee 370-385',
  'TX texas 750-799 733-733 885-885',
  'UT utah 840-847',
  'VT vermont 050-059',
  'VA virginia 220-246 201-201',
  'WA washington 980-994',
  'WV west virginia 247-268',
  'WI wisconsin 530-549',
  'WY wyoming 820-831 834-834',
] as const;

type Range = readonly [from: number, to: number];
const rangesOf = new Map<string, readonly Range[]>();
for (const line of states) {
  const ranges = [...line.matchAll(/(\d{3})-(\d{3})/g)].map(([, from, to]): Range => [
    Number(from),
    Number(to),
  ]);
  const [, abbreviation = '', name = ''] = /^([A-Z]{2}) ([a-z ]{1,30}?) \d/.exec(line) ?? [];
  rangesOf.set(abbreviation, ranges);
  rangesOf.set(name, ranges);
}

const names = [...rangesOf.keys()].filter((key) => key.length > 2);
const abbreviations = [...rangesOf.keys()].filter((key) => key.length === 2);
/** Names in any case; abbreviations in capitals, or else `in 46204 cases` would be Indiana. */
const address = new RegExp(
  `(?<![\\p{L}\\d])(?:(?<name>${names.map(anyCase).join('|')})|(?<short>${abbreviations.join('|')}))` +
    `[,.]?\\s{1,3}(?<zip>\\d{5})(?:-\\d{4})?(?![\\p{L}\\d]|-\\d)`,
  'gu',
);

function anyCase(name: string): string {
  return name.replaceAll(/[a-z]/g, (letter) => `[${letter.toUpperCase()}${letter}]`).replaceAll(' ', '\\s');
}

export function findUsAddresses(text: string): readonly Span[] {
  const found: Span[] = [];
  for (const match of text.matchAll(address)) {
    const { name, short, zip } = match.groups ?? {};
    const key = short ?? (name ?? '').toLowerCase().replaceAll(/\s/g, ' ');
    const area = Number((zip ?? '').slice(0, 3));
    if (rangesOf.get(key)?.some(([from, to]) => area >= from && area <= to) === true)
      found.push({ start: match.index, end: match.index + match[0].length });
  }
  return found;
}
