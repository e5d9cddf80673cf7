import type { PatternType } from '../pattern-type.ts';
import { listOf } from '../word-list.ts';
import { named } from './rules.ts';

const SWIFT_WORDS = listOf(`
  iso 9362, iso9362, international organization for standardization 9362,
  organisation internationale de normalisation 9362, swift#, swiftcode, swiftnumber, swiftroutingnumber,
  swift code, swift codes, swift number, swift no, swift routing number, swift address, swift/bic, bic,
  bic#, bic number, bic code, bic/swift, bank identifier code, business identifier code, code swift,
  código swift, codice swift, numéro de swift, swift numéro d'acheminement, numéro bic, code bic,
  code identificateur de banque, swiftコード, swift番号, swift コード, swift 番号, bic番号, bicコード, bic 番号, bic コード,
  金融機関識別コード, 金融機関コード, 銀行コード
`);

export const bankIdentifiers: readonly PatternType[] = [
  // ISO 9362: bank, ISO 3166 country, place, branch. Purview takes any 9 to 35 letters and digits; "swift"
  // alone is a common word.
  {
    type: 'SWIFT_CODE',
    name: 'SWIFT code (BIC)',
    purview: { name: 'SWIFT Code', id: 'cb2ab58c-9cb8-4c81-baf8-a4e106791df4' },
    patterns: [
      '[A-Z]{4} ?(?:A[DEFGILMOQRSTUWXZ]|B[ABDEFGHIJLMNOQRSTVWYZ]|C[ACDFGHIKLMNORUVWXYZ]|D[EJKMOZ]|E[CEGHRST]|F[IJKMOR]|G[ABDEFGHILMNPQRSTUWY]|H[KMNRTU]|I[DELMNOQRST]|J[EMOP]|K[EGHIMNPRWYZ]|L[ABCIKRSTUVY]|M[ACDEFGHKLMNOPQRSTUVWXYZ]|N[ACEFGILOPRUZ]|OM|P[AEFGHKLMNRSTWY]|QA|R[EOSUW]|S[ABCDEGHIJKLMNORSTVXYZ]|T[CDFGHJKLMNORTVWZ]|U[AGMSYZ]|V[ACEGINU]|W[FS]|XK|Y[ET]|Z[AMW]) ?[A-Z0-9]{2}(?: ?[A-Z0-9]{3})?',
    ],
    exactCase: true,
    rules: named(SWIFT_WORDS),
    examples: {
      match: [
        {
          text: 'Organisation internationale de normalisation 9362: RYQJJOYO4NS',
          value: 'RYQJJOYO4NS',
          confidence: 'medium',
        },
        { text: 'swift number = OQAJSXJ7GG7', value: 'OQAJSXJ7GG7', confidence: 'medium' },
      ],
      noMatch: ['part RYQJJOYO4NS of 7', 'Iso 9362: RYQJJOYO4NSXQ', 'Iso 9362: 5RYQJJOYO4NS'],
    },
  },
];
