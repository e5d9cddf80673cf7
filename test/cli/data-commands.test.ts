import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createExactData } from '../../src/classify/exact-data/exact-data.ts';
import { createFingerprints } from '../../src/classify/fingerprint/fingerprints.ts';
import { exactDataTypeSchema } from '../../src/shared/exact-data.ts';
import { fingerprintTypeSchema } from '../../src/shared/fingerprint.ts';
import { form, lease, letterAround, otherEnglish } from '../classify/fingerprint/texts.ts';
import { runClipward } from '../setup/program.ts';

let folder: string;
const inFolder = (name: string): string => join(folder, name);
const json = (name: string): unknown => JSON.parse(readFileSync(inFolder(name), 'utf8'));
const run = (args: readonly string[]) => runClipward(args.map((arg) => arg.replace('@', `${folder}/`)));

const CUSTOMERS =
  'customer_id;Email;last_name;birth_date\n' +
  'KD-4410;zoe@shop.example;Brandt;1979-05-06\n' +
  '"KD-4411";"";"Okafor; Jr.";1988-11-23\n' +
  'test;;Nobody;\n';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'clipward-data-'));
  writeFileSync(inFolder('customers.csv'), CUSTOMERS);
  writeFileSync(inFolder('utf16le.csv'), Buffer.from(`\ufeff${CUSTOMERS}`, 'utf16le'));
  writeFileSync(inFolder('utf16be.csv'), Buffer.from(`\ufeff${CUSTOMERS}`, 'utf16le').swap16());
  writeFileSync(inFolder('bom.csv'), `\ufeff${CUSTOMERS}`);
  writeFileSync(inFolder('latin1.csv'), Buffer.from('id\nM\xfcller-12\n', 'latin1'));
  writeFileSync(inFolder('ragged.csv'), 'id,name\nKD-4410,Brandt\nKD-4411\n');
  writeFileSync(inFolder('header.csv'), 'id,name\n');
  writeFileSync(inFolder('useless.csv'), 'id\ntest\nabc\n2024\n');
  writeFileSync(
    inFolder('dense.csv'),
    `id,name\n${Array.from({ length: 200 }, (_, index) => `${10_000 + index * 7},Weber`).join('\n')}\n`,
  );
  writeFileSync(inFolder('lease.txt'), lease);
  writeFileSync(
    inFolder('form.txt'),
    form(() => '....'),
  );
  writeFileSync(inFolder('other.txt'), otherEnglish);
  writeFileSync(inFolder('short.txt'), 'Too short.');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const edm = ['edm', 'build'] as const;
const named = ['--type', 'CUSTOM:CUSTOMER', '--out', '@out.json'] as const;

describe('clipward edm build', () => {
  it.each(['customers.csv', 'utf16le.csv', 'utf16be.csv', 'bom.csv'])(
    'turns %s into hashes',
    async (name) => {
      const ended = await run([
        ...edm,
        `@${name}`,
        ...named,
        '--primary',
        'customer_id',
        '--primary',
        'email',
        '--with',
        'last_name, birth_date',
      ]);
      expect([ended.code, ended.stderr]).toEqual([0, '']);
      expect(ended.stdout).toContain(
        'CUSTOM:CUSTOMER: 3 primary values of 3 rows, 2 columns to confirm them.',
      );
      expect(ended.stdout).toContain('Left out: 1 placeholders');
      const exact = createExactData([exactDataTypeSchema.parse(json('out.json'))]);
      const text = 'Please call kd 4411 (born 23.11.1988) and KD-4410; ZOE@SHOP.EXAMPLE';
      expect(exact.find(text).hits.map(({ start, confidence }) => [start, confidence])).toEqual([
        [text.indexOf('kd'), 'high'],
        [text.indexOf('KD'), 'low'],
        [text.indexOf('ZOE'), 'low'],
      ]);
    },
  );

  it('writes a file for its owner alone, without values, under a new key each time', async () => {
    const build = async (): Promise<{ key: string }> => {
      await run([...edm, '@customers.csv', ...named, '--primary', 'customer_id', '--with', 'last_name']);
      return exactDataTypeSchema.parse(json('out.json'));
    };
    const [one, other] = [await build(), await build()];
    expect(one.key).not.toBe(other.key);
    const text = readFileSync(inFolder('out.json'), 'utf8').toLowerCase();
    expect(text).not.toMatch(/4410|brandt|okafor/);
    if (process.platform !== 'win32') expect(statSync(inFolder('out.json')).mode & 0o777).toBe(0o600);
  });

  it('takes how hits are judged', async () => {
    const rules = ['--confirm', '2', '--proximity', '50', '--alone', 'medium', '--name', 'Our customers'];
    await run([
      ...edm,
      '@customers.csv',
      ...named,
      '--primary',
      'customer_id',
      '--with',
      'last_name,birth_date',
      ...rules,
    ]);
    expect(json('out.json')).toMatchObject({
      name: 'Our customers',
      confirm: 2,
      proximity: 50,
      alone: 'medium',
      with_columns: 2,
    });
  });

  it('warns of columns that match ordinary text or any number', async () => {
    const { stderr, code } = await run([
      ...edm,
      '@dense.csv',
      ...named,
      '--primary',
      'id',
      '--primary',
      'name',
    ]);
    expect(code).toBe(0);
    expect(stderr).toContain('most values of "name" are single words');
    expect(stderr).toContain('"id" holds 0.20 % of all numbers of 5 digits');
  });

  it.each([
    { args: ['@missing.csv'], code: 3, says: 'missing.csv: cannot be read' },
    { args: ['@latin1.csv'], code: 3, says: 'latin1.csv: expected UTF-8 text' },
    { args: ['@ragged.csv'], code: 1, says: 'ragged.csv: line 3: expected 2 columns' },
    { args: ['@header.csv'], code: 1, says: 'header.csv: expected a header and at least one row' },
    { args: ['@useless.csv'], code: 1, says: 'no primary value is left: 2 too short' },
    {
      args: ['@ragged.csv', '--with', 'town'],
      code: 1,
      says: 'line 1: expected a column "town" in the header of 2',
    },
    { args: ['@ragged.csv', '--confirm', '2'], code: 2, says: '--confirm: expected at most the 0 columns' },
    { args: ['@ragged.csv', '--confirm', '0'], code: 2, says: 'Expected a whole number from 1' },
    { args: ['@ragged.csv', '--alone', 'high'], code: 2, says: 'Allowed choices are low, medium' },
    { args: ['@ragged.csv', '--type', 'EMAIL'], code: 2, says: '--type: ' },
  ])('ends with $code and says why: $args', async ({ args, code, says }) => {
    rmSync(inFolder('out.json'), { force: true });
    const ended = await run([...edm, ...named, '--primary', 'id', ...args]);
    expect([ended.code, ended.stdout]).toEqual([code, '']);
    expect(ended.stderr).toContain(says);
    expect(ended.stderr).not.toMatch(/KD-44|Brandt/);
    expect(() => statSync(inFolder('out.json'))).toThrow('ENOENT');
  });

  it('needs to be told a primary column', async () => {
    const ended = await run([...edm, '@customers.csv', ...named]);
    expect([ended.code, ended.stderr]).toEqual([2, expect.stringContaining('--primary <column>')]);
  });
});

describe('clipward fingerprint build', () => {
  const build = ['fingerprint', 'build'] as const;
  const contracts = ['--type', 'CUSTOM:CONTRACT', '--out', '@prints.json'] as const;

  it('turns documents into fingerprints and says which has which id', async () => {
    const ended = await run([...build, '@lease.txt', '@form.txt', ...contracts]);
    expect([ended.code, ended.stderr]).toEqual([0, '']);
    const type = fingerprintTypeSchema.parse(json('prints.json'));
    expect(type).toMatchObject({ type: 'CUSTOM:CONTRACT', threshold: 30 });
    const [hit] = createFingerprints([type]).find(letterAround(lease)).hits;
    expect(ended.stdout).toMatch(new RegExp(`^${hit?.value}  .*lease\\.txt$`, 'm'));
    expect(readFileSync(inFolder('prints.json'), 'utf8').toLowerCase()).not.toMatch(/owner|supervisor|lease/);
  });

  it('leaves out what common texts hold', async () => {
    writeFileSync(inFolder('both.txt'), `${otherEnglish}\n${lease}`);
    await run([...build, '@both.txt', '--except', '@other.txt', '--threshold', '20', ...contracts]);
    const type = fingerprintTypeSchema.parse(json('prints.json'));
    expect(type.threshold).toBe(20);
    expect(createFingerprints([type]).find(otherEnglish).hits).toEqual([]);
    expect(createFingerprints([type]).find(lease).hits).toHaveLength(1);
  });

  it.each([
    { args: ['@lease.txt', '@missing.txt'], code: 3, says: 'missing.txt: cannot be read' },
    { args: ['@lease.txt', '--except', '@missing.txt'], code: 3, says: 'missing.txt: cannot be read' },
    { args: ['@lease.txt', '@short.txt'], code: 1, says: 'short.txt: too little text of its own' },
    { args: ['@lease.txt', '--threshold', '101'], code: 2, says: 'Expected a whole number from 1 to 100' },
    { args: ['@lease.txt', '--type', 'contract'], code: 2, says: '--type: ' },
    { args: [], code: 2, says: "missing required argument 'files'" },
  ])('ends with $code and says why: $args', async ({ args, code, says }) => {
    rmSync(inFolder('prints.json'), { force: true });
    const ended = await run([...build, ...contracts, ...args]);
    expect([ended.code, ended.stdout]).toEqual([code, '']);
    expect(ended.stderr).toContain(says);
    expect(() => statSync(inFolder('prints.json'))).toThrow('ENOENT');
  });
});
