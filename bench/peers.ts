/**
 * Ours beside other libraries on the same texts, in one run: `node bench/peers.ts <folder>`, where the folder, outside of this
 * repository, has them installed (`npm install @redactpii/node redact-pii @secretlint/core
 * @secretlint/secretlint-rule-preset-recommend openredaction`). Those that are missing are left out. One that takes more than ten
 * seconds for a text is given no further ones: the texts come in the order of their size.
 */
import { createRequire } from 'node:module';
import { cpus } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createClassifier } from '../src/classify/classifier.ts';
import { makeCorpus } from './corpus.ts';
import { atShare, sumOf } from './measure.ts';

type Work = (text: string) => unknown;
interface Peer {
  readonly name: string;
  /** What it is asked through; undefined when it is not installed. */
  readonly make: () => Promise<Work>;
}

const folder = resolve(process.argv[2] ?? '.');
const require = createRequire(join(folder, 'package.json'));
/** What a package exports, whatever it is. */
const load = async (name: string): Promise<any> => import(pathToFileURL(require.resolve(name)).href);
const versionOf = (name: string): string => {
  try {
    return (require(join(folder, 'node_modules', name, 'package.json')) as { version: string }).version;
  } catch {
    return '';
  }
};

const peers: readonly Peer[] = [
  {
    name: 'clipward',
    make: async () => {
      const classifier = createClassifier();
      return (text) => classifier.classify(text);
    },
  },
  {
    name: '@redactpii/node',
    make: async () => {
      const { Redactor } = await load('@redactpii/node');
      const redactor = new Redactor({});
      return (text) => redactor.redact(text);
    },
  },
  {
    name: 'redact-pii',
    make: async () => {
      const { SyncRedactor } = await load('redact-pii');
      const redactor = new SyncRedactor();
      return (text) => redactor.redact(text);
    },
  },
  {
    name: '@secretlint/core',
    make: async () => {
      const { lintSource } = await load('@secretlint/core');
      const { creator } = await load('@secretlint/secretlint-rule-preset-recommend');
      const config = {
        rules: [{ id: '@secretlint/secretlint-rule-preset-recommend', rule: creator, options: {} }],
      };
      return (content) =>
        lintSource({
          source: { filePath: 'text.txt', content, ext: '.txt', contentType: 'text' },
          options: { config, noPhysicFilePath: true },
        });
    },
  },
  {
    name: 'openredaction',
    make: async () => {
      const { OpenRedaction } = await load('openredaction');
      const detector = new OpenRedaction({});
      return (text) => detector.detect(text);
    },
  },
];

const MOST_MS = 10_000;
const ROUNDS = 3;

async function timed(work: Work, text: string): Promise<number> {
  const start = performance.now();
  await work(text);
  return performance.now() - start;
}

/** Every text once to warm up, where it is small, then the least of some rounds. */
async function measure(name: string, work: Work): Promise<Record<string, string | number>> {
  const corpus = makeCorpus();
  for (const { text } of corpus.filter(({ text }) => text.length < 3000)) await work(text);
  const times: number[] = [];
  let units = 0;
  let tooSlow = false;
  for (const { text } of corpus) {
    if (tooSlow) break;
    const first = await timed(work, text);
    const more = first > 500 ? [] : [await timed(work, text), await timed(work, text)].slice(0, ROUNDS - 1);
    times.push(Math.min(first, ...more));
    units += text.length;
    tooSlow = first > MOST_MS;
  }
  const whole = units === sumOf(corpus.map(({ text }) => text.length));
  return {
    name,
    'million characters/s': (units / 1000 / sumOf(times)).toFixed(2),
    'p50 ms': atShare(times, 0.5).toFixed(3),
    'p99 ms': atShare(times, 0.99).toFixed(1),
    'max ms': Math.max(...times).toFixed(0),
    texts: whole ? 'all' : `the first ${times.length}`,
  };
}

console.log(`${new Date().toISOString().slice(0, 10)}, Node ${process.version}, ${cpus()[0]?.model ?? ''}`);
const rows: Record<string, string | number>[] = [];
for (const { name, make } of peers) {
  try {
    rows.push(await measure(`${name} ${versionOf(name)}`.trim(), await make()));
    console.log(JSON.stringify(rows.at(-1)));
  } catch (error) {
    console.log(`${name}: left out (${error instanceof Error ? error.message.split('\n')[0] : 'unknown'})`);
  }
}
console.table(rows);
