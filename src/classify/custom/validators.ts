import type { Checksum, DateCheck, Validator } from '../../shared/custom-type.ts';
import { abaRouting, brazilianCnpj, brazilianCpf, deaNumber } from '../checks/americas.ts';
import { aadhaar, japaneseCorporate, japaneseIndividual } from '../checks/asia.ts';
import { swedishPersonal } from '../checks/northern-europe.ts';
import { australianTaxFile } from '../checks/oceania.ts';
import { turkishIdentity } from '../checks/southern-europe.ts';
import { nhsNumber } from '../checks/western-europe.ts';
import { ibanCheck, luhn } from '../checksums.ts';
import type { Check } from '../pattern-type.ts';
import { isDay } from './calendar.ts';

/** Is the value real? Takes it as it stands in the text, separators and all. */
export type ValueCheck = (value: string) => boolean;

const ZERO = 48;

/** Letters and digits alone, upper case. */
export const compact = (value: string): string => value.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');

const digitsOf = (value: string): string => value.replaceAll(/[^0-9]/g, '');

/** A validator that a type brings along. */
export function createValidator(validator: Validator): ValueCheck {
  return 'checksum' in validator ? checksumOf(validator.checksum) : dateOf(validator.date);
}

/**
 * The sum of character times weight, modulo `mod`, equals the check character. Purview does not say what letters count;
 * A is 10 and Z is 35 here, as in ISO 7064 and ISO 6346 before its skips.
 */
function checksumOf({ weights, mod, check_digit, letters }: Checksum): ValueCheck {
  return (value) => {
    const characters = letters ? compact(value) : digitsOf(value);
    if (characters.length !== weights.length) return false;
    let sum = 0;
    for (const [place, weight] of weights.entries()) sum += weight * valueOf(characters.charCodeAt(place));
    return sum % mod === valueOf(characters.charCodeAt(check_digit - 1));
  };
}

const valueOf = (code: number): number => (code <= 57 ? code - ZERO : code - 55);

/** Digits from `offset` on make a day that exists; separators between them are passed over. */
function dateOf({ format, offset }: DateCheck): ValueCheck {
  return (value) => {
    const digits = digitsOf(value.slice(offset, offset + 40));
    if (digits.length < format.length) return false;
    const part = (letter: string): number =>
      Number(digits.slice(format.indexOf(letter), format.lastIndexOf(letter) + 1));
    return isDay(part('Y'), part('M'), part('D'));
  };
}

const onDigits =
  (length: number, holds: (digits: string) => boolean): ValueCheck =>
  (value) => {
    const digits = digitsOf(value);
    return digits.length === length && holds(digits);
  };

/** US social security numbers since 2011: no area 000, 666 or 9xx, no group 00, no serial 0000 (ssa.gov, "SSN randomization"). */
const ssn = onDigits(9, (digits) => /^(?!000|666|9)\d{3}(?!00)\d{2}(?!0000)\d{4}$/.test(digits));

/** US taxpayer numbers of people without an SSN: 9 first, then 7x or 8x in the middle as Purview has it. */
const itin = onDigits(9, (digits) => /^9\d{2}[78]\d{5}$/.test(digits));

const notAllSame = (digits: string): boolean => !/^(\d)\1*$/.test(digits);

/** Luhn over 13 to 19 digits (ISO/IEC 7812-1); the issuers begin with 2 to 6. */
const creditCard: ValueCheck = (value) => {
  const digits = digitsOf(value);
  return (
    digits.length >= 13 && digits.length <= 19 && /^[2-6]/.test(digits) && luhn(digits) && notAllSame(digits)
  );
};

const iban: ValueCheck = (value) => {
  const text = compact(value);
  return /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(text) && ibanCheck(text);
};

/** Two letters, or a letter and a 9, in front. */
const dea: ValueCheck = (value) =>
  /^[A-Z][A-Z9]\d{7}$/.test(compact(value)) && deaNumber.holds(compact(value));

/** The last ten digits begin with a date; co-ordination numbers have 60 added to the day. */
const swedish: ValueCheck = (value) => {
  const ten = digitsOf(value).slice(-10);
  const day = Number(ten.slice(4, 6));
  const isDate = isDay(Number(ten.slice(0, 2)), Number(ten.slice(2, 4)), day > 60 ? day - 60 : day);
  return isDate && swedishPersonal.holds(digitsOf(value));
};

const held =
  (check: Check): ValueCheck =>
  (value) =>
    check.holds(compact(value));

/**
 * Microsoft's functions that a regex may name as its validator, by name in small letters
 * (https://learn.microsoft.com/purview/sit-create-a-custom-sensitive-information-type-in-scc-powershell, "validators").
 */
const named: Readonly<Record<string, ValueCheck>> = {
  luhn: (value) => luhn(digitsOf(value)),
  func_credit_card: creditCard,
  func_ssn: ssn,
  func_unformatted_ssn: ssn,
  func_randomized_formatted_ssn: ssn,
  func_randomized_unformatted_ssn: ssn,
  func_aba_routing: held(abaRouting),
  func_south_africa_identification_number: onDigits(13, (digits) => luhn(digits)),
  func_brazil_cpf: held(brazilianCpf),
  func_brazil_cnpj: held(brazilianCnpj),
  func_iban: iban,
  func_swedish_national_identifier: swedish,
  func_india_aadhaar: held(aadhaar),
  func_uk_nhs_number: held(nhsNumber),
  func_turkish_national_id: held(turkishIdentity),
  func_australian_tax_file_number: held(australianTaxFile),
  func_usa_uk_passport: (value) => /^[A-Z0-9]\d{8}$/.test(compact(value)),
  func_canadian_sin: onDigits(9, (digits) => luhn(digits)),
  func_formatted_itin: itin,
  func_unformatted_itin: itin,
  func_dea_number: dea,
  func_dea_number_v2: dea,
  func_japanese_my_number_personal: held(japaneseIndividual),
  func_japanese_my_number_corporate: held(japaneseCorporate),
};

/** A validator that Microsoft has, by its name in any case; `Luhn` is the one that its portal offers. */
export function namedValidator(name: string): ValueCheck | undefined {
  const key = name.trim().toLowerCase();
  return Object.hasOwn(named, key) ? named[key] : undefined;
}
