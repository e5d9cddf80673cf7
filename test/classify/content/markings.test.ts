import { describe, expect, it } from 'vitest';
import { createClassifierOf } from '../../../src/classify/classifier.ts';
import { markingDetectors } from '../../../src/classify/content/markings.ts';

const classifier = createClassifierOf(markingDetectors);
const found = (text: string) =>
  classifier
    .classify(text)
    .findings.map(({ start, end, confidence }) => [text.slice(start, end), confidence]);

describe('a marking', () => {
  it.each([
    'STRICTLY CONFIDENTIAL',
    'Privileged & Confidential',
    'DO NOT DISTRIBUTE',
    'STRICTEMENT CONFIDENTIEL',
    'Diffusion restreinte',
    'Streng vertraulich',
    'NUR FÜR DEN DIENSTGEBRAUCH',
    'Estrictamente confidencial',
    'STRETTAMENTE RISERVATO',
    'Estritamente confidencial',
    'Strikt vertrouwelijk',
    'Ściśle poufne',
    'Strängt konfidentiellt',
    'Strengt fortroligt',
    'Ehdottoman luottamuksellinen',
    'PŘÍSNĚ DŮVĚRNÉ',
    '社外秘',
    '绝密',
    'TLP:RED',
  ])('on a line of its own marks the document: %s', (marking) => {
    expect(found(`${marking}\n\nMinutes of the board`)).toEqual([[marking, 'high']]);
  });

  it('in brackets or behind a label marks it too', () => {
    expect(found('[Internal use only] the plan')).toEqual([['Internal use only', 'high']]);
    expect(found('Classification: Confidential\nmore')).toEqual([['Confidential', 'high']]);
  });

  it('within a sentence is a guess when its words are clear', () => {
    expect(found('this is strictly confidential, he said')).toEqual([['strictly confidential', 'low']]);
  });

  it.each([
    'a confidential tone',
    'keep it restricted',
    'TLP:GREEN',
    'confidentially yours',
    'for internal users only',
  ])('is not found in %s', (text) => {
    expect(found(text)).toEqual([]);
  });
});
