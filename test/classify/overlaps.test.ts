import { describe, expect, it } from 'vitest';
import { withoutOverlaps } from '../../src/classify/overlaps.ts';
import type { Hit } from '../../src/classify/scanner.ts';

const hit = (start: number, end: number, confidence: Hit['confidence'] = 'medium', detector = 0): Hit => ({
  start,
  end,
  confidence,
  detector,
  evidence: ['pattern'],
  value: '',
});
const spans = (hits: readonly Hit[]) => hits.map(({ start, end, detector }) => [start, end, detector]);

const noWord = (): number => Number.POSITIVE_INFINITY;

describe('hits that overlap', () => {
  it.each<{ rule: string; hits: Hit[]; kept: number[][] }>([
    { rule: 'the more confident one stays', hits: [hit(0, 20), hit(5, 10, 'high', 1)], kept: [[5, 10, 1]] },
    { rule: 'then the longer one', hits: [hit(0, 10), hit(2, 20, 'medium', 1)], kept: [[2, 20, 1]] },
    {
      rule: 'then the one registered first',
      hits: [hit(0, 10, 'medium', 1), hit(0, 10)],
      kept: [[0, 10, 0]],
    },
    {
      rule: 'neighbours that touch both stay',
      hits: [hit(10, 20), hit(0, 10)],
      kept: [
        [0, 10, 0],
        [10, 20, 0],
      ],
    },
    {
      rule: 'one that only overlapped a loser stays',
      hits: [hit(0, 10, 'low'), hit(8, 18, 'medium', 1), hit(16, 26, 'high', 2)],
      kept: [
        [0, 10, 0],
        [16, 26, 2],
      ],
    },
    { rule: 'nothing in, nothing out', hits: [], kept: [] },
  ])('$rule', ({ hits, kept }) => {
    expect(spans(withoutOverlaps(hits, noWord))).toEqual(kept);
    expect(spans(withoutOverlaps(hits.toReversed(), noWord))).toEqual(kept);
  });

  it('of alike length: the one with the nearer word stays', () => {
    const far = hit(0, 10);
    const close = hit(0, 9, 'medium', 1);
    expect(withoutOverlaps([far, close], (one) => (one === far ? 200 : 2))).toEqual([close]);
    expect(withoutOverlaps([far, close], (one) => (one === far ? 2 : Number.POSITIVE_INFINITY))).toEqual([
      far,
    ]);
  });

  it.each([
    ['alone stays whole', [], [[0, 100, 9]]],
    [
      'gives way to others inside it',
      [hit(10, 20, 'low')],
      [
        [10, 20, 0],
        [20, 100, 9],
      ],
    ],
    [
      'keeps the longest stretch',
      [hit(0, 10), hit(70, 80)],
      [
        [0, 10, 0],
        [10, 70, 9],
        [70, 80, 0],
      ],
    ],
    ['goes when nothing is left', [hit(0, 100, 'low')], [[0, 100, 0]]],
  ])('a wide one %s', (_, others, kept) => {
    const wide: Hit = { ...hit(0, 100, 'high', 9), wide: true };
    expect(spans(withoutOverlaps([...others, wide], noWord))).toEqual(kept);
  });

  it('leaves a sorted list without overlaps from a chain of a hundred thousand', () => {
    const chain = Array.from({ length: 100_000 }, (_, index) =>
      hit(index * 5, index * 5 + 8 + (index % 3), index % 7 === 0 ? 'high' : 'low', index % 4),
    );
    const kept = withoutOverlaps(chain, noWord);
    expect(kept.length).toBeGreaterThan(30_000);
    expect(kept.every((one, index) => index === 0 || one.start >= (kept[index - 1]?.end ?? 0))).toBe(true);
  });
});
