import { describe, expect, it } from 'vitest';
import { createOverrideMemory, isOverride, OVERRIDE_MEMORY_MS } from '../../src/agent/override-memory.ts';

describe('what is remembered of overrides', () => {
  it('begins with the log in order, and goes on', () => {
    let now = 5000;
    const memory = createOverrideMemory([3000, 1000], () => now);
    memory.add();
    now = 7000;
    memory.add();
    expect(memory.times()).toEqual([1000, 3000, 5000, 7000]);
  });

  it('is thirty days', () => {
    let now = 1000;
    const memory = createOverrideMemory([500, 1000], () => now);
    now = 1000 + OVERRIDE_MEMORY_MS;
    expect(memory.times()).toEqual([1000]);
    now += 1;
    expect(memory.times()).toEqual([]);
  });

  it('stays in order when the clock is put back', () => {
    let now = 5000;
    const memory = createOverrideMemory([], () => now);
    memory.add();
    now = 4000;
    memory.add();
    expect(memory.times()).toEqual([4000, 5000]);
  });

  it('does not change in the hands of who asked', () => {
    const memory = createOverrideMemory([1000], () => 2000);
    const before = memory.times();
    memory.add();
    expect(before).toEqual([1000]);
  });
});

it.each([
  { answer: 'proceed' as const, counts: true },
  { answer: 'overridden' as const, counts: true },
  { answer: 'redact' as const, counts: false },
  { answer: 'cancel' as const, counts: false },
  { answer: 'withdrawn' as const, counts: false },
  { answer: 'interrupted' as const, counts: false },
  { answer: null, counts: false },
])('an interaction that ended with $answer counts: $counts', ({ answer, counts }) => {
  expect(isOverride(answer)).toBe(counts);
});
