import { createClassifier, type Classifier } from '../../classify/classifier.ts';
import type { CompanyFinders } from '../../classify/company-types.ts';
import {
  admit,
  admitDigest,
  type AdmissionContext,
  type BundleFacts,
  type BundleRefusal,
} from '../../policy/admission.ts';
import { parseBundle, type Bundle } from '../../policy/bundle.ts';
import { builtInCatalogue } from '../../sense/catalogue.ts';
import { mergeCatalogue } from '../../sense/platform-overrides.ts';
import { failed, ok, type Result } from '../../shared/result.ts';
import { verifyBundle, type Trust, type VerifiedBundle } from '../../sync/bundle-signature.ts';
import { describeFailure, runBundleTests, type TestRun } from './bundle-tests.ts';
import { enforce, type EnforcedBundle } from '../enforce.ts';
import { PREPARE_BUDGET_MS } from './ready-bundle.ts';
import { makeEnforced, type EnforcedData } from '../enforced.ts';

/** A text that may become the bundle in force, and all it is measured by. Plain data: it crosses to the thread that tries it. */
export interface BundleCandidate {
  readonly text: string;
  /** Its source, for people. */
  readonly where: string;
  readonly trust: Trust;
  readonly admission: AdmissionContext;
}

/** A bundle that may be enforced, and what classifies for it. */
export interface PreparedBundle {
  readonly facts: BundleFacts;
  readonly data: EnforcedData;
  readonly own: CompanyFinders;
  readonly classifier: Classifier;
}

export interface PrepareOptions {
  /** ISO 3166 alpha-2, as the classifier takes it. */
  readonly country?: string | undefined;
  /** Milliseconds for all of it. What a step takes beyond is for the thread's owner to end. */
  readonly budgetMs?: number | undefined;
  /** Makes what classifies with the bundle's own types; from all built-in types anew when left out, which takes the longest. */
  readonly classifierFor?: ((own: CompanyFinders) => Classifier) | undefined;
  /** A clock in ms that never goes back. */
  readonly clock?: (() => number) | undefined;
}

/**
 * From a text to a bundle that can be enforced: signature, schema, admission, types and policies made ready, platforms, its own
 * cases. All or nothing, and nothing of it has any effect yet. Meant to run in a thread of its own: whatever is in the text, only
 * that thread can be slow or die of it.
 */
export async function prepareBundle(
  candidate: BundleCandidate,
  options: PrepareOptions = {},
): Promise<Result<PreparedBundle, BundleRefusal>> {
  const { text, where, trust, admission } = candidate;
  const { budgetMs = PREPARE_BUDGET_MS, clock = () => performance.now() } = options;
  const { classifierFor = (own) => builtInAnd(own, options.country) } = options;
  const end = clock() + budgetMs;
  const isOver = (): boolean => clock() > end;
  const verified = await verifyBundle(text, trust, where);
  if (!verified.ok) return verified;
  const known = admitDigest(verified.value.digest, admission);
  if (!known.ok) return placed(known.problem, where);
  const bundle = readBundle(verified.value.payload, where);
  if (!bundle.ok) return bundle;
  const facts = factsOf(bundle.value, verified.value, trust);
  const admitted = admit(bundle.value, facts, admission);
  if (!admitted.ok) return placed(admitted.problem, where);
  if (isOver()) return tooSlow(where, budgetMs);
  const enforced = enforce(bundle.value, where);
  if (!enforced.ok) return refuse('types', enforced.problem);
  const { data, own } = enforced.value;
  const classifier = classifierFor(own);
  if (isOver()) return tooSlow(where, budgetMs);
  const tried = selfTest(enforced.value, classifier, facts.issued, isOver);
  if (!tried.ok) return refuse('schema', `${where}: ${tried.problem}`);
  if (tried.value.failures.length > 0) return refuse('self-test', `${where}: ${failuresIn(tried.value)}`);
  if (tried.value.unfinished || isOver()) return tooSlow(where, budgetMs);
  return ok({ facts, data, own, classifier });
}

const builtInAnd = ({ finders }: CompanyFinders, country: string | undefined): Classifier =>
  createClassifier({ finders, ...(country === undefined ? {} : { country }) });

const refuse = (kind: BundleRefusal['kind'], detail: string): Result<never, BundleRefusal> =>
  failed({ kind, detail });
const placed = ({ kind, detail }: BundleRefusal, where: string): Result<never, BundleRefusal> =>
  refuse(kind, `${where}: ${detail}`);
const tooSlow = (where: string, budgetMs: number): Result<never, BundleRefusal> =>
  refuse('too-slow', `${where}: takes more than ${budgetMs} ms to make ready; take out types or cases`);

function readBundle(payload: string, where: string): Result<Bundle, BundleRefusal> {
  const bundle = parseBundle(payload, where);
  return bundle.ok ? bundle : refuse('schema', bundle.problem);
}

function factsOf(
  { name, version, tenant, issued, expires }: Bundle,
  { digest, signedBy }: VerifiedBundle,
  trust: Trust,
): BundleFacts {
  return {
    name,
    version,
    tenant: tenant ?? null,
    issued: issued ?? null,
    expires: expires ?? null,
    signedBy,
    digest,
    signed: trust.kind === 'pinned',
  };
}

/** The bundle's platforms must fit into the catalogue, and its own cases must come out as it says. */
function selfTest(
  { data, tests }: EnforcedBundle,
  classifier: Classifier,
  issued: string | null,
  isOver: () => boolean,
): Result<TestRun> {
  const catalogue = mergeCatalogue(builtInCatalogue, data.platforms);
  if (!catalogue.ok) return catalogue;
  const bench = {
    enforced: makeEnforced(data),
    classify: (text: string, over?: () => boolean) => classifier.classify(text, over),
    catalogue: catalogue.value,
    issued,
  };
  return ok(runBundleTests(tests, bench, isOver));
}

const MOST_TOLD = 3;

function failuresIn({ failures }: TestRun): string {
  const told = failures.slice(0, MOST_TOLD).map(describeFailure).join('; ');
  return failures.length > MOST_TOLD ? `${told} (and ${failures.length - MOST_TOLD} more)` : told;
}
