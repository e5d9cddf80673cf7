import { balticPersonalCode } from '../checks/eastern-europe.ts';
import { idLabel } from '../evidence.ts';
import type { PatternType } from '../pattern-type.ts';
import { listOf } from '../word-list.ts';
import { dated, named } from './rules.ts';
import { licenceWords, passportWords, phoneWords, taxWords } from './words.ts';

const LICENCE_WORDS = [
  ...licenceWords,
  'vairuotojo pažymėjimas',
  'vairuotojo pažymėjimo numeris',
  'vairuotojo pažymėjimo numeriai',
];

const PASSPORT_WORDS = [...passportWords, 'paso numeris', 'paso numeriai', 'paso nr', 'pasas'];

const AK_WORDS = [
  ...taxWords,
  ...listOf(`
  asmeninis skaitmeninis kodas, asmens kodas, citizen service number, mokesčių id,
  mokesčių identifikavimas numeris, mokesčių identifikavimo numeris, mokesčių numeris,
  national identification number, personal code, personal numeric code, piliečio paslaugos numeris,
  unikalus identifikavimo kodas, unikalus identifikavimo numeris, unique identification number,
  unique identity number, uniqueidentityno#
`),
];

export const lithuania: readonly PatternType[] = [
  {
    type: 'DRIVER_LICENSE:LT',
    name: 'Lithuanian driving licence number',
    purview: { name: "Lithuania Driver's License Number", id: '86f7628b-e0f4-4dc3-9fbc-e4300e4c7d78' },
    country: 'LT',
    patterns: ['\\d{8}'],
    digitsOnly: true,
    rules: named(LICENCE_WORDS),
    examples: {
      match: [
        { text: 'Vairuotojo pažymėjimas: 84123670', value: '84123670', confidence: 'medium' },
        { text: 'vairuotojo pažymėjimas = 46893034', value: '46893034', confidence: 'medium' },
      ],
      noMatch: [
        'part 84123670 of 7',
        'Vairuotojo pažymėjimas: 84123670XQ',
        'Vairuotojo pažymėjimas: 584123670',
      ],
    },
  },
  {
    type: 'PASSPORT:LT',
    name: 'Lithuanian passport number',
    purview: { name: 'Lithuania Passport Number', id: '1b79900f-047b-4c3f-846f-7d73b5534bce' },
    country: 'LT',
    patterns: ['(?=[A-Z]{0,7}\\d)[A-Z0-9]{8}'],
    rules: dated(PASSPORT_WORDS),
    examples: {
      match: [
        { text: 'Passport TGQ5SS8A, date of expiry 17/04/2031', value: 'TGQ5SS8A', confidence: 'high' },
        { text: 'paso nr = 88B9SZNR', value: '88B9SZNR', confidence: 'medium' },
      ],
      noMatch: ['part TGQ5SS8A of 7', 'Passport: TGQ5SS8AXQ', 'Passport: 5TGQ5SS8A'],
    },
  },
  {
    type: 'NATIONAL_ID:LT_AK',
    name: 'Lithuanian personal code (asmens kodas)',
    purview: { name: 'Lithuania Personal Code', id: 'cd6d3786-8ec3-4524-a2cf-1e0095379171' },
    country: 'LT',
    patterns: ['[1-6]\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])\\d{4}'],
    digitsOnly: true,
    check: balticPersonalCode,
    rules: [
      { confidence: 'high', needs: [{ keywords: AK_WORDS }] },
      { confidence: 'medium', needs: [idLabel] },
      { confidence: 'medium', needs: [], never: [{ keywords: phoneWords }] },
    ],
    examples: {
      match: [
        { text: 'Asmeninis skaitmeninis kodas: 50601096890', value: '50601096890', confidence: 'high' },
        { text: 'mokesčių id = 28506289899', value: '28506289899', confidence: 'high' },
        { text: '22806073067', value: '22806073067', confidence: 'medium', country: 'LT' },
      ],
      noMatch: [
        'Asmeninis skaitmeninis kodas: 11411253460',
        'part 50601096890 of 7',
        'Asmeninis skaitmeninis kodas: 50601096890XQ',
      ],
    },
  },
];
