import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runClipward } from '../setup/program.ts';

const TENANT = '11111111-2222-3333-4444-555555555555';
type Json = Record<string, unknown>;
type Draft = Record<string, Json[]> & { tests: Json[] };

let folder: string;
const inFolder = (name: string): string => join(folder, name);
const run = (...args: string[]) => runClipward(args.map((arg) => arg.replace('@', `${folder}/`)));
const read = (name: string): string => readFileSync(inFolder(name), 'utf8');
const publicKeys: string[] = [];

/** The bundle of `init`, changed. */
function variant(name: string, change: (bundle: Draft) => void): void {
  const bundle = JSON.parse(read('init.json')) as Draft;
  change(bundle);
  writeFileSync(inFolder(name), JSON.stringify(bundle, null, 2));
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'clipward-bundle-'));
  expect(await run('bundle', 'init', '--out', '@init.json', '--tenant', TENANT)).toMatchObject({ code: 0 });
  for (const name of ['@one.jwk', '@two.jwk']) {
    publicKeys.push((await run('bundle', 'keygen', '--out', name)).stdout.trim());
  }
  expect(await run('bundle', 'sign', '@init.json', '--key', '@one.jwk')).toMatchObject({
    code: 0,
    stderr: '',
  });
  variant('wrong-test.json', ({ tests }) => {
    (tests[0] as { expect: Json }).expect = { action: 'allow' };
  });
  variant('no-platform.json', ({ tests }) => {
    (tests[2] as Json)['platform'] = 'chat-gpt';
  });
  variant('no-tenant.json', (bundle) => delete bundle['tenant']);
  variant('expired.json', (bundle) =>
    Object.assign(bundle, { issued: '2020-01-01T00:00:00Z', expires: '2020-02-01T00:00:00Z' }),
  );
  variant('next.json', (bundle) => {
    bundle['version'] = 2 as never;
    const [first, second] = bundle['policies'] as Json[];
    Object.assign(first ?? {}, { action: 'coach', justification: 'required' });
    Object.assign(second ?? {}, { name: 'Renamed' });
    (bundle['labels'] as Json[])[0] = { ...bundle['labels']?.[0], color: '#000000' };
    (bundle['dynamic_rules'] as unknown as { rules: Json[] }).rules.reverse();
    bundle.tests[2] = { ...bundle.tests[2], text: 'a secret text of a test' };
    bundle.tests[0] = { ...bundle.tests[0], expect: { action: 'coach' } };
  });
  writeFileSync(inFolder('broken.json'), '{"schema_version": 1,\n"name": }');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('clipward bundle init', () => {
  it('writes a bundle that has no errors and passes its cases', async () => {
    const lint = await run('bundle', 'lint', '@init.json', '--json');
    expect([lint.code, (JSON.parse(lint.stdout) as Json)['errors']]).toEqual([0, 0]);
    const test = await run('bundle', 'test', '@init.json');
    expect(test).toMatchObject({ code: 0, stderr: '' });
    expect(test.stdout).toMatch(/✓ a card number.*\(deepseek\)[\s\S]*all 3 cases pass/);
  });

  it('never overwrites a file', async () => {
    const before = read('init.json');
    const again = await run('bundle', 'init', '--out', '@init.json');
    expect([again.code, again.stdout]).toEqual([3, '']);
    expect(again.stderr).toContain('is there already');
    expect(read('init.json')).toBe(before);
  });

  it('writes to stdout, and says that the tenant is missing', async () => {
    const { code, stdout, stderr } = await run('bundle', 'init');
    expect([code, (JSON.parse(stdout) as Json)['tenant']]).toEqual([0, undefined]);
    expect(stderr).toContain('add "tenant"');
  });
});

describe('clipward bundle lint', () => {
  it('tells each remark with file, line, path, name and what to do', async () => {
    const { code, stdout } = await run('bundle', 'lint', '@no-platform.json');
    expect(code).toBe(1);
    const line =
      read('no-platform.json')
        .split('\n')
        .findIndex((text) => text.includes('"chat-gpt"')) + 1;
    expect(stdout).toContain(
      `no-platform.json:${line}: error: tests[2].platform "ordinary text passes": there is no AI platform "chat-gpt" [unknown-platform]\n    did you mean "chatgpt"?`,
    );
    expect(stdout).toMatch(/1 error, 2 warnings\n$/);
  });

  it('finds the contradiction between a rule and the row that names NIR', async () => {
    const { stdout } = await run('bundle', 'lint', '@init.json');
    expect(stdout).toContain('so "NIR" at risk 0.80 to 1 gets "Confidential" though the row names it');
  });

  it('ends with 1 for warnings only when it is strict', async () => {
    expect((await run('bundle', 'lint', '@init.json')).code).toBe(0);
    expect((await run('bundle', 'lint', '@init.json', '--strict')).code).toBe(1);
  });

  it('reads a signed bundle, whose payload has no lines', async () => {
    const { code, stdout } = await run('bundle', 'lint', '@init.signed.json', '--json');
    const { warnings, remarks } = JSON.parse(stdout) as { warnings: number; remarks: Json[] };
    expect([code, warnings, remarks[0]?.['line']]).toEqual([0, 2, undefined]);
  });

  it.skipIf(process.platform === 'win32')('does not read what never ends', async () => {
    const { code, stderr } = await run('bundle', 'lint', '/dev/zero');
    expect([code, stderr]).toEqual([1, expect.stringContaining('/dev/zero: expected at most')]);
    const sign = await run('bundle', 'sign', '@init.json', '--key', '/dev/zero', '--out', '@never.json');
    expect([sign.code, sign.stderr]).toEqual([3, expect.stringContaining('/dev/zero: expected at most')]);
  });

  it('tells where a file is no JSON, and when there is none', async () => {
    expect((await run('bundle', 'lint', '@broken.json')).stdout).toContain('broken.json:2: error');
    expect(await run('bundle', 'lint', '@missing.json')).toMatchObject({ code: 3, stdout: '' });
  });
});

describe('clipward bundle test', () => {
  it('tells what was expected and what came out, and never the text', async () => {
    const { code, stdout } = await run('bundle', 'test', '@wrong-test.json');
    expect(code).toBe(1);
    expect(stdout).toContain('(deepseek): expected allow, got block by policy "Block Restricted label data');
    expect(stdout).toContain('1 of 3 cases fail');
    expect(stdout).not.toContain('4111');
  });

  it('answers in JSON, of a signed bundle too', async () => {
    const { code, stdout } = await run('bundle', 'test', '@init.signed.json', '--json');
    const answer = JSON.parse(stdout) as { passed: number; failed: number; cases: Json[] };
    expect([code, answer.passed, answer.failed]).toEqual([0, 3, 0]);
    expect(answer.cases[0]).toEqual({
      index: 0,
      name: 'a card number is kept from a platform that is not allowed',
      platform_id: 'deepseek',
      passed: true,
    });
  });

  it('refuses what is no bundle', async () => {
    expect(await run('bundle', 'test', '@broken.json')).toMatchObject({ code: 1, stdout: '' });
  });
});

describe('clipward bundle keygen', () => {
  it('writes a private key for its owner alone, and tells the public one', () => {
    expect(publicKeys[0]).toMatch(/^ed25519:[A-Za-z0-9_-]{43}$/);
    expect(JSON.parse(read('one.jwk'))).toMatchObject({ kty: 'OKP', crv: 'Ed25519' });
    if (process.platform !== 'win32') expect(statSync(inFolder('one.jwk')).mode & 0o777).toBe(0o600);
  });

  it('never overwrites a key, and never tells one', async () => {
    const before = read('one.jwk');
    const again = await run('bundle', 'keygen', '--out', '@one.jwk');
    expect([again.code, again.stdout]).toEqual([3, '']);
    expect(read('one.jwk')).toBe(before);
    const { stdout, stderr } = await run('bundle', 'keygen', '--out', '@three.jwk', '--json');
    const { d } = JSON.parse(read('three.jwk')) as { d: string };
    expect(stdout + stderr).not.toContain(d);
  });
});

describe('clipward bundle sign and verify', () => {
  it('signs without changing anything', async () => {
    const { payload } = JSON.parse(read('init.signed.json')) as { payload: string };
    expect(Buffer.from(payload, 'base64url').toString()).toBe(read('init.json'));
    const { code, stdout } = await run(
      'bundle',
      'verify',
      '@init.signed.json',
      '--key',
      publicKeys[0] ?? '',
      '--json',
    );
    expect([code, JSON.parse(stdout)]).toEqual([
      0,
      expect.objectContaining({ name: 'our-company', version: 1, tenant: TENANT }),
    ]);
  });

  it('adds a second signature', async () => {
    const [one = '', two = ''] = publicKeys;
    const both = ['--key', one, '--key', two, '--threshold', '2'];
    expect((await run('bundle', 'verify', '@init.signed.json', ...both)).code).toBe(1);
    const signed = await run(
      'bundle',
      'sign',
      '@init.signed.json',
      '--key',
      '@two.jwk',
      '--out',
      '@both.json',
    );
    expect(signed.stdout).toContain('has another signature');
    const { code, stdout } = await run('bundle', 'verify', '@both.json', ...both);
    expect([code, stdout.match(/signed by/g)?.length]).toEqual([0, 2]);
  });

  it.each([
    ['@no-platform.json', 'no AI platform "chat-gpt"'],
    ['@wrong-test.json', '1 failing case'],
    ['@expired.json', 'is over'],
  ])('refuses %s unless it is forced', async (file, says) => {
    const refused = await run('bundle', 'sign', file, '--key', '@one.jwk', '--out', '@forced.json');
    expect([refused.code, refused.stdout]).toEqual([1, '']);
    expect(refused.stderr).toContain(says);
    expect(
      (await run('bundle', 'sign', file, '--key', '@one.jwk', '--out', '@forced.json', '--force')).code,
    ).toBe(0);
  });

  it('never signs what no device takes', async () => {
    const refused = await run('bundle', 'sign', '@no-tenant.json', '--key', '@one.jwk', '--force');
    expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining('add tenant')]);
  });

  it('warns of a key that others can read', async () => {
    if (process.platform === 'win32') return;
    writeFileSync(inFolder('open.jwk'), read('two.jwk'));
    chmodSync(inFolder('open.jwk'), 0o644);
    const { code, stderr } = await run(
      'bundle',
      'sign',
      '@init.json',
      '--key',
      '@open.jwk',
      '--out',
      '@o.json',
    );
    expect([code, stderr]).toEqual([0, expect.stringContaining('other people of this machine')]);
  });

  it('refuses a key file that is none, without telling what is in it', async () => {
    writeFileSync(inFolder('bad.jwk'), '{"kty":"OKP","crv":"Ed25519","x":"secret-x","d":"secret-d"}', {
      mode: 0o600,
    });
    const { code, stderr } = await run('bundle', 'sign', '@init.json', '--key', '@bad.jwk');
    expect([code, stderr.includes('secret-')]).toEqual([1, false]);
  });

  it.each<[string, (key: string) => string[], string]>([
    ['another tenant', (key) => ['--key', key, '--tenant', TENANT.replace('1', '9')], 'is for the tenant'],
    ['another key', () => ['--key', publicKeys[1] ?? ''], 'signed by 0 of the pinned keys'],
    ['no key', () => ['--key', 'ed25519:abc'], 'pinned key 1'],
    ['too many keys asked for', (key) => ['--key', key, '--threshold', '2'], '2 signatures of 1'],
  ])('does not verify for %s', async (_, args, says) => {
    const { code, stdout, stderr } = await run(
      'bundle',
      'verify',
      '@init.signed.json',
      ...args(publicKeys[0] ?? ''),
    );
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain(says);
  });

  it('does not verify a bundle that is not signed, or has ended', async () => {
    const key = publicKeys[0] ?? '';
    expect((await run('bundle', 'verify', '@init.json', '--key', key)).stderr).toContain('is not signed');
    await run('bundle', 'sign', '@expired.json', '--key', '@one.jwk', '--out', '@old.json', '--force');
    expect((await run('bundle', 'verify', '@old.json', '--key', key)).stderr).toContain('expired on');
  });

  it('does not verify a bundle that devices refuse for a case of its own', async () => {
    await run('bundle', 'sign', '@wrong-test.json', '--key', '@one.jwk', '--out', '@wrong.json', '--force');
    const { code, stdout, stderr } = await run(
      'bundle',
      'verify',
      '@wrong.json',
      '--key',
      publicKeys[0] ?? '',
    );
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain('expected allow, got block');
  });

  it('verifies a bundle for some devices as one of them would', async () => {
    variant('ringed.json', (bundle) =>
      Object.assign(bundle, { rollout: { rings: ['pilot', 'early'], percent: 1 } }),
    );
    await run('bundle', 'sign', '@ringed.json', '--key', '@one.jwk');
    const verified = await run('bundle', 'verify', '@ringed.signed.json', '--key', publicKeys[0] ?? '');
    expect(verified).toMatchObject({ code: 0, stderr: '' });
  });
});

describe('clipward bundle diff', () => {
  it('tells what differs field by field, and which verdicts change', async () => {
    const { code, stdout } = await run('bundle', 'diff', '@init.signed.json', '@next.json');
    expect(code).toBe(1);
    expect(stdout).toContain('~ bundle "the bundle itself" changed\n    version: 1 → 2\n');
    expect(stdout).toContain('~ label "Public" changed\n    color: "#107c10" → "#000000"\n');
    expect(stdout).toContain('    action: "block" → "coach"\n    justification: "optional" → "required"\n');
    expect(stdout).toContain('+ policy "Renamed" added\n');
    expect(stdout).toContain('- policy "Coach before Confidential data goes to an AI platform" removed\n');
    expect(stdout).toContain('~ rule "contains CREDIT_CARD" changed\n    place: 1 → 3\n');
    expect(stdout).toContain('~ test "ordinary text passes" changed\n    text: differs\n');
    expect(stdout).toMatch(
      /Verdicts that change \(2\):\n {2}"a card number.*on deepseek: block by .*label Restricted → coach by/,
    );
    expect(stdout).not.toContain('a secret text');
  });

  it('says that nothing differs', async () => {
    expect(await run('bundle', 'diff', '@init.json', '@init.signed.json')).toEqual({
      code: 0,
      stdout: 'No difference.\n',
      stderr: '',
    });
  });

  it('answers in JSON', async () => {
    const { stdout } = await run('bundle', 'diff', '@init.json', '@next.json', '--json');
    const { changes, verdicts } = JSON.parse(stdout) as { changes: Json[]; verdicts: Json[] };
    expect(changes[0]).toMatchObject({
      part: 'bundle',
      kind: 'changed',
      fields: [{ field: 'version', before: '1', after: '2' }],
    });
    expect(verdicts).toHaveLength(2);
  });

  it('refuses what is no bundle', async () => {
    expect(await run('bundle', 'diff', '@init.json', '@broken.json')).toMatchObject({ code: 1, stdout: '' });
  });
});

describe('clipward override', () => {
  const issue = (...more: string[]) =>
    run(
      'override',
      'issue',
      '--key',
      '@one.jwk',
      '--policy',
      'A policy',
      '--hours',
      '2',
      '--reason',
      'ticket 1',
      ...more,
    );

  it('issues a code that can be shown again', async () => {
    const issued = await issue('--device', 'd-1', '--issuer', 'Ann', '--platform', 'chatgpt');
    expect([issued.code, issued.stderr]).toEqual([0, '']);
    const shown = await runClipward(
      ['override', 'show', '-', '--key', publicKeys[0] ?? '', '--json'],
      process.env,
      issued.stdout,
    );
    expect(JSON.parse(shown.stdout)).toMatchObject({
      policies: ['A policy'],
      platforms: ['chatgpt'],
      device: 'd-1',
      issuer: 'Ann',
      reason: 'ticket 1',
      state: 'holds',
    });
    expect(shown.code).toBe(0);
    const inWords = await run('override', 'show', issued.stdout, '--key', publicKeys[0] ?? '');
    expect(inWords.stdout).toMatch(/state +holds\nlifts +A policy\non +chatgpt/);
  });

  it('says that a code for nobody in particular is for everybody', async () => {
    expect((await issue()).stderr).toContain('holds on every device');
  });

  it('does not show a code of another key', async () => {
    const issued = await issue('--user', 'u');
    const shown = await run('override', 'show', issued.stdout, '--key', publicKeys[1] ?? '');
    expect([shown.code, shown.stdout]).toEqual([1, '']);
    expect(shown.stderr).toContain('is not pinned');
  });

  it.each([
    [['--hours', '169'], 'at most 168'],
    [['--all-policies'], 'expected --policy with a name, or --all-policies'],
    [['--tenant', 'contoso'], 'Expected a tenant id'],
    [['--platform', 'Chat GPT'], 'platform id'],
  ])('refuses %j', async (more, says) => {
    const { code, stderr } = await issue(...more);
    expect([code, stderr]).toEqual([2, expect.stringContaining(says)]);
  });
});
