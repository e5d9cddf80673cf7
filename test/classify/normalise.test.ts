import { describe, expect, it } from 'vitest';
import { createClassifier } from '../../src/classify/classifier.ts';
import { normalised } from '../../src/classify/normalise.ts';

const classifier = createClassifier();
const foundIn = (text: string) =>
  classifier.classify(text).findings.map(({ type, start, end }) => [type, text.slice(start, end)]);

describe('a text in disguise', () => {
  it.each([
    ['full-width digits', '４１１１　１１１１ １１１１ １１１１', '4111　1111 1111 1111'],
    ['zero-width spaces', 'a\u200bb\u200d\ufeffc', 'abc'],
    ['soft hyphens', 'con\u00adfidential', 'confidential'],
    ['accents of their own', 'te\u0301le\u0301phone', 'telephone'],
    ['Arabic digits', '٠١٢٣٤٥٦٧٨٩', '0123456789'],
    ['Persian digits', '۰۱۲۳۴۵۶۷۸۹', '0123456789'],
    ['Devanagari digits', '०१२३४५६७८९', '0123456789'],
    ['Thai digits', '๐๑๒๓๔๕๖๗๘๙', '0123456789'],
    ['mathematical digits and letters', '𝟎𝟗 𝐀𝐳', '09 Az'],
    ['Cyrillic letters in a Latin word', 'раssword', 'password'],
    ['Greek letters in a code', 'ΑΒ123456', 'AB123456'],
  ])('with %s is read as it is meant', (_, text, plain) => {
    expect(normalised(text)?.text).toBe(plain);
  });

  it.each([
    ['plain ASCII', 'nothing here'],
    ['accents in one piece', 'Müller, téléphone, ñandú'],
    ['Russian', 'Привет, как дела?'],
    ['Greek', 'Καλημέρα κόσμε'],
    ['Chinese', '你好,世界'],
    ['an empty text', ''],
  ])('is left alone when it is %s', (_, text) => {
    expect(normalised(text)).toBeUndefined();
  });

  it.each([
    ['look-alikes without end', 'аa'],
    ['full-width digits', '４'],
    ['digits of other scripts', '٤'],
    ['surrogate pairs', '𝟒'],
    ['zero-width marks', 'a\u200b'],
  ])('with a hundred thousand %s is read, and every place maps back', (_, piece) => {
    const text = piece.repeat(100_000);
    const rewritten = normalised(text);
    const units = (rewritten?.text.length ?? 0) / 100_000;
    expect(rewritten?.spanOf(50_000 * units, 50_001 * units)).toEqual({
      start: 50_000 * piece.length,
      end: 50_000 * piece.length + piece.replace('\u200b', '').length,
    });
  });

  it('keeps a Russian word beside a Latin one', () => {
    expect(normalised('версия2 und оbject')?.text).toBe('версия2 und object');
  });

  it.each([
    ['CREDIT_CARD', '４１１１-１１１１-１１１１-１１１１'],
    ['CREDIT_CARD', '4111\u200b1111\u200b1111\u200b1111'],
    ['CREDIT_CARD', '٤١١١ ١١١١ ١١١١ ١١١١'],
    ['CREDIT_CARD', '𝟒𝟏𝟏𝟏 𝟏𝟏𝟏𝟏 𝟏𝟏𝟏𝟏 𝟏𝟏𝟏𝟏'],
    ['EMAIL', 'bоb@example.com'],
    ['EMAIL', 'bob＠example．com'],
  ])('gives the span of %s in the original: %s', (type, value) => {
    expect(foundIn(`see ${value}\u200b, thanks`)).toEqual([[type, value]]);
  });
});
