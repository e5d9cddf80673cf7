import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createCustomDetector } from '../../../src/classify/custom/evaluate.ts';
import { customTypesSchema } from '../../../src/shared/custom-type.ts';

const handbook = readFileSync('docs/custom-types.md', 'utf8');
const examples = [...handbook.matchAll(/```json\n([\s\S]*?)```/g)].map(
  ([, json = '']) => JSON.parse(json) as unknown,
);
const detector = createCustomDetector(customTypesSchema.parse(examples));

describe('the examples of docs/custom-types.md', () => {
  it('are taken as they are written', () => {
    expect(examples).toHaveLength(2);
    expect(detector.problems).toEqual([]);
  });

  it.each([
    { text: 'EMP-204816', finds: ['CUSTOM:EMPLOYEE_ID low'] },
    { text: 'Staff number: EMP-204816', finds: ['CUSTOM:EMPLOYEE_ID high'] },
    { text: 'licence 12345674', finds: ['CUSTOM:LICENCE high'] },
    { text: 'licence 12345675', finds: [] },
    { text: 'licence 99345673', finds: [] },
    { text: 'licence, sample 12345674', finds: [] },
    { text: 'licence 00000000', finds: [] },
  ])('find $finds in "$text"', ({ text, finds }) => {
    expect(detector.find(text).hits.map(({ type, confidence }) => `${type} ${confidence}`)).toEqual(finds);
  });
});
