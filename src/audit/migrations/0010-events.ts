/** Frozen: databases out there were made by it. A change of the schema is a new file with a higher number. */
export const version = 10;

export const sql = `
  CREATE TABLE event (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    event_id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    at TEXT NOT NULL,
    interaction_id TEXT,
    label TEXT,
    platform_id TEXT,
    action TEXT,
    risk_level TEXT,
    body TEXT NOT NULL
  ) STRICT;

  CREATE INDEX event_report ON event (kind, at, label, platform_id, risk_level, action);
  CREATE INDEX event_interaction ON event (interaction_id, kind) WHERE interaction_id IS NOT NULL;
  CREATE INDEX event_held ON event (interaction_id)
    WHERE kind = 'interaction' AND action IN ('coach', 'block');

  CREATE TRIGGER event_append_only BEFORE UPDATE ON event
  BEGIN
    SELECT RAISE(ABORT, 'events are never changed');
  END;

  CREATE TABLE delivery (
    destination TEXT PRIMARY KEY,
    acked_seq INTEGER NOT NULL DEFAULT 0,
    sending_to_seq INTEGER,
    last_attempt_at TEXT,
    last_error TEXT,
    skipped INTEGER NOT NULL DEFAULT 0,
    last_skip TEXT
  ) STRICT, WITHOUT ROWID;
`;
