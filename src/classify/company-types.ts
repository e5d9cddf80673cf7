import type { CompanyType } from '../shared/company-types.ts';
import type { CustomType } from '../shared/custom-type.ts';
import type { DictionaryType } from '../shared/dictionary.ts';
import type { ExactDataType } from '../shared/exact-data.ts';
import type { FingerprintType } from '../shared/fingerprint.ts';
import { failed, ok, type Result } from '../shared/result.ts';
import { createBuiltIns } from './custom/built-ins.ts';
import { createCustomDetector, type CustomDetector } from './custom/evaluate.ts';
import { createDictionaries } from './dictionary/dictionaries.ts';
import { createExactData } from './exact-data/exact-data.ts';
import type { Finder } from './finder.ts';
import { createFingerprints } from './fingerprint/fingerprints.ts';
import { patternTypes } from './registry.ts';

/** A type that is off, and the names that it needs and that are given nowhere. */
export type DisabledType = CustomDetector['disabled'][number];

/** A company's own types made ready to be looked for. */
export interface CompanyFinders {
  /** What they were made from: plain data, from which another thread makes its own. */
  readonly types: readonly CompanyType[];
  /** One for each kind there is; none costs nothing. */
  readonly finders: readonly Finder[];
  readonly disabled: readonly DisabledType[];
}

/**
 * Makes the types of a bundle ready. The problems are one line each: the entry, what is wrong with it, and what to do; a
 * bundle that has any is refused as a whole.
 */
export function createFinders(types: readonly CompanyType[]): Result<CompanyFinders, readonly string[]> {
  const { custom, exact, documents, dictionaries } = byKind(types);
  const detector = custom.length === 0 ? undefined : createCustomDetector(custom, { builtIn });
  if (detector !== undefined && detector.problems.length > 0) {
    return failed(detector.problems.map((problem) => withPlace(problem, types)));
  }
  return ok({
    types,
    finders: [
      ...(detector === undefined ? [] : [detector]),
      ...(exact.length === 0 ? [] : [createExactData(exact)]),
      ...(documents.length === 0 ? [] : [createFingerprints(documents)]),
      ...(dictionaries.length === 0 ? [] : [createDictionaries(dictionaries)]),
    ],
    disabled: detector?.disabled ?? [],
  });
}

const builtIn = createBuiltIns(patternTypes);

interface ByKind {
  readonly custom: readonly CustomType[];
  readonly exact: readonly ExactDataType[];
  readonly documents: readonly FingerprintType[];
  readonly dictionaries: readonly DictionaryType[];
}

function byKind(types: readonly CompanyType[]): ByKind {
  const custom: CustomType[] = [];
  const exact: ExactDataType[] = [];
  const documents: FingerprintType[] = [];
  const dictionaries: DictionaryType[] = [];
  for (const type of types) {
    if (!('kind' in type)) custom.push(type);
    else if (type.kind === 'exact_data') exact.push(type);
    else if (type.kind === 'fingerprint') documents.push(type);
    else dictionaries.push(type);
  }
  return { custom, exact, documents, dictionaries };
}

/** A problem begins with the short name of its type; the place in the bundle is put before it. */
function withPlace(problem: string, types: readonly CompanyType[]): string {
  const place = types.findIndex(({ type }) => problem.startsWith(`${type}: `));
  return `types[${place}] ${problem}`;
}

/** `CUSTOM:BERTH is off: it needs …`: for the person who keeps the bundle. */
export const disabledLine = ({ type, missing }: DisabledType): string =>
  `${type} is off: it needs ${missing.join(', ')}; add the terms to its "keywords" under that name`;
