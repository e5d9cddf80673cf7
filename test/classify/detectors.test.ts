import { describe, expect, it } from 'vitest';
import { createClassifierOf, type Classifier } from '../../src/classify/classifier.ts';
import type { Detector } from '../../src/classify/detector.ts';
import { creditCard } from '../../src/classify/detectors/credit-card.ts';
import { email } from '../../src/classify/detectors/email.ts';
import { iban, ibanApart } from '../../src/classify/detectors/iban.ts';
import { ipV4 } from '../../src/classify/detectors/ip-v4.ts';
import { ipV6 } from '../../src/classify/detectors/ip-v6.ts';
import { labelledMac, mac } from '../../src/classify/detectors/mac.ts';
import { nir } from '../../src/classify/detectors/nir.ts';
import { phone } from '../../src/classify/detectors/phone.ts';
import { privateKey } from '../../src/classify/detectors/private-key.ts';
import { usSsn } from '../../src/classify/detectors/us-ssn.ts';

const detectors: readonly Detector[] = [
  privateKey,
  iban,
  ibanApart,
  nir,
  creditCard,
  usSsn,
  mac,
  labelledMac,
  ipV4,
  ipV6,
  email,
  phone,
];

const matches = detectors.flatMap(({ type, examples }) =>
  examples.match.map((example) => ({ type, ...example })),
);
const graded = matches.flatMap((row) =>
  row.confidence === undefined ? [] : [{ ...row, confidence: row.confidence }],
);
const noMatches = detectors.flatMap(({ type, examples }) =>
  examples.noMatch.map((example) => ({
    type,
    ...(typeof example === 'string' ? { text: example, country: undefined } : example),
  })),
);

interface Row {
  readonly type: string;
  readonly text: string;
  readonly country?: string | undefined;
}

const classifiers = new Map<string | undefined, Classifier>();
function classifierIn(country: string | undefined): Classifier {
  const known = classifiers.get(country);
  if (known !== undefined) return known;
  const made = createClassifierOf(detectors, [], country === undefined ? {} : { country });
  classifiers.set(country, made);
  return made;
}

function findingsOf({ type, text, country }: Row) {
  return classifierIn(country)
    .classify(text)
    .findings.filter((finding) => finding.type === type);
}

const valuesOf = (row: Row) => findingsOf(row).map(({ start, end }) => row.text.slice(start, end));

describe('every hand-written detector', () => {
  it.each(detectors.map(({ type, name, examples }) => ({ called: name ?? type, examples })))(
    'has five examples of each kind: $called',
    ({ examples }) => {
      expect(examples.match.length).toBeGreaterThanOrEqual(5);
      expect(examples.noMatch.length).toBeGreaterThanOrEqual(5);
    },
  );

  it.each(
    [...new Set(detectors.map(({ keywords }) => keywords))].flatMap((list) =>
      list.map((keyword) => ({ keyword })),
    ),
  )('writes the keyword "$keyword" in small letters with single spaces', ({ keyword }) => {
    expect(keyword).toBe(keyword.toLowerCase());
    expect(keyword).toMatch(/^\S+(?: \S+)*$/);
  });

  it.each(matches)('finds $type in $text', (row) => {
    expect(valuesOf(row)).toEqual([row.value]);
    expect(findingsOf(row)[0]?.evidence[0]).toBe('pattern');
  });

  it.each(graded)('is $confidence about $type in $text', (row) => {
    expect(findingsOf(row)[0]?.confidence).toBe(row.confidence);
  });

  it.each(noMatches)('finds no $type in $text', (row) => {
    expect(findingsOf(row)).toEqual([]);
  });
});

describe('phone numbers', () => {
  it('are taken as such below the head of their column, whatever their country', () => {
    const text = 'name;phone;id\nOla;22334455;33445566\nKari;99887766;44556677\nPer;55667788;77665544\n';
    expect(valuesOf({ type: 'PHONE', text })).toEqual(['22334455', '99887766', '55667788']);
  });

  it('are taken as such on the line below their label', () => {
    expect(valuesOf({ type: 'PHONE', text: 'Phone:\n434 14 557\n' })).toEqual(['434 14 557']);
  });

  it('are not what begins the line below the last column of a table', () => {
    const text = 'order,phone\n9115691607,\n';
    expect(valuesOf({ type: 'PHONE', text })).toEqual([]);
  });

  it.each([
    'Order number: 5551234567',
    'phone plan, ticket no. 5551234567',
    '0.7.1 / 2010-03-16',
    'NIP: 060-270-28-55',
    '94105 1234',
    '94105-1234',
  ])('are not what %s holds', (text) => {
    expect(valuesOf({ type: 'PHONE', text })).toEqual([]);
  });
});

describe('values without spaces around them', () => {
  it.each([
    { type: 'PHONE', text: '手机13812345678，谢谢', value: '13812345678' },
    { type: 'CREDIT_CARD', text: '卡号4111111111111111。', value: '4111111111111111' },
    { type: 'EMAIL', text: '邮箱zhang@example.com，', value: 'zhang@example.com' },
    { type: 'IP_ADDRESS', text: '地址10.20.30.40的主机', value: '10.20.30.40' },
  ])('are found beside East Asian text: $text', (row) => {
    expect(valuesOf(row)).toEqual([row.value]);
  });
});
