import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { openAuditLogReadOnly } from '../../src/audit/audit-reader.ts';
import {
  answerTo,
  appendMany,
  daysLater,
  interaction,
  newFolder,
  openLog,
  START,
  started,
  storedEvents,
  valueOf,
} from '../fakes/audit-samples.ts';

const ids = (read: { readonly interactions: readonly { readonly interaction_id: string }[] }): string[] =>
  read.interactions.map(({ interaction_id }) => interaction_id);

describe('audit log', () => {
  it('stores an event with the common fields and has it after reopening', () => {
    const dataDir = newFolder();
    const { log } = openLog(dataDir);
    expect(log).toMatchObject({ durable: true, problem: null });
    const event = valueOf(log.append(interaction()));
    expect(event).toMatchObject({
      schema_version: 1,
      at: START.toISOString(),
      user: 'u-tester',
      device: 'device-1',
      agent_version: '0.1.0',
      bundle_version: 'built-in',
    });
    log.close();
    const again = openLog(dataDir);
    expect(again.setAside).toBeUndefined();
    expect(storedEvents(again.log)).toEqual([event]);
    again.log.close();
  });

  it.runIf(process.platform !== 'win32')(
    'keeps its file to the owner and leaves no side files when closed',
    () => {
      const dataDir = newFolder();
      const { log } = openLog(dataDir);
      appendMany(log, 1);
      const modes = readdirSync(dataDir).map((name) => statSync(join(dataDir, name)).mode & 0o777);
      expect(modes).toEqual([0o600, 0o600, 0o600]);
      log.close();
      log.close();
      expect(readdirSync(dataDir)).toEqual(['clipward.db']);
    },
  );

  it.each([
    ['text', { text: 'secret' }],
    ['content', { content: 'secret' }],
    ['a window title', { window: { title: 'secret' } }],
    ['a justification on the interaction', { justification: 'secret' }],
  ])('refuses an event with %s, and the problem does not repeat it', (_name, smuggled) => {
    const { log } = openLog(newFolder());
    const result = log.append({ ...interaction(), ...smuggled });
    expect(result).toMatchObject({ ok: false, problem: expect.stringContaining('nrecognized key') });
    expect(JSON.stringify(result)).not.toContain('secret');
    expect(storedEvents(log)).toEqual([]);
    log.close();
  });

  it('lets no text in through a finding', () => {
    const dataDir = newFolder();
    const { log } = openLog(dataDir);
    const finding = {
      type: 'EMAIL',
      count: 1,
      distinct: 1,
      confidence: 'low',
      text: 'planted-secret',
    } as const;
    log.append(interaction({ findings: [finding] }));
    log.close();
    expect(readFileSync(join(dataDir, 'clipward.db')).includes('planted-secret')).toBe(false);
  });

  it('lets no draft speak for the common fields', () => {
    const { log } = openLog(newFolder());
    const forged = { user: 'someone else', at: '2000-01-01T00:00:00.000Z' };
    expect(valueOf(log.append({ ...started, ...forged }))).toMatchObject({
      user: 'u-tester',
      at: START.toISOString(),
    });
    log.close();
  });

  it('folds the answer into its interaction', () => {
    const { log } = openLog(newFolder());
    const [asked, silent] = [interaction(), interaction({ action: 'allow' })];
    for (const draft of [asked, silent, answerTo(asked.interaction_id, 'proceed')])
      valueOf(log.append(draft));
    const { interactions, unreadable } = valueOf(log.interactions());
    expect(unreadable).toBe(0);
    expect(interactions).toMatchObject([
      { answer: 'proceed', justification: 'Agreed with the customer', answered_at: START.toISOString() },
      { answer: null, justification: null, answered_at: null, relabelled: null },
    ]);
    log.close();
  });

  const chosen = [
    { name: 'since', filter: { since: daysLater(1) }, expected: [1, 2, 3] },
    { name: 'until, exclusive', filter: { until: daysLater(2) }, expected: [0, 1] },
    { name: 'label', filter: { label: 'Public' }, expected: [1] },
    { name: 'no label', filter: { label: null }, expected: [2] },
    { name: 'platform', filter: { platform: 'deepseek' }, expected: [3] },
    { name: 'the newest two, oldest first', filter: { limit: 2 }, expected: [2, 3] },
    {
      name: 'several at once',
      filter: { since: daysLater(1), label: 'Restricted', limit: 5 },
      expected: [3],
    },
  ];
  it.each(chosen)('filters interactions by $name', ({ filter, expected }) => {
    let day = 0;
    const { log } = openLog(newFolder(), () => daysLater(day));
    const drafts = [
      interaction(),
      interaction({ label: 'Public' }),
      interaction({ label: null }),
      interaction({ platform_id: 'deepseek' }),
    ];
    for (const draft of drafts) {
      valueOf(log.append(draft));
      day += 1;
    }
    expect(ids(valueOf(log.interactions(filter)))).toEqual(
      expected.map((index) => drafts[index]?.interaction_id),
    );
    log.close();
  });

  it('names the held interactions that nobody answered', () => {
    const { log } = openLog(newFolder());
    const [blocked, coached, answered] = [interaction(), interaction({ action: 'coach' }), interaction()];
    const passed = interaction({ action: 'log' });
    for (const draft of [blocked, coached, answered, passed, answerTo(answered.interaction_id)]) {
      valueOf(log.append(draft));
    }
    expect(ids(valueOf(log.openInteractions()))).toEqual([blocked.interaction_id, coached.interaction_id]);
    log.close();
  });

  it('skips and counts rows that no longer read', () => {
    const dataDir = newFolder();
    const { log } = openLog(dataDir);
    const [kept] = appendMany(log, 1);
    const other = new SqliteDatabase(join(dataDir, 'clipward.db'));
    const plant = other.prepare(
      `INSERT INTO event (event_id, kind, at, action, body) VALUES (?, 'interaction', '2026-03-01T08:00:00.000Z', 'block', ?)`,
    );
    plant.run(randomUUID(), '{"kind":"interaction"');
    plant.run(randomUUID(), JSON.stringify({ ...kept, schema_version: 99 }));
    other.close();
    const read = valueOf(log.interactions());
    expect([read.interactions.length, read.unreadable]).toEqual([1, 2]);
    expect(valueOf(log.events({ after: 0 }))).toMatchObject({ unreadable: 2, lastSeq: 3 });
    expect(valueOf(log.openInteractions())).toMatchObject({ unreadable: 2 });
    log.close();
  });

  it('never changes an event', () => {
    const dataDir = newFolder();
    const { log } = openLog(dataDir);
    appendMany(log, 1);
    const other = new SqliteDatabase(join(dataDir, 'clipward.db'));
    expect(() => other.exec(`UPDATE event SET label = 'Public'`)).toThrow('events are never changed');
    other.close();
    log.close();
  });

  it('answers a lock by another program with a problem, and goes on afterwards', () => {
    const dataDir = newFolder();
    const { log } = openLog(dataDir);
    const other = new SqliteDatabase(join(dataDir, 'clipward.db'));
    other.exec('BEGIN IMMEDIATE');
    expect(log.append(started)).toMatchObject({ ok: false, problem: expect.stringContaining('SQLITE_BUSY') });
    other.exec('ROLLBACK');
    other.close();
    expect(log.append(started).ok).toBe(true);
    log.close();
  });

  it('keeps what a lock or a full disk refuses and writes it later, as of the time it happened, in order', () => {
    const dataDir = newFolder();
    let now = START;
    const { log } = openLog(dataDir, () => now);
    log.append(started);
    const other = new SqliteDatabase(join(dataDir, 'clipward.db'));
    other.exec('BEGIN IMMEDIATE');
    const refused = [daysLater(1), daysLater(2)].map((time) => {
      now = time;
      return log.append(started).ok;
    });
    expect([refused, log.waiting, log.catchUp().ok]).toEqual([[false, false], 2, false]);
    other.exec('ROLLBACK');
    now = daysLater(3);
    expect(log.append(started).ok).toBe(true);
    expect(log.waiting).toBe(0);
    const times = storedEvents(log).map(({ at }) => at);
    expect(times).toEqual(
      [START, daysLater(1), daysLater(2), daysLater(3)].map((time) => time.toISOString()),
    );
    other.close();
    log.close();
  });

  it('writes what waits without waiting for the next event', () => {
    const dataDir = newFolder();
    const { log } = openLog(dataDir);
    const other = new SqliteDatabase(join(dataDir, 'clipward.db'));
    other.exec('BEGIN IMMEDIATE');
    log.append(started);
    other.exec('ROLLBACK');
    expect([log.catchUp().ok, log.waiting, storedEvents(log).length]).toEqual([true, 0, 1]);
    other.close();
    log.close();
  });

  it('answers use after closing with a problem', () => {
    const { log } = openLog(newFolder());
    log.close();
    expect(log.append(started)).toMatchObject({ ok: false, problem: expect.stringContaining('closed') });
    expect(log.interactions().ok).toBe(false);
  });

  it('counts what there is', () => {
    const { log } = openLog(newFolder());
    const [first] = appendMany(log, 3);
    valueOf(log.append(started));
    const delivery = log.delivery('collector');
    valueOf(delivery.next({ events: 2, bytes: 1_000_000 }));
    valueOf(delivery.acknowledge(2));
    expect(valueOf(log.stats())).toMatchObject({
      events: { interaction: 3, answer: 0, agent: 1 },
      oldest: first?.at,
      bytes: expect.any(Number),
      deliveries: [{ destination: 'collector', acked_seq: 2, undelivered: 2 }],
    });
    log.close();
  });
});

describe('reading while the agent runs', () => {
  it('sees what the agent has written, and cannot write', () => {
    const dataDir = newFolder();
    const { log } = openLog(dataDir);
    const reader = valueOf(openAuditLogReadOnly(dataDir));
    const [event] = appendMany(log, 1);
    expect(storedEvents(reader)).toEqual([event]);
    log.close();
    reader.close();
    expect(openLog(dataDir).log.durable).toBe(true);
  });

  it('creates and changes nothing when the agent is not running', () => {
    const dataDir = newFolder();
    const { log } = openLog(dataDir);
    appendMany(log, 5);
    log.close();
    const file = join(dataDir, 'clipward.db');
    const before = [readFileSync(file), statSync(file).mtimeMs];
    const reader = valueOf(openAuditLogReadOnly(dataDir));
    expect(storedEvents(reader)).toHaveLength(5);
    expect(readdirSync(dataDir)).toEqual(['clipward.db']);
    reader.close();
    expect(readdirSync(dataDir)).toEqual(['clipward.db']);
    expect([readFileSync(file), statSync(file).mtimeMs]).toEqual(before);
  });

  it('says so when there is no log yet, and makes none', () => {
    const dataDir = newFolder();
    expect(openAuditLogReadOnly(dataDir)).toMatchObject({
      ok: false,
      problem: expect.stringContaining('no audit log yet'),
    });
    expect(readdirSync(dataDir)).toEqual([]);
  });
});
