"""The delivery note on the page of all batches: what differed stays in sight when a batch is queued."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.batches_world import NOW, BatchesWorld
from tests.page_batches import BatchesPageObject, note_tasks_of, queueing_of
from ztdesk.background.task import Task
from ztdesk.domain.delivery_note import NoteLine
from ztdesk.domain.identifiers import group_imei
from ztdesk.domain.journal import Author
from ztdesk.store.delivery_notes import DeliveryNotes
from ztdesk.ui.batches.page import BatchesPage
from ztdesk.ui.theme import Theme
from ztdesk.ui.tokens import Tone

MISSING = tuple(f"00101012999{number:03}0" for number in range(7))


@pytest.fixture
def world(tmp_path: Path) -> Iterator[BatchesWorld]:
    with closing(BatchesWorld(tmp_path)) as world:
        yield world


def notes_of(world: BatchesWorld) -> DeliveryNotes:
    return DeliveryNotes(world.database, world.journal)


def load(world: BatchesWorld, batch_id: int, *numbers: str) -> None:
    lines = tuple(NoteLine(line, (number,)) for line, number in enumerate(numbers, start=1))
    assert notes_of(world).load(batch_id, lines, NOW, Author("Bench 3"), "note.csv")


@pytest.fixture
def shown(qtbot: QtBot, world: BatchesWorld) -> BatchesPageObject:
    def export(batch_id: int, file: Path) -> Task:
        raise AssertionError

    page = BatchesPage(
        theme=Theme(reduced_motion=True),
        desk=world.desk,
        batches=world.batches,
        items=world.items,
        clock=world.clock,
        export=export,
        queueing=queueing_of(world),
        notes=note_tasks_of(world),
    )
    qtbot.addWidget(page)
    page.resize(1000, 700)
    with qtbot.waitExposed(page):
        page.show()
    return BatchesPageObject(page)


def scanned(world: BatchesWorld, batch_id: int) -> list[str]:
    return [item.identifier.imei for item in world.items.of_batch(batch_id)]


def test_what_differed_is_told_and_marked_after_the_batch_was_queued(
    qtbot: QtBot, shown: BatchesPageObject, world: BatchesWorld
) -> None:
    batch_id = world.open(3)
    first, second, foreign = sorted(scanned(world, batch_id))
    load(world, batch_id, first, second, *MISSING)
    assert world.desk.queue(batch_id)
    shown.page.refresh()
    shown.choose(batch_id)
    note = shown.page.details.note
    assert note.isVisible()
    told = "Delivery note: 2 of 9 found · 1 not on the note · 7 missing"
    qtbot.waitUntil(lambda: note.counts.text() == told)
    assert note.named[0].text() == f"Missing: {', '.join(map(group_imei, MISSING[:5]))} and 2 more."
    assert note.named[1].text() == f"Not on the note: {group_imei(foreign)}."
    verdicts = {number: verdict for number, verdict, _hint in shown.devices()}
    assert verdicts[group_imei(foreign)] == "Not on the note · Waiting to be sent"
    assert verdicts[group_imei(first)] == verdicts[group_imei(second)] == "Waiting to be sent"
    columns = shown.page.details.devices.columns_shown()
    tones = [
        columns[1].tone(item) for row in range(3) if (item := shown.page.details.devices.item(row)) and columns[1].tone
    ]
    assert tones.count(Tone.DUPLICATE) == 1


def test_a_note_that_agrees_is_one_line(qtbot: QtBot, shown: BatchesPageObject, world: BatchesWorld) -> None:
    batch_id = world.open(2)
    load(world, batch_id, *scanned(world, batch_id))
    shown.page.refresh()
    shown.choose(batch_id)
    note = shown.page.details.note
    qtbot.waitUntil(lambda: note.counts.text() == "Delivery note: all 2 found, nothing else scanned")
    assert all(label.isHidden() for label in note.named)
    assert not any("Not on the note" in verdict for _number, verdict, _hint in shown.devices())


def test_what_is_compared_late_is_not_told_of_another_batch(
    qtbot: QtBot, shown: BatchesPageObject, world: BatchesWorld
) -> None:
    first, second = world.open(2), world.open(2)
    load(world, first, *MISSING)
    load(world, second, *scanned(world, second))
    shown.page.refresh()
    shown.choose(first)
    told: list[object] = []
    note = shown.page.details.note
    note.marked.connect(told.append)
    shown.choose(second)  # while the first is compared
    qtbot.waitUntil(lambda: note.counts.text() == "Delivery note: all 2 found, nothing else scanned")
    assert set(told) == {frozenset()}, "what is unexpected in the first batch is no matter of the second"


def test_a_note_that_cannot_be_read_is_said(qtbot: QtBot, shown: BatchesPageObject, world: BatchesWorld) -> None:
    batch_id = world.open(2)
    load(world, batch_id, *MISSING)
    world.database.connection.execute("ALTER TABLE expected RENAME TO gone")
    shown.page.refresh()
    assert shown.selected_id() == batch_id
    qtbot.waitUntil(lambda: shown.notice() is not None)


def test_a_batch_without_a_note_says_nothing_of_one(shown: BatchesPageObject, world: BatchesWorld) -> None:
    with_note, without = world.open(2), world.open(2)
    load(world, with_note, *MISSING)
    shown.page.refresh()
    shown.choose(with_note)
    assert shown.page.details.note.isVisible()
    shown.choose(without)
    assert shown.page.details.note.isHidden()
    assert not any("Not on the note" in verdict for _number, verdict, _hint in shown.devices())


def test_buttons_keep_their_words_on_a_usual_small_screen(
    qtbot: QtBot, shown: BatchesPageObject, world: BatchesWorld
) -> None:
    batch_id = world.open(2)
    shown.page.refresh()
    shown.choose(batch_id)
    shown.page.resize(1024, 640)
    head = shown.page.details.head
    qtbot.waitUntil(lambda: head.export.text() == "Export …")
    assert head.copy.text() == "Copy"
    assert head.manifest.text() == "Manifest …"
    icons = [
        button.icon().pixmap(20, 20).toImage()
        for button in head.findChildren(QPushButton)
        if not button.icon().isNull()
    ]
    assert all(one != other for place, one in enumerate(icons) for other in icons[:place])


def test_the_second_imei_stands_below_the_first(shown: BatchesPageObject, world: BatchesWorld) -> None:
    columns = shown.page.details.devices.columns_shown()
    batch_id = world.open(1)
    item = world.items.of_batch(batch_id)[0]
    assert columns[0].detail is not None
    assert columns[0].detail(item) == ""
    both = replace(item, identifier=replace(item.identifier, imei2=MISSING[0], serial="ZTP1"))
    assert columns[0].detail(both) == f"{group_imei(MISSING[0])} · ZTP1"
