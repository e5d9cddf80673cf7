import type { FindingType } from '../../shared/finding.ts';
import { listOf } from '../word-list.ts';

/** A type of Purview that stands for others of ours. */
export interface Bundle {
  readonly name: string;
  readonly id: string;
  readonly types: readonly FindingType[];
}

const EU_LICENCES = listOf(
  'AT, BE, BG, HR, CY, CZ, DK, EE, FI, FR, DE, GR, HU, IE, IT, LV, LT, LU, MT, NL, PL, PT, RO, SK, SI, ES, SE, GB',
);
const EU_PASSPORTS = listOf(
  'AT, BE, BG, HR, CY, CZ, DK, EE, FI, FR, DE, GR, HU, IE, IT, LV, LT, LU, MT, NL, PL, PT, RO, SK, SI, ES, SE, US_UK',
);
const EU_IDENTITIES = listOf(`
  AT_ID, BE_NRN, BG_EGN, HR_ID_CARD, CY_ID_CARD, CZ_RC, DK_CPR, EE_IK, FI_HETU, FR_CNI, DE_ID_CARD, GR_ID_CARD, HU_ID,
  IE_PPS, IT_CF, LV_PK, LT_AK, LU_ID, MT_ID_CARD, NL_BSN, PL_PESEL, PT_CC, RO_CNP, SK_RC, SI_EMSO, ES_DNI, GB_NINO
`);
const EU_SOCIAL_SECURITY = listOf(`
  AT_SVNR, BE_NRN, HR_OIB, CZ_RC, DK_CPR, FI_HETU, DE_ID_CARD, GR_ID_CARD, HU_TAJ, PT_CC, ES_NSS, SE_PERSONNUMMER
`);
const EU_TAX = listOf(`
  AT_TIN, BE_NRN, BG_EGN, HR_ID_CARD, CY_TIC, CZ_RC, DK_CPR, EE_IK, FI_HETU, FR_SPI, DE_IDNR, GR_AFM, HU_TIN, IE_PPS,
  IT_CF, LV_PK, LT_AK, MT_TIN, NL_BSN, PL_PESEL, PT_NIF, RO_CNP, SK_RC, SI_TIN, ES_NIF, SE_PERSONNUMMER, GB_UTR
`);

const family = (name: string, members: readonly string[]): readonly FindingType[] =>
  members.map((member) => `${name}:${member}`);

/**
 * Purview's bundles, and those of its types that a detector of ours finds under another name. Names, GUIDs and members:
 * learn.microsoft.com/purview/sit-sensitive-information-type-entity-definitions. Its EU bundles count the United Kingdom in.
 */
export const bundles: readonly Bundle[] = [
  {
    name: "EU Driver's License Number",
    id: 'b8fe86d1-c056-453b-bfaa-9fe698699ecc',
    types: family('DRIVER_LICENSE', EU_LICENCES),
  },
  {
    name: 'EU National Identification Number',
    id: '419f449f-6d9d-4be1-a154-b531f7a91b41',
    types: family('NATIONAL_ID', EU_IDENTITIES),
  },
  {
    name: 'EU Passport Number',
    id: '21883626-6245-4f3d-9b61-5cbb43e625ee',
    types: family('PASSPORT', EU_PASSPORTS),
  },
  {
    name: 'EU Social Security Number (SSN) or Equivalent ID',
    id: 'd24e32a4-c0bb-4ba8-899d-6303b95742d9',
    types: [...family('NATIONAL_ID', EU_SOCIAL_SECURITY), 'NIR'],
  },
  {
    name: 'EU Tax Identification Number (TIN)',
    id: 'e09c07d3-66e5-4783-989d-49ac62748f5f',
    types: [...family('NATIONAL_ID', EU_TAX), 'COMPANY_ID:LU_ID'],
  },
  {
    name: 'All Credential Types',
    id: 'ba147552-2ed1-4a8f-a441-981e94ab1895',
    types: ['SECRET', 'PRIVATE_KEY'],
  },
  { name: 'All Full Names', id: '50b8b56b-4ef8-44c2-a924-03374f5831ce', types: ['PERSON'] },
  { name: 'All Physical Addresses', id: '8548332d-6d71-41f8-97db-cc3b5fa544e6', types: ['ADDRESS'] },
  { name: 'All Medical Terms And Conditions', id: '065bdd91-ef07-40d3-b8a4-0aea722eaa49', types: ['HEALTH'] },
  {
    name: 'Argentina Unique Tax Identification Key (CUIT/CUIL)',
    id: '98da3da1-9199-4571-b7c4-b6522980b507',
    types: ['NATIONAL_ID:AR_CUIL'],
  },
  { name: 'EU Debit Card Number', id: '0e9b3178-9678-47dd-a509-37222ca96b42', types: ['CREDIT_CARD'] },
  { name: 'IP Address', id: '1daa4ad5-e2dd-4ca4-a788-54722c09efb2', types: ['IP_ADDRESS'] },
];
