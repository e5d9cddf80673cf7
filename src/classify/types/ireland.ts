import { irishPps } from '../checks/western-europe.ts';
import type { PatternType } from '../pattern-type.ts';
import { listOf } from '../word-list.ts';
import { dated, named, namedOrAlone } from './rules.ts';
import { licenceWords, passportWords, taxWords } from './words.ts';

const LICENCE_WORDS = [...licenceWords, 'ceadúnas tiomána', 'ceadúnais tiomána'];

const PASSPORT_WORDS = [
  ...passportWords,
  'passeport numero',
  'uimhreacha pasanna',
  'uimhir pas',
  'uimhir phas',
  'uimhreacha pas',
  'uimhir cárta',
  'uimhir chárta',
];

const PPS_WORDS = [
  ...taxWords,
  ...listOf(`
  client identity service, identification number, personal id number, personal public service number,
  personal service no, phearsanta seirbhíse poiblí, pps no, pps number, pps num, pps service no, ppsn,
  ppsno, public service no, publicserviceno, revenue and social insurance number, rsi no, rsi number,
  rsin, seirbhís aitheantais cliant, uimhir aitheantais chánach, uimhir aitheantais phearsanta,
  uimhir phearsanta seirbhíse poiblí, pps
`),
];

export const ireland: readonly PatternType[] = [
  {
    type: 'DRIVER_LICENSE:IE',
    name: 'Irish driving licence number',
    purview: { name: "Ireland Driver's License Number", id: 'e01bccd9-eb4d-414f-ace1-e9b6a4c4a2ca' },
    country: 'IE',
    patterns: ['\\d{6}[A-Z]{4}'],
    rules: named(LICENCE_WORDS),
    examples: {
      match: [
        { text: 'Ceadúnas tiomána: 627373JPQB', value: '627373JPQB', confidence: 'medium' },
        { text: 'ceadúnais tiomána = 804628WZYY', value: '804628WZYY', confidence: 'medium' },
      ],
      noMatch: ['part 627373JPQB of 7', 'Ceadúnas tiomána: 627373JPQBXQ', 'Ceadúnas tiomána: 5627373JPQB'],
    },
  },
  {
    type: 'PASSPORT:IE',
    name: 'Irish passport number',
    purview: { name: 'Ireland Passport Number', id: 'a2130f27-9ee2-4103-84f9-a6b1ee7d0cbf' },
    country: 'IE',
    patterns: ['[A-Z0-9]{2}\\d{7}'],
    rules: dated(PASSPORT_WORDS),
    examples: {
      match: [
        { text: 'Passport 8Z4906668, date of expiry 17/04/2031', value: '8Z4906668', confidence: 'high' },
        { text: 'uimhir pas = GJ6316492', value: 'GJ6316492', confidence: 'medium' },
      ],
      noMatch: ['part 8Z4906668 of 7', 'Passport: 8Z4906668XQ', 'Passport: 58Z4906668'],
    },
  },
  {
    type: 'NATIONAL_ID:IE_PPS',
    name: 'Irish personal public service number',
    purview: {
      name: 'Ireland Personal Public Service (PPS) Number',
      id: '1cdb674d-c19a-4fcf-9f4b-7f56cc87345a',
    },
    country: 'IE',
    patterns: ['\\d{7}[A-W][A-IWT]?'],
    check: irishPps,
    rules: namedOrAlone(PPS_WORDS, 'high', 'low'),
    examples: {
      match: [
        { text: 'Client identity service: 8188811L', value: '8188811L', confidence: 'high' },
        { text: 'personal public service number = 7958827WI', value: '7958827WI', confidence: 'high' },
        { text: '3897419VW, as agreed', value: '3897419VW', confidence: 'low' },
      ],
      noMatch: [
        'Client identity service: 3108437E',
        'Client identity service: 8188811LXQ',
        'Client identity service: 818881',
      ],
    },
  },
];
