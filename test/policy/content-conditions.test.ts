import { describe, expect, it } from 'vitest';
import { namesOf } from '../../src/policy/facts.ts';
import { NOT_KNOWN } from '../../src/policy/interaction.ts';
import { typeCovers } from '../../src/shared/finding.ts';
import { inputOf } from '../fakes/policy-inputs.ts';
import { found, read, partly, concealed, DOUBT, rows, settles } from './condition-rows.ts';

const files = inputOf({ kind: 'files' });
const counted = inputOf({
  classification: { ...found, counts: [{ type: 'IBAN', count: 9, distinct: 2, confidence: 'high' }] },
});

describe('finding', () => {
  it.each(
    rows([
      ['a type', { finding: { type: 'EMAIL' } }, read, true, '3 distinct EMAIL found'],
      ['as many of a type', { finding: { type: 'EMAIL', min_distinct: 3 } }, read, true],
      ['more of a type', { finding: { type: 'EMAIL', min_distinct: 4 } }, read, false],
      [
        'as many in all',
        { finding: { type: 'IBAN', min_count: 9 } },
        counted,
        true,
        '2 distinct IBAN, 9 in all, found',
      ],
      ['more in all', { finding: { type: 'IBAN', min_count: 10 } }, counted, false],
      [
        'as many in all, but not as many different',
        { finding: { type: 'IBAN', min_count: 9, min_distinct: 3 } },
        counted,
        false,
      ],
      ['a family', { finding: { type: 'NATIONAL_ID' } }, read, true],
      ['a member of a family', { finding: { type: 'NATIONAL_ID:FR' } }, read, true],
      ['another member', { finding: { type: 'NATIONAL_ID:F' } }, read, false],
      [
        'several together',
        { finding: { type: ['IBAN', 'EMAIL', 'NATIONAL_ID'], min_distinct: 4 } },
        read,
        true,
        '4 distinct EMAIL, NATIONAL_ID:FR_CNI found',
      ],
      [
        'two names of one, counted once',
        { finding: { type: ['NATIONAL_ID', 'NATIONAL_ID:FR'], min_distinct: 2 } },
        read,
        false,
      ],
      [
        'none of several',
        { finding: { type: ['IBAN', 'NIR', 'A', 'B'] } },
        read,
        false,
        '0 distinct IBAN, NIR, A or 1 more found',
      ],
      ['a guess', { finding: { type: 'PHONE' } }, read, false],
      [
        'a guess where a guess is enough',
        { finding: { type: 'PHONE', confidence: 'low' } },
        read,
        true,
        '1 distinct PHONE found with low confidence',
      ],
      ['not sure enough', { finding: { type: 'NATIONAL_ID', confidence: 'high' } }, read, false],
      ['sure enough', { finding: { type: 'EMAIL', confidence: 'high' } }, read, true],
      ['in part, already', { finding: { type: 'EMAIL' } }, partly, true],
      [
        'in part, there may be more',
        { finding: { type: 'EMAIL', min_distinct: 4 } },
        partly,
        'unread',
        `3 distinct EMAIL found${DOUBT}`,
      ],
      ['of a password manager', { finding: { type: 'EMAIL' } }, concealed, false],
      [
        'of a password manager, looked for or not',
        { finding: { type: 'EMAIL' } },
        { ...concealed, notLookedFor: new Set(['EMAIL']) },
        false,
        'it was not read (concealed)',
      ],
      [
        'not looked for',
        { finding: { type: ['CUSTOM:X', 'IBAN'] } },
        { ...read, notLookedFor: new Set(['CUSTOM:X']) },
        'missing',
        'finding is not known of this interaction',
      ],
      [
        'not looked for, but others are enough',
        { finding: { type: ['CUSTOM:X', 'EMAIL'] } },
        { ...read, notLookedFor: new Set(['CUSTOM:X']) },
        true,
      ],
      ['looked for', { finding: { type: 'IBAN' } }, { ...read, notLookedFor: new Set(['CUSTOM:X']) }, false],
    ]),
  )('$what: $truth', settles);
});

describe('risk', () => {
  it.each(
    rows([
      ['score from', { risk_score: { gte: 0.7 } }, read, true, 'risk score is 0.7'],
      ['score from above', { risk_score: { gte: 0.71 } }, read, false],
      ['score below', { risk_score: { lt: 0.71 } }, read, true],
      ['score below itself', { risk_score: { lt: 0.7 } }, read, false],
      ['score between', { risk_score: { gte: 0.5, lt: 0.8 } }, read, true],
      ['score in part, already so high', { risk_score: { gte: 0.7 } }, partly, true],
      [
        'score in part, may be higher',
        { risk_score: { gte: 0.8 } },
        partly,
        'unread',
        `risk score is 0.7${DOUBT}`,
      ],
      ['score in part, may not stay below', { risk_score: { lt: 0.8 } }, partly, 'unread'],
      ['score in part, is not below any more', { risk_score: { lt: 0.6 } }, partly, false],
      ['score in part, may leave the range', { risk_score: { gte: 0.5, lt: 0.8 } }, partly, 'unread'],
      [
        'score of a password manager',
        { risk_score: { lt: 0.5 } },
        concealed,
        false,
        'it was not read (concealed)',
      ],
      ['level at least', { risk_level: { at_least: 'medium' } }, read, true, 'risk is medium'],
      ['level at least a higher one', { risk_level: { at_least: 'high' } }, read, false],
      ['level in part, already', { risk_level: { at_least: 'low' } }, partly, true],
      ['level in part, may be higher', { risk_level: { at_least: 'high' } }, partly, 'unread'],
      ['level of a password manager', { risk_level: { at_least: 'none' } }, concealed, false],
    ]),
  )('$what: $truth', settles);
});

describe('unscanned', () => {
  it.each(
    rows([
      ['for any cause', { unscanned: true }, partly, true, 'it was not fully read (too-large)'],
      ['a password manager is a cause', { unscanned: true }, concealed, true],
      ['all was read', { unscanned: true }, read, false, 'all of it was read'],
      ['for this cause', { unscanned: { in: ['too-large'] } }, partly, true],
      ['for another cause', { unscanned: { in: ['failed'] } }, partly, false],
    ]),
  )('$what: $truth', settles);
});

describe('capture', () => {
  it.each(
    rows([
      ['text', { capture: { in: ['text'] } }, read, true, 'text was copied'],
      ['not text', { capture: { in: ['image', 'files'] } }, read, false],
      ['files', { capture: { in: ['files'] } }, files, true],
      ['an image', { capture: { in: ['image', 'files'] } }, inputOf({ kind: 'image' }), true],
      [
        'unscanned',
        { capture: { in: ['unscanned'] } },
        partly,
        true,
        'text was copied and it was not fully read (too-large)',
      ],
      ['unscanned, when all was read', { capture: { in: ['unscanned'] } }, read, false],
      ['an image or unscanned', { capture: { in: ['image', 'unscanned'] } }, partly, true],
      [
        'not known',
        { capture: { in: ['text'] } },
        { ...read, capture: { ...read.capture, kind: NOT_KNOWN } },
        'missing',
      ],
      [
        'not known, which does not matter',
        { capture: { in: ['unscanned'] } },
        { ...read, capture: { ...read.capture, kind: NOT_KNOWN } },
        false,
      ],
    ]),
  )('$what: $truth', settles);
});

describe('the names of a found type', () => {
  const types = [
    'EMAIL',
    'NATIONAL_ID',
    'NATIONAL_ID:FR',
    'NATIONAL_ID:FR_CNI',
    'NATIONAL_ID:F',
    'NATIONAL',
    'CUSTOM',
    'CUSTOM:A',
    'CUSTOM:A_B',
    'KEY:A_B_C',
    'KEY:A',
    'KEY:A_B',
  ];
  it.each(types)('%s are those that cover it', (type) => {
    expect(types.filter((wanted) => namesOf(type).includes(wanted))).toEqual(
      types.filter((wanted) => typeCovers(wanted, type)),
    );
  });
});
