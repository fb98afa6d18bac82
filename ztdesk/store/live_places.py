"""Where a device already is: looked for under each of its numbers among the devices of live batches.

As for the service, the case of a serial number counts, that of its maker and model does not.
"""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from ztdesk.domain.batch import BatchState
from ztdesk.domain.identifiers import DeviceIdentifier

_LIVE_PLACE = (
    "SELECT item.id, item.batch_id, item.position, item.scanned_at, batch.customer_name, batch.customer_id, batch.state"
    " FROM item JOIN batch ON batch.id = item.batch_id WHERE item.live = 1 AND "
)
_SHARED_REGION = "99"  # of MEIDs, which IMEIs have too
_MEID_LENGTH = 14
_Query = tuple[str, tuple[str, ...]]


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


def as_meid(imei: str) -> str:
    """The MEID of decimal digits that an IMEI may be, its first 14; empty where it cannot be one (3GPP2 S.R0048)."""
    return imei[:_MEID_LENGTH] if imei.startswith(_SHARED_REGION) else ""


def find_live(connection: sqlite3.Connection, identifier: DeviceIdentifier) -> Place | None:
    """The row of a live batch that has any number of `identifier`; None when there is none.

    A number given as a MEID of decimal digits is also looked for as an IMEI with any check digit, and an IMEI that can
    be such a MEID (3GPP2 S.R0048: regional code 99) also as a MEID.
    """
    execute = connection.execute
    for numbers, queries in (
        ((identifier.imei, identifier.imei2), _by_imei),
        ((identifier.meid, identifier.meid2), _by_meid),
    ):
        for number in numbers:
            for condition, values in queries(number) if number else ():
                row = execute(f"{_LIVE_PLACE} {condition}", values).fetchone()
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


def _by_imei(imei: str) -> Iterator[_Query]:
    yield "item.imei = ?", (imei,)
    yield "item.imei2 = ?", (imei,)
    meid = as_meid(imei)
    if meid:
        yield "item.meid = ?", (meid,)
        yield "item.meid2 = ?", (meid,)


def _by_meid(meid: str) -> Iterator[_Query]:
    yield "item.meid = ?", (meid,)
    yield "item.meid2 = ?", (meid,)
    if meid.isdigit():
        # A range, since an index finds that and not a beginning.
        yield "item.imei BETWEEN ? AND ?", (f"{meid}0", f"{meid}9")
        yield "item.imei2 BETWEEN ? AND ?", (f"{meid}0", f"{meid}9")


def _place(row: tuple[int, int, int, float, str, str, str]) -> Place:
    return Place(*row[:6], BatchState(row[6]))
