"""The mirror of what the service said, so that a station works offline; and small things to remember by name."""

from collections.abc import Sequence

from ztdesk.domain.catalogue import Customer, TermsStatus
from ztdesk.store.database import Database


class Catalogue:
    """Customers as last fetched. Every method raises StoreFailure when the disk does not do its part."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def keep_customers(self, customers: Sequence[Customer], fetched_at: float) -> None:
        """Keep one page of this reseller's own customers."""
        with self._database.writing() as connection:
            connection.executemany(
                "INSERT INTO customer (id, name, terms, fetched_at) VALUES (?,?,?,?) ON CONFLICT (id) DO UPDATE SET"
                " name = excluded.name, terms = excluded.terms, fetched_at = excluded.fetched_at",
                [(customer.id, customer.name, customer.terms.value, fetched_at) for customer in customers],
            )

    def end_fetch(self, began_at: float, ended_at: float) -> None:
        """A whole list was fetched from `began_at` to `ended_at`: drop the customers that were not in it.

        Rows from after the end were kept while the clock was wrong.
        """
        with self._database.writing() as connection:
            connection.execute("DELETE FROM customer WHERE fetched_at < ? OR fetched_at > ?", (began_at, ended_at))
            connection.execute(
                "INSERT INTO kept (name, value) VALUES ('customers_fetched_at', ?)"
                " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                (repr(began_at),),
            )

    def customers_fetched_at(self) -> float | None:
        """When the whole list was last fetched, seconds since the epoch; None when it never was."""
        value = self.kept("customers_fetched_at")
        return None if value is None else float(value)

    def customers(self) -> tuple[Customer, ...]:
        """All customers kept, by name."""
        with self._database.reading() as connection:
            rows = connection.execute("SELECT id, name, terms FROM customer ORDER BY name COLLATE NOCASE, id")
            return tuple(Customer(row[0], row[1], TermsStatus(row[2])) for row in rows)

    def customer(self, customer_id: str) -> Customer | None:
        """One customer; None when none of this id is kept."""
        with self._database.reading() as connection:
            row = connection.execute("SELECT id, name, terms FROM customer WHERE id = ?", (customer_id,)).fetchone()
        return None if row is None else Customer(row[0], row[1], TermsStatus(row[2]))

    def unnamed_customer_ids(self) -> tuple[str, ...]:
        """Customers of batches that were opened with an id alone and not given up."""
        with self._database.reading() as connection:
            rows = connection.execute(
                "SELECT DISTINCT customer_id FROM batch WHERE customer_name = '' AND state <> 'cancelled'"
            )
            return tuple(row[0] for row in rows)

    def keep(self, name: str, value: str) -> None:
        """Remember a small thing by name."""
        with self._database.writing() as connection:
            connection.execute(
                "INSERT INTO kept (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                (name, value),
            )

    def kept(self, name: str) -> str | None:
        """What was remembered under this name."""
        with self._database.reading() as connection:
            row = connection.execute("SELECT value FROM kept WHERE name = ?", (name,)).fetchone()
        return None if row is None else row[0]
