"""Where a device already is: looked for under each of its numbers among the devices of live batches.

As for the service, the case of a serial number counts, that of its maker and model does not.
"""

import sqlite3
from dataclasses import dataclass

from ztdesk.domain.batch import BatchState
from ztdesk.domain.identifiers import DeviceIdentifier

_LIVE_PLACE = (
    "SELECT item.id, item.batch_id, item.position, item.scanned_at, batch.customer_name, batch.customer_id, batch.state"
    " FROM item JOIN batch ON batch.id = item.batch_id WHERE item.live = 1 AND "
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a device already is: the row in a live batch that names it."""

    item_id: int
    batch_id: int
    position: int
    scanned_at: float
    customer_name: str
    customer_id: str
    batch_state: BatchState


def find_live(connection: sqlite3.Connection, identifier: DeviceIdentifier) -> Place | None:
    """The row of a live batch that has any number of `identifier`; None when there is none."""
    execute = connection.execute
    for imei in (identifier.imei, identifier.imei2):
        if imei:
            for column in ("imei", "imei2"):
                row = execute(f"{_LIVE_PLACE} item.{column} = ?", (imei,)).fetchone()
                if row is not None:
                    return _place(row)
    for meid in (identifier.meid, identifier.meid2):
        if meid:
            for column in ("meid", "meid2"):
                row = execute(f"{_LIVE_PLACE} item.{column} = ?", (meid,)).fetchone()
                if row is not None:
                    return _place(row)
    if identifier.serial:
        row = execute(
            f"{_LIVE_PLACE} item.serial = ? AND item.manufacturer = ? COLLATE NOCASE AND item.model = ? COLLATE NOCASE",
            (identifier.serial, identifier.manufacturer, identifier.model),
        ).fetchone()
        if row is not None:
            return _place(row)
    return None


def _place(row: tuple[int, int, int, float, str, str, str]) -> Place:
    return Place(*row[:6], BatchState(row[6]))
