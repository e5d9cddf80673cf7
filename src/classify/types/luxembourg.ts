import { luxembourgCompany, luxembourgPerson } from '../checks/western-europe.ts';
import type { PatternType } from '../pattern-type.ts';
import { listOf } from '../word-list.ts';
import { dated, named, namedOrAlone } from './rules.ts';
import { licenceWords, passportWords, phoneWords, taxWords } from './words.ts';

const LICENCE_WORDS = [...licenceWords, 'fahrerlaubnis', 'führerschäin'];

const ID_WORDS = listOf(`
  eindeutige id, eindeutige id-nummer, eindeutigeid#, id personnelle, idpersonnelle, individual code,
  individual id, individual identification, individual identity, numéro d'identification personnel,
  personal id, personal identification, personal identity, personalidno#, personalidnumber#,
  persönliche identifikationsnummer, unique id, unique identity, uniqueidkey#, matricule, numéro national
`);

const COMPANY_ID_WORDS = [
  ...taxWords,
  ...listOf(`
  carte de sécurité sociale, identifiant d'impôt, luxembourg tax identifikatiounsnummer,
  numéro d'identification fiscal luxembourgeois, numéro d'identification fiscale, social security,
  sozialunterstützung, sozialversécherung, sozialversicherungsausweis, steier id,
  steier identifikatiounsnummer, steier nummer
`),
];

const PASSPORT_WORDS = [
  ...passportWords,
  ...listOf(`
  ausweisnummer, luxembourg pass, luxembourg passeport, luxembourg passport, no de passeport,
  no-reisepass, nr-reisepass, numéro de passeport, pass nr, passnummer, reisepässe, reisepass-nr,
  reisepassnummer, passeport, reisepass
`),
];

export const luxembourg: readonly PatternType[] = [
  {
    type: 'DRIVER_LICENSE:LU',
    name: 'Luxembourg driving licence number',
    purview: { name: "Luxembourg Driver's License Number", id: '89daf717-1544-4860-9a2e-fc9166dd8852' },
    country: 'LU',
    patterns: ['\\d{6}'],
    digitsOnly: true,
    rules: named(LICENCE_WORDS),
    examples: {
      match: [
        { text: 'Fahrerlaubnis: 609062', value: '609062', confidence: 'medium' },
        { text: 'führerschäin = 103723', value: '103723', confidence: 'medium' },
      ],
      noMatch: ['part 609062 of 7', 'Fahrerlaubnis: 609062XQ', 'Fahrerlaubnis: 5609062'],
    },
  },
  {
    type: 'NATIONAL_ID:LU_ID',
    name: 'Luxembourg identification number of a person',
    purview: {
      name: 'Luxembourg National Identification Number (Natural persons)',
      id: 'aaf661ed-29ec-426d-8bf9-880cad298ebb',
    },
    country: 'LU',
    patterns: ['\\d{13}'],
    digitsOnly: true,
    check: luxembourgPerson,
    rules: namedOrAlone(ID_WORDS, 'high', 'medium', phoneWords),
    examples: {
      match: [
        { text: 'Eindeutige id: 0302563932960', value: '0302563932960', confidence: 'high' },
        { text: 'idpersonnelle = 7752162449288', value: '7752162449288', confidence: 'high' },
        { text: '7815439301556', value: '7815439301556', confidence: 'medium', country: 'LU' },
      ],
      noMatch: ['Eindeutige id: 1932363720454', 'part 0302563932960 of 7', 'Eindeutige id: 0302563932960XQ'],
    },
  },
  // The first four digits are the year of foundation; German words for tax numbers are left out.
  {
    type: 'COMPANY_ID:LU_ID',
    name: 'Luxembourg identification number of a company',
    purview: {
      name: 'Luxembourg National Identification Number (Non-natural persons)',
      id: '84bffa3a-d805-4788-a613-b1e4df3804cf',
    },
    country: 'LU',
    patterns: ['(?:1[89]|20)(?:\\d{2} ?\\d{4} ?\\d{3}| ?\\d{3} ?\\d{3} ?\\d{3})'],
    digitsOnly: true,
    check: luxembourgCompany,
    rules: namedOrAlone(COMPANY_ID_WORDS, 'high', 'medium', phoneWords),
    examples: {
      match: [
        { text: 'Carte de sécurité sociale: 20171382883', value: '20171382883', confidence: 'high' },
        {
          text: "numéro d'identification fiscal luxembourgeois = 20 964 653 616",
          value: '20 964 653 616',
          confidence: 'high',
        },
        { text: '20881289386', value: '20881289386', confidence: 'medium', country: 'LU' },
      ],
      noMatch: [
        'Carte de sécurité sociale: 18 202 913 017',
        'part 20171382883 of 7',
        'Carte de sécurité sociale: 20171382883XQ',
      ],
    },
  },
  {
    type: 'PASSPORT:LU',
    name: 'Luxembourg passport number',
    purview: { name: 'Luxembourg Passport Number', id: '81d5c027-bed9-4421-91a0-3b2e55b3eb85' },
    country: 'LU',
    patterns: ['(?=[A-Z]{0,7}\\d)[A-Z0-9]{8}'],
    rules: dated(PASSPORT_WORDS),
    examples: {
      match: [
        { text: 'Passport 1N40X0PZ, date of expiry 17/04/2031', value: '1N40X0PZ', confidence: 'high' },
        { text: 'luxembourg passeport = EH4SH3BH', value: 'EH4SH3BH', confidence: 'medium' },
      ],
      noMatch: ['part 1N40X0PZ of 7', 'Passport: 1N40X0PZXQ', 'Passport: 51N40X0PZ'],
    },
  },
];
