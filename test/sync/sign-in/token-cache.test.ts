import { describe, expect, it } from 'vitest';
import { mergeCaches } from '../../../src/sync/sign-in/token-cache.ts';

type Cache = Record<string, Record<string, unknown>>;
const merged = (base: Cache, ours: Cache, theirs: Cache): Cache => {
  const texts = [base, ours, theirs].map((cache) => JSON.stringify(cache)) as [string, string, string];
  return JSON.parse(mergeCaches(...texts)) as Cache;
};

describe('merging token caches', () => {
  const base = { Account: { a: 1 }, RefreshToken: { a: 'r1' } };
  it.each([
    ['keeps ours where nobody else wrote', base, { Account: { a: 2 } }, base, { Account: { a: 2 } }],
    [
      'keeps what another program added',
      base,
      { Account: { a: 1 }, RefreshToken: { a: 'r2' } },
      { Account: { a: 1, b: 1 }, RefreshToken: { a: 'r1', b: 's1' } },
      { Account: { a: 1, b: 1 }, RefreshToken: { a: 'r2', b: 's1' } },
    ],
    [
      'keeps what another program renewed and we did not touch',
      base,
      { ...base, IdToken: { a: 'i' } },
      { Account: { a: 1 }, RefreshToken: { a: 'r9' } },
      { Account: { a: 1 }, RefreshToken: { a: 'r9' }, IdToken: { a: 'i' } },
    ],
    [
      'keeps a sign-out of another program',
      base,
      { ...base, AppMetadata: { m: 1 } },
      {},
      { Account: {}, RefreshToken: {}, AppMetadata: { m: 1 } },
    ],
    [
      'keeps our own sign-out',
      base,
      { Account: {}, RefreshToken: {} },
      { Account: { a: 1, b: 1 }, RefreshToken: { a: 'r1' } },
      { Account: { b: 1 }, RefreshToken: {} },
    ],
    [
      'removes a whole section that we emptied',
      base,
      { Account: { a: 1 } },
      { ...base, IdToken: {} },
      { Account: { a: 1 }, RefreshToken: {}, IdToken: {} },
    ],
  ] as [string, Cache, Cache, Cache, Cache][])('%s', (_name, was, ours, theirs, expected) => {
    expect(merged(was, ours, theirs)).toEqual(expected);
  });

  it('starts anew where another program left something unreadable', () => {
    expect(JSON.parse(mergeCaches('{}', '{"Account":{"a":1}}', 'not JSON'))).toEqual({ Account: { a: 1 } });
  });
});
