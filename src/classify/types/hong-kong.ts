import { hongKongIdentity } from '../checks/asia.ts';
import type { PatternType } from '../pattern-type.ts';
import { listOf } from '../word-list.ts';

const ID_WORDS = listOf(`
  hkid, hong kong identity card, hkidc, id card, identity card, hk identity card, hong kong id, 香港身份證,
  香港永久性居民身份證, 身份證, 身份証, 身分證, 身分証, 香港身份証, 香港身分證, 香港身分証, 香港居民身份證, 香港居民身份証, 香港居民身分證, 香港居民身分証, 香港永久性居民身份証,
  香港永久性居民身分證, 香港永久性居民身分証, 香港非永久性居民身份證, 香港非永久性居民身份証, 香港非永久性居民身分證, 香港非永久性居民身分証, 香港特別行政區永久性居民身份證,
  香港特別行政區永久性居民身份証, 香港特別行政區永久性居民身分證, 香港特別行政區永久性居民身分証, 香港特別行政區非永久性居民身份證, 香港特別行政區非永久性居民身份証, 香港特別行政區非永久性居民身分證,
  香港特別行政區非永久性居民身分証
`);

export const hongKong: readonly PatternType[] = [
  {
    type: 'NATIONAL_ID:HK_ID',
    name: 'Hong Kong identity card number',
    purview: { name: 'Hong Kong Identity Card (HKID) Number', id: 'e63c28a7-ad29-4c17-a41a-3d2a0b70fd9c' },
    country: 'HK',
    patterns: ['[A-Z]{1,2}\\d{6} ?\\([0-9A]\\)', '[A-Z]{1,2}\\d{6} ?\\(?[0-9A]\\)?'],
    check: hongKongIdentity,
    rules: [
      { confidence: 'medium', needs: [{ keywords: ID_WORDS }] },
      { confidence: 'low', of: [0], needs: [] },
    ],
    examples: {
      match: [
        { text: 'HKID: U311549 (3)', value: 'U311549 (3)', confidence: 'medium' },
        { text: 'id card = MN0215581', value: 'MN0215581', confidence: 'medium' },
        { text: 'DM115890(6), as agreed', value: 'DM115890(6)', confidence: 'low' },
      ],
      noMatch: ['HKID: P989462 (5)', 'HKID: 5U311549 (3)', 'HKID: U311549 ('],
    },
  },
];
