import { createGuard, type GuardParts } from '../guard/guard.ts';
import type { Desktop, DesktopEvent } from '../sense/desktop.ts';
import type { Capture, WindowContext } from '../shared/capture.ts';
import type { Ask } from '../shared/coaching.ts';
import type { Permit } from '../shared/permit.ts';
import type { Target } from '../shared/platform.ts';
import type { Result } from '../shared/result.ts';
import { holds } from '../shared/verdict.ts';
import type { Enforced } from './enforced.ts';
import { canBeHeld, notHeld } from './holdable.ts';
import { watchIntegration } from './integration.ts';
import { createInteractions, type InteractionParts, type Trigger } from './interactions.ts';
import { isOverride } from './override-memory.ts';
import { createPermits } from './permits.ts';
import { createQueue } from './queue.ts';
import { study, type Classify, type Study } from './study.ts';
import { guardedOf, subjectOf } from './subject.ts';

/** `record` writes to the audit log; on disk when it returns. The log's owner tells problems; it never throws. */
export interface AgentParts extends Omit<InteractionParts, 'seesPastes'> {
  readonly desktop: Desktop;
  readonly classify: Classify;
  readonly identify: (window: WindowContext | null) => Target;
  readonly enforced: () => Enforced;
  readonly ask: Ask;
  /** Was an override code with this id used before, in any run? */
  readonly usedPermits: (id: string) => boolean;
  /** Keeps that this one is used now, for every later run. The problem: it cannot be kept, and nothing passes. */
  readonly spendPermit: (id: string) => Result<void>;
  /** The person's language as BCP 47 writes it. */
  readonly language: () => string;
}

export interface Agent {
  readonly holding: boolean;
  start(): Promise<Result<void>>;
  /**
   * Bundle, labels, platforms, settings or the integration have changed: what is on the clipboard is judged by today's. Never
   * rejects; cheap to call once too often.
   */
  reconsider(): Promise<void>;
  /** Uses an admin's one-use code on what is held. The value says what passes, the problem why nothing does. */
  permit(permit: Permit): Promise<Result<string>>;
  /** Resolves when everything told so far has been dealt with (open questions aside). */
  settled(): Promise<void>;
  /** Gives back what is held, then stops watching. */
  stop(): Promise<void>;
}

/** The whole trip of one paste: sense → classify → label → policy → guard → audit. Sync reads the log on its own. */
export function createAgent(parts: AgentParts): Agent {
  const { desktop, tell, record } = parts;
  const { enqueue, inTurn, settled } = createQueue(tell);
  const interactions = createInteractions({ ...parts, seesPastes: desktop.seesPastes });
  const guard = createGuard({
    desktop,
    ask: parts.ask,
    tell,
    enqueue,
    onAnswer: noteAnswers(parts),
  });
  const now = (): number => parts.circumstances().now.epochMs;
  const usePermit = createPermits({ ...parts, guard, now });
  const noteIntegration = watchIntegration(parts.integration, record);
  let window: WindowContext | null = null;
  let front: Target = { kind: 'unknown' };
  let current: Study | null = null;
  let stopped = false;

  async function copied(capture: Capture): Promise<void> {
    await guard.newer();
    interactions.forget();
    await consider(capture);
  }

  async function consider(capture: Capture): Promise<void> {
    current = capture.kind === 'empty' ? null : await study(capture, parts.classify, parts.enforced(), tell);
    if (current !== null && mayBeHeld(current)) desktop.expectHold();
    await face('focus');
  }

  function lookAt(inFront: WindowContext | null): void {
    window = inFront;
    front = parts.identify(window);
    desktop.watch(front.kind === 'ai' || front.kind === 'unknown-site' ? 'close' : 'loose');
  }

  async function face(trigger: Trigger): Promise<void> {
    if (current === null || stopped) return;
    if (front.kind === 'app' || front.kind === 'unknown') {
      if (trigger === 'paste') interactions.pass(current, front);
      await guard.leave();
      return;
    }
    const met = interactions.meet(current, front, trigger);
    if (!canBeHeld(current.capture)) {
      if (met.isNew && holds(met.verdict)) tell({ kind: 'problem', detail: notHeld(current.capture) });
      return;
    }
    await guard.face(guardedOf(current), subjectOf(met, current, front, parts.language()));
  }

  async function reconsider(): Promise<void> {
    noteIntegration();
    lookAt(window);
    if (current !== null) await consider(current.capture);
  }

  function handle(event: DesktopEvent): Promise<void> {
    switch (event.kind) {
      case 'copied':
        return copied(event.capture);
      case 'focused':
        lookAt(event.window);
        return face('focus');
      case 'pasted':
        return face('paste');
      case 'limitations':
        return noteLimits(parts);
    }
  }

  return {
    get holding() {
      return guard.holding;
    },
    start: async () => {
      const started = await desktop.start((event) => enqueue(() => handle(event)));
      if (started.ok && desktop.limitations.length > 0) enqueue(() => noteLimits(parts));
      return started;
    },
    reconsider: async () => {
      enqueue(reconsider);
      await settled();
    },
    permit: (permit) => inTurn(() => usePermit(permit)),
    settled,
    stop: async () => {
      enqueue(() => {
        stopped = true;
        return guard.stop();
      });
      await settled();
      await desktop.stop();
    },
  };
}

/** On disk first; what was pasted anyway counts from then on. */
const noteAnswers =
  ({ record, overrides }: AgentParts): GuardParts['onAnswer'] =>
  (id, closing) => {
    record({ kind: 'answer', interaction_id: id, ...closing });
    if (isOverride(closing.answer)) overrides.add();
  };

async function noteLimits({ desktop, record, tell }: AgentParts): Promise<void> {
  const detail = desktop.limitations.join('; ') || 'the whole desktop can be seen again';
  record({ kind: 'agent', what: 'sense-limited', detail: detail.slice(0, 1000) });
  tell({ kind: 'problem', detail });
}

/** Something was found, or it is not known what is in it. What no policy speaks of costs only a process made ready in vain. */
const mayBeHeld = ({ classification: { riskLevel, unscanned } }: Study): boolean =>
  riskLevel !== 'none' || unscanned !== undefined;
