/** Frozen: databases out there were made by it. A change of the schema is a new file with a higher number. */
export const version = 20;

export const sql = `
  CREATE TABLE mark (
    name TEXT PRIMARY KEY,
    epoch INTEGER NOT NULL,
    version INTEGER NOT NULL,
    digest TEXT
  ) STRICT, WITHOUT ROWID;

  CREATE TRIGGER mark_never_back BEFORE UPDATE ON mark
  WHEN (NEW.epoch, NEW.version) < (OLD.epoch, OLD.version)
  BEGIN
    SELECT RAISE(ABORT, 'marks never go back');
  END;
`;
