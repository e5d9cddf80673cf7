import { beforeEach, describe, expect, it } from 'vitest';
import { createAgent, type Agent } from '../../src/agent/agent.ts';
import { enforce, enforceBuiltIn } from '../../src/agent/enforce.ts';
import type { Enforced } from '../../src/agent/study.ts';
import type { Bundle } from '../../src/policy/bundle.ts';
import { loadDefaultBundle } from '../../src/policy/default-bundle.ts';
import type { Classification } from '../../src/shared/finding.ts';
import type { EventDraft } from '../../src/shared/audit-event.ts';
import type { WindowContext } from '../../src/shared/capture.ts';
import type { Happening } from '../../src/shared/happening.ts';
import type { Target } from '../../src/shared/platform.ts';
import { classificationOf, nothingFound, oneCard, oneEmail } from '../fakes/classifications.ts';
import { berthType, parsedTypes } from '../fakes/company-types.ts';
import { FakeDesktop } from '../fakes/fake-desktop.ts';
import { FakePerson } from '../fakes/fake-person.ts';
import { ai, unknownSite } from '../fakes/targets.ts';

const CARD = 'card 4111 1111 1111 1111';
const EMAIL = 'write to zoe@example.com';
const PLAIN = 'the weather is fine';
const CODE = '{"to": "zoe@example.com", "berth": "B-204816"}';

/** Stands for the classifier: what each of these texts holds. */
const known: Record<string, Classification> = {
  [CARD]: {
    ...oneCard,
    findings: [{ type: 'CREDIT_CARD', start: 5, end: 24, confidence: 'high', evidence: ['checksum'] }],
  },
  [EMAIL]: {
    ...oneEmail,
    findings: [{ type: 'EMAIL', start: 9, end: 24, confidence: 'high', evidence: ['pattern'] }],
  },
  [CODE]: {
    ...classificationOf(['EMAIL', 'CUSTOM:BERTH', 'SOURCE_CODE:JSON'], 0.7, 'medium'),
    findings: [
      { type: 'EMAIL', start: 8, end: 23, confidence: 'high', evidence: ['pattern'] },
      { type: 'SOURCE_CODE:JSON', start: 23, end: 36, confidence: 'high', evidence: ['pattern'] },
      { type: 'CUSTOM:BERTH', start: 36, end: 44, confidence: 'high', evidence: ['pattern'] },
    ],
  },
};

function ready(bundle: Bundle): Enforced {
  const enforced = enforce(bundle, 'bundle.json');
  if (!enforced.ok) throw new Error(enforced.problem);
  return enforced.value;
}

/** Windows are named by what they are: `deepseek`, `chatgpt`, `site`, anything else is an app. */
function identify(window: WindowContext | null): Target {
  if (window === null) return { kind: 'unknown' };
  const name = window.process ?? '';
  if (name === 'site') return unknownSite;
  return ['deepseek', 'chatgpt', 'claude'].includes(name) ? ai(name) : { kind: 'app', name };
}

class World {
  readonly desktop: FakeDesktop;
  readonly person = new FakePerson();
  readonly told: Happening[] = [];
  readonly recorded: (EventDraft & { clipboard: string })[] = [];
  readonly agent: Agent;
  enforced = enforceBuiltIn();
  #ids = 0;

  constructor(seesPastes = false) {
    this.desktop = new FakeDesktop({ seesPastes });
    this.agent = createAgent({
      desktop: this.desktop,
      classify: (text) => known[text] ?? nothingFound,
      identify,
      enforced: () => this.enforced,
      ask: this.person.ask,
      tell: (happening) => this.told.push(happening),
      record: (draft) => this.recorded.push({ ...draft, clipboard: this.desktop.clipboard }),
      fingerprint: (text) => `fp${text.length}`,
      newId: () => `00000000-0000-4000-8000-${String((this.#ids += 1)).padStart(12, '0')}`,
    });
  }

  async copy(...given: Parameters<FakeDesktop['copy']>): Promise<void> {
    this.desktop.copy(...given);
    await this.agent.settled();
  }

  async front(process: string | null): Promise<void> {
    this.desktop.focus(process === null ? null : { process });
    await this.agent.settled();
  }

  async answer(...given: Parameters<FakePerson['answer']>): Promise<void> {
    this.person.answer(...given);
    await new Promise((resolve) => setImmediate(resolve));
    await this.agent.settled();
  }

  kinds(): string[] {
    return this.recorded.map((draft) =>
      draft.kind === 'answer'
        ? `answer ${draft.answer}`
        : draft.kind === 'interaction'
          ? `${draft.action} ${draft.platform_id}`
          : draft.what,
    );
  }
}

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
    world.enforced = ready({
      ...loadDefaultBundle(),
      policies: [
        {
          name: 'Berths stay here',
          enabled: true,
          priority: 1,
          when: { finding: { type: 'Berth number', min_distinct: 1 } },
          action: 'block',
          redact: true,
          justification: 'none',
        },
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
    world = new World(true);
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
    world = new World(true);
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
    const bundle = loadDefaultBundle();
    world.enforced = ready({
      ...bundle,
      policies: [
        {
          name: 'No cards to sites that cannot be told',
          enabled: true,
          priority: 1,
          when: { platform_id: { in: ['unknown-site'] }, finding: { type: 'CREDIT_CARD', min_distinct: 1 } },
          action: 'block',
          redact: true,
          justification: 'none',
        },
      ],
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
    const failing = new World();
    const agent = createAgent({
      desktop: failing.desktop,
      classify: () => oneEmail,
      identify,
      enforced: () => failing.enforced,
      ask: () => Promise.reject(new Error('no window')),
      tell: (happening) => failing.told.push(happening),
      record: () => undefined,
      fingerprint: () => '',
      newId: () => 'x',
    });
    await agent.start();
    failing.desktop.copy(EMAIL);
    failing.desktop.focus({ process: 'chatgpt' });
    await agent.settled();
    await new Promise((resolve) => setImmediate(resolve));
    expect(failing.desktop.clipboard).toContain('Clipward');
    expect(failing.told).toContainEqual({
      kind: 'problem',
      detail: 'the question could not be shown: no window',
    });
  });

  it('in the classifier counts as not scanned, never as clean', async () => {
    const failing = new World();
    const agent = createAgent({
      desktop: failing.desktop,
      classify: () => {
        throw new Error('boom');
      },
      identify,
      enforced: () => failing.enforced,
      ask: failing.person.ask,
      tell: (happening) => failing.told.push(happening),
      record: (draft) => failing.recorded.push({ ...draft, clipboard: '' }),
      fingerprint: () => 'f',
      newId: () => 'x',
    });
    await agent.start();
    failing.desktop.copy(EMAIL);
    failing.desktop.focus({ process: 'chatgpt' });
    await agent.settled();
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
