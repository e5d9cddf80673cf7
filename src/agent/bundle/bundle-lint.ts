import { createFinders } from '../../classify/company-types.ts';
import { createTypeNames } from '../../classify/known-types.ts';
import { bundleSchema, parseBundle, type Bundle } from '../../policy/bundle.ts';
import { builtInCatalogue, type Catalogue } from '../../sense/catalogue.ts';
import { mergeCatalogue } from '../../sense/platform-overrides.ts';
import { isReadableJson, linesOfPaths, pathFromWords } from '../../shared/json-lines.ts';
import { problemsIn } from '../../shared/result.ts';
import { labelsInUse } from '../lint/labels.ts';
import {
  fallingLabels,
  labelGaps,
  rulesAgainstMapping,
  typesNamedTwice,
  unreachableRules,
} from '../lint/labelling.ts';
import { neverApplying } from '../lint/never.ts';
import { policyOrder } from '../lint/order.ts';
import { typesAndTime } from '../lint/own-types.ts';
import { platformsNamed } from '../lint/platforms.ts';
import { exceptionsInTime, policySettings, testsOfPolicies, unusedTypes } from '../lint/policies.ts';
import { severities, type Check, type LintInput, type Remark } from '../lint/remark.ts';
import { createSpace } from '../lint/space.ts';
import { bundleFacts, coachingWords, contacts } from '../lint/whole.ts';
import { resolveTypes, type ResolvedBundle } from '../resolve-types.ts';

/** A remark and the line of the bundle's text (from 1) that it is about. */
export interface PlacedRemark extends Remark {
  readonly line: number;
}

/**
 * What an admin should know of a bundle before it is signed: errors first, then in the order of the file. `text` is the bundle's
 * own JSON, not a signed file; `now` is in epoch ms. Pure.
 */
export function lintBundle(text: string, now: number): readonly PlacedRemark[] {
  const remarks = remarksOn(text, now);
  const lines = isReadableJson(text)
    ? linesOfPaths(
        text,
        remarks.map(({ path }) => path),
      )
    : [];
  return remarks
    .map((remark, index): PlacedRemark => ({ ...remark, line: lines[index] ?? lineIn(remark) }))
    .toSorted(
      (left, right) =>
        severities.indexOf(left.severity) - severities.indexOf(right.severity) || left.line - right.line,
    );
}

function remarksOn(text: string, now: number): readonly Remark[] {
  const bundle = parseBundle(text, '');
  if (!bundle.ok) return schemaErrors(text, bundle.problem.replace(/^: /, ''));
  const { value } = bundle;
  const resolved = withShortTypes(value);
  const catalogue = catalogueOf(value);
  const input: LintInput = {
    bundle: resolved.bundle,
    platforms: catalogue.merged.platforms,
    now,
    size: text.length,
  };
  return [
    ...resolved.remarks,
    ...typeProblems(value),
    ...catalogue.remarks,
    ...checksOf(input).flatMap((check) => check(input)),
  ];
}

function checksOf({ bundle, platforms }: LintInput): readonly Check[] {
  const space = createSpace(bundle.labels, platforms);
  return [
    bundleFacts,
    labelGaps,
    rulesAgainstMapping,
    typesNamedTwice,
    unreachableRules,
    fallingLabels,
    labelsInUse,
    platformsNamed,
    neverApplying(space),
    policyOrder(space),
    policySettings,
    exceptionsInTime,
    testsOfPolicies,
    contacts,
    coachingWords,
    typesAndTime,
    unusedTypes,
  ];
}

/** All that the schema finds; `problem` where the text cannot even be held against it. */
function schemaErrors(text: string, problem: string): readonly Remark[] {
  const value = isReadableJson(text) ? bundleSchema.safeParse(JSON.parse(text)) : undefined;
  const found = value?.success === false ? problemsIn(value.error) : [{ path: [], message: problem }];
  return found.map(({ path, message }) => ({
    kind: 'schema',
    severity: 'error',
    path: path.map((part) => (typeof part === 'number' ? part : String(part))),
    what: message,
    fix: 'docs/bundle.md describes every field',
  }));
}

/** With the names of types that are not there left as they are, so that all else can still be looked at. */
function withShortTypes(bundle: Bundle): { bundle: ResolvedBundle; remarks: readonly Remark[] } {
  const names = createTypeNames(bundle.types);
  const strict = resolveTypes(bundle, names);
  if (strict.ok) return { bundle: strict.value, remarks: [] };
  const lenient = resolveTypes(bundle, { ...names, resolve: (name) => names.resolve(name) ?? [name] });
  if (!lenient.ok) throw new Error(lenient.problem.join('; '));
  const remarks = strict.problem.map((line): Remark => {
    const { path, rest } = split(line);
    const [what = rest, fix = 'correct the name'] = rest.split('; ', 2);
    return { kind: 'unknown-type', severity: 'error', path, what, fix };
  });
  return { bundle: lenient.value, remarks };
}

function typeProblems({ types }: Bundle): readonly Remark[] {
  const own = createFinders(types);
  if (own.ok) return [];
  return own.problem.map((line): Remark => {
    const [place = '', ...rest] = line.split(' ');
    return {
      kind: 'type-unusable',
      severity: 'error',
      path: pathFromWords(place),
      what: rest.join(' '),
      fix: 'docs/custom-types.md says what an expression may hold',
    };
  });
}

/** The catalogue with every change that fits into it; what does not is a remark each. */
function catalogueOf({ platforms }: Bundle): { merged: Catalogue; remarks: readonly Remark[] } {
  let merged = builtInCatalogue;
  const remarks: Remark[] = [];
  for (const [index, override] of platforms.entries()) {
    const next = mergeCatalogue(merged, [override]);
    if (next.ok) merged = next.value;
    else {
      remarks.push({
        kind: 'platform-unusable',
        severity: 'error',
        path: ['platforms', index],
        name: override.platform_id,
        what: next.problem.replace(/^platforms\[0\] \([^)]*\): /, ''),
        fix: 'correct the entry or drop it',
      });
    }
  }
  return { merged, remarks };
}

function split(line: string): { path: Remark['path']; rest: string } {
  const end = line.indexOf(': ');
  return { path: pathFromWords(line.slice(0, Math.max(end, 0))), rest: line.slice(end + 2) };
}

/** A syntax error says its line itself. */
const lineIn = ({ what }: Remark): number => Number(/line (\d+)/.exec(what)?.[1] ?? 1);
