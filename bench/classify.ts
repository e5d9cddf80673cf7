/**
 * How fast the classifier is: `node bench/classify.ts`. One process, one core, after a warm-up; the corpus is made here from a
 * seed, so that every run reads the same texts. Prints three tables: throughput, time per text by size, and how time grows
 * when hostile texts double.
 */
import { createClassifier } from '../src/classify/classifier.ts';
import { hostileTexts } from '../test/classify/hostile-texts.ts';

const classifier = createClassifier({ country: 'FR' });

/** mulberry32: a small seeded generator; the same numbers on every machine. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const random = createRandom(20_260_101);
const below = (limit: number): number => Math.floor(random() * limit);
const digits = (count: number): string => Array.from({ length: count }, () => below(10)).join('');
const pick = (list: readonly string[]): string => list[below(list.length)] ?? '';

const WORDS = (
  'the of and to in is that for it was with as on be at by this from or have an are which but not they one all we can ' +
  'meeting report please review project budget quarter team customer invoice contract deadline server release data ' +
  'réunion équipe projet client délai merci bonjour données livraison facture semaine nous vous avec pour dans'
).split(' ');
const sentence = (): string => `${Array.from({ length: 6 + below(14) }, () => pick(WORDS)).join(' ')}. `;
const person = (): string =>
  `${pick(WORDS)}.${pick(WORDS)}${below(99)}@example.com;+33 6 ${digits(2)} ${digits(2)} ${digits(2)} ${digits(2)}`;

/** One line of each kind of text that people copy. */
const KINDS: Readonly<Record<string, () => string>> = {
  prose: () => sentence() + (below(20) === 0 ? '\n\n' : ''),
  code: () =>
    `  const ${pick(WORDS)}${below(100)} = items.map((item) => item.${pick(WORDS)} + ${below(1000)});\n`,
  log: () =>
    `2026-01-${10 + below(19)} 10:${10 + below(49)}:${10 + below(49)}.${digits(3)} INFO [worker-${below(9)}] ${sentence()}id=${digits(8)}\n`,
  table: () => `${digits(6)};${pick(WORDS)} ${pick(WORDS)};${person()};2026-0${1 + below(9)}-1${below(9)}\n`,
  json: () => `{"id":"${digits(8)}","name":"${pick(WORDS)}","price":${below(999)}.${digits(2)},"ok":true},\n`,
  base64: () => `${Array.from({ length: 76 }, () => pick(BASE64)).join('')}\n`,
};
const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'.split('');

function makeText(line: () => string, units: number): string {
  const lines: string[] = [];
  for (let length = 0; length < units; length += lines.at(-1)?.length ?? 1) lines.push(line());
  return lines.join('').slice(0, units);
}

const elapsed = (text: string): number => {
  const start = performance.now();
  classifier.classify(text);
  return performance.now() - start;
};

const SIZES = [
  { size: '200 B', units: 200, texts: 600 },
  { size: '2 KiB', units: 2_048, texts: 300 },
  { size: '20 KiB', units: 20_480, texts: 90 },
  { size: '200 KiB', units: 204_800, texts: 18 },
  { size: '1 MiB', units: 1_048_576, texts: 6 },
];

interface Sample {
  readonly kind: string;
  readonly size: string;
  readonly text: string;
}

function makeCorpus(): readonly Sample[] {
  const kinds = Object.entries(KINDS);
  return SIZES.flatMap(({ size, units, texts }) =>
    Array.from({ length: texts }, (_, index): Sample => {
      const [kind, line] = kinds[index % kinds.length] ?? ['prose', sentence];
      return { kind, size, text: makeText(line, units) };
    }),
  );
}

const atShare = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

function measureCorpus(corpus: readonly Sample[]): void {
  const runs = corpus.map(({ kind, size, text }) => ({ kind, size, units: text.length, ms: elapsed(text) }));
  const speedOf = (some: typeof runs): string => {
    const units = some.reduce((sum, run) => sum + run.units, 0);
    return (units / 1000 / some.reduce((sum, run) => sum + run.ms, 0)).toFixed(1);
  };
  console.log('Throughput, million characters per second');
  console.table({
    ...Object.fromEntries(
      Object.keys(KINDS).map((kind) => [kind, speedOf(runs.filter((run) => run.kind === kind))]),
    ),
    all: speedOf(runs),
  });
  console.log('Milliseconds per text');
  console.table(
    SIZES.map(({ size }) => {
      const times = runs.filter((run) => run.size === size).map(({ ms }) => ms);
      const sorted = times.toSorted((left, right) => left - right);
      const [p50, p99, max] = [atShare(sorted, 0.5), atShare(sorted, 0.99), sorted.at(-1) ?? 0];
      return { size, texts: sorted.length, p50: p50.toFixed(3), p99: p99.toFixed(3), max: max.toFixed(3) };
    }),
  );
}

/** The least of three: what the text costs, without what else the machine was doing. */
const leastOfThree = (text: string): number => Math.min(elapsed(text), elapsed(text), elapsed(text));

function measureGrowth(): void {
  const steps = Array.from({ length: 7 }, (_, step) => 65_536 * 2 ** step);
  console.log(
    'Hostile texts: milliseconds at 64 KiB and 4 MiB, and the factor of the whole 64-fold growth per doubling',
  );
  console.table(
    hostileTexts.map(({ name, make }) => {
      const times = steps.map((units) => leastOfThree(make(units)));
      const first = times[0] ?? 0;
      const last = times.at(-1) ?? 0;
      const ratios = times.slice(1).map((time, index) => time / (times[index] ?? 1));
      return {
        name,
        '64 KiB': first.toFixed(2),
        '4 MiB': last.toFixed(1),
        'per doubling': ((last / first) ** (1 / ratios.length)).toFixed(2),
        'worst doubling': Math.max(...ratios).toFixed(2),
      };
    }),
  );
}

const corpus = makeCorpus();
for (let round = 0; round < 2; round++) for (const { text } of corpus) classifier.classify(text);
measureCorpus(corpus);
measureGrowth();
console.log(`Memory: ${(process.memoryUsage().rss / 1_048_576).toFixed(0)} MiB resident, texts included`);
