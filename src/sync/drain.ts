import { createHash } from 'node:crypto';
import type { Batch, Delivery, Skipped } from '../audit/delivery.ts';
import { messageOf, type Result } from '../shared/result.ts';
import type { EventBatch, Send, SendResult } from './collector.ts';

const MAX_EVENTS = 200;
const MAX_BYTES = 512 * 1024;

/** How a run through the queue ended. `delivered` counts events that arrived in it. */
export type Drained =
  | { readonly kind: 'empty'; readonly delivered: number }
  | { readonly kind: 'stopped'; readonly delivered: number }
  | {
      readonly kind: 'retry';
      readonly delivered: number;
      readonly problem: string;
      readonly afterMs?: number;
    }
  | { readonly kind: 'refused'; readonly delivered: number; readonly problem: string };

/**
 * Sends batch after batch until the queue is empty or a batch does not get through. `stopping` begins no further batch,
 * `giveUp` also ends the request under way. Rejects only for a bug.
 */
export type Drain = (stopping: AbortSignal, giveUp: AbortSignal) => Promise<Drained>;

type Step =
  | { readonly kind: 'moved'; readonly delivered: number }
  | Exclude<SendResult, { kind: 'accepted' | 'too-large' }>;

/** The way of one destination's queue, one batch at a time. Whatever happens, the cursor on disk tells where to go on. */
export function createDrain(delivery: Delivery, send: Send): Drain {
  // Halved when the destination finds a batch too large, and grown again slowly: one big event slows only a while.
  let maxEvents = MAX_EVENTS;

  const attempt = async (batch: Batch, signal: AbortSignal): Promise<Step> => {
    if (batch.events.length === 0) return moved(0, delivery.acknowledge(batch.toSeq, unreadableNote(batch)));
    const result = await trySend(send, eventBatch(batch), signal);
    if (result.kind === 'too-large') {
      maxEvents = Math.ceil(batch.events.length / 2);
      return tooLarge(batch, result.problem);
    }
    if (result.kind !== 'accepted') return result;
    maxEvents = Math.min(MAX_EVENTS, maxEvents + Math.ceil(maxEvents / 8));
    return moved(batch.events.length, delivery.acknowledge(batch.toSeq, unreadableNote(batch)));
  };

  const tooLarge = (batch: Batch, problem: string): Step => {
    const [first, second] = batch.events;
    if (first !== undefined && second === undefined) {
      const reason = `${problem} for event ${first.event.event_id} alone (${first.bytes} bytes): it was skipped`;
      return moved(0, delivery.acknowledge(batch.toSeq, { count: 1 + batch.unreadable, reason }));
    }
    const half = batch.events[maxEvents - 1];
    return moved(0, delivery.narrow(half?.seq ?? batch.toSeq));
  };

  return async (stopping, giveUp) => {
    let delivered = 0;
    while (!stopping.aborted) {
      const batch = delivery.next({ events: maxEvents, bytes: MAX_BYTES });
      if (!batch.ok) return { kind: 'retry', delivered, problem: batch.problem };
      if (batch.value === null) return { kind: 'empty', delivered };
      const step = await attempt(batch.value, giveUp);
      if (step.kind === 'moved') delivered += step.delivered;
      else if (stopping.aborted) break;
      else return { ...step, delivered, problem: noted(delivery, step.problem) };
    }
    return { kind: 'stopped', delivered };
  };
}

/** A cursor that could not be moved is tried again like a failed request: the key tells the server that it is a repeat. */
function moved(delivered: number, written: Result<void>): Step {
  return written.ok ? { kind: 'moved', delivered } : { kind: 'retry', problem: written.problem };
}

function noted(delivery: Delivery, problem: string): string {
  const written = delivery.noteProblem(problem);
  return written.ok ? problem : `${problem}; ${written.problem}`;
}

function unreadableNote(batch: Batch): Skipped | undefined {
  if (batch.unreadable === 0) return undefined;
  const reason = `${batch.unreadable} stored events up to number ${batch.toSeq} could not be read and were skipped`;
  return { count: batch.unreadable, reason };
}

/** A send that throws is a bug of that destination; it must not end the uploads of this one for ever. */
async function trySend(send: Send, batch: EventBatch, signal: AbortSignal): Promise<SendResult> {
  try {
    return await send(batch, signal);
  } catch (error) {
    return { kind: 'retry', problem: `unexpected: ${messageOf(error)}` };
  }
}

/** The key is a hash of the device and every event id in the batch: same key, same events. */
function eventBatch(batch: Batch): EventBatch {
  const events = batch.events.map(({ event }) => event);
  const hash = createHash('sha256').update(events[0]?.device ?? '');
  for (const event of events) hash.update(`\n${event.event_id}`);
  return { idempotencyKey: hash.digest('base64url'), events };
}
