import { describe, expect, it } from 'vitest';
import { createWaitingEvents, type GivenUp } from '../../src/audit/waiting-events.ts';
import { agentEventSchema, type AuditEvent } from '../../src/shared/audit-event.ts';
import { failed, ok } from '../../src/shared/result.ts';
import { daysLater } from '../fakes/audit-samples.ts';

const event = (day: number): AuditEvent =>
  agentEventSchema.parse({
    schema_version: 1,
    event_id: crypto.randomUUID(),
    at: daysLater(day).toISOString(),
    user: 'u',
    device: 'd',
    agent_version: '1',
    bundle_version: 'b',
    kind: 'agent',
    what: 'started',
    detail: `day ${day}`,
  });

describe('events that wait for the disk', () => {
  it('are handed over oldest first and forgotten once written', () => {
    const waiting = createWaitingEvents();
    const events = [event(1), event(2)];
    for (const each of events) waiting.add(each);
    const written: AuditEvent[] = [];
    waiting.drain((given) => ok(void written.push(...given)));
    expect([written, waiting.count]).toEqual([events, 0]);
  });

  it('stay when they cannot be written', () => {
    const waiting = createWaitingEvents();
    waiting.add(event(1));
    expect(waiting.drain(() => failed('full'))).toEqual({ ok: false, problem: 'full' });
    expect(waiting.count).toBe(1);
  });

  it('give up the oldest when there is no room, and say how many and from when to when', () => {
    const waiting = createWaitingEvents(2);
    for (const day of [1, 2, 3, 4, 5]) waiting.add(event(day));
    const told: (GivenUp | null)[] = [];
    const drain = (): void =>
      void waiting.drain((events, givenUp) =>
        ok(void told.push(givenUp, ...(events.length > 2 ? [null] : []))),
      );
    drain();
    drain();
    expect(told).toEqual([
      { count: 3, from: daysLater(1).toISOString(), to: daysLater(3).toISOString() },
      null,
    ]);
  });
});
