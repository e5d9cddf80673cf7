import { verhoeff } from '../checks/arithmetic.ts';
import type { PatternType } from '../pattern-type.ts';
import { numberAt, rule } from './algorithms.ts';
import { entries } from './entry.ts';

/** Day of the year of birth, 500 added for women. Source: Sri Lanka, Department for Registration of Persons. */
const sriLankan = rule('day of the year', (value) => {
  const day = numberAt(value, value.length === 12 ? 4 : 2, 3) % 500;
  return day >= 1 && day <= 366;
});

/** First digit a province or territory, last digit odd for men and even for women. Source: NADRA. */
const pakistani = rule('province', (value) => value.length === 13 && /^[1-7]\d{11}[1-9]$/.test(value));

/** Numbers of South Asia beside those that Purview lists. */
export const southAsia: readonly PatternType[] = [
  ...entries({
    type: 'NATIONAL_ID:BD_NID',
    name: 'Bangladesh national identity number (NID)',
    shapes: [/\d{10}|\d{13}|(?:19|20)\d{15}/u],
    labels: 'nid, nid number, nid no, জাতীয় পরিচয়পত্র, bangladesh nid, bangladeshi nid',
    close: true,
    values: ['6132681569', '19484174061486186'],
    wrong: ['613268156'],
  }),
  ...entries({
    type: 'NATIONAL_ID:IN_PAN',
    name: 'India permanent account number by its shape (PAN)',
    // The fourth letter tells who holds it (P: a person), the fifth is the initial. Source: Income Tax Department.
    shapes: [/[A-Z]{3}[ABCEFGHJLPT][A-Z]\d{4}[A-Z]/u],
    labels: 'pan, pan no, pan number, permanent account number, pan card, income tax',
    bare: 'low',
    values: ['SZPGP4475E', 'OHOCH7746J'],
    wrong: ['SZPGP4475'],
  }),
  ...entries({
    type: 'NATIONAL_ID:IN_VID',
    name: 'India virtual identity number (Aadhaar VID)',
    shapes: [/[2-9]\d{3}[ -]?\d{4}[ -]?\d{4}[ -]?\d{4}/u],
    check: rule('Verhoeff', verhoeff),
    labels: 'vid, virtual id, aadhaar vid, virtual identity number, aadhaar, uidai',
    values: ['4834-5053-4854-9502', '5076505439518767'],
    wrong: ['9458-5593-0084-1340'],
  }),
  ...entries({
    type: 'COMPANY_ID:IN_TAN',
    name: 'India tax deduction account number (TAN)',
    shapes: [/[A-Z]{4}\d{5}[A-Z]/u],
    labels: 'tan, tan no, tan number, tax deduction account number, tds',
    values: ['AJQR16636E', 'DPPA43192M'],
    wrong: ['AJQR16636'],
  }),
  ...entries({
    type: 'COMPANY_ID:IN_CIN',
    name: 'India corporate identity number (CIN)',
    shapes: [/[LU]\d{5}[A-Z]{2}(?:19|20)\d{2}(?:PLC|PTC|OPC|NPL|FTC|GOI|SGC|GAP|GAT|FLC|ULL|ULT)\d{6}/u],
    labels: 'cin, corporate identity number, corporate identification number',
    bare: 'medium',
    values: ['L91717LY1919SGC996030', 'U12398AL1973GAT935237'],
    wrong: ['L91717LY1919SGC99603'],
  }),
  ...entries({
    type: 'NATIONAL_ID:IN_UAN',
    name: 'India universal account number of the provident fund (UAN)',
    shapes: [/10\d{2} ?\d{4} ?\d{4}/u],
    labels: 'uan, uan no, universal account number, epfo, provident fund',
    values: ['1012 0331 7651', '106258130486'],
    wrong: ['1012 0331 765'],
  }),
  ...entries({
    type: 'BANK_ACCOUNT:IN_IFSC',
    name: 'India bank branch code (IFSC)',
    shapes: [/[A-Z]{4}0[0-9A-Z]{6}/u],
    labels: 'ifsc, ifsc code, ifs code, neft, rtgs',
    values: ['JLLU01IFY1B', 'QVQR02UOQS9'],
    wrong: ['JLLU01IFY1'],
  }),
  ...entries({
    type: 'NATIONAL_ID:LK_NIC',
    name: 'Sri Lanka national identity card number (NIC)',
    shapes: [/\d{2}[0-8]\d{6}[VX]/u],
    check: sriLankan,
    labels: 'nic, nic no, nic number, national identity card, sri lankan nic',
    bare: 'low',
    values: ['157710290X', '712590266X'],
    wrong: ['514237252X'],
  }),
  ...entries({
    type: 'NATIONAL_ID:LK_NIC',
    name: 'Sri Lanka national identity card number of twelve digits (NIC)',
    shapes: [/(?:19|20)\d{2}[0-8]\d{7}/u],
    check: sriLankan,
    labels: 'nic, nic no, nic number, national identity card, sri lankan nic',
    values: ['190984456833', '198762913008'],
    wrong: ['208141188944'],
  }),
  ...entries({
    type: 'NATIONAL_ID:NP_CITIZENSHIP',
    name: 'Nepal citizenship number',
    shapes: [/\d{2}-\d{2}-\d{2}-\d{5}/u],
    labels: 'नागरिकता, citizenship no, citizenship number, nagarikta',
    values: ['52-81-96-09438', '97-19-11-99024'],
    wrong: ['52-81-96-0943'],
  }),
  ...entries({
    type: 'COMPANY_ID:NP_PAN',
    name: 'Nepal permanent account number (PAN)',
    shapes: [/[36]\d{8}/u],
    labels: 'स्थायी लेखा नम्बर, nepal pan, nepali pan',
    close: true,
    values: ['642056734', '395745883'],
    wrong: ['64205673'],
  }),
  ...entries({
    type: 'NATIONAL_ID:PK_CNIC',
    name: 'Pakistan national identity card number (CNIC)',
    shapes: [/[1-7]\d{4}-?\d{7}-?[1-9]/u],
    check: pakistani,
    labels: 'cnic, cnic no, cnic number, nicop, nic, شناختی کارڈ, national identity card',
    values: ['72461-5887781-8', '2494416459214'],
    wrong: ['72461-5887781-'],
  }),
  ...entries({
    type: 'COMPANY_ID:PK_NTN',
    name: 'Pakistan national tax number (NTN)',
    shapes: [/\d{7}-?\d/u],
    labels: 'ntn, ntn no, national tax number, pakistan ntn',
    close: true,
    values: ['9533542-6', '70897945'],
    wrong: ['9533542-'],
  }),
];
