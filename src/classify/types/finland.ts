import { finnishHetu } from '../checks/northern-europe.ts';
import type { PatternType } from '../pattern-type.ts';
import { listOf } from '../word-list.ts';
import { dated, named, namedOrAlone } from './rules.ts';
import { licenceWords, passportWords, taxWords } from './words.ts';

const LICENCE_WORDS = [
  ...licenceWords,
  'ajokortti',
  'permis de conduire',
  'ajokortin numero',
  'körkort',
  'körkortnummer',
  'ajokortit',
  'ajokortin numerot',
];

const EHIC_WORDS = listOf(`
  ehic, finlandehicnumber#, finska sjukförsäkringskort, health card, health insurance card,
  health insurance number, hälsokort, sairaanhoitokortin, sairausvakuutuskortti, sairausvakuutusnumero,
  sjukförsäkring nummer, sjukförsäkringskort, suomen sairausvakuutuskortti, terveyskortti
`);

const HETU_WORDS = [
  ...taxWords,
  ...listOf(`
  ainutlaatuinen henkilökohtainen tunnus, henkilökohtainen tunnus, henkilötunnus, henkilötunnusnumero,
  hetu, id no, id number, identification number, identiteetti numero, identity number, idnumber,
  kansallinen henkilötunnus, kansallisen henkilökortin, national id card, national id no., personal id,
  personal identity code, personalidnumber#, personbeteckning, personnummer, social security number,
  sosiaaliturvatunnus, tunnistenumero, tunnus numero, tunnusluku, tunnusnumero, verokortti, veronumero,
  verotunniste, verotunnus
`),
];

const PASSPORT_WORDS = [
  ...passportWords,
  'suomalainen passi',
  'passin numero',
  'passi#',
  'passi number',
  'passi',
  'passinumero',
];

export const finland: readonly PatternType[] = [
  {
    type: 'DRIVER_LICENSE:FI',
    name: 'Finnish driving licence number',
    purview: { name: "Finland Driver's License Number", id: 'bb3b27a3-79bd-4ac4-81a7-f9fca3c7d1a7' },
    country: 'FI',
    patterns: ['\\d{6}-\\d{3}[A-Z0-9]'],
    rules: named(LICENCE_WORDS),
    examples: {
      match: [
        { text: 'Ajokortti: 142817-826F', value: '142817-826F', confidence: 'medium' },
        { text: 'körkort = 783546-737O', value: '783546-737O', confidence: 'medium' },
      ],
      noMatch: ['part 142817-826F of 7', 'Ajokortti: 142817-826FXQ', 'Ajokortti: 5142817-826F'],
    },
  },
  {
    type: 'NATIONAL_ID:FI_EHIC',
    name: 'Finnish European health insurance card number',
    purview: { name: 'Finland European Health Insurance Number', id: '60f75aed-81bf-4625-89b0-0846b9248ee7' },
    country: 'FI',
    patterns: ['8024680246[ -]?\\d{10}'],
    digitsOnly: true,
    rules: named(EHIC_WORDS),
    examples: {
      match: [
        { text: 'EHIC: 8024680246 2092583129', value: '8024680246 2092583129', confidence: 'medium' },
        {
          text: 'health insurance card = 80246802468267884284',
          value: '80246802468267884284',
          confidence: 'medium',
        },
      ],
      noMatch: [
        'part 8024680246 2092583129 of 7',
        'EHIC: 8024680246 2092583129XQ',
        'EHIC: 58024680246 2092583129',
      ],
    },
  },
  {
    type: 'NATIONAL_ID:FI_HETU',
    name: 'Finnish personal identity code',
    purview: { name: 'Finland National ID', id: '338fd995-4cb5-4f87-ad35-79bd1dd926c1' },
    country: 'FI',
    patterns: ['(?:0[1-9]|[12]\\d|3[01])(?:0[1-9]|1[0-2])\\d{2}[-+A-FU-Y]\\d{3}[0-9A-FHJ-NPR-Y]'],
    check: finnishHetu,
    rules: namedOrAlone(HETU_WORDS, 'high', 'medium'),
    examples: {
      match: [
        {
          text: 'Ainutlaatuinen henkilökohtainen tunnus: 021029Y359D',
          value: '021029Y359D',
          confidence: 'high',
        },
        { text: 'henkilötunnusnumero = 260384C759B', value: '260384C759B', confidence: 'high' },
        { text: '311035E552W, as agreed', value: '311035E552W', confidence: 'medium' },
      ],
      noMatch: [
        'Ainutlaatuinen henkilökohtainen tunnus: 310899C850S',
        'Ainutlaatuinen henkilökohtainen tunnus: 021029Y359DXQ',
        'Ainutlaatuinen henkilökohtainen tunnus: 021029Y35',
      ],
    },
  },
  {
    type: 'PASSPORT:FI',
    name: 'Finnish passport number',
    purview: { name: 'Finland Passport Number', id: 'd1685ac3-1d3a-40f8-8198-32ef5669c7a5' },
    country: 'FI',
    patterns: ['[A-Z]{2}\\d{7}'],
    rules: dated(PASSPORT_WORDS),
    examples: {
      match: [
        { text: 'Passport KF0962677, date of expiry 17/04/2031', value: 'KF0962677', confidence: 'high' },
        { text: 'passi number = EZ3972981', value: 'EZ3972981', confidence: 'medium' },
      ],
      noMatch: ['part KF0962677 of 7', 'Passport: KF0962677XQ', 'Passport: 5KF0962677'],
    },
  },
];
