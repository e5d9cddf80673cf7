import { describe, expect, it } from 'vitest';
import { enforce } from '../../src/agent/enforce.ts';
import { study } from '../../src/agent/study.ts';
import { loadDefaultBundle } from '../../src/policy/default-bundle.ts';
import { policySchema } from '../../src/policy/policy.ts';
import type { FindingType } from '../../src/shared/finding.ts';
import { parsedTypes } from '../fakes/company-types.ts';
import { classificationOf } from '../fakes/classifications.ts';
import { ai } from '../fakes/targets.ts';

const coach = (name: string, type: string) =>
  policySchema.parse({ name, enabled: true, when: { finding: { type } }, action: 'coach' });

/** The verdict of a bundle that asks about e-mail addresses, markings, and passages of the handbook; code passes. */
async function verdictFor(types: readonly (FindingType | { type: FindingType; confidence: 'low' })[]) {
  const bundle = {
    ...loadDefaultBundle(),
    policies: [
      coach('Addresses', 'EMAIL'),
      coach('Markings', 'DOCUMENT_MARKING'),
      coach('Handbook', 'CUSTOM:HANDBOOK'),
    ],
    types: [...parsedTypes()],
  };
  // The built-in registry may not have every type yet: these policies name theirs as a ready bundle does.
  const enforced = enforce({ ...bundle, policies: [] }, 'bundle.json');
  const named = enforce(
    { ...bundle, policies: [bundle.policies[0], bundle.policies[2]].flatMap((p) => p ?? []) },
    'b',
  );
  if (!enforced.ok || !named.ok) throw new Error('the bundle cannot be used');
  const ready = { ...named.value, policies: { ...named.value.policies, ordered: bundle.policies } };
  const capture = { kind: 'text' as const, text: 'x', markers: [], source: null };
  const studied = await study(
    capture as never,
    () => classificationOf(types, 0.6, 'medium'),
    ready,
    () => undefined,
  );
  return studied.verdictFor(ai('chatgpt'));
}

describe('a redacted version', () => {
  it.each([
    { what: 'values alone', types: ['EMAIL', 'PHONE'], redact: true },
    { what: 'a value in source code that may pass', types: ['EMAIL', 'SOURCE_CODE:JSON'], redact: true },
    { what: 'a value in a marked text', types: ['EMAIL', 'DOCUMENT_MARKING'], redact: false },
    { what: 'a marking alone', types: ['DOCUMENT_MARKING'], redact: false },
    {
      what: 'a value and a marking that is only guessed',
      types: ['EMAIL', { type: 'DOCUMENT_MARKING', confidence: 'low' as const }],
      redact: true,
    },
    { what: 'a value in a passage of a known document', types: ['EMAIL', 'CUSTOM:HANDBOOK'], redact: false },
    { what: "another type of the company's own", types: ['EMAIL', 'CUSTOM:BERTH'], redact: true },
  ])('of $what is offered: $redact', async ({ types, redact }) => {
    expect(await verdictFor(types)).toMatchObject({ action: 'coach', redact });
  });
});
