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

/** Its label was worked out again: the last time counts. */
const RELABELLED = `LEFT JOIN event AS relabel ON relabel.seq = (SELECT MAX(later.seq) FROM event AS later
  WHERE later.interaction_id = event.interaction_id AND later.kind = 'relabel')`;

/** The label that counts, where `RELABELLED` is joined. */
const LABEL_NOW = 'CASE WHEN relabel.seq IS NULL THEN event.label ELSE relabel.label END';

/** Newest first: the limit then keeps the newest. Rows: `body`, `answer_body`, `relabel_body`. */
export function interactionsQuery(filter: InteractionFilter): Query {
  const where = whereOf(filter, LABEL_NOW);
  return {
    sql: `SELECT event.body, ${ANSWER}, relabel.body AS relabel_body FROM event ${RELABELLED}
      WHERE ${where.sql} ORDER BY event.at DESC, event.seq DESC LIMIT ?`,
    params: [...where.params, filter.limit ?? -1],
  };
}

const COUNTS = `COUNT(*) AS count, SUM(event.risk_level = 'high') AS high_risk, SUM(event.action = 'block') AS blocked`;

/** Answered from the index alone; right as long as `ANY_RELABELLED` finds none. Rows: `label`, `count`, `high_risk`, `blocked`. */
export function labelCountsQuery(filter: Omit<InteractionFilter, 'limit'>): Query {
  const where = whereOf(filter, 'event.label');
  return {
    sql: `SELECT label, ${COUNTS} FROM event WHERE ${where.sql} GROUP BY label`,
    params: where.params,
  };
}

export const ANY_RELABELLED = `SELECT 1 AS found FROM event WHERE kind = 'relabel' LIMIT 1`;

/** The same, with labels that were worked out again: one look into an index for each interaction. */
export function relabelledCountsQuery(filter: Omit<InteractionFilter, 'limit'>): Query {
  const where = whereOf(filter, LABEL_NOW);
  return {
    sql: `SELECT ${LABEL_NOW} AS label, ${COUNTS} FROM event ${RELABELLED} WHERE ${where.sql} GROUP BY 1`,
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
 * What retention deletes, in this order; parameter: the oldest moment to keep. An interaction takes its answers and new labels
 * along, and they stay as long as their interaction.
 */
export const EXPIRED = [
  ...['answer', 'relabel'].map(
    (kind) =>
      `kind = '${kind}' AND interaction_id IN (SELECT interaction_id FROM event WHERE kind = 'interaction' AND at < :keep)`,
  ),
  `kind = 'interaction' AND at < :keep`,
  ...['answer', 'relabel'].map(
    (kind) => `kind = '${kind}' AND at < :keep AND NOT EXISTS (SELECT 1 FROM event AS asked
    WHERE asked.interaction_id = event.interaction_id AND asked.kind = 'interaction')`,
  ),
  `kind = 'agent' AND at < :keep`,
];

/** `label` is the SQL of the label to compare. */
function whereOf(filter: InteractionFilter, label: string): Query {
  const terms: string[] = [`event.kind = 'interaction'`];
  const params: string[] = [];
  const term = (sql: string, value: string | undefined): void => {
    if (value === undefined) return;
    terms.push(sql);
    params.push(value);
  };
  term('event.at >= ?', filter.since?.toISOString());
  term('event.at < ?', filter.until?.toISOString());
  if (filter.label === null) terms.push(`${label} IS NULL`);
  else term(`${label} = ?`, filter.label);
  term('event.platform_id = ?', filter.platform);
  return { sql: terms.join(' AND '), params };
}
