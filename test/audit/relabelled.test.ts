import { describe, expect, it } from 'vitest';
import type { EventDraft } from '../../src/shared/audit-event.ts';
import { answerTo, daysLater, interaction, newFolder, openLog, valueOf } from '../fakes/audit-samples.ts';

const relabel = (interactionId: string, label: string | null): EventDraft => ({
  kind: 'relabel',
  interaction_id: interactionId,
  label_id: label === null ? null : label.toLowerCase(),
  label,
  why: 'medium risk gives it',
});

/** Three interactions: the first relabelled twice, the second relabelled to none, the third left as it was. */
function logWithRelabels() {
  let day = 0;
  const opened = openLog(newFolder(), () => daysLater(day));
  const { log } = opened;
  const [first, second, third] = [
    interaction({ label: 'Public', label_id: 'public' }),
    interaction({ label: 'Internal', risk_level: 'low', action: 'allow' }),
    interaction({ label: 'Public', action: 'coach' }),
  ];
  for (const draft of [first, second, third, answerTo(first.interaction_id)]) valueOf(log.append(draft));
  day = 1;
  for (const [id, label] of [
    [first.interaction_id, 'Confidential'],
    [first.interaction_id, 'Restricted'],
    [second.interaction_id, null],
  ] as const) {
    valueOf(log.append(relabel(id, label)));
  }
  return { log, first, second, third, at: (on: number) => (day = on) };
}

describe('labels that were worked out again', () => {
  it('count instead of the first ones, the newest of them, and the first is still told', () => {
    const { log } = logWithRelabels();
    expect(
      valueOf(log.interactions()).interactions.map(({ label, label_id, relabelled, answer }) => ({
        label,
        label_id,
        from: relabelled?.from,
        answer,
      })),
    ).toEqual([
      { label: 'Restricted', label_id: 'restricted', from: 'Public', answer: 'cancel' },
      { label: null, label_id: null, from: 'Internal', answer: null },
      { label: 'Public', label_id: 'restricted', from: undefined, answer: null },
    ]);
    log.close();
  });

  it.each([
    { label: 'Restricted', found: 1 },
    { label: 'Confidential', found: 0 },
    { label: 'Public', found: 1 },
    { label: 'Internal', found: 0 },
    { label: null, found: 1 },
  ])('are what a filter for $label finds', ({ label, found }) => {
    const { log } = logWithRelabels();
    expect(valueOf(log.interactions({ label })).interactions).toHaveLength(found);
    expect(valueOf(log.labelCounts({ label })).reduce((sum, { count }) => sum + count, 0)).toBe(found);
    log.close();
  });

  it('are what the report counts', () => {
    const { log } = logWithRelabels();
    const rows = valueOf(log.labelCounts()).toSorted((left, right) =>
      (left.label ?? '') < (right.label ?? '') ? -1 : 1,
    );
    expect(rows).toEqual([
      { label: null, count: 1, high_risk: 0, blocked: 0 },
      { label: 'Public', count: 1, high_risk: 1, blocked: 0 },
      { label: 'Restricted', count: 1, high_risk: 1, blocked: 1 },
    ]);
    log.close();
  });

  it('go with their interaction when its time is over, and stay as long as it does', () => {
    const { log, at } = logWithRelabels();
    at(50);
    expect(valueOf(log.deleteExpired(49.5))).toBe(7);
    expect(valueOf(log.stats()).events).toMatchObject({ interaction: 0, answer: 0, relabel: 0 });
    log.close();
  });
});
