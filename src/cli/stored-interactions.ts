import type { AuditReader } from '../audit/audit-reader.ts';
import type { Interaction } from '../shared/audit-event.ts';
import { ok, type Result } from '../shared/result.ts';

export interface Span {
  readonly since?: Date | undefined;
  /** Not included. */
  readonly until?: Date | undefined;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Gives the stored interactions of a span, oldest first, a day at a time: a whole log need not fit into memory. `visit` may end it
 * with a problem. The value is how many could not be read and were left out.
 */
export function eachDay(
  reader: Pick<AuditReader, 'interactions' | 'stats'>,
  { since, until }: Span,
  visit: (interactions: readonly Interaction[]) => Result<void>,
): Result<number> {
  const stats = reader.stats();
  if (!stats.ok) return stats;
  const { oldest } = stats.value;
  if (oldest === null) return ok(0);
  let from = Math.max(Date.parse(oldest), since?.getTime() ?? 0);
  let unreadable = 0;
  for (;;) {
    const isLast = from + DAY_MS >= (until?.getTime() ?? Date.now());
    // What a clock that was ahead put into the future comes with the last day.
    const to = isLast ? until : new Date(from + DAY_MS);
    const read = reader.interactions({ since: new Date(from), ...(to === undefined ? {} : { until: to }) });
    if (!read.ok) return read;
    unreadable += read.value.unreadable;
    const visited = visit(read.value.interactions);
    if (!visited.ok) return visited;
    if (isLast) return ok(unreadable);
    from += DAY_MS;
  }
}
