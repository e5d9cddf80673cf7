import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { repository, runClipward } from '../setup/program.ts';

const CARD = '4111 1111 1111 1111';
let folder: string;
const inFolder = (name: string): string => join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'clipward-cli-'));
  writeFileSync(inFolder('card.txt'), `card: ${CARD}\n`);
  writeFileSync(inFolder('plain.txt'), 'nothing here\n');
  writeFileSync(inFolder('bad-bundle.json'), '{"schema_version":1,"name":"b","version":-1}');
  writeFileSync(
    inFolder('bad-recording.json'),
    '{"clipward_recording":1,"title":"t","apps":{},"steps":[{"focus":"nobody"}]}',
  );
  writeFileSync(inFolder('not.json'), '{"clipward_recording": yes}');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (args: string[], input = '') =>
  runClipward(
    args.map((arg) => arg.replace('@', `${folder}/`)),
    { ...process.env, CLIPWARD_DATA: inFolder('data'), DISPLAY: '' },
    input,
  );

describe('exit codes and errors', () => {
  it.each([
    { args: ['classify', '@plain.txt'], code: 0 },
    { args: ['classify', '@card.txt'], code: 1 },
    { args: ['judge', '--platform', 'deepseek', '@plain.txt'], code: 0 },
    { args: ['judge', '--platform', 'deepseek', '@card.txt'], code: 1 },
    { args: ['judge', '--platform', 'unknown-site', '@card.txt'], code: 0 },
    { args: ['--help'], code: 0 },
    { args: ['--version'], code: 0 },
    { args: ['judge', '--help'], code: 0 },
  ])('ends with $code and is silent on stderr: $args', async ({ args, code }) => {
    const ended = await run(args);
    expect([ended.code, ended.stderr]).toEqual([code, '']);
  });

  it.each([
    { args: ['judge', '@card.txt'], code: 2, says: '--platform' },
    {
      args: ['judge', '--platform', 'skynet', '@card.txt'],
      code: 2,
      says: '--platform skynet: expected unknown-site or one of',
    },
    { args: ['events', '--since', 'yesterday'], code: 2, says: 'Expected an ISO date' },
    { args: ['report', '--format', 'xml'], code: 2, says: 'Allowed choices are table, csv, json' },
    { args: ['classify', '--country', 'France'], code: 2, says: 'Expected a country such as FR' },
    { args: ['fly'], code: 2, says: `unknown command 'fly'` },
    { args: ['redact'], code: 2, says: '--clipboard' },
    { args: ['classify', '@missing.txt'], code: 3, says: 'missing.txt: cannot be read' },
    {
      args: ['judge', '--platform', 'grok', '--bundle', '@missing.json', '@card.txt'],
      code: 3,
      says: 'missing.json: cannot be read',
    },
    {
      args: ['judge', '--platform', 'grok', '--bundle', '@bad-bundle.json', '@card.txt'],
      code: 1,
      says: 'bad-bundle.json: version: ',
    },
    {
      args: ['classify', '--bundle', '@not.json', '@card.txt'],
      code: 1,
      says: 'not.json: not JSON (line 1, column 24)',
    },
    { args: ['replay', '@missing.json'], code: 3, says: 'missing.json: cannot be read' },
    {
      args: ['replay', '@bad-recording.json'],
      code: 1,
      says: 'bad-recording.json: steps[0].focus: expected',
    },
    { args: ['replay', '@not.json'], code: 1, says: 'not.json: not JSON (line 1, column 24)' },
    { args: ['events', '--data', '@nowhere'], code: 3, says: 'there is no audit log yet' },
    { args: ['report', '--data', '@nowhere'], code: 3, says: 'there is no audit log yet' },
    { args: ['run', '--headless'], code: 3, says: 'no desktop to guard' },
    ...(process.platform === 'linux'
      ? [{ args: ['redact', '--clipboard'], code: 3, says: 'the clipboard cannot be reached' }]
      : []),
  ])(
    'ends with $code and tells it in the first line of stderr alone: $args',
    async ({ args, code, says }) => {
      const ended = await run(args);
      expect(ended.code).toBe(code);
      expect(ended.stdout).toBe('');
      expect(ended.stderr.split('\n')[0]).toContain(says);
      expect(ended.stderr.startsWith('clipward: ')).toBe(true);
      expect(ended.stderr.trim().split('\n')).toHaveLength(1);
    },
  );
});

describe('npx clipward', () => {
  it('finds the built program and a Node that can run it', () => {
    const output = execFileSync('npx', ['clipward', 'classify', '-'], {
      cwd: repository(),
      input: 'plain',
      encoding: 'utf8',
      shell: process.platform === 'win32',
    });
    expect(output).toContain('Risk 0 (none)');
  });
});

describe('clipward classify', () => {
  it('prints JSON and nothing else', async () => {
    const { stdout } = await run(['classify', '--json', '-'], `card ${CARD}`);
    expect(JSON.parse(stdout)).toEqual({
      findings: [{ type: 'CREDIT_CARD', start: 5, end: 24, confidence: 0.85 }],
      risk_score: expect.any(Number),
      risk_level: 'high',
      label: 'Restricted',
      ms: expect.any(Number),
    });
    expect(stdout).not.toContain('4111');
  });

  it('answers JSON lines in order and goes on after a bad one', async () => {
    const lines = [
      `{"id":"a","text":"card ${CARD}"}`,
      '{"id":"b"}',
      'oops',
      '',
      '{"id":7,"text":"line\u2028separator \\ud800 ok"}',
      '{"id":"last","text":""}',
    ];
    const { stdout, code, stderr } = await run(['classify', '--jsonl'], lines.join('\n'));
    expect([code, stderr]).toEqual([0, '']);
    const answers = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(answers).toEqual([
      {
        id: 'a',
        findings: [{ type: 'CREDIT_CARD', start: 5, end: 24, confidence: 0.85 }],
        risk_score: expect.any(Number),
        risk_level: 'high',
        label: 'Restricted',
        ms: expect.any(Number),
      },
      { id: null, error: expect.stringMatching(/^line 2: text: /) },
      { id: null, error: 'line 3: not JSON (line 1, column 1)' },
      { id: 7, findings: [], risk_score: 0, risk_level: 'none', label: 'Public', ms: expect.any(Number) },
      {
        id: 'last',
        findings: [],
        risk_score: 0,
        risk_level: 'none',
        label: 'Public',
        ms: expect.any(Number),
      },
    ]);
  });
});

describe('clipward judge', () => {
  it('gives the verdict with every policy considered and why', async () => {
    const { stdout } = await run(['judge', '--platform', 'deepseek', '--json'], CARD);
    const verdict = JSON.parse(stdout) as { considered: { applied: boolean; why: string }[] };
    expect(verdict).toMatchObject({
      platform_id: 'deepseek',
      action: 'block',
      label: 'Restricted',
      policy: 'Block Restricted label data on unauthorized platforms',
    });
    expect(verdict.considered.map(({ applied }) => applied)).toEqual([true, false, false, false]);
    expect(verdict.considered.every(({ why }) => why !== '')).toBe(true);
  });

  it('judges by the bundle it is given', async () => {
    const builtIn = JSON.parse(
      (await import('node:fs')).readFileSync(repository('assets/default-bundle.json'), 'utf8'),
    ) as { policies: { action: string }[] };
    for (const policy of builtIn.policies) policy.action = 'log';
    writeFileSync(inFolder('logging.json'), JSON.stringify(builtIn));
    const { stdout, code } = await run(
      ['judge', '--platform', 'deepseek', '--json', '--bundle', '@logging.json'],
      CARD,
    );
    expect([code, JSON.parse(stdout)]).toEqual([0, expect.objectContaining({ action: 'log' })]);
  });
});

describe('clipward run where there is no desktop, as npm start does', () => {
  it('plays the recording through the whole agent: verdicts, report, where the database lies', async () => {
    const { stdout, stderr, code } = await run(['run', '--or-play-recording']);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/plays a recorded desktop: ./);
    expect(stdout).toMatch(
      /^BLOCK {2}in front of DeepSeek: 1 CREDIT_CARD.*\n.*Block Restricted label data on unauthorized platforms: /m,
    );
    expect(stdout).toMatch(/^COACH {2}in front of ChatGPT: 1 EMAIL/m);
    expect(stdout).toMatch(/^ALLOW {2}paste into gnome-text-editor: 1 CREDIT_CARD.*\n.*not an AI platform/m);
    expect(stdout).toMatch(/^Total .* 100\.0 /m);
    expect(stdout).toContain(`Database: ${inFolder('data/recordings/clipward.db')}`);
    expect(stdout).not.toContain('4111');
  });

  it('leaves events that can be read and filtered', async () => {
    const data = inFolder('data/recordings');
    await run(['replay', repository('assets/recordings/office-day.json')]);
    const all = JSON.parse((await run(['events', '--json', '--data', data])).stdout) as {
      platform_id: string;
      at: string;
    }[];
    expect(all.length).toBeGreaterThan(5);
    const since = all.at(-1)?.at ?? '';
    expect(
      JSON.parse((await run(['events', '--json', '--data', data, '--since', since])).stdout),
    ).toHaveLength(all.filter(({ at }) => at >= since).length);
    const rows = JSON.parse(
      (await run(['report', '--format', 'json', '--data', data, '--platform', 'deepseek'])).stdout,
    ) as { label: string; count: number; blocked: number }[];
    expect(rows).toEqual([expect.objectContaining({ label: 'Restricted', percent: 100 })]);
    expect(rows[0]?.count).toBe(all.filter(({ platform_id }) => platform_id === 'deepseek').length);
    const csv = (
      await run([
        'report',
        '--format',
        'csv',
        '--data',
        data,
        '--label',
        'Public',
        '--from',
        '2020-01-01',
        '--to',
        '2020-12-31',
      ])
    ).stdout;
    expect(csv.split('\r\n').filter((line) => line !== '')).toHaveLength(1);
  });
});

describe('clipward replay', () => {
  it('prints its verdicts as JSON and nothing else', async () => {
    const { stdout, code } = await run([
      'replay',
      '--json',
      '--data',
      '@json-replay',
      repository('assets/recordings/office-day.json'),
    ]);
    expect(code).toBe(0);
    const verdicts = JSON.parse(stdout) as { platform_id: string | null; action: string }[];
    expect(verdicts).toContainEqual(expect.objectContaining({ platform_id: 'deepseek', action: 'block' }));
    expect(verdicts).toContainEqual(expect.objectContaining({ platform_id: 'chatgpt', action: 'coach' }));
  });
});

describe('clipward status', () => {
  it('says in JSON that nothing runs, and ends with 1', async () => {
    const { stdout, code } = await run(['status', '--json', '--data', '@nowhere']);
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      agent: null,
      log: { problem: expect.stringContaining('no audit log yet') },
    });
  });
});
