import { describe, expect, it } from 'vitest';
import {
  prepareBundle,
  type BundleCandidate,
  type PrepareOptions,
} from '../../../src/agent/bundle/prepare-bundle.ts';
import type { RefusalKind } from '../../../src/policy/admission.ts';
import { berthType } from '../../fakes/company-types.ts';
import {
  TENANT,
  bundleText,
  firstArrival,
  newSigner,
  pinned,
  signedText,
} from '../../fakes/signed-bundles.ts';

const signer = await newSigner();
const admission = firstArrival;
const CARD = 'card 4111 1111 1111 1111 please';

async function prepared(text: string, options: PrepareOptions = {}, change: Partial<BundleCandidate> = {}) {
  const candidate = {
    text: await signedText(text, signer),
    where: 'bundle.jws',
    trust: pinned(signer),
    admission,
  };
  return prepareBundle({ ...candidate, ...change }, options);
}
async function refusal(text: string): Promise<{ kind: RefusalKind; detail: string }> {
  const outcome = await prepared(text);
  if (outcome.ok) throw new Error('it was taken');
  return outcome.problem;
}

describe('a bundle that is made ready', () => {
  it('says what it is, who signed it, and classifies with its own types', async () => {
    const outcome = await prepared(bundleText({ types: [berthType] }));
    if (!outcome.ok) throw new Error(outcome.problem.detail);
    const { facts, data, classifier, own } = outcome.value;
    expect(facts).toMatchObject({
      name: 'acme',
      version: 5,
      tenant: TENANT,
      signedBy: [signer.keyId],
      signed: true,
    });
    expect([data.version, own.types.length]).toEqual(['acme v5', 1]);
    expect(classifier.classify(CARD).counts).toMatchObject([{ type: 'CREDIT_CARD' }]);
  });

  it.each<[string, string, RefusalKind, string]>([
    ['that is no bundle', '{}', 'schema', 'schema_version'],
    ['with a member nobody knows', bundleText({ install: 'https://example.com/x' }), 'schema', 'install'],
    ['of another schema', bundleText({ schema_version: 2 }), 'schema', 'schema_version'],
    [
      'with a member twice',
      bundleText().replace('{', '{"policies":[],'),
      'schema',
      '"policies" stands twice',
    ],
    [
      'of another tenant',
      bundleText({ tenant: '99999999-2222-4333-8444-555555555555' }),
      'tenant',
      'belongs to',
    ],
    [
      'that names a type which is not there',
      bundleText({ policies: [{ name: 'P', when: { finding: { type: 'CREDIT_CRAD' } }, action: 'block' }] }),
      'types',
      'CREDIT_CARD',
    ],
    [
      'with a platform that is claimed by another',
      bundleText({ platforms: [{ platform_id: 'own', name: 'Own', hostnames: ['chatgpt.com'] }] }),
      'schema',
      'platforms[0]',
    ],
  ])('is refused %s, with file and place', async (_, text, kind, says) => {
    const { detail, ...refused } = await refusal(text);
    expect(refused).toEqual({ kind });
    expect(detail).toMatch(/^bundle\.jws: /);
    expect(detail).toContain(says);
  });

  it('is refused when the time is over, and says how much there was', async () => {
    let ms = 0;
    const outcome = await prepared(bundleText(), { budgetMs: 100, clock: () => (ms += 60) });
    expect(outcome).toMatchObject({ ok: false, problem: { kind: 'too-slow' } });
    expect(outcome.ok ? '' : outcome.problem.detail).toContain('100 ms');
  });

  it('is not looked into when it is what is in force', async () => {
    const text = bundleText();
    const first = await prepared(text);
    const inForce = first.ok ? first.value.facts.digest : '';
    const again = await prepared(text, {}, { admission: { ...admission, inForce } });
    expect(again).toMatchObject({ ok: false, problem: { kind: 'same' } });
  });
});

const when = (condition: unknown): unknown => [
  { name: 'Hold', enabled: true, action: 'block', when: condition },
  { name: 'Note', enabled: true, action: 'log', when: { ai_platform: true }, priority: 900 },
];
const withTest = (test: Record<string, unknown>, fields: Record<string, unknown> = {}): string =>
  bundleText({ tests: [{ name: 'case', text: CARD, platform: 'deepseek', ...test }], ...fields });

describe("a bundle's own cases", () => {
  it.each<[string, string]>([
    [
      'action, policy, label and findings',
      withTest({ expect: { action: 'block', label: 'Restricted', findings: ['Credit Card Number'] } }),
    ],
    [
      'no policy and the label of clean text',
      withTest({ text: 'hello', expect: { policy: null, action: 'allow', label: 'Public' } }),
    ],
    [
      'an unknown site',
      withTest(
        { platform: 'unknown-site', expect: { action: 'allow', policy: null } },
        { policies: when({ platform_id: { in: ['deepseek'] } }) },
      ),
    ],
    [
      'an unmanaged device when nothing is said',
      withTest({ expect: { policy: 'Hold' } }, { policies: when({ device_managed: false }) }),
    ],
    [
      'a managed device',
      withTest(
        { given: { device_managed: true }, expect: { policy: 'Hold' } },
        { policies: when({ device_managed: true }) },
      ),
    ],
    [
      'a Wednesday at noon when nothing is said',
      withTest(
        { expect: { policy: 'Hold' } },
        { policies: when({ time: { days: ['wed'], from: '12:00', to: '12:01' } }) },
      ),
    ],
    [
      'a given time',
      withTest(
        { given: { at: '2026-11-21T14:30' }, expect: { policy: 'Hold' } },
        { policies: when({ time: { days: ['sat'], from: '14:30', to: '14:31' } }) },
      ),
    ],
    [
      'no groups when nothing is said',
      withTest({ expect: { policy: 'Note' } }, { policies: when({ user_group: { in: ['Finance'] } }) }),
    ],
    [
      'a given user group',
      withTest(
        { given: { user_groups: ['Finance'] }, expect: { policy: 'Hold' } },
        { policies: when({ user_group: { in: ['Finance'] } }) },
      ),
    ],
    [
      'a given device group',
      withTest(
        { given: { device_groups: ['Kiosk'] }, expect: { policy: 'Hold' } },
        { policies: when({ device_group: { in: ['Kiosk'] } }) },
      ),
    ],
    [
      'a given source app',
      withTest(
        { given: { source_app: 'excel.exe' }, expect: { policy: 'Hold' } },
        { policies: when({ source_app: { in: ['excel'] } }) },
      ),
    ],
    [
      'no overrides when nothing is said',
      withTest({ expect: { policy: 'Note' } }, { policies: when({ overrides: { at_least: 1 } }) }),
    ],
    [
      'given overrides',
      withTest(
        { given: { overrides: 3 }, expect: { policy: 'Hold' } },
        { policies: when({ overrides: { at_least: 3 } }) },
      ),
    ],
    [
      'given overrides at midnight',
      withTest(
        { given: { overrides: 3, at: '2026-11-21T00:00' }, expect: { policy: 'Hold' } },
        { policies: when({ overrides: { at_least: 3 } }) },
      ),
    ],
    [
      'one override too few',
      withTest(
        { given: { overrides: 2 }, expect: { policy: 'Note' } },
        { policies: when({ overrides: { at_least: 3 } }) },
      ),
    ],
    [
      "a platform of the company's own",
      withTest(
        { platform: 'own-ai', expect: { policy: 'Note' } },
        {
          policies: when({ sanctioned: true }),
          platforms: [{ platform_id: 'own-ai', name: 'Own AI', hostnames: ['ai.acme.example'] }],
        },
      ),
    ],
    [
      'a platform that the bundle allows',
      withTest(
        { expect: { policy: 'Hold' } },
        { policies: when({ sanctioned: true }), platforms: [{ platform_id: 'deepseek', sanctioned: true }] },
      ),
    ],
  ])('pass: %s', async (_, text) => {
    const outcome = await prepared(text);
    expect(outcome.ok ? 'taken' : outcome.problem.detail).toBe('taken');
  });

  it.each<[string, string, string]>([
    [
      'another action',
      withTest({ expect: { action: 'allow' } }),
      'tests[0] "case": expected allow, got block by policy "',
    ],
    [
      'another policy',
      withTest({ expect: { policy: 'Other' } }, { policies: when({ ai_platform: true }) }),
      'expected policy "Other" to decide, got policy "Hold"',
    ],
    [
      'a policy where none was meant',
      withTest({ expect: { policy: null } }, { policies: when({ ai_platform: true }) }),
      'expected no policy to decide, got policy "Hold"',
    ],
    [
      'another label',
      withTest({ expect: { label: 'Public' } }),
      'expected label Public, got label Restricted',
    ],
    [
      'a label where none was meant',
      withTest({ expect: { label: null } }),
      'expected no label, got label Restricted',
    ],
    [
      'a missing finding',
      withTest({ expect: { findings: ['CREDIT_CARD', 'NIR'] } }),
      'expected to find CREDIT_CARD, NIR, got CREDIT_CARD',
    ],
    [
      'a platform that is not there',
      withTest({ platform: 'nowhere', expect: { action: 'block' } }),
      'expected a platform "nowhere"',
    ],
  ])('refuse the bundle, without its text: %s', async (_, text, says) => {
    const { kind, detail } = await refusal(text);
    expect(kind).toBe('self-test');
    expect(detail).toContain(says);
    expect(detail).not.toContain('4111');
  });

  it('are told three at a time, with how many more there are', async () => {
    const failing = (name: string) => ({ name, text: '', platform: 'deepseek', expect: { action: 'block' } });
    const { detail } = await refusal(bundleText({ tests: ['a', 'b', 'c', 'd', 'e'].map(failing) }));
    expect(detail).toMatch(/tests\[0\] "a".*tests\[1\] "b".*tests\[2\] "c".*\(and 2 more\)$/);
  });
});
