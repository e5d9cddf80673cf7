import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseBundle } from '../../src/policy/bundle.ts';
import { runClipward } from '../setup/program.ts';

const GUID = '0a1b2c3d-0000-4000-8000-0000000000d1';
const packages = 'test/fixtures/rule-packages';
const builtIn = JSON.parse(readFileSync('assets/default-bundle.json', 'utf8')) as Record<string, unknown>;
let folder: string;
const inFolder = (name: string): string => join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'clipward-types-'));
  const bad = readFileSync(`${packages}/one-type.xml`, 'utf8').replace('"Words"/>', '"Word"/>');
  writeFileSync(inFolder('bad.xml'), bad.replace('confidenceLevel="75"', 'confidenceLevel="0"'));
  writeFileSync(inFolder('large.xml'), ' '.repeat(1024 * 1024 + 1));
  writeFileSync(inFolder('towns.txt'), 'Rotterdam\r\n\r\nAntwerp\r\n');
  writeFileSync(inFolder('empty.txt'), '\n');
  const type = {
    type: 'CUSTOM:BERTH',
    name: 'Berth number',
    regexes: { berth: 'B-[0-9]{6}' },
    patterns: [{ confidence: 'high', find: 'berth', needs: [GUID] }],
    missing: [GUID],
  };
  const good = {
    ...type,
    type: 'CUSTOM:PLAIN',
    missing: [],
    patterns: [{ confidence: 'low', find: 'berth' }],
  };
  writeFileSync(inFolder('bundle.json'), JSON.stringify({ ...builtIn, types: [type, good] }));
  const refused = { ...good, regexes: { berth: '(?>a)' } };
  writeFileSync(inFolder('refused.json'), JSON.stringify({ ...builtIn, types: [refused] }));
  const misspelt = { ...good, patterns: [{ confidence: 'low', find: 'birth' }] };
  writeFileSync(inFolder('misspelt.json'), JSON.stringify({ ...builtIn, types: [misspelt] }));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (...args: string[]) =>
  runClipward(['types', ...args.map((arg) => arg.replace('@', `${folder}/`))]);

describe('clipward types import', () => {
  it('prints what a bundle takes under types, and nothing on stderr when nothing was left out', async () => {
    const { code, stdout, stderr } = await run('import', `${packages}/one-type.xml`);
    expect([code, stderr]).toEqual([0, '']);
    const bundle = parseBundle(JSON.stringify({ ...builtIn, types: JSON.parse(stdout) }), 'bundle.json');
    expect(bundle.ok && bundle.value.types.map(({ type }) => type)).toEqual(['CUSTOM:BERTH_NUMBER']);
  });

  it('tells what was left out, a line each with file and line', async () => {
    const { code, stdout, stderr } = await run('import', `${packages}/all-constructs.xml`);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toHaveLength(5);
    const lines = stderr.trim().split('\n');
    expect(lines).toHaveLength(11);
    for (const line of lines)
      expect(line).toMatch(
        /^clipward: .*all-constructs\.xml:\d+: .+; .+ \[(disabled|skipped|approximated)\]$/,
      );
  });

  it('writes to a file when told to', async () => {
    const { code, stdout } = await run('import', `${packages}/one-type.xml`, '--out', '@out.json');
    expect([code, stdout]).toEqual([0, '']);
    expect(JSON.parse(readFileSync(inFolder('out.json'), 'utf8'))).toHaveLength(1);
  });

  it('takes the terms of keyword dictionaries along', async () => {
    const { stdout } = await run(
      'import',
      `${packages}/all-constructs.xml`,
      '--dictionary',
      `${GUID.toUpperCase()}=${inFolder('towns.txt')}`,
    );
    const crane = (JSON.parse(stdout) as Record<string, any>[]).find(({ type }) => type === 'CUSTOM:CRANE_2');
    expect(crane?.['keywords']).toEqual({ [GUID]: ['Rotterdam', 'Antwerp'] });
    expect(crane).not.toHaveProperty('missing');
  });

  it.each([
    {
      args: ['import', '@bad.xml'],
      code: 1,
      says: [/bad\.xml:15: Pattern\/@confidenceLevel .+; .+/, /bad\.xml:17: "Word" .+; .+/],
    },
    { args: ['import', '@missing.xml'], code: 3, says: [/missing\.xml: cannot be read/] },
    {
      args: ['import', '@large.xml'],
      code: 1,
      says: [/large\.xml: expected at most 1048576 bytes, it has 1048577/],
    },
    {
      args: ['import', '@bad.xml', '--dictionary', 'x=y'],
      code: 2,
      says: [/Expected the GUID of a dictionary/],
    },
    {
      args: ['import', '@bad.xml', '--dictionary', `${GUID}=@nowhere.txt`],
      code: 3,
      says: [/nowhere\.txt: cannot be read/],
    },
    {
      args: ['import', '@bad.xml', '--dictionary', `${GUID}=@empty.txt`],
      code: 1,
      says: [/empty\.txt: expected terms, one on each line/],
    },
    {
      args: ['import', `${packages}/one-type.xml`, '--out', '@no/such/folder.json'],
      code: 3,
      says: [/folder\.json: cannot be written/],
    },
    { args: ['import'], code: 2, says: [/missing required argument 'file'/] },
  ])('ends with $code and prints nothing: $args', async ({ args, code, says }) => {
    const ended = await run(...args);
    expect([ended.code, ended.stdout]).toEqual([code, '']);
    const lines = ended.stderr.trim().split('\n');
    expect(lines).toHaveLength(says.length);
    for (const [index, words] of says.entries()) expect(lines[index]).toMatch(words);
  });
});

describe('clipward types list', () => {
  it('says which types of a bundle are on', async () => {
    const { code, stdout } = await run('list', '--bundle', '@bundle.json');
    expect(code).toBe(0);
    expect(stdout).toMatch(
      new RegExp(
        `^CUSTOM:BERTH +high +off, needs ${GUID} Berth number\nCUSTOM:PLAIN +high +on +Berth number\n$`,
      ),
    );
  });

  it('prints them as JSON', async () => {
    const { stdout } = await run('list', '--bundle', '@bundle.json', '--json');
    expect(JSON.parse(stdout)[0]).toEqual({
      type: 'CUSTOM:BERTH',
      name: 'Berth number',
      kind: 'pattern',
      id: null,
      recommended_confidence: 'high',
      patterns: 1,
      missing: [GUID],
    });
  });

  it('says that the built-in bundle has none', async () => {
    expect(await run('list')).toEqual({
      code: 0,
      stdout: 'No types of its own in this bundle.\n',
      stderr: '',
    });
  });

  it.each([
    {
      bundle: '@refused.json',
      code: 1,
      says: 'CUSTOM:PLAIN: regex "berth": an atomic group (?> is not supported at character 1',
    },
    {
      bundle: '@misspelt.json',
      code: 1,
      says: 'misspelt.json: types[0].patterns[0].find: expected a name of this type',
    },
    { bundle: '@none.json', code: 3, says: 'none.json: cannot be read' },
  ])('ends with $code for $bundle', async ({ bundle, code, says }) => {
    const ended = await run('list', '--bundle', bundle);
    expect(ended.code).toBe(code);
    expect(ended.stderr).toContain(says);
  });
});
