"""Documents to print in tests: names of every kind, and batches of any size. All devices are invented."""

from collections.abc import Callable
from dataclasses import replace

from ztdesk.domain.batch import Batch, BatchDraft, BatchState, BatchSummary, Counts, Item, ItemState, ShownState
from ztdesk.domain.identifiers import DeviceIdentifier, is_imei
from ztdesk.printing.documents import CustomerCard, CustomerCards, Manifest

LONG_NAME = "Müller & Söhne Großhandelsgesellschaft für Mobilfunkgeräte und Zubehör mbH & Co."
UNBROKEN_NAME = "X" * 80
NAMES = (
    "ACME Logistics GmbH",
    LONG_NAME,
    UNBROKEN_NAME,
    "شركة الأجهزة المحمولة والاتصالات اللاسلكية المحدودة",
    "חברת הטלפונים הניידים בעמ",
    "株式会社モバイルデバイス販売センター東京第二営業所",
    "O'Neill <b>Phones</b> \u202e&amp; {sons} %1\nLtd",
    "Bo",
)
MOMENT_S = 1_790_000_000.0


def imei(number: int) -> str:
    """The test IMEI of this unit number, 0 to 999,999."""
    return next(one for digit in range(10) if is_imei(one := f"00101012{number:06}{digit}"))


def customer_cards(*, big: bool = False) -> CustomerCards:
    return CustomerCards(tuple(CustomerCard(str(1_700_000_042 + i), name) for i, name in enumerate(NAMES)), big)


def dual_sim(number: int) -> DeviceIdentifier:
    return DeviceIdentifier(imei=imei(2 * number), imei2=imei(2 * number + 1), serial=f"ZTP{number:06}AB")


def item(position: int, identifier: DeviceIdentifier, state: ItemState = ItemState.SUCCEEDED) -> Item:
    return Item(position, 17, position, identifier, "", "", MOMENT_S, state)


def manifest(
    count: int,
    device: Callable[[int], DeviceIdentifier] = dual_sim,
    *,
    operations: tuple[str, ...] = ("operations/first", "operations/second"),
    draft: BatchDraft | None = None,
) -> Manifest:
    """A queued batch of `count` devices, the last of which failed."""
    items = [item(place, device(place)) for place in range(1, count + 1)]
    if items:
        last = replace(items[-1], state=ItemState.FAILED, status="SINGLE_DEVICE_STATUS_SECTION_NOT_YOURS")
        items[-1] = replace(last, error_identifier="DEVICE_ALREADY_EXISTS")
    chosen = draft or BatchDraft("1700000042", "ACME Logistics GmbH", "PO-88213", 48)
    batch = Batch(17, chosen, BatchState.QUEUED, "Bench 3", "Karin", MOMENT_S, MOMENT_S + 60, count)
    counts = Counts(count, succeeded=max(0, count - 1), failed=min(1, count))
    summary = BatchSummary(batch, counts, ShownState.DONE, 100, False, operations, MOMENT_S)
    return Manifest(summary, tuple(items), MOMENT_S + 120)
