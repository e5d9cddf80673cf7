import { russianInn } from '../checks/eastern-europe.ts';
import type { PatternType } from '../pattern-type.ts';
import { listOf } from '../word-list.ts';
import { named, namedOrAlone } from './rules.ts';
import { passportWords } from './words.ts';

const PASSPORT_WORDS = [
  ...passportWords,
  ...listOf(`
  паспорт id, паспорт#, паспортid#, номер паспорта, номерпаспорта#, паспорт, серия и номер паспорта,
  паспорт рф, паспорт серия
`),
];

const INN_WORDS = [
  'инн',
  'инн/кпп',
  'идентификационный номер налогоплательщика',
  'налогоплательщик',
  'номер налогоплательщика',
  'inn',
  'taxpayer identification number',
];

export const russia: readonly PatternType[] = [
  {
    type: 'PASSPORT:RU',
    name: 'Russian internal passport number',
    purview: { name: 'Russian Passport Number (Domestic)', id: '76ec2f5d-cedb-48e1-8070-1998794af445' },
    country: 'RU',
    patterns: ['\\d{2}[ -]?\\d{2} ?(?:№ ?)?\\d{6}'],
    digitsOnly: true,
    rules: named(PASSPORT_WORDS),
    examples: {
      match: [
        { text: 'Passport: 40 63 № 787675', value: '40 63 № 787675', confidence: 'medium' },
        { text: 'паспорт = 9170939660', value: '9170939660', confidence: 'medium' },
      ],
      noMatch: ['part 40 63 № 787675 of 7', 'Passport: 40 63 № 787675XQ', 'Passport: 540 63 № 787675'],
    },
  },
  {
    type: 'PASSPORT:RU',
    name: 'Russian passport number for travel abroad',
    purview: { name: 'Russian Passport Number (International)', id: 'ac5f4878-75e4-4b82-af2d-02e13ea9f411' },
    country: 'RU',
    patterns: ['\\d{2}[ -]?(?:№ ?)?\\d{7}'],
    digitsOnly: true,
    rules: named(PASSPORT_WORDS),
    examples: {
      match: [
        { text: 'Passport: 60 № 1678965', value: '60 № 1678965', confidence: 'medium' },
        { text: 'паспорт = 392667929', value: '392667929', confidence: 'medium' },
      ],
      noMatch: ['part 60 № 1678965 of 7', 'Passport: 60 № 1678965XQ', 'Passport: 560 № 1678965'],
    },
  },
  {
    type: 'NATIONAL_ID:RU_INN',
    name: 'Russian taxpayer number (INN)',
    purview: { name: 'Russian Taxpayer Identification Number', id: '81145f47-868a-464c-956a-eed7696fdcdf' },
    country: 'RU',
    patterns: ['\\d{12}', '\\d{10}'],
    digitsOnly: true,
    check: russianInn,
    rules: namedOrAlone(INN_WORDS, 'high', 'medium'),
    examples: {
      match: [
        { text: 'Инн: 638621962297', value: '638621962297', confidence: 'high' },
        { text: 'налогоплательщик = 5539011611', value: '5539011611', confidence: 'high' },
        { text: '462981830482', value: '462981830482', confidence: 'medium', country: 'RU' },
      ],
      noMatch: ['Инн: 758830644539', 'part 638621962297 of 7', 'Инн: 638621962297XQ'],
    },
  },
];
