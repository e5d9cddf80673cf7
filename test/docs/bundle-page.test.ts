import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bundleSchema } from '../../src/policy/bundle.ts';
import { bundleTestSchema } from '../../src/policy/bundle-test.ts';
import { conditionSchema, leafSchemas } from '../../src/policy/condition.ts';
import { policySchema } from '../../src/policy/policy.ts';
import { repository } from '../setup/program.ts';

const page = readFileSync(repository('docs', 'bundle.md'), 'utf8');
const sectionOf = (title: string): string => page.split(/^## /m).find((part) => part.startsWith(title)) ?? '';
const firstCells = (section: string): string[] =>
  [...section.matchAll(/^\| `(\w+)`/gm)].map(([, name = '']) => name);

describe('docs/bundle.md', () => {
  it.each([
    ['Fields of the bundle', Object.keys(bundleSchema.shape)],
    ['Fields of a policy', Object.keys(policySchema.shape)],
    ['Conditions', Object.keys(leafSchemas)],
  ])('has a row for each of the %s, and for nothing else', (title, names) => {
    expect(firstCells(sectionOf(title)).toSorted()).toEqual([...new Set(names)].toSorted());
  });

  const examples = [...sectionOf('Conditions').matchAll(/`(\{"[^`…]+\})`/g)].map(([, json = '']) => json);
  it.each(examples)('has a condition that can be used: %s', (json) => {
    expect(conditionSchema.safeParse(JSON.parse(json)).error).toBeUndefined();
  });

  it('has an example for each condition, and a case that can be used', () => {
    const used = new Set(examples.flatMap((json) => Object.keys(JSON.parse(json) as object)));
    expect(Object.keys(leafSchemas).filter((name) => !used.has(name))).toEqual([]);
    const [, block = ''] = /```json\n([\s\S]*?)```/.exec(page) ?? [];
    expect(bundleTestSchema.safeParse(JSON.parse(block)).error).toBeUndefined();
  });
});
