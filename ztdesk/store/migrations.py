"""The numbered steps from an empty file to today's tables. A step that shipped is never edited again."""

MIGRATIONS: tuple[str, ...] = (
    # 1: batches, items, submissions, journal, customers
    """
    CREATE TABLE batch (
        id INTEGER PRIMARY KEY,
        kind TEXT NOT NULL,
        customer_id TEXT NOT NULL,
        customer_name TEXT NOT NULL,
        order_number TEXT NOT NULL,
        expected_count INTEGER NOT NULL,
        manufacturer TEXT NOT NULL,
        model TEXT NOT NULL,
        station TEXT NOT NULL,
        operator TEXT NOT NULL,
        opened_at REAL NOT NULL,
        closed_at REAL,
        state TEXT NOT NULL CHECK (state IN ('open', 'queued', 'cancelled')),
        total INTEGER NOT NULL DEFAULT 0
    ) STRICT;

    CREATE TABLE submission (
        id INTEGER PRIMARY KEY,
        batch_id INTEGER NOT NULL REFERENCES batch (id),
        state TEXT NOT NULL,
        size INTEGER NOT NULL,
        operation_name TEXT NOT NULL DEFAULT '',
        progress INTEGER NOT NULL DEFAULT 0,
        attempts INTEGER NOT NULL DEFAULT 0,
        due_at REAL NOT NULL DEFAULT 0,
        sent_at REAL,
        accepted_at REAL,
        done_at REAL,
        error_code INTEGER NOT NULL DEFAULT 0,
        error_identifier TEXT NOT NULL DEFAULT '',
        error_message TEXT NOT NULL DEFAULT ''
    ) STRICT;
    CREATE INDEX submission_of_batch ON submission (batch_id);
    CREATE INDEX submission_in_work ON submission (state, due_at) WHERE state NOT IN ('done', 'refused', 'withdrawn');

    CREATE TABLE item (
        id INTEGER PRIMARY KEY,
        batch_id INTEGER NOT NULL REFERENCES batch (id),
        position INTEGER NOT NULL,
        imei TEXT,
        imei2 TEXT,
        meid TEXT,
        meid2 TEXT,
        serial TEXT,
        manufacturer TEXT NOT NULL DEFAULT '',
        model TEXT NOT NULL DEFAULT '',
        phone_number TEXT NOT NULL DEFAULT '',
        raw TEXT NOT NULL,
        scanned_at REAL NOT NULL,
        state TEXT NOT NULL DEFAULT 'pending',
        live INTEGER NOT NULL DEFAULT 1,
        submission_id INTEGER REFERENCES submission (id),
        device_id TEXT NOT NULL DEFAULT '',
        status TEXT NOT NULL DEFAULT '',
        error_identifier TEXT NOT NULL DEFAULT '',
        error_message TEXT NOT NULL DEFAULT '',
        decided_at REAL,
        tries INTEGER NOT NULL DEFAULT 0,
        UNIQUE (batch_id, position)
    ) STRICT;
    CREATE UNIQUE INDEX live_imei ON item (imei) WHERE live = 1 AND imei IS NOT NULL;
    CREATE UNIQUE INDEX live_imei2 ON item (imei2) WHERE live = 1 AND imei2 IS NOT NULL;
    CREATE UNIQUE INDEX live_meid ON item (meid) WHERE live = 1 AND meid IS NOT NULL;
    CREATE UNIQUE INDEX live_serial ON item (serial, manufacturer, model) WHERE live = 1 AND serial IS NOT NULL;
    CREATE INDEX claimed_imei ON item (imei) WHERE state = 'succeeded' AND imei IS NOT NULL;
    CREATE INDEX item_of_submission ON item (submission_id) WHERE submission_id IS NOT NULL;
    CREATE INDEX item_by_state ON item (batch_id, state);
    CREATE INDEX item_unassigned ON item (batch_id, position) WHERE state = 'pending' AND submission_id IS NULL;

    CREATE TABLE journal (
        id INTEGER PRIMARY KEY AUTOINCREMENT, -- so that entries cut off at the end are missed
        at REAL NOT NULL,
        station TEXT NOT NULL,
        operator TEXT NOT NULL,
        event TEXT NOT NULL,
        batch_id INTEGER,
        raw TEXT NOT NULL,
        verdict TEXT NOT NULL,
        hash BLOB NOT NULL
    ) STRICT;

    CREATE TABLE customer (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        terms TEXT NOT NULL,
        fetched_at REAL NOT NULL
    ) STRICT;

    CREATE TABLE kept (
        name TEXT PRIMARY KEY,
        value TEXT NOT NULL
    ) STRICT;
    """,
    # 2: which batch a failed device was retried in
    """
    ALTER TABLE item ADD COLUMN retried_in INTEGER REFERENCES batch (id);
    CREATE INDEX item_retried ON item (batch_id, retried_in) WHERE retried_in IS NOT NULL;
    """,
    # 3: a second MEID names a device too; a request belongs to the account it was made for
    """
    CREATE UNIQUE INDEX live_meid2 ON item (meid2) WHERE live = 1 AND meid2 IS NOT NULL;
    ALTER TABLE submission ADD COLUMN account TEXT NOT NULL DEFAULT '';
    """,
    # 4: whether a device was claimed is asked by each of its numbers
    """
    CREATE INDEX claimed_imei2 ON item (imei2) WHERE state = 'succeeded' AND imei2 IS NOT NULL;
    CREATE INDEX claimed_meid ON item (meid) WHERE state = 'succeeded' AND meid IS NOT NULL;
    CREATE INDEX claimed_meid2 ON item (meid2) WHERE state = 'succeeded' AND meid2 IS NOT NULL;
    CREATE INDEX claimed_serial ON item (serial, manufacturer, model) WHERE state = 'succeeded' AND serial IS NOT NULL;
    """,
    # 5: several codes a box, cartons, delivery notes, answers kept for a batch, which scanner it was
    """
    ALTER TABLE batch ADD COLUMN codes_per_box TEXT NOT NULL DEFAULT 'imei';
    ALTER TABLE batch ADD COLUMN has_note INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE item ADD COLUMN carton INTEGER; -- position of the first device of the same code

    CREATE TABLE box_part (
        batch_id INTEGER NOT NULL REFERENCES batch (id),
        place INTEGER NOT NULL,
        kind TEXT NOT NULL,
        value TEXT NOT NULL,
        slot INTEGER,
        raw TEXT NOT NULL,
        scanned_at REAL NOT NULL,
        PRIMARY KEY (batch_id, place)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE answer (
        batch_id INTEGER NOT NULL REFERENCES batch (id),
        question TEXT NOT NULL,
        answer TEXT NOT NULL,
        PRIMARY KEY (batch_id, question)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE expected (
        batch_id INTEGER NOT NULL REFERENCES batch (id),
        number TEXT NOT NULL COLLATE NOCASE,
        line INTEGER NOT NULL,
        item_id INTEGER REFERENCES item (id) ON DELETE SET NULL,
        PRIMARY KEY (batch_id, number)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX expected_line ON expected (batch_id, line);
    CREATE INDEX expected_item ON expected (item_id) WHERE item_id IS NOT NULL;

    ALTER TABLE journal ADD COLUMN scanner TEXT NOT NULL DEFAULT '';
    ALTER TABLE journal ADD COLUMN understood TEXT NOT NULL DEFAULT '';
    """,
    # 6: how long a lost request was left alone; makers and models in any case; failures that need nobody any more
    """
    ALTER TABLE submission ADD COLUMN quiet_since_s REAL; -- the PC's uptime

    -- Not unique: files may hold such pairs already. What writes looks first, in its own transaction.
    CREATE INDEX live_serial_any_case ON item (serial, manufacturer COLLATE NOCASE, model COLLATE NOCASE)
        WHERE live = 1 AND serial IS NOT NULL;
    DROP INDEX claimed_serial;
    CREATE INDEX claimed_serial ON item (serial, manufacturer COLLATE NOCASE, model COLLATE NOCASE)
        WHERE state = 'succeeded' AND serial IS NOT NULL;

    CREATE INDEX failed_imei ON item (imei) WHERE state = 'failed' AND retried_in IS NULL AND imei IS NOT NULL;
    CREATE INDEX failed_imei2 ON item (imei2) WHERE state = 'failed' AND retried_in IS NULL AND imei2 IS NOT NULL;
    CREATE INDEX failed_meid ON item (meid) WHERE state = 'failed' AND retried_in IS NULL AND meid IS NOT NULL;
    CREATE INDEX failed_meid2 ON item (meid2) WHERE state = 'failed' AND retried_in IS NULL AND meid2 IS NOT NULL;
    CREATE INDEX failed_serial ON item (serial, manufacturer COLLATE NOCASE, model COLLATE NOCASE)
        WHERE state = 'failed' AND retried_in IS NULL AND serial IS NOT NULL;
    UPDATE item SET retried_in = coalesce(
        (SELECT max(since.batch_id) FROM item AS since WHERE since.state = 'succeeded' AND since.id > item.id
            AND since.imei IN (item.imei, item.imei2)),
        (SELECT max(since.batch_id) FROM item AS since WHERE since.state = 'succeeded' AND since.id > item.id
            AND since.imei2 IN (item.imei, item.imei2)),
        (SELECT max(since.batch_id) FROM item AS since WHERE since.state = 'succeeded' AND since.id > item.id
            AND since.meid IN (item.meid, item.meid2)),
        (SELECT max(since.batch_id) FROM item AS since WHERE since.state = 'succeeded' AND since.id > item.id
            AND since.meid2 IN (item.meid, item.meid2)),
        (SELECT max(since.batch_id) FROM item AS since WHERE since.state = 'succeeded' AND since.id > item.id
            AND since.serial = item.serial AND since.manufacturer = item.manufacturer COLLATE NOCASE
            AND since.model = item.model COLLATE NOCASE)
    ) WHERE state = 'failed' AND retried_in IS NULL;
    CREATE INDEX failed_open ON item (batch_id) WHERE state = 'failed' AND retried_in IS NULL;
    CREATE TRIGGER claimed_since AFTER UPDATE OF state ON item WHEN new.state = 'succeeded'
        AND EXISTS (SELECT 1 FROM item WHERE state = 'failed' AND retried_in IS NULL)
    BEGIN
        UPDATE item SET retried_in = new.batch_id WHERE state = 'failed' AND retried_in IS NULL AND id < new.id
            AND imei IN (new.imei, new.imei2);
        UPDATE item SET retried_in = new.batch_id WHERE state = 'failed' AND retried_in IS NULL AND id < new.id
            AND imei2 IN (new.imei, new.imei2);
        UPDATE item SET retried_in = new.batch_id WHERE state = 'failed' AND retried_in IS NULL AND id < new.id
            AND meid IN (new.meid, new.meid2);
        UPDATE item SET retried_in = new.batch_id WHERE state = 'failed' AND retried_in IS NULL AND id < new.id
            AND meid2 IN (new.meid, new.meid2);
        UPDATE item SET retried_in = new.batch_id WHERE state = 'failed' AND retried_in IS NULL AND id < new.id
            AND serial = new.serial AND manufacturer = new.manufacturer COLLATE NOCASE
            AND model = new.model COLLATE NOCASE;
    END;
    """,
    # 7: what the service said of devices that wait in open batches
    """
    CREATE TABLE sighting (
        item_id INTEGER PRIMARY KEY REFERENCES item (id) ON DELETE CASCADE,
        found TEXT NOT NULL,
        customer_id TEXT NOT NULL DEFAULT '',
        customer_name TEXT NOT NULL DEFAULT '',
        company TEXT NOT NULL DEFAULT '',
        looked_up_at REAL NOT NULL
    ) STRICT;
    CREATE INDEX sighting_held ON sighting (item_id) WHERE found IN ('other_customer', 'vendor');
    """,
)
