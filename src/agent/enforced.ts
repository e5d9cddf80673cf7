import { createTextTypes } from '../classify/text-types.ts';
import type { DynamicRule } from '../label/dynamic-rules.ts';
import type { MappingRow } from '../label/mapping.ts';
import { readFileLabel, type ForeignLabels } from '../label/file-labels.ts';
import type { LabelRules } from '../label/assign.ts';
import { mergeLabels } from '../label/effective-labels.ts';
import { bundleVersionOf, type Bundle } from '../policy/bundle.ts';
import { loadDefaultBundle } from '../policy/default-bundle.ts';
import { compilePolicies, type PolicySet } from '../policy/judge.ts';
import type { Policy } from '../policy/policy.ts';
import type { FileLabel } from '../shared/capture.ts';
import type { CoachingTexts } from '../shared/coaching-texts.ts';
import { kindOf } from '../shared/company-types.ts';
import type { FindingType } from '../shared/finding.ts';
import type { Label } from '../shared/label.ts';
import type { PlatformOverride } from '../shared/platform-override.ts';

/**
 * What a bundle says, checked and with its names of types replaced by short ones; all but the types themselves, which stay where
 * texts are classified. Plain data: it crosses from the thread that read the bundle to the one that decides.
 */
export interface EnforcedData {
  readonly version: string;
  readonly contact?: string;
  /** The labels the bundle itself brings. */
  readonly labels: readonly Label[];
  readonly mapping: readonly MappingRow[];
  readonly rules: readonly DynamicRule[];
  readonly defaultLabel?: string;
  readonly policies: readonly Policy[];
  readonly platforms: readonly PlatformOverride[];
  readonly coaching?: CoachingTexts;
  /** What people call the company's own types, by short name. */
  readonly displayNames: readonly (readonly [FindingType, string])[];
  /** The company's types that are passages of known documents. */
  readonly documentTypes: readonly FindingType[];
  /** One line each about types of the bundle that are off, for the person who keeps it. */
  readonly off: readonly string[];
}

/** What of a bundle decides. `bundle`: with its names of types replaced; `off`: one line each about types that are off. */
export function dataOf(bundle: Omit<Bundle, 'tests'>, off: readonly string[]): EnforcedData {
  const { contact, default_label: defaultLabel, coaching, labels, mapping, policies, platforms } = bundle;
  return {
    version: bundleVersionOf(bundle),
    ...(contact === undefined ? {} : { contact }),
    labels,
    mapping,
    rules: bundle.dynamic_rules.rules,
    ...(defaultLabel === undefined ? {} : { defaultLabel }),
    policies,
    platforms,
    ...(coaching === undefined ? {} : { coaching }),
    displayNames: bundle.types.map(({ type, name }) => [type, name]),
    documentTypes: bundle.types.filter((type) => kindOf(type) === 'fingerprint').map(({ type }) => type),
    off,
  };
}

/**
 * The built-in bundle's, without loading what knows the names of types: it names short ones alone. That it cannot be used is a bug.
 */
export const builtInData = (): EnforcedData => dataOf(loadDefaultBundle(), []);

/** A bundle made ready to decide with. */
export interface Enforced {
  readonly version: string;
  readonly contact: string | undefined;
  readonly labelRules: LabelRules;
  readonly policies: PolicySet;
  readonly platforms: readonly PlatformOverride[];
  readonly coaching: CoachingTexts | undefined;
  readonly displayNames: ReadonlyMap<FindingType, string>;
  /** Does a finding of this type say something of the text around it? Redaction leaves it in place. */
  readonly speaksOfText: (type: FindingType) => boolean;
  readonly off: readonly string[];
  /** Do policies and events see this label of a copied file? Not where other tenants' labels are to be ignored. */
  readonly seesFileLabel: (label: FileLabel) => boolean;
}

/** Whose labels on files are the company's own, and what to do with others. */
export interface FileLabelRules {
  readonly tenantId: string | null;
  readonly foreign: ForeignLabels;
}

const EVERY_LABEL: FileLabelRules = { tenantId: null, foreign: 'keep' };

/**
 * Makes a bundle's data ready to decide with, in a few milliseconds at most. `tenantLabels`: those of the company's Purview tenant,
 * where they are known; they take the place of the bundle's (`mergeLabels`).
 */
export function makeEnforced(
  data: EnforcedData,
  tenantLabels: readonly Label[] = [],
  fileLabels: FileLabelRules = EVERY_LABEL,
): Enforced {
  const { version, contact, mapping, rules, defaultLabel, policies } = data;
  const labels = mergeLabels(data.labels, tenantLabels);
  return {
    version,
    contact,
    labelRules: { labels, rules, mapping, ...(defaultLabel === undefined ? {} : { defaultLabel }) },
    policies: compilePolicies(policies, labels),
    platforms: data.platforms,
    coaching: data.coaching,
    displayNames: new Map(data.displayNames),
    speaksOfText: createTextTypes(data.documentTypes),
    off: data.off,
    seesFileLabel: (label) => readFileLabel(label, { labels, deleted: [], ...fileLabels }).counts,
  };
}
