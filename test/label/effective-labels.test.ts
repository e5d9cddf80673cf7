import { describe, expect, it } from 'vitest';
import { mergeLabels } from '../../src/label/effective-labels.ts';
import { findLabel, labelsSchema, pathOf } from '../../src/label/label-catalogue.ts';
import type { Label } from '../../src/shared/label.ts';
import { parse } from '../../src/shared/result.ts';

const label = (id: string, name: string, priority: number, more: Partial<Label> = {}): Label => ({
  id,
  name,
  color: '#123456',
  priority,
  enabled: true,
  ...more,
});
const own = [
  label('public', 'Public', 0),
  label('internal', 'Internal', 1),
  label('confidential', 'Confidential', 2),
  label('restricted', 'Restricted', 3),
];
/** Labels without what only the merge knows of them. */
const plain = (labels: readonly Label[]) =>
  labels.map((each) => Object.fromEntries(Object.entries(each).filter(([key]) => key !== 'aliases')));
const expectSound = (labels: readonly Label[]): void =>
  expect(parse(labelsSchema, plain(labels), 'merged').ok).toBe(true);

describe('labels of a bundle and of a tenant', () => {
  it('are the bundle’s alone where the tenant’s are not known', () => {
    expect(mergeLabels(own, [])).toBe(own);
  });

  it('are the tenant’s alone where the bundle has none', () => {
    const tenant = [label('t1', 'General', 4)];
    expect(mergeLabels([], tenant)).toEqual(tenant);
  });

  it.each([
    {
      by: 'the same path, whatever its case',
      tenant: label('guid-1', 'CONFIDENTIAL', 20, { color: '#ff0000' }),
    },
    { by: 'the same id', tenant: label('Confidential', 'Now called Secret', 20, { enabled: false }) },
  ])('are the tenant’s where both have one by $by', ({ tenant }) => {
    const merged = mergeLabels(own, [tenant]);
    expectSound(merged);
    expect(merged).toHaveLength(4);
    for (const reference of ['confidential', 'Confidential', tenant.id, tenant.name]) {
      expect(findLabel(merged, reference)).toMatchObject({
        id: tenant.id,
        color: tenant.color,
        enabled: tenant.enabled,
      });
    }
  });

  it('are one where only the accents of a name are written in another way', () => {
    const merged = mergeLabels(
      [label('mine', 'Ge\u0301ne\u0301ral', 0)],
      [label('theirs', 'G\u00e9n\u00e9ral', 0)],
    );
    expect(merged.map(({ id }) => id)).toEqual(['theirs']);
    expect(findLabel(merged, 'mine')?.id).toBe('theirs');
  });

  it('are one for one: an id counts before a name', () => {
    const merged = mergeLabels(
      [label('1', 'Secret', 1), label('2', 'Internal', 0)],
      [label('1', 'Internal', 5), label('9', 'Secret', 6)],
    );
    expectSound(merged);
    // What the bundle calls "Secret" is the label with its id, though the tenant now calls another one so.
    expect(findLabel(merged, 'Secret')?.id).toBe('1');
    expect(findLabel(merged, '9')?.id).toBe('9');
    expect(findLabel(merged, '2')?.id).toBe('2');
  });

  it('below the same parent are one, even when the parent was renamed', () => {
    const merged = mergeLabels(
      [
        label('p', 'Sensitive Data', 1),
        label('own-child', 'Finance', 2, { parentId: 'p' }),
        label('own-other', 'Legal', 2, { parentId: 'p' }),
      ],
      [label('p', 'Highly Sensitive', 1), label('guid-child', 'finance', 2, { parentId: 'p' })],
    );
    expectSound(merged);
    expect(findLabel(merged, 'Sensitive Data\\Finance')?.id).toBe('guid-child');
    const custom = findLabel(merged, 'Legal');
    expect(custom === null ? '' : pathOf(custom, merged)).toBe('Highly Sensitive\\Legal');
  });

  it('a custom label stays below a parent that the tenant has under another id', () => {
    const merged = mergeLabels(
      [label('p', 'Confidential', 1), label('c', 'Project X', 2, { parentId: 'p' })],
      [label('guid', 'Confidential', 9)],
    );
    expectSound(merged);
    expect(findLabel(merged, 'Confidential\\Project X')).toMatchObject({ id: 'c', parentId: 'guid' });
  });

  it('a name that the bundle uses once means the same when the tenant has it twice', () => {
    const bundle = [label('a', 'A', 0), label('f', 'Finance', 1, { parentId: 'a' })];
    const tenant = [
      label('t', 'T', 3),
      label('tf', 'Finance', 4, { parentId: 't' }),
      label('A', 'A', 1),
      label('af', 'Finance', 2, { parentId: 'A' }),
    ];
    const merged = mergeLabels(bundle, tenant);
    expect(findLabel(merged, 'Finance')?.id).toBe('af');
    expect(findLabel(merged, 'T\\Finance')?.id).toBe('tf');
    expect(findLabel(tenant, 'Finance')).toBeNull();
  });
});

describe('a label of the bundle alone keeps its order', () => {
  const order = (labels: readonly Label[]): string[] =>
    labels.toSorted((left, right) => left.priority - right.priority).map(({ name }) => name);

  it.each([
    {
      name: 'above what it is stricter than, below what the tenant has above that',
      tenant: [
        label('g0', 'Public', 0),
        label('g1', 'Confidential', 10),
        label('g2', 'Highly Confidential', 20),
      ],
      expected: ['Public', 'Internal', 'Confidential', 'Restricted', 'Highly Confidential'],
    },
    {
      name: 'below all when it is less strict than all they share',
      tenant: [label('g1', 'Restricted', 0), label('g2', 'Top', 20)],
      expected: ['Public', 'Internal', 'Confidential', 'Restricted', 'Top'],
    },
    {
      name: 'where the tenant orders otherwise, above the strictest',
      tenant: [label('g1', 'Confidential', 10), label('g2', 'Internal', 30)],
      expected: ['Public', 'Confidential', 'Internal', 'Restricted'],
    },
  ])('$name', ({ tenant, expected }) => expect(order(mergeLabels(own, tenant))).toEqual(expected));

  it('beside the one it equals', () => {
    const merged = mergeLabels(
      [...own, label('x', 'Also confidential', 2)],
      [label('g', 'Confidential', 40)],
    );
    expect(findLabel(merged, 'x')?.priority).toBe(findLabel(merged, 'g')?.priority);
  });

  it('and the tenant’s own numbers stay when nothing stands between them', () => {
    const tenant = own.map((each) => ({ ...each, id: `g-${each.id}`, priority: each.priority * 7 }));
    expect(mergeLabels(own, tenant).map(({ priority }) => priority)).toEqual([0, 7, 14, 21]);
  });
});

describe('two labels of one name below one parent', () => {
  it.each([
    {
      keeps: 'the enabled one',
      labels: [label('1', 'Same', 9, { enabled: false }), label('2', 'same', 1)],
      id: '2',
    },
    { keeps: 'the stricter one', labels: [label('1', 'Same', 1), label('2', 'Same', 2)], id: '2' },
    { keeps: 'the one with the smaller id', labels: [label('2', 'Same', 1), label('1', 'Same', 1)], id: '1' },
  ])('keep it at $keeps; the other is found by its id', ({ labels, id }) => {
    const merged = mergeLabels(own, labels);
    expectSound(merged);
    expect(findLabel(merged, 'Same')?.id).toBe(id);
    const other = labels.find((each) => each.id !== id);
    expect(findLabel(merged, other?.id ?? '')?.name).toMatch(/^Same \(\d\)$/i);
    expect(mergeLabels(own, labels)).toEqual(merged);
  });

  it('move their children along', () => {
    const merged = mergeLabels(own, [
      label('1', 'Same', 1),
      label('2', 'Same', 2),
      label('3', 'Below', 3, { parentId: '1' }),
      label('4', 'Below', 4, { parentId: '2' }),
    ]);
    expectSound(merged);
    expect(findLabel(merged, 'Same\\Below')?.id).toBe('4');
    expect(findLabel(merged, 'Same (1)\\Below')?.id).toBe('3');
  });
});

it('ten thousand labels are merged and found', () => {
  const many = Array.from({ length: 10_000 }, (_, index) =>
    label(
      `g${index}`,
      `Label ${index}`,
      index,
      index % 10 === 0 ? {} : { parentId: `g${index - (index % 10)}` },
    ),
  );
  const merged = mergeLabels(own, many);
  expectSound(merged);
  expect(many.every(({ id }) => findLabel(merged, id)?.id === id)).toBe(true);
  expect(findLabel(merged, 'Label 9990\\Label 9999')?.id).toBe('g9999');
});
