import { spanishDni, spanishPersonTax, spanishSocialSecurity } from '../checks/southern-europe.ts';
import type { PatternType } from '../pattern-type.ts';
import { listOf } from '../word-list.ts';
import { dated, named, namedOrAlone } from './rules.ts';
import { licenceWords, passportWords, taxWords } from './words.ts';

const DNI_WORDS = listOf(`
  carné de identidad, dni, dninúmero#, documento nacional de identidad, identidad único, identidadúnico#,
  national identification number, national identity, nationalid#, nationalidno#, nie, nienúmero#,
  número de identificación, número nacional identidad, personal identification number,
  personal identity no, unique identity number, uniqueid#, número de identidad de extranjero, nif, d.n.i.,
  n.i.e.
`);

const LICENCE_WORDS = [
  ...licenceWords,
  ...listOf(`
  permiso de conducción, permiso conducción, licencia de conducir, licencia conducir, permiso conducir,
  permiso de conducir, permisos de conducir, permisos conducir, carnet conducir, carnet de conducir,
  licencia de manejo, licencia manejo
`),
];

const PASSPORT_WORDS = [
  ...passportWords,
  ...listOf(`
  libreta pasaporte, número pasaporte, españa pasaporte, números de pasaporte, número de pasaporte,
  números pasaporte, pasaporte no, passeport n°, n° passeport, pasaporte n°, spain passport, pasaporte
`),
];

const NSS_WORDS = listOf(`
  ssn, socialsecurityno, social security no, social security number, número de la seguridad social, nuss,
  nss, seguridad social, número de afiliación
`);

const NIF_WORDS = [
  ...taxWords,
  ...listOf(`
  cif, cifid#, cifnúmero#, número de contribuyente, número de identificación fiscal,
  número de impuesto corporativo, spanishcifid, spanishcifno, tax file no, tax file number, nif, n.i.f.
`),
];

export const spain: readonly PatternType[] = [
  {
    type: 'NATIONAL_ID:ES_DNI',
    name: 'Spanish identity number (DNI, NIE)',
    purview: { name: 'Spain DNI', id: '8e6251b9-47b4-40e8-a42b-0f80876be192' },
    country: 'ES',
    patterns: ['\\d{8}[ -]?[A-HJ-NP-TV-Z]', '[XYZ][ -]?\\d{7}[ -]?[A-HJ-NP-TV-Z]'],
    check: spanishDni,
    rules: namedOrAlone(DNI_WORDS, 'high', 'medium'),
    examples: {
      match: [
        { text: 'Carné de identidad: 50949255T', value: '50949255T', confidence: 'high' },
        { text: 'identidad único = Y 0024749 S', value: 'Y 0024749 S', confidence: 'high' },
        { text: '49670205 A, as agreed', value: '49670205 A', confidence: 'medium' },
      ],
      noMatch: [
        'Carné de identidad: 64111309 P',
        'Carné de identidad: 50949255TXQ',
        'Carné de identidad: 5094925',
      ],
    },
  },
  // The number of a driving licence is that of the DNI; without a word it is reported as that.
  {
    type: 'DRIVER_LICENSE:ES',
    name: 'Spanish driving licence number',
    purview: { name: "Spain Driver's License Number", id: 'd5a82922-b501-4f40-8868-341321146aa2' },
    country: 'ES',
    patterns: ['\\d{8}[ -]?[A-HJ-NP-TV-Z]', '[XYZ]\\d{7}[A-HJ-NP-TV-Z]'],
    check: spanishDni,
    rules: named(LICENCE_WORDS, 'high'),
    examples: {
      match: [
        { text: 'Permiso de conducción: 92679881 R', value: '92679881 R', confidence: 'high' },
        { text: 'licencia conducir = Z0930775Q', value: 'Z0930775Q', confidence: 'high' },
      ],
      noMatch: [
        'Permiso de conducción: 13808031 E',
        'part 92679881 R of 7',
        'Permiso de conducción: 92679881 RXQ',
      ],
    },
  },
  {
    type: 'PASSPORT:ES',
    name: 'Spanish passport number',
    purview: { name: 'Spain Passport Number', id: 'd17a57de-9fa5-4e9f-85d3-85c26d89686e' },
    country: 'ES',
    patterns: ['[A-Z0-9]{2}[A-Z0-9]?\\d{6}'],
    rules: dated(PASSPORT_WORDS),
    examples: {
      match: [
        { text: 'Passport XQ319103, date of expiry 17/04/2031', value: 'XQ319103', confidence: 'high' },
        { text: 'españa pasaporte = IZ633247', value: 'IZ633247', confidence: 'medium' },
      ],
      noMatch: ['part XQ319103 of 7', 'Passport: XQ319103XQ', 'Passport: XQ3191'],
    },
  },
  {
    type: 'NATIONAL_ID:ES_NSS',
    name: 'Spanish social security number',
    purview: { name: 'Spain Social Security Number (SSN)', id: '5df987c0-8eae-4bce-ace7-b316347f3070' },
    country: 'ES',
    patterns: ['\\d{2}[/ -]?\\d{7,8}[/ -]?\\d{2}'],
    digitsOnly: true,
    check: spanishSocialSecurity,
    rules: namedOrAlone(NSS_WORDS, 'high', 'medium'),
    examples: {
      match: [
        { text: 'SSN: 78380468565', value: '78380468565', confidence: 'high' },
        { text: 'social security number = 470539611989', value: '470539611989', confidence: 'high' },
        { text: '566197307442', value: '566197307442', confidence: 'medium', country: 'ES' },
      ],
      noMatch: ['SSN: 76/05004846/11', 'part 78380468565 of 7', 'SSN: 78380468565XQ'],
    },
  },
  {
    type: 'NATIONAL_ID:ES_NIF',
    name: 'Spanish tax number of a person (NIF)',
    purview: { name: 'Spain Tax Identification Number', id: '10f0d113-b0e1-47dc-872a-a4f45b9376a3' },
    country: 'ES',
    patterns: ['\\d{8}[ -]?[A-HJ-NP-TV-Z]', '[LKMXYZ][ -]?\\d{7}[ -]?[A-HJ-NP-TV-Z]'],
    exactCase: true,
    check: spanishPersonTax,
    rules: namedOrAlone(NIF_WORDS, 'high', 'medium'),
    examples: {
      match: [
        { text: 'CIF: 61297487 A', value: '61297487 A', confidence: 'high' },
        { text: 'número de impuesto corporativo = M 9183137 L', value: 'M 9183137 L', confidence: 'high' },
        { text: '52722498 N, as agreed', value: '52722498 N', confidence: 'medium' },
      ],
      noMatch: ['CIF: 14644330 C', 'CIF: 61297487 AXQ', 'CIF: 61297487'],
    },
  },
];
