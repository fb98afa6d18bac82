"""Opens the database file, brings it to today's tables, and gives each thread a connection of its own.

Knows nothing of what the tables mean. A scan is confirmed only after its commit returned with `synchronous=FULL`
(SQLite, "PRAGMA synchronous": a commit survives power loss in WAL mode only with FULL).
"""

import os
import shutil
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from ztdesk.domain.errors import StoreFailure
from ztdesk.domain.text import Text, text
from ztdesk.store.migrations import MIGRATIONS
from ztdesk.store.turns import Turns

_BUSY_TIMEOUT_S = 10.0
OLDEST_SQLITE = (3, 37, 0)
"""The first that knows STRICT tables (SQLite, "STRICT Tables"). Python brings it on Windows, the system on Linux."""


class Database:
    """One connection, to be used in the thread that opened it."""

    def __init__(self, file: Path, *, checkpoint_pages: int = 1000, turns: Turns | None = None) -> None:
        """Open `file`, creating and migrating it as needed. Raises StoreFailure.

        `checkpoint_pages` is how many pages the write-ahead log may grow before a commit on this connection copies them
        into the file; a connection whose commits must never wait for that says a large number. `turns` are to be those
        of the other connections of this program that write while somebody waits.
        """
        check_sqlite()
        self.turns = turns or Turns()
        with _translated():
            file.parent.mkdir(parents=True, exist_ok=True)
            self.connection = sqlite3.connect(file, timeout=_BUSY_TIMEOUT_S, isolation_level=None)
            try:
                self._prepare(file, checkpoint_pages)
            except BaseException:
                self.connection.close()
                raise

    def _prepare(self, file: Path, checkpoint_pages: int) -> None:
        execute = self.connection.execute
        version = self._version()
        if version > len(MIGRATIONS):
            raise _newer(version)
        self._log_ahead()
        execute("PRAGMA synchronous = FULL")
        execute("PRAGMA foreign_keys = ON")
        execute("PRAGMA temp_store = MEMORY")
        execute(f"PRAGMA wal_autocheckpoint = {checkpoint_pages:d}")
        if version < len(MIGRATIONS):
            self._migrate(file)

    def _log_ahead(self) -> None:
        """Switch to write-ahead logging, for good. SQLite does not wait here for others that open the file just now."""
        deadline = time.monotonic() + _BUSY_TIMEOUT_S
        while True:
            try:
                self.connection.execute("PRAGMA journal_mode = WAL").fetchone()
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                    raise
                # This, unlike the switch, does wait for them.
                self.connection.execute("BEGIN EXCLUSIVE")
                self.connection.execute("COMMIT")
            else:
                return

    def _version(self) -> int:
        version: int = self.connection.execute("PRAGMA user_version").fetchone()[0]
        return version

    def _migrate(self, file: Path) -> None:
        with self.writing():
            # Another process may have migrated while this one waited for the lock.
            version = self._version()
            if version > len(MIGRATIONS):
                raise _newer(version)
            if 0 < version < len(MIGRATIONS):
                _back_up(file)
            for number, step in enumerate(MIGRATIONS[version:], version + 1):
                for statement in _statements(step):
                    self.connection.execute(statement)
                self.connection.execute(f"PRAGMA user_version = {number:d}")

    @property
    def changed_rows(self) -> int:
        """How many rows this connection has changed so far."""
        return self.connection.total_changes

    @contextmanager
    def writing_repeatable(self) -> Iterator[sqlite3.Connection]:
        """As `writing`, for what is simply done again after a power failure: on disk with the next `writing` at last.

        In WAL mode the order of commits is kept (SQLite, "PRAGMA synchronous", NORMAL), also when the program is killed.
        """
        with _translated():
            self.connection.execute("PRAGMA synchronous = NORMAL")
            try:
                with self.writing() as connection:
                    yield connection
            finally:
                self.connection.execute("PRAGMA synchronous = FULL")

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction that takes the write lock at once; committed to disk when the block ends. Raises StoreFailure."""
        with self.turns.taken(_BUSY_TIMEOUT_S), _translated():
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield self.connection
                self.connection.execute("COMMIT")
            except BaseException:
                if self.connection.in_transaction:
                    self.connection.execute("ROLLBACK")
                raise

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Queries that see one moment of the data; inside a transaction, that transaction's. Raises StoreFailure."""
        joins = self.connection.in_transaction
        if joins:
            yield self.connection
            return
        with _translated():
            self.connection.execute("BEGIN")
            try:
                yield self.connection
            finally:
                if self.connection.in_transaction:
                    self.connection.execute("COMMIT")

    def checkpoint(self) -> None:
        """Copy what the write-ahead log holds into the file as far as nobody is disturbed by it."""
        with _translated():
            self.connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()

    def close(self) -> None:
        """Close the connection; a second call does nothing."""
        self.connection.close()


def check_sqlite() -> str:
    """The version of SQLite that this Python has. Raises StoreFailure when it is too old for the tables."""
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        raise StoreFailure(
            text("SQLite is too old"),
            text(
                "This Python has SQLite {found}, ztdesk needs {wanted} or newer. Use a newer Python or system.",
                found=sqlite3.sqlite_version,
                wanted=".".join(map(str, OLDEST_SQLITE)),
            ),
        )
    return sqlite3.sqlite_version


def _newer(version: int) -> StoreFailure:
    return StoreFailure(
        text("Data of a newer program"),
        text(
            "The data is of version {found}, this program knows up to {known}. Install the newer ztdesk.",
            found=version,
            known=len(MIGRATIONS),
        ),
    )


def _back_up(file: Path) -> None:
    """Copy the file as it was last committed; to be called while nobody else can write to it."""
    backup = file.with_name(f"{file.stem}.before-{len(MIGRATIONS)}{file.suffix}")
    unfinished = backup.with_name(f"{backup.name}.new")
    unfinished.unlink(missing_ok=True)
    # A connection of its own: SQLite refuses to copy from one that is about to write.
    with closing(sqlite3.connect(file)) as source, closing(sqlite3.connect(unfinished)) as target:
        source.backup(target)
    os.replace(unfinished, backup)  # noqa: PTH105 - one step on every system, also over an existing file


def _statements(script: str) -> Iterator[str]:
    # executescript() would commit the transaction the step runs in.
    statement = ""
    for line in script.splitlines():
        statement += line + "\n"
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


@contextmanager
def _translated() -> Iterator[None]:
    try:
        yield
    except (sqlite3.IntegrityError, sqlite3.ProgrammingError, sqlite3.InterfaceError):
        # Faults of this program, not of the disk.
        raise
    except sqlite3.OperationalError as error:
        raise StoreFailure(text("Data could not be written"), _hint(error)) from error
    except sqlite3.DatabaseError as error:
        raise StoreFailure(
            text("Data file is damaged"),
            text("Stop scanning and call IT. Keep the folder: the journal in it can be recovered."),
        ) from error
    except OSError as error:
        raise StoreFailure(
            text("Data folder cannot be used"), text("{reason}. Check the folder and its rights.", reason=str(error))
        ) from error


def _hint(error: sqlite3.OperationalError) -> Text:
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    if code == sqlite3.SQLITE_FULL:
        return text("The disk is full. Free some space, then scan the last box again.")
    if code in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
        return text("Another program holds the data. Close it, then scan the last box again.")
    if code in {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM}:
        return text("The data folder cannot be written to. Ask IT to check its rights.")
    return text("The disk reports a fault ({reason}). Stop scanning and call IT.", reason=str(error))


def free_bytes(folder: Path) -> int:
    """Free space where the data lies, in bytes. Raises OSError."""
    return shutil.disk_usage(folder).free
