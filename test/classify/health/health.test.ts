import { describe, expect, it } from 'vitest';
import { createClassifierOf } from '../../../src/classify/classifier.ts';
import { healthDetectors } from '../../../src/classify/health/health.ts';

const classifier = createClassifierOf(healthDetectors);
const termsIn = (text: string) =>
  classifier
    .classify(text)
    .findings.map(({ type, start, end, confidence }) => [type, text.slice(start, end), confidence]);

describe('a medical term', () => {
  it.each([
    {
      text: 'The patient was diagnosed with rheumatoid arthritis.',
      found: ['HEALTH:CONDITION', 'rheumatoid arthritis', 'high'],
    },
    {
      text: 'Patiente hospitalisée, sclérose en plaques',
      found: ['HEALTH:CONDITION', 'sclérose en plaques', 'high'],
    },
    { text: 'Die Patientin leidet an Vorhofflimmern', found: ['HEALTH:CONDITION', 'Vorhofflimmern', 'high'] },
    { text: 'Prescribed: metoprolol', found: ['HEALTH:MEDICATION', 'metoprolol', 'high'] },
    { text: 'Paziente: Xarelto', found: ['HEALTH:MEDICATION_BRAND', 'Xarelto', 'high'] },
    { text: 'paciente, histerectomía', found: ['HEALTH:PROCEDURE', 'histerectomía', 'high'] },
    { text: 'Patient: hematocrit is up', found: ['HEALTH:BLOOD_TEST', 'hematocrit', 'high'] },
  ])('beside a patient is certain: $text', ({ text, found }) => {
    expect(termsIn(text)).toEqual([found]);
  });

  it('alone is a guess, never more', () => {
    expect(
      termsIn('A book on rheumatoid arthritis and lymphoma').map(([, , confidence]) => confidence),
    ).toEqual(['low', 'low']);
  });

  it.each([
    'a stroke of luck',
    'cancer is a sign of the zodiac',
    'surgery hours',
    'the mri of a building',
    'plan b works',
  ])('that is an everyday word is nothing by itself: %s', (text) => {
    expect(termsIn(text)).toEqual([]);
  });

  it('is taken at its full length', () => {
    expect(termsIn('diagnosis: type 2 diabetes')).toEqual([['HEALTH:CONDITION', 'type 2 diabetes', 'high']]);
  });

  it('carries the name and GUID of the Purview type', () => {
    expect(healthDetectors.map(({ purview }) => purview?.name)).toEqual(
      expect.arrayContaining([
        'Diseases',
        'Generic Medication Names',
        'Lab Test Terms',
        'Surgical Procedures',
      ]),
    );
    expect(new Set(healthDetectors.map(({ purview }) => purview?.id)).size).toBe(10);
  });
});
