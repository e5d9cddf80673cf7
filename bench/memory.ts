/**
 * How much memory classifying takes beyond the text: `node bench/memory.ts [name]`. Each text is classified in a process of its own
 * (Linux; by the high-water mark of /proc/self/status). Prints those that take most. With a name: that text alone.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createClassifier } from '../src/classify/classifier.ts';
import { MAX_TEXT_UNITS } from '../src/classify/limits.ts';
import { hostileTexts, type HostileText } from '../test/classify/hostile-texts.ts';

const FINDINGS = 100_000;
const texts: readonly HostileText[] = [
  {
    name: `${FINDINGS} e-mail addresses`,
    make: () => Array.from({ length: FINDINGS }, (_, index) => `u${index}@example.com`).join('\n'),
  },
  ...hostileTexts,
];

interface Taken {
  readonly name: string;
  readonly findings: number;
  /** Milliseconds. */
  readonly ms: number;
  /** MiB beyond the text, at the worst moment, and after a collection of garbage. */
  readonly peak: number;
  readonly kept: number;
  readonly unscanned?: string;
}

const mebibytes = (field: string): number =>
  Number(new RegExp(`${field}:\\s{1,9}(\\d{1,12})`).exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) /
  1024;

function classifyAlone({ name, make }: HostileText): Taken {
  const classifier = createClassifier({ country: 'FR' });
  classifier.classify('a short text: bob@example.com 4111 1111 1111 1111 '.repeat(100));
  // Written out at once: a repeated string is only put together when it is first read.
  const text = Buffer.from(make(MAX_TEXT_UNITS), 'utf16le').toString('utf16le');
  globalThis.gc?.();
  const before = mebibytes('VmRSS');
  const start = performance.now();
  const { findings, unscanned } = classifier.classify(text);
  const ms = Math.round(performance.now() - start);
  const peak = Math.round(mebibytes('VmHWM') - before);
  globalThis.gc?.();
  const kept = Math.round(mebibytes('VmRSS') - before);
  return {
    name,
    findings: findings.length,
    ms,
    peak,
    kept,
    ...(unscanned === undefined ? {} : { unscanned }),
  };
}

const [wanted] = process.argv.slice(2);
if (wanted === undefined) {
  const rows = texts.map(({ name }): Taken => {
    const { stdout } = spawnSync(process.execPath, ['--expose-gc', import.meta.filename, name], {
      encoding: 'utf8',
    });
    return JSON.parse(stdout) as Taken;
  });
  const most = rows.toSorted((left, right) => right.peak - left.peak);
  console.log(
    `${rows.filter(({ peak }) => peak <= 64).length} of ${rows.length} texts of 8 Mi characters take at most 64 MiB more`,
  );
  console.table(most.slice(0, 30));
} else {
  const text = texts.find(({ name }) => name === wanted);
  if (text === undefined) throw new Error(`no text is called "${wanted}"`);
  console.log(JSON.stringify(classifyAlone(text)));
}
