import { assignLabel } from '../../label/assign.ts';
import { findLabel } from '../../label/label-catalogue.ts';
import type { Circumstances, PolicyInput } from '../../policy/interaction.ts';
import { judge } from '../../policy/judge.ts';
import type { Catalogue } from '../../sense/catalogue.ts';
import { distinctOf, type Classification } from '../../shared/finding.ts';
import type { Label } from '../../shared/label.ts';
import { days, type LocalTime } from '../../shared/local-time.ts';
import { UNKNOWN_SITE, type Target } from '../../shared/platform.ts';
import { listOfReferences } from '../../shared/type-reference.ts';
import type { Enforced } from '../enforced.ts';
import type { Verdict } from '../../shared/verdict.ts';
import type { ResolvedTest } from '../resolve-types.ts';

/** What a bundle's own cases are run with. */
export interface TestBench {
  readonly enforced: Enforced;
  /** With the bundle's own types; a text is given up when `isOver` says so. */
  readonly classify: (text: string, isOver?: () => boolean) => Classification;
  /** The platforms as the bundle has them. */
  readonly catalogue: Catalogue;
  /** When the bundle was issued (ISO 8601): cases that say no time of their own are of the first Wednesday from then on. */
  readonly issued: string | null;
}

/** A case that did not come out as the bundle expects. Holds none of its text. */
export interface FailedTest {
  /** Place in the bundle's `tests`. */
  readonly index: number;
  readonly name: string;
  readonly expected: string;
  readonly actual: string;
}

export interface TestRun {
  /** How many cases were run. */
  readonly ran: number;
  readonly failures: readonly FailedTest[];
  /** The time was up before all had run. */
  readonly unfinished: boolean;
}

/**
 * Runs the cases a bundle brings: classify, label, judge, as the agent would. What a case leaves out is as `bundleTestSchema` says.
 * The answer is the same on every device and every day: neither its clock nor its settings are asked.
 */
export function runBundleTests(
  tests: readonly ResolvedTest[],
  bench: TestBench,
  isOver: () => boolean = () => false,
): TestRun {
  const failures: FailedTest[] = [];
  let ran = 0;
  for (const [index, test] of tests.entries()) {
    if (isOver()) return { ran, failures, unfinished: true };
    const wrong = runTest(test, bench, isOver);
    // What was cut short by the time says nothing.
    if (wrong !== null && isOver()) return { ran, failures, unfinished: true };
    ran += 1;
    if (wrong !== null) failures.push({ index, name: test.name, ...wrong });
  }
  return { ran, failures, unfinished: false };
}

/** One line: which case, what it expects, what came out. */
export const describeFailure = ({ index, name, expected, actual }: FailedTest): string =>
  `tests[${index}] "${name}": expected ${expected}, got ${actual}`;

type Wrong = Pick<FailedTest, 'expected' | 'actual'>;
const wrong = (expected: string, actual: string): Wrong => ({ expected, actual });

/** What a case comes out as. */
export interface TestOutcome {
  readonly classification: Classification;
  readonly label: Label | null;
  readonly verdict: Verdict;
}

/** Classifies, labels and judges one case; null where its platform does not exist. */
export function outcomeOf(
  test: ResolvedTest,
  { enforced, catalogue, classify, issued }: TestBench,
  isOver: () => boolean = () => false,
): TestOutcome | null {
  const target = targetOf(test.platform, catalogue);
  if (target === null) return null;
  const classification = classify(test.text, isOver);
  const { label } = assignLabel(enforced.labelRules, classification);
  const input: PolicyInput = {
    classification,
    label,
    target,
    capture: { kind: 'text', sourceApp: test.given?.source_app ?? null, fileLabels: [] },
    circumstances: circumstancesOf(test.given, issued),
  };
  return { classification, label, verdict: judge(enforced.policies, input) };
}

function runTest(test: ResolvedTest, bench: TestBench, isOver: () => boolean): Wrong | null {
  const { enforced } = bench;
  const outcome = outcomeOf(test, bench, isOver);
  if (outcome === null) return wrong(`a platform "${test.platform}"`, 'none of that id');
  const { classification, label, verdict } = outcome;
  const { action, policy } = verdict;
  const { expect } = test;
  if (expect.findings.some((types) => distinctOf(classification, listOfReferences(types)) === 0)) {
    return wrong(`to find ${namesOf(expect.findings.flatMap(listOfReferences))}`, foundIn(classification));
  }
  if (expect.label !== undefined && !isLabel(expect.label, label, enforced.labelRules.labels)) {
    return wrong(labelInWords(expect.label), labelInWords(label?.name ?? null));
  }
  if (expect.action !== undefined && expect.action !== action) {
    return wrong(expect.action, `${action} by ${policyInWords(policy)}`);
  }
  return expect.policy === undefined || expect.policy === policy
    ? null
    : wrong(`${policyInWords(expect.policy)} to decide`, policyInWords(policy));
}

const labelInWords = (name: string | null): string => (name === null ? 'no label' : `label ${name}`);
const policyInWords = (name: string | null): string => (name === null ? 'no policy' : `policy "${name}"`);
const isLabel = (expected: string | null, label: Label | null, labels: readonly Label[]): boolean =>
  expected === null ? label === null : label !== null && findLabel(labels, expected)?.id === label.id;

const MOST_NAMES = 5;
const namesOf = (types: readonly string[]): string =>
  `${types.slice(0, MOST_NAMES).join(', ')}${types.length > MOST_NAMES ? ' and more' : ''}`;
const foundIn = ({ counts, unscanned }: Classification): string =>
  counts.length === 0
    ? `nothing${unscanned === undefined ? '' : ` (${unscanned})`}`
    : namesOf(counts.map(({ type }) => type));

/** A platform that the bundle switches off is an app like any other. Null: there is none of that id. */
export function targetOf(id: string, { platforms }: Catalogue): Target | null {
  if (id === UNKNOWN_SITE) return { kind: 'unknown-site', browser: 'a browser' };
  const platform = platforms.find(({ platform_id }) => platform_id === id);
  if (platform === undefined) return null;
  const { name, sanctioned, enabled } = platform;
  if (!enabled) return { kind: 'app', name };
  return { kind: 'ai', platformId: id, name, sanctioned, recognisedBy: 'url', confidence: 'high' };
}

function circumstancesOf(given: ResolvedTest['given'], issued: string | null): Circumstances {
  const now = localTimeOf(given?.at === undefined ? wednesdayFrom(issued) : Date.parse(`${given.at}Z`));
  return {
    userGroups: given?.user_groups ?? [],
    deviceGroups: given?.device_groups ?? [],
    deviceManaged: given?.device_managed ?? false,
    now,
    // All of them at the beginning of this minute: earlier today, whatever the time.
    overrides: Array.from({ length: given?.overrides ?? 0 }, () => now.epochMs - SINCE_MS),
  };
}

const DAY_MS = 24 * 60 * 60 * 1000;
const WEDNESDAY = 3;
/** Cases happen half a minute after the time they say. */
const SINCE_MS = 30_000;
/** For bundles that do not say when they were issued. */
const SOME_DAY = Date.UTC(2026, 0, 1);

/** Noon, in ms as if local time were UTC: no case depends on where a device is. */
function wednesdayFrom(issued: string | null): number {
  const from = issued === null ? SOME_DAY : Date.parse(issued);
  const midnight = Math.floor(from / DAY_MS) * DAY_MS;
  const ahead = (WEDNESDAY - new Date(midnight).getUTCDay() + 7) % 7;
  return midnight + ahead * DAY_MS + DAY_MS / 2;
}

function localTimeOf(epochMs: number): LocalTime {
  const at = new Date(epochMs);
  return {
    epochMs: epochMs + SINCE_MS,
    day: days[(at.getUTCDay() + 6) % 7] ?? 'wed',
    minuteOfDay: at.getUTCHours() * 60 + at.getUTCMinutes(),
  };
}
