"""What has to be asked, or refused, before two IMEIs that no label calls one phone's become one device.

Judges by the numbers and by the phones that the batch holds already; keeps and adds nothing.
"""

from ztdesk.domain.batch import Batch
from ztdesk.domain.carton import LabelContent, Pairing
from ztdesk.domain.pair import Kinship, are_alike, kinship
from ztdesk.domain.question import Question, apart, one_phone
from ztdesk.domain.text import Text
from ztdesk.station import scan_words
from ztdesk.station.box_bench import BoxBench
from ztdesk.station.choice_words import with_phones
from ztdesk.store.items import Items

Refusal = tuple[Text, Text]
"""Title and detail."""


class PairDoubt:
    """Doubts for one station. Methods may raise StoreFailure."""

    def __init__(self, items: Items, bench: BoxBench) -> None:
        self._items = items
        self._bench = bench

    def of_two(self, batch: Batch, before: str, imei: str) -> Question | None:
        """What has to be asked of two IMEIs of two scans; None where phones of this batch are like that."""
        pair = kinship(before, imei)
        if self._bench.agreed == {before, imei} or not self._is_strange(batch, pair, min(before, imei)):
            return None
        self._bench.doubted = frozenset({before, imei})
        return one_phone(before, are_neighbours=pair.is_usual)

    def of_label(self, batch: Batch, content: LabelContent) -> Question | Refusal | None:
        """The same of the pairs that one code makes by its order; one device of numbers that cannot be is refused."""
        phones = [device for device in content.devices if device.imei2] if content.is_guessed else []
        pairs = [kinship(phone.imei, phone.imei2) for phone in phones]
        if not all(pair.is_possible for pair in pairs) or not are_alike(pairs):
            return scan_words.NO_PAIRS
        if not pairs or self._bench.said is Pairing.PAIRS:
            return None
        first_of_each = {(pair, is_odd(phone.imei)): phone.imei for pair, phone in zip(pairs, phones, strict=True)}
        if content.is_parted or any(self._is_strange(batch, pair, imei) for (pair, _), imei in first_of_each.items()):
            count = 2 * len(phones)
            return with_phones(apart(count), count)
        return None

    def _is_strange(self, batch: Batch, pair: Kinship, lower: str) -> bool:
        if pair.is_usual:
            return self._bench.begins_otherwise(lower)
        return not self._items.has_pair(batch.id, pair)


def is_odd(imei: str) -> bool:
    """Whether the serial part of an IMEI is an odd number."""
    return int(imei[13]) % 2 == 1
