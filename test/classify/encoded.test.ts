import { describe, expect, it } from 'vitest';
import { createClassifier } from '../../src/classify/classifier.ts';

const classifier = createClassifier();
const foundIn = (text: string) =>
  classifier.classify(text).findings.map(({ type, start, end }) => [type, text.slice(start, end)]);

const SECRET = 'Mail jane.doe@example.com or pay with 4111 1111 1111 1111 today';

describe('a value inside an encoding', () => {
  it.each([
    ['base64', Buffer.from(SECRET).toString('base64')],
    ['base64 for URLs', Buffer.from(`${SECRET}???>>>`).toString('base64url')],
    ['hexadecimal digits', Buffer.from(SECRET).toString('hex')],
    ['hexadecimal capitals', Buffer.from(SECRET).toString('hex').toUpperCase()],
    ['URL encoding', encodeURIComponent(SECRET)],
  ])('is found in %s, at its own place', (_, encoded) => {
    const text = `payload=${encoded}; end`;
    const found = foundIn(text);
    expect(found.map(([type]) => type)).toEqual(['EMAIL', 'CREDIT_CARD']);
    const [email, card] = classifier.classify(text).findings;
    expect(email?.start).toBeGreaterThan(8);
    expect(email?.end).toBeLessThanOrEqual(card?.start ?? 0);
    expect(card?.end).toBeLessThanOrEqual(text.length - 5);
  });

  it('is found with letters beyond ASCII around it', () => {
    const encoded = Buffer.from('Grüße von jörg@bücher.example an alle').toString('base64');
    expect(foundIn(`x ${encoded}`).map(([type]) => type)).toEqual(['EMAIL']);
    expect(foundIn('q=%C3%BCber%20j%C3%B6rg%40b%C3%BCcher.example')).toEqual([
      ['EMAIL', 'j%C3%B6rg%40b%C3%BCcher.example'],
    ]);
  });

  it.each([
    ['twice encoded', Buffer.from(Buffer.from(SECRET).toString('base64')).toString('base64')],
    [
      'not readable',
      Buffer.from(Array.from({ length: 60 }, (_, index) => (index * 89) % 256)).toString('base64'),
    ],
    ['a percent sign alone', '100% sure, 20%of, %zz'],
    ['broken UTF-8', '%ff%fe%c3'],
  ])('is not looked for deeper: %s', (_, text) => {
    expect(foundIn(text)).toEqual([]);
  });

  it('beyond what is decoded of one text leaves the text not wholly scanned', () => {
    const piece = `${Buffer.from('nothing of note here, '.repeat(30_000)).toString('base64')} `;
    expect(classifier.classify(piece).unscanned).toBeUndefined();
    expect(classifier.classify(piece.repeat(4)).unscanned).toBe('too-large');
  });

  it('that could not be looked at in time leaves the text not wholly scanned', () => {
    const piece = Buffer.from('some words that hide '.repeat(4000)).toString('base64');
    let asked = 0;
    // The outer text is read in time; the clock runs out while the inner one is read.
    const late = classifier.classify(piece, () => ++asked > 2);
    expect(asked).toBeGreaterThan(2);
    expect(late.unscanned).toBe('timed-out');
  });
});
