import { describe, expect, it } from 'vitest';
import { assessRisk } from '../../src/classify/risk.ts';
import { confidenceLevels, type TypeCount } from '../../src/shared/finding.ts';

const of = (type: string, distinct = 1, confidence: TypeCount['confidence'] = 'high'): TypeCount => ({
  type,
  count: distinct,
  distinct,
  confidence,
});

const TYPES = [
  'CREDIT_CARD',
  'NIR',
  'US_SSN',
  'IBAN',
  'PRIVATE_KEY',
  'EMAIL',
  'PHONE',
  'IP_ADDRESS',
  'SOMETHING:NEW',
  'PERSON',
  'HEALTH:CONDITION',
  'DATE_OF_BIRTH',
  'NATIONAL_ID:FR_CNI',
  'SECRET:JWT',
];
const AMOUNTS = [1, 2, 9, 10, 99, 100, 1000, 100_000];

/** Every set of up to three types, each with every amount and confidence in turn. */
function* combinations(): Generator<TypeCount[]> {
  for (const [first, type] of TYPES.entries()) {
    for (const amount of AMOUNTS) {
      for (const confidence of confidenceLevels) {
        const one = of(type, amount, confidence);
        yield [one];
        for (const second of TYPES.slice(first + 1)) {
          yield [one, of(second, 3, 'medium')];
          yield [of(second, 20, 'low'), one, of(TYPES[(first + 5) % TYPES.length] ?? '', 1, 'high')];
        }
      }
    }
  }
}

describe('the risk of what was found', () => {
  it.each<{ found: string; counts: TypeCount[]; level: string }>([
    { found: 'nothing', counts: [], level: 'none' },
    { found: 'an IP address', counts: [of('IP_ADDRESS')], level: 'low' },
    { found: 'a hundred thousand IP addresses', counts: [of('IP_ADDRESS', 100_000)], level: 'low' },
    { found: 'an e-mail address', counts: [of('EMAIL')], level: 'medium' },
    { found: 'a phone number of medium confidence', counts: [of('PHONE', 1, 'medium')], level: 'medium' },
    { found: 'a signature', counts: [of('EMAIL'), of('PHONE')], level: 'medium' },
    {
      found: 'a signature and an IP address',
      counts: [of('EMAIL'), of('PHONE'), of('IP_ADDRESS')],
      level: 'medium',
    },
    { found: 'ten e-mail addresses', counts: [of('EMAIL', 10)], level: 'medium' },
    { found: 'a hundred e-mail addresses', counts: [of('EMAIL', 100)], level: 'high' },
    { found: 'a low e-mail address', counts: [of('EMAIL', 1, 'low')], level: 'low' },
    { found: 'a card', counts: [of('CREDIT_CARD')], level: 'high' },
    { found: 'a card of low confidence', counts: [of('CREDIT_CARD', 1, 'low')], level: 'low' },
    { found: 'a NIR', counts: [of('NIR')], level: 'high' },
    { found: 'an SSN', counts: [of('US_SSN')], level: 'high' },
    { found: 'an SSN of medium confidence', counts: [of('US_SSN', 1, 'medium')], level: 'medium' },
    { found: 'an IBAN', counts: [of('IBAN')], level: 'high' },
    { found: 'a private key', counts: [of('PRIVATE_KEY')], level: 'high' },
    { found: 'a type without a weight of its own', counts: [of('NEW_TYPE')], level: 'medium' },
    { found: 'a name', counts: [of('PERSON')], level: 'low' },
    { found: 'a hundred guessed names', counts: [of('PERSON', 100, 'low')], level: 'low' },
    {
      found: 'a guess of each of five kinds',
      counts: [
        of('SECRET:PASSWORD', 50, 'low'),
        of('CREDIT_CARD', 9, 'low'),
        of('IBAN', 9, 'low'),
        of('EMAIL', 9, 'low'),
        of('NIR', 9, 'low'),
      ],
      level: 'low',
    },
    { found: 'a condition', counts: [of('HEALTH:CONDITION', 1, 'medium')], level: 'medium' },
    {
      found: 'a condition of a person',
      counts: [of('HEALTH:CONDITION'), of('PERSON', 1, 'medium')],
      level: 'high',
    },
    {
      found: 'a name, a date of birth and an identity number of medium confidence',
      counts: [of('PERSON'), of('DATE_OF_BIRTH'), of('NATIONAL_ID:FR', 1, 'medium')],
      level: 'high',
    },
    {
      found: 'a guessed name, a date of birth and an identity number of medium confidence',
      counts: [of('PERSON', 1, 'low'), of('DATE_OF_BIRTH', 1, 'low'), of('NATIONAL_ID:FR', 1, 'medium')],
      level: 'medium',
    },
    { found: 'a password', counts: [of('SECRET:PASSWORD')], level: 'high' },
  ])('is $level for $found', ({ counts, level }) => {
    expect(assessRisk(counts).level).toBe(level);
  });

  it('is 0 without reasons for nothing', () => {
    expect(assessRisk([])).toEqual({ score: 0, level: 'none', reasons: [] });
  });

  it('grows with the number of different values', () => {
    const scores = [1, 10, 100].map((amount) => assessRisk([of('EMAIL', amount)]).score);
    expect(scores).toEqual([0.6, 0.7, 0.8]);
  });

  it('tells a combination as a reason of its own', () => {
    expect(assessRisk([of('PERSON'), of('HEALTH:CONDITION')]).reasons.at(-1)).toBe(
      'a person and their health',
    );
    expect(assessRisk([of('PERSON', 1, 'low'), of('HEALTH:CONDITION')]).reasons).toHaveLength(2);
  });

  it('tells the heaviest type first, without pasted text', () => {
    const email: TypeCount = { type: 'EMAIL', count: 3, distinct: 2, confidence: 'high' };
    expect(assessRisk([email, of('CREDIT_CARD')]).reasons).toEqual([
      '1 credit card number, high confidence',
      '3 e-mail addresses, 2 different, high confidence',
    ]);
  });

  it('stays between 0 and 1 with two decimals, and its level fits its bounds', () => {
    for (const counts of combinations()) {
      const { score, level } = assessRisk(counts);
      expect(score).toBeGreaterThan(0);
      expect(score).toBeLessThanOrEqual(1);
      expect(Number(score.toFixed(2))).toBe(score);
      expect(level).toBe(score < 0.5 ? 'low' : score < 0.8 ? 'medium' : 'high');
    }
  });

  it('never falls when a type is added', () => {
    for (const counts of combinations()) {
      for (const type of TYPES.filter((candidate) => counts.every((count) => count.type !== candidate))) {
        expect(assessRisk([...counts, of(type, 1, 'low')]).score).toBeGreaterThanOrEqual(
          assessRisk(counts).score,
        );
      }
    }
  });

  it('never falls when there are more values or more confidence', () => {
    for (const counts of combinations()) {
      const before = assessRisk(counts).score;
      for (const [place, count] of counts.entries()) {
        const more = counts.with(place, { ...count, count: count.count * 4, distinct: count.distinct * 3 });
        const surer = counts.with(place, {
          ...count,
          confidence: count.confidence === 'low' ? 'medium' : 'high',
        });
        expect(assessRisk(more).score).toBeGreaterThanOrEqual(before);
        expect(assessRisk(surer).score).toBeGreaterThanOrEqual(before);
      }
    }
  });
});
