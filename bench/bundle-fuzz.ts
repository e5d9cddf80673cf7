import { performance } from 'node:perf_hooks';
import { fuzzBundles } from '../test/fakes/bundle-fuzz.ts';

/**
 * node bench/bundle-fuzz.ts [RUNS] [SEED]: so many mutated bundles (100,000) offered to the keeper: changed bytes and JSON of the
 * signed file, and nonsense signed with the right key. Ends with 1 when anything crashed or what was in force was not whole.
 */
const [runs = '100000', seed = '1'] = process.argv.slice(2);
const start = performance.now();
const report = await fuzzBundles(Number(runs), Number(seed), (run) => {
  if (run % 10_000 === 0 && run > 0)
    console.log(`${run} after ${Math.round((performance.now() - start) / 1000)} s`);
});
const byCount = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .toSorted(([, left], [, right]) => right - left)
    .slice(0, 20)
    .map(([name, count]) => `  ${String(count).padStart(6)}  ${name}`)
    .join('\n');
console.log(
  `${report.runs} mutated bundles in ${Math.round((performance.now() - start) / 1000)} s (seed ${seed})`,
);
console.log(`taken: ${report.taken}\n${byCount(report.takenBy)}`);
console.log(`refused:\n${byCount(report.refused)}`);
console.log(`crashes, partial applies, moments without a policy: ${report.faults.length}`);
for (const fault of report.faults.slice(0, 20)) console.log(`  ${fault}`);
process.exitCode = report.faults.length === 0 ? 0 : 1;
