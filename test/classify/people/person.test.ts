import { describe, expect, it } from 'vitest';
import { createClassifierOf } from '../../../src/classify/classifier.ts';
import { personDetectors } from '../../../src/classify/people/person.ts';

const classifier = createClassifierOf(personDetectors);
const namesIn = (text: string) =>
  classifier
    .classify(text)
    .findings.map(({ start, end, confidence }) => [text.slice(start, end), confidence]);

describe('a name of a person', () => {
  it.each([
    { text: 'Lunch with Margaret Whitaker.', name: 'Margaret Whitaker', confidence: 'medium' },
    { text: 'Nom : Aurélie Garnier', name: 'Aurélie Garnier', confidence: 'high' },
    { text: '{"name": "Joaquín Herrera Vidal"}', name: 'Joaquín Herrera Vidal', confidence: 'high' },
    { text: 'an Frau Dr. Ingrid Schäfer, Köln', name: 'Ingrid Schäfer', confidence: 'high' },
    { text: 'przelew dla Tomasza Wiśniewskiego', name: 'Tomasza Wiśniewskiego', confidence: 'medium' },
    { text: 'met Willem van der Meer', name: 'Willem van der Meer', confidence: 'medium' },
    { text: 'by Mary O’Donnell', name: 'Mary O’Donnell', confidence: 'medium' },
    { text: 'Anne-Marie Lefebvre arrived', name: 'Anne-Marie Lefebvre', confidence: 'medium' },
    { text: 'John F. Hargreaves, Jr. left', name: 'John F. Hargreaves, Jr', confidence: 'medium' },
    { text: 'ANNA NOWAK', name: 'ANNA NOWAK', confidence: 'medium' },
    { text: 'zlecił PiotrKowalczyk wczoraj', name: 'PiotrKowalczyk', confidence: 'low' },
    { text: 'podpisała Joanna\nZielińska w Łodzi', name: 'Joanna\nZielińska', confidence: 'medium' },
    { text: 'Nazwisko i imię: Malinowska Ewa', name: 'Malinowska Ewa', confidence: 'high' },
    { text: 'the report of Deborah Xqzzt was', name: 'Deborah Xqzzt', confidence: 'low' },
    { text: 'Bonjour Sandrine,\nvoici', name: 'Sandrine', confidence: 'low' },
    { text: 'Oliver said no.', name: 'Oliver', confidence: 'low' },
    { text: 'Mr Ogunlesi signed', name: 'Ogunlesi', confidence: 'medium' },
  ])('is found in $text', ({ text, name, confidence }) => {
    expect(namesIn(text)).toEqual([[name, confidence]]);
  });

  it.each([
    'boulevard Victor Hugo',
    'The Margaret Thatcher Foundation',
    'Siemens Energy and Robert Bosch GmbH',
    'mark the page, will you',
    'Mark Complete',
    'Will Be Done',
    'margaret.whitaker@example.org',
    'https://example.org/Anna/Nowak',
    'Saint Martin is an island',
    'May Day in June',
    'Margaret',
    'Name: Printer Queue',
    'class AnnaBuilder extends Builder',
    'Elm Dr Suite 12',
  ])('is not found in %s', (text) => {
    expect(namesIn(text)).toEqual([]);
  });

  it('is told apart from the name that follows it', () => {
    expect(namesIn('Anna Nowak, Jan Kowalski').map(([name]) => name)).toEqual(['Anna Nowak', 'Jan Kowalski']);
  });

  it('counts the same name once, however it is spaced', () => {
    const { counts } = classifier.classify('Anna Nowak\nand Anna\nNowak');
    expect(counts).toEqual([{ type: 'PERSON', count: 2, distinct: 1, confidence: 'medium' }]);
  });
});
