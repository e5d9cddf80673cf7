import { austrianInsurance, austrianVat, luhnCheck } from '../checks/western-europe.ts';
import type { PatternType } from '../pattern-type.ts';
import { listOf } from '../word-list.ts';
import { dated, named, namedOrAlone } from './rules.ts';
import { licenceWords, passportWords, phoneWords, taxWords } from './words.ts';

const LICENCE_WORDS = [
  ...licenceWords,
  'fuhrerschein',
  'führerscheine',
  'führerscheinnummer',
  'führerscheinnummern',
];

const ID_WORDS = [
  'identity number',
  'national id',
  'personalausweis republik österreich',
  'stammzahl',
  'bürgerkarte',
  'identity card number',
  'personalausweis',
];

const PASSPORT_WORDS = [
  ...passportWords,
  'reisepassnummer',
  'reisepasse',
  'no-reisepass',
  'nr-reisepass',
  'reisepass-nr',
  'passnummer',
  'reisepass',
];

const SVNR_WORDS = listOf(`
  austrian ssn, ehic number, ehic no, insurance code, insurancecode#, insurance number, insurance no,
  krankenkassennummer, krankenversicherung, socialsecurityno, social security no, social security number,
  social security code, sozialversicherungsnummer, ssn, versicherungscode, versicherungsnummer, svnr,
  sv-nummer, sozialversicherungsnr
`);

const TIN_WORDS = [...taxWords, 'st.nr.', 'steuernummer', 'abgabenkontonummer'];

const VAT_WORDS = listOf(`
  vat number, vat#, austrian vat number, vat no., vatno#, value added tax number, austrian vat, mwst,
  umsatzsteuernummer, mwstnummer, ust.-identifikationsnummer, umsatzsteuer-identifikationsnummer,
  vat identification number, atu number, uid number
`);

export const austria: readonly PatternType[] = [
  {
    type: 'DRIVER_LICENSE:AT',
    name: 'Austrian driving licence number',
    purview: { name: "Austria Driver's License Number", id: '682f18ce-44eb-482b-8198-2bcb96a0761e' },
    country: 'AT',
    patterns: ['\\d{8}'],
    digitsOnly: true,
    rules: named(LICENCE_WORDS),
    examples: {
      match: [
        { text: 'Fuhrerschein: 70729115', value: '70729115', confidence: 'medium' },
        { text: 'führerscheinnummern = 94657525', value: '94657525', confidence: 'medium' },
      ],
      noMatch: ['part 70729115 of 7', 'Fuhrerschein: 70729115XQ', 'Fuhrerschein: 570729115'],
    },
  },
  {
    type: 'NATIONAL_ID:AT_ID',
    name: 'Austrian source number of the citizen card',
    purview: { name: 'Austria Identity Card', id: '5ec06c3b-007e-4820-8343-7ff73b889735' },
    country: 'AT',
    patterns: ['(?=[A-Z\\\\/+]{0,21}\\d)[A-Z0-9\\\\/+]{22}[A-Z0-9\\\\/+=]{2}'],
    rules: named(ID_WORDS),
    examples: {
      match: [
        {
          text: 'Identity number: LK/3\\WBFQEWDO3\\G2GO5YI06',
          value: 'LK/3\\WBFQEWDO3\\G2GO5YI06',
          confidence: 'medium',
        },
        {
          text: 'stammzahl = LN0RZPRATAWT2Q\\5B2T+5NBC',
          value: 'LN0RZPRATAWT2Q\\5B2T+5NBC',
          confidence: 'medium',
        },
      ],
      noMatch: [
        'part LK/3\\WBFQEWDO3\\G2GO5YI06 of 7',
        'Identity number: LK/3\\WBFQEWDO3\\G2GO5YI06XQ',
        'Identity number: 5LK/3\\WBFQEWDO3\\G2GO5YI06',
      ],
    },
  },
  {
    type: 'PASSPORT:AT',
    name: 'Austrian passport number',
    purview: { name: 'Austria Passport Number', id: '1c96ae4e-303b-447d-86c7-77113ac266bf' },
    country: 'AT',
    patterns: ['[A-Z] ?\\d{7}'],
    rules: dated(PASSPORT_WORDS),
    examples: {
      match: [
        { text: 'Passport W 6255541, date of expiry 17/04/2031', value: 'W 6255541', confidence: 'high' },
        { text: 'no-reisepass = A5620798', value: 'A5620798', confidence: 'medium' },
      ],
      noMatch: ['part W 6255541 of 7', 'Passport: W 6255541XQ', 'Passport: 5W 6255541'],
    },
  },
  {
    type: 'NATIONAL_ID:AT_SVNR',
    name: 'Austrian social insurance number',
    purview: { name: 'Austria Social Security Number', id: '6896a906-86c9-4d19-a2da-6e43ccd19b7b' },
    country: 'AT',
    patterns: ['[1-9]\\d{3} ?(?:0[1-9]|[12]\\d|3[01])(?:0[1-9]|1[0-5])\\d{2}'],
    digitsOnly: true,
    check: austrianInsurance,
    rules: namedOrAlone(SVNR_WORDS, 'high', 'medium', phoneWords),
    examples: {
      match: [
        { text: 'Austrian ssn: 7416300770', value: '7416300770', confidence: 'high' },
        { text: 'insurance code = 4060251010', value: '4060251010', confidence: 'high' },
        { text: '5258 131449', value: '5258 131449', confidence: 'medium', country: 'AT' },
      ],
      noMatch: ['Austrian ssn: 1098 091289', 'part 7416300770 of 7', 'Austrian ssn: 7416300770XQ'],
    },
  },
  {
    type: 'NATIONAL_ID:AT_TIN',
    name: 'Austrian tax number',
    purview: { name: 'Austria Tax Identification Number', id: '4fd58d22-af28-4451-b18a-6f722430a56d' },
    country: 'AT',
    patterns: ['\\d{2}[ -]?\\d{3}/?\\d{4}'],
    digitsOnly: true,
    check: luhnCheck,
    rules: namedOrAlone(TIN_WORDS, 'high', 'low'),
    examples: {
      match: [
        { text: 'St.nr.: 80 835/1944', value: '80 835/1944', confidence: 'high' },
        { text: 'st.nr. = 57 625/0534', value: '57 625/0534', confidence: 'high' },
        { text: '107946543', value: '107946543', confidence: 'low', country: 'AT' },
      ],
      noMatch: ['St.nr.: 95 934/0938', 'part 80 835/1944 of 7', 'St.nr.: 80 835/1944XQ'],
    },
  },
  {
    type: 'COMPANY_ID:AT_VAT',
    name: 'Austrian VAT number',
    purview: { name: 'Austria Value Added Tax (VAT) Number', id: 'b6a3eda2-c56c-4b69-a5f7-dca34db00f48' },
    country: 'AT',
    patterns: ['AT ?U ?(?:\\d{3} ?\\d{4} ?\\d|\\d{2} ?\\d{4} ?\\d{2}|\\d{8})'],
    check: austrianVat,
    rules: namedOrAlone(VAT_WORDS, 'high', 'medium'),
    examples: {
      match: [
        { text: 'Vat no.: ATU73905232', value: 'ATU73905232', confidence: 'high' },
        { text: 'ust.-identifikationsnummer = ATU53247302', value: 'ATU53247302', confidence: 'high' },
        { text: 'ATU30580047, as agreed', value: 'ATU30580047', confidence: 'medium' },
      ],
      noMatch: ['Vat number: AT U 441 8277 6', 'Vat number: ATU73905232XQ', 'Vat number: ATU739052'],
    },
  },
];
