import { listOf } from '../word-list.ts';
import type { Check, PatternType } from '../pattern-type.ts';

/** What each letter counts (49 CFR 565.15, table III); digits count as they are. I, O and Q are not used. */
const VALUES: ReadonlyMap<string, number> = new Map(
  listOf(`A1, B2, C3, D4, E5, F6, G7, H8, J1, K2, L3, M4, N5, P7, R9, S2, T3, U4, V5, W6, X7, Y8, Z9`).map(
    (pair) => [pair.charAt(0), Number(pair.charAt(1))] as const,
  ),
);
/** 49 CFR 565.15, table IV. The ninth place is the check digit itself. */
const WEIGHTS = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];

/** The weighted sum modulo 11 stands in the ninth place; X is 10. Used in North America and China only. */
export function vinCheck(vin: string): boolean {
  if (vin.length !== 17) return false;
  let sum = 0;
  for (let index = 0; index < 17; index++) {
    const unit = vin.charAt(index);
    const value = unit >= '0' && unit <= '9' ? Number(unit) : VALUES.get(unit);
    if (value === undefined) return false;
    sum += value * (WEIGHTS[index] ?? 0);
  }
  const rest = sum % 11;
  return vin.charAt(8) === (rest === 10 ? 'X' : String(rest));
}

const check: Check = { name: 'VIN check digit, mod 11', holds: vinCheck };

const KEYWORDS = listOf(`
  vin, vehicle identification number, vehicle identification, chassis, chassis number, chassis no,
  frame number, numéro de série, numéro de châssis, châssis, fahrgestellnummer,
  fahrzeugidentifikationsnummer, fin, fahrgestell, bastidor, número de bastidor, telaio, numero di telaio,
  quadro, chassi, chassisnummer, nadwozia, numer nadwozia, pojazdu, stelnummer, understellsnummer,
  alustanumero, podvozku, alvázszám, şasi, vehicle, véhicule, fahrzeug
`);

const UNIT = '[A-HJ-NPR-Z0-9]';
const needs = [{ keywords: KEYWORDS }];

/** ISO 3779: 17 letters and digits. */
export const vin: PatternType = {
  type: 'VEHICLE:VIN',
  name: 'Vehicle identification number',
  patterns: [
    `${UNIT}{17}`,
    // In groups, as forms print it: four, four, four, four, one.
    `${UNIT}{4}[ -]${UNIT}{4}[ -]${UNIT}{4}[ -]${UNIT}{4}[ -]?${UNIT}`,
    // North America: region 1 to 5, a letter in the maker's code, five digits at the end (49 CFR 565.15).
    '[1-5][A-HJ-NPR-Z][A-HJ-NPR-Z0-9]{6}[0-9X][A-HJ-NPR-TV-Y1-9][A-HJ-NPR-Z0-9]{2}[0-9]{5}',
  ],
  check,
  rules: [
    { confidence: 'high', needs },
    { confidence: 'medium', of: [2], needs: [] },
    { confidence: 'medium', checked: false, needs },
  ],
  examples: {
    match: [
      {
        text: `VIN: ${example('4T3KD7BE', 'NU112233')}`,
        value: example('4T3KD7BE', 'NU112233'),
        confidence: 'high',
      },
      {
        text: `sold ${example('2G1WB5EK', 'C1204455')} today`,
        value: example('2G1WB5EK', 'C1204455'),
        confidence: 'medium',
      },
      { text: 'Fahrgestellnummer WVWZZZ1KZ7W345678', value: 'WVWZZZ1KZ7W345678', confidence: 'medium' },
      { text: 'numer nadwozia: VF1R FB00 5601 2345 6', value: 'VF1R FB00 5601 2345 6', confidence: 'medium' },
      { text: 'chassis no. zar93900007123456', value: 'zar93900007123456', confidence: 'medium' },
    ],
    noMatch: [
      'WVWZZZ1KZ7W345678',
      'VIN: WVWZZZ1KZ7W34567',
      'VIN: WVWZZZ1KZ7O345678',
      `id ${example('2G1WB5EK', 'C1204455')}7`,
      'order 4T3KD7BE9NU112244',
    ],
  },
};

/** A made-up number with its right check digit. */
function example(before: string, after: string): string {
  const digit = '0123456789X'.split('').find((unit) => vinCheck(`${before}${unit}${after}`)) ?? '';
  return `${before}${digit}${after}`;
}
