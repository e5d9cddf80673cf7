import { bulgarianEgn } from '../checks/eastern-europe.ts';
import { idLabel } from '../evidence.ts';
import type { PatternType } from '../pattern-type.ts';
import { listOf } from '../word-list.ts';
import { dated, named } from './rules.ts';
import { licenceWords, passportWords, phoneWords } from './words.ts';

const LICENCE_WORDS = [
  ...licenceWords,
  'свидетелство за управление на мпс',
  'свидетелство за управление на моторно превозно средство',
  'сумпс',
  'шофьорска книжка',
  'шофьорски книжки',
];

const PASSPORT_WORDS = [...passportWords, 'номер на паспорта', 'номер на паспорт', 'паспорт №', 'паспорт'];

const EGN_WORDS = listOf(`
  bnn, bucn, edinen grazhdanski nomer, egn, identification number, national id, national number,
  nationalnumber, personal id, personal no, personal number, personalidnumber#, social security number,
  ssn, uniform civil id, uniform civil no, uniform civil number, uniformcivilno, uniformcivilnumber,
  unique citizenship number, егн, единен граждански номер, идентификационен номер, личен номер,
  лична идентификация, лично не, национален номер, номер на гражданството, униформ id,
  униформ граждански id, униформ граждански не, униформ граждански номер, униформгражданскиid#,
  униформгражданскине.#
`);

export const bulgaria: readonly PatternType[] = [
  {
    type: 'DRIVER_LICENSE:BG',
    name: 'Bulgarian driving licence number',
    purview: { name: "Bulgaria Driver's License Number", id: '66d39258-94c2-43b2-804b-aa312258e54b' },
    country: 'BG',
    patterns: ['\\d{9}'],
    digitsOnly: true,
    rules: named(LICENCE_WORDS),
    examples: {
      match: [
        { text: 'Свидетелство за управление на мпс: 030266319', value: '030266319', confidence: 'medium' },
        { text: 'шофьорска книжка = 269284009', value: '269284009', confidence: 'medium' },
      ],
      noMatch: [
        'part 030266319 of 7',
        'Свидетелство за управление на мпс: 030266319XQ',
        'Свидетелство за управление на мпс: 5030266319',
      ],
    },
  },
  {
    type: 'PASSPORT:BG',
    name: 'Bulgarian passport number',
    purview: { name: 'Bulgaria Passport Number', id: 'f7172b82-c588-4216-845e-4e54e397f29a' },
    country: 'BG',
    patterns: ['\\d{9}'],
    digitsOnly: true,
    rules: dated(PASSPORT_WORDS),
    examples: {
      match: [
        { text: 'Passport 716695724, date of expiry 17/04/2031', value: '716695724', confidence: 'high' },
        { text: 'паспорт № = 422079071', value: '422079071', confidence: 'medium' },
      ],
      noMatch: ['part 716695724 of 7', 'Passport: 716695724XQ', 'Passport: 5716695724'],
    },
  },
  {
    type: 'NATIONAL_ID:BG_EGN',
    name: 'Bulgarian civil number (EGN)',
    purview: { name: 'Bulgaria Uniform Civil Number', id: '100d58b1-0a35-4fb1-aa89-e4a86fb53fcc' },
    country: 'BG',
    patterns: ['\\d{2}(?:[024][1-9]|[135][0-2])(?:0[1-9]|[12]\\d|3[01])\\d{4}'],
    digitsOnly: true,
    check: bulgarianEgn,
    rules: [
      { confidence: 'high', needs: [{ keywords: EGN_WORDS }] },
      { confidence: 'medium', needs: [idLabel] },
      { confidence: 'medium', needs: [], never: [{ keywords: phoneWords }] },
    ],
    examples: {
      match: [
        { text: 'BNN: 7541313057', value: '7541313057', confidence: 'high' },
        { text: 'egn = 8347201850', value: '8347201850', confidence: 'high' },
        { text: '9932114997', value: '9932114997', confidence: 'medium', country: 'BG' },
      ],
      noMatch: ['BNN: 5231152126', 'part 7541313057 of 7', 'BNN: 7541313057XQ'],
    },
  },
];
