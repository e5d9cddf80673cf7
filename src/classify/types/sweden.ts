import { swedishPersonal } from '../checks/northern-europe.ts';
import type { PatternType } from '../pattern-type.ts';
import { listOf } from '../word-list.ts';
import { dated, named, namedOrAlone } from './rules.ts';
import { licenceWords, passportWords, phoneWords, taxWords } from './words.ts';

const LICENCE_WORDS = [...licenceWords, 'ajokortti', 'ajokortin numero', 'körkort', 'körkortsnummer'];

const PERSONNUMMER_WORDS = listOf(`
  id no, id number, id#, identification no, identification number, identifikationsnumret,
  identitetshandling, identity document, identity no, identity number, id-nummer, personal id,
  personnummer, skatteidentifikationsnummer, samordningsnummer, personnr, personal identity number,
  personal identity code, swedish id
`);

const PASSPORT_WORDS = [
  ...passportWords,
  ...listOf(`
  numéro de passeport, passeport n °, passeport #, passeportn °, passnummer, pass nr, sverige pass,
  svenskt pass
`),
];

const TAX_WORDS = [
  ...taxWords,
  'personal id number',
  'personnummer',
  'skatt id nummer',
  'skatt identifikation',
  'skattebetalarens identifikationsnummer',
  'sverige tin',
];

export const sweden: readonly PatternType[] = [
  {
    type: 'DRIVER_LICENSE:SE',
    name: 'Swedish driving licence number',
    purview: { name: "Sweden Driver's License Number", id: '70088720-90dd-47f5-805e-5525f3567391' },
    country: 'SE',
    patterns: ['\\d{6}-\\d{4}'],
    digitsOnly: true,
    rules: named(LICENCE_WORDS),
    examples: {
      match: [
        { text: 'Ajokortti: 508740-8666', value: '508740-8666', confidence: 'medium' },
        { text: 'körkortsnummer = 002810-6955', value: '002810-6955', confidence: 'medium' },
      ],
      noMatch: ['part 508740-8666 of 7', 'Ajokortti: 508740-8666XQ', 'Ajokortti: 5508740-8666'],
    },
  },
  {
    type: 'NATIONAL_ID:SE_PERSONNUMMER',
    name: 'Swedish personal number',
    purview: { name: 'Sweden National ID', id: 'f69aaf40-79be-4fac-8f05-fd1910d272c8' },
    country: 'SE',
    patterns: ['(?:\\d{2})?\\d{2}(?:0[1-9]|1[0-2])(?:[06][1-9]|[1278]\\d|[39][01])[-+]\\d{4}'],
    check: swedishPersonal,
    rules: namedOrAlone(PERSONNUMMER_WORDS, 'high', 'medium'),
    examples: {
      match: [
        { text: 'Id no: 280490-7349', value: '280490-7349', confidence: 'high' },
        { text: 'identification number = 530222+2426', value: '530222+2426', confidence: 'high' },
        { text: '560773+1113, as agreed', value: '560773+1113', confidence: 'medium' },
      ],
      noMatch: ['Id no: 260682-7150', 'Id no: 280490-7349XQ', 'Id no: 280490-73'],
    },
  },
  {
    type: 'NATIONAL_ID:SE_PERSONNUMMER',
    name: 'Swedish personal number, without separators',
    country: 'SE',
    patterns: ['(?:\\d{2})?\\d{2}(?:0[1-9]|1[0-2])(?:[06][1-9]|[1278]\\d|[39][01])\\d{4}'],
    digitsOnly: true,
    check: swedishPersonal,
    rules: namedOrAlone(PERSONNUMMER_WORDS, 'high', 'medium'),
    examples: {
      match: [
        { text: 'Id no: 9305811730', value: '9305811730', confidence: 'high' },
        { text: 'identification number = 738610169065', value: '738610169065', confidence: 'high' },
        { text: '4704316944', value: '4704316944', confidence: 'medium', country: 'SE' },
      ],
      noMatch: ['Id no: 6608014484', 'part 9305811730 of 7', 'Id no: 9305811730XQ'],
    },
  },
  {
    type: 'PASSPORT:SE',
    name: 'Swedish passport number',
    purview: { name: 'Sweden Passport Number', id: 'ba4e7456-55a9-4d89-9140-c33673553526' },
    country: 'SE',
    patterns: ['\\d{8}'],
    digitsOnly: true,
    rules: dated(PASSPORT_WORDS),
    examples: {
      match: [
        { text: 'Passport 25124442, date of expiry 17/04/2031', value: '25124442', confidence: 'high' },
        { text: 'pass nr = 92486639', value: '92486639', confidence: 'medium' },
      ],
      noMatch: ['part 25124442 of 7', 'Passport: 25124442XQ', 'Passport: 525124442'],
    },
  },
  {
    type: 'NATIONAL_ID:SE_PERSONNUMMER',
    name: 'Swedish tax number of a person',
    purview: { name: 'Sweden Tax Identification Number', id: '139acba0-a5bc-4fbb-876d-f7a493ae8a40' },
    country: 'SE',
    patterns: ['\\d{2}(?:0[1-9]|1[0-2])(?:[06][1-9]|[1278]\\d|[39][01])[-+]\\d{4}'],
    digitsOnly: true,
    check: swedishPersonal,
    rules: namedOrAlone(TAX_WORDS, 'high', 'medium', phoneWords),
    examples: {
      match: [
        { text: 'Personal id number: 000990-7072', value: '000990-7072', confidence: 'high' },
        { text: 'skatt identifikation = 100571+4371', value: '100571+4371', confidence: 'high' },
        { text: '501201+5540', value: '501201+5540', confidence: 'medium', country: 'SE' },
      ],
      noMatch: [
        'Personal id number: 531190+5712',
        'part 000990-7072 of 7',
        'Personal id number: 000990-7072XQ',
      ],
    },
  },
];
