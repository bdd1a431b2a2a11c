"""The event log's first row, its guards, and the numbering inside PostgreSQL."""

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

SQLITE = (
    "INSERT INTO head (one, epoch, first, last) VALUES (1, lower(hex(randomblob(16))), 1, 0)",
    """CREATE TRIGGER event_no_delete BEFORE DELETE ON event
    WHEN OLD.seq IS NULL OR OLD.seq >= (SELECT first FROM head)
    BEGIN SELECT RAISE(ABORT, 'event is append-only'); END""",
    """CREATE TRIGGER event_no_update BEFORE UPDATE ON event
    WHEN OLD.seq IS NOT NULL OR NEW.seq IS NULL OR NEW.id IS NOT OLD.id OR NEW.event_key IS NOT OLD.event_key
      OR NEW.kind IS NOT OLD.kind OR NEW.subject_id IS NOT OLD.subject_id OR NEW.revision IS NOT OLD.revision
      OR NEW.body IS NOT OLD.body OR NEW.created_at IS NOT OLD.created_at
    BEGIN SELECT RAISE(ABORT, 'event is append-only'); END""",
)

POSTGRESQL = (
    "INSERT INTO head (one, epoch, first, last) VALUES (1, replace(gen_random_uuid()::text, '-', ''), 1, 0)",
    # The log grows by updates too (the number), and the jobs are hot: clean them up sooner than by default.
    "ALTER TABLE event SET (autovacuum_vacuum_scale_factor = 0.02)",
    "ALTER TABLE job SET (autovacuum_vacuum_scale_factor = 0.02)",
    """CREATE FUNCTION event_guard() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF TG_OP = 'DELETE' THEN
        IF current_setting('sponsorwire.retention', true) = 'on' THEN RETURN OLD; END IF;
        RAISE EXCEPTION 'event is append-only';
      END IF;
      IF OLD.seq IS NOT NULL OR NEW.seq IS NULL
         OR (NEW.id, NEW.event_key, NEW.kind, NEW.subject_id, NEW.revision, NEW.body, NEW.created_at)
            IS DISTINCT FROM
            (OLD.id, OLD.event_key, OLD.kind, OLD.subject_id, OLD.revision, OLD.body, OLD.created_at) THEN
        RAISE EXCEPTION 'event is append-only';
      END IF;
      RETURN NEW;
    END $$""",
    "CREATE TRIGGER event_guard BEFORE UPDATE OR DELETE ON event FOR EACH ROW EXECUTE FUNCTION event_guard()",
    # VOLATILE and READ COMMITTED: each statement takes a new snapshot, the second one after the lock.
    """CREATE FUNCTION number_events(batch integer) RETURNS integer LANGUAGE plpgsql VOLATILE AS $$
    DECLARE base bigint; numbered integer;
    BEGIN
      SELECT last INTO STRICT base FROM head FOR UPDATE;
      WITH waiting AS (
        SELECT id, row_number() OVER (ORDER BY id) AS place
        FROM (SELECT id FROM event WHERE seq IS NULL ORDER BY id LIMIT batch) oldest)
      UPDATE event SET seq = base + waiting.place, published_at = clock_timestamp()
        FROM waiting WHERE event.id = waiting.id;
      GET DIAGNOSTICS numbered = ROW_COUNT;
      IF numbered > 0 THEN
        UPDATE head SET last = base + numbered;
        PERFORM pg_notify('event', (base + numbered)::text);
      END IF;
      RETURN numbered;
    END $$""",
)


def upgrade() -> None:
    for statement in POSTGRESQL if op.get_bind().dialect.name == "postgresql" else SQLITE:
        op.execute(statement)
