import { describe, expect, it } from 'vitest';
import { redactedVersion } from '../../src/cli/redact.ts';
import { loadDefaultBundle } from '../../src/policy/default-bundle.ts';
import type { Classification, FindingType } from '../../src/shared/finding.ts';
import { parsedTypes } from '../fakes/company-types.ts';
import { readyBundle } from '../fakes/ready-bundle.ts';

const enforced = readyBundle({ ...loadDefaultBundle(), types: [...parsedTypes()] });

/** A classification of the places where these values stand in the text. */
function found(text: string, values: Readonly<Record<string, FindingType>>): Classification {
  const findings = Object.entries(values).map(([value, type]) => {
    const start = text.indexOf(value);
    const evidence: [] = [];
    return { type, start, end: start + value.length, confidence: 'high' as const, evidence };
  });
  const counts = findings.map(({ type, confidence }) => ({ type, count: 1, distinct: 1, confidence }));
  return { findings, counts, riskScore: 0.5, riskLevel: 'medium', riskReasons: [] };
}

describe('a redacted clipboard', () => {
  it.each([
    {
      what: "values, the company's own by their names",
      text: 'bob@example.com at B-204816',
      values: { 'bob@example.com': 'EMAIL', 'B-204816': 'CUSTOM:BERTH' },
      redacted: '[EMAIL_1] at [CUSTOM_BERTH_1]',
      lines: ['Redacted 1 e-mail address and 1 × Berth number on the clipboard.'],
    },
    {
      what: 'a value inside source code, which stays',
      text: '{"to": "bob@example.com", "cc": null}',
      values: { 'bob@example.com': 'EMAIL', '", "cc": null}': 'SOURCE_CODE:JSON' },
      redacted: '{"to": "[EMAIL_1]", "cc": null}',
      lines: [
        'Redacted 1 e-mail address on the clipboard.',
        'Left in place: 1 piece of source code (JSON). This speaks of the text itself; leave the text out if it must not go.',
      ],
    },
    {
      what: 'nothing of a marked text',
      text: 'STRICTLY CONFIDENTIAL. The plan.',
      values: { 'STRICTLY CONFIDENTIAL': 'DOCUMENT_MARKING' },
      redacted: 'STRICTLY CONFIDENTIAL. The plan.',
      lines: [
        'Nothing to redact on the clipboard.',
        'Left in place: 1 confidentiality marking. This speaks of the text itself; leave the text out if it must not go.',
      ],
    },
    {
      what: 'nothing, where nothing was found',
      text: 'plain',
      values: {},
      redacted: 'plain',
      lines: ['Nothing to redact on the clipboard.'],
    },
  ])('has tokens for $what', ({ text, values, redacted, lines }) => {
    const version = redactedVersion(text, found(text, values), enforced);
    expect(version).toEqual({ redacted, lines });
  });
});
