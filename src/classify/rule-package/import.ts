import { customTypesSchema, type CustomType } from '../../shared/custom-type.ts';
import { failed, ok, parse, type Result } from '../../shared/result.ts';
import type { BuiltInLookup } from '../custom/built-ins.ts';
import { createCustomDetector } from '../custom/evaluate.ts';
import { createFindings, guid, isGuid, type Findings } from './attributes.ts';
import { decodeXml } from './decode.ts';
import { readEntity, typeNames, unwrapped, type WrittenType } from './entities.ts';
import { readDetails, readNames, type PackageDetails } from './package-details.ts';
import type { Note, Problem } from './problem.ts';
import { readProcessors } from './processors.ts';
import { createResolver } from './references.ts';
import { readXml, type XmlElement } from './xml.ts';

/** Purview recommends 770 KB and its cmdlets return about 1 MB. */
export const MAX_PACKAGE_BYTES = 1024 * 1024;

const RULE_PACKAGE = 'http://schemas.microsoft.com/office/2011/mce';

export interface ImportOptions {
  /** Microsoft's functions and keyword lists by name. */
  readonly builtIn: BuiltInLookup;
  /** Terms of keyword dictionaries, by GUID in small letters: a rule package refers to them, but does not hold them. */
  readonly dictionaries?: ReadonlyMap<string, readonly string[]>;
}

export interface ImportedPackage {
  readonly details: PackageDetails;
  /** As they are to be written under `types` of a bundle. */
  readonly written: readonly WrittenType[];
  /** The same, with all defaults. */
  readonly types: readonly CustomType[];
  /** What was skipped, approximated, or is switched off. By line. */
  readonly notes: readonly Note[];
}

/**
 * Reads a Purview rule package (New-DlpSensitiveInformationTypeRulePackage). All of it is taken, or none: every reason to
 * refuse it is told at once, by line.
 */
export function importRulePackage(
  bytes: Uint8Array,
  options: ImportOptions,
): Result<ImportedPackage, readonly Problem[]> {
  if (bytes.length > MAX_PACKAGE_BYTES)
    return refused(
      `the file has ${bytes.length} bytes, expected at most ${MAX_PACKAGE_BYTES}`,
      'split the package into several',
    );
  const text = decodeXml(bytes);
  if (!text.ok) return refused('the text cannot be read', text.problem);
  const root = readXml(text.value);
  if (!root.ok) return failed([root.problem]);
  const stranger = refuseStranger(root.value);
  if (stranger !== undefined) return failed([stranger]);
  return readPackage(root.value, options);
}

const refused = (what: string, advice: string): Result<never, readonly Problem[]> =>
  failed([{ line: 1, what, advice }]);

/** Other kinds of packages share the name of the root element. */
function refuseStranger({ name, namespace, line }: XmlElement): Problem | undefined {
  if (name === 'RulePackage' && namespace === RULE_PACKAGE) return undefined;
  const kind = /\/(edm|pdm)$/.exec(namespace)?.[1];
  if (kind !== undefined)
    return {
      line,
      what: `an exact data match package (namespace ${namespace}) is not supported: it needs a hashed table that only Purview has`,
      advice: 'import the package of custom sensitive types instead',
    };
  return {
    line,
    what: `the root is ${name} in the namespace "${namespace}"`,
    advice: `expected RulePackage in ${RULE_PACKAGE}`,
  };
}

function readPackage(root: XmlElement, options: ImportOptions): Result<ImportedPackage, readonly Problem[]> {
  const findings = createFindings();
  const details = readDetails(root, findings);
  const elements = root.children.filter(({ name }) => name === 'Rules').flatMap(unwrapped);
  if (elements.length === 0) findings.refuse(root, 'the package has no Rules', 'export it again');
  const rules = readRules(elements, findings);
  const names = readNames(
    elements.filter(({ name }) => name === 'LocalizedStrings'),
    rules,
    findings,
  );
  const processors = readProcessors(elements, findings);
  noteUnknown(elements, findings);

  const entities = [...rules].filter(([, { name }]) => name === 'Entity');
  const shortNames = typeNames(entities.map(([id]) => ({ id, name: names.get(id) ?? '' })));
  const functions = new Map<string, XmlElement>();
  const written = entities.flatMap(([id, entity]): readonly WrittenType[] => {
    const resolver = createResolver(
      processors,
      options.dictionaries ?? new Map<string, readonly string[]>(),
      options.builtIn,
      findings,
    );
    const typeName = shortNames.get(id) ?? '';
    const type = readEntity(entity, names.get(id) ?? '', typeName, resolver, findings);
    for (const name of resolver.parts.functions) if (!functions.has(name)) functions.set(name, entity);
    noteMissing(entity, typeName, [...resolver.parts.missing], findings);
    return type === undefined ? [] : [type];
  });
  noteApproximations(rules, functions, findings);
  return finish(details, written, options, root, findings);
}

/** Entities and affinities by GUID in small letters. */
function readRules(elements: readonly XmlElement[], findings: Findings): ReadonlyMap<string, XmlElement> {
  const rules = new Map<string, XmlElement>();
  for (const element of elements) {
    if (element.name !== 'Entity' && element.name !== 'Affinity') continue;
    const id = guid(element, 'id', findings)?.toLowerCase();
    if (id === undefined) continue;
    if (rules.has(id)) findings.refuse(element, `the id ${id} is there twice`, 'give each its own GUID');
    else rules.set(id, element);
  }
  return rules;
}

const known = new Set([
  'Entity',
  'Affinity',
  'Regex',
  'Keyword',
  'Dictionary',
  'Fingerprint',
  'ExtendedKeyword',
  'Filters',
  'Validators',
  'LocalizedStrings',
]);

function noteUnknown(elements: readonly XmlElement[], findings: Findings): void {
  for (const element of elements) {
    if (!known.has(element.name))
      findings.note('skipped', element, `${element.name} is not known`, 'see whether a type needs it');
  }
}

function noteMissing(
  entity: XmlElement,
  typeName: string,
  missing: readonly string[],
  findings: Findings,
): void {
  if (missing.length === 0) return;
  findings.note(
    'disabled',
    entity,
    `${typeName} is off: it needs ${missing.map((name) => `"${name}"`).join(', ')}, not in the file`,
    missing.every(isGuid)
      ? 'import again with --dictionary, or add the terms under "keywords" of the type by that name'
      : 'add it under "keywords" or "regexes" of the type by that name',
  );
}

function noteApproximations(
  rules: ReadonlyMap<string, XmlElement>,
  functions: ReadonlyMap<string, XmlElement>,
  findings: Findings,
): void {
  for (const [id, rule] of rules) {
    if (rule.name === 'Affinity')
      findings.note(
        'skipped',
        rule,
        `Affinity ${id}: how its evidence adds up is not documented`,
        'write an Entity with the most telling evidence as IdMatch',
      );
  }
  const relaxed = [...rules.values()].find((rule) => rule.attributes.has('relaxProximity'));
  if (relaxed !== undefined)
    findings.note(
      'approximated',
      relaxed,
      'relaxProximity is ignored: its effect is not documented',
      'nothing to do',
    );
  for (const [name, entity] of functions)
    findings.note(
      'approximated',
      entity,
      `${name} is replaced by Clipward's own: Microsoft does not publish it`,
      'try it with texts of yours',
    );
}

/** What the schema of bundles and the engine still refuse is told at the element it comes from. */
function finish(
  details: PackageDetails | undefined,
  written: readonly WrittenType[],
  { builtIn }: ImportOptions,
  root: XmlElement,
  findings: Findings,
): Result<ImportedPackage, readonly Problem[]> {
  if (findings.problems.length === 0 && written.length === 0)
    findings.refuse(root, 'the package holds no Entity that can be imported', 'nothing to import');
  const types = parse(customTypesSchema, written, 'types');
  if (findings.problems.length === 0) {
    if (!types.ok) findings.refuse(root, types.problem, 'correct it in the package');
    else
      for (const problem of createCustomDetector(types.value, { builtIn }).problems)
        findings.refuse(root, problem, 'correct it in the package');
  }
  const problems = inOrder(findings.problems);
  if (problems.length > 0 || details === undefined || !types.ok) return failed(problems);
  return ok({ details, written, types: types.value, notes: inOrder(findings.notes) });
}

const inOrder = <Placed extends Problem>(list: readonly Placed[]): readonly Placed[] =>
  list.toSorted((left, right) => left.line - right.line);
