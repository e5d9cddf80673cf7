import { standsAlone } from '../characters.ts';
import { nirKey } from '../checksums.ts';
import type { Span, View } from '../detector.ts';
import { iban } from '../detectors/iban.ts';
import type { PatternType } from '../pattern-type.ts';
import { findEuDates, findExpirationDates, findUsDates } from './dates.ts';
import { typeOfFunction } from './function-names.ts';
import { findUsAddresses } from './us-address.ts';
import { compact, namedValidator, type ValueCheck } from './validators.ts';

/** Something of Microsoft's that a custom type may use by its name. */
export type BuiltIn =
  | {
      readonly kind: 'function';
      /** All places in a text; time grows linearly with it. Absent for a mere validator. */
      readonly find?: (text: string) => readonly Span[];
      readonly holds?: ValueCheck;
    }
  | { readonly kind: 'keywords'; readonly words: readonly string[] };

export type BuiltInLookup = (name: string) => BuiltIn | undefined;

/**
 * Microsoft's functions: dates and addresses, the values of its own types by their functions' names, and the validators.
 * `types` are the pattern types of the product; a function finds their values without looking for words around them.
 */
export function createBuiltIns(types: readonly PatternType[]): BuiltInLookup {
  const byGuid = new Map<string, PatternType[]>();
  for (const type of types) {
    const guid = type.purview?.id.toLowerCase();
    if (guid !== undefined) byGuid.set(guid, [...(byGuid.get(guid) ?? []), type]);
  }
  return (name) => {
    const key = name.trim().toLowerCase();
    const guid = typeOfFunction(key);
    const members = guid === undefined ? [] : (byGuid.get(guid) ?? []);
    const find = finders.get(key) ?? (members.length === 0 ? undefined : finderOf(members.flatMap(shapesOf)));
    const holds = namedValidator(key);
    if (find === undefined && holds === undefined) return undefined;
    return {
      kind: 'function',
      ...(find === undefined ? {} : { find }),
      ...(holds === undefined ? {} : { holds }),
    };
  };
}

/** A bounded expression (flags `gu` or `giu`) and the check of what it matches. */
interface Shape {
  readonly expression: RegExp;
  readonly holds: ValueCheck;
}

const shapesOf = ({ patterns, exactCase, check }: PatternType): readonly Shape[] =>
  patterns.map((source) => ({
    expression: new RegExp(source, exactCase === true ? 'gu' : 'giu'),
    holds: (value) => check?.holds(compact(value)) ?? true,
  }));

/** After a refused match the search goes on one unit further: the expressions are bounded, so that each place costs a constant. */
const finderOf =
  (shapes: readonly Shape[]) =>
  (text: string): readonly Span[] => {
    const found: Span[] = [];
    for (const { expression, holds } of shapes) {
      expression.lastIndex = 0;
      for (let match = expression.exec(text); match !== null; match = expression.exec(text)) {
        const start = match.index;
        const end = start + match[0].length;
        if (end > start && standsAlone(text, start, end) && holds(match[0])) found.push({ start, end });
        else expression.lastIndex = start + 1;
      }
    }
    return found;
  };

const shape = (source: string, validator?: string): Shape => ({
  expression: new RegExp(source, 'gu'),
  holds: (validator === undefined ? undefined : namedValidator(validator)) ?? (() => true),
});

const card = finderOf([shape('\\d(?:[ -]?\\d){12,18}', 'func_credit_card')]);
const formattedSsn = finderOf([shape('\\d{3}[- ]\\d{2}[- ]\\d{4}', 'func_ssn')]);
const plainSsn = finderOf([shape('\\d{9}', 'func_ssn')]);
const nir = finderOf([
  {
    expression: /[12378]\d{4}(?:\d\d|2[AB])\d{8}|[12378] \d\d \d\d (?:\d\d|2[AB]) \d{3} \d{3} \d\d/gu,
    holds: (value) => nirKey(compact(value)),
  },
]);
const OCTET = '(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)';

const finders = new Map<string, (text: string) => readonly Span[]>([
  ['func_us_date', findUsDates],
  ['func_eu_date', findEuDates],
  ['func_eu_date1', findEuDates],
  ['func_eu_date2', findEuDates],
  ['func_expiration_date', findExpirationDates],
  ['func_us_address', findUsAddresses],
  ['func_credit_card', card],
  ['func_eu_debit_card', card],
  ['func_iban', findIbans],
  ['func_french_insee', nir],
  ['func_ssn', formattedSsn],
  ['func_randomized_formatted_ssn', formattedSsn],
  ['func_unformatted_ssn', plainSsn],
  ['func_randomized_unformatted_ssn', plainSsn],
  ['regex_ipv4_address', finderOf([shape(`${OCTET}(?:\\.${OCTET}){3}`)])],
  ['regex_ipv6_address', finderOf([shape('(?:[0-9a-fA-F]{1,4}:){7}[0-9a-fA-F]{1,4}')])],
]);

/** The IBAN detector knows the length of each country's; it needs no words around it. */
function findIbans(text: string): readonly Span[] {
  const view: View = { text, country: undefined, hasKeyword: () => false };
  const found: Span[] = [];
  const beginning = /(?<![A-Za-z0-9])[A-Za-z]{2}(?=\d\d)/g;
  for (const { index } of text.matchAll(beginning)) {
    const match = iban.match(view, { start: index, end: index + 2 });
    if (match !== undefined) found.push({ start: match.start, end: match.end });
  }
  return found;
}
