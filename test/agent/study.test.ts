import { describe, expect, it } from 'vitest';
import { study } from '../../src/agent/study.ts';
import { loadDefaultBundle } from '../../src/policy/default-bundle.ts';
import { compilePolicies } from '../../src/policy/judge.ts';
import { policySchema } from '../../src/policy/policy.ts';
import type { Capture } from '../../src/shared/capture.ts';
import type { Verdict } from '../../src/shared/verdict.ts';
import { parsedTypes } from '../fakes/company-types.ts';
import { classificationOf } from '../fakes/classifications.ts';
import { inputOf } from '../fakes/policy-inputs.ts';
import { readyBundle } from '../fakes/ready-bundle.ts';
import { ai } from '../fakes/targets.ts';

const coach = (name: string, type: string) =>
  policySchema.parse({ name, enabled: true, when: { finding: { type } }, action: 'coach' });

const bundle = loadDefaultBundle();
const policies = [
  coach('Addresses', 'EMAIL'),
  coach('Markings', 'DOCUMENT_MARKING'),
  coach('Handbook', 'CUSTOM:HANDBOOK'),
];
const capture: Capture = { id: 'c1', at: new Date(0), kind: 'text', text: 'x', markers: [], source: null };

/** What a bundle decides that asks about e-mail addresses, markings and passages of the handbook. Source code may pass. */
async function verdictFor(types: Parameters<typeof classificationOf>[0]): Promise<Verdict> {
  const made = readyBundle({ ...bundle, policies: [], types: [...parsedTypes()] });
  const enforced = { ...made, policies: compilePolicies(policies, bundle.labels) };
  const found = classificationOf(types, 0.6, 'medium');
  const studied = await study(
    capture,
    () => found,
    enforced,
    () => undefined,
  );
  return studied.verdictFor(ai('chatgpt'), inputOf().circumstances);
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
