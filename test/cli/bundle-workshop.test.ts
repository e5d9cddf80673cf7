import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { BundleCandidate } from '../../src/agent/bundle/prepare-bundle.ts';
import type { Ready } from '../../src/agent/bundle/ready-bundle.ts';
import { createClassifier } from '../../src/classify/classifier.ts';
import { MAX_TEXT_UNITS } from '../../src/classify/limits.ts';
import { createFinders } from '../../src/classify/company-types.ts';
import { createWorkshop, type Workshop, type WorkshopOptions } from '../../src/cli/bundle-workshop.ts';
import type { BundleRefusal } from '../../src/policy/admission.ts';
import type { Result } from '../../src/shared/result.ts';
import { berthType, DOCUMENT, everyKind, parsedTypes } from '../fakes/company-types.ts';
import { bundleText, firstArrival } from '../fakes/signed-bundles.ts';
import { temporaryFolder } from '../fakes/temporary-folder.ts';

const candidate = (text: string): BundleCandidate => ({
  text,
  where: 'bundle.json',
  trust: { kind: 'unsigned-allowed' },
  admission: firstArrival,
});

/** A thread's program that answers `prepare`, and does this with a text. */
const program = (withText: string, withBundle = 'ready()'): URL =>
  new URL(
    `data:text/javascript,${encodeURIComponent(`
      import { parentPort } from 'node:worker_threads';
      const ready = () => parentPort.postMessage({ kind: 'prepared', facts: null, data: { version: 'fake' } });
      const classified = (id, riskReasons) => parentPort.postMessage({ kind: 'classified', id, classification:
        { findings: [], counts: [], riskScore: 0, riskLevel: 'none', riskReasons } });
      parentPort.on('message', ({ kind, id, text, candidate }) => {
        if (kind === 'prepare') { ${withBundle} } else { ${withText} }
      });`)}`,
  );

/** Threads of this process, by the kernel's count; each worker is one or more. */
const threads = (): number => readdirSync('/proc/self/task').length;

let workshop: Workshop | undefined;
const open = (options: WorkshopOptions = {}): Workshop => (workshop = createWorkshop(options));
afterEach(() => workshop?.stop());

function readyOf(prepared: Result<Ready, BundleRefusal>): Ready {
  if (!prepared.ok) throw new Error(prepared.problem.detail);
  return prepared.value;
}

describe('a bundle in a thread of its own', () => {
  it('comes back as data, and classifies as a classifier in this thread would', async () => {
    const ready = readyOf(
      await open({ country: 'FR' }).prepare(candidate(bundleText({ types: everyKind() }))),
    );
    expect(ready.facts).toMatchObject({ name: 'acme', version: 5, signed: false });
    expect(ready.data).toMatchObject({ version: 'acme v5', documentTypes: ['CUSTOM:HANDBOOK'] });
    const own = createFinders(parsedTypes());
    if (!own.ok) throw new Error(own.problem.join('; '));
    const here = createClassifier({ country: 'FR', finders: own.value.finders });
    const texts = [
      'nothing',
      'bob@example.com or 06 12 34 56 78',
      `B-204816, customer KD-77310-X. Grey Heron. ${DOCUMENT}`,
      `4111 1111 1111 1111 ${'word '.repeat(20_000)}`,
    ];
    const answers = await Promise.all(texts.map(ready.classify));
    expect(answers).toEqual(texts.map((text) => here.classify(text)));
    expect(answers[2]?.counts.filter(({ type }) => type.startsWith('CUSTOM:'))).toHaveLength(4);
  });

  it.each([
    { what: 'is no JSON', text: '{', kind: 'schema' },
    {
      what: 'is for another tenant',
      text: bundleText({ tenant: '00000000-0000-4000-8000-000000000001' }),
      kind: 'tenant',
    },
    {
      what: 'has an expression that cannot be used',
      text: bundleText({ types: [{ ...berthType, regexes: { berth: '(a)\\1' } }] }),
      kind: 'types',
    },
    {
      what: 'fails a case of its own',
      text: bundleText({
        tests: [{ name: 'T', text: 'x', platform: 'chatgpt', expect: { action: 'block' } }],
      }),
      kind: 'self-test',
    },
  ])('is refused and leaves no thread when it $what', async ({ text, kind }) => {
    const before = threads();
    const prepared = await open().prepare(candidate(text));
    expect(prepared).toMatchObject({ ok: false, problem: { kind } });
    expect(prepared.ok ? '' : prepared.problem.detail).toMatch(/^bundle\.json: /);
    await expect.poll(threads, { timeout: 5000 }).toBeLessThanOrEqual(before);
  });

  it.each([
    { what: 'takes for ever', withBundle: 'for (;;) ;', kind: 'too-slow' },
    { what: 'ends its thread', withBundle: 'process.exit(1)', kind: 'crashed' },
    { what: 'throws', withBundle: 'throw new Error(candidate.text)', kind: 'crashed' },
    {
      what: 'takes all memory',
      withBundle: 'const all = []; for (;;) all.push(new Array(1e6).fill(all.length + 0.5));',
      kind: 'crashed',
    },
  ])('is refused and leaves no thread when it $what', async ({ withBundle, kind }) => {
    const before = threads();
    const prepareMs = kind === 'too-slow' ? 20 : 60_000;
    const strict = open({ program: program('', withBundle), prepareMs, graceMs: 200 });
    const prepared = await strict.prepare(candidate('a secret 4111 1111 1111 1111'));
    expect(prepared).toMatchObject({ ok: false, problem: { kind } });
    expect(JSON.stringify(prepared)).not.toContain('4111');
    await expect.poll(threads, { timeout: 5000 }).toBeLessThanOrEqual(before);
  });

  it('keeps this thread free meanwhile', async () => {
    const terms = Array.from({ length: 100_000 }, (_, index) => `Kestrel ${index}`);
    const dictionary = { kind: 'dictionary', type: 'CUSTOM:BIRDS', name: 'Birds', terms };
    const preparing = open().prepare(candidate(bundleText({ types: [dictionary] })));
    let beats = 0;
    let done = false;
    void preparing.then(() => (done = true));
    while (!done) {
      await new Promise((resolve) => setImmediate(resolve));
      beats++;
    }
    expect(beats).toBeGreaterThan(10);
    expect(await readyOf(await preparing).classify('kestrel 77')).toMatchObject({
      counts: [{ type: 'CUSTOM:BIRDS' }],
    });
  });
});

describe('the built-in bundle', () => {
  it('is there at once and classifies', async () => {
    const ready = await open().builtIn();
    expect(ready).toMatchObject({ facts: null, data: { version: 'built-in v1' } });
    expect(await ready.classify('bob@example.com')).toMatchObject({ counts: [{ type: 'EMAIL' }] });
  });

  it('is there even when no thread can be had, and calls no text clean', async () => {
    const ready = await open({ program: new URL('file:///nowhere/thread.js') }).builtIn();
    expect(ready.data.policies.length).toBeGreaterThan(0);
    expect(await ready.classify('bob@example.com')).toMatchObject({ unscanned: 'failed' });
    expect(await ready.classify('bob@example.com')).toMatchObject({ unscanned: 'failed' });
  });
});

describe('where the system refuses to begin a thread', () => {
  // Node throws at once for such a program, as it does where there is no room for a thread.
  const refusing = { program: new URL('http://127.0.0.1/thread.js') };

  it('a bundle is refused, and the built-in one is there and calls no text clean', async () => {
    const refused = await open(refusing).prepare(candidate(bundleText()));
    expect(refused).toMatchObject({ ok: false, problem: { kind: 'crashed' } });
    const ready = await open(refusing).builtIn();
    expect(await ready.classify('bob@example.com')).toMatchObject({ unscanned: 'failed' });
    await ready.stop();
  });
});

describe('an idle thread', () => {
  it('does not keep the process alive', async () => {
    const source = `
      import { createWorkshop } from '${new URL('../../src/cli/bundle-workshop.ts', import.meta.url).href}';
      const ready = await createWorkshop().builtIn();
      const { counts } = await ready.classify('bob@example.com');
      console.log(counts[0].type);`;
    const script = join(temporaryFolder(), 'idle.mjs');
    writeFileSync(script, source);
    const child = spawn(process.execPath, [script]);
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
    await once(child, 'close');
    expect({ said, code: child.exitCode }).toEqual({ said: 'EMAIL\n', code: 0 });
  });
});

describe('a text', () => {
  it('beyond the cap is not even sent', async () => {
    const ready = await open({ program: program('process.exit(1)') }).builtIn();
    expect(await ready.classify(' '.repeat(MAX_TEXT_UNITS + 1))).toMatchObject({ unscanned: 'too-large' });
  });

  it('that takes longer than its time says so and keeps what was found', async () => {
    const ready = await open({ budgetMs: 0 }).builtIn();
    const late = await ready.classify(`bob@example.com ${'word '.repeat(100_000)}`);
    expect(late).toMatchObject({ unscanned: 'timed-out' });
  });

  it.each([
    ['is stuck', 'for (;;) ;', 'timed-out'],
    ['ends', 'process.exit(1)', 'failed'],
    ['throws', 'throw new Error(text)', 'failed'],
    ['answers another text', 'classified(id + 1, [])', 'failed'],
  ])('is never called clean when its thread %s', async (_, withText, unscanned) => {
    const broken = open({ program: program(withText), budgetMs: 20, graceMs: 300 });
    const ready = readyOf(await broken.prepare(candidate('{}')));
    const answer = await ready.classify('4111 1111 1111 1111');
    expect(answer).toMatchObject({ findings: [], unscanned });
    expect(JSON.stringify(answer)).not.toContain('4111');
  });

  it('gets a new thread of the same bundle after one was lost, whatever the bundle in force is by then', async () => {
    const mortal = program(
      "if (text === 'die') process.exit(1); classified(id, [globalThis.own]);",
      "globalThis.own = candidate.text + ' ' + candidate.admission.arrival; ready();",
    );
    const ready = readyOf(await open({ program: mortal }).prepare(candidate('mine')));
    expect(await ready.classify('live')).toMatchObject({ riskReasons: ['mine new'] });
    const [dead, next] = await Promise.all([ready.classify('die'), ready.classify('live')]);
    expect(dead).toMatchObject({ unscanned: 'failed' });
    expect(next).toMatchObject({ riskReasons: ['mine stored'] });
  });

  it('that is being read when its bundle is stopped is read to its end; later ones fail', async () => {
    const slow = program("setTimeout(() => classified(id, ['read']), 100);");
    const before = threads();
    const ready = readyOf(await open({ program: slow }).prepare(candidate('{}')));
    const answer = ready.classify('text');
    await Promise.all([ready.stop(), ready.stop()]);
    expect(await answer).toMatchObject({ riskReasons: ['read'] });
    expect(await ready.classify('text')).toMatchObject({ unscanned: 'failed' });
    await expect.poll(threads, { timeout: 5000 }).toBeLessThanOrEqual(before);
  });
});
