import { isDigit } from '../characters.ts';
import { listOf } from '../word-list.ts';

/**
 * What follows the country and the check digits: n digits, a letters, c either, each with how many (SWIFT IBAN registry).
 * The last rows are of countries that use the format without being in it.
 */
const STRUCTURES = listOf(`
  AD n8c12, AE n19, AL n8c16, AT n16, AZ a4c20, BA n16, BE n12, BG a4n6c8, BH a4c14, BI n23, BR n23a1c1, BY c4n4c16,
  CH n5c12, CR n18, CY n8c16, CZ n20, DE n18, DJ n23, DK n14, DO c4n20, EE n16, EG n25, ES n20, FI n14, FK a2n12, FO n14,
  FR n10c11n2, GB a4n14, GE a2n16, GI a4c15, GL n14, GR n7c16, GT c24, HN a4n20, HR n17, HU n24, IE a4n14, IL n19, IQ a4n15,
  IS n22, IT a1n10c12, JO a4n4c18, KW a4c22, KZ n3c13, LB n4c20, LC a4c24, LI n5c12, LT n16, LU n3c13, LV a4c13, LY n21,
  MC n10c11n2, MD c20, ME n18, MK n3c10n2, MN n16, MR n23, MT a4n5c18, MU a4n19a3, NI a4n20, NL a4n10, NO n11, OM n3c16,
  PK a4c16, PL n24, PS a4c21, PT n21, QA a4c21, RO a4c16, RS n18, RU n14c15, SA n2c18, SC a4n20a3, SD n14, SE n20, SI n15,
  SK n20, SM a1n10c12, SO n19, ST n21, SV a4n20, TL n19, TN n20, TR n6c16, UA n6c19, VA n18, VG a4n16, XK n16, YE a4n4c18,
  AO n21, BF c24, BJ c24, CF n23, CG n23, CI c24, CM n23, CV n21, DZ n22, GA n23, GQ n23, GW c21, IR n22, KM n23, MA n24,
  MG n23, ML c24, MZ n21, NE c24, SN c24, TD n23, TG c24
`).map((row) => ({ country: row.slice(0, 2), structure: row.slice(3) }));

const LETTERS = 26;

/** The place in the tables of the country with these two letters, of either case. */
export const placeOfCountry = (first: number, second: number): number =>
  ((first & ~0x20) - 65) * LETTERS + (second & ~0x20) - 65;

const lengths = new Uint8Array(LETTERS * LETTERS);
/** What stands at each place behind the check digits: n, a or c. */
const structures: string[] = Array.from({ length: LETTERS * LETTERS }, () => '');
const digitLengths = new Set<number>();

for (const { country, structure } of STRUCTURES) {
  const place = placeOfCountry(country.charCodeAt(0), country.charCodeAt(1));
  const parts = [...structure.matchAll(/([nac])(\d+)/g)];
  const length = parts.reduce((sum, [, , size]) => sum + Number(size), 0);
  lengths[place] = length + 4;
  structures[place] = parts.map(([, of = '', size]) => of.repeat(Number(size))).join('');
  if (parts.length === 1 && structure.startsWith('n')) digitLengths.add(length + 2);
}

/** How long an IBAN of the country is; 0 where there are none. */
export const ibanLength = (place: number): number => lengths[place] ?? 0;

/** Do letters and digits stand where the country has them? `iban` is compact, in capital letters. */
export function fitsStructure(place: number, iban: string): boolean {
  const structure = structures[place] ?? '';
  if (structure === '' || iban.length !== structure.length + 4) return false;
  for (let at = 0; at < structure.length; at++) {
    const kind = structure.charCodeAt(at);
    const code = iban.charCodeAt(at + 4);
    const digit = isDigit(code);
    if (kind === DIGITS ? !digit : !(code >= 65 && code <= 90) && (kind === CAPITALS || !digit)) return false;
  }
  return true;
}

/** `n` and `a`. */
const DIGITS = 110;
const CAPITALS = 97;

/** How many digits stand behind the letters of the country, for countries with nothing but digits. */
export const lengthsOfDigits: readonly number[] = [...digitLengths];
