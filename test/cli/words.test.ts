import { describe, expect, it } from 'vitest';
import { wordsFor } from '../../src/cli/words.ts';
import type { Happening } from '../../src/shared/happening.ts';
import type { Verdict } from '../../src/shared/verdict.ts';
import { oneCard } from '../fakes/classifications.ts';
import { ai } from '../fakes/targets.ts';

const happening = (verdict: Partial<Verdict>): Happening => ({
  kind: 'verdict',
  trigger: 'focus',
  target: ai('chatgpt'),
  verdict: {
    action: 'log',
    policy: 'P',
    reason: 'P: because.',
    redact: false,
    justification: 'none',
    reasons: [],
    simulated: [],
    considered: [],
    ...verdict,
  },
  label: null,
  labelWhy: 'label metadata is off',
  counts: oneCard.counts,
  riskScore: 0.9,
});

describe('a bundle that comes into force', () => {
  it('is told in the terminal, where an earlier line named another one', () => {
    expect(wordsFor({ kind: 'bundle', detail: '"acme" v5 from it.example.com, not signed' })).toBe(
      'in force: "acme" v5 from it.example.com, not signed',
    );
  });
});

describe('a verdict in the terminal', () => {
  it('is told in two lines: what, where, what was found, its label, and why', () => {
    expect(wordsFor(happening({})).split('\n')).toEqual([
      'LOG    in front of chatgpt: 1 CREDIT_CARD, risk 0.9, no label (label metadata is off).',
      '       P: because.',
    ]);
  });

  it('says what policies in simulation would have done, a line each', () => {
    const simulated = [
      { policy: 'Cards', action: 'block' as const },
      { policy: 'Think first', action: 'coach' as const },
    ];
    expect(wordsFor(happening({ simulated })).split('\n').slice(2)).toEqual([
      '       would have: BLOCK by Cards',
      '       would have: COACH by Think first',
    ]);
  });
});
