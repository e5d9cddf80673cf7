/**
 * Types that no text of their own tells apart: the same shape under the same words. Where one of them is expected, another of
 * the same row may be answered. A type ending in `*` stands for its family.
 */
export interface Siblings {
  readonly why: string;
  readonly types: readonly string[];
}

export const siblings: readonly Siblings[] = [
  {
    why: 'the word passport names no country; nine digits, or letters with six to eight digits, are those of many',
    types: ['PASSPORT:*'],
  },
  { why: 'the words for a driving licence name no country', types: ['DRIVER_LICENSE:*'] },
  { why: 'six to ten digits after the words for an account', types: ['BANK_ACCOUNT:*'] },
  {
    why: 'Dutch passports and identity cards have numbers of one form',
    types: ['PASSPORT:NL', 'NATIONAL_ID:NL_ID_CARD'],
  },
  { why: 'one country until 1992, one birth number', types: ['NATIONAL_ID:CZ_RC', 'NATIONAL_ID:SK_RC'] },
  {
    why: 'a tax number in Spain is the number of the identity card, or that of the foreigner',
    types: ['NATIONAL_ID:ES_DNI', 'NATIONAL_ID:ES_NIE', 'NATIONAL_ID:ES_NIF'],
  },
  {
    why: 'a coordination number is a personal number with 60 added to the day',
    types: ['NATIONAL_ID:SE_SAMORDNING', 'NATIONAL_ID:SE_PERSONNUMMER'],
  },
  {
    why: 'thirteen digits: since 2012 the tax number of a Thai is the number of the identity card',
    types: ['NATIONAL_ID:TH_TIN', 'NATIONAL_ID:TH_PIN'],
  },
  {
    why: 'a Greek VAT number is the tax number with EL in front',
    types: ['NATIONAL_ID:GR_AFM', 'COMPANY_ID:GR_VAT'],
  },
  {
    why: 'eight or nine digits after tin, tax number or tax id, with a check digit that one in ten holds by chance',
    types: [
      'NATIONAL_ID:AU_TFN',
      'NATIONAL_ID:AT_TIN',
      'NATIONAL_ID:BZ_TIN',
      'NATIONAL_ID:CA_SIN',
      'NATIONAL_ID:CZ_RC',
      'NATIONAL_ID:HR_ID_CARD',
      'NATIONAL_ID:PH_TIN',
      'NATIONAL_ID:PT_NIF',
      'NATIONAL_ID:US_ATIN',
      'COMPANY_ID:EG_TN',
      'COMPANY_ID:US_EIN',
      'US_SSN',
    ],
  },
  {
    why: 'eight digits after the words for a company',
    types: [
      'COMPANY_ID:CZ_ICO',
      'COMPANY_ID:DK_CVR',
      'COMPANY_ID:EE_REGISTRIKOOD',
      'COMPANY_ID:FI_ALV',
      'COMPANY_ID:HK_BR',
      'COMPANY_ID:SK_ICO',
    ],
  },
  {
    why: 'seven to nine digits, or letters among them, after the words for an identity card',
    types: [
      'NATIONAL_ID:DE_ID_CARD',
      'NATIONAL_ID:IT_CI',
      'NATIONAL_ID:HR_ID_CARD',
      'NATIONAL_ID:PT_CC',
      'NATIONAL_ID:TN_CIN',
      'NATIONAL_ID:HU_ID',
    ],
  },
  {
    why: 'ten digits after the words for an identity number',
    types: ['NATIONAL_ID:BG_EGN', 'NATIONAL_ID:EC_CI', 'NATIONAL_ID:JO_NID', 'NATIONAL_ID:SA_ID'],
  },
  {
    why: 'twelve digits in three groups, or eight and four, with a check digit that one in ten holds by chance',
    types: [
      'NATIONAL_ID:IN_AADHAAR',
      'NATIONAL_ID:JP_MY_NUMBER',
      'NATIONAL_ID:FI_VERONUMERO',
      'COMPANY_ID:NG_TIN',
    ],
  },
  {
    why: 'cui is the unique code of a person in Peru and of a company in Romania',
    types: ['NATIONAL_ID:PE_DNI', 'COMPANY_ID:RO_CUI'],
  },
  {
    why: 'nif is the tax number in Portuguese and in French; the first nine of fifteen digits in groups hold by chance',
    types: ['NATIONAL_ID:PT_NIF', 'COMPANY_ID:DZ_NIF'],
  },
  {
    why: 'nine digits between the letters of a Ghana card and its check digit may hold as a birth number',
    types: ['NATIONAL_ID:GH_CARD', 'NATIONAL_ID:CZ_RC'],
  },
  { why: 'nine digits in threes may be dialled in Australia', types: ['COMPANY_ID:AU_ACN', 'PHONE'] },
  {
    why: 'a base64 key of 512 bits may be any Azure key; the words are the same',
    types: ['SECRET:AZURE_ML_KEY', 'SECRET:AZURE_STORAGE_KEY', 'SECRET:AZURE_COSMOS_KEY'],
  },
  {
    why: 'the password in a connection string, by what else stands in it',
    types: ['SECRET:AZURE_SQL_PASSWORD', 'SECRET:SQL_SERVER_PASSWORD', 'SECRET:LOGIN', 'SECRET:PASSWORD'],
  },
];

const isIn = (types: readonly string[], type: string): boolean =>
  types.some((each) => each === type || (each.endsWith('*') && type.startsWith(each.slice(0, -1))));

/** May `found` be answered where `expected` stands? */
export const areSiblings = (expected: string, found: string): boolean =>
  siblings.some(({ types }) => isIn(types, expected) && isIn(types, found));
