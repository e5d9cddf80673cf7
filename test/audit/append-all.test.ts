import { describe, expect, it } from 'vitest';
import type { EventDraft } from '../../src/shared/audit-event.ts';
import { interaction, newFolder, openLog, started, storedEvents, valueOf } from '../fakes/audit-samples.ts';

describe('many events at once', () => {
  it('are stored in their order, complete, and on disk', () => {
    const folder = newFolder();
    const { log } = openLog(folder);
    const drafts = [started, interaction(), interaction({ label: 'Public' })];
    expect(valueOf(log.appendAll(drafts))).toBe(3);
    expect(valueOf(log.appendAll([]))).toBe(0);
    log.close();
    const again = openLog(folder).log;
    expect(storedEvents(again)).toMatchObject(drafts);
    expect(new Set(storedEvents(again).map(({ event_id }) => event_id)).size).toBe(3);
    again.close();
  });

  it('are none where one of them is no event', () => {
    const { log } = openLog(newFolder());
    const wrong: EventDraft = Object.assign({}, started, { content: 'secret' });
    expect(log.appendAll([started, wrong])).toMatchObject({ ok: false });
    expect(storedEvents(log)).toEqual([]);
    expect(log.waiting).toBe(0);
    log.close();
  });

  it('are refused by a log that was closed, and do not wait', () => {
    const { log } = openLog(newFolder());
    log.close();
    expect(log.appendAll([started])).toMatchObject({ ok: false });
    expect(log.waiting).toBe(0);
  });
});
