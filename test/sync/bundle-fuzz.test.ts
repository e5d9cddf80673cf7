import { expect, it } from 'vitest';
import { fuzzBundles } from '../fakes/bundle-fuzz.ts';

/** bench/bundle-fuzz.ts runs the same with a hundred thousand. */
const RUNS = 2000;

it(`has a whole bundle in force after each of ${RUNS} mutated ones, and none of them crashes anything`, async () => {
  const { faults, runs, taken, refused } = await fuzzBundles(RUNS, 20_260_308, () => undefined);
  expect(faults).toEqual([]);
  // Otherwise nothing much was tried: mutants get as far as each of these.
  expect([runs, taken > 50]).toEqual([RUNS, true]);
  expect(Object.keys(refused)).toEqual(
    expect.arrayContaining(['signature', 'schema', 'types', 'self-test', 'older', 'jump']),
  );
}, 120_000);
