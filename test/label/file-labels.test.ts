import { describe, expect, it } from 'vitest';
import { readFileLabel, type KnownLabels } from '../../src/label/file-labels.ts';
import type { Label } from '../../src/shared/label.ts';

const OWN = '7d9f1c22-0000-4000-8000-000000000001';
const OTHER = '11111111-0000-4000-8000-000000000002';
const label = (id: string, name: string): Label => ({
  id,
  name,
  color: '#123456',
  priority: 1,
  enabled: true,
});
const known: KnownLabels = {
  labels: [label('a1', 'Secret'), label('p1', "A partner's")],
  deleted: [label('d1', 'Old')],
  tenantId: OWN,
  foreign: 'ignore',
};
const read = (id: string, tenantId: string | null, more: Partial<KnownLabels> = {}) => {
  const reading = readFileLabel({ id, tenantId }, { ...known, ...more });
  return [reading.kind, reading.label?.name ?? null, reading.counts];
};

describe("a file's label", () => {
  it.each([
    { name: 'of our tenant', id: 'A1', tenantId: OWN.toUpperCase(), expected: ['own', 'Secret', true] },
    { name: 'of no tenant, that we have', id: 'a1', tenantId: null, expected: ['own', 'Secret', true] },
    { name: 'that our tenant deleted', id: 'd1', tenantId: OWN, expected: ['deleted', 'Old', true] },
    { name: 'of our tenant, never seen', id: 'zz', tenantId: OWN, expected: ['unknown', null, true] },
    {
      name: 'whose id is the name of a label',
      id: 'Secret',
      tenantId: OWN,
      expected: ['unknown', null, true],
    },
    { name: 'of another tenant', id: 'zz', tenantId: OTHER, expected: ['foreign', null, false] },
    {
      name: 'of a partner that the bundle names',
      id: 'p1',
      tenantId: OTHER,
      expected: ['foreign', "A partner's", false],
    },
  ])('$name', ({ id, tenantId, expected }) => expect(read(id, tenantId)).toEqual(expected));

  it('of another tenant counts by setting', () => {
    expect(read('p1', OTHER, { foreign: 'keep' })).toEqual(['foreign', "A partner's", true]);
  });

  it('is judged by its id where our tenant is not known', () => {
    expect(read('a1', OTHER, { tenantId: null })).toEqual(['own', 'Secret', true]);
  });
});
