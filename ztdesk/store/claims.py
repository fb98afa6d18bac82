"""Which devices this PC has claimed: asked by every number of a device. Knows nothing of what is being claimed now."""

from dataclasses import dataclass

from ztdesk.domain.identifiers import DeviceIdentifier
from ztdesk.store.database import Database

_CLAIMED = (
    "SELECT batch.customer_name, batch.customer_id, coalesce(item.decided_at, item.scanned_at) FROM item"
    " JOIN batch ON batch.id = item.batch_id WHERE item.state = 'succeeded' AND batch.kind = 'claim' AND {which}"
    " ORDER BY item.id DESC LIMIT 1"
)


@dataclass(frozen=True, slots=True)
class PastClaim:
    """A device that this PC claimed: for whom, and when that was told, in seconds since the epoch."""

    customer_name: str
    customer_id: str
    at: float


class Claims:
    """The claims of one data folder. Raises StoreFailure when the disk does not do its part."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def last(self, identifier: DeviceIdentifier) -> PastClaim | None:
        """The newest claim under any number of a device; None when this PC never claimed it."""
        asked: list[tuple[str, tuple[str, ...]]] = []
        for names, numbers in (
            (("imei", "imei2"), (identifier.imei, identifier.imei2)),
            (("meid", "meid2"), (identifier.meid, identifier.meid2)),
        ):
            asked += [(f"item.{name} = ?", (number,)) for number in numbers if number for name in names]
        if identifier.serial:
            serial = "item.serial = ? AND item.manufacturer = ? COLLATE NOCASE AND item.model = ? COLLATE NOCASE"
            asked.append((serial, (identifier.serial, identifier.manufacturer, identifier.model)))
        with self._database.reading() as connection:
            rows = [connection.execute(_CLAIMED.format(which=which), given).fetchone() for which, given in asked]
        claims = [PastClaim(*row) for row in rows if row is not None]
        return max(claims, key=lambda claim: claim.at, default=None)
