"""Manifests of any size: every device is there once, whole, and can be scanned."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.print_samples import LONG_NAME, dual_sim, imei, manifest
from tests.printed_pages import PrintedFile
from ztdesk.domain.advice import device_advice
from ztdesk.domain.batch import BatchDraft, BatchKind, BatchState, Counts
from ztdesk.domain.delivery_note import NoteCounts, NoteLine
from ztdesk.domain.identifiers import DeviceIdentifier, group_imei
from ztdesk.printing.documents import ManifestNote
from ztdesk.printing.manifest import ManifestLayout
from ztdesk.printing.manifest_rows import DeviceBlock
from ztdesk.printing.paper import Paper
from ztdesk.printing.press import write_pdf

LONGEST_SERIAL = "ZT/Q7-x." * 8
MIXED = (
    DeviceIdentifier(imei=imei(1), serial="99ZTP00001"),
    DeviceIdentifier(imei=imei(2), imei2=imei(3)),
    dual_sim(4),
    DeviceIdentifier(meid="A0000042F12345", meid2="A0000042F12346"),
    DeviceIdentifier(imei=imei(10), meid="A0000042F12347", serial="ZTP000010AB"),
    DeviceIdentifier(serial=LONGEST_SERIAL, manufacturer="Acme", model="M1"),
    DeviceIdentifier(imei=imei(11), imei2=imei(12), serial="N" * 30),
)


def mixed(place: int) -> DeviceIdentifier:
    return MIXED[(place - 1) % len(MIXED)]


def numbers_of(one: DeviceIdentifier) -> list[str]:
    return [number for number in (one.imei, one.imei2, one.meid, one.meid2, one.serial) if number]


@pytest.fixture(autouse=True)
def _gui(qapp: object) -> None:
    """Fonts need Qt's application."""


def written(file: Path, count: int, **more: object) -> PrintedFile:
    write_pdf(file, manifest(count, **more))  # type: ignore[arg-type]
    return PrintedFile(file)


@pytest.mark.parametrize("paper", list(Paper))
def test_every_number_of_every_kind_of_device_can_be_scanned(paper: Paper, tmp_path: Path) -> None:
    assert len(LONGEST_SERIAL) == 64
    write_pdf(tmp_path / "out.pdf", manifest(40, mixed), paper)
    printed = PrintedFile(tmp_path / "out.pdf")
    found = sorted(said for page in range(len(printed)) for said in printed.page(page).texts())
    assert found == sorted(number for place in range(1, 41) for number in numbers_of(mixed(place)))
    printed.close()


def test_the_first_page_says_whose_and_how_it_went(tmp_path: Path) -> None:
    printed = written(tmp_path / "out.pdf", 3)
    words = printed.words()
    for said in ("Manifest of batch 17", "ACME Logistics GmbH", "1700000042", "PO-88213", "Bench 3 · Karin"):
        assert said in words
    for said in (
        "3 DEVICES",
        "2 CLAIMED",
        "1 FAILED",
        "0 NOT KNOWN YET",
        "0 TO GO",
        "operations/first",
        "operations/second",
    ):
        assert said in words
    verdict = device_advice(manifest(3).items[-1]).title.english()
    assert [word for word in verdict.split() if word not in words] == []  # on two lines, the numbers beside between
    assert "DEVICE_ALREADY_EXISTS" in words
    assert group_imei(dual_sim(1).imei) in words
    printed.close()


def test_names_of_one_shape_that_must_be_shortened_keep_their_own_digits(tmp_path: Path) -> None:
    names = tuple(f"operations/{digit * 600}" for digit in "12")
    printed = written(tmp_path / "out.pdf", 1, operations=names)
    words = printed.words()
    for name in names:
        assert name[:100] in words
        assert name not in words
    printed.close()


NOTE = ManifestNote(
    NoteCounts(42, 38, 2),
    tuple(NoteLine(line, (imei(900 + line), imei(950 + line))) for line in range(4)),
    frozenset({3, 40}),
)


def test_what_differs_from_the_delivery_note_is_told_whole_and_marked_beside_the_device(tmp_path: Path) -> None:
    write_pdf(tmp_path / "out.pdf", replace(manifest(40), note=NOTE))
    printed = PrintedFile(tmp_path / "out.pdf")
    pages = [printed.words(page) for page in range(len(printed))]
    assert "Delivery note: 38 of 42 found · 2 not on the note · 4 missing" in pages[0]
    assert [page.count("Not on the delivery note") for page in pages] == [1, 0, 1, 0][: len(pages)]
    everything = " ".join(pages)
    for line in NOTE.missing:
        assert f"{group_imei(line.numbers[0])} · {group_imei(line.numbers[1])} (line {line.line})" in everything
    for place in NOTE.unexpected_ids:
        assert f"{group_imei(dual_sim(place).imei)} (no. {place} above)" in everything
    assert printed.page().texts()  # the mark hides no code
    printed.close()


def test_a_note_that_agrees_is_told_in_one_line(tmp_path: Path) -> None:
    agrees = ManifestNote(NoteCounts(3, 3, 0), (), frozenset())
    write_pdf(tmp_path / "out.pdf", replace(manifest(3), note=agrees))
    printed = PrintedFile(tmp_path / "out.pdf")
    assert "Delivery note: all 3 found, nothing else scanned" in printed.words()
    assert "MISSING" not in printed.words()
    printed.close()


def test_practice_is_written_at_head_and_foot_of_every_page(tmp_path: Path) -> None:
    write_pdf(tmp_path / "out.pdf", replace(manifest(40), is_practice=True))
    printed = PrintedFile(tmp_path / "out.pdf")
    assert len(printed) > 1
    for page in range(len(printed)):
        assert printed.words(page).count("PRACTICE · Invented devices. This is no proof of a claim.") == 2
    printed.close()
    real = written(tmp_path / "real.pdf", 40)
    assert not any("PRACTICE" in real.words(page) for page in range(len(real)))
    real.close()


@pytest.mark.parametrize(
    ("state", "counts", "said"),
    [
        (BatchState.OPEN, Counts(40, pending=40), "NOT FINAL · The batch is open"),
        (BatchState.CANCELLED, Counts(40, pending=40), "GIVEN UP · Nothing of this batch was sent."),
        (BatchState.QUEUED, Counts(40, pending=1, succeeded=39), "NOT FINAL · 1 of 40 devices"),
        (BatchState.QUEUED, Counts(40, unknown=2, succeeded=38), "NOT FINAL · 2 of 40 devices"),
        (BatchState.QUEUED, Counts(40, succeeded=39, failed=1), "NOT COMPLETE · 1 of 40 devices failed."),
    ],
)
def test_what_is_not_settled_is_written_on_every_page(
    state: BatchState, counts: Counts, said: str, tmp_path: Path
) -> None:
    document = manifest(40)
    summary = replace(document.summary, batch=replace(document.summary.batch, state=state), counts=counts)
    write_pdf(tmp_path / "out.pdf", replace(document, summary=summary))
    printed = PrintedFile(tmp_path / "out.pdf")
    assert all(said in printed.words(page) for page in range(len(printed)))
    printed.close()


def test_what_went_well_for_real_bears_no_mark(tmp_path: Path) -> None:
    document = manifest(3)
    write_pdf(tmp_path / "out.pdf", replace(document, summary=replace(document.summary, counts=Counts(3, succeeded=3))))
    printed = PrintedFile(tmp_path / "out.pdf")
    assert not any(said in printed.words() for said in ("NOT FINAL", "NOT COMPLETE", "GIVEN UP", "PRACTICE"))
    printed.close()


def test_nobody_and_nothing_given_is_said(tmp_path: Path) -> None:
    document = manifest(1, draft=BatchDraft("1700000042", "ACME"))
    summary = replace(document.summary, batch=replace(document.summary.batch, operator=""))
    write_pdf(tmp_path / "out.pdf", replace(document, summary=summary))
    printed = PrintedFile(tmp_path / "out.pdf")
    assert "Bench 3 · No badge scanned" in printed.words()
    assert "None given" in printed.words()
    printed.close()


def test_released_devices_are_not_called_claimed(tmp_path: Path) -> None:
    printed = written(tmp_path / "out.pdf", 2, draft=BatchDraft("1700000042", "ACME", kind=BatchKind.UNCLAIM))
    assert "1 RELEASED" in printed.words()
    assert "Released" in printed.words()
    assert "CLAIMED" not in printed.words()
    printed.close()


def test_later_pages_repeat_whose_it_is_and_count_on(tmp_path: Path) -> None:
    printed = written(tmp_path / "out.pdf", 40)
    assert len(printed) == 3
    for page in range(3):
        assert "ACME Logistics GmbH" in printed.words(page)
        assert f"Page {page + 1} of 3" in printed.words(page)
    printed.close()


def test_an_empty_batch_is_one_page_that_says_so(tmp_path: Path) -> None:
    printed = written(tmp_path / "out.pdf", 0, operations=())
    assert len(printed) == 1
    assert "No device is in this batch." in printed.words()
    assert printed.page().codes() == []
    printed.close()


@pytest.mark.parametrize("count", [1, 9, 10, 11, 12, 13, 26, 27, 28, 500])
@pytest.mark.parametrize("paper", list(Paper))
def test_no_device_is_cut_left_out_or_twice(count: int, paper: Paper) -> None:
    layout = ManifestLayout(manifest(count, mixed), paper)
    placed = [block.item.position for page in layout.pages for block in page if isinstance(block, DeviceBlock)]
    assert placed == list(range(1, count + 1))
    for number, page in enumerate(layout.pages):
        assert sum(block.height for block in page) <= layout.room(number) + 1e-9
        assert page
        assert not page[-1].introduces


def test_ten_thousand_devices_take_their_pages(tmp_path: Path) -> None:
    one = DeviceIdentifier(imei=imei(1))
    layout = ManifestLayout(manifest(10_000, lambda _place: one), Paper.A4)
    a_page = sum(isinstance(block, DeviceBlock) for block in layout.pages[1])
    assert a_page >= 14
    first = sum(isinstance(block, DeviceBlock) for block in layout.pages[0])
    assert layout.page_count == 1 + -(-(10_000 - first) // a_page)


def test_many_operations_are_all_there(tmp_path: Path) -> None:
    names = tuple(f"operations/{number:040}" for number in range(120))
    printed = written(tmp_path / "out.pdf", 5, operations=names)
    words = " ".join(printed.words(page) for page in range(len(printed)))
    assert [name for name in names if name not in words] == []
    printed.close()


@pytest.mark.parametrize("name", ["", LONG_NAME, "شركة الأجهزة", "X" * 500])
def test_a_long_or_missing_name_moves_nothing(name: str, tmp_path: Path) -> None:
    printed = written(tmp_path / "out.pdf", 2, draft=BatchDraft("1700000042", name, "PO 7/" * 12))
    assert len(printed) == 1
    assert len(printed.page().codes()) == 6
    printed.close()
