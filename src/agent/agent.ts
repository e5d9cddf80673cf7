import { createGuard } from '../guard/guard.ts';
import { redact } from '../guard/redact.ts';
import type { Desktop, DesktopEvent } from '../sense/desktop.ts';
import type { EventDraft } from '../shared/audit-event.ts';
import type { Capture, WindowContext } from '../shared/capture.ts';
import type { Ask } from '../shared/coaching.ts';
import type { Tell } from '../shared/happening.ts';
import type { Target } from '../shared/platform.ts';
import { messageOf, type Result } from '../shared/result.ts';
import { holds } from '../shared/verdict.ts';
import { createInteractions, tellVerdict, type Trigger } from './interactions.ts';
import { study, type Classify, type Enforced, type Study } from './study.ts';

export interface AgentParts {
  readonly desktop: Desktop;
  readonly classify: Classify;
  readonly identify: (window: WindowContext | null) => Target;
  readonly enforced: () => Enforced;
  readonly ask: Ask;
  readonly tell: Tell;
  /** Writes to the audit log; on disk when it returns. The log's owner tells problems; it never throws. */
  readonly record: (draft: EventDraft) => void;
  readonly fingerprint: (text: string) => string;
  readonly newId: () => string;
}

export interface Agent {
  readonly holding: boolean;
  start(): Promise<Result<void>>;
  /** Resolves when everything told so far has been dealt with (open questions aside). */
  settled(): Promise<void>;
  /** Gives back what is held, then stops watching. */
  stop(): Promise<void>;
}

/** The whole trip of one paste: sense → classify → label → policy → guard → audit. Sync reads the log on its own. */
export function createAgent(parts: AgentParts): Agent {
  const { desktop, tell, record } = parts;
  const { enqueue, settled } = createQueue(tell);
  const interactions = createInteractions({ ...parts, seesPastes: desktop.seesPastes });
  const guard = createGuard({
    desktop,
    ask: parts.ask,
    tell,
    enqueue,
    onAnswer: (id, answer, justification) =>
      record({ kind: 'answer', interaction_id: id, answer, justification }),
  });
  let front: Target = { kind: 'unknown' };
  let current: Study | null = null;

  async function copied(capture: Capture): Promise<void> {
    await guard.newer();
    interactions.forget();
    current = capture.kind === 'empty' ? null : await study(capture, parts.classify, parts.enforced(), tell);
    if (current !== null && mayBeHeld(current)) desktop.expectHold();
    await face('focus');
  }

  async function focused(window: WindowContext | null): Promise<void> {
    front = parts.identify(window);
    desktop.watch(front.kind === 'ai' || front.kind === 'unknown-site' ? 'close' : 'loose');
    await face('focus');
  }

  async function face(trigger: Trigger): Promise<void> {
    if (current === null) return;
    if (front.kind === 'app' || front.kind === 'unknown') {
      if (trigger === 'paste') tellVerdict(tell, current, front, trigger);
      await guard.leave();
      return;
    }
    const { capture, classification, labelling } = current;
    const verdict = current.verdictFor(front);
    const id = interactions.meet(current, front, trigger);
    if (capture.kind === 'unreadable' && holds(verdict)) {
      tell({
        kind: 'problem',
        detail: 'the clipboard could not be read, so taking it away would lose it: it was not held',
      });
      return;
    }
    const { contact, displayNames, speaksOfText } = parts.enforced();
    const redacted = (): string =>
      redact(
        capture.text,
        classification.findings.filter(({ type }) => !speaksOfText(type)),
      );
    const about = {
      counts: classification.counts.map((count) => ({ ...count, name: displayNames.get(count.type) })),
      label: labelling.label,
      contact,
    };
    await guard.face({ text: capture.text, redacted }, { id, target: front, verdict, ...about });
  }

  async function limited(): Promise<void> {
    const detail = desktop.limitations.join('; ') || 'the whole desktop can be seen again';
    record({ kind: 'agent', what: 'sense-limited', detail: detail.slice(0, 1000) });
    tell({ kind: 'problem', detail });
  }

  function handle(event: DesktopEvent): Promise<void> {
    switch (event.kind) {
      case 'copied':
        return copied(event.capture);
      case 'focused':
        return focused(event.window);
      case 'pasted':
        return face('paste');
      case 'limitations':
        return limited();
    }
  }

  return {
    get holding() {
      return guard.holding;
    },
    start: async () => {
      const started = await desktop.start((event) => enqueue(() => handle(event)));
      if (started.ok && desktop.limitations.length > 0) enqueue(limited);
      return started;
    },
    settled,
    stop: async () => {
      enqueue(() => guard.stop());
      await settled();
      await desktop.stop();
    },
  };
}

/** Something was found, or it is not known what is in it. What no policy speaks of costs only a process made ready in vain. */
const mayBeHeld = ({ classification: { riskLevel, unscanned } }: Study): boolean =>
  riskLevel !== 'none' || unscanned !== undefined;

interface Queue {
  readonly enqueue: (step: () => Promise<void>) => void;
  readonly settled: () => Promise<void>;
}

/** Everything happens in order, one step at a time. A step that throws is a bug: it is told, and the next one runs. */
function createQueue(tell: Tell): Queue {
  let last: Promise<void> = Promise.resolve();
  const enqueue = (step: () => Promise<void>): void => {
    last = last
      .then(step)
      .catch((error: unknown) => tell({ kind: 'problem', detail: `internal error: ${messageOf(error)}` }));
  };
  const settled = async (): Promise<void> => {
    let seen: Promise<void>;
    do {
      seen = last;
      await seen;
    } while (seen !== last);
  };
  return { enqueue, settled };
}
