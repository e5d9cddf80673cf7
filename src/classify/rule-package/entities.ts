import type { z } from 'zod';
import {
  MAX_EXPRESSIONS,
  typeNameFrom,
  type customTypeSchema,
  type Need,
  type Proximity,
} from '../../shared/custom-type.ts';
import type { Confidence } from '../../shared/finding.ts';
import { attribute, flag, integer, required, type Findings } from './attributes.ts';
import type { Resolver } from './references.ts';
import type { XmlElement } from './xml.ts';

/** A custom type as it is written in a bundle. */
export type WrittenType = z.input<typeof customTypeSchema>;
type WrittenPattern = WrittenType['patterns'][number];

const DEFAULT_PROXIMITY = 300;

/** Purview's levels: 76 to 100 is high, 66 to 75 medium, up to 65 low. */
const levelOf = (confidence: number): Confidence =>
  confidence > 75 ? 'high' : confidence > 65 ? 'medium' : 'low';

/** Elements inside, those in a Version as if they stood there directly. */
export const unwrapped = (element: XmlElement): readonly XmlElement[] =>
  element.children.flatMap((child) =>
    child.name === 'Version' && child.attributes.has('minEngineVersion') ? unwrapped(child) : [child],
  );

/** Turns an Entity into a custom type; undefined when something of it is refused (which is told). */
export function readEntity(
  entity: XmlElement,
  name: string,
  typeName: string,
  resolver: Resolver,
  findings: Findings,
): WrittenType | undefined {
  const before = findings.problems.length;
  const recommended = confidence(entity, 'recommendedConfidence', findings);
  const proximity = required(entity, 'patternsProximity', findings);
  const reach = proximity === undefined ? undefined : proximityOf(entity, 'patternsProximity', findings);
  const filters = resolver.filters(entity);
  const patterns = unwrapped(entity).flatMap((child): WrittenPattern[] => {
    const pattern = child.name === 'Pattern' ? readPattern(child, reach, resolver, findings) : undefined;
    if (pattern !== undefined) return [pattern];
    if (child.name !== 'Pattern')
      findings.refuse(child, `${child.name} is not known inside Entity`, 'write Pattern elements');
    return [];
  });
  if (patterns.length === 0 && findings.problems.length === before)
    findings.refuse(entity, 'an Entity has no Pattern', 'add one');

  const { regexes, keywords, validators, missing } = resolver.parts;
  if (Object.keys(regexes).length > MAX_EXPRESSIONS)
    findings.refuse(entity, `an Entity uses more than ${MAX_EXPRESSIONS} Regex`, 'split it into several');
  if (findings.problems.length > before || recommended === undefined || reach === undefined) return undefined;
  return {
    type: typeName,
    id: attribute(entity, 'id'),
    name,
    recommended_confidence: levelOf(recommended),
    ...(reach === DEFAULT_PROXIMITY ? {} : { proximity: reach }),
    ...filled('regexes', regexes),
    ...filled('keywords', keywords),
    ...filled('validators', validators),
    ...(filters.length === 0 ? {} : { filters: [...filters] }),
    ...(missing.size === 0 ? {} : { missing: [...missing] }),
    patterns,
  };
}

const filled = <Key extends string, Value>(key: Key, record: Record<string, Value>) =>
  (Object.keys(record).length === 0 ? {} : { [key]: record }) as { [key in Key]?: Record<string, Value> };

function confidence(element: XmlElement, name: string, findings: Findings): number | undefined {
  if (required(element, name, findings) === undefined) return undefined;
  const value = integer(element, name, 1, 100, findings);
  if (value !== undefined && ![65, 75, 85].includes(value))
    findings.note(
      'approximated',
      element,
      `${name} ${value} becomes the level "${levelOf(value)}"`,
      'levels are low (up to 65), medium (66 to 75), high (76 and more)',
    );
  return value;
}

function proximityOf(element: XmlElement, name: string, findings: Findings): Proximity | undefined {
  if (attribute(element, name)?.toLowerCase() === 'unlimited') return 'unlimited';
  return integer(element, name, 1, 1_000_000, findings);
}

function readPattern(
  pattern: XmlElement,
  entityProximity: Proximity | undefined,
  resolver: Resolver,
  findings: Findings,
): WrittenPattern | undefined {
  const level = confidence(pattern, 'confidenceLevel', findings);
  const proximity = proximityOf(pattern, 'proximity', findings);
  const filters = resolver.filters(pattern);
  const primaries = pattern.children.filter(({ name }) => name === 'IdMatch');
  const [primary] = primaries;
  if (primary === undefined || primaries.length > 1) {
    findings.refuse(
      primaries[1] ?? pattern,
      `a Pattern has ${primary === undefined ? 'no' : 'more than one'} IdMatch`,
      'write exactly one',
    );
  }
  const find = primary === undefined ? undefined : reference(primary, resolver, findings);
  const needs = pattern.children
    .filter(({ name }) => name !== 'IdMatch')
    .flatMap((child) => readNeed(child, resolver, findings) ?? []);
  if (find === undefined || level === undefined) return undefined;
  return {
    confidence: levelOf(level),
    find,
    ...(needs.length === 0 ? {} : { needs }),
    ...(proximity === undefined || proximity === entityProximity ? {} : { proximity }),
    ...(filters.length === 0 ? {} : { filters: [...filters] }),
  };
}

function reference(element: XmlElement, resolver: Resolver, findings: Findings): string | undefined {
  const name = required(element, 'idRef', findings);
  return name === undefined ? undefined : resolver.element(element, name);
}

function readNeed(element: XmlElement, resolver: Resolver, findings: Findings): Need | undefined {
  switch (element.name) {
    case 'Match':
      return readMatch(element, resolver, findings);
    case 'Any':
      return readAny(element, resolver, findings);
    default:
      return findings.refuse(element, `${element.name} is not known here`, 'write Match or Any');
  }
}

function readMatch(element: XmlElement, resolver: Resolver, findings: Findings): Need | undefined {
  const match = reference(element, resolver, findings);
  const count = integer(element, 'minCount', 1, 10_000, findings) ?? 1;
  const distinct = flag(element, 'uniqueResults', findings) ?? false;
  const proximity = proximityOf(element, 'proximity', findings);
  if (match === undefined) return undefined;
  if (count === 1 && proximity === undefined) return match;
  return {
    match,
    ...(count === 1 ? {} : { min_count: count }),
    ...(count > 1 && distinct ? { distinct } : {}),
    ...(proximity === undefined ? {} : { proximity }),
  };
}

function readAny(element: XmlElement, resolver: Resolver, findings: Findings): Need | undefined {
  const children = element.children.flatMap((child) => readNeed(child, resolver, findings) ?? []);
  const most = integer(element, 'maxMatches', 0, 50, findings);
  const least = integer(element, 'minMatches', 0, 50, findings) ?? Math.min(1, most ?? 1);
  if (element.children.length === 0)
    return findings.refuse(element, 'an Any holds nothing', 'write Match elements inside it');
  if (most !== undefined && least > most)
    return findings.refuse(element, 'minMatches is larger than maxMatches', 'correct the numbers');
  if (least > element.children.length)
    return findings.refuse(
      element,
      `minMatches is ${least}, but there are only ${element.children.length} elements inside`,
      'lower it, or add elements',
    );
  if (most === 0) return { none_of: children };
  return {
    any_of: children,
    ...(least === 1 ? {} : { at_least: least }),
    ...(most === undefined ? {} : { at_most: most }),
  };
}

/** Short names for all entities, made of their display names; the same name twice gets a number. */
export function typeNames(
  entities: readonly { readonly id: string; readonly name: string }[],
): Map<string, string> {
  const taken = new Set<string>();
  const names = new Map<string, string>();
  for (const { id, name } of entities) {
    const base = typeNameFrom(name) ?? `CUSTOM:TYPE_${id.slice(0, 8).toUpperCase()}`;
    let chosen = base;
    for (let number = 2; taken.has(chosen); number++) chosen = `${base}_${number}`;
    taken.add(chosen);
    names.set(id, chosen);
  }
  return names;
}
