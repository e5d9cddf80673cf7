import type { CustomType, KeywordList, RegexEntry, Term } from '../../shared/custom-type.ts';
import { failed, ok, type Result } from '../../shared/result.ts';
import type { LinearPattern } from '../regex/linear.ts';
import type { Span } from '../detector.ts';
import type { BuiltInLookup } from './built-ins.ts';
import { compileExpression } from './expression.ts';
import type { Keyword } from './keyword-matcher.ts';
import { createValidator, namedValidator, type ValueCheck } from './validators.ts';

/** What patterns are made of: each is looked for once in a text, however many types use it. */
export type Element =
  | { readonly kind: 'keywords'; readonly list: number }
  | { readonly kind: 'regex'; readonly pattern: LinearPattern; readonly checks: readonly ValueCheck[] }
  | {
      readonly kind: 'function';
      readonly find: (text: string) => readonly Span[];
      readonly checked: boolean;
    };

/** Elements of all types; equal ones are held once. */
export interface ElementTable {
  readonly elements: readonly Element[];
  readonly keywordLists: readonly (readonly Keyword[])[];
  /** The place of the element that a type calls `name`. */
  place(type: CustomType, name: string): Result<number>;
}

export function createElementTable(builtIn: BuiltInLookup): ElementTable {
  const elements: Element[] = [];
  const keywordLists: (readonly Keyword[])[] = [];
  const places = new Map<string, Result<number>>();
  /** By the list itself: a type names one list many times, and a key of all its terms takes long. */
  const listPlaces = new WeakMap<KeywordList, Result<number>>();

  const placeOf = (key: string, make: () => Result<Element>): Result<number> => {
    let place = places.get(key);
    if (place === undefined) {
      const element = make();
      place = element.ok ? ok(elements.push(element.value) - 1) : element;
      places.set(key, place);
    }
    return place;
  };
  const keywords = (list: readonly Keyword[]): Result<Element> =>
    ok({ kind: 'keywords', list: keywordLists.push(list) - 1 });

  return {
    elements,
    keywordLists,
    place(type, name) {
      const regex = own(type.regexes, name);
      if (regex !== undefined) {
        const validators = validatorsOf(regex).map((key) => own(type.validators, key) ?? key.toLowerCase());
        return placeOf(JSON.stringify(['regex', expressionOf(regex), validators]), () =>
          compileRegex(type, regex, builtIn),
        );
      }
      const list = own(type.keywords, name);
      if (list !== undefined) {
        const known = listPlaces.get(list);
        if (known !== undefined) return known;
        const place = placeOf(JSON.stringify(['keywords', list]), () => keywords(keywordsOf(list)));
        listPlaces.set(list, place);
        return place;
      }
      return placeOf(`built-in ${name.trim().toLowerCase()}`, () => {
        const found = builtIn(name);
        if (found?.kind === 'keywords') return keywords(keywordsOf(found.words));
        if (found?.find === undefined) return failed(unknownName(name));
        return ok({ kind: 'function', find: found.find, checked: found.holds !== undefined });
      });
    },
  };
}

const unknownName = (name: string): string =>
  `"${name}" is neither a regex nor a keyword list of the type, nor built in; correct the name or add it`;

/** Own keys alone: `constructor` is a fine name for a list. */
const own = <Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;

export const expressionOf = (regex: RegexEntry): string =>
  typeof regex === 'string' ? regex : regex.expression;
const validatorsOf = (regex: RegexEntry): readonly string[] =>
  typeof regex === 'string' ? [] : (regex.validators ?? []);

function compileRegex(type: CustomType, regex: RegexEntry, builtIn: BuiltInLookup): Result<Element> {
  const pattern = compileExpression(expressionOf(regex));
  if (!pattern.ok) return pattern;
  const checks: ValueCheck[] = [];
  for (const name of validatorsOf(regex)) {
    const check = validatorOf(type, name, builtIn);
    if (check === undefined)
      return failed(`the validator "${name}" is not known; correct its name or add it`);
    checks.push(check);
  }
  return ok({ kind: 'regex', pattern: pattern.value, checks });
}

function validatorOf(type: CustomType, name: string, builtIn: BuiltInLookup): ValueCheck | undefined {
  const mine = own(type.validators, name);
  if (mine !== undefined) return createValidator(mine);
  const named = namedValidator(name);
  if (named !== undefined) return named;
  const found = builtIn(name);
  return found?.kind === 'function' ? found.holds : undefined;
}

export function keywordsOf(list: KeywordList | readonly string[]): readonly Keyword[] {
  const entries: readonly (readonly [readonly Term[], boolean])[] =
    'words' in list || 'anywhere' in list
      ? [
          [list.words ?? [], true],
          [list.anywhere ?? [], false],
        ]
      : [[list as readonly Term[], true]];
  return entries.flatMap(([terms, wholeWord]) => terms.map((term) => keywordOf(term, wholeWord)));
}

/** Spaces around a whole word say nothing; around a term that may stand anywhere they are part of it. */
function keywordOf(term: Term, wholeWord: boolean): Keyword {
  const text = (typeof term === 'string' ? term : term.text).replaceAll(/\s{1,100}/g, ' ');
  return {
    text: wholeWord ? text.trim() : text,
    wholeWord,
    exactCase: typeof term !== 'string',
  };
}
