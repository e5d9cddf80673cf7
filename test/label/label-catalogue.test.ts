import { describe, expect, it } from 'vitest';
import { findLabel, labelsSchema } from '../../src/label/label-catalogue.ts';
import { parse } from '../../src/shared/result.ts';

const label = (id: string, name: string, parentId?: string) => ({
  id,
  name,
  color: '#123456',
  priority: 1,
  enabled: true,
  ...(parentId === undefined ? {} : { parentId }),
});
const tree = [
  label('1', 'Sensitive Data'),
  label('2', 'Finance', '1'),
  label('3', 'Confidential'),
  label('4', 'Finance', '3'),
  label('5', 'Medical', '1'),
];

describe('a label is found', () => {
  it.each([
    { as: 'its id', reference: '5', id: '5' },
    { as: 'its name', reference: 'Medical', id: '5' },
    { as: 'its name in other case', reference: 'medical', id: '5' },
    { as: 'its path', reference: 'Confidential\\Finance', id: '4' },
    { as: 'the other path', reference: 'Sensitive Data\\Finance', id: '2' },
  ])('by $as', ({ reference, id }) => expect(findLabel(tree, reference)?.id).toBe(id));

  it.each([
    { why: 'two parents share the name', reference: 'Finance' },
    { why: 'there is none', reference: 'Secret' },
  ])('not when $why', ({ reference }) => expect(findLabel(tree, reference)).toBeNull());
});

describe('a list of labels', () => {
  it.each([
    { why: 'a parent that is not in it', labels: [label('1', 'A', '9')], path: '[0].parentId' },
    { why: 'one name twice below one parent', labels: [label('1', 'A'), label('2', 'A')], path: '[1].name' },
    { why: 'a colour that is none', labels: [{ ...label('1', 'A'), color: 'red' }], path: '[0].color' },
    { why: 'nothing in it', labels: [], path: 'top level' },
  ])('is refused for $why', ({ labels, path }) => {
    expect(parse(labelsSchema, labels, 'labels')).toMatchObject({
      ok: false,
      problem: expect.stringContaining(path),
    });
  });

  it('is taken with sub-labels of the same name below different parents', () => {
    expect(parse(labelsSchema, tree, 'labels').ok).toBe(true);
  });
});
