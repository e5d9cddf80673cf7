import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { createBundleKeeper, type BundleKeeper } from '../../src/agent/bundle/bundle-keeper.ts';
import { makeEnforced, type EnforcedData } from '../../src/agent/enforced.ts';
import { prepareBundle } from '../../src/agent/bundle/prepare-bundle.ts';
import type { Ready } from '../../src/agent/bundle/ready-bundle.ts';
import { createClassifierOf } from '../../src/classify/classifier.ts';
import { creditCard } from '../../src/classify/detectors/credit-card.ts';
import type { BundleRefusal } from '../../src/policy/admission.ts';
import { judge } from '../../src/policy/judge.ts';
import type { Mark } from '../../src/shared/mark.ts';
import { messageOf, ok, type Result } from '../../src/shared/result.ts';
import { actions } from '../../src/shared/verdict.ts';
import type { Trust } from '../../src/sync/bundle-signature.ts';
import type { BundleSource } from '../../src/sync/bundle-sources.ts';
import { emptyState, type BundleStore } from '../../src/sync/bundle-store.ts';
import { createRandom } from '../classify/random.ts';
import { builtInReady } from './bundle-device.ts';
import { mutantOf, type Mutant } from './bundle-mutations.ts';
import { inputOf } from './policy-inputs.ts';
import { bundleObject, newSigner, NOW, pinned, TENANT } from './signed-bundles.ts';

export interface FuzzReport {
  runs: number;
  taken: number;
  /** By kind of refusal. */
  readonly refused: Record<string, number>;
  /** By way of mutation: how many were taken. */
  readonly takenBy: Record<string, number>;
  /** What must never happen, with the number of the run and how its bundle was made. */
  readonly faults: string[];
}

/** A small bundle with something of everything that a bundle may hold. */
const base = bundleObject({
  contact: 'it@acme.example',
  coaching: { de: { title: 'Halt' }, 'pt-BR': { text: 'Pare' } },
  default_label: 'Internal',
  rollout: { percent: 100 },
  policies: [
    {
      name: 'Hold',
      enabled: true,
      priority: 10,
      action: 'block',
      when: { all: [{ label: { at_least: 'Confidential' } }, { not: { sanctioned: true } }] },
      exceptions: [
        {
          name: 'Legal',
          owner: 'CISO',
          expires: '2026-12-31T00:00:00Z',
          when: { user_group: { in: ['Legal'] } },
        },
      ],
    },
    {
      name: 'Coach',
      enabled: true,
      action: 'coach',
      justification: 'required',
      reasons: ['Agreed'],
      when: {
        any: [{ finding: { type: ['CREDIT_CARD', 'EMAIL'], min_distinct: 2 } }, { risk_score: { gte: 0.5 } }],
      },
    },
    {
      name: 'Simulated',
      enabled: true,
      mode: 'simulate',
      action: 'block',
      when: { time: { days: ['sat', 'sun'] } },
    },
  ],
  platforms: [{ platform_id: 'own-ai', name: 'Own AI', hostnames: ['ai.acme.example'] }],
  tests: [
    {
      name: 'card',
      text: 'card 4111 1111 1111 1111',
      platform: 'deepseek',
      expect: { action: 'block', findings: ['CREDIT_CARD'] },
    },
  ],
}) as Parameters<typeof mutantOf>[0];

/**
 * Offers so many mutated bundles to a keeper, one after the other, and looks after each that what is in force is whole: the bundle
 * before, or all of the one that was taken. Storage is in memory and few types are looked for; all else is as in the agent.
 */
export async function fuzzBundles(
  runs: number,
  seed: number,
  progress: (run: number) => void,
): Promise<FuzzReport> {
  const report: FuzzReport = { runs: 0, taken: 0, refused: {}, takenBy: {}, faults: [] };
  const random = createRandom(seed);
  const signer = await newSigner();
  const offered: { mutant: Mutant } = { mutant: { how: '', text: '', signed: '' } };
  const fault = (what: string): void =>
    void report.faults.push(`run ${report.runs} (${offered.mutant.how}): ${what}`);
  const alive = new Set<Ready>();
  let expected: EnforcedData = builtInReady().data;
  let version = 1;
  const keeper = await keeperOf(
    pinned(signer),
    () => offered.mutant.text,
    fault,
    async (candidate) => {
      const prepared = await prepareBundle(candidate, { classifierFor: fewTypes });
      if (!prepared.ok) {
        const { kind, detail } = prepared.problem;
        report.refused[kind] = (report.refused[kind] ?? 0) + 1;
        if (detail.includes('\n')) fault(`a refusal of several lines: ${kind}`);
        return prepared;
      }
      const { facts, data } = prepared.value;
      const { how, signed } = offered.mutant;
      report.taken += 1;
      report.takenBy[how] = (report.takenBy[how] ?? 0) + 1;
      if (facts.digest !== createHash('sha256').update(signed).digest('hex')) fault('it was never signed');
      expected = structuredClone(data);
      version = facts.version;
      const ready: Ready = {
        facts,
        data,
        classify: () => Promise.reject(new Error('nothing is classified here')),
        stop: async () => void alive.delete(ready),
      };
      alive.add(ready);
      return ok(ready);
    },
  );
  await keeper.start();
  for (; report.runs < runs; report.runs += 1) {
    offered.mutant = await mutantOf({ ...base, version: version + 1 }, signer, random);
    try {
      await keeper.check();
      const current = keeper.current();
      if (!isDeepStrictEqual(current.data, expected)) fault('what is in force is not what was taken last');
      const { action } = judge(makeEnforced(current.data).policies, inputOf());
      if (!actions.includes(action)) fault('no verdict');
      if (alive.size > 1) fault(`${alive.size} bundles are alive`);
      keeper.state();
    } catch (error) {
      fault(`thrown: ${messageOf(error)}`);
    }
    progress(report.runs);
  }
  await keeper.stop();
  if (alive.size > 0) fault('a bundle is alive after the end');
  return report;
}

const few = createClassifierOf([creditCard]);
const fewTypes = () => few;

type Prepare = Parameters<typeof createBundleKeeper>[0]['prepare'];

async function keeperOf(
  trust: Trust,
  text: () => string,
  fault: (what: string) => void,
  prepare: Prepare,
): Promise<BundleKeeper> {
  const source: BundleSource = {
    name: 'fuzz',
    local: false,
    fetch: async () => ({ kind: 'text', text: text(), tag: null }),
  };
  return createBundleKeeper({
    prepare: async (candidate): Promise<Result<Ready, BundleRefusal>> => {
      try {
        return await prepare(candidate);
      } catch (error) {
        fault(`crash while it was made ready: ${messageOf(error)}`);
        throw error;
      }
    },
    builtIn: async () => builtInReady(),
    sources: () => [source],
    store: memoryStore(),
    secondPlace: memoryMarks(),
    settings: () => ({ trust, tenant: TENANT, epoch: 0, ring: null, bucket: 0 }),
    record: () => undefined,
    tell: (happening) => {
      if (happening.kind === 'problem' && happening.detail.startsWith('internal error'))
        fault(happening.detail);
    },
    // The loop asks once and then waits for ever: each question is asked by `check`.
    sleep: (_, signal) =>
      new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true })),
    now: () => NOW,
    random: () => 0.5,
  });
}

function memoryStore(): BundleStore {
  const texts = new Map<string, string>();
  let state = emptyState;
  let files = 0;
  return {
    get state() {
      return state;
    },
    problem: null,
    save: async (change) => {
      state = { ...state, ...change };
      const named = [state.current?.file, state.previous?.file];
      for (const file of texts.keys()) if (!named.includes(file)) texts.delete(file);
      return ok(undefined);
    },
    keepText: async (text) => {
      const file = `${String((files += 1)).padStart(32, '0')}.bundle`;
      texts.set(file, text);
      return ok(file);
    },
    readText: async (file) => ok(texts.get(file) ?? ''),
    strays: async () => ok([]),
  };
}

function memoryMarks() {
  const marks = new Map<string, Mark>();
  return {
    mark: (name: string) => ok(marks.get(name) ?? null),
    raiseMark: (name: string, mark: Mark) => {
      marks.set(name, mark);
      return ok(undefined);
    },
  };
}
