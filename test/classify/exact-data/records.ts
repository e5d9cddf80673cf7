import {
  createExactDataBuilder,
  type ExactDataBuild,
  type ExactDataPlan,
} from '../../../src/classify/exact-data/build.ts';
import { exactDataTypeSchema, type ExactDataType } from '../../../src/shared/exact-data.ts';

export const KEY = '000102030405060708090a0b0c0d0e0f';

/** Builds exact data of rows of `primary` values and `with` values. */
export function build(
  rows: readonly { readonly primary: readonly string[]; readonly with?: readonly string[] }[],
  plan: Partial<ExactDataPlan> = {},
): ExactDataBuild {
  const builder = createExactDataBuilder({
    type: 'CUSTOM:CUSTOMER',
    name: 'Customers',
    key: KEY,
    confirm: 1,
    proximity: 300,
    alone: 'low',
    withColumns: Math.max(0, ...rows.map((row) => row.with?.length ?? 0)),
    ...plan,
  });
  for (const row of rows) builder.add({ primary: row.primary, with: row.with ?? [] });
  return builder.build();
}

/** The same as it comes out of a bundle. */
export const dataOf = (...given: Parameters<typeof build>): ExactDataType =>
  exactDataTypeSchema.parse(JSON.parse(JSON.stringify(build(...given).data)));
