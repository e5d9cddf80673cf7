import { describe, expect, it } from 'vitest';
import { createValidator, namedValidator } from '../../../src/classify/custom/validators.ts';

describe('a validator of Microsoft', () => {
  it.each([
    { name: 'Luhn', value: '7992 7398 713', wrong: '7992 7398 714' },
    { name: 'Func_credit_card', value: '4111_1111_1111_1111', wrong: '4111_1111_1111_1112' },
    { name: 'Func_ssn', value: '536-22-1234', wrong: '666-22-1234' },
    { name: 'Func_unformatted_ssn', value: '536221234', wrong: '000221234' },
    { name: 'func_RANDOMIZED_formatted_ssn', value: '899-22-1234', wrong: '900-22-1234' },
    { name: 'Func_randomized_unformatted_ssn', value: '899221234', wrong: '899001234' },
    { name: 'Func_aba_routing', value: '0110-0001-5', wrong: '0110-0001-6' },
    { name: 'Func_south_africa_identification_number', value: '8001015009087', wrong: '8001015009088' },
    { name: 'Func_brazil_cpf', value: '529.982.247-25', wrong: '529.982.247-26' },
    { name: 'Func_brazil_cnpj', value: '11.222.333/0001-81', wrong: '11.222.333/0001-82' },
    { name: 'Func_iban', value: 'DE89 3704 0044 0532 0130 00', wrong: 'DE89 3704 0044 0532 0130 01' },
    { name: 'Func_swedish_national_identifier', value: '811228-9874', wrong: '811228-9875' },
    { name: 'Func_swedish_national_identifier', value: '19811228-9874', wrong: '19811328-9873' },
    { name: 'Func_india_aadhaar', value: '2341 2341 2346', wrong: '2341 2341 2347' },
    { name: 'Func_uk_nhs_number', value: '943 476 5919', wrong: '943 476 5918' },
    { name: 'Func_Turkish_National_Id', value: '10000000146', wrong: '10000000147' },
    { name: 'Func_australian_tax_file_number', value: '123 456 782', wrong: '123 456 783' },
    { name: 'Func_usa_uk_passport', value: 'C12345678', wrong: 'CC1234567' },
    { name: 'Func_canadian_sin', value: '046 454 286', wrong: '046 454 287' },
    { name: 'Func_formatted_itin', value: '912-78-1234', wrong: '912-68-1234' },
    { name: 'Func_unformatted_itin', value: '912781234', wrong: '812781234' },
    { name: 'Func_dea_number', value: 'AB1234563', wrong: 'AB1234564' },
    { name: 'Func_dea_number_v2', value: 'AB1234563', wrong: '1B1234563' },
    { name: 'Func_japanese_my_number_personal', value: '1234 5678 9018', wrong: '1234 5678 9019' },
    { name: 'Func_japanese_my_number_corporate', value: '5835678256246', wrong: '6835678256246' },
  ])('$name takes $value and not $wrong', ({ name, value, wrong }) => {
    const holds = namedValidator(name);
    expect([holds?.(value), holds?.(wrong)]).toEqual([true, false]);
  });

  it.each(['Func_us_date', 'constructor', 'Func_'])('%s is none', (name) => {
    expect(namedValidator(name)).toBeUndefined();
  });
});

describe('a checksum of the company', () => {
  const eight = { weights: [8, 7, 6, 5, 4, 3, 2, 0], mod: 9, check_digit: 8, letters: false };
  const letters = { weights: [3, 1, 2, 0], mod: 10, check_digit: 4, letters: true };
  it.each([
    { checksum: eight, value: '12345674', holds: true },
    { checksum: eight, value: '1234-5674', holds: true },
    { checksum: eight, value: '12345675', holds: false },
    { checksum: eight, value: '1234567', holds: false },
    // A 10, B 11: 30 + 11 + 2 × 4 = 49
    { checksum: letters, value: 'AB49', holds: true },
    { checksum: letters, value: 'ab-49', holds: true },
    { checksum: letters, value: 'AB48', holds: false },
  ])('$checksum.weights of $value: $holds', ({ checksum, value, holds }) => {
    expect(createValidator({ checksum })(value)).toBe(holds);
  });
});

describe('a date inside a value', () => {
  it.each([
    { format: 'DDMMYY', offset: 0, value: '310199123', holds: true },
    { format: 'DDMMYY', offset: 0, value: '310299123', holds: false },
    { format: 'DDMMYYYY', offset: 0, value: '29.02.2024', holds: true },
    { format: 'DDMMYYYY', offset: 0, value: '29.02.2023', holds: false },
    { format: 'MMDDYYYY', offset: 0, value: '12312020', holds: true },
    { format: 'YYYYDDMM', offset: 0, value: '20203112', holds: true },
    { format: 'YYYYMMDD', offset: 4, value: 'EMP-20201231', holds: true },
    { format: 'YYYYMMDD', offset: 4, value: 'EMP-20201331', holds: false },
    { format: 'MMDDYY', offset: 1, value: '9123120', holds: true },
    { format: 'YYDDMM', offset: 0, value: '203112', holds: true },
    { format: 'YYMMDD', offset: 0, value: '201231', holds: true },
    { format: 'YYMMDD', offset: 0, value: '2012', holds: false },
  ] as const)('$format at $offset of $value: $holds', ({ format, offset, value, holds }) => {
    expect(createValidator({ date: { format, offset } })(value)).toBe(holds);
  });
});
