"""The list shows what the service said of its devices, by shape and words, and reads no more than what is seen."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from pytestqt.qtbot import QtBot

from tests.test_ui_scan_list import Shelf
from ztdesk.domain.errors import StoreFailure
from ztdesk.domain.sighting import Found, Sighting
from ztdesk.domain.text import text
from ztdesk.ui.icons import Icon
from ztdesk.ui.scan.scan_list import ScanList
from ztdesk.ui.theme import Mode, Theme
from ztdesk.ui.tokens import Space, Tone, Type

SERVICE = 3
HELD = Sighting(Found.OTHER_CUSTOMER, 0.0, "1700000077", "Müller & Söhne")
EXPECTED = {
    Found.UNCLAIMED: (Icon.ONLINE, Tone.OK, "Not known yet: it can be claimed"),
    Found.OURS: (Icon.CUSTOMER, Tone.ACCENT, "Already claimed by us for this customer"),
    Found.OTHER_CUSTOMER: (
        Icon.WARNING,
        Tone.DUPLICATE,
        "Claimed for another customer of ours: Müller & Söhne (1700000077)",
    ),
    Found.VENDOR: (Icon.WARNING, Tone.DUPLICATE, "Claimed through a vendor: 1800000001"),
    Found.FAILED: (Icon.OFFLINE, Tone.IGNORED, "Could not be looked up. It is tried again later."),
}


@dataclass
class Said:
    """What the service said, by item, and which were read."""

    sightings: dict[int, Sighting] = field(default_factory=dict)
    reads: list[list[int]] = field(default_factory=list)
    counted: int = 0
    fails: bool = False

    def of(self, ids: Sequence[int]) -> dict[int, Sighting]:
        self.reads.append(list(ids))
        if self.fails:
            raise StoreFailure(text("Disk gone"), text("Call IT."))
        return {one: self.sightings[one] for one in ids if one in self.sightings}

    def held_count(self, _batch_id: int) -> int:
        self.counted += 1
        if self.fails:
            raise StoreFailure(text("Disk gone"), text("Call IT."))
        return sum(one.found.is_held for one in self.sightings.values())


def make_list(qtbot: QtBot, said: Said, count: int = 5, *, size: tuple[int, int] = (640, 480)) -> ScanList:
    widget = ScanList(Theme(Mode.LIGHT), Shelf(count), lambda: 0.0)
    qtbot.addWidget(widget)
    widget.sightings.show_from(said)
    widget.show_batch(1)
    widget.resize(*size)
    widget.show()
    qtbot.waitUntil(lambda: said.counted > 0)
    return widget


def look(widget: ScanList, row: int) -> tuple[Icon | None, Tone | None, str]:
    column, item = widget.model.column(SERVICE), widget.model.row(row)
    assert item is not None
    assert column.icon is not None
    assert column.tone is not None
    told = widget.model.index(row, SERVICE).data(Qt.ItemDataRole.AccessibleTextRole)
    return column.icon(item), column.tone(item), str(told)


@pytest.mark.parametrize("found", Found)
def test_every_finding_has_a_shape_and_words(qtbot: QtBot, found: Found) -> None:
    company = "1800000001" if found is Found.VENDOR else ""
    said = Said({5: Sighting(found, 1_790_000_000.0, "1700000077", "Müller & Söhne", company)})
    widget = make_list(qtbot, said)
    assert look(widget, 0) == EXPECTED[found]
    assert look(widget, 1) == (None, None, "Not looked up yet")
    tip = str(widget.model.index(0, SERVICE).data(Qt.ItemDataRole.ToolTipRole))
    assert "Looked up" in tip
    assert ("Müller &amp; Söhne" in tip) is (found is Found.OTHER_CUSTOMER)


def test_the_number_of_a_held_device_is_amber(qtbot: QtBot) -> None:
    widget = make_list(qtbot, Said({5: HELD}))
    column = widget.model.column(1)
    assert column.tone is not None
    tones = [column.tone(item) for position in (0, 1) if (item := widget.model.row(position)) is not None]
    assert tones == [Tone.DUPLICATE, None]
    assert column.toned_text


def test_only_what_is_seen_is_read_however_long_the_list(qtbot: QtBot) -> None:
    said = Said()
    widget = make_list(qtbot, said, 10_000)
    qtbot.waitUntil(lambda: bool(said.reads))
    said.reads.clear()
    said.sightings[10_000] = HELD
    widget.sightings.on_sightings_changed(1)
    qtbot.waitUntil(lambda: bool(said.reads))
    assert [len(ids) <= 15 for ids in said.reads] == [True]
    assert look(widget, 0)[0] is Icon.WARNING


def test_a_burst_of_findings_is_followed_once(qtbot: QtBot) -> None:
    said = Said()
    widget = make_list(qtbot, said)
    counted = said.counted
    for _ in range(30):
        widget.sightings.on_sightings_changed(1)
        widget.sightings.on_sightings_changed(2)  # another batch
    qtbot.waitUntil(lambda: said.counted > counted)
    assert said.counted == counted + 1


def test_a_scan_reads_nothing_here(qtbot: QtBot) -> None:
    said = Said()
    widget = make_list(qtbot, said)
    look(widget, 0)
    said.reads.clear()
    widget.add(6)
    assert look(widget, 0) == (None, None, "Not looked up yet")
    assert said.reads == []


def test_how_many_are_held_is_said_below_the_list(qtbot: QtBot) -> None:
    said = Said()
    widget = make_list(qtbot, said)
    note = widget.sightings.note
    assert note.text == ""
    said.sightings[1] = said.sightings[2] = HELD
    widget.sightings.on_sightings_changed(1)
    qtbot.waitUntil(lambda: note.text.startswith("2 devices are claimed for somebody else"))
    del said.sightings[2]
    widget.forget(2)
    qtbot.waitUntil(lambda: note.text.startswith("1 device is claimed for somebody else"))
    widget.show_batch(None)
    assert note.text == ""


def test_a_failing_disk_leaves_the_shapes_out(qtbot: QtBot) -> None:
    said = Said({5: HELD})
    widget = make_list(qtbot, said)
    said.fails = True
    widget.sightings.on_sightings_changed(1)
    counted = said.counted
    qtbot.waitUntil(lambda: said.counted > counted)
    assert look(widget, 0) == (None, None, "Not looked up yet")


@pytest.mark.parametrize(("wide", "time_is_shown"), [(404, False), (640, True)])
def test_on_a_small_screen_the_number_keeps_its_room(qtbot: QtBot, wide: int, time_is_shown: bool) -> None:
    widget = make_list(qtbot, Said(), size=(wide, 480))
    header = widget.table.horizontalHeader()
    assert bool(widget.model.index(0, 2).data()) is time_is_shown
    assert widget.table.columnWidth(1) >= 229
    assert header.sectionPosition(SERVICE) + header.sectionSize(SERVICE) <= widget.table.viewport().width()
    widget.table.select(0)
    assert len(widget.table.selected_text().split("\t")) == 4


def test_without_a_reader_there_is_no_such_column(qtbot: QtBot) -> None:
    widget = ScanList(Theme(Mode.LIGHT), Shelf(5), lambda: 0.0)
    qtbot.addWidget(widget)
    widget.show_batch(1)
    assert widget.table.isColumnHidden(SERVICE)
    widget.table.select(0)
    assert len(widget.table.selected_text().split("\t")) == 3
    widget.sightings.on_sightings_changed(1)
    assert widget.sightings.note.text == ""


def test_the_whole_row_of_a_held_device_stands_on_amber(qtbot: QtBot) -> None:
    widget = make_list(qtbot, Said({5: HELD, 4: Sighting(Found.OURS, 0.0)}))
    tokens = Theme(Mode.LIGHT).tokens
    picture = widget.table.viewport().grab().toImage()

    def ground(row: int) -> str:
        middle = widget.table.rowViewportPosition(row) + widget.table.rowHeight(row) // 2
        return picture.pixelColor(4, middle).name().upper()

    assert ground(0) == tokens.ground(Tone.DUPLICATE)
    assert ground(1) == tokens.surface


@pytest.mark.parametrize("wide", [404, 430, 456, 470, 640])
def test_no_title_is_cut_however_narrow_the_list(qtbot: QtBot, wide: int) -> None:
    widget = make_list(qtbot, Said(), size=(wide, 480))
    header = widget.table.horizontalHeader()
    for place in range(widget.model.columnCount()):
        title = str(widget.model.headerData(place, Qt.Orientation.Horizontal))
        needed = header.fontMetrics().horizontalAdvance(title) + Space.INSET if title else 0
        assert header.sectionSize(place) >= needed, title
    number = widget.model.index(0, 1).data()
    face = QFontMetrics(Theme(Mode.LIGHT).number_font(Type.NUMBER))
    assert header.sectionSize(1) >= face.horizontalAdvance(str(number)) + Space.INSET


def test_the_titles_come_back_with_the_room(qtbot: QtBot) -> None:
    widget = make_list(qtbot, Said(), size=(404, 480))
    titles = []
    for wide in (404, 640):
        widget.resize(wide, 480)
        titles.append(widget.model.headerData(2, Qt.Orientation.Horizontal))
    assert titles == ["", "Scanned"]
