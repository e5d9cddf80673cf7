import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { runClipward } from '../setup/program.ts';
import { berthType, codeNames, everyKind } from '../fakes/company-types.ts';

const builtIn = JSON.parse(readFileSync('assets/default-bundle.json', 'utf8')) as Record<string, unknown>;
const policies = [
  { name: 'Berths', enabled: true, when: { finding: { type: 'berth number' } }, action: 'block' },
];
let folder: string;
const inFolder = (name: string): string => join(folder, name);
const put = (name: string, value: unknown): void => writeFileSync(inFolder(name), JSON.stringify(value));
const typesIn = (name: string): { type: string }[] =>
  (JSON.parse(readFileSync(inFolder(name), 'utf8')) as { types: { type: string }[] }).types;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'clipward-company-'));
  put('own.json', { ...builtIn, policies, types: everyKind() });
  put('off.json', { ...builtIn, types: [{ ...berthType, keywords: {}, missing: ['harbour'] }] });
  put('unknown.json', { ...builtIn, policies });
  put('names.json', codeNames);
  put('several.json', [berthType, { ...codeNames, terms: ['Blue Ibis'] }]);
  put('refused.json', { ...berthType, type: 'CUSTOM:BAD', id: undefined, regexes: { berth: '(?>a)' } });
  put('text.json', 'CUSTOM:BERTH');
});
beforeEach(() => put('bundle.json', { ...builtIn, types: [codeNames] }));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (args: string, input = '') =>
  runClipward(
    args.split(' ').map((arg) => arg.replace('@', `${folder}/`)),
    process.env,
    input,
  );

describe("a command with a bundle that has the company's own types", () => {
  it('finds them, and its label rules know them', async () => {
    const { stdout } = await run('classify --json --bundle @own.json -', 'B-204816, Grey Heron');
    expect(JSON.parse(stdout)).toMatchObject({
      findings: [{ type: 'CUSTOM:BERTH' }, { type: 'CUSTOM:CODE_NAME' }],
    });
  });

  it('does not find them without that bundle', async () => {
    const { stdout } = await run('classify --json -', 'B-204816, Grey Heron');
    expect(stdout).not.toContain('CUSTOM');
  });

  it('judges by a policy that names one as people call it', async () => {
    const ended = await run('judge --json --platform chatgpt --bundle @own.json -', 'B-204816');
    expect([ended.code, ended.stderr]).toEqual([1, '']);
    expect(JSON.parse(ended.stdout)).toMatchObject({
      action: 'block',
      reason: 'Berths: 1 distinct CUSTOM:BERTH found.',
    });
  });

  it('explains them in the words of their entry', async () => {
    const { stdout } = await run('classify --explain --bundle @own.json -', 'harbour: B-204816');
    expect(stdout).toContain(`rule     Berth number (Purview: Berth number, ${berthType.id})`);
    expect(stdout).toContain('because  near it: "harbour"');
    expect(stdout).not.toContain('204816');
  });

  it('tells on stderr which of them are off, and goes on', async () => {
    const ended = await run('classify --json --bundle @off.json -', 'plain');
    expect(ended.code).toBe(0);
    expect(ended.stderr).toMatch(/^clipward: .*off\.json: CUSTOM:BERTH is off: it needs harbour; .+\n$/);
  });

  it('refuses a bundle that names a type which is not there', async () => {
    const ended = await run('classify --bundle @unknown.json -', 'plain');
    expect([ended.code, ended.stdout]).toEqual([1, '']);
    expect(ended.stderr).toContain(
      'unknown.json: policies[0].when.finding.type: there is no type "berth number"',
    );
  });

  it('lists all kinds', async () => {
    const { stdout } = await run('types list --bundle @own.json');
    expect(
      stdout
        .trim()
        .split('\n')
        .map((line) => line.replaceAll(/ +/g, ' ')),
    ).toEqual([
      'CUSTOM:BERTH high on Berth number',
      'CUSTOM:CUSTOMER records on Customers',
      'CUSTOM:HANDBOOK documents on Harbour handbook',
      'CUSTOM:CODE_NAME words on Code names of projects',
    ]);
  });
});

describe('clipward types add', () => {
  it('puts entries in, in place of those with the same name, and keeps the rest as it was', async () => {
    const before = JSON.parse(readFileSync(inFolder('bundle.json'), 'utf8')) as Record<string, unknown>;
    const { code, stdout, stderr } = await run('types add @several.json --bundle @bundle.json');
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/bundle\.json: 2 put in, 2 types in all\. Raise its "version"/);
    const { types, ...rest } = JSON.parse(readFileSync(inFolder('bundle.json'), 'utf8')) as Record<
      string,
      unknown
    >;
    expect(types).toEqual([berthType, { ...codeNames, terms: ['Blue Ibis'] }]);
    expect(rest).toEqual({ ...before, types: undefined });
  });

  it('writes another file when told to, that the same people may read', async () => {
    const { code } = await run('types add @several.json --bundle @unknown.json --out @new.json');
    expect(code).toBe(0);
    expect(typesIn('new.json').map(({ type }) => type)).toEqual(['CUSTOM:BERTH', 'CUSTOM:CODE_NAME']);
    expect(statSync(inFolder('new.json')).mode).toBe(statSync(inFolder('unknown.json')).mode);
  });

  it.each([
    {
      args: 'types add @refused.json --bundle @bundle.json',
      code: 1,
      says: 'bundle.json: types[1] CUSTOM:BAD: regex',
    },
    {
      args: 'types add @several.json @names.json --bundle @bundle.json',
      code: 1,
      says: 'bundle.json: types[2].type: expected it used once',
    },
    {
      args: 'types add @names.json --bundle @unknown.json --out @bundle.json',
      code: 1,
      says: 'bundle.json: policies[0].when.finding.type: there is no type "berth number"',
    },
    { args: 'types add @text.json --bundle @bundle.json', code: 1, says: 'text.json: top level: ' },
    { args: 'types add @nowhere.json --bundle @bundle.json', code: 3, says: 'nowhere.json: cannot be read' },
    { args: 'types add @names.json --bundle @nowhere.json', code: 3, says: 'nowhere.json: cannot be read' },
    { args: 'types add @names.json', code: 2, says: '--bundle' },
  ])('ends with $code and leaves the bundle alone: $args', async ({ args, code, says }) => {
    const ended = await run(args);
    expect([ended.code, ended.stdout]).toEqual([code, '']);
    expect(ended.stderr).toContain(says);
    expect(ended.stderr.trim().split('\n')).toHaveLength(1);
    expect(typesIn('bundle.json').map(({ type }) => type)).toEqual(['CUSTOM:CODE_NAME']);
  });
});
