import { describe, expect, it } from 'vitest';
import { redact } from '../../src/guard/redact.ts';
import type { Finding } from '../../src/shared/finding.ts';

/** Marks each `‹TYPE:value›` in a text as a finding and takes the marks away. */
function marked(text: string): { text: string; findings: Finding[] } {
  const findings: Finding[] = [];
  let plain = '';
  let from = 0;
  for (const match of text.matchAll(/‹([A-Z_]+(?:@[A-Z]+)?):([^›]*)›/g)) {
    plain += text.slice(from, match.index);
    const [, type = '', value = ''] = match;
    findings.push({
      type: type.replace('@', ':'),
      start: plain.length,
      end: plain.length + value.length,
      confidence: 'high',
      evidence: ['pattern'],
    });
    plain += value;
    from = match.index + match[0].length;
  }
  return { text: plain + text.slice(from), findings };
}

describe('redacting', () => {
  it.each([
    {
      what: 'one finding',
      text: 'write to ‹EMAIL:a@example.com› today',
      redacted: 'write to [EMAIL_1] today',
    },
    {
      what: 'the same value by the same token',
      text: '‹EMAIL:a@example.com›, ‹EMAIL:b@example.com›, ‹EMAIL:a@example.com›',
      redacted: '[EMAIL_1], [EMAIL_2], [EMAIL_1]',
    },
    {
      what: 'one number written in two ways as one',
      text: '‹CREDIT_CARD:4111 1111 1111 1111› = ‹CREDIT_CARD:4111-1111-1111-1111›',
      redacted: '[CREDIT_CARD_1] = [CREDIT_CARD_1]',
    },
    {
      what: 'each type by its own count',
      text: '‹EMAIL:a@example.com› ‹PHONE:0102030405›',
      redacted: '[EMAIL_1] [PHONE_1]',
    },
    { what: 'a type with a country', text: '‹NATIONAL_ID@FR:123›', redacted: '[NATIONAL_ID_FR_1]' },
    { what: 'findings at both ends', text: '‹PHONE:1› and ‹PHONE:2›', redacted: '[PHONE_1] and [PHONE_2]' },
    { what: 'findings side by side', text: '‹PHONE:1›‹EMAIL:2›', redacted: '[PHONE_1][EMAIL_1]' },
    {
      what: 'text beyond the basic plane unharmed',
      text: '😀 ‹PHONE:1› 😀\n\u00a0',
      redacted: '😀 [PHONE_1] 😀\n\u00a0',
    },
    { what: 'nothing, when nothing was found', text: 'plain', redacted: 'plain' },
  ])('replaces $what', ({ text, redacted }) => {
    const given = marked(text);
    expect(redact(given.text, given.findings)).toBe(redacted);
  });
});
