/** Every question asked of the database in daily work, in one place: a test checks that each uses an index. */

export interface InteractionFilter {
  /** From this moment on. */
  readonly since?: Date;
  /** Up to, not including, this moment. */
  readonly until?: Date;
  /** A label's name; null for interactions that got none. */
  readonly label?: string | null;
  readonly platform?: string;
  /** At most so many: the newest ones. */
  readonly limit?: number;
}

export interface Query {
  readonly sql: string;
  readonly params: readonly (string | number)[];
}

/** The last answer wins, should there ever be two. */
const ANSWER = `(SELECT answer.body FROM event AS answer
  WHERE answer.interaction_id = event.interaction_id AND answer.kind = 'answer'
  ORDER BY answer.seq DESC LIMIT 1) AS answer_body`;

/** Newest first: the limit then keeps the newest. Rows: `body`, `answer_body`. */
export function interactionsQuery(filter: InteractionFilter): Query {
  const where = whereOf(filter);
  return {
    sql: `SELECT body, ${ANSWER} FROM event WHERE ${where.sql} ORDER BY at DESC, seq DESC LIMIT ?`,
    params: [...where.params, filter.limit ?? -1],
  };
}

/** Answered from the index alone. Rows: `label`, `count`, `high_risk`, `blocked`. */
export function labelCountsQuery(filter: Omit<InteractionFilter, 'limit'>): Query {
  const where = whereOf(filter);
  return {
    sql: `SELECT label, COUNT(*) AS count, SUM(risk_level = 'high') AS high_risk, SUM(action = 'block') AS blocked
      FROM event WHERE ${where.sql} GROUP BY label`,
    params: where.params,
  };
}

/** Held and never answered, oldest first. The planner would read every interaction: the index of held ones is far smaller. */
export const OPEN_INTERACTIONS = `SELECT body FROM event INDEXED BY event_held
  WHERE kind = 'interaction' AND action IN ('coach', 'block') AND NOT EXISTS (
    SELECT 1 FROM event AS answer WHERE answer.interaction_id = event.interaction_id AND answer.kind = 'answer')
  ORDER BY seq`;

/** Parameters: after, up to, limit. */
export const EVENTS_BY_SEQ = `SELECT seq, body FROM event WHERE seq > ? AND seq <= ? ORDER BY seq LIMIT ?`;

export const COUNT_AFTER = `SELECT COUNT(*) AS count FROM event WHERE seq > ?`;

/**
 * What retention deletes, in this order; parameter: the oldest moment to keep. An interaction takes its answers along
 * and an answer stays as long as its interaction.
 */
export const EXPIRED = [
  `kind = 'answer' AND interaction_id IN (SELECT interaction_id FROM event WHERE kind = 'interaction' AND at < :keep)`,
  `kind = 'interaction' AND at < :keep`,
  `kind = 'answer' AND at < :keep AND NOT EXISTS (SELECT 1 FROM event AS asked
    WHERE asked.interaction_id = event.interaction_id AND asked.kind = 'interaction')`,
  `kind = 'agent' AND at < :keep`,
] as const;

function whereOf(filter: InteractionFilter): Query {
  const terms: string[] = [`kind = 'interaction'`];
  const params: string[] = [];
  const term = (sql: string, value: string | undefined): void => {
    if (value === undefined) return;
    terms.push(sql);
    params.push(value);
  };
  term('at >= ?', filter.since?.toISOString());
  term('at < ?', filter.until?.toISOString());
  if (filter.label === null) terms.push('label IS NULL');
  else term('label = ?', filter.label);
  term('platform_id = ?', filter.platform);
  return { sql: terms.join(' AND '), params };
}
