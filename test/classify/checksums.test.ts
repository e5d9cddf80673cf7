import { describe, expect, it } from 'vitest';
import {
  ean13,
  ibanCheck,
  luhn,
  luhnOf,
  nirKey,
  remainder,
  remainderOf,
} from '../../src/classify/checksums.ts';

describe('luhn', () => {
  it.each(['4111111111111111', '5555555555554444', '378282246310005', '30569309025904', '79927398713', '00'])(
    'holds for %s',
    (digits) => {
      expect(luhn(digits)).toBe(true);
    },
  );
  it.each(['4111111111111112', '79927398710', '1', '', '4111 1111', 'a0', '٤'])(
    'does not hold for "%s"',
    (digits) => {
      expect(luhn(digits)).toBe(false);
    },
  );
  it('notices every single wrong digit', () => {
    const good = '5555555555554444';
    for (let at = 0; at < good.length; at++) {
      for (let digit = 0; digit < 10; digit++) {
        const changed = good.slice(0, at) + digit + good.slice(at + 1);
        expect(luhn(changed)).toBe(changed === good);
      }
    }
  });
});

describe('the same over digits as numbers', () => {
  const digitsOf = (text: string) => Uint8Array.from(text, Number);
  it.each(['4111111111111111', '378282246310005', '4111111111111112', '79927398710', '00', '1', ''])(
    'says of %s what luhn says',
    (text) => {
      expect(luhnOf(digitsOf(`95${text}7`), 2, 2 + text.length)).toBe(luhn(text));
    },
  );
  it.each(['0', '97', '12345678901234567890', '2690549588157'])('leaves of %s the same remainder', (text) => {
    expect(remainderOf(digitsOf(`95${text}7`), 2, 2 + text.length, 97)).toBe(remainder(text, 97));
  });
});

describe('the IBAN check', () => {
  it.each([
    'GB82WEST12345698765432',
    'DE89370400440532013000',
    'NO9386011117947',
    'fr1420041010050500013m02606',
  ])('holds for %s', (iban) => {
    expect(ibanCheck(iban)).toBe(true);
  });
  it.each([
    'GB82WEST12345698765433',
    'DE98370400440532013000',
    'DE8',
    '',
    'DE89 3704',
    'DE89é70400440532013000',
  ])('does not hold for "%s"', (iban) => {
    expect(ibanCheck(iban)).toBe(false);
  });
});

describe('the NIR key', () => {
  it.each(['269054958815780', '185052A12345633', '185052B12345660'])('holds for %s', (nir) => {
    expect(nirKey(nir)).toBe(true);
  });
  it.each(['269054958815781', '185052A12345660', '185052B12345633', '26905495881578', '', '185052C12345633'])(
    'does not hold for "%s"',
    (nir) => {
      expect(nirKey(nir)).toBe(false);
    },
  );
});

describe('the ISBN check', () => {
  it.each([
    ['9783161484100', true],
    ['9780306406157', true],
    ['9783161484101', false],
    ['978316148410', false],
    ['97831614841x0', false],
  ])('of %s answers %s', (digits, holds) => {
    expect(ean13(digits)).toBe(holds);
  });
});

describe('the remainder', () => {
  it.each([
    ['0', 97, 0],
    ['96', 97, 96],
    ['123456789012345678901234567890', 97, Number(123456789012345678901234567890n % 97n)],
    ['', 97, -1],
    ['12a', 97, -1],
  ])('of "%s" by %d is %d', (digits, modulus, rest) => {
    expect(remainder(digits, modulus)).toBe(rest);
  });
});
