import { attribute, childrenNamed, guid, integer, required, type Findings } from './attributes.ts';
import type { XmlElement } from './xml.ts';

/** What the package says of itself. */
export interface PackageDetails {
  readonly id: string;
  /** `1.2.3.4` */
  readonly version: string;
  readonly name: string;
  readonly publisher: string;
}

const MAX_VERSION = 65_535;
const MAX_NAME = 64;
const MAX_DESCRIPTION = 256;

/** Reads RulePackage/RulePack and checks the rules of its schema. */
export function readDetails(root: XmlElement, findings: Findings): PackageDetails | undefined {
  const pack = only(root, 'RulePack', findings);
  if (pack === undefined) return undefined;
  const [encryption] = childrenNamed(pack, 'Encryption');
  if (encryption !== undefined)
    findings.refuse(encryption, 'the package is encrypted', 'export it without encryption');
  const id = guid(pack, 'id', findings);
  const version = versionOf(pack, findings);
  const publisher = only(pack, 'Publisher', findings);
  if (publisher !== undefined) guid(publisher, 'id', findings);
  const details = only(pack, 'Details', findings);
  const localized = details === undefined ? undefined : localizedDetails(details, findings);
  if (id === undefined || version === undefined || localized === undefined) return undefined;
  return { id, version, ...localized };
}

function only(parent: XmlElement, name: string, findings: Findings): XmlElement | undefined {
  const [first, second] = childrenNamed(parent, name);
  if (first === undefined)
    return findings.refuse(parent, `${parent.name} has no ${name}`, `add the element ${name}`);
  if (second !== undefined) findings.refuse(second, `${parent.name} has two ${name}`, 'remove one of them');
  return first;
}

function versionOf(pack: XmlElement, findings: Findings): string | undefined {
  const version = only(pack, 'Version', findings);
  if (version === undefined) return undefined;
  const numbers = ['major', 'minor', 'build', 'revision'].map((part) => {
    required(version, part, findings);
    return integer(version, part, 0, MAX_VERSION, findings);
  });
  return numbers.includes(undefined) ? undefined : numbers.join('.');
}

function localizedDetails(
  details: XmlElement,
  findings: Findings,
): { name: string; publisher: string } | undefined {
  const chosen = required(details, 'defaultLangCode', findings)?.toLowerCase();
  const languages = childrenNamed(details, 'LocalizedDetails');
  const seen = new Set<string>();
  let found: { name: string; publisher: string } | undefined;
  for (const language of languages) {
    const code = required(language, 'langcode', findings)?.toLowerCase();
    if (code === undefined) continue;
    if (seen.has(code))
      findings.refuse(language, `LocalizedDetails for "${code}" are there twice`, 'remove one of them');
    seen.add(code);
    const name = bounded(language, 'Name', 1, MAX_NAME, findings);
    const publisher = bounded(language, 'PublisherName', 1, MAX_DESCRIPTION, findings);
    bounded(language, 'Description', 0, MAX_DESCRIPTION, findings);
    if (code === chosen) found = { name, publisher };
  }
  if (chosen !== undefined && !seen.has(chosen))
    findings.refuse(
      details,
      `defaultLangCode "${chosen}" has no LocalizedDetails`,
      'add them, or name a language that is there',
    );
  return found;
}

function bounded(parent: XmlElement, name: string, min: number, max: number, findings: Findings): string {
  const [element] = childrenNamed(parent, name);
  const text = element?.text.trim() ?? '';
  if (text.length < min || text.length > max)
    findings.refuse(
      element ?? parent,
      `${name} has ${text.length} characters, expected ${min} to ${max}`,
      text.length < min ? 'write it' : 'shorten it',
    );
  return text;
}

/** Names of the entities, by GUID in small letters: one Resource each. */
export function readNames(
  strings: readonly XmlElement[],
  rules: ReadonlyMap<string, XmlElement>,
  findings: Findings,
): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const resource of strings.flatMap((element) => childrenNamed(element, 'Resource'))) {
    const id = guid(resource, 'idRef', findings)?.toLowerCase();
    if (id === undefined) continue;
    if (!rules.has(id))
      findings.refuse(
        resource,
        `Resource ${id} names no Entity or Affinity of the file`,
        'correct its idRef or remove it',
      );
    if (names.has(id)) findings.refuse(resource, `Resource ${id} is there twice`, 'remove one of them');
    names.set(id, nameOf(resource, findings));
    uniqueLanguages(resource, 'Description', findings);
  }
  for (const [id, rule] of rules) {
    if (!names.has(id))
      findings.refuse(rule, `${rule.name} ${id} has no Resource`, 'add its name to LocalizedStrings');
  }
  return names;
}

function nameOf(resource: XmlElement, findings: Findings): string {
  const names = uniqueLanguages(resource, 'Name', findings);
  const chosen = names.find((name) => attribute(name, 'default')?.toLowerCase() === 'true') ?? names[0];
  const text = chosen?.text.trim() ?? '';
  if (text === '') findings.refuse(chosen ?? resource, 'a Resource has no Name', 'write a Name');
  if (text.length > MAX_DESCRIPTION)
    findings.refuse(chosen ?? resource, `a Name is longer than ${MAX_DESCRIPTION} characters`, 'shorten it');
  return text;
}

function uniqueLanguages(resource: XmlElement, name: string, findings: Findings): readonly XmlElement[] {
  const elements = childrenNamed(resource, name);
  const seen = new Set<string>();
  for (const element of elements) {
    const code = required(element, 'langcode', findings)?.toLowerCase();
    if (code === undefined) continue;
    if (seen.has(code))
      findings.refuse(element, `a ${name} for "${code}" is there twice`, 'remove one of them');
    seen.add(code);
  }
  return elements;
}
