import {
  dateFormats,
  MAX_EXPRESSION_UNITS,
  type Filter,
  type FilterPlace,
  type KeywordList,
  type RegexEntry,
  type Term,
  type Validator,
} from '../../shared/custom-type.ts';
import { compileExpression } from '../custom/expression.ts';
import { attribute, childrenNamed, flag, innerText, required, type Findings } from './attributes.ts';
import { uploadRefusal } from './upload-rules.ts';
import type { XmlElement } from './xml.ts';

/** What patterns refer to by id. */
export type Processor =
  | {
      readonly kind: 'regex';
      readonly regex: RegexEntry;
      readonly validators: readonly string[];
      readonly from: XmlElement;
    }
  | { readonly kind: 'keywords'; readonly list: KeywordList; readonly from: XmlElement }
  /** There, but not to be had outside of Purview. */
  | { readonly kind: 'opaque'; readonly from: XmlElement };

export interface Processors {
  readonly byId: ReadonlyMap<string, Processor>;
  readonly filters: ReadonlyMap<string, readonly Filter[]>;
  readonly validators: ReadonlyMap<string, readonly Validator[]>;
}

const MAX_TERM = 50;
const MAX_TERMS = 2048;

/** Reads all Regex, Keyword, Fingerprint, ExtendedKeyword, Dictionary, Filters and Validators, in any order. */
export function readProcessors(elements: readonly XmlElement[], findings: Findings): Processors {
  const byId = new Map<string, Processor>();
  const filters = new Map<string, readonly Filter[]>();
  const validators = new Map<string, readonly Validator[]>();
  const add = <Value>(map: Map<string, Value>, element: XmlElement, value: Value): void => {
    const id = required(element, 'id', findings);
    if (id === undefined) return;
    if (map.has(id)) findings.refuse(element, `the id "${id}" is there twice`, 'give each its own id');
    else map.set(id, value);
  };
  for (const element of elements) {
    const processor = processorOf(element, findings);
    if (processor !== undefined) add(byId, element, processor);
    else if (element.name === 'Filters') add(filters, element, readFilters(element, findings));
    else if (element.name === 'Validators') add(validators, element, readValidators(element, findings));
  }
  return { byId, filters, validators };
}

function processorOf(element: XmlElement, findings: Findings): Processor | undefined {
  switch (element.name) {
    case 'Regex':
      return readRegex(element, findings);
    case 'Keyword':
      return { kind: 'keywords', list: readKeyword(element, findings), from: element };
    case 'Dictionary':
      return readDictionary(element, findings);
    case 'Fingerprint':
    case 'ExtendedKeyword':
      findings.note(
        'skipped',
        element,
        `${element.name} "${attribute(element, 'id') ?? ''}" cannot be used outside of Purview`,
        'types that need it are imported switched off',
      );
      return { kind: 'opaque', from: element };
    default:
      return undefined;
  }
}

function readRegex(element: XmlElement, findings: Findings): Processor {
  const expression = innerText(element);
  const refuse = (what: string, advice: string): void =>
    findings.refuse(element, `Regex "${attribute(element, 'id') ?? ''}": ${what}`, advice);
  const refusal = uploadRefusal(expression);
  if (expression === '') refuse('it is empty', 'write an expression');
  else if (expression.length > MAX_EXPRESSION_UNITS)
    refuse(`it is longer than ${MAX_EXPRESSION_UNITS} characters`, 'shorten it or split it');
  else if (refusal !== undefined) refuse(refusal.what, refusal.advice);
  else {
    const compiled = compileExpression(expression);
    if (!compiled.ok) refuse(`cannot be used: ${compiled.problem}`, 'change the expression');
  }
  const validators = idsOf(element, 'validators');
  const regex: RegexEntry =
    validators.length === 0 ? expression : { expression, validators: [...validators] };
  return { kind: 'regex', regex, validators, from: element };
}

/** Ids may hold spaces, so that only commas separate them. */
export const idsOf = (element: XmlElement, name: string): readonly string[] =>
  (attribute(element, name) ?? '')
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '');

function readKeyword(element: XmlElement, findings: Findings): KeywordList {
  const words: Term[] = [];
  const anywhere: Term[] = [];
  const id = attribute(element, 'id') ?? '';
  for (const group of element.children) {
    if (group.name !== 'Group') {
      findings.refuse(group, `${group.name} is not known inside Keyword`, 'write Group elements');
      continue;
    }
    const style = (attribute(group, 'matchStyle') ?? 'word').toLowerCase();
    if (style !== 'word' && style !== 'string')
      findings.refuse(group, `matchStyle "${style}" is not known`, 'write word or string');
    for (const term of childrenNamed(group, 'Term')) {
      const text = innerText(term);
      const isBlank = text.trim() === '';
      if (isBlank || text.length > MAX_TERM)
        findings.refuse(
          term,
          `a Term of "${id}" has ${isBlank ? 0 : text.length} characters, expected 1 to ${MAX_TERM}`,
          isBlank ? 'write it or remove it' : 'shorten it, or split it into several',
        );
      const exact = flag(term, 'caseSensitive', findings) ?? false;
      (style === 'word' ? words : anywhere).push(exact ? { text, exact_case: true } : text);
    }
  }
  const count = words.length + anywhere.length;
  if (count === 0) findings.refuse(element, `Keyword "${id}" has no Term`, 'add its terms');
  if (count > MAX_TERMS)
    findings.refuse(
      element,
      `Keyword "${id}" has more than ${MAX_TERMS} terms`,
      'split it into several lists',
    );
  return listOfTerms(words, anywhere);
}

const listOfTerms = (words: Term[], anywhere: Term[]): KeywordList => {
  if (anywhere.length === 0) return words;
  return words.length === 0 ? { anywhere } : { words, anywhere };
};

/** Some exports carry a keyword dictionary along: Term elements, or one term on each line. */
function readDictionary(element: XmlElement, findings: Findings): Processor {
  const terms =
    element.children.length > 0 ? element.children.map(({ text }) => text) : element.text.split('\n');
  const words = [...new Set(terms.map((term) => term.trim()).filter((term) => term !== ''))];
  if (words.length === 0) {
    findings.note(
      'skipped',
      element,
      `Dictionary "${attribute(element, 'id') ?? ''}" holds no terms`,
      'types that need it are imported switched off',
    );
    return { kind: 'opaque', from: element };
  }
  findings.note(
    'approximated',
    element,
    `Dictionary "${attribute(element, 'id') ?? ''}" is read as ${words.length} whole words`,
    'check its terms',
  );
  return { kind: 'keywords', list: words, from: element };
}

const places: Readonly<Record<string, FilterPlace>> = {
  startswith: 'starts_with',
  endswith: 'ends_with',
  full: 'equals',
  prefix: 'preceded_by',
  suffix: 'followed_by',
};

function readFilters(element: XmlElement, findings: Findings): readonly Filter[] {
  return childrenNamed(element, 'Filter').flatMap((filter): readonly Filter[] => {
    const type = attribute(filter, 'type')?.toLowerCase();
    if (type === 'alldigitssamefilter') return [{ exclude: 'same_digits' }];
    if (type !== 'textmatchfilter') {
      findings.refuse(
        filter,
        `a Filter of type "${attribute(filter, 'type') ?? ''}" is not known`,
        'write AllDigitsSameFilter or TextMatchFilter',
      );
      return [];
    }
    const place = places[attribute(filter, 'direction')?.toLowerCase() ?? ''];
    const logic = attribute(filter, 'logic')?.toLowerCase();
    const matching = required(filter, 'textProcessorId', findings);
    if (place === undefined)
      findings.refuse(
        filter,
        `the direction "${attribute(filter, 'direction') ?? ''}" is not known`,
        'write StartsWith, EndsWith, Full, Prefix or Suffix',
      );
    if (logic !== 'include' && logic !== 'exclude')
      findings.refuse(filter, `the logic "${logic ?? ''}" is not known`, 'write Include or Exclude');
    if (place === undefined || matching === undefined) return [];
    return [logic === 'include' ? { require: place, matching } : { exclude: place, matching }];
  });
}

function readValidators(element: XmlElement, findings: Findings): readonly Validator[] {
  return childrenNamed(element, 'Validator').flatMap((validator): readonly Validator[] => {
    const params = new Map(
      childrenNamed(validator, 'Param').map((param) => [
        attribute(param, 'name')?.toLowerCase() ?? '',
        param.text.trim(),
      ]),
    );
    const type = attribute(validator, 'type')?.toLowerCase();
    if (type === 'checksum') return checksumOf(validator, params, findings);
    if (type === 'datesimple') return dateOf(validator, params, findings);
    findings.refuse(
      validator,
      `a Validator of type "${attribute(validator, 'type') ?? ''}" is not known`,
      'write Checksum or DateSimple',
    );
    return [];
  });
}

function checksumOf(
  element: XmlElement,
  params: ReadonlyMap<string, string>,
  findings: Findings,
): readonly Validator[] {
  const weights = (params.get('weights') ?? '').split(',').map((weight) => wholeNumber(weight.trim()));
  const mod = wholeNumber(params.get('mod') ?? '');
  const place = wholeNumber(params.get('checkdigit') ?? '');
  const letters = params.get('allowalphabets') === '1';
  const isRight =
    weights.length >= 2 &&
    weights.length <= 64 &&
    weights.every((weight) => weight >= 0 && weight <= 1000) &&
    mod >= 2 &&
    mod <= 1000 &&
    place >= 1 &&
    place <= weights.length;
  if (!isRight) {
    findings.refuse(
      element,
      'a Checksum needs Weights (2 to 64 numbers up to 1000), Mod (2 to 1000) and CheckDigit (one of the places)',
      'correct its Param elements',
    );
    return [];
  }
  if (letters)
    findings.note(
      'approximated',
      element,
      'Purview does not say what letters count in a Checksum: here A is 10 and Z is 35',
      'try it with values of yours',
    );
  return [{ checksum: { weights, mod, check_digit: place, letters } }];
}

const wholeNumber = (text: string): number => (/^\d{1,9}$/.test(text) ? Number(text) : -1);

function dateOf(
  element: XmlElement,
  params: ReadonlyMap<string, string>,
  findings: Findings,
): readonly Validator[] {
  const format = dateFormats.find((known) => known === params.get('pattern')?.toUpperCase());
  const offset = wholeNumber(params.get('offset') ?? params.get('startoffset') ?? '0');
  if (format === undefined || offset < 0 || offset > 1000) {
    findings.refuse(
      element,
      'a DateSimple needs a Pattern, and an Offset from 0 if any',
      `write one of ${dateFormats.join(', ')}`,
    );
    return [];
  }
  return [{ date: { format, offset } }];
}
