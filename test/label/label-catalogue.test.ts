import { describe, expect, it } from 'vitest';
import { findLabel, isForFilesAndMail, labelsSchema, pathOf } from '../../src/label/label-catalogue.ts';
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
  label('6', 'Ward', '5'),
  label('Guid', 'By id'),
];

describe('a label is found', () => {
  it.each([
    { as: 'its id', reference: '5', id: '5' },
    { as: 'its name', reference: 'Medical', id: '5' },
    { as: 'its name in other case', reference: 'medical', id: '5' },
    { as: 'its path', reference: 'Confidential\\Finance', id: '4' },
    { as: 'its id in other case', reference: 'GUID', id: 'Guid' },
    { as: 'a path of three levels', reference: 'sensitive data\\Medical\\Ward', id: '6' },
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
    { why: 'one name in two cases', labels: [label('1', 'A'), label('2', 'a')], path: '[1].name' },
    {
      why: 'parents in a circle',
      labels: [label('1', 'A', '2'), label('2', 'B', '1')],
      path: '[0].parentId',
    },
    { why: 'a label that is its own parent', labels: [label('1', 'A', '1')], path: '[0].parentId' },
    { why: 'one id twice', labels: [label('x', 'Public'), label('X', 'Restricted')], path: '[1].id' },
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

it('the path of a label names all its parents, and ends where they go round in a circle', () => {
  expect(tree.map((each) => pathOf(each, tree))).toContain('Sensitive Data\\Medical\\Ward');
  const circle = [label('1', 'A', '2'), label('2', 'B', '1')];
  expect(pathOf(label('1', 'A', '2'), circle)).toBe('B\\A');
});

it.each([
  { scopes: undefined, fits: true },
  { scopes: [], fits: true },
  { scopes: ['email', 'teamwork', 'file'], fits: true },
  { scopes: ['File', 'Email'], fits: true },
  { scopes: ['site', 'unifiedGroup'], fits: false },
  { scopes: ['email'], fits: false },
])('a label scoped to $scopes is for files and e-mails: $fits', ({ scopes, fits }) => {
  expect(isForFilesAndMail({ ...label('1', 'A'), ...(scopes === undefined ? {} : { scopes }) })).toBe(fits);
});
