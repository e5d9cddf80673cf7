import { performance } from 'node:perf_hooks';
import { prepareBundle } from '../src/agent/bundle/prepare-bundle.ts';
import { verifyBundle } from '../src/sync/bundle-signature.ts';
import { atShare, timed } from './measure.ts';
import { makeEnforced } from '../src/agent/enforced.ts';
import { createClassifier } from '../src/classify/classifier.ts';
import { bundleText, firstArrival, newSigner, pinned, signedText } from '../test/fakes/signed-bundles.ts';

/**
 * node bench/bundle.ts: a signed bundle of about 100 KB, from its text to what decides, in the thread that does it: signature,
 * schema, admission, names of types, platforms, its own cases, and last what the main thread makes of it. The tables of the
 * built-in types, which are the same for every bundle, are told apart. The first one warms the program up and is told apart too.
 */
const ROUNDS = 200;
const signer = await newSigner();
const policies = Array.from({ length: 115 }, (_, index) => ({
  name: `Policy ${index} of the company`,
  description: 'Holds what is restricted away from platforms that are not offered to people. '.repeat(3),
  enabled: true,
  priority: index,
  when: {
    all: [
      { label: { in: ['Restricted', 'Confidential'] } },
      { platform_id: { in: ['perplexity', 'deepseek', 'grok'] } },
      { any: [{ risk_score: { gte: 0.5 } }, { finding: { type: 'CREDIT_CARD', min_distinct: 2 } }] },
    ],
  },
  action: index % 3 === 0 ? 'block' : 'coach',
  reasons: ['My manager has agreed to it', 'It is public already'],
}));
const tests = Array.from({ length: 20 }, (_, index) => ({
  name: `case ${index}`,
  text: 'Please pay with card 4111 1111 1111 1111 by Friday.',
  platform: 'deepseek',
  expect: { action: 'block', findings: ['CREDIT_CARD'] },
}));
const text = await signedText(bundleText({ policies, tests }), signer);
const admission = firstArrival;

const classifier = createClassifier();
const [verifying, applying, tables]: [number[], number[], number[]] = [[], [], []];
for (let round = 0; round <= ROUNDS; round += 1) {
  const start = performance.now();
  const verified = await verifyBundle(text, pinned(signer), 'bundle.jws');
  verifying.push(performance.now() - start);
  const again = performance.now();
  const candidate = { text, where: 'bundle.jws', trust: pinned(signer), admission };
  const prepared = await prepareBundle(candidate, { classifierFor: () => classifier });
  if (!verified.ok || !prepared.ok) throw new Error(prepared.ok ? 'not verified' : prepared.problem.detail);
  makeEnforced(prepared.value.data);
  applying.push(performance.now() - again);
}
// Apart: the garbage they leave would be cleared away in the times of the others.
for (let round = 0; round <= ROUNDS / 10; round += 1) tables.push(timed(() => createClassifier()));
const line = (name: string, [first = 0, ...times]: readonly number[]): string =>
  `${name}: p50 ${atShare(times, 0.5).toFixed(2)} ms, p99 ${atShare(times, 0.99).toFixed(2)} ms (the first one: ${first.toFixed(1)} ms)`;
console.log(
  `signed bundle of ${Math.round(text.length / 1000)} kB, ${policies.length} policies, ${tests.length} cases`,
);
console.log(line('verify', verifying));
console.log(line('verify and apply', applying));
console.log(line('tables of the built-in types', tables));
