import { describe, expect, it } from 'vitest';
import { createClassifierOf } from '../../../src/classify/classifier.ts';
import { dateOfBirthDetectors } from '../../../src/classify/people/date-of-birth.ts';
import { isDate, isNumericDate, monthNamed } from '../../../src/classify/people/dates.ts';

const classifier = createClassifierOf(dateOfBirthDetectors);
const datesIn = (text: string) =>
  classifier.classify(text).findings.map(({ start, end }) => text.slice(start, end));

describe('a date of birth', () => {
  it.each([
    { text: 'born 3/9/1971', date: '3/9/1971' },
    { text: 'D.O.B. 1971-09-03', date: '1971-09-03' },
    { text: 'Né à Brest le 03/09/1971', date: '03/09/1971' },
    { text: 'geb. am 3.9.1971 in Ulm', date: '3.9.1971' },
    { text: 'fecha de nacimiento: 03-09-1971', date: '03-09-1971' },
    { text: 'data di nascita 03/09/1971', date: '03/09/1971' },
    { text: 'Geboortedatum: 03-09-1971', date: '03-09-1971' },
    { text: 'data urodzenia: 1971-09-03', date: '1971-09-03' },
    { text: 'född 1971-09-03', date: '1971-09-03' },
    { text: 'doğum tarihi 03.09.1971', date: '03.09.1971' },
    { text: 'nato il 3 settembre 1971', date: '3 settembre 1971' },
    { text: 'born September 3rd, 1971', date: 'September 3rd, 1971' },
    { text: 'nascido em 3 de setembro de 1971', date: '3 de setembro de 1971' },
  ])('is found in $text', ({ text, date }) => {
    expect(datesIn(text)).toEqual([date]);
  });

  it.each(['due 03/09/1971', 'born 1871-09-03', 'born 31.02.1971', 'birth of a nation', 'born 3.9.1971.22'])(
    'is not found in %s',
    (text) => {
      expect(datesIn(text)).toEqual([]);
    },
  );

  it('is only the date that belongs to the word', () => {
    expect(datesIn('born 03.09.1971, hired 01.02.2004')).toEqual(['03.09.1971']);
  });

  it('is found in every row below its header', () => {
    expect(datesIn('dob,hired\n1971-09-03,2004-02-01\n1980-01-20,2010-05-06\n')).toEqual([
      '1971-09-03',
      '1980-01-20',
    ]);
  });
});

describe('dates', () => {
  it.each([
    { year: 1999, month: 2, day: 29, valid: true },
    { year: 1999, month: 13, day: 1, valid: false },
    { year: 1899, month: 1, day: 1, valid: false },
    { year: 2030, month: 1, day: 1, valid: false },
    { year: 1999, month: 4, day: 31, valid: false },
  ])('hold only days that exist: $year $month $day is $valid', ({ year, month, day, valid }) => {
    expect(isDate(year, month, day)).toBe(valid);
  });

  it('are read day first, month first and year first', () => {
    expect(isNumericDate('31', '12', '1980')).toBe(true);
    expect(isNumericDate('12', '31', '1980')).toBe(true);
    expect(isNumericDate('1980', '12', '31')).toBe(true);
    expect(isNumericDate('31', '31', '1980')).toBe(false);
  });

  it('know the months of many languages', () => {
    expect(['march', 'mars', 'marz', 'marca', 'brezna', 'maaliskuuta'].map(monthNamed)).toEqual([
      3, 3, 3, 3, 3, 3,
    ]);
  });
});
