import { cypriotTax } from '../checks/southern-europe.ts';
import type { PatternType } from '../pattern-type.ts';
import { listOf } from '../word-list.ts';
import { dated, named, namedOrAlone } from './rules.ts';
import { licenceWords, passportWords, taxWords } from './words.ts';

const LICENCE_WORDS = [...licenceWords, 'άδεια οδήγησης', 'αριθμό άδειας οδήγησης', 'άδειες οδήγησης'];

const ID_CARD_WORDS = listOf(`
  id card number, identity card number, kimlik karti, national identification number, personal id number,
  ταυτοτητασ, δελτίο ταυτότητας, ταυτότητα
`);

const PASSPORT_WORDS = [
  ...passportWords,
  ...listOf(`
  αριθμό διαβατηρίου, pasaportu, αριθμός διαβατηρίου, κυπριακό διαβατήριο, διαβατήριο, pasaport kimliği,
  pasaport numarası, pasaport no., αρ. διαβατηρίου
`),
];

const TIC_WORDS = [
  ...taxWords,
  ...listOf(`
  tax identification code, tic#, vergi kimlik kodu, vergi kimlik numarası, αριθμός φορολογικού μητρώου,
  κωδικός φορολογικού μητρώου, φορολογική ταυτότητα, φορολογικού κωδικού
`),
];

export const cyprus: readonly PatternType[] = [
  {
    type: 'DRIVER_LICENSE:CY',
    name: 'Cypriot driving licence number',
    purview: { name: "Cyprus Driver's License Number", id: '356fa104-f9ac-4aff-a0e4-2e6e65ea06c4' },
    country: 'CY',
    patterns: ['\\d{12}'],
    digitsOnly: true,
    rules: named(LICENCE_WORDS),
    examples: {
      match: [
        { text: 'Άδεια οδήγησης: 267379078091', value: '267379078091', confidence: 'medium' },
        { text: 'άδεια οδήγησης = 773645731823', value: '773645731823', confidence: 'medium' },
      ],
      noMatch: ['part 267379078091 of 7', 'Άδεια οδήγησης: 267379078091XQ', 'Άδεια οδήγησης: 5267379078091'],
    },
  },
  {
    type: 'NATIONAL_ID:CY_ID_CARD',
    name: 'Cypriot identity card number',
    purview: { name: 'Cyprus Identity Card', id: '3ba8afe5-7a6c-4929-8247-0001b6878438' },
    country: 'CY',
    patterns: ['\\d{10}'],
    digitsOnly: true,
    rules: named(ID_CARD_WORDS),
    examples: {
      match: [
        { text: 'Id card number: 3046200316', value: '3046200316', confidence: 'medium' },
        { text: 'national identification number = 0707501121', value: '0707501121', confidence: 'medium' },
      ],
      noMatch: ['part 3046200316 of 7', 'Id card number: 3046200316XQ', 'Id card number: 53046200316'],
    },
  },
  {
    type: 'PASSPORT:CY',
    name: 'Cypriot passport number',
    purview: { name: 'Cyprus Passport Number', id: '9193e2e8-7f8c-43c1-a274-ac40d651936f' },
    country: 'CY',
    patterns: ['[A-Z]\\d{6,8}'],
    rules: dated(PASSPORT_WORDS),
    examples: {
      match: [
        { text: 'Passport G58133288, date of expiry 17/04/2031', value: 'G58133288', confidence: 'high' },
        { text: 'αριθμός διαβατηρίου = G07488703', value: 'G07488703', confidence: 'medium' },
      ],
      noMatch: ['part G58133288 of 7', 'Passport: G58133288XQ', 'Passport: 5G58133288'],
    },
  },
  {
    type: 'NATIONAL_ID:CY_TIC',
    name: 'Cypriot tax identification code',
    purview: { name: 'Cyprus Tax Identification Number', id: '40e64bd9-55f3-4a09-9bd6-1db18dced9dd' },
    country: 'CY',
    patterns: ['[09]\\d{7}[A-Z]'],
    check: cypriotTax,
    rules: namedOrAlone(TIC_WORDS, 'high', 'medium'),
    examples: {
      match: [
        { text: 'Tax identification code: 96925216T', value: '96925216T', confidence: 'high' },
        { text: 'αριθμός φορολογικού μητρώου = 00567405V', value: '00567405V', confidence: 'high' },
        { text: '90175518C, as agreed', value: '90175518C', confidence: 'medium' },
      ],
      noMatch: [
        'Tax identification code: 05431855D',
        'Tax identification code: 96925216TXQ',
        'Tax identification code: 9692521',
      ],
    },
  },
];
