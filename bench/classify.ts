/**
 * How fast the classifier is: `npm run build && node bench/classify.ts [corpus] [hostile] [start]`. One process, one core, after a
 * warm-up; medians of several rounds over texts made from a seed. `corpus`: throughput by kind and time by size. `hostile`: texts
 * that are made to cost, and how their time grows. `start`: the first answer of the built program. All of them when none is named.
 */
import { spawnSync } from 'node:child_process';
import { cpus } from 'node:os';
import { createClassifier } from '../src/classify/classifier.ts';
import { MAX_TEXT_UNITS } from '../src/classify/limits.ts';
import { hostileTexts } from '../test/classify/hostile-texts.ts';
import { KINDS, makeCorpus, makeText, SIZES } from './corpus.ts';
import { atShare, median, mediansOf, speedOf, sumOf, timed } from './measure.ts';

const ROUNDS = 5;
const parts = process.argv.slice(2);
const isWanted = (part: string): boolean => parts.length === 0 || parts.includes(part);

const startedUp = performance.now();
const classifier = createClassifier({ country: 'FR' });
const built = performance.now() - startedUp;
const classify = (text: string) => classifier.classify(text);

function measureCorpus(): void {
  const corpus = makeCorpus();
  for (const { text } of corpus) classify(text);
  const times = mediansOf(corpus, ROUNDS, ({ text }) => classify(text));
  const rows = corpus.map((sample, index) => ({ ...sample, ms: times[index] ?? 0 }));
  const speed = (some: typeof rows): string =>
    speedOf(
      some.map(({ text }) => text),
      some.map(({ ms }) => ms),
    ).toFixed(0);
  console.log(`Throughput, million characters per second, median of ${ROUNDS} rounds`);
  console.table({
    ...Object.fromEntries(KINDS.map((kind) => [kind, speed(rows.filter((row) => row.kind === kind))])),
    all: speed(rows),
  });
  console.log('Milliseconds per text');
  console.table(
    SIZES.map(({ size }) => {
      const some = rows.filter((row) => row.size === size).map(({ ms }) => ms);
      const [p50, p99, max] = [atShare(some, 0.5), atShare(some, 0.99), Math.max(...some)];
      return { size, texts: some.length, p50: p50.toFixed(3), p99: p99.toFixed(3), max: max.toFixed(3) };
    }),
  );
  console.log('Milliseconds for 1 MiB of one kind');
  console.table(
    Object.fromEntries(
      KINDS.map((kind) => {
        const text = makeText(kind, 1_048_576);
        return [
          kind,
          median(
            mediansOf(
              Array.from({ length: 5 }, () => text),
              3,
              classify,
            ),
          ).toFixed(1),
        ];
      }),
    ),
  );
}

/** From 1 KiB to the most that is looked at. */
const GROWTH = Array.from({ length: 14 }, (_, step) => 1024 * 2 ** step);
const HOSTILE_GOAL_MS = 5;
/** A text that takes longer than this is not doubled further. */
const PATIENCE_MS = 4000;

function measureHostile(): void {
  const rows = hostileTexts.map(({ name, make }) => {
    const times: number[] = [];
    for (const units of GROWTH) {
      const text = make(units);
      const repeats = units <= 65_536 ? 3 : 1;
      times.push(Math.min(...Array.from({ length: repeats }, () => timed(() => classify(text)))));
      if ((times.at(-1) ?? 0) > PATIENCE_MS) break;
    }
    const at64 = times[6] ?? Number.NaN;
    const last = times.at(-1) ?? 0;
    // Below 8 KiB a text takes as long as looking at the clock.
    const factor = (last / (times[3] ?? 1)) ** (1 / (times.length - 4));
    return { name, at64, last, units: GROWTH[times.length - 1] ?? 0, factor };
  });
  const slow = rows.filter(({ at64 }) => at64 > HOSTILE_GOAL_MS);
  console.log(
    `Hostile texts: ${rows.length} kinds; 64 KiB in at most ${HOSTILE_GOAL_MS} ms: ${rows.length - slow.length}; ` +
      `median ${median(rows.map(({ at64 }) => at64)).toFixed(1)} ms; factor per doubling: ` +
      `${(sumOf(rows.map(({ factor }) => factor)) / rows.length).toFixed(2)} on average, ` +
      `${Math.max(...rows.map(({ factor }) => factor)).toFixed(2)} at worst`,
  );
  console.table(
    rows
      .toSorted((left, right) => right.at64 - left.at64)
      .slice(0, 40)
      .map(({ name, at64, last, units, factor }) => ({
        name,
        '64 KiB': at64.toFixed(1),
        largest: units === MAX_TEXT_UNITS ? '8 MiB' : `${units / 1024} KiB`,
        ms: last.toFixed(0),
        'per doubling': factor.toFixed(2),
      })),
  );
}

/** From the start of the built program to its end, with one short text on stdin. */
function measureStart(): void {
  const runs = (args: readonly string[]): number => {
    const once = (): number =>
      timed(() => spawnSync(process.execPath, args, { input: 'card 4111 1111 1111 1111' }));
    return median(Array.from({ length: 11 }, once));
  };
  const nothing = runs(['-e', '0']);
  const first = runs(['dist/cli/clipward.js', 'classify', '--json', '-']);
  console.log(
    `First answer of the built program: ${first.toFixed(0)} ms, of which ${nothing.toFixed(0)} ms are Node's own start; ` +
      `the tables are built in ${built.toFixed(0)} ms (first use, cold)`,
  );
}

console.log(`Node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores`);
if (isWanted('start')) measureStart();
if (isWanted('corpus')) measureCorpus();
if (isWanted('hostile')) measureHostile();
console.log(`Memory: ${(process.memoryUsage().rss / 1_048_576).toFixed(0)} MiB resident, texts included`);
