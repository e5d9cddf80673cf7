import { describe, expect, it } from 'vitest';
import { labelsSchema } from '../../../src/label/label-catalogue.ts';
import { parse } from '../../../src/shared/result.ts';
import { labelsOf, type PriorityDirection } from '../../../src/sync/labels/label-shape.ts';

const TENANT = '7D9F1C22-0000-4000-8000-000000000001';
const shaped = (entries: readonly unknown[], direction?: PriorityDirection) =>
  labelsOf(entries, { tenantId: TENANT, ...(direction === undefined ? {} : { direction }) });
const only = (entry: object) => shaped([{ id: 'x', name: 'Name', priority: 1, ...entry }]).labels[0];

describe('of one label', () => {
  it.each([
    { field: 'a display name is its name', entry: { displayName: 'Shown' }, has: { name: 'Shown' } },
    { field: 'no display name', entry: { displayName: null }, has: { name: 'Name' } },
    { field: 'an empty display name', entry: { displayName: ' ' }, has: { name: 'Name' } },
    {
      field: 'line breaks and turned text in a name',
      entry: { name: 'A\n\u202eB\u001b[31m' },
      has: { name: 'A B [31m' },
    },
    { field: 'a backslash in a name', entry: { name: 'A\\B' }, has: { name: 'A/B' } },
    { field: 'a colour', entry: { color: '#A1b2C3' }, has: { color: '#a1b2c3' } },
    { field: 'a short colour', entry: { color: '#F0a' }, has: { color: '#ff00aa' } },
    { field: 'an empty colour', entry: { color: '' }, has: { color: '#8a8886' } },
    { field: 'a colour by name', entry: { color: 'red' }, has: { color: '#8a8886' } },
    { field: 'a colour that is no text', entry: { color: 5 }, has: { color: '#8a8886' } },
    { field: 'nothing about whether it is enabled', entry: {}, has: { enabled: true } },
    { field: 'that it is enabled', entry: { isEnabled: true }, has: { enabled: true } },
    { field: 'that it is disabled', entry: { isEnabled: false }, has: { enabled: false } },
    { field: 'that it is inactive', entry: { isActive: false }, has: { enabled: false } },
    {
      field: 'scopes as flags',
      entry: { applicableTo: 'email, teamwork,file' },
      has: { scopes: ['email', 'teamwork', 'file'] },
    },
    {
      field: 'scopes as a list',
      entry: { contentFormats: ['file', 'email', 'file'] },
      has: { scopes: ['file', 'email'] },
    },
    { field: 'scopes of an odd kind', entry: { applicableTo: 7 }, has: { name: 'Name' } },
    {
      field: 'a description',
      entry: { description: 'For us.', toolTip: 'x' },
      has: { description: 'For us.' },
    },
    { field: 'a tooltip alone', entry: { description: '', toolTip: 'Tip.' }, has: { description: 'Tip.' } },
    { field: 'a tooltip as the tables spell it', entry: { tooltip: 'Tip.' }, has: { description: 'Tip.' } },
    {
      field: 'a long description',
      entry: { description: 'x'.repeat(5000) },
      has: { description: 'x'.repeat(1000) },
    },
    { field: 'an id in capitals', entry: { id: 'ABC-1' }, has: { id: 'abc-1' } },
    { field: 'fields that nobody knows', entry: { zeta: { deep: [1] } }, has: { id: 'x' } },
    { field: 'the tenant', entry: {}, has: { tenantId: TENANT.toLowerCase() } },
  ])('$field is read', ({ entry, has }) => expect(only(entry)).toMatchObject(has));

  it('what it does not say is left out', () => {
    expect(Object.keys(only({ color: '#111111' }) ?? {}).toSorted()).toEqual([
      'color',
      'enabled',
      'id',
      'name',
      'priority',
      'tenantId',
    ]);
  });
});

describe('a label that cannot be used', () => {
  it.each([
    { why: 'no id', entry: { name: 'A' } },
    { why: 'an id that is no text', entry: { id: 7, name: 'A' } },
    { why: 'an endless id', entry: { id: 'x'.repeat(65), name: 'A' } },
    { why: 'no name', entry: { id: '1' } },
    { why: 'an endless name', entry: { id: '1', name: 'secret'.repeat(30) } },
    { why: 'nothing', entry: null },
    { why: 'text', entry: 'label' },
  ])('for $why is left out and told, the others stay', ({ entry }) => {
    const { labels, notes } = shaped([{ id: 'good', name: 'Good', priority: 1 }, entry]);
    expect(labels.map(({ id }) => id)).toEqual(['good']);
    expect(notes).toEqual(['1 left out: expected an id and a name of at most 128 characters']);
  });
});

describe('priorities', () => {
  const two = (first: object, second: object, direction?: PriorityDirection) =>
    shaped(
      [
        { id: 'a', name: 'A', ...first },
        { id: 'b', name: 'B', ...second },
      ],
      direction,
    );
  it.each([
    { name: 'count upwards', first: { priority: 3 }, second: { priority: 7 }, expected: [3, 7] },
    {
      name: 'of the older shape count upwards',
      first: { sensitivity: 3 },
      second: { sensitivity: 7 },
      expected: [3, 7],
    },
    { name: 'below zero move up', first: { priority: -2 }, second: { priority: 1 }, expected: [0, 3] },
    {
      name: 'that are not whole count as not said',
      first: { priority: 1.5 },
      second: { priority: 1 },
      expected: [0, 1],
    },
    {
      name: 'count downwards by setting',
      first: { priority: 1 },
      second: { priority: 9 },
      direction: 'lower-is-stricter',
      expected: [8, 0],
    },
  ] as const)('$name', ({ first, second, expected, ...rest }) => {
    const direction = 'direction' in rest ? rest.direction : undefined;
    expect(two(first, second, direction).labels.map(({ priority }) => priority)).toEqual(expected);
  });

  it('not said are the parent’s, and told', () => {
    const { labels, notes } = shaped([
      { id: 'p', name: 'P', priority: 5, sublabels: [{ id: 'c', name: 'C' }] },
    ]);
    expect(labels.map(({ priority }) => priority)).toEqual([5, 5]);
    expect(notes).toEqual(["1 without a priority: taken as their parent's, or as the lowest"]);
  });
});

describe('parents', () => {
  const parentsOf = (entries: readonly unknown[]) =>
    Object.fromEntries(shaped(entries).labels.map(({ id, parentId }) => [id, parentId ?? null]));

  it.each([
    {
      name: 'nest, at any depth',
      entries: [
        { id: 'a', name: 'A', sublabels: [{ id: 'b', name: 'B', sublabels: [{ id: 'c', name: 'C' }] }] },
      ],
      expected: { a: null, b: 'a', c: 'b' },
    },
    {
      name: 'stand in their children, and in the list',
      entries: [
        { id: 'b', name: 'B', parent: { id: 'A', name: 'A' } },
        { id: 'a', name: 'A', parent: null },
      ],
      expected: { a: null, b: 'a' },
    },
    {
      name: 'stand in their children alone, and theirs in them',
      entries: [{ id: 'c', name: 'C', parent: { id: 'b', name: 'B', parent: { id: 'a', name: 'A' } } }],
      expected: { a: null, b: 'a', c: 'b' },
    },
    {
      name: 'that cannot be used are no parents',
      entries: [{ id: 'b', name: 'B', parent: { id: 'a' } }],
      expected: { b: null },
    },
    {
      name: 'in a circle are taken apart',
      entries: [
        { id: 'a', name: 'A', parent: { id: 'b', name: 'B' } },
        { id: 'b', name: 'B', parent: { id: 'c', name: 'C' } },
        { id: 'c', name: 'C', parent: { id: 'a', name: 'A' } },
      ],
      expected: { a: 'b', b: 'c', c: null },
    },
    {
      name: 'that are the label itself are none',
      entries: [{ id: 'a', name: 'A', parent: { id: 'a', name: 'A' }, sublabels: [{ id: 'a', name: 'A' }] }],
      expected: { a: null },
    },
  ])('$name', ({ entries, expected }) => {
    expect(parentsOf(entries)).toEqual(expected);
    expect(parse(labelsSchema, shaped(entries).labels, 'labels').ok).toBe(true);
  });
});

it('of two labels with one id the first stays, and the list’s own before one that is only somebody’s parent', () => {
  const { labels, notes } = shaped([
    { id: 'b', name: 'B', parent: { id: 'a', name: 'Seen as parent', isActive: false } },
    { id: 'a', name: 'First' },
    { id: 'A', name: 'Second' },
  ]);
  expect(labels.map(({ name }) => name)).toEqual(['B', 'First']);
  expect(notes[0]).toBe('1 left out: an id that another label has');
});

it('of twelve thousand labels that all name the same parent, that one is there once', () => {
  const parent = { id: 'p', name: 'P', priority: 1 };
  const entries = Array.from({ length: 12_000 }, (_, index) => ({
    id: `i${index}`,
    name: `N${index}`,
    priority: index,
    parent,
  }));
  const { labels, complete } = shaped(entries);
  expect([labels.length, complete]).toEqual([12_001, true]);
});
