import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createEngine } from '../../src/classify/engine.ts';
import { patternTypes, registry } from '../../src/classify/registry.ts';
import { bundles } from '../../src/classify/types/bundles.ts';
import { createTypeResolver } from '../../src/classify/types/names.ts';
import { findingTypeSchema, typeCovers } from '../../src/shared/finding.ts';
import { areSiblings, siblings } from './siblings.ts';
import { type AnyEntry, classifierIn, everyEntry, listsOf } from './whole-registry.ts';

const nameOf = (entry: AnyEntry): string => entry.name ?? entry.type;
const rows = everyEntry.map((entry) => ({ name: nameOf(entry), type: entry.type, entry }));
const repeated = (values: readonly string[]): readonly string[] =>
  values.filter((value, index) => values.indexOf(value) !== index);

describe('the registry', () => {
  it('is not empty', () => {
    expect(registry.length).toBeGreaterThan(400);
    expect(patternTypes.length).toBeGreaterThan(400);
  });

  it('holds each entry once', () => {
    expect(new Set(everyEntry).size).toBe(everyEntry.length);
  });

  it.each(rows)('writes $type ($name) as the contract says', ({ entry }) => {
    expect(findingTypeSchema.safeParse(entry.type).success).toBe(true);
    expect(entry.name?.trim()).toBe(entry.name);
    if (entry.purview !== undefined) {
      expect(entry.purview.id).toMatch(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
      expect(entry.purview.name.trim()).not.toBe('');
    }
    expect(entry.examples.match.length).toBeGreaterThan(0);
    expect(entry.examples.noMatch.length).toBeGreaterThan(0);
    for (const { text, value } of entry.examples.match) expect(text).toContain(value);
  });

  it('gives two types of numbers no name in common', () => {
    const types = new Map(patternTypes.map(({ name, type }) => [name, type]));
    expect(patternTypes.filter(({ name, type }) => types.get(name) !== type)).toEqual([]);
  });

  it('gives a GUID of Purview one name', () => {
    const names = new Map<string, string>();
    for (const { purview } of everyEntry) {
      if (purview === undefined) continue;
      expect(names.get(purview.id) ?? purview.name).toBe(purview.name);
      names.set(purview.id, purview.name);
    }
    expect(repeated([...names.values()])).toEqual([]);
  });

  it('has an entry for every member of a bundle', () => {
    const types = everyEntry.map(({ type }) => type);
    const missing = bundles.flatMap(({ name, types: members }) =>
      members
        .filter((member) => !types.some((type) => typeCovers(member, type)))
        .map((member) => `${name}: ${member}`),
    );
    expect(missing).toEqual([]);
  });
});

/** Terms that no reader of words can meet. */
const NOT_MET: Readonly<Record<string, string>> = {
  'униформгражданскине.#':
    'Purview writes it so; a dot before the sign is a gap, and a sign behind a gap begins no word',
};

/** A capital behind the Uzbek sign begins a word of its own. */
const NO_CAPITALS = /\u02bb/;

describe('every keyword of the registry', () => {
  const lists = [...new Set(everyEntry.flatMap(listsOf))].filter((list) => list.length > 0);
  const owners = new Map(everyEntry.flatMap((entry) => listsOf(entry).map((list) => [list, nameOf(entry)])));
  const keywords = lists.flatMap((list) =>
    list.map((keyword) => ({ keyword, list, of: owners.get(list) ?? '' })),
  );

  it('is there to be checked', () => {
    expect(lists.length).toBeGreaterThan(500);
    expect(keywords.length).toBeGreaterThan(10_000);
  });

  it('is written in small letters with single spaces', () => {
    const odd = keywords.filter(
      ({ keyword }) => keyword !== keyword.toLowerCase() || !/^\S+(?: \S+)*$/.test(keyword),
    );
    expect(odd.map(({ keyword, of }) => `${of}: ${keyword}`)).toEqual([]);
  });

  it.each([
    { where: 'in front of a value', around: (keyword: string) => [`\n${keyword}: `, ''] as const },
    { where: 'behind a value', around: (keyword: string) => ['\n', ` (${keyword})`] as const },
    {
      where: 'in capitals',
      around: (keyword: string) => [`${keyword.toLocaleUpperCase('en')} = `, ''] as const,
    },
  ])('is met $where', ({ where, around }) => {
    const engine = createEngine({ detectors: registry, patternTypes, finders: [], country: undefined });
    const isMet = (list: readonly string[], keyword: string): boolean => {
      const [before, after] = around(keyword);
      engine.find(`${before}4711${after}`, undefined);
      const number = engine.vocabulary.listOf(list);
      const value = { start: before.length, end: before.length + 4 };
      return number !== undefined && engine.sightings.has(number, value);
    };
    const unmet = keywords.filter(
      ({ keyword, list }) =>
        NOT_MET[keyword] === undefined &&
        !(where === 'in capitals' && NO_CAPITALS.test(keyword)) &&
        !isMet(list, keyword),
    );
    expect(unmet.map(({ keyword, of }) => `${of}: ${keyword}`)).toEqual([]);
  });
});

interface Answer {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}
const answersIn = (text: string, country: string | undefined): readonly Answer[] =>
  classifierIn(country).classify(text).findings;

describe('the examples of every entry, with everything else looked for too', () => {
  it.each(rows)('$type ($name) is found where it stands', ({ entry, type }) => {
    const wrong = entry.examples.match.flatMap(({ text, value, country }) => {
      const start = text.indexOf(value);
      const found = answersIn(text, country).filter(
        (answer) => answer.start < start + value.length && answer.end > start,
      );
      const isRight = found.some(
        (answer) =>
          (answer.type === type && answer.start <= start && answer.end >= start + value.length) ||
          areSiblings(type, answer.type),
      );
      return isRight ? [] : [{ text, found: found.map((answer) => answer.type) }];
    });
    expect(wrong).toEqual([]);
  });

  it('are answered by a sibling only now and then', () => {
    const all = everyEntry.flatMap(({ type, examples }) =>
      examples.match.map((example) => ({ type, example })),
    );
    const own = all.filter(({ type, example: { text, country } }) =>
      answersIn(text, country).some((answer) => answer.type === type),
    );
    expect(own.length / all.length).toBeGreaterThan(0.98);
  });

  it.each(rows)('$type ($name) is not found where it only seems to stand', ({ entry, name, type }) => {
    const wrong = entry.examples.noMatch.flatMap((example) => {
      const { text, country } = typeof example === 'string' ? { text: example, country: undefined } : example;
      const isFound = classifierIn(country)
        .explain(text)
        .some(({ finding, rule }) => finding.type === type && rule === name);
      return isFound ? [text] : [];
    });
    expect(wrong).toEqual([]);
  });

  it('have siblings that exist', () => {
    const types = everyEntry.map(({ type }) => type);
    const unknown = siblings
      .flatMap((row) => row.types)
      .filter((wanted) => !types.some((type) => type === wanted || type.startsWith(wanted.replace('*', ''))));
    expect(unknown).toEqual([]);
  });
});

/** Purview's catalogue, in a folder next to the repository that not every machine has. */
const CATALOGUE = join(import.meta.dirname, '../../../shared/sit/catalogue.json');
const isThere = existsSync(CATALOGUE);
const catalogueSchema = z.array(z.object({ name: z.string(), guid: z.string(), kind: z.string() }));

describe.skipIf(!isThere)("Purview's catalogue (../shared/sit)", () => {
  const catalogue = isThere ? catalogueSchema.parse(JSON.parse(readFileSync(CATALOGUE, 'utf8'))) : [];
  const resolve = createTypeResolver(everyEntry);
  const unknown = (kind: string): readonly string[] =>
    catalogue
      .filter((each) => each.kind === kind)
      .filter(({ name, guid }) => resolve(guid) === undefined || resolve(name) === undefined)
      .map(({ name }) => name);

  it.each([
    ['pattern', 220],
    ['pattern-bundle', 5],
    ['credential', 41],
    ['credential-bundle', 1],
    ['named-entity-bundle', 3],
  ])('of the kind %s is known by name and GUID: %i types', (kind, count) => {
    expect(catalogue.filter((each) => each.kind === kind)).toHaveLength(count);
    expect(unknown(kind)).toEqual([]);
  });
});
