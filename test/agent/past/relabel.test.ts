import { describe, expect, it } from 'vitest';
import { createRelabelling } from '../../../src/agent/past/relabel.ts';
import { past } from '../../fakes/past-interactions.ts';
import { readyBuiltIn } from '../../fakes/ready-bundle.ts';

const { labelRules } = readyBuiltIn();
const relabelled = createRelabelling(labelRules, () => new Set());

describe('the label of a stored interaction, worked out again', () => {
  it('is left alone where it is the same', () => {
    expect(relabelled(past())).toEqual({ kind: 'same' });
  });

  it.each([
    { what: 'another label', label_id: 'public', label: 'Public' },
    { what: 'none, recorded while label metadata was off', label_id: null, label: null },
    { what: 'the same label under another id', label_id: 'old-id', label: 'Restricted' },
    { what: 'the same label under another name', label_id: 'restricted', label: 'Secret' },
  ])('is recorded where it was $what', ({ label_id, label }) => {
    const interaction = past({ label_id, label });
    expect(relabelled(interaction)).toEqual({
      kind: 'changed',
      from: label,
      to: 'Restricted',
      draft: {
        kind: 'relabel',
        interaction_id: interaction.interaction_id,
        label_id: 'restricted',
        label: 'Restricted',
        why: 'rule "it contains CREDIT_CARD" gives Restricted',
      },
    });
  });

  it('becomes none where nothing fits any more', () => {
    const interaction = past({ findings: [], risk_score: 0, risk_level: 'none', unscanned: 'timed-out' });
    expect(relabelled(interaction)).toMatchObject({ kind: 'changed', to: null, draft: { label_id: null } });
  });

  it('is not told where it hangs on types that were not looked for', () => {
    const rules = {
      ...labelRules,
      rules: [{ condition: { classifications: 'contains' as const, value: 'CUSTOM:A' }, label: 'Public' }],
    };
    const again = createRelabelling(rules, (version) => new Set(version === 'acme v1' ? ['CUSTOM:A'] : []));
    expect(again(past())).toEqual({ kind: 'unknown', types: ['CUSTOM:A'] });
    expect(again(past({ bundle_version: 'acme v2' }))).toEqual({ kind: 'same' });
  });

  it('says why in no more than an event takes', () => {
    const mapping = labelRules.mapping.map((row) => ({ ...row, justification: 'x'.repeat(2000) }));
    const again = createRelabelling({ ...labelRules, rules: [], mapping }, () => new Set());
    const result = again(past({ label: null, label_id: null }));
    expect(result.kind === 'changed' && result.draft.why).toHaveLength(1000);
  });
});
