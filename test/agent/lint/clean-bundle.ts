/** The day on which the bundles of these tests are looked at. */
export const NOW = Date.UTC(2026, 10, 21, 9);

type Json = Record<string, unknown>;

const label = (name: string, priority: number, more: Json = {}): Json => ({
  id: name.toLowerCase(),
  name,
  color: '#107c10',
  priority,
  ...more,
});

export const block = (more: Json = {}): Json => ({
  name: 'Block Restricted',
  enabled: true,
  priority: 100,
  when: { all: [{ label: { is: 'Restricted' } }, { platform_id: { in: ['deepseek', 'grok'] } }] },
  action: 'block',
  ...more,
});

export const coach = (more: Json = {}): Json => ({
  name: 'Coach Confidential',
  enabled: true,
  priority: 200,
  when: { all: [{ label: { at_least: 'Confidential' } }, { ai_platform: true }] },
  action: 'coach',
  ...more,
});

/** Adds a policy to the two there are. */
export const andPolicy = (when: unknown, more: Json = {}): Json => ({
  policies: [block(), coach(), { name: 'Third', enabled: true, priority: 300, action: 'log', when, ...more }],
});

export const labels = [
  label('Public', 0),
  label('Internal', 1),
  label('Confidential', 2),
  label('Restricted', 3),
];
export const labelsWith = (name: string, more: Json): Json[] =>
  labels.map((each) => (each['name'] === name ? { ...each, ...more } : each));

export const mapping = [
  { risk_level: 'none', label: 'Public', justification: 'nothing in it' },
  { risk_level: 'low', label: 'Internal', justification: 'of use inside' },
  { risk_level: 'medium', types: ['EMAIL'], label: 'Confidential', justification: 'personal' },
  { risk_level: 'high', types: ['CREDIT_CARD', 'NIR'], label: 'Restricted', justification: 'financial' },
];

/** A bundle on which lint has nothing to remark, with some of its fields replaced. */
export function bundleWith(changes: Json = {}): Json {
  return {
    schema_version: 1,
    name: 'clean',
    version: 3,
    tenant: '11111111-2222-3333-4444-555555555555',
    issued: '2026-11-20T09:00:00Z',
    expires: '2027-05-20T09:00:00Z',
    contact: 'the service desk',
    labels,
    mapping,
    policies: [block(), coach()],
    tests: [
      {
        name: 'a card is blocked',
        text: 'card 4111 1111 1111 1111',
        platform: 'deepseek',
        expect: { action: 'block', policy: 'Block Restricted' },
      },
    ],
    ...changes,
  };
}

export const rules = (...list: readonly (readonly [Json, string])[]): Json => ({
  dynamic_rules: { rules: list.map(([condition, name]) => ({ condition, label: name })) },
});
export const contains = (value: unknown): Json => ({ classifications: 'contains', value });
export const score = (kind: 'gte' | 'lt', value: number): Json => ({ risk_score: kind, value });
