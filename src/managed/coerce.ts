import { z } from 'zod';
import { parseJson } from '../shared/json.ts';
import type { Setting } from './setting.ts';

/** What a source's value is once it has its key's type; its schema judges it after that. */
type Coerced = { readonly value: unknown } | { readonly expected: string };

/**
 * Takes a value as MDM tools write it: registry numbers and texts for booleans (1, "1", "true"), decimal texts for numbers, and
 * for lists an array, JSON text, lines, or words between commas. Anything else is left to be refused, with what was expected.
 */
export function coerce(setting: Setting<unknown, unknown>, raw: unknown): Coerced {
  const value = typeof raw === 'bigint' ? Number(raw) : raw;
  switch (setting.type) {
    case 'boolean':
      return booleanOf(value);
    case 'integer':
      return integerOf(value, setting.takes);
    case 'string':
      return typeof value === 'string' ? { value: value.trim() } : { expected: setting.takes };
    case 'choice':
      return choiceOf(value, setting);
    case 'list':
      return listOf(value, setting);
  }
}

function booleanOf(value: unknown): Coerced {
  const text = typeof value === 'string' ? value.trim().toLowerCase() : value;
  if (text === true || text === 1 || text === '1' || text === 'true') return { value: true };
  if (text === false || text === 0 || text === '0' || text === 'false') return { value: false };
  return { expected: 'true or false' };
}

function integerOf(value: unknown, takes: string): Coerced {
  if (typeof value === 'number') return { value };
  const digits = typeof value === 'string' ? /^\s*(-?\d{1,15})\s*$/.exec(value)?.[1] : undefined;
  return digits === undefined ? { expected: `a whole number from ${takes}` } : { value: Number(digits) };
}

function choiceOf(value: unknown, { choices = [], takes }: Setting<unknown, unknown>): Coerced {
  if (typeof value !== 'string') return { expected: takes };
  const wanted = value.trim().toLowerCase();
  return { value: choices.find((choice) => choice.toLowerCase() === wanted) ?? value };
}

const textsSchema = z.array(z.string());

function listOf(value: unknown, { splits = false, takes }: Setting<unknown, unknown>): Coerced {
  if (Array.isArray(value)) {
    if (!value.every((item) => typeof item === 'string')) return { expected: `${takes}, each of them text` };
    return { value: splits ? tidy(value) : value };
  }
  if (typeof value !== 'string') return { expected: takes };
  if (value.trimStart().startsWith('[')) {
    const texts = parseJson(textsSchema, value, takes);
    if (texts.ok) return { value: splits ? tidy(texts.value) : texts.value };
    if (splits) return { expected: `${takes}; it begins like JSON and is no list of texts` };
  }
  if (!splits) return { value: [value] };
  return { value: tidy(value.split(/[\r\n]/.test(value) ? /\r?\n|\r/ : ',')) };
}

/** Empty lines and empty places between commas are nothing. */
const tidy = (items: readonly string[]): string[] =>
  items.map((item) => item.trim()).filter((item) => item !== '');
