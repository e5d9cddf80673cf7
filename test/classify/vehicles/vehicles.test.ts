import { describe, expect, it } from 'vitest';
import { createClassifierOf } from '../../../src/classify/classifier.ts';
import { vehicleDetectors } from '../../../src/classify/vehicles/german-plate.ts';
import { vehicleTypes } from '../../../src/classify/vehicles/plates.ts';
import { vinCheck } from '../../../src/classify/vehicles/vin.ts';

const classifier = createClassifierOf(vehicleDetectors, vehicleTypes);
const found = (text: string) =>
  classifier
    .classify(text)
    .findings.map(({ type, start, end, confidence }) => [type, text.slice(start, end), confidence]);

describe('the check digit of a VIN', () => {
  it('holds for seventeen ones, and X stands for ten', () => {
    expect(vinCheck('11111111111111111')).toBe(true);
    expect(vinCheck('1M8GDM9AXKP042788')).toBe(true);
  });

  it.each(['11111111211111111', '1111111111111111', '1M8GDM9A1KP042788', 'I1111111111111111'])(
    'does not hold for %s',
    (vin) => {
      expect(vinCheck(vin)).toBe(false);
    },
  );
});

describe('a vehicle', () => {
  it.each([
    { text: 'VIN 1M8GDM9AXKP042788', want: ['VEHICLE:VIN', '1M8GDM9AXKP042788', 'high'] },
    { text: 'Fahrgestellnummer: WBAZZZ11ZGB123456', want: ['VEHICLE:VIN', 'WBAZZZ11ZGB123456', 'medium'] },
    { text: 'Kennzeichen: S-TG 1204', want: ['VEHICLE:DE', 'S-TG 1204', 'high'] },
    { text: 'immatriculation FK-218-TZ', want: ['VEHICLE:FR', 'FK-218-TZ', 'high'] },
    { text: 'targa: FT 218 KZ', want: ['VEHICLE:IT', 'FT 218 KZ', 'high'] },
    { text: 'car reg LD68 KWP', want: ['VEHICLE:GB', 'LD68 KWP', 'high'] },
    { text: 'plaka 34 TGK 218', want: ['VEHICLE:TR', '34 TGK 218', 'high'] },
  ])('is found in $text', ({ text, want }) => {
    expect(found(text)).toEqual([want]);
  });

  it('is a guess without its word on a machine of its country', () => {
    const british = createClassifierOf(vehicleDetectors, vehicleTypes, { country: 'GB' });
    expect(british.classify('saw LD68 KWP').findings[0]?.confidence).toBe('low');
    expect(found('saw LD68 KWP')).toEqual([]);
  });

  it.each(['FK-218-TZ', 'build WBAZZZ11ZGB123456', 'S-TG 1204', '1204 TGK', 'plate FK-21-T'])(
    'is not found without its word, or with a wrong shape: %s',
    (text) => {
      expect(found(text)).toEqual([]);
    },
  );
});
