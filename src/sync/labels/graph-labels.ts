import { z } from 'zod';
import { parseJson } from '../../shared/json.ts';
import type { Label } from '../../shared/label.ts';
import { failed, ok, type Result } from '../../shared/result.ts';
import { graphGet, type GraphOptions, type GraphRequest } from './graph-client.ts';
import type { GraphAccess, LabelProblem } from './label-problem.ts';
import { labelsOf, MAX_LABELS, type PriorityDirection } from './label-shape.ts';

export interface LabelPath {
  readonly path: string;
  readonly purpose: GraphRequest['purpose'];
  /** Least privilege for it, by whom the app asks as (learn.microsoft.com/graph/permissions-reference). */
  readonly permission: string;
}

const NEW = 'security/dataSecurityAndGovernance/sensitivityLabels';

/**
 * Where labels are, in the order they are asked for. v1.0 first: the tenant's list is for apps and, with the least permission
 * of all, for people too; `/me` lists what is published to the person. The beta paths are what older tenants offer; the
 * last of them was announced to return nothing from 2023 on and is there for those that still answer.
 */
const PATHS: Readonly<Record<GraphAccess, readonly LabelPath[]>> = {
  application: [
    { path: `/v1.0/${NEW}`, purpose: 'labels', permission: 'SensitivityLabel.Read' },
    {
      path: '/beta/security/informationProtection/sensitivityLabels',
      purpose: 'older-labels',
      permission: 'InformationProtectionPolicy.Read.All',
    },
    {
      path: '/beta/informationProtection/policy/labels',
      purpose: 'older-labels',
      permission: 'InformationProtectionPolicy.Read.All',
    },
  ],
  delegated: [
    { path: `/v1.0/${NEW}`, purpose: 'labels', permission: 'SensitivityLabel.Read' },
    {
      path: '/v1.0/me/dataSecurityAndGovernance/sensitivityLabels',
      purpose: 'labels',
      permission: 'SensitivityLabels.Read.All',
    },
    {
      path: '/beta/me/security/informationProtection/sensitivityLabels',
      purpose: 'older-labels',
      permission: 'InformationProtectionPolicy.Read',
    },
    {
      path: '/beta/me/informationProtection/policy/labels',
      purpose: 'older-labels',
      permission: 'InformationProtectionPolicy.Read',
    },
  ],
};

export interface LabelsWanted {
  readonly access: GraphAccess;
  readonly tenantId: string;
  readonly direction?: PriorityDirection;
  /** What is there already: the service may answer that it is unchanged. */
  readonly known?: { readonly path: string; readonly etag: string };
  readonly signal?: AbortSignal;
}

/** A path that was asked, and what came of it, in a few words. */
export interface TriedPath extends LabelPath {
  readonly outcome: string;
}

export type LabelsAnswer = { readonly tried: readonly TriedPath[] } & (
  | {
      readonly kind: 'catalogue';
      readonly labels: readonly Label[];
      /** One line each on labels that were left out or mended. */
      readonly notes: readonly string[];
      readonly path: string;
      readonly etag: string | null;
    }
  | { readonly kind: 'unchanged'; readonly path: string }
  | { readonly kind: 'problem'; readonly problem: LabelProblem }
);

/** All of it together, so that a slow drip of pages ends. */
const DEADLINE_MS = 5 * 60 * 1000;
const MAX_PAGES = 200;

/**
 * All labels of the tenant, by the first path that gives them. A path that is refused or not there (400, 403, 404) gives way
 * to the next; anything else ends the search. An older path that gives an empty list is not believed: it was switched off.
 * Where none works the problem is that of the newest path that exists. Never rejects.
 */
export async function fetchLabels(graph: GraphOptions, wanted: LabelsWanted): Promise<LabelsAnswer> {
  const deadline = AbortSignal.timeout(DEADLINE_MS);
  const signal = wanted.signal === undefined ? deadline : AbortSignal.any([wanted.signal, deadline]);
  const tried: TriedPath[] = [];
  let telling: LabelProblem | null = null;
  for (const place of PATHS[wanted.access]) {
    const { path } = place;
    const found = await listAt(graph, place, wanted, signal);
    const told = (outcome: string): number => tried.push({ ...place, outcome });
    if (found.kind === 'unchanged') {
      told('unchanged');
      return { kind: 'unchanged', path, tried };
    }
    if (found.kind === 'list') {
      const { labels, notes, complete } = labelsOf(found.entries, wanted);
      if (!complete) return { kind: 'problem', problem: TOO_MANY, tried };
      told(`${labels.length} labels`);
      if (labels.length > 0 || place.purpose === 'labels') {
        return { kind: 'catalogue', labels, notes, path, etag: found.etag, tried };
      }
      continue;
    }
    told(found.problem.detail);
    const mayBeElsewhere = isRefusal(found.problem) || (tried.length > 1 && isAboutThisPath(found.problem));
    if (!mayBeElsewhere) return { kind: 'problem', problem: found.problem, tried };
    // The first path needs least to be granted: what it is refused for is what there is to mend.
    if (telling === null || telling.kind === 'not-found') {
      telling = found.problem;
    }
  }
  return { kind: 'problem', problem: telling ?? NOTHING, tried };
}

const isRefusal = ({ kind }: LabelProblem): boolean =>
  kind === 'permission' || kind === 'licence' || kind === 'not-found';

/** The older paths need a consent of their own: that it is missing says nothing of the first refusal. */
const isAboutThisPath = ({ kind }: LabelProblem): boolean =>
  kind === 'consent-missing' || kind === 'sign-in-needed';

const invalid = (detail: string): LabelProblem => ({
  kind: 'answer-invalid',
  detail: `Microsoft Graph's answer: ${detail}`,
  fix: 'check the network for a proxy that changes answers; else report it',
});
const TOO_MANY = invalid(`expected at most ${MAX_LABELS} labels`);
const NOTHING: LabelProblem = {
  kind: 'not-found',
  detail: 'Microsoft Graph offers no labels by any of the known paths',
  fix: 'publish sensitivity labels in Microsoft Purview',
};

type Listed =
  | { readonly kind: 'list'; readonly entries: readonly unknown[]; readonly etag: string | null }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'problem'; readonly problem: LabelProblem };

const pageSchema = z.object({
  value: z.array(z.unknown()),
  '@odata.nextLink': z.string().max(8192).nullish(),
});

/** Reads one list to its end. Its ETag speaks of the first page alone, so it is kept only where that is all. */
async function listAt(
  graph: GraphOptions,
  { path, purpose, permission }: LabelPath,
  { access, known }: LabelsWanted,
  signal: AbortSignal,
): Promise<Listed> {
  const entries: unknown[] = [];
  const seen = new Set<string>();
  const etag = known?.path === path ? { etag: known.etag } : {};
  let url = `${graph.origin}${path}`;
  for (;;) {
    seen.add(url);
    const first = seen.size === 1;
    const answer = await graphGet(graph, {
      url,
      purpose,
      permission,
      access,
      signal,
      ...(first ? etag : {}),
    });
    if (answer.kind !== 'body') return answer;
    const page = parseJson(pageSchema, answer.text, `page ${seen.size}`);
    if (!page.ok) return { kind: 'problem', problem: invalid(page.problem) };
    entries.push(...page.value.value);
    if (entries.length > MAX_LABELS) return { kind: 'problem', problem: TOO_MANY };
    const next = page.value['@odata.nextLink'];
    if (typeof next !== 'string') return { kind: 'list', entries, etag: first ? answer.etag : null };
    const allowed = nextPage(next, graph.origin, seen);
    if (!allowed.ok) return { kind: 'problem', problem: invalid(allowed.problem) };
    url = allowed.value;
  }
}

/** The token goes along, so the link must lead to where it came from; and it must lead somewhere new. */
function nextPage(link: string, origin: string, seen: ReadonlySet<string>): Result<string> {
  const url = URL.parse(link);
  if (url === null || url.origin !== origin || url.username !== '' || url.password !== '') {
    return failed('the link to the next page leads to another host');
  }
  if (seen.has(link)) return failed('the links to the next page go round in a circle');
  if (seen.size >= MAX_PAGES) return failed(`expected at most ${MAX_PAGES} pages`);
  return ok(link);
}
