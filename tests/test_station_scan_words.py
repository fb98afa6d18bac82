"""What a packer is told by the station is true of what was scanned."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.core import ACME, Data, imei, open_data
from ztdesk.domain.box import CodesPerBox
from ztdesk.domain.identifiers import group_imei
from ztdesk.domain.verdict import VerdictKind
from ztdesk.station.carton_words import carton_added_words

SERIAL = "R5CT10ABCDE"
BOTH = f"IMEI, with serial number {SERIAL}"


@pytest.fixture
def data(tmp_path: Path) -> Data:
    return open_data(tmp_path / "ztdesk.db")


def choose(data: Data, *, codes: CodesPerBox = CodesPerBox.ONE_IMEI, expected: int = 0) -> None:
    draft = replace(ACME, codes_per_box=codes, expected_count=expected, manufacturer="samsung", model="SM-X200")
    data.station.choose(data.desk.open(draft).id)


@pytest.mark.parametrize(
    ("label", "said"),
    [
        (f"IMEI:{imei(1)}", "IMEI"),
        (f"IMEI:{imei(1)};SN:{SERIAL}", BOTH),
        (f"IMEI1:{imei(1)};IMEI2:{imei(2)}", "Both IMEIs of one phone"),
        (f"IMEI1:{imei(1)};IMEI2:{imei(2)};SN:{SERIAL}", f"Both IMEIs of one phone, with its serial number {SERIAL}"),
        (f"SN:{SERIAL}", "Serial number"),
    ],
)
def test_a_label_is_called_what_it_carried(data: Data, label: str, said: str) -> None:
    choose(data)
    verdict = data.station.take(label)
    assert (verdict.kind, verdict.detail.english()) == (VerdictKind.ADDED, said)


@pytest.mark.parametrize(
    ("codes", "scans", "said"),
    [
        (CodesPerBox.TWO_IMEIS, (imei(1),), "IMEI, the only code of this box"),
        (CodesPerBox.TWO_IMEIS, (imei(1), imei(2)), "Both IMEIs of one phone"),
        (CodesPerBox.TWO_IMEIS_AND_SERIAL, (imei(1), SERIAL), BOTH),
        (CodesPerBox.TWO_IMEIS_AND_SERIAL, (imei(1), f"SN:{SERIAL}"), BOTH),
        (
            CodesPerBox.TWO_IMEIS_AND_SERIAL,
            (imei(1), imei(2), SERIAL),
            f"Both IMEIs of one phone, with its serial number {SERIAL}",
        ),
        (CodesPerBox.SERIAL, (SERIAL,), "Serial number"),
    ],
)
def test_a_box_is_called_what_was_scanned_of_it(
    data: Data, codes: CodesPerBox, scans: tuple[str, ...], said: str
) -> None:
    choose(data, codes=codes)
    last = [data.station.take(scan) for scan in scans][-1]
    if last.kind is not VerdictKind.ADDED:
        last = data.station.next_box()
    assert (last.kind, last.detail.english()) == (VerdictKind.ADDED, said)


def carton(count: int) -> str:
    return "\n".join(imei(unit) for unit in range(1, count + 1))


@pytest.mark.parametrize(
    ("expected", "before", "said"),
    [
        (0, 0, ""),
        (5, 0, ""),
        (4, 0, "5 to add, but only 4 more expected. "),
        (5, 2, "5 to add, but only 3 more expected. "),
        (2, 2, "5 to add, but no more are expected. "),
    ],
)
def test_a_carton_of_too_many_says_so_before_it_is_added(data: Data, expected: int, before: int, said: str) -> None:
    choose(data, expected=expected)
    for unit in range(before):
        data.station.take(imei(100 + unit))
    shown = data.station.take(carton(5))
    how = "Scan “Next box” or the carton again to add them, “Undo” to leave them."
    assert (shown.kind, shown.detail.english()) == (VerdictKind.PART, said + how)
    assert shown.count == before


def test_what_became_of_too_many_is_said_of_as_many(data: Data) -> None:
    choose(data, expected=3)
    data.station.take(carton(5))
    added = data.station.next_box()
    assert (added.kind, added.locks) == (VerdictKind.UNEXPECTED, True)
    assert added.detail.english() == (
        "All 5 are in the batch: 5 now, 3 expected. “Understood”, then “Undo”, takes them out together."
    )
    data.station.acknowledge()
    one = data.station.take(imei(9))
    assert one.detail.english() == (
        "It is in the batch: 6 now, 3 expected. “Understood”, then “Undo”, takes it out again."
    )


def test_a_box_with_its_serial_number_waits_for_the_other_imei_under_no_false_name(data: Data) -> None:
    choose(data, codes=CodesPerBox.TWO_IMEIS_AND_SERIAL)
    data.station.take(imei(1))
    verdict = data.station.take(SERIAL)
    assert (verdict.title.english(), verdict.code) == ("Two codes of this box", SERIAL)
    assert verdict.detail.english().startswith("Kept. Now the other IMEI")


def test_too_many_of_a_carton_hide_nothing_of_what_was_left_out(data: Data) -> None:
    choose(data, expected=2)
    bad = imei(9)[:-1] + str((int(imei(9)[-1]) + 1) % 10)
    data.station.take("\n".join([imei(1), imei(2), imei(3), bad]))
    added = data.station.next_box()
    assert (added.kind, added.locks, added.title.english()) == (VerdictKind.UNEXPECTED, True, "More than expected")
    assert added.detail.english() == (
        "All 3 are in the batch: 3 now, 2 expected. “Understood”, then “Undo”, takes them out together."
        f" Left out, broken or not clear: {group_imei(bad)}."
    )


def test_of_many_numbers_left_out_the_first_are_named() -> None:
    numbers = [str(number) for number in range(5)]
    for count, said in ((1, "0"), (2, "0, 1"), (3, "0, 1, 2")):
        assert carton_added_words(1, numbers[:count], ())[1].english() == f"Left out, in a batch already: {said}."
    assert carton_added_words(1, numbers, ())[1].english() == "Left out, in a batch already: 0, 1, 2 and 2 more."
