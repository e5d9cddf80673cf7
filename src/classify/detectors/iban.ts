import { isAlphanumeric, isAsciiLetter, isDigit, separatorKind, SPACE, DASH, DOT } from '../characters.ts';
import { listOf } from '../word-list.ts';
import { ibanCheck } from '../checksums.ts';
import type { CodeDetector, Match, Span, View } from '../detector.ts';

const KEYWORDS = [
  'iban',
  'bank',
  'bic',
  'swift',
  'account',
  'konto',
  'compte',
  'cuenta',
  'conto',
  'rib',
  'rekening',
];

/** Length of an IBAN by country (SWIFT IBAN registry), and of the countries that use the format without being in it. */
const LENGTHS: ReadonlyMap<string, number> = new Map(
  listOf(`
    AD 24, AE 23, AL 28, AT 20, AZ 28, BA 20, BE 16, BG 22, BH 22, BI 27, BR 29, BY 28, CH 21, CR 22, CY
    28, CZ 24, DE 22, DJ 27, DK 18, DO 28, EE 20, EG 29, ES 24, FI 18, FK 18, FO 18, FR 27, GB 22, GE
    22, GI 23, GL 18, GR 27, GT 28, HN 28, HR 21, HU 28, IE 22, IL 23, IQ 23, IS 26, IT 27, JO 30, KW
    30, KZ 20, LB 28, LC 32, LI 21, LT 20, LU 20, LV 21, LY 25, MC 27, MD 24, ME 22, MK 19, MN 20, MR
    27, MT 31, MU 30, NI 28, NL 18, NO 15, OM 23, PK 24, PL 28, PS 29, PT 25, QA 29, RO 24, RS 22, RU
    33, SA 24, SC 31, SD 18, SE 24, SI 19, SK 24, SM 27, SO 23, ST 25, SV 28, TL 23, TN 24, TR 26, UA
    29, VA 22, VG 24, XK 20, YE 30, AO 25, BF 28, BJ 28, CF 27, CG 27, CI 28, CM 27, CV 25, DZ 26, GA
    27, GQ 27, GW 25, IR 26, KM 27, MA 28, MG 27, ML 28, MZ 25, NE 28, SN 28, TD 27, TG 28
  `).map((row) => [row.slice(0, 2), Number(row.slice(3))]),
);

/** International bank account numbers, compact or in groups. ISO 13616. */
export const iban: CodeDetector = {
  type: 'IBAN',
  anchor: { kind: 'code' },
  match: matchIban,
  keywords: KEYWORDS,
  examples: {
    match: [
      { text: 'IBAN: DE89 3704 0044 0532 0130 00', value: 'DE89 3704 0044 0532 0130 00', confidence: 'high' },
      { text: 'FR1420041010050500013M02606', value: 'FR1420041010050500013M02606', confidence: 'high' },
      { text: '(GB82 WEST 1234 5698 7654 32)', value: 'GB82 WEST 1234 5698 7654 32' },
      { text: 'no. gb82west12345698765432.', value: 'gb82west12345698765432' },
      { text: 'on de89 3704 0044 0532 0130 00', value: 'de89 3704 0044 0532 0130 00' },
      { text: 'NO93\u00a08601\u00a01117\u00a0947 now', value: 'NO93\u00a08601\u00a01117\u00a0947' },
      { text: 'BE68-5390-0754-7034', value: 'BE68-5390-0754-7034' },
      { text: 'MT84MALT011000012345MTLCAST001S', value: 'MT84MALT011000012345MTLCAST001S' },
    ],
    noMatch: [
      'DE89 3704 0044 0532 0130 01',
      'GB82WEST123456987654320',
      'XDE89370400440532013000',
      'ZZ89 3704 0044 0532 0130 00',
      'AT10 people were here and 20 left again soon',
      'gb82we st1234 5698 7654 32',
      'LV80 bank 0000 4351 9500 1',
      'DE89',
      'commit be71a1d2c3f4e5968778695a4b3c2d1e0f9a8b7c',
      'DE00000000000000000000',
    ],
  },
};

function matchIban(view: View, at: Span): Match | undefined {
  const { text } = view;
  const length = LENGTHS.get(text.slice(at.start, at.end).toUpperCase());
  if (length === undefined) return undefined;
  const gathered = gather(text, at.start, length);
  if (gathered === undefined || isAlphanumeric(text.charCodeAt(gathered.end))) return undefined;
  const { value, end } = gathered;
  // The second check digit is never computed as 00, 01 or 99.
  if (value.startsWith('00', 2) || value.startsWith('01', 2) || value.startsWith('99', 2)) return undefined;
  if (!ibanCheck(value)) return undefined;
  const span = { start: at.start, end };
  const keyword = view.hasKeyword(KEYWORDS, span);
  const evidence = keyword
    ? (['pattern', 'checksum', 'keyword'] as const)
    : (['pattern', 'checksum'] as const);
  return { ...span, confidence: 'high', evidence, value: value.toUpperCase() };
}

/**
 * `length` letters and digits from `start` on, single separators between them passed over. Small letters are only taken
 * from groups of four without capitals: other pieces are words.
 */
function gather(text: string, start: number, length: number): { value: string; end: number } | undefined {
  let value = '';
  let irregular = false;
  let small = false;
  let capital = false;
  let end = start;
  while (value.length < length) {
    const code = text.charCodeAt(end);
    if (isAlphanumeric(code)) {
      value += text[end];
      small ||= isAsciiLetter(code) && code > 96;
      capital ||= isAsciiLetter(code) && code <= 96;
    } else {
      const kind = separatorKind(code);
      if (kind !== SPACE && kind !== DASH && kind !== DOT) return undefined;
      if (value.length < 4 || !isAlphanumeric(text.charCodeAt(end + 1))) return undefined;
      irregular ||= value.length % 4 !== 0;
    }
    if (small && (capital || irregular)) return undefined;
    end++;
  }
  return isDigit(value.charCodeAt(2)) && isDigit(value.charCodeAt(3)) ? { value, end } : undefined;
}
