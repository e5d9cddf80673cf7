import { describe, expect, it } from 'vitest';
import {
  fingerprintDocument,
  fingerprintsOf,
  MIN_FINGERPRINTS,
} from '../../../src/classify/fingerprint/build.ts';
import { createFingerprints } from '../../../src/classify/fingerprint/fingerprints.ts';
import { GUARANTEED_WORDS, winnow } from '../../../src/classify/fingerprint/winnow.ts';
import { WORDS_PER_CHECK } from '../../../src/classify/finder.ts';
import { fingerprintTypeSchema, type FingerprintType } from '../../../src/shared/fingerprint.ts';
import { form, lease, letterAround, notice, otherEnglish, otherFrench } from './texts.ts';

const KEY = 'a0a1a2a3a4a5a6a7a8a9aaabacadaeaf';

function typeOf(texts: readonly string[], change: Partial<FingerprintType> = {}): FingerprintType {
  const key = change.key ?? KEY;
  const documents = texts.map((text) => {
    const document = fingerprintDocument(text, key);
    if (!document.ok) throw new Error(document.problem);
    return document.value;
  });
  const type = {
    kind: 'fingerprint',
    format: 1,
    type: 'CUSTOM:CONTRACT',
    name: 'Contracts',
    key,
    threshold: 30,
  };
  return fingerprintTypeSchema.parse({ ...type, ...change, documents });
}

const blank = form(() => '______');
const filled = form(
  (name) =>
    ({
      name: 'OLIVIA HARTWELL',
      number: '448 120',
      date: '14.03.2031, 10:45',
      place: 'Hall 4',
      story: 'I slipped on oil near the lathe while I carried a tray of bolts to the bench.',
      worn: 'Yes, shoes and gloves.',
      witness: 'P. Adeyemi, J. Novak',
      aid: 'the porter',
    })[name] ?? 'O.H.',
);
const documents = createFingerprints([typeOf([lease, notice, blank])]);
const found = (text: string) => documents.find(text).hits;
const sentences = lease.trim().split(/(?<=\.)\s/);
const half = sentences.slice(4, 9).join(' ');

describe('document fingerprints', () => {
  it.each([
    { what: 'the whole document', text: lease },
    { what: 'one in another language', text: notice },
    { what: 'other white space', text: lease.replaceAll(/\s+/g, ' \n\t ') },
    { what: 'capitals', text: lease.toUpperCase() },
    { what: 'no punctuation', text: lease.replaceAll(/[.,;']/g, ' ') },
    { what: 'decomposed accents', text: notice.normalize('NFD') },
    { what: 'soft hyphens', text: lease.replaceAll('ment', 'm\u00adent') },
    { what: 'an excerpt', text: half },
    { what: 'sentences in reverse order', text: sentences.toReversed().join(' ') },
    {
      what: 'every other sentence left out',
      text: sentences.filter((_, index) => index % 2 === 0).join(' '),
    },
    { what: 'an excerpt inside a letter', text: letterAround(half) },
    { what: 'a filled-in form', text: filled },
    {
      what: 'a page inside a long text',
      text: `${otherEnglish.repeat(10)} ${half} ${otherEnglish.repeat(10)}`,
    },
  ])('match $what', ({ text }) => {
    const hits = found(text);
    expect(hits.map(({ type, confidence }) => [type, confidence])).toEqual([['CUSTOM:CONTRACT', 'high']]);
  });

  it.each([
    { what: 'another text about the same things', text: otherEnglish },
    { what: 'another text in French', text: otherFrench },
    { what: 'its words in alphabetical order', text: lease.split(/\s+/).toSorted().join(' ') },
    { what: 'a letter with a phrase of it', text: letterAround('the first working day of each quarter') },
    { what: 'the filled-in values alone', text: 'OLIVIA HARTWELL 448 120 slipped on oil near the lathe' },
    { what: 'nothing', text: '' },
    { what: 'a few words', text: 'This agreement is made between the owner' },
  ])('do not match $what', ({ text }) => {
    expect(found(text)).toEqual([]);
  });

  it('give a short passage of the document alone medium confidence', () => {
    const passage =
      'The Owner keeps the roof, the outer walls and the pilings in good repair; the Club looks after doors, windows';
    expect(found(passage).map(({ confidence }) => confidence)).toEqual(['medium']);
  });

  it('span the passage and not the letter around it', () => {
    const text = letterAround(half);
    const [hit] = found(text);
    const at = text.indexOf(half);
    expect(hit?.start).toBeGreaterThanOrEqual(at);
    expect(hit?.end).toBeLessThanOrEqual(at + half.length);
    expect((hit?.end ?? 0) - (hit?.start ?? 0)).toBeGreaterThan(half.length * 0.85);
  });

  it('tell documents apart by an id that is no text', () => {
    const [one] = found(lease);
    const [other] = found(notice);
    expect(one?.value).toMatch(/^[0-9a-f]{16}$/);
    expect(one?.value).not.toBe(other?.value);
  });

  it('find passages of two documents in one text', () => {
    expect(found(`${lease} ${otherEnglish} ${notice}`).map(({ value }) => value)).toHaveLength(2);
  });

  it('report one of several versions of a document', () => {
    const versions = createFingerprints([
      typeOf([lease, `${lease} ${otherEnglish}`, lease.replace('eight', 'nine')]),
    ]);
    expect(versions.find(lease).hits).toHaveLength(1);
  });

  it('find documents of several types under several keys', () => {
    const other = typeOf([notice], { type: 'CUSTOM:NOTICE', key: 'b'.repeat(32) });
    const both = createFingerprints([typeOf([lease]), other]).find(`${lease} ${notice}`);
    expect(both.hits.map(({ type }) => type)).toEqual(['CUSTOM:CONTRACT', 'CUSTOM:NOTICE']);
  });

  it('ask for as much as the threshold says', () => {
    const part = sentences.slice(0, 4).join(' ');
    const text = `${otherEnglish} ${part.slice(0, 200)}`;
    const strict = createFingerprints([typeOf([lease], { threshold: 90 })]);
    const loose = createFingerprints([typeOf([lease], { threshold: 5 })]);
    expect(strict.find(text).hits).toEqual([]);
    expect(loose.find(text).hits).toHaveLength(1);
    expect(strict.find(lease).hits).toHaveLength(1);
  });
});

describe('winnowing', () => {
  const word = (index: number): string =>
    `${String(index * 7919).replaceAll(/\d/g, (digit) => 'abcdefghij'[Number(digit)] ?? '')}q`;
  const words = (from: number, count: number): string =>
    Array.from({ length: count }, (_, index) => word(from + index)).join(' ');

  it(`notices every shared passage of ${GUARANTEED_WORDS} words`, () => {
    const document = fingerprintsOf(words(0, 600), KEY);
    for (let from = 0; from + GUARANTEED_WORDS <= 600; from++) {
      const text = `${words(10_000 + from * 50, 9)} ${words(from, GUARANTEED_WORDS)} ${words(50_000 + from * 50, 9)}`;
      const shared = [...fingerprintsOf(text, KEY)].filter((fingerprint) => document.has(fingerprint));
      expect(shared.length, `from word ${from}`).toBeGreaterThan(0);
    }
  });

  it('keeps about two of nine shingles', () => {
    const { count, shingles } = winnow(words(0, 20_000), () => false);
    expect(shingles).toBe(20_000 - 4);
    expect(count / shingles).toBeGreaterThan(0.2);
    expect(count / shingles).toBeLessThan(0.25);
  });

  it('keeps one of eight shingles of an endless repetition', () => {
    const { count } = winnow('aye '.repeat(8000), () => false);
    expect(count).toBeGreaterThan(900);
    expect(count).toBeLessThan(1100);
  });
});

describe('building fingerprints', () => {
  it('refuses too short a text', () => {
    const document = fingerprintDocument('Only a few words of text are here, and then it ends.', KEY);
    expect(document.ok ? '' : document.problem).toContain(`expected at least ${MIN_FINGERPRINTS}`);
  });

  it('leaves out what is common to many documents', () => {
    const common = fingerprintsOf(notice, KEY);
    const document = fingerprintDocument(`${notice} ${lease}`, KEY, common);
    if (!document.ok) throw new Error(document.problem);
    const type = fingerprintTypeSchema.parse({ ...typeOf([lease]), documents: [document.value] });
    expect(createFingerprints([type]).find(notice).hits).toEqual([]);
    expect(createFingerprints([type]).find(lease).hits).toHaveLength(1);
  });

  it('gives other fingerprints under another key', () => {
    const one = fingerprintsOf(lease, KEY);
    const other = [...fingerprintsOf(lease, 'c'.repeat(32))];
    expect(other.filter((fingerprint) => one.has(fingerprint))).toEqual([]);
  });

  it('holds no words', () => {
    expect(JSON.stringify(typeOf([lease])).toLowerCase()).not.toMatch(/owner|club|boathouse|lindwater/);
  });
});

describe('hostile texts', () => {
  it('end when the time is up, and say so', () => {
    let asked = 0;
    const result = documents.find('word '.repeat(WORDS_PER_CHECK * 10), () => ++asked === 3);
    expect([asked, result.complete]).toEqual([3, false]);
  });

  it('are looked at word by word, the deadline asked for every few thousand', () => {
    let asked = 0;
    documents.find('a b '.repeat(WORDS_PER_CHECK * 5), () => ++asked < 0);
    expect(asked).toBe(10);
  });

  it('count what is repeated once', () => {
    const phrase = 'The Owner keeps the roof, the outer walls and the pilings in good repair; ';
    const entries = Array.from({ length: 300 }, (_, index) => {
      const own = String(index + 1000).replaceAll(/\d/g, (digit) => 'kabelodifu'[Number(digit)] ?? '');
      return `${phrase} ${own}a ${own}e ${own}i ${own}o ${own}u ${own}ba ${own}be ${own}bi ${own}bo ${own}bu`;
    });
    expect(found(entries.join('\n'))).toEqual([]);
  });

  it('cost nothing without types', () => {
    let asked = 0;
    expect(createFingerprints([]).find(lease.repeat(100), () => ++asked > 0)).toEqual({
      hits: [],
      complete: true,
    });
    expect(asked).toBe(0);
  });
});
