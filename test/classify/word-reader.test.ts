import { describe, expect, it } from 'vitest';
import { createWordReader, DIGITS, LETTERS, MAX_WORD_UNITS, MIXED } from '../../src/classify/word-reader.ts';

/** All words of a text as [normal form, what it is in the text]. */
function wordsOf(text: string, from = 0, to = text.length): (readonly [string, string])[] {
  const reader = createWordReader();
  reader.open(text, from, to);
  const words: (readonly [string, string])[] = [];
  while (reader.next()) {
    words.push([
      Buffer.from(reader.bytes.slice(reader.from, reader.to)).toString('utf8'),
      text.slice(reader.start, reader.end),
    ]);
  }
  return words;
}
const normal = (text: string): string[] => wordsOf(text).map(([form]) => form);

describe('a word reader', () => {
  it.each([
    { text: 'Mail the C-10023, c10023!', words: ['mail', 'the', 'c', '10023', 'c10023'] },
    { text: 'snake_case and O’Neill', words: ['snake', 'case', 'and', 'o', 'neill'] },
    { text: 'ÉCOLE Ecole\u0301', words: ['école', 'ecolé'] },
    { text: 'ﬁne ＡＢＣ１２ x²', words: ['fine', 'abc12', 'x'] },
    { text: 'ΛΟΓΟΣ λόγος', words: ['λογοσ', 'λόγοσ'] },
    { text: '٤٢ ४२', words: ['42', '42'] },
    { text: 'con\u00adfi\u200bden\u2060tial', words: ['confidential'] },
    { text: '𝐬𝐞𝐜𝐫𝐞𝐭', words: ['secret'] },
    { text: '机密abc文件', words: ['机', '密', 'abc', '文', '件'] },
    { text: 'ok👍fine', words: ['ok', 'fine'] },
    { text: '\ud800 \udc00 a\ud835', words: ['a'] },
    { text: '', words: [] },
    { text: ' \u200b–… ', words: [] },
  ])('reads "$text" as $words', ({ text, words }) => {
    const read = normal(text);
    // Half a surrogate pair may stay at the end of a word; what it is written as does not matter.
    expect(read.map((word) => word.replaceAll('\ufffd', ''))).toEqual(words);
  });

  it('says where words stand, and what they are made of', () => {
    const reader = createWordReader('Ab 12 x9y');
    const read: unknown[] = [];
    while (reader.next()) read.push([reader.start, reader.end, reader.kind, reader.lead - reader.from]);
    expect(read).toEqual([
      [0, 2, LETTERS, 2],
      [3, 5, DIGITS, 2],
      [6, 9, MIXED, 1],
    ]);
  });

  it('passes over a word begun before its part of the text, and reads the last one whole', () => {
    expect(wordsOf('alpha beta gamma delta', 2, 12).map(([, own]) => own)).toEqual(['beta', 'gamma']);
    expect(wordsOf('alpha beta', 6, 7).map(([, own]) => own)).toEqual(['beta']);
  });

  it('cuts endless words', () => {
    const lengths = wordsOf('a'.repeat(MAX_WORD_UNITS * 2 + 5)).map(([, own]) => own.length);
    expect(lengths).toEqual([MAX_WORD_UNITS, MAX_WORD_UNITS, 5]);
  });

  it('keeps the words before the current one in place when it moves them', () => {
    const reader = createWordReader('word'.repeat(3).concat(' ').repeat(20_000));
    let moves = 0;
    while (reader.next()) {
      if (reader.moved === 0) continue;
      moves++;
      expect(Buffer.from(reader.bytes.slice(reader.from - 12, reader.to)).toString()).toBe('word'.repeat(6));
    }
    expect(moves).toBeGreaterThan(10);
  });

  it('has room for words that grow when they are normalised', () => {
    // U+FDFA becomes 18 letters and spaces.
    const read = normal('\ufdfa'.repeat(1000));
    expect(read.length).toBeGreaterThanOrEqual(1000 / MAX_WORD_UNITS);
    expect(read[0]).toContain('الله');
  });
});
