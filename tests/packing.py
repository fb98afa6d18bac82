"""What tests of boxes, cartons and questions share: a batch to scan into, and what became of the scans."""

from tests.core import Data, imei
from ztdesk.domain.batch import Batch, BatchDraft
from ztdesk.domain.box import CodesPerBox
from ztdesk.domain.question import Ask
from ztdesk.domain.verdict import Verdict


def chosen(data: Data, codes: CodesPerBox = CodesPerBox.ONE_IMEI, manufacturer: str = "", model: str = "") -> Batch:
    """A batch of this kind, at hand at the station."""
    draft = BatchDraft("1700000042", "ACME", codes_per_box=codes, manufacturer=manufacturer, model=model)
    batch = data.desk.open(draft)
    data.station.choose(batch.id)
    return batch


def kinds(data: Data, *codes: str) -> list[str]:
    """Scan these codes; what the station said of each."""
    return [data.station.take(code).kind.value for code in codes]


def held(data: Data, batch: Batch) -> list[tuple[str, str, str]]:
    """IMEI, IMEI2 and serial number of each device in a batch."""
    return [
        (item.identifier.imei, item.identifier.imei2, item.identifier.serial) for item in data.items.of_batch(batch.id)
    ]


def carton(*units: int) -> str:
    """The code of a carton of these phones."""
    return "\n".join(imei(unit) for unit in units)


def ask_of(verdict: Verdict) -> Ask | None:
    """What a verdict asks."""
    return verdict.question.ask if verdict.question else None
