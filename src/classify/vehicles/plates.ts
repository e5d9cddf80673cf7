import { listOf } from '../word-list.ts';
import type { PatternRule, PatternType } from '../pattern-type.ts';
import { vin } from './vin.ts';

/** Words for a registration plate that leave the country open. */
const ANY_COUNTRY = listOf(`
  license plate, licence plate, number plate, plate, plates, plate number, registration,
  registration number, vehicle registration, registration plate, vehicle, vehicles, car, cars
`);

const WORDS: Readonly<Record<string, readonly string[]>> = {
  GB: ['reg', 'reg no', 'car reg', 'vrn', 'vrm', 'dvla', 'v5c', 'mot', 'number plate', 'registration mark'],
  FR: [
    'immatriculation',
    'plaque',
    'immatriculé',
    'immatriculée',
    'carte grise',
    'immat',
    'véhicule',
    'voiture',
  ],
  IT: ['targa', 'targhe', 'targato', 'targata', 'veicolo', 'autoveicolo'],
  ES: ['matrícula', 'matrículas', 'vehículo', 'placa', 'coche'],
  PT: ['matrícula', 'matrículas', 'viatura', 'veículo'],
  BR: ['placa', 'placas', 'veículo', 'renavam', 'carro'],
  PL: [
    'rejestracyjny',
    'numer rejestracyjny',
    'nr rej',
    'rejestracja',
    'tablica',
    'tablice',
    'pojazd',
    'pojazdu',
  ],
  NL: ['kenteken', 'kentekenplaat', 'rdw', 'voertuig', 'auto met kenteken'],
  BE: ['nummerplaat', 'nummerplaten', 'plaque', 'immatriculation', 'voertuig'],
  SE: ['registreringsnummer', 'regnummer', 'registreringsskylt', 'fordon'],
  TR: ['plaka', 'plakası', 'plakalı', 'araç'],
  IN: ['vehicle no', 'vehicle number', 'regn no', 'rto', 'registration no'],
  NG: ['frsc', 'vehicle licence', 'plate no', 'plates'],
  US: ['license plate', 'license plates', 'tag number', 'dmv', 'license tag'],
};

interface Plate {
  readonly country: string;
  readonly land: string;
  readonly patterns: readonly string[];
  readonly telling?: true;
  readonly values: readonly string[];
  readonly not: readonly string[];
}

const PLATES: readonly Plate[] = [
  {
    country: 'GB',
    land: 'United Kingdom',
    // Since 2001: area, age, three letters (DVLA, INF104). I, Q and Z are not used in the area, I and Q not at the end.
    patterns: ['[A-HJ-PR-Y]{2}(?:0[2-9]|[1-2][0-9]|5[1-9]|[6-7][0-9])[ -][A-HJ-PR-Z]{3}'],
    telling: true,
    values: ['LB19 KFT', 'YD64 RVX', 'GX07 HNA', 'KP21 BUY', 'SN70 CWD'],
    not: ['AB00 KFT', 'AI51 KFT', 'LB19KFT9', 'LB19 KIT', 'LB 19 KFT'],
  },
  {
    country: 'GB',
    land: 'United Kingdom, older and close forms',
    // 1983 to 2001: a letter, up to three digits, three letters; 1963 to 1983 the other way round; and the present form without its space.
    patterns: [
      '[A-HJ-NPR-TV-Y][0-9]{1,3} ?[A-HJ-PR-Y]{3}',
      '[A-HJ-PR-Y]{3} ?[0-9]{1,3}[A-HJ-NPR-TV-Y]',
      '[A-HJ-PR-Y]{2}(?:0[2-9]|[1-2][0-9]|5[1-9]|[6-7][0-9])[A-HJ-PR-Z]{3}',
    ],
    values: ['M418 DKW', 'R7 TGH', 'KLM 27P', 'LB19KFT', 'P803 XNE'],
    not: ['Z418 DKQ', 'I418 DKW', 'M41899', 'KLM 2777P', 'MM18 DKWX'],
  },
  {
    country: 'FR',
    land: 'France',
    // SIV since 2009: no I, O, U. Before: digits, letters, department.
    patterns: [
      '[A-HJ-NP-TV-Z]{2}[- ][0-9]{3}[- ][A-HJ-NP-TV-Z]{2}',
      '[0-9]{2,4} [A-HJ-NP-TV-Z]{2,3} (?:[0-9]{2}|2[AB]|97[1-6])',
    ],
    values: ['GD-417-LK', 'AB 902 XZ', '4821 VQ 69', 'CX-033-NT', '318 BLD 2A'],
    not: ['GI-417-LK', 'GD-41-LK', 'GDA-417-LK', 'GD_417_LK', 'GD-4177-LK'],
  },
  {
    country: 'IT',
    land: 'Italy',
    patterns: ['[A-HJ-NPR-TV-Z]{2} ?[0-9]{3} ?[A-HJ-NPR-TV-Z]{2}'],
    values: ['GK 418 LT', 'FX902ZB', 'EB 033 NV', 'DA771RS', 'GH 120 XC'],
    not: ['GI 418 LT', 'GK 41 LT', 'GK 4188 LT', 'G 418 LT', 'GKA 418 LT'],
  },
  {
    country: 'ES',
    land: 'Spain',
    // Since 2000: four digits and three consonants without Ñ and Q.
    patterns: ['[0-9]{4}[ -]?[BCDFGHJKLMNPRSTVWXYZ]{3}'],
    values: ['4182 KTL', '9027-XZB', '0334NVR', '7715 RSG', '1203-DXC'],
    not: ['4182 KAL', '418 KTL', '41822 KTL', '4182 KT', '4182 KQL'],
  },
  {
    country: 'PT',
    land: 'Portugal',
    patterns: [
      '[A-Z]{2}[ -][0-9]{2}[ -][A-Z]{2}',
      '[0-9]{2}-[A-Z]{2}-[0-9]{2}',
      '[0-9]{2}-[0-9]{2}-[A-Z]{2}',
    ],
    values: ['AK-41-LT', '90-XZ-27', '33-04-NV', 'BD 77 RS', '12-QT-03'],
    not: ['AK-411-LT', 'A-41-LT', '90-XZA-27', '33-04-12', 'AK_41_LT'],
  },
  {
    country: 'PL',
    land: 'Poland',
    patterns: ['[A-Z]{2,3} ?[0-9][0-9A-Z]{3,4}'],
    values: ['KR 418LT', 'WX 90275', 'GDA 33NV', 'PO7RS15', 'DW 1203C'],
    not: ['K 418LT', 'KRAA 418LT', 'KR 41', 'kr 418lt', 'KR 418LTX9'],
  },
  {
    country: 'NL',
    land: 'Netherlands',
    // The sidecodes of the RDW: three groups of two, or one, two and three units.
    patterns: [
      '[A-Z]{2}-[0-9]{3}-[A-Z]',
      '[A-Z]-[0-9]{3}-[A-Z]{2}',
      '[0-9]-[A-Z]{3}-[0-9]{2}',
      '[0-9]{2}-[A-Z]{3}-[0-9]',

      '[0-9]{2}-[A-Z]{2}-[A-Z]{2}',
    ],
    values: ['GK-418-L', 'T-902-XZ', '3-NVR-04', '77-RSG-1', '20-DX-LT'],
    not: ['GK-418-LL', 'GKK-418-L', '3-NVRR-04', '7-RSG-1', '2-DX-LT'],
  },
  {
    country: 'BE',
    land: 'Belgium',
    patterns: ['[1-9]-[A-Z]{3}-[0-9]{3}'],
    values: ['1-KTL-418', '2-XZB-902', '1-NVR-033', '2-RSG-771', '1-DXC-120'],
    not: ['0-KTL-418', '1-KT-418', '1-KTL-41', '11-KTL-418', '1-KTL-4188'],
  },
  {
    country: 'SE',
    land: 'Sweden',
    patterns: ['[A-HJ-PR-UW-Z]{3} ?[0-9]{2}[0-9A-HJ-NPR-UW-Z]'],
    values: ['KTL 418', 'XZB90C', 'NFR 033', 'RSG77D', 'DXC 120'],
    not: ['KIL 418', 'KT 418', 'KTL 41', 'KTLL 418', 'KTL 4188'],
  },
  {
    country: 'TR',
    land: 'Türkiye',
    // Province 01 to 81.
    patterns: ['(?:0[1-9]|[1-7][0-9]|8[01]) [A-Z]{1,3} [0-9]{2,4}'],
    telling: true,
    values: ['34 KTL 418', '06 XZ 902', '35 N 0334', '81 RSG 77', '16 DX 1203'],
    not: ['82 KTL 418', '00 KTL 418', '34 KTLM 418', '34 KTL 4', '34-KTL-418'],
  },
  {
    country: 'IN',
    land: 'India',
    patterns: [
      '(?:A[NPRS]|BR|C[GH]|D[DLN]|G[AJ]|H[PR]|J[HK]|K[AL]|L[AD]|M[HLNPZ]|NL|O[DR]|P[BY]|RJ|SK|T[NRS]|U[KP]|WB)[ -]?[0-9]{1,2}[ -]?[A-Z]{1,3}[ -]?[0-9]{4}',
    ],
    values: ['KA 05 MK 4182', 'MH12XZ9027', 'DL 3 CNV 0334', 'TN 22 R 7715', 'GJ01DX1203'],
    not: ['XX 05 MK 4182', 'KA 05 MK 418', 'KA 055 MK 4182', 'KA MK 4182', 'KA 05 MKLM 4182'],
  },
  {
    country: 'BR',
    land: 'Brazil',
    patterns: ['[A-Z]{3}-?[0-9][A-J0-9][0-9]{2}'],
    values: ['KTL-4182', 'XZB9C27', 'NVR0A34', 'RSG-7715', 'DXC1D03'],
    not: ['KT-4182', 'KTL-418', 'KTL9Z27', 'KTLM-4182', 'KTL_4182'],
  },
  {
    country: 'NG',
    land: 'Nigeria',
    patterns: ['[A-Z]{3}-?[0-9]{3}[A-Z]{2}'],
    values: ['KTL-418XZ', 'APR902NV', 'LSD-033RS', 'ABJ771DX', 'KJA-120LT'],
    not: ['KT-418XZ', 'KTL-41XZ', 'KTL-418X', 'KTLM-418XZ', 'KTL-418XZA'],
  },
  {
    country: 'US',
    land: 'United States',
    // The forms most states use: California, New York, Texas and the like.
    patterns: [
      '[0-9][A-Z]{3}[0-9]{3}',
      '[A-Z]{3}[ -][0-9]{4}',
      '[A-Z]{3}[0-9]{4}',
      '[A-Z]{2}[0-9] [A-Z][0-9]{2}',
    ],
    values: ['7KTL418', 'XZB-9027', 'NVR 0334', 'RSG7715', 'DX1 C20'],
    not: ['77KTL418', 'XZ-90', 'NVRR 0334', 'RSG771', 'DX11 C20'],
  },
];

function typeOf({ country, land, patterns, telling, values, not }: Plate): PatternType {
  const own = WORDS[country] ?? [];
  const [label = 'plate'] = own;
  const rules: readonly PatternRule[] = [
    { confidence: 'high', needs: [{ keywords: own }] },
    { confidence: 'medium', needs: [{ keywords: ANY_COUNTRY }] },
  ];
  return {
    type: `VEHICLE:${country}`,
    name: `Registration plate, ${land}`,
    country,
    patterns,
    exactCase: true,
    // Where the shape says something by itself, it is a guess on a machine of the country.
    rules: telling === true ? [...rules, { confidence: 'low', needs: [] }] : rules,
    examples: {
      match: values.map((value) => ({ text: `${label}: ${value}`, value, confidence: 'high' as const })),
      noMatch: not.map((value) => `${label}: ${value}`),
    },
  };
}

/** Vehicle identification numbers and registration plates. */
export const vehicleTypes: readonly PatternType[] = [vin, ...PLATES.map(typeOf)];
