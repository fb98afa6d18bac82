"""What the service said of devices that wait in open batches: kept with the device, and gone with it.

Knows nothing of when a device is looked up. Writing is the sync's; a scan neither reads nor writes here.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from ztdesk.domain.batch import Item
from ztdesk.domain.sighting import Found, Sighting
from ztdesk.store.database import Database
from ztdesk.store.rows import ITEM_COLUMNS, item_of

_MOST_MARKS = 1000
_WANTED = (
    f"SELECT batch.customer_id, {ITEM_COLUMNS} FROM item JOIN batch ON batch.id = item.batch_id WHERE item.id IN ("
    "SELECT item.id FROM batch JOIN item ON item.batch_id = batch.id WHERE batch.state = 'open' AND batch.kind = 'claim'"
    " AND NOT EXISTS (SELECT 1 FROM sighting WHERE item_id = item.id"
    " AND (found <> 'failed' OR looked_up_at BETWEEN :now - :again_after_s AND :now))"
    " ORDER BY item.id DESC LIMIT :most) ORDER BY item.id DESC"
)
# The number of a device that was taken out may have gone to another one meanwhile.
_KEEP = (
    "INSERT INTO sighting (item_id, found, customer_id, customer_name, company, looked_up_at)"
    " SELECT id, :found, :customer_id, :customer_name, :company, :looked_up_at FROM item WHERE id = :id"
    " AND imei IS :imei AND imei2 IS :imei2 AND meid IS :meid AND meid2 IS :meid2 AND serial IS :serial"
    " AND manufacturer = :manufacturer AND model = :model"
    " ON CONFLICT (item_id) DO UPDATE SET found = excluded.found, customer_id = excluded.customer_id,"
    " customer_name = excluded.customer_name, company = excluded.company, looked_up_at = excluded.looked_up_at"
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A device of an open batch that is to be looked up, and the customer it is meant for."""

    item: Item
    customer_id: str


class Sightings:
    """The sightings of one data folder. Every method raises StoreFailure when the disk does not do its part."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def wanted(self, now: float, again_after_s: float, most: int) -> list[Wanted]:
        """Up to `most` devices of open batches, newest first, of which nothing is known.

        One whose look-up failed is among them again `again_after_s` later.
        """
        given = {"now": now, "again_after_s": again_after_s, "most": most}
        with self._database.reading() as connection:
            rows = connection.execute(_WANTED, given).fetchall()
        return [Wanted(item_of(row[1:]), row[0]) for row in rows]

    def keep(self, item: Item, sighting: Sighting) -> bool:
        """Keep what was found of a device, in the place of what was; False when it was taken out meanwhile.

        Done again when a power failure loses it.
        """
        identifier = item.identifier
        given = {
            "id": item.id,
            "imei": identifier.imei or None,
            "imei2": identifier.imei2 or None,
            "meid": identifier.meid or None,
            "meid2": identifier.meid2 or None,
            "serial": identifier.serial or None,
            "manufacturer": identifier.manufacturer,
            "model": identifier.model,
            "found": sighting.found.value,
            "customer_id": sighting.customer_id,
            "customer_name": sighting.customer_name,
            "company": sighting.company,
            "looked_up_at": sighting.looked_up_at,
        }
        with self._database.writing_repeatable() as connection:
            return connection.execute(_KEEP, given).rowcount == 1

    def of(self, ids: Sequence[int]) -> dict[int, Sighting]:
        """What is known of the devices of these ids; those of which nothing is are left out."""
        seen: dict[int, Sighting] = {}
        with self._database.reading() as connection:
            for start in range(0, len(ids), _MOST_MARKS):
                some = tuple(ids[start : start + _MOST_MARKS])
                marks = ",".join("?" * len(some))
                rows = connection.execute(
                    "SELECT item_id, found, looked_up_at, customer_id, customer_name, company FROM sighting"
                    f" WHERE item_id IN ({marks})",
                    some,
                )
                seen.update((row[0], Sighting(Found(row[1]), *row[2:])) for row in rows)
        return seen

    def held_count(self, batch_id: int) -> int:
        """How many devices of a batch are claimed for somebody else; cheap also where it holds 100,000."""
        with self._database.reading() as connection:
            row = connection.execute(
                "SELECT count(*) FROM sighting INDEXED BY sighting_held CROSS JOIN item ON item.id = sighting.item_id"
                " WHERE sighting.found IN ('other_customer', 'vendor') AND item.batch_id = ?",
                (batch_id,),
            ).fetchone()
        return int(row[0])
