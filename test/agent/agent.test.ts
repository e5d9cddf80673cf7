import { beforeEach, describe, expect, it } from 'vitest';
import { loadDefaultBundle } from '../../src/policy/default-bundle.ts';
import { policySchema } from '../../src/policy/policy.ts';
import { CARD, CODE, EMAIL, PLAIN, withPolicies, World } from '../fakes/agent-world.ts';
import { oneCard } from '../fakes/classifications.ts';
import { berthType, parsedTypes } from '../fakes/company-types.ts';
import { readyBundle } from '../fakes/ready-bundle.ts';

let world: World;
beforeEach(async () => {
  world = new World();
  await world.agent.start();
});

describe('a card number', () => {
  beforeEach(() => world.copy(CARD));

  it('is held while DeepSeek is in front and back in an editor', async () => {
    await world.front('deepseek');
    expect(world.desktop.clipboard).toContain('Clipward is keeping what you copied');
    expect(world.agent.holding).toBe(true);
    await world.front('gedit');
    expect(world.desktop.clipboard).toBe(CARD);
    expect(world.agent.holding).toBe(false);
  });

  it('is not touched by a look at an editor or at no window', async () => {
    await world.front('gedit');
    await world.front(null);
    expect(world.desktop.clipboard).toBe(CARD);
    expect(world.recorded).toEqual([]);
  });

  it('is on record before it is taken off the clipboard', async () => {
    await world.front('deepseek');
    expect(world.recorded).toEqual([
      expect.objectContaining({
        kind: 'interaction',
        platform_id: 'deepseek',
        action: 'block',
        label: 'Restricted',
        policy: 'Block Restricted label data on unauthorized platforms',
        risk_level: 'high',
        findings: oneCard.counts,
        fingerprint: `fp${CARD.length}`,
        clipboard: CARD,
      }),
    ]);
  });

  it('is asked about once for each platform, and each platform is on record once', async () => {
    for (const front of ['deepseek', 'gedit', 'deepseek', 'chatgpt', 'deepseek', 'chatgpt'])
      await world.front(front);
    expect(world.person.asked.map((question) => question.platform)).toEqual(['deepseek', 'chatgpt']);
    expect(world.kinds()).toEqual(['block deepseek', 'coach chatgpt']);
  });

  it('offers no way past a block, and a made-up "proceed" keeps it held', async () => {
    await world.front('deepseek');
    expect(world.person.asked[0]?.choices).toEqual(['redact', 'cancel']);
    await world.answer({ choice: 'proceed', justification: 'please' });
    expect(world.desktop.clipboard).toContain('Clipward');
    expect(world.kinds()).toEqual(['block deepseek', 'answer cancel']);
  });

  it('goes from one platform to another without showing the number in between', async () => {
    await world.front('deepseek');
    const before = world.desktop.steps.length;
    await world.front('chatgpt');
    expect(world.desktop.clipboard).toContain('chatgpt');
    expect(world.desktop.steps.slice(before)).toEqual(['keep', 'replace']);
  });

  it('is given back at the end, with the open question closed', async () => {
    await world.front('deepseek');
    await world.agent.stop();
    expect(world.desktop.clipboard).toBe(CARD);
    expect(world.kinds()).toEqual(['block deepseek', 'answer withdrawn']);
    expect(world.person.waiting).toBe(0);
  });
});

describe("source code with values in it, one of a type of the company's own", () => {
  beforeEach(() => {
    world.enforced = readyBundle({
      ...loadDefaultBundle(),
      policies: [
        policySchema.parse({
          name: 'Berths stay here',
          enabled: true,
          when: { finding: { type: 'Berth number' } },
          action: 'block',
        }),
      ],
      types: [...parsedTypes([berthType])],
    });
  });

  it('is redacted value by value, and stays code', async () => {
    await world.copy(CODE);
    await world.front('deepseek');
    await world.answer({ choice: 'redact' });
    expect(world.desktop.clipboard).toBe('{"to": "[EMAIL_1]", "berth": "[CUSTOM_BERTH_1]"}');
  });

  it('is shown to the person by the name of the type, and recorded by its short name', async () => {
    await world.copy(CODE);
    await world.front('deepseek');
    const [question] = world.person.asked;
    expect(question?.text).toContain('1 × Berth number');
    expect(question?.found[1]).toMatchObject({ type: 'CUSTOM:BERTH', name: 'Berth number' });
    expect(JSON.stringify(world.recorded)).toContain('CUSTOM:BERTH');
    expect(JSON.stringify(world.recorded)).not.toContain('Berth number');
  });
});

describe('an e-mail address facing ChatGPT', () => {
  beforeEach(async () => {
    await world.copy(EMAIL);
    await world.front('chatgpt');
  });

  it('is coached', () => expect(world.kinds()).toEqual(['coach chatgpt']));

  it.each([
    { choice: 'redact' as const, inside: 'write to [EMAIL_1]' },
    { choice: 'proceed' as const, inside: EMAIL },
    { choice: 'cancel' as const, inside: expect.stringContaining('Clipward is keeping') },
  ])(
    'shows the right thing after "$choice", there and when the person comes back, and the original elsewhere',
    async ({ choice, inside }) => {
      await world.answer({ choice });
      expect(world.desktop.clipboard).toEqual(inside);
      await world.front('gedit');
      expect(world.desktop.clipboard).toBe(EMAIL);
      await world.front('chatgpt');
      expect(world.desktop.clipboard).toEqual(inside);
      expect(world.kinds()).toEqual(['coach chatgpt', `answer ${choice}`]);
    },
  );

  it('takes an answer that comes while another window is in front', async () => {
    await world.front('terminal');
    await world.answer({ choice: 'redact' });
    expect(world.desktop.clipboard).toBe(EMAIL);
    await world.front('chatgpt');
    expect(world.desktop.clipboard).toBe('write to [EMAIL_1]');
  });

  it('writes the answer and its reason down before it takes effect', async () => {
    await world.answer({ choice: 'proceed', justification: 'my own address' });
    expect(world.recorded[1]).toMatchObject({
      kind: 'answer',
      answer: 'proceed',
      justification: 'my own address',
      clipboard: expect.stringContaining('Clipward'),
    });
  });

  it('counts a "proceed" for this platform only', async () => {
    await world.answer({ choice: 'proceed' });
    await world.front('claude');
    expect(world.desktop.clipboard).toContain('claude');
    expect(world.person.asked).toHaveLength(2);
  });

  it('withdraws the question when something newer is copied, and leaves that alone', async () => {
    await world.copy(PLAIN);
    expect(world.desktop.clipboard).toBe(PLAIN);
    expect(world.kinds()).toEqual(['coach chatgpt', 'answer withdrawn', 'allow chatgpt']);
    await world.answer({ choice: 'proceed' }, 0);
    await world.front('gedit');
    expect(world.desktop.clipboard).toBe(PLAIN);
  });

  it('stays held when nobody can be asked, and the question is not put again', async () => {
    await world.answer(null);
    await world.front('gedit');
    await world.front('chatgpt');
    expect(world.desktop.clipboard).toContain('Clipward');
    expect(world.kinds()).toEqual(['coach chatgpt', 'answer withdrawn']);
  });

  it('asks anew when the same text is copied again', async () => {
    await world.answer({ choice: 'proceed' });
    await world.copy(EMAIL);
    expect(world.person.asked).toHaveLength(2);
    expect(world.desktop.clipboard).toContain('Clipward');
  });
});

describe('what passes', () => {
  it('is on record when it faces a platform, where pastes cannot be seen', async () => {
    await world.copy(PLAIN);
    await world.front('chatgpt');
    await world.front('gedit');
    await world.front('chatgpt');
    expect(world.kinds()).toEqual(['allow chatgpt']);
    expect(world.desktop.steps).toEqual([]);
  });

  it('is on record at the paste, where pastes can be seen', async () => {
    world = new World({ seesPastes: true });
    await world.agent.start();
    await world.copy(PLAIN);
    await world.front('chatgpt');
    expect(world.kinds()).toEqual([]);
    world.desktop.paste();
    world.desktop.paste();
    await world.agent.settled();
    expect(world.kinds()).toEqual(['allow chatgpt']);
  });

  it("leaves no trace for pages that are nobody's business, and is told when pasted into an app", async () => {
    world = new World({ seesPastes: true });
    await world.agent.start();
    await world.copy(CARD);
    await world.front('site');
    world.desktop.paste();
    await world.front('gedit');
    world.desktop.paste();
    await world.agent.settled();
    expect(world.recorded).toEqual([]);
    expect(world.told).toEqual([
      expect.objectContaining({
        kind: 'verdict',
        trigger: 'paste',
        target: { kind: 'app', name: 'gedit' },
        verdict: expect.objectContaining({ action: 'allow' }),
      }),
    ]);
  });

  it('can be made to stop at unknown sites by policy', async () => {
    world.enforced = withPolicies({
      name: 'No cards to sites that cannot be told',
      when: { platform_id: { in: ['unknown-site'] }, finding: { type: 'CREDIT_CARD' } },
      action: 'block',
    });
    await world.copy(CARD);
    await world.front('site');
    expect(world.kinds()).toEqual(['block unknown-site']);
    expect(world.desktop.clipboard).toContain('a site in Firefox that cannot be told');
  });
});

describe('content that is not plain text to read', () => {
  it('is recorded without a fingerprint when a password manager marked it, and passes', async () => {
    await world.copy(CARD, { markers: ['concealed'] });
    await world.front('deepseek');
    expect(world.recorded[0]).toMatchObject({
      action: 'log',
      unscanned: 'concealed',
      fingerprint: null,
      findings: [],
      label: null,
    });
    expect(world.desktop.clipboard).toBe(CARD);
  });

  it('is recorded and told, but not taken away, when it could not be read', async () => {
    await world.copy('?', { kind: 'unreadable' });
    await world.front('chatgpt');
    expect(world.kinds()).toEqual(['coach chatgpt']);
    expect(world.told.at(-1)).toMatchObject({
      kind: 'problem',
      detail: expect.stringContaining('could not be read'),
    });
    expect(world.desktop.clipboard).toBe('?');
  });

  it('is nothing when the clipboard is empty', async () => {
    await world.copy('');
    await world.front('chatgpt');
    expect(world.recorded).toEqual([]);
  });
});

describe('the desktop', () => {
  it.each([
    { text: CARD, steps: ['expect'] },
    { text: PLAIN, steps: [] },
    { text: 'unread', kind: 'unreadable' as const, steps: ['expect'] },
  ])(
    'is told at the copy that a hold may follow, where something may be in it: $text',
    async ({ text, steps, kind }) => {
      await world.copy(text, kind === undefined ? {} : { kind });
      expect(world.desktop.steps).toEqual(steps);
    },
  );
});

describe('the clipboard', () => {
  it.each([
    { front: 'chatgpt', how: 'close' },
    { front: 'site', how: 'close' },
    { front: 'gedit', how: 'loose' },
    { front: null, how: 'loose' },
  ])('is watched $how while $front is in front', async ({ front, how }) => {
    await world.front(front === 'gedit' ? 'chatgpt' : 'gedit');
    await world.front(front);
    expect(world.desktop.watching).toBe(how);
  });
});

describe('trouble', () => {
  it('on the desktop is on record and told', async () => {
    world.desktop.limit('xprop is gone; install x11-utils');
    await world.agent.settled();
    expect(world.recorded[0]).toMatchObject({
      kind: 'agent',
      what: 'sense-limited',
      detail: 'xprop is gone; install x11-utils',
    });
    expect(world.told).toEqual([{ kind: 'problem', detail: 'xprop is gone; install x11-utils' }]);
  });

  it("at the start is the start's answer", async () => {
    const broken = new World();
    broken.desktop.startProblem = 'no display';
    expect(await broken.agent.start()).toEqual({ ok: false, problem: 'no display' });
  });

  it('inside one step does not stop the next: a question that cannot be shown leaves the content held', async () => {
    const failing = new World({ ask: () => Promise.reject(new Error('no window')) });
    await failing.agent.start();
    await failing.copy(EMAIL);
    await failing.front('chatgpt');
    await new Promise((resolve) => setImmediate(resolve));
    expect(failing.desktop.clipboard).toContain('Clipward');
    expect(failing.told).toContainEqual({
      kind: 'problem',
      detail: 'the question could not be shown: no window',
    });
  });

  it('in the classifier counts as not scanned, never as clean', async () => {
    const failing = new World({
      classify: () => {
        throw new Error('boom');
      },
    });
    await failing.agent.start();
    await failing.copy(EMAIL);
    await failing.front('chatgpt');
    expect(failing.recorded[0]).toMatchObject({ action: 'coach', unscanned: 'failed' });
    expect(failing.desktop.clipboard).toContain('Clipward');
  });
});

it('never records or tells any of what was copied', async () => {
  for (const text of [CARD, EMAIL]) {
    await world.copy(text, { source: { process: 'gedit', title: `${text} - gedit` } });
    for (const front of ['chatgpt', 'deepseek', 'gedit']) await world.front(front);
    await world.answer({ choice: 'redact' });
  }
  const written = JSON.stringify([
    world.recorded.map((draft) => ({ ...draft, clipboard: '' })),
    world.told,
    world.person.asked,
  ]);
  expect(written).toContain('CREDIT_CARD');
  for (const secret of ['4111', 'zoe@', 'example.com']) expect(written).not.toContain(secret);
});
