import {
  looksBuiltIn,
  type Filter,
  type KeywordList,
  type RegexEntry,
  type Validator,
} from '../../shared/custom-type.ts';
import type { BuiltInLookup } from '../custom/built-ins.ts';
import { namedValidator } from '../custom/validators.ts';
import { isGuid, type Findings } from './attributes.ts';
import { idsOf, type Processors } from './processors.ts';
import type { XmlElement } from './xml.ts';

/** What one type uses, gathered while its patterns are read. */
export interface Parts {
  readonly regexes: Record<string, RegexEntry>;
  readonly keywords: Record<string, KeywordList>;
  readonly validators: Record<string, Validator>;
  readonly missing: Set<string>;
  readonly functions: Set<string>;
}

export interface Resolver {
  readonly parts: Parts;
  /** Notes what `name` refers to; returns the name to write in the type. */
  element(from: XmlElement, name: string): string;
  /** The filters that the attribute `filters` names. */
  filters(from: XmlElement): readonly Filter[];
}

/** Resolves names: those of the file, then Microsoft's, then dictionaries that are given along; else they are missing. */
export function createResolver(
  processors: Processors,
  dictionaries: ReadonlyMap<string, readonly string[]>,
  builtIn: BuiltInLookup,
  findings: Findings,
): Resolver {
  const parts: Parts = {
    regexes: {},
    keywords: {},
    validators: {},
    missing: new Set(),
    functions: new Set(),
  };

  const validator = (from: XmlElement, name: string): readonly string[] => {
    const own = processors.validators.get(name);
    if (own !== undefined)
      return own.map((check, index) => {
        const key = index === 0 ? name : `${name} ${index + 1}`;
        parts.validators[key] = check;
        return key;
      });
    const found = builtIn(name);
    if (namedValidator(name) !== undefined || (found?.kind === 'function' && found.holds !== undefined)) {
      parts.functions.add(name);
      return [name];
    }
    if (looksBuiltIn(name)) {
      parts.missing.add(name);
      return [name];
    }
    findings.refuse(
      from,
      `Regex "${from.attributes.get('id') ?? ''}" names a validator "${name}" that is not in the file`,
      didYouMean(name, processors.validators.keys()),
    );
    return [];
  };

  const element = (from: XmlElement, name: string): string => {
    const processor = processors.byId.get(name);
    if (processor?.kind === 'keywords') parts.keywords[name] = processor.list;
    else if (processor?.kind === 'regex') {
      const { regex } = processor;
      const names = processor.validators.flatMap((wanted) => validator(processor.from, wanted));
      parts.regexes[name] = typeof regex === 'string' ? regex : { ...regex, validators: names };
    } else if (processor?.kind === 'opaque') parts.missing.add(name);
    else unknown(from, name);
    return name;
  };

  const unknown = (from: XmlElement, name: string): void => {
    const terms = dictionaries.get(name.toLowerCase());
    const found = builtIn(name);
    if (terms !== undefined) parts.keywords[name] = [...terms];
    else if (found?.kind === 'keywords' || found?.find !== undefined) parts.functions.add(name);
    else if (isGuid(name) || looksBuiltIn(name)) parts.missing.add(name);
    else
      findings.refuse(
        from,
        `"${name}" is neither in the file nor known`,
        didYouMean(name, processors.byId.keys()),
      );
  };

  return {
    parts,
    element,
    filters: (from) =>
      idsOf(from, 'filters').flatMap((id) => {
        const filters = processors.filters.get(id);
        if (filters === undefined)
          findings.refuse(from, `there is no Filters "${id}"`, didYouMean(id, processors.filters.keys()));
        for (const filter of filters ?? []) if ('matching' in filter) element(from, filter.matching);
        return filters ?? [];
      }),
  };
}

function didYouMean(name: string, known: Iterable<string>): string {
  const all = [...known];
  const wanted = name.toLowerCase();
  const near = all.find((id) => id.toLowerCase().includes(wanted) || wanted.includes(id.toLowerCase()));
  const names = near === undefined ? all.slice(0, 5) : [near];
  return names.length === 0 ? 'add it' : `add it, or name one that is there: ${names.join(', ')}`;
}
