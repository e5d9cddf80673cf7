import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { layers, pureFolders } from '../layers.ts';

const root = resolve(import.meta.dirname, '..');
let copy: string;
let refused: Map<string, string[]>;

/** Every planted file: a folder, a line it must not hold, and the words of the rule that refuses it. */
const planted = [
  { folder: 'src/shared', line: `import '../label/label-catalogue.ts';`, says: 'src/shared may import from' },
  { folder: 'src/shared', line: `import 'node:fs';`, says: 'src/shared may use' },
  { folder: 'src/classify', line: `import '../policy/judge.ts';`, says: 'src/classify may import from' },
  { folder: 'src/classify', line: `import 'better-sqlite3';`, says: 'src/classify may use' },
  { folder: 'src/label', line: `import '../policy/judge.ts';`, says: 'src/label may import from' },
  { folder: 'src/label', line: `import 'node:crypto';`, says: 'src/label may use' },
  { folder: 'src/policy', line: `import '../sense/desktop.ts';`, says: 'src/policy may import from' },
  { folder: 'src/policy', line: `import 'clipboardy';`, says: 'src/policy may use' },
  { folder: 'src/sense', line: `import '../guard/guard.ts';`, says: 'src/sense may import from' },
  { folder: 'src/sense', line: `import 'electron';`, says: 'src/sense may use' },
  { folder: 'src/managed', line: `import '../policy/judge.ts';`, says: 'src/managed may import from' },
  { folder: 'src/managed', line: `import 'electron';`, says: 'src/managed may use' },
  { folder: 'src/guard', line: `import '../audit/report.ts';`, says: 'src/guard may import from' },
  { folder: 'src/guard', line: `import 'node:fs';`, says: 'src/guard may use' },
  { folder: 'src/audit', line: `import '../sync/collector.ts';`, says: 'src/audit may import from' },
  { folder: 'src/audit', line: `import '@azure/msal-node';`, says: 'src/audit may use' },
  {
    folder: 'src/audit/migrations',
    line: `import '../report.ts';`,
    says: 'src/audit/migrations imports nothing',
  },
  { folder: 'src/audit/migrations', line: `import 'node:fs';`, says: 'src/audit/migrations imports nothing' },
  { folder: 'src/sync', line: `import '../agent/agent.ts';`, says: 'src/sync may import from' },
  { folder: 'src/sync', line: `import 'better-sqlite3';`, says: 'src/sync may use' },
  { folder: 'src/agent', line: `import '../cli/exit.ts';`, says: 'src/agent may import from' },
  { folder: 'src/agent', line: `import 'node:fs';`, says: 'src/agent may use' },
  { folder: 'src/cli', line: `import '../app/main.ts';`, says: 'src/cli may import from' },
  { folder: 'src/cli', line: `import 'electron';`, says: 'src/cli may use' },
  { folder: 'src/app', line: `import '../preload/preload.ts';`, says: 'src/app may import from' },
  { folder: 'src/app', line: `import 'better-sqlite3';`, says: 'src/app may use' },
  { folder: 'src/preload', line: `import '../sense/desktop.ts';`, says: 'src/preload may import from' },
  { folder: 'src/preload', line: `import 'node:fs';`, says: 'src/preload may use' },
  { folder: 'renderer', line: `import '../src/guard/wording.ts';`, says: 'renderer may import from' },
  { folder: 'renderer', line: `import 'node:fs';`, says: 'renderer may use' },
  ...pureFolders.map((folder) => ({
    folder,
    line: 'export const now = Date.now();',
    says: `Unexpected use of 'Date'`,
  })),
];
const fileOf = (index: number): string => `planted-${index}.ts`;

/** The lint runs once over a copy of the tree with all the wrong lines in it. */
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'clipward-layers-'));
  for (const name of [
    'src',
    'renderer',
    'layers.ts',
    'oxlint.config.ts',
    'tsconfig.base.json',
    'package.json',
    'assets',
  ]) {
    cpSync(join(root, name), join(copy, name), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  for (const [index, { folder, line }] of planted.entries()) {
    mkdirSync(join(copy, folder), { recursive: true });
    writeFileSync(join(copy, folder, fileOf(index)), `${line}\n`);
  }
  refused = lint();
}, 120_000);

afterAll(() => rmSync(copy, { recursive: true, force: true }));

function lint(): Map<string, string[]> {
  let output: string;
  try {
    output = execFileSync(join(root, 'node_modules/.bin/oxlint'), ['--format=json'], {
      cwd: copy,
      encoding: 'utf8',
      maxBuffer: 1 << 26,
    });
  } catch (error) {
    output = (error as { stdout: string }).stdout;
  }
  const messages = new Map<string, string[]>();
  const { diagnostics } = JSON.parse(output) as {
    diagnostics: { filename: string; message: string; help?: string }[];
  };
  for (const { filename, message, help } of diagnostics) {
    messages.set(filename, [...(messages.get(filename) ?? []), `${message} ${help ?? ''}`]);
  }
  return messages;
}

describe('the layers', () => {
  it('plants a wrong folder and a wrong package in every layer', () => {
    expect(layers.length).toBeGreaterThan(12);
    for (const { folder } of layers)
      expect(planted.filter((plant) => plant.folder === folder).length, folder).toBeGreaterThan(1);
  });

  it.each(planted.map((plant, index) => ({ ...plant, index })))(
    'refuse in $folder: $line',
    ({ folder, index, says }) => {
      expect(refused.get(`${folder}/${fileOf(index)}`)?.join('\n') ?? '').toContain(says);
    },
  );

  it('refuse nothing of what stands in the tree', () => {
    const own = [...refused.keys()].filter((file) => !file.includes('planted-'));
    expect(
      own.filter((file) => refused.get(file)?.some((message) => message.includes('(layers.ts)'))),
    ).toEqual([]);
  });
});
