import { describe, expect, it } from 'vitest';
import { createPairIndex } from '../../../src/classify/dictionary/pair-index.ts';
import { finish } from '../../../src/classify/word-hash.ts';

/** So many entries of which three in a row share both lanes and the next shares one. */
function lanes(count: number): { a: Int32Array; b: Int32Array } {
  const group = (entry: number): number => Math.floor(entry / 4);
  return {
    a: Int32Array.from({ length: count }, (_, entry) => finish(group(entry))),
    b: Int32Array.from({ length: count }, (_, entry) => finish(entry % 4 === 3 ? entry : group(entry) + 7)),
  };
}

describe('an index of pairs', () => {
  it.each([0, 1, 2, 3, 5, 100, 4096, 1_000_000])(
    'finds what a walk over all of %i entries finds',
    (count) => {
      const { a, b } = lanes(count);
      const find = createPairIndex(a, b);
      for (let entry = 0; entry < count; entry += Math.max(1, Math.floor(count / 500))) {
        const [wantedA, wantedB] = [a[entry] ?? 0, b[entry] ?? 0];
        const near = Array.from({ length: 8 }, (_, place) => entry - 4 + place);
        expect(find(wantedA, wantedB)).toEqual(
          near.filter((other) => other >= 0 && a[other] === wantedA && b[other] === wantedB),
        );
      }
    },
  );

  it('finds nothing for pairs that are not there', () => {
    const { a, b } = lanes(1000);
    const find = createPairIndex(a, b);
    expect(find(a[0] ?? 0, 12345)).toEqual([]);
    expect(find(12345, b[0] ?? 0)).toEqual([]);
    expect(createPairIndex(new Int32Array(0), new Int32Array(0))(0, 0)).toEqual([]);
  });
});
