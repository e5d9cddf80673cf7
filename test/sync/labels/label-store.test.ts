import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Label } from '../../../src/shared/label.ts';
import { afterAnswer } from '../../../src/sync/labels/catalogue-change.ts';
import type { LabelsAnswer } from '../../../src/sync/labels/graph-labels.ts';
import {
  emptyCatalogue,
  openCatalogue,
  readCatalogue,
  writeCatalogue,
  type StoredCatalogue,
} from '../../../src/sync/labels/label-store.ts';

const NOW = new Date('2026-11-21T10:00:00.000Z');
const LATER = new Date('2026-11-21T11:00:00.000Z');
const label = (id: string, name: string, more: Partial<Label> = {}): Label => ({
  id,
  name,
  color: '#123456',
  priority: 1,
  enabled: true,
  ...more,
});
const answer = (labels: readonly Label[], etag: string | null = null): LabelsAnswer => ({
  kind: 'catalogue',
  labels,
  notes: [],
  path: '/v1.0/labels',
  etag,
  tried: [],
});
const offline: LabelsAnswer = {
  kind: 'problem',
  problem: { kind: 'offline', detail: 'no network', fix: 'check it', retryAfterMs: 5 },
  tried: [],
};
const filled = afterAnswer(
  emptyCatalogue('tenant-a'),
  answer([label('1', 'One'), label('2', 'Two')]),
  NOW,
).catalogue;

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'clipward-labels-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const file = (): string => join(folder, 'labels.json');
const open = (tenant = 'tenant-a') => openCatalogue(folder, tenant, NOW);

describe('the stored labels', () => {
  it('are there after a restart, for this person alone', () => {
    expect(writeCatalogue(folder, filled).ok).toBe(true);
    expect(open()).toEqual({ catalogue: filled, problem: null });
    expect(readdirSync(folder)).toEqual(['labels.json']);
    if (process.platform !== 'win32') expect(statSync(file()).mode & 0o777).toBe(0o600);
  });

  it('are none at first', () => {
    expect(readCatalogue(folder)).toEqual({ ok: true, value: null });
    expect(open()).toEqual({ catalogue: emptyCatalogue('tenant-a'), problem: null });
  });

  const change = (edit: (stored: StoredCatalogue) => unknown) =>
    JSON.stringify(edit(structuredClone(filled)));
  it.each([
    { name: 'no JSON', text: '{' },
    { name: 'empty', text: '' },
    { name: 'another version', text: change((stored) => ({ ...stored, version: 2 })) },
    {
      name: 'a label without colour',
      text: change((stored) => ({ ...stored, labels: [{ ...label('1', 'A'), color: undefined }] })),
    },
    {
      name: 'one id twice',
      text: change((stored) => ({ ...stored, labels: [label('1', 'A'), label('1', 'B')] })),
    },
    {
      name: 'a parent that is not there',
      text: change((stored) => ({ ...stored, labels: [label('1', 'A', { parentId: '9' })] })),
    },
    {
      name: 'parents in a circle',
      text: change((stored) => ({
        ...stored,
        labels: [label('1', 'A', { parentId: '2' }), label('2', 'B', { parentId: '1' })],
      })),
    },
  ])('that cannot be used ($name) are set aside and told', ({ text }) => {
    writeFileSync(file(), text);
    const opened = open();
    expect(opened.catalogue).toEqual(emptyCatalogue('tenant-a'));
    expect(opened.problem).toMatch(/labels\.json: .+; kept as .+labels\.json\.broken-20261121T100000000Z$/);
    expect(readFileSync(`${file()}.broken-20261121T100000000Z`, 'utf8')).toBe(text);
  });

  it('of an absurd size are not read', () => {
    writeFileSync(file(), '');
    truncateSync(file(), 65 * 1024 * 1024);
    expect(readCatalogue(folder)).toMatchObject({ ok: false, problem: expect.stringContaining('at most') });
  });

  it('that cannot be written are told', () => {
    writeFileSync(join(folder, 'in-the-way'), '');
    expect(writeCatalogue(join(folder, 'in-the-way'), filled)).toMatchObject({
      ok: false,
      problem: expect.stringContaining('cannot be stored'),
    });
  });

  it('of another tenant are kept apart, and come back with it', () => {
    writeCatalogue(folder, filled);
    expect(open('tenant-b').catalogue).toEqual(emptyCatalogue('tenant-b'));
    expect(readdirSync(folder)).toEqual(['labels-tenant-a.json']);
    const other = afterAnswer(emptyCatalogue('tenant-b'), answer([label('9', 'Nine')]), NOW).catalogue;
    writeCatalogue(folder, other);
    expect(open('TENANT-A').catalogue).toEqual(filled);
    expect(open('tenant-b').catalogue).toEqual(other);
  });
});

describe('after an answer', () => {
  it('with labels they are the new ones, and told as changed', () => {
    const { catalogue, changed } = afterAnswer(filled, answer([label('1', 'Renamed')], '"e"'), LATER);
    expect(changed).toBe(true);
    expect(catalogue).toMatchObject({
      fetchedAt: LATER.toISOString(),
      lastAttempt: LATER.toISOString(),
      etag: '"e"',
      path: '/v1.0/labels',
      labels: [{ name: 'Renamed' }],
    });
  });

  it.each([
    { name: 'the same', labels: [label('1', 'One'), label('2', 'Two')], changed: false },
    { name: 'the same in another order', labels: [label('2', 'Two'), label('1', 'One')], changed: false },
    {
      name: 'one disabled',
      labels: [label('1', 'One'), label('2', 'Two', { enabled: false })],
      changed: true,
    },
    {
      name: 'one of another colour',
      labels: [label('1', 'One'), label('2', 'Two', { color: '#ffffff' })],
      changed: true,
    },
    { name: 'one more', labels: [label('1', 'One'), label('2', 'Two'), label('3', 'Three')], changed: true },
    { name: 'one less', labels: [label('1', 'One')], changed: true },
  ])('with $name: changed is $changed', ({ labels, changed }) => {
    expect(afterAnswer(filled, answer(labels), LATER).changed).toBe(changed);
  });

  it('a label that is not listed any more can still be read, until it is back', () => {
    const gone = afterAnswer(filled, answer([label('1', 'One')]), LATER).catalogue;
    expect(gone.labels.map(({ id }) => id)).toEqual(['1']);
    expect(gone.deleted).toEqual([{ label: label('2', 'Two'), deletedAt: LATER.toISOString() }]);
    const still = afterAnswer(gone, answer([]), LATER).catalogue;
    expect(still.deleted.map((each) => each.label.id)).toEqual(['1', '2']);
    expect(afterAnswer(still, answer([label('2', 'Two')]), LATER).catalogue.deleted).toHaveLength(1);
  });

  it('of endless deletions the newest are kept', () => {
    const many = Array.from({ length: 6000 }, (_, index) => label(`i${index}`, `N${index}`));
    const before = afterAnswer(emptyCatalogue('t'), answer(many), NOW).catalogue;
    expect(afterAnswer(before, answer([]), LATER).catalogue.deleted).toHaveLength(5000);
  });

  it('that nothing changed they are known to be today’s', () => {
    const after = afterAnswer(filled, { kind: 'unchanged', path: '/v1.0/labels', tried: [] }, LATER);
    expect(after).toEqual({
      changed: false,
      catalogue: { ...filled, fetchedAt: LATER.toISOString(), lastAttempt: LATER.toISOString() },
    });
  });

  it('that failed they stay, with the reason', () => {
    const after = afterAnswer(filled, offline, LATER);
    expect(after).toEqual({
      changed: false,
      catalogue: {
        ...filled,
        lastAttempt: LATER.toISOString(),
        problem: { kind: 'offline', detail: 'no network', fix: 'check it' },
      },
    });
    writeCatalogue(folder, after.catalogue);
    expect(open().catalogue).toEqual(after.catalogue);
    expect(afterAnswer(after.catalogue, answer(filled.labels), LATER).catalogue.problem).toBeNull();
  });
});
