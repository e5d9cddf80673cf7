import type { Confidence, FindingType } from '../../shared/finding.ts';
import type { Check, Need, PatternRule, PatternType } from '../pattern-type.ts';
import { listOf } from '../word-list.ts';
import { NO_PLACEHOLDER } from './algorithms.ts';
import { namesOf } from './countries.ts';
import { companyLabels, kindWords, personLabels, SHARED_REACH } from './generic-labels.ts';

/** A number that some country gives out, as one entry of data. */
export interface Spec {
  /** Its family, then the country and the usual abbreviation: `NATIONAL_ID:DO_CEDULA`. */
  readonly type: FindingType;
  readonly name: string;
  /** Bounded shapes with the separators that people write; ignoring case unless `exactCase`. */
  readonly shapes: readonly RegExp[];
  readonly exactCase?: true;
  /** Letters that may stand in front and then tell the number by themselves, as the country in a VAT number; `EL|GR` either. */
  readonly prefix?: string;
  readonly check?: Check;
  /** Abbreviation and full names as the country writes them, separated by commas. */
  readonly labels: string;
  /** How sure the value is by itself. With a prefix: the value with its prefix. */
  readonly bare?: Confidence;
  /** Hardly any shape: counts only right beside its label. */
  readonly close?: true;
  /** Numbers whose check digit does not hold were given out too: with its own label the shape is enough, at medium confidence. */
  readonly lenient?: true;
  /** Made-up values, at least two; one of bare digits when the shapes allow that. */
  readonly values: readonly string[];
  /** Looks like one, is none. */
  readonly wrong: readonly string[];
}

/** How near its label stands (code units): of a number with hardly any shape, and of one without a check digit. */
const CLOSE = 48;
const NEARBY = 120;

const within = (keywords: readonly string[], units: number): Need => ({ keywords, within: units });

/** The pattern types of one number: its plain form, and the one with the prefix. */
export function entries(spec: Spec): readonly PatternType[] {
  const { prefix } = spec;
  const plain = patternType(spec, spec.shapes, spec.check, prefix === undefined ? spec.bare : undefined);
  if (prefix === undefined) return [plain];
  const [usual = ''] = prefix.split('|');
  const prefixed = {
    ...spec,
    values: spec.values.map((value) => `${usual}${value}`),
    wrong: spec.wrong.map((value) => `${usual}${value}`),
  };
  const shapes = spec.shapes.map(({ source }) => new RegExp(`(?:${prefix})[ -]?(?:${source})`, 'u'));
  return [patternType(prefixed, shapes, behind(prefix, spec.check), spec.bare ?? 'medium'), plain];
}

function behind(prefix: string, check: Check | undefined): Check | undefined {
  if (check === undefined) return undefined;
  const inFront = new RegExp(`^(?:${prefix})`, 'u');
  return { name: check.name, holds: (value) => check.holds(value.replace(inFront, '')) };
}

function patternType(
  spec: Spec,
  shapes: readonly RegExp[],
  realCheck: Check | undefined,
  bare: Confidence | undefined,
): PatternType {
  // The engine takes no value by itself that nothing speaks for but its shape.
  const check = realCheck ?? (bare === undefined ? undefined : NO_PLACEHOLDER);
  const country = countryOf(spec.type);
  const patterns = shapes.map(({ source }) => source);
  const digitsOnly = spec.values.some((value) => !/\p{L}/u.test(value));
  return {
    type: spec.type,
    name: spec.name,
    ...(country === undefined ? {} : { country }),
    patterns,
    ...(spec.exactCase === true ? { exactCase: true } : {}),
    ...(digitsOnly ? { digitsOnly: true } : {}),
    ...(check === undefined ? {} : { check }),
    rules: rulesOf(
      spec,
      country,
      realCheck !== undefined,
      bare ?? (digitsOnly && realCheck !== undefined ? 'low' : undefined),
    ),
    examples: examplesOf(spec, bare),
  };
}

/** `NATIONAL_ID:DO_CEDULA` → DO. Numbers that no single country gives out have none. */
const countryOf = (type: FindingType): string | undefined => {
  const code = /:([A-Z]{2})(?:_|$)/.exec(type)?.[1];
  return code === undefined || code === 'EU' ? undefined : code;
};

/**
 * High: the check digit holds and its own label, or its country with a word for such numbers, is near. Medium: a label of
 * some kind, or without a check digit its own. Then the value by itself; for bare digits the engine asks that the machine
 * stands in that country.
 */
function rulesOf(
  spec: Spec,
  country: string | undefined,
  checked: boolean,
  bare: Confidence | undefined,
): readonly PatternRule[] {
  const labels = listOf(spec.labels);
  const alone: readonly PatternRule[] = bare === undefined ? [] : [{ confidence: bare, needs: [] }];
  const confidence = checked ? 'high' : 'medium';
  const reach = spec.close === true ? CLOSE : NEARBY;
  const own = labelled(
    confidence,
    checked && spec.close !== true ? { keywords: labels } : within(labels, reach),
  );
  if (spec.close === true || country === undefined) return [own, ...alone];
  const named = { keywords: namesOf(country) };
  const described = labelled(confidence, named, within(kindWords(spec.type), NEARBY));
  // A check digit over fewer digits holds for too many numbers.
  const isLong = spec.values.every((value) => value.replaceAll(/\P{N}/gu, '').length >= 8);
  const isShared = checked && isLong && !spec.type.startsWith('BANK');
  const shared = isShared ? [labelled('medium', within(sharedLabels(spec.type, country), SHARED_REACH))] : [];
  const unchecked: readonly PatternRule[] =
    spec.lenient === true ? [{ ...labelled('medium', within(labels, CLOSE)), checked: false }] : [];
  return [own, described, ...shared, ...unchecked, ...alone];
}

const labelled = (confidence: Confidence, ...needs: readonly Need[]): PatternRule => ({ confidence, needs });

const sharedLabels = (type: FindingType, country: string): readonly string[] =>
  type.startsWith('COMPANY') ? companyLabels(country) : personLabels(country);

function examplesOf(spec: Spec, bare: Confidence | undefined): PatternType['examples'] {
  const labels = listOf(spec.labels);
  const [first = '', ...others] = labels;
  const labelled = spec.values.flatMap((value) => [
    { text: `${first}: ${value}`, value },
    { text: `1. ${others.at(-1) ?? first} ${value};`, value },
  ]);
  const alone =
    bare === undefined ? [] : [{ text: `a ${spec.values[0] ?? ''} b`, value: spec.values[0] ?? '' }];
  return {
    match: [...labelled, ...alone],
    noMatch: [
      ...spec.wrong.map((value) => `${first}: ${value}`),
      ...spec.values.map((value) => `${first}: x${value}y`),
      ...(bare === undefined ? spec.values.map((value) => `a ${value} b`) : []),
    ],
  };
}
