import { firstArrival } from '../test/fakes/signed-bundles.ts';
/**
 * What it takes to make the largest bundle ready: `node bench/compile.ts`. 600 policies, 500 types of 20 expressions, 50 dictionaries
 * of 1 MB. First step by step in a plain thread, then as the agent does it, with how long the main thread was kept from its work,
 * and what texts cost under that bundle and under the built-in one. Milliseconds; `cpu` is the thread's own, whoever else is busy.
 * With a number: so many dictionaries.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import { makeEnforced } from '../src/agent/enforced.ts';
import { enforce } from '../src/agent/enforce.ts';
import type { Ready } from '../src/agent/bundle/ready-bundle.ts';
import { resolveTypes } from '../src/agent/resolve-types.ts';
import { createClassifier } from '../src/classify/classifier.ts';
import { createFinders } from '../src/classify/company-types.ts';
import { createTypeNames } from '../src/classify/known-types.ts';
import { createWorkshop } from '../src/cli/bundle-workshop.ts';
import { parseBundle } from '../src/policy/bundle.ts';
import type { Result } from '../src/shared/result.ts';
import { DICTIONARIES, fullTenant } from './full-tenant.ts';
import { median, sumOf, timed } from './measure.ts';

interface Step {
  readonly step: string;
  readonly ms: number;
  readonly cpu: number;
}

const whole = (ms: number): number => Math.round(ms);
const decimals = (ms: number): number => Math.round(ms * 100) / 100;
const megabytes = (): number => Math.round(process.memoryUsage.rss() / 1e6);

function valueOf<Value>(result: Result<Value, unknown>): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
}

/** Every step of it once, in a thread that has done nothing before. */
function steps(text: string): readonly Step[] {
  const taken: Step[] = [];
  const step = <Value>(name: string, work: () => Value): Value => {
    const begin = performance.now();
    const before = process.threadCpuUsage();
    const value = work();
    const { user, system } = process.threadCpuUsage(before);
    taken.push({ step: name, ms: whole(performance.now() - begin), cpu: whole((user + system) / 1000) });
    return value;
  };
  const bundle = valueOf(step('parse: JSON and schema', () => parseBundle(text, 'full')));
  const names = step('names of types', () => createTypeNames(bundle.types));
  step('names resolved', () => valueOf(resolveTypes(bundle, names)));
  const [patterns, dictionaries] = [
    bundle.types.filter((type) => !('kind' in type)),
    bundle.types.filter((type) => 'kind' in type),
  ];
  step(`${patterns.length} types with patterns`, () => valueOf(createFinders(patterns)));
  step(`${dictionaries.length} dictionaries`, () => valueOf(createFinders(dictionaries)));
  const { data } = valueOf(enforce({ ...bundle, types: [...patterns] }, 'full'));
  step('policies (on the main thread)', () => makeEnforced(data));
  return taken;
}

/** The longest time in which a timer of 1 ms did not run. */
function watchMainThread(): () => number {
  let last = performance.now();
  let longest = 0;
  const timer = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  }, 1);
  return () => {
    clearInterval(timer);
    return whole(longest);
  };
}

async function textCost(
  ready: Ready,
  text: string,
  rounds: number,
): Promise<{ median: number; most: number }> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const begin = performance.now();
    await ready.classify(text);
    times.push(performance.now() - begin);
  }
  return { median: decimals(median(times)), most: decimals(Math.max(...times)) };
}

const KIB =
  'Meeting at the quay with bob@example.com, 06 12 34 56 78; card 4111 1111 1111 1111, ref. QX-20481. '
    .repeat(11)
    .slice(0, 1024);

async function measureFull(text: string): Promise<void> {
  const workshop = createWorkshop({});
  const blocked = watchMainThread();
  await sleep(20);
  const before = megabytes();
  const begin = performance.now();
  const ready = valueOf(
    await workshop.prepare({
      text,
      where: 'full',
      trust: { kind: 'unsigned-allowed' },
      admission: { ...firstArrival, nowMs: Date.now(), tenant: null },
    }),
  );
  const total = whole(performance.now() - begin);
  console.log(
    `ready in ${total} ms; main thread kept for at most ${blocked()} ms; ${megabytes() - before} MB more`,
  );
  console.log('first text', await textCost(ready, KIB, 1));
  console.log('1 KiB, soon after', await textCost(ready, KIB, 30));
  await textCost(ready, KIB, 200);
  console.log('1 KiB', await textCost(ready, KIB, 500));
  console.log('64 KiB', await textCost(ready, KIB.repeat(64), 15));
  console.log('256 KiB', await textCost(ready, KIB.repeat(256), 5));
  await workshop.stop();
}

async function measureBuiltIn(): Promise<void> {
  const workshop = createWorkshop({});
  const before = megabytes();
  const begin = performance.now();
  const ready = await workshop.builtIn();
  const known = performance.now() - begin;
  await ready.classify(KIB);
  const answered = performance.now() - begin;
  console.log(`built in: decides after ${whole(known)} ms, first answer after ${whole(answered)} ms`);
  await textCost(ready, KIB, 200);
  console.log('1 KiB, copy to classification', await textCost(ready, KIB, 500));
  console.log(`${megabytes() - before} MB more`);
  await workshop.stop();
}

/** What the classifier itself takes for a text, without the way to the thread and back. */
function inThisThread(text: string): number {
  const classifier = createClassifier();
  const times = Array.from({ length: 500 }, () => timed(() => classifier.classify(text)));
  return decimals(median(times));
}

/** Asks this program's own thread, which then ends: what was made on the way is no garbage of this one. */
async function inThread<Answer>(request: string | number): Promise<Answer> {
  const worker = new Worker(import.meta.filename);
  worker.postMessage(request);
  const answer = await new Promise<Answer>((resolve) => {
    worker.once('message', resolve);
  });
  await worker.terminate();
  return answer;
}

if (isMainThread) {
  const text = await inThread<string>(Number(process.argv[2] ?? DICTIONARIES));
  console.log(`${(Buffer.byteLength(text) / 1e6).toFixed(1)} MB of JSON`);
  const taken = await inThread<readonly Step[]>(text);
  console.table(taken);
  console.log(`in all ${sumOf(taken.map(({ ms }) => ms))} ms, cpu ${sumOf(taken.map(({ cpu }) => cpu))} ms`);
  await measureFull(text);
  await measureBuiltIn();
  console.log('1 KiB, in this thread', inThisThread(KIB));
} else {
  parentPort?.once('message', (request: string | number) =>
    parentPort?.postMessage(typeof request === 'number' ? fullTenant(request) : steps(request)),
  );
}
