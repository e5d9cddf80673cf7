import { brazilianCnpj, brazilianCpf } from '../checks/americas.ts';
import type { PatternType } from '../pattern-type.ts';
import { listOf } from '../word-list.ts';
import { named, namedOrAlone } from './rules.ts';

const CPF_WORDS = [
  'cpf',
  'cadastro de pessoas físicas',
  'identificação',
  'inscrição',
  'receita federal',
  'cpf/mf',
];

const CNPJ_WORDS = listOf(`
  cnpj, cnpj/mf, national registry of legal entities, taxpayers registry, registration status,
  cadastro nacional da pessoa jurídica, cadastro geral de contribuintes, cgc, pessoa jurídica,
  pessoas jurídicas, situação cadastral
`);

const RG_WORDS = listOf(`
  cédula de identidade, número de registro, registro de identidade, registro geral, rg, ric,
  carteira de identidade, documento de identidade
`);

export const brazil: readonly PatternType[] = [
  {
    type: 'NATIONAL_ID:BR_CPF',
    name: 'Brazilian taxpayer number (CPF)',
    purview: { name: 'Brazil CPF Number', id: '78e09124-f2c3-4656-b32a-c1a132cd2711' },
    country: 'BR',
    patterns: ['\\d{3}\\.\\d{3}\\.\\d{3}-\\d{2}'],
    check: brazilianCpf,
    rules: namedOrAlone(CPF_WORDS, 'high', 'medium'),
    examples: {
      match: [
        { text: 'CPF: 053.002.655-43', value: '053.002.655-43', confidence: 'high' },
        { text: 'inscrição = 163.280.233-32', value: '163.280.233-32', confidence: 'high' },
        { text: '393.091.381-06, as agreed', value: '393.091.381-06', confidence: 'medium' },
      ],
      noMatch: ['CPF: 127.706.500-07', 'CPF: 053.002.655-43XQ', 'CPF: 053.002.655-'],
    },
  },
  {
    type: 'NATIONAL_ID:BR_CPF',
    name: 'Brazilian taxpayer number (CPF), without separators',
    country: 'BR',
    patterns: ['\\d{11}'],
    digitsOnly: true,
    check: brazilianCpf,
    rules: namedOrAlone(CPF_WORDS, 'high', 'medium'),
    examples: {
      match: [
        { text: 'CPF: 51722839350', value: '51722839350', confidence: 'high' },
        { text: 'inscrição = 19855900774', value: '19855900774', confidence: 'high' },
        { text: '44131221004', value: '44131221004', confidence: 'medium', country: 'BR' },
      ],
      noMatch: ['CPF: 48166083663', 'part 51722839350 of 7', 'CPF: 51722839350XQ'],
    },
  },
  {
    type: 'COMPANY_ID:BR_CNPJ',
    name: 'Brazilian company number (CNPJ)',
    purview: { name: 'Brazil Legal Entity Number (CNPJ)', id: '9b58b5cd-5e90-4df6-b34f-1ebcc88ceae4' },
    country: 'BR',
    patterns: ['[A-Z0-9]{2}\\.[A-Z0-9]{3}\\.[A-Z0-9]{3}/[A-Z0-9]{4}-\\d{2}', '\\d{14}'],
    check: brazilianCnpj,
    rules: [
      { confidence: 'high', needs: [{ keywords: CNPJ_WORDS }] },
      { confidence: 'medium', of: [0], needs: [] },
    ],
    examples: {
      match: [
        { text: 'CNPJ: KQ.75A.K1Z/5ZC3-61', value: 'KQ.75A.K1Z/5ZC3-61', confidence: 'high' },
        { text: 'taxpayers registry = 78467248450940', value: '78467248450940', confidence: 'high' },
        { text: '2C.3N9.9W6/QT76-97, as agreed', value: '2C.3N9.9W6/QT76-97', confidence: 'medium' },
      ],
      noMatch: ['CNPJ: 7D.GZR.KY2/2H9J-07', 'CNPJ: KQ.75A.K1Z/5ZC3-61XQ', 'CNPJ: KQ.75A.K1Z/5ZC3-'],
    },
  },
  // São Paulo alone publishes a check digit, so none is asked for.
  {
    type: 'NATIONAL_ID:BR_RG',
    name: 'Brazilian identity card (RG)',
    purview: { name: 'Brazil National ID Card (RG)', id: '486de900-db70-41b3-a886-abdf25af119c' },
    country: 'BR',
    patterns: ['\\d{1,2}\\.\\d{3}\\.\\d{3}-[\\dX]', '\\d{10}-\\d'],
    digitsOnly: true,
    rules: named(RG_WORDS, 'high'),
    examples: {
      match: [
        { text: 'Cédula de identidade: 0.379.910-7', value: '0.379.910-7', confidence: 'high' },
        { text: 'registro geral = 8663140996-2', value: '8663140996-2', confidence: 'high' },
      ],
      noMatch: [
        'part 0.379.910-7 of 7',
        'Cédula de identidade: 0.379.910-7XQ',
        'Cédula de identidade: 0.379.910',
      ],
    },
  },
];
