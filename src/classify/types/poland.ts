import { pesel, polishIdCard, polishPassport, regon } from '../checks/eastern-europe.ts';
import { idLabel } from '../evidence.ts';
import type { PatternType } from '../pattern-type.ts';
import { listOf } from '../word-list.ts';
import { dated, named, namedOrAlone } from './rules.ts';
import { licenceWords, passportWords, taxWords } from './words.ts';

const LICENCE_WORDS = [...licenceWords, 'prawo jazdy', 'prawa jazdy'];

const ID_CARD_WORDS = listOf(`
  dowód osobisty, numer dowodu osobistego, nazwa i numer dowodu osobistego, nazwa i nr dowodu osobistego,
  nazwa i nr dowodu tożsamości, dowód tożsamości, dow. os., dowodu osobistego, dowodem osobistym,
  dowodem tożsamości, seria i numer
`);

const PESEL_WORDS = listOf(`
  dowód osobisty, dowódosobisty, niepowtarzalny numer, niepowtarzalnynumer, nr.-pesel,
  numer identyfikacyjny, pesel, tożsamości narodowej
`);

const PASSPORT_WORDS = [
  ...passportWords,
  ...listOf(`
  numer paszportu, numery paszportów, numery paszportowe, nr paszportu, nr paszportów, n° passeport,
  passeport n°, paszport, paszportem, paszportu
`),
];

const TAX_WORDS = [
  ...taxWords,
  ...listOf(`
  nip, numer identyfikacji podatkowej, numeridentyfikacjipodatkowej#, vat id, vat no, vat number, vatid,
  vatno#
`),
];

const REGON_WORDS = listOf(`
  regon id, statistical number, statistical id, statistical no, regon number, regonid#, regonno#,
  company id, companyid#, companyidno#, numer statystyczny, numeru regon, numerstatystyczny#,
  numeruregon#, regon, nr regon
`);

export const poland: readonly PatternType[] = [
  {
    type: 'DRIVER_LICENSE:PL',
    name: 'Polish driving licence number',
    purview: { name: "Poland Driver's License Number", id: '24d51f99-ee9e-4060-a077-cae58cab1ee4' },
    country: 'PL',
    patterns: ['\\d{5}/\\d{2}/(?:\\d{7}|\\d{4})'],
    digitsOnly: true,
    rules: named(LICENCE_WORDS),
    examples: {
      match: [
        { text: 'Prawo jazdy: 29994/56/2604', value: '29994/56/2604', confidence: 'medium' },
        { text: 'prawa jazdy = 18628/26/0943534', value: '18628/26/0943534', confidence: 'medium' },
      ],
      noMatch: ['part 29994/56/2604 of 7', 'Prawo jazdy: 29994/56/2604XQ', 'Prawo jazdy: 529994/56/2604'],
    },
  },
  {
    type: 'NATIONAL_ID:PL_ID_CARD',
    name: 'Polish identity card number',
    purview: { name: 'Poland Identity Card', id: '25e64989-ed5d-40ca-a939-6c14183bb7bf' },
    country: 'PL',
    patterns: ['[A-Z]{3} ?\\d{6}'],
    check: polishIdCard,
    rules: named(ID_CARD_WORDS, 'high'),
    examples: {
      match: [
        { text: 'Dowód osobisty: GCW 206134', value: 'GCW 206134', confidence: 'high' },
        { text: 'nazwa i nr dowodu osobistego = VTW895709', value: 'VTW895709', confidence: 'high' },
      ],
      noMatch: ['Dowód osobisty: HZH 100672', 'part GCW 206134 of 7', 'Dowód osobisty: GCW 206134XQ'],
    },
  },
  {
    type: 'NATIONAL_ID:PL_PESEL',
    name: 'Polish personal number (PESEL)',
    purview: { name: 'Poland National ID (PESEL)', id: 'e3aaf206-4297-412f-9e06-ba8487e22456' },
    country: 'PL',
    patterns: ['\\d{2}(?:[02468][1-9]|[13579][0-2])(?:0[1-9]|[12]\\d|3[01])\\d{5}'],
    digitsOnly: true,
    check: pesel,
    rules: [
      { confidence: 'high', needs: [{ keywords: PESEL_WORDS }] },
      { confidence: 'medium', needs: [idLabel] },
      { confidence: 'medium', needs: [] },
    ],
    examples: {
      match: [
        { text: 'Dowód osobisty: 04271621344', value: '04271621344', confidence: 'high' },
        { text: 'niepowtarzalnynumer = 22030671894', value: '22030671894', confidence: 'high' },
        { text: '93713157796', value: '93713157796', confidence: 'medium', country: 'PL' },
      ],
      noMatch: ['Dowód osobisty: 03121245508', 'part 04271621344 of 7', 'Dowód osobisty: 04271621344XQ'],
    },
  },
  // Without a word one code in ten of that shape would pass: not reported.
  {
    type: 'PASSPORT:PL',
    name: 'Polish passport number',
    purview: { name: 'Poland Passport', id: '03937fb5-d2b6-4487-b61f-0f8bff7c3517' },
    country: 'PL',
    patterns: ['[A-Z]{2} ?\\d{7}'],
    check: polishPassport,
    rules: dated(PASSPORT_WORDS),
    examples: {
      match: [
        { text: 'Passport BF 2025764, date of expiry 17/04/2031', value: 'BF 2025764', confidence: 'high' },
        { text: 'numery paszportowe = AZ2053425', value: 'AZ2053425', confidence: 'medium' },
      ],
      noMatch: ['Passport: PG1160402', 'part BF 2025764 of 7', 'Passport: BF 2025764XQ'],
    },
  },
  {
    type: 'NATIONAL_ID:PL_PESEL',
    name: 'Polish tax number of a person',
    purview: { name: 'Poland Tax Identification Number', id: '1ff28b4d-40f2-49e9-b677-9606a88e2bca' },
    country: 'PL',
    patterns: ['\\d{2}(?:[02468][1-9]|[13579][0-2])(?:0[1-9]|[12]\\d|3[01])\\d{5}'],
    digitsOnly: true,
    check: pesel,
    rules: named(TAX_WORDS, 'high'),
    examples: {
      match: [
        { text: 'NIP: 70251043855', value: '70251043855', confidence: 'high' },
        { text: 'vat no = 73221562662', value: '73221562662', confidence: 'high' },
      ],
      noMatch: ['NIP: 35643169033', 'part 70251043855 of 7', 'NIP: 70251043855XQ'],
    },
  },
  {
    type: 'COMPANY_ID:PL_REGON',
    name: 'Polish business register number (REGON)',
    purview: { name: 'Polish REGON Number', id: 'fc87b421-f437-4f8b-b739-29a735ead0d9' },
    country: 'PL',
    patterns: ['\\d{9}', '\\d{9}-?\\d{5}'],
    digitsOnly: true,
    check: regon,
    rules: namedOrAlone(REGON_WORDS, 'high', 'low'),
    examples: {
      match: [
        { text: 'Regon id: 027358090', value: '027358090', confidence: 'high' },
        { text: 'statistical no = 825578714-36776', value: '825578714-36776', confidence: 'high' },
        { text: '708585308', value: '708585308', confidence: 'low', country: 'PL' },
      ],
      noMatch: ['Regon id: 111440298', 'part 027358090 of 7', 'Regon id: 027358090XQ'],
    },
  },
];
