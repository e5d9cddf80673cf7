/**
 * What Clipward asks Microsoft for, permission by permission. Only what the purpose at hand needs is asked for, and only
 * when it is switched on: signing in for labels never asks for leave to upload. Names and consent: Microsoft Graph
 * permissions reference, learn.microsoft.com/graph/permissions-reference.
 */
export interface Permission {
  readonly name: string;
  /** `delegated`: on behalf of the signed-in person. `application`: the app itself. */
  readonly kind: 'delegated' | 'application';
  readonly purpose: 'labels' | 'conversations' | 'sentinel';
  /** What it lets Clipward do, for the admin who is asked to grant it. */
  readonly why: string;
  /** Who can grant it. `person`: everyone for themselves, unless the tenant has switched user consent off. */
  readonly consent: 'person' | 'admin' | 'role assignment';
}

const GRAPH = 'https://graph.microsoft.com';

export const permissions: readonly Permission[] = [
  {
    name: 'SensitivityLabel.Read',
    kind: 'delegated',
    purpose: 'labels',
    why: "read the sensitivity labels that are published to the signed-in person; nothing about the person's files or mail",
    consent: 'person',
  },
  {
    name: 'SensitivityLabel.Read',
    kind: 'application',
    purpose: 'labels',
    why: "read the tenant's sensitivity labels without a signed-in person",
    consent: 'admin',
  },
  {
    name: 'InformationProtectionPolicy.Read',
    kind: 'delegated',
    purpose: 'labels',
    why: 'the same labels by the older path, where a tenant does not offer the new one; granted only then',
    consent: 'person',
  },
  {
    name: 'InformationProtectionPolicy.Read.All',
    kind: 'application',
    purpose: 'labels',
    why: 'the same labels by the older path, where a tenant does not offer the new one; granted only then',
    consent: 'admin',
  },
  {
    name: 'ProtectionScopes.Compute.User',
    kind: 'delegated',
    purpose: 'conversations',
    why: 'ask Purview which of its policies apply to the person, where sending interactions to Purview is switched on',
    consent: 'admin',
  },
  {
    name: 'Content.Process.User',
    kind: 'delegated',
    purpose: 'conversations',
    why: 'send an interaction to Purview, where a policy of the company says so explicitly',
    consent: 'admin',
  },
  {
    name: 'Monitoring Metrics Publisher',
    kind: 'application',
    purpose: 'sentinel',
    why: "write audit events into the workspace's data collection rule; a role on that rule, no Graph permission",
    consent: 'role assignment',
  },
];

/** The scopes to ask for to read labels: for a person one by one, for an app what its registration was granted. */
export const labelScopes = (
  method: 'user' | 'certificate' | 'secret',
  graphUrl = GRAPH,
): readonly string[] =>
  method === 'user' ? [`${graphUrl}/SensitivityLabel.Read`] : [`${graphUrl}/.default`];

/** The older path's scope, asked for separately and only after the newer one was refused. */
export const olderLabelScopes = (
  method: 'user' | 'certificate' | 'secret',
  graphUrl = GRAPH,
): readonly string[] =>
  method === 'user' ? [`${graphUrl}/InformationProtectionPolicy.Read`] : [`${graphUrl}/.default`];
