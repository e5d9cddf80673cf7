import { createAgent, type Agent } from '../../src/agent/agent.ts';
import type { Enforced } from '../../src/agent/enforced.ts';
import { createOverrideMemory, type OverrideMemory } from '../../src/agent/override-memory.ts';
import { loadDefaultBundle } from '../../src/policy/default-bundle.ts';
import { policySchema, type Policy } from '../../src/policy/policy.ts';
import type { EventDraft } from '../../src/shared/audit-event.ts';
import type { WindowContext } from '../../src/shared/capture.ts';
import type { Classification } from '../../src/shared/finding.ts';
import type { Happening } from '../../src/shared/happening.ts';
import type { LocalTime } from '../../src/shared/local-time.ts';
import type { Target } from '../../src/shared/platform.ts';
import { failed, ok } from '../../src/shared/result.ts';
import { classificationOf, nothingFound, oneCard, oneEmail } from './classifications.ts';
import { FakeDesktop } from './fake-desktop.ts';
import { FakePerson } from './fake-person.ts';
import { NOON } from './policy-inputs.ts';
import { readyBuiltIn, readyBundle } from './ready-bundle.ts';
import { ai, unknownSite } from './targets.ts';

export const CARD = 'card 4111 1111 1111 1111';
export const EMAIL = 'write to zoe@example.com';
export const PLAIN = 'the weather is fine';
export const CODE = '{"to": "zoe@example.com", "berth": "B-204816"}';

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

/** Windows are named by what they are: `deepseek`, `chatgpt`, `claude`, `site`; anything else is an app. */
export function identify(window: WindowContext | null): Target {
  if (window === null) return { kind: 'unknown' };
  const name = window.process ?? '';
  if (name === 'site') return unknownSite;
  return ['deepseek', 'chatgpt', 'claude'].includes(name) ? ai(name) : { kind: 'app', name };
}

/** The built-in bundle with these policies in place of its own. */
export const withPolicies = (...policies: readonly Record<string, unknown>[]): Enforced =>
  readyBundle({ ...loadDefaultBundle(), policies: policies.map(policy) });

const policy = (given: Record<string, unknown>): Policy => policySchema.parse({ enabled: true, ...given });

/** A whole agent on a desktop moved by hand, with everything it is given in the test's hands. */
export class World {
  readonly desktop: FakeDesktop;
  readonly person = new FakePerson();
  readonly told: Happening[] = [];
  readonly recorded: (EventDraft & { clipboard: string })[] = [];
  readonly agent: Agent;
  enforced = readyBuiltIn();
  now: LocalTime = NOON;
  integration = true;
  language = 'en';
  userGroups: string[] = [];
  readonly used = new Set<string>();
  /** Codes that were kept as used, each with what was on the clipboard then. */
  readonly spent: (readonly [id: string, clipboard: string])[] = [];
  /** Why nothing can be kept; null when it can. */
  diskProblem: string | null = null;
  readonly overrides: OverrideMemory;
  #ids = 0;

  constructor({ seesPastes = false, seed = [], ...parts }: Given = {}) {
    this.desktop = new FakeDesktop({ seesPastes });
    this.overrides = createOverrideMemory(seed, () => this.now.epochMs);
    this.agent = createAgent({
      desktop: this.desktop,
      classify: (text) => known[text] ?? nothingFound,
      identify,
      enforced: () => this.enforced,
      circumstances: () => ({
        userGroups: this.userGroups,
        deviceGroups: [],
        deviceManaged: null,
        now: this.now,
      }),
      overrides: this.overrides,
      integration: () => this.integration,
      language: () => this.language,
      usedPermits: (id) => this.used.has(id),
      spendPermit: (id) => {
        if (this.diskProblem !== null) return failed(this.diskProblem);
        this.spent.push([id, this.desktop.clipboard]);
        return ok(undefined);
      },
      ask: this.person.ask,
      tell: (happening) => this.told.push(happening),
      record: (draft) => this.recorded.push({ ...draft, clipboard: this.desktop.clipboard }),
      fingerprint: (text) => `fp${text.length}`,
      newId: () => `00000000-0000-4000-8000-${String((this.#ids += 1)).padStart(12, '0')}`,
      ...parts,
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

  async paste(): Promise<void> {
    this.desktop.paste();
    await this.agent.settled();
  }

  async answer(...given: Parameters<FakePerson['answer']>): Promise<void> {
    this.person.answer(...given);
    await new Promise((resolve) => setImmediate(resolve));
    await this.agent.settled();
  }

  /** So many minutes later. The day stays the same unless it is given. */
  later(minutes: number, day = this.now.day): void {
    const minuteOfDay = (this.now.minuteOfDay + minutes) % (24 * 60);
    this.now = { epochMs: this.now.epochMs + minutes * 60_000, day, minuteOfDay };
  }

  /** What is on record, in a word or two each. */
  kinds(): string[] {
    return this.recorded.map((draft) => {
      switch (draft.kind) {
        case 'answer':
          return `answer ${draft.answer}`;
        case 'interaction':
          return `${draft.action} ${draft.platform_id}`;
        case 'relabel':
          return `relabel ${draft.label ?? 'none'}`;
        case 'agent':
          return draft.what;
      }
    });
  }
}

type Given = { readonly seesPastes?: boolean; readonly seed?: readonly number[] } & Partial<
  Pick<Parameters<typeof createAgent>[0], 'ask' | 'classify'>
>;
