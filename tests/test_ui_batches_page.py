"""The batches page: what needs a person first, every verdict in words, and nothing moves while devices are claimed."""

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, closing
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.batches_world import HELD, LIMIT, NOW, BatchesWorld
from tests.page_batches import BatchesPageObject, queueing_of
from tests.pseudo_language import is_translated, spoken
from ztdesk.background.task import Job, Task, Tasks
from ztdesk.domain.batch import BatchDraft, BatchState, BatchSummary, Item, NewItem, Retried
from ztdesk.domain.connection import Connection, Link
from ztdesk.domain.errors import StoreFailure
from ztdesk.domain.identifiers import DeviceIdentifier
from ztdesk.domain.journal import Author
from ztdesk.domain.text import text
from ztdesk.station.csv_export import items_in_order, save_items
from ztdesk.store.items import Items
from ztdesk.ui.batches.batch_card import card_of
from ztdesk.ui.batches.page import BatchesPage
from ztdesk.ui.parts.progress import Stretch
from ztdesk.ui.theme import Theme
from ztdesk.ui.tokens import Tone
from ztdesk.ui.wording import words


class Counting:
    """Counts what is read of the items."""

    def __init__(self, items: Items) -> None:
        self._items = items
        self.orders = 0
        self.rows = 0
        self.fails = False

    def ids(self, batch_id: int, *, newest_first: bool = True) -> list[int]:
        return self._items.ids(batch_id, newest_first=newest_first)

    def attention_ids(self, batch_id: int) -> list[int]:
        if self.fails:
            raise StoreFailure(text("Data could not be read"), text("Call IT."))
        self.orders += 1
        return self._items.attention_ids(batch_id)

    def by_id(self, ids: Sequence[int]) -> list[Item]:
        self.rows += len(ids)
        return self._items.by_id(ids)


@pytest.fixture
def world(tmp_path: Path) -> Iterator[BatchesWorld]:
    with closing(BatchesWorld(tmp_path)) as world:
        yield world


@pytest.fixture
def tasks(qtbot: QtBot, world: BatchesWorld) -> Iterator[Tasks[BatchesWorld]]:
    def open_store() -> AbstractContextManager[BatchesWorld]:
        return closing(BatchesWorld(world.file.parent))

    tasks = Tasks(open_store)
    yield tasks
    assert tasks.stop(5000)


@pytest.fixture
def items(world: BatchesWorld) -> Counting:
    return Counting(world.items)


@pytest.fixture
def shown(qtbot: QtBot, world: BatchesWorld, items: Counting, tasks: Tasks[BatchesWorld]) -> BatchesPageObject:
    def export(batch_id: int, file: Path) -> Task:
        def work(store: BatchesWorld, job: Job) -> int:
            rows = items_in_order(store.items, batch_id, job.report)
            return save_items(file, rows, store.batches.summary(batch_id))

        return tasks.start(work)

    page = BatchesPage(
        theme=Theme(),
        desk=world.desk,
        batches=world.batches,
        items=items,
        clock=lambda: NOW,
        export=export,
        queueing=queueing_of(world),
    )
    qtbot.addWidget(page)
    page.resize(1366, 704)
    with qtbot.waitExposed(page):
        page.show()
    return BatchesPageObject(page)


def test_without_a_batch_the_page_says_what_to_do(shown: BatchesPageObject) -> None:
    shown.page.refresh()
    assert shown.ids() == []
    assert not shown.page.list.isVisible()
    assert not shown.page.details.isVisible()


def test_what_needs_a_person_comes_first_then_what_runs_newest_first(
    shown: BatchesPageObject, world: BatchesWorld
) -> None:
    done = world.done()
    failed = world.done(3, [HELD])
    refused = world.refused(403)
    given_up = world.cancelled()
    running = world.processing()
    open_one = world.open()
    queued = world.queued()
    shown.page.refresh()
    assert shown.ids() == [refused, failed, queued, running, open_one, given_up, done]


def test_the_first_batch_is_chosen_while_nobody_chose_one(
    qtbot: QtBot, shown: BatchesPageObject, world: BatchesWorld
) -> None:
    needs_person, done = world.done(3, [HELD]), world.done()
    shown.page.refresh()
    assert shown.selected_id() == needs_person
    assert shown.devices()[0][1] == "Already claimed elsewhere"
    shown.choose(done)
    worse = world.refused(403)
    shown.page.refresh()
    assert shown.ids()[0] == worse
    assert shown.selected_id() == done
    newest = world.queued()
    shown.page.on_batch_changed(newest)
    qtbot.waitUntil(lambda: newest in shown.ids())
    assert shown.selected_id() == done


def test_a_page_that_is_not_seen_counts_what_needs_a_person_and_reads_no_devices(
    qtbot: QtBot, shown: BatchesPageObject, world: BatchesWorld, items: Counting
) -> None:
    world.done(3, [HELD])
    shown.page.hide()
    with qtbot.waitSignal(shown.page.attention_changed) as told:
        shown.page.refresh()
    assert told.args == [1]
    assert items.orders == 0


def test_every_state_is_said_in_words(shown: BatchesPageObject, world: BatchesWorld) -> None:
    ids = [
        world.done(2),
        world.done(3, [HELD]),
        world.refused(403),
        world.cancelled(),
        world.unknown(),
        world.processing(488, progress=64, at=NOW - 72),
        world.processing(5, progress=100),
        world.open(37, expected=48),
        world.open(1),
    ]
    queued = world.queued(52)
    shown.page.refresh()
    assert [shown.card(batch_id) for batch_id in ids] == [
        ("Done", "2 claimed"),
        ("1 of 3 needs you", "2 claimed"),
        ("3 of 3 need you", ""),
        ("Given up", "3 not sent"),
        ("Being looked up", "0 of 3"),
        ("Processing", "312 of 488 · about 40 s left"),
        ("Finishing …", "5 verdicts to come"),
        ("Open", "37 of 48 scanned"),
        ("Open", "1 scanned"),
    ]
    assert shown.card(queued)[0] == "Queued"
    assert shown.card(queued)[1].startswith("52 queued at ")


@pytest.mark.parametrize(
    ("link", "said"),
    [
        (Link.OFFLINE, "Waiting for network"),
        (Link.SIGNED_OUT, "Waiting for sign-in"),
        (Link.NOT_SET_UP, "Waiting for set-up"),
        (Link.ELSEWHERE, "Waiting for another ztdesk"),
        (Link.BUSY, "Waiting for the service"),
        (Link.ONLINE, "Queued"),
        (Link.UNTRIED, "Queued"),
    ],
)
def test_a_queued_batch_says_what_it_waits_for(
    shown: BatchesPageObject, world: BatchesWorld, link: Link, said: str
) -> None:
    batch_id = world.queued()
    shown.page.refresh()
    shown.page.on_connection_changed(Connection(link))
    assert shown.card(batch_id)[0] == said


def test_the_head_says_whose_it_is_and_how_it_stands(shown: BatchesPageObject, world: BatchesWorld) -> None:
    batch_id = world.done(5, [HELD, LIMIT], name="O'Brien & Sons", order="PO-88201")
    shown.page.refresh()
    shown.choose(batch_id)
    name, about, history = shown.head()
    assert name == "O'Brien & Sons"
    assert about == "3 claimed, 2 need you · Order PO-88201 · Customer 1700000042"
    assert history.startswith(f"Batch {batch_id} · opened at ")
    assert history.endswith(" · Bench 3 · Kim")


@pytest.mark.parametrize(
    ("failure", "title", "hint"),
    [
        (
            HELD,
            "Already claimed elsewhere",
            "Set the phone aside and look it up in the portal. Whoever holds it there must release it; then retry.",
        ),
        (LIMIT, "Device limit reached", "Ask your Google contact to raise the limit, then retry."),
    ],
)
def test_a_failed_device_is_first_and_says_what_to_do(
    shown: BatchesPageObject, world: BatchesWorld, failure: tuple[str, str, str], title: str, hint: str
) -> None:
    batch_id = world.queued(3)
    submissions = world.accepted()
    last = world.outbox.items(submissions[0].id)[2]
    world.decide(submissions, [failure])
    shown.page.refresh()
    shown.choose(batch_id)
    devices = shown.devices()
    assert devices[0] == ("00-101012-000001-1", title, hint)
    assert devices[2] == (last.identifier.shown(), "Claimed", "")
    table = shown.page.details.devices
    assert table.rowHeight(0) > table.rowHeight(1) == table.rowHeight(2)


@pytest.mark.parametrize(
    ("code", "identifier", "message", "title"),
    [
        (400, "", "Precondition check failed.", "Known under another maker"),
        (401, "", "", "Sign-in refused"),
        (403, "AUTHORIZATION_FAIL", "", "No right to do this"),
        (404, "", "", "Not found at the service"),
        (429, "", "", "The service asks for patience"),
        (503, "", "", "The service has a problem"),
        (418, "", "I am a teapot.", "Request refused"),
    ],
)
def test_a_refused_request_is_explained_on_every_device(
    shown: BatchesPageObject, world: BatchesWorld, code: int, identifier: str, message: str, title: str
) -> None:
    batch_id = world.refused(code, identifier, message, count=2)
    shown.page.refresh()
    shown.choose(batch_id)
    assert [device[1] for device in shown.devices()] == [title, title]
    assert all(device[2] for device in shown.devices())


def test_an_unknown_device_is_said_to_be_looked_up(shown: BatchesPageObject, world: BatchesWorld) -> None:
    batch_id = world.unknown(1)
    shown.page.refresh()
    shown.choose(batch_id)
    assert shown.devices()[0][1:] == ("Not known yet — being looked up", "Do not send it again.")


def test_the_badge_counts_batches_with_failures(qtbot: QtBot, shown: BatchesPageObject, world: BatchesWorld) -> None:
    told: list[int] = []
    shown.page.attention_changed.connect(told.append)
    world.done(2, [HELD])
    world.done(2)
    shown.page.refresh()
    batch_id = world.queued(2)
    world.decide(world.accepted(), [LIMIT])
    shown.page.on_batch_changed(batch_id)
    qtbot.waitUntil(lambda: told == [1, 2])


def test_failed_devices_are_retried_in_a_new_batch(qtbot: QtBot, shown: BatchesPageObject, world: BatchesWorld) -> None:
    batch_id = world.done(5, [HELD, LIMIT])
    shown.page.refresh()
    shown.choose(batch_id)
    with qtbot.waitSignal(shown.page.batch_queued) as queued:
        shown.press("Retry 2 devices")
    new = queued.args[0]
    selected = shown.page.list.selected()
    assert selected is not None
    assert selected.batch.id == new != batch_id
    assert shown.card(new)[0] == "Queued"


def test_a_batch_whose_failures_were_retried_is_quiet_and_says_where(
    qtbot: QtBot, shown: BatchesPageObject, world: BatchesWorld
) -> None:
    told: list[int] = []
    shown.page.attention_changed.connect(told.append)
    batch_id = world.done(5, [HELD, LIMIT])
    done = world.done(2)
    shown.page.refresh()
    with qtbot.waitSignal(shown.page.batch_queued) as queued:
        shown.press("Retry 2 devices")
    new = queued.args[0]
    assert told == [1, 0]
    assert shown.ids() == [new, done, batch_id]
    assert shown.card(batch_id) == (f"2 of 5 retried in batch {new}", "3 claimed")
    shown.choose(batch_id)
    assert shown.head()[1].startswith(f"3 claimed, 2 retried in batch {new} · ")
    assert shown.about(new) == f"Batch {new} · PO-1 · retry of batch {batch_id}"
    assert shown.about(batch_id) == f"Batch {batch_id} · PO-1"
    assert shown.buttons() == {"Export …", "Copy"}
    assert [device[1:] for device in shown.devices()[:2]] == [(f"Retried in batch {new}", "")] * 2
    table = shown.page.details.devices
    assert table.rowHeight(0) == table.rowHeight(4)
    table.select(0)
    tip = table.columns_shown()[1].tooltip
    first = table.item(0)
    assert tip is not None
    assert first is not None
    assert "Already claimed elsewhere" in tip(first)


def test_a_retry_given_up_needs_a_person_again(shown: BatchesPageObject, world: BatchesWorld) -> None:
    batch_id = world.done(5, [HELD, LIMIT])
    shown.page.refresh()
    shown.press("Retry 2 devices")
    shown.press("Give up batch …")
    shown.answer("Give up batch")
    assert shown.ids()[0] == batch_id
    assert shown.card(batch_id)[0] == "2 of 5 need you"


def test_what_is_left_out_of_a_retry_still_needs_a_person(shown: BatchesPageObject, world: BatchesWorld) -> None:
    batch_id = world.done(5, [HELD, LIMIT])
    held = world.items.of_batch(batch_id)[0]
    world.batches.open_with(BatchDraft("1700000042"), [NewItem(held.identifier, held.raw)], NOW, Author("B"), "test")
    shown.page.refresh()
    shown.press("Retry 2 devices")
    notice = shown.notice()
    assert notice is not None
    assert notice[:2] == ("1 device was not retried", "Another batch holds them, or has claimed them since.")
    shown.choose(batch_id)
    assert shown.card(batch_id)[0] == "1 of 5 needs you"
    shown.press("Retry 1 device")
    notice = shown.notice()
    assert notice is not None
    assert notice[0] == "Nothing to retry"


def test_a_batch_given_up_before_the_first_scan_is_left_out(shown: BatchesPageObject, world: BatchesWorld) -> None:
    kept, empty = world.open(1), world.desk.open(BatchDraft("1700000042")).id
    shown.page.refresh()
    assert shown.ids() == [empty, kept]
    world.batches.cancel_empty(empty, NOW, Author("Bench 3"))
    shown.page.refresh()
    assert shown.ids() == [kept]
    assert shown.selected_id() == kept
    shown.page.show_batch(empty)
    assert shown.ids() == [kept]


def test_an_open_batch_can_be_queued_or_gone_on_with(
    qtbot: QtBot, shown: BatchesPageObject, world: BatchesWorld
) -> None:
    batch_id = world.open(1)
    shown.page.refresh()
    shown.choose(batch_id)
    assert shown.buttons() == {"Export …", "Copy", "Go on scanning", "Queue 1 device", "Give up batch …"}
    with qtbot.waitSignal(shown.page.scan_on) as going_on:
        shown.press("Go on scanning")
    assert going_on.args == [batch_id]
    with qtbot.waitSignal(shown.page.batch_queued) as queued:
        shown.press("Queue 1 device")
    assert queued.args == [batch_id]
    assert shown.card(batch_id)[0] == "Queued"
    assert shown.buttons() == {"Export …", "Copy", "Give up batch …"}


def test_giving_up_asks_first(shown: BatchesPageObject, world: BatchesWorld) -> None:
    batch_id = world.queued(2)
    shown.page.refresh()
    shown.choose(batch_id)
    shown.press("Give up batch …")
    assert shown.question() == "Give up 2 devices of ACME Logistics?"
    shown.answer("Keep it")
    assert shown.card(batch_id)[0] == "Queued"


def test_a_batch_given_up_frees_its_devices(shown: BatchesPageObject, world: BatchesWorld) -> None:
    batch_id = world.open(2)
    shown.page.refresh()
    shown.choose(batch_id)
    shown.press("Give up batch …")
    shown.answer("Give up batch")
    assert shown.card(batch_id) == ("Given up", "2 not sent")
    assert shown.buttons() == {"Export …", "Copy"}


MEANWHILE = "It was sent, refused or given up meanwhile. The list says what became of its devices."


def test_what_was_scanned_while_it_was_asked_is_not_given_up(
    qtbot: QtBot, shown: BatchesPageObject, world: BatchesWorld
) -> None:
    batch_id = world.open(2)
    shown.page.refresh()
    shown.choose(batch_id)
    shown.press("Give up batch …")
    new = NewItem(DeviceIdentifier(imei="001010129999990"), "001010129999990")
    assert isinstance(world.items.add(batch_id, new, NOW, Author("Bench 4")), Item)
    shown.answer("Give up batch")
    qtbot.waitUntil(lambda: shown.question() == "Give up 3 devices of ACME Logistics?")
    assert world.batches.get(batch_id).state is BatchState.OPEN
    shown.answer("Give up batch")
    assert world.batches.get(batch_id).state is BatchState.CANCELLED
    assert shown.question() is None


def test_it_is_too_late_to_give_up_what_was_sent_meanwhile(shown: BatchesPageObject, world: BatchesWorld) -> None:
    batch_id = world.queued(2)
    shown.page.refresh()
    shown.choose(batch_id)
    shown.press("Give up batch …")
    world.accepted()
    shown.answer("Give up batch")
    assert shown.card(batch_id)[0] == "Processing"
    notice = shown.notice()
    assert notice is not None
    assert notice[:2] == ("Too late to give up", MEANWHILE)


def test_what_was_given_up_elsewhere_is_not_said_to_be_at_the_service(
    shown: BatchesPageObject, world: BatchesWorld
) -> None:
    batch_id = world.queued(2)
    shown.page.refresh()
    shown.choose(batch_id)
    shown.press("Give up batch …")
    world.batches.cancel(batch_id, NOW, Author("Bench 4"))
    shown.answer("Give up batch")
    notice = shown.notice()
    assert notice is not None
    assert notice[:2] == ("Too late to give up", MEANWHILE)


def test_what_needs_you_is_copied_in_plain_numbers(shown: BatchesPageObject, world: BatchesWorld) -> None:
    batch_id = world.done(3, [HELD])
    shown.page.refresh()
    shown.choose(batch_id)
    shown.press("Copy")
    hint = "Set the phone aside and look it up in the portal. Whoever holds it there must release it; then retry."
    assert shown.clipboard() == f"001010120000011\tAlready claimed elsewhere. {hint}\t1"


def test_selected_devices_are_copied_instead(shown: BatchesPageObject, world: BatchesWorld) -> None:
    batch_id = world.done(3, [HELD])
    shown.page.refresh()
    shown.choose(batch_id)
    shown.page.details.devices.select(2)
    shown.press("Copy")
    assert shown.clipboard() == "001010120000037\tClaimed\t3"


def test_operation_names_are_shown_and_copied_whole(shown: BatchesPageObject, world: BatchesWorld) -> None:
    batch_id = world.done(1)
    shown.page.refresh()
    shown.choose(batch_id)
    name = world.batches.summary(batch_id).operations[0]
    assert shown.page.details.operations.label.text() == f"Reference for Google: {name}"
    shown.press("Copy references")
    assert shown.clipboard() == name


def test_devices_are_exported_beside_the_window(
    qtbot: QtBot, shown: BatchesPageObject, world: BatchesWorld, tmp_path: Path
) -> None:
    batch_id = world.done(3, [HELD], name="Zürich: Kühl/AG")
    shown.page.refresh()
    shown.choose(batch_id)
    shown.page.commands.export()
    dialog = shown.file_dialog()
    assert dialog is not None
    assert Path(dialog.selectedFiles()[0]).name == f"ztdesk {batch_id} Zürich- Kühl-AG PO-1.csv"
    file = tmp_path / "out.csv"
    dialog.fileSelected.emit(str(file))
    dialog.reject()
    qtbot.waitUntil(lambda: shown.notice() == ("3 devices exported", str(file)))
    assert len(file.read_text(encoding="utf-8-sig").splitlines()) == 4
    shown.press("Close")
    assert shown.notice() is None


def test_an_export_that_fails_says_what_to_do(
    qtbot: QtBot, shown: BatchesPageObject, world: BatchesWorld, tmp_path: Path
) -> None:
    batch_id = world.done(1)
    shown.page.refresh()
    shown.choose(batch_id)
    shown.page.commands.export_to(tmp_path / "missing" / "out.csv")
    qtbot.waitUntil(lambda: (shown.notice() or ("",))[0] == "File could not be written")


def test_many_changes_are_read_once(qtbot: QtBot, shown: BatchesPageObject, world: BatchesWorld) -> None:
    first, second = world.queued(), world.queued()
    shown.page.refresh()
    read: list[int] = []
    summary = world.batches.summary
    with pytest.MonkeyPatch.context() as patch:

        def counting(batch_id: int) -> BatchSummary:
            read.append(batch_id)
            return summary(batch_id)

        patch.setattr(world.batches, "summary", counting)
        for _ in range(100):
            shown.page.on_batch_changed(first)
            shown.page.on_batch_changed(second)
        assert read == []
        qtbot.waitUntil(lambda: read == [first, second])


def test_progress_reads_only_the_rows_that_are_seen_and_moves_nothing(
    qtbot: QtBot, shown: BatchesPageObject, world: BatchesWorld, items: Counting
) -> None:
    batch_id = world.queued(2500)
    shown.page.refresh()
    shown.choose(batch_id)
    table = shown.page.details.devices
    table.select(7)
    table.verticalScrollBar().setValue(300)
    chosen = table.selected_text()
    submissions = world.accepted()
    items.orders = items.rows = 0
    world.decide(submissions[:1])
    shown.page.on_batch_changed(batch_id)
    qtbot.waitUntil(lambda: shown.card(batch_id)[0] == "Processing")
    qtbot.waitUntil(lambda: table.selected_text() != chosen)  # it was claimed
    assert items.orders == 0
    assert 0 < items.rows <= 512
    assert table.verticalScrollBar().value() == 300
    assert table.selected_rows() == [7]


def test_a_new_failure_comes_on_top_and_the_selection_goes_with_its_device(
    qtbot: QtBot, shown: BatchesPageObject, world: BatchesWorld
) -> None:
    batch_id = world.queued(2)
    submissions = world.accepted()
    world.queued(1)
    shown.page.refresh()
    shown.choose(batch_id)
    table = shown.page.details.devices
    table.select(0)
    first = shown.devices()[0][0]
    rows = world.outbox.items(submissions[0].id)
    world.decide(submissions, [(f"{LIMIT[0]}", "", "")])
    world.database.connection.execute("UPDATE item SET state = 'succeeded' WHERE id = ?", (rows[0].id,))
    world.database.connection.execute(
        "UPDATE item SET state = 'failed', status = ? WHERE id = ?", (LIMIT[0], rows[1].id)
    )
    shown.page.on_batch_changed(batch_id)
    qtbot.waitUntil(lambda: shown.devices()[0][1] == "Device limit reached")
    assert shown.devices()[1][0] == first
    assert table.selected_rows() == [1]


def test_a_disk_that_fails_is_told_where_the_batch_is(
    shown: BatchesPageObject, world: BatchesWorld, items: Counting
) -> None:
    first, second = world.done(), world.done()
    shown.page.refresh()
    shown.choose(second)
    items.fails = True
    shown.choose(first)
    assert shown.notice() == ("Data could not be read", "Call IT.")


def test_a_batch_that_changed_elsewhere_is_read_when_it_is_asked_for(
    shown: BatchesPageObject, world: BatchesWorld
) -> None:
    shown.page.refresh()
    batch_id = world.open(name="New customer")
    shown.page.show_batch(batch_id)
    assert shown.head()[0] == "New customer"
    assert shown.page.list.selected() is not None


def test_the_keyboard_goes_from_the_list_to_the_devices(
    qtbot: QtBot, shown: BatchesPageObject, world: BatchesWorld
) -> None:
    first, second = world.done(), world.done()
    shown.page.refresh()
    shown.page.list.setFocus()
    shown.choose(second)
    QTest.keyClick(shown.page.list, Qt.Key.Key_Down)
    selected = shown.page.list.selected()
    assert selected is not None
    assert selected.batch.id == first
    QTest.keyClick(shown.page.list, Qt.Key.Key_Return)
    assert shown.page.details.devices.hasFocus()


def test_a_reader_of_the_screen_hears_each_batch_and_device(shown: BatchesPageObject, world: BatchesWorld) -> None:
    batch_id = world.done(2, [HELD])
    shown.page.refresh()
    shown.choose(batch_id)
    role = Qt.ItemDataRole.AccessibleTextRole
    assert (
        shown.page.list.model().index(0, 0).data(role)
        == f"ACME Logistics. Batch {batch_id} · PO-1. 1 of 2 needs you. 1 claimed"
    )
    heard = shown.page.details.devices.model().index(0, 0).data(role)
    assert heard.startswith("00-101012-000001-1, Already claimed elsewhere. ")


def test_every_word_can_be_translated(qtbot: QtBot, qapp: object, world: BatchesWorld, items: Counting) -> None:
    with spoken(qapp):  # type: ignore[arg-type]
        page = BatchesPage(
            theme=Theme(),
            desk=world.desk,
            batches=world.batches,
            items=items,
            clock=lambda: NOW,
            export=lambda _batch_id, _file: Task(),
            queueing=queueing_of(world),
        )
        qtbot.addWidget(page)
        shown = BatchesPageObject(page)
        ids = [world.open(), world.queued(), world.processing(), world.done(3, [HELD]), world.refused(404)]
        page.refresh()
        for batch_id in ids:
            page.show_batch(batch_id)
            state, count = shown.card(batch_id)
            said = [state, count, *shown.head()[1:], *(part for device in shown.devices() for part in device)]
            assert [part for part in said if not is_translated(part)] == []


def test_rows_that_cannot_be_read_stay_empty_and_are_told(
    qtbot: QtBot, shown: BatchesPageObject, world: BatchesWorld, items: Counting, monkeypatch: pytest.MonkeyPatch
) -> None:
    batch_id = world.done()
    shown.page.refresh()

    def failing(_ids: Sequence[int]) -> list[Item]:
        raise StoreFailure(text("Data could not be read"), text("Call IT."))

    monkeypatch.setattr(items, "by_id", failing)
    shown.choose(batch_id)
    qtbot.waitUntil(lambda: shown.notice() == ("Data could not be read", "Call IT."))
    assert shown.devices() == []


def test_nothing_can_be_copied_without_a_selection(shown: BatchesPageObject, world: BatchesWorld) -> None:
    batch_id, failed = world.done(), world.done(3, [HELD])
    shown.page.refresh()
    shown.choose(failed)
    copy, devices = shown.page.details.head.copy, shown.page.details.devices
    assert copy.isEnabled()
    shown.choose(batch_id)
    assert not copy.isEnabled()
    devices.select(1)
    assert copy.isEnabled()
    shown.press("Copy")
    assert shown.clipboard().startswith("0010101200000")
    devices.clearSelection()
    assert not copy.isEnabled()


def test_escape_takes_away_what_was_said(shown: BatchesPageObject, world: BatchesWorld) -> None:
    world.done()
    shown.page.refresh()
    shown.page.commands.say_error(StoreFailure(text("Data could not be read"), text("Call IT.")))
    assert shown.notice() is not None
    shown.page.details.devices.setFocus()
    QTest.keyClick(shown.page.details.devices, Qt.Key.Key_Escape)
    assert shown.notice() is None


def test_devices_say_what_becomes_of_a_batch_that_was_not_sent(
    qtbot: QtBot, shown: BatchesPageObject, world: BatchesWorld
) -> None:
    batch_id = world.open(1)
    shown.page.refresh()
    shown.choose(batch_id)
    assert shown.devices()[0][1] == "Scanned, not queued yet"
    shown.press("Queue 1 device")
    assert shown.devices()[0][1] == "Waiting to be sent"
    shown.press("Give up batch …")
    shown.answer("Give up batch")
    assert shown.devices()[0][1] == "Given up, not claimed"


def test_an_open_batch_is_current_while_it_is_scanned_into(
    qtbot: QtBot, shown: BatchesPageObject, world: BatchesWorld
) -> None:
    batch_id = world.open(6)
    shown.page.refresh()
    shown.choose(batch_id)
    assert "Queue 6 devices" in shown.buttons()
    scan = NewItem(DeviceIdentifier(imei="001010120999996"), "001010120999996")
    assert world.items.add(batch_id, scan, NOW, Author("Bench 3")) is not None
    shown.page.on_batch_changed(batch_id)
    qtbot.waitUntil(lambda: len(shown.devices()) == 7)
    assert "Queue 7 devices" in shown.buttons()
    assert shown.card(batch_id) == ("Open", "7 scanned")
    assert shown.head()[1].startswith("7 devices scanned")


def test_a_batch_that_was_partly_retried_shows_what_became_of_all_its_devices(
    shown: BatchesPageObject, world: BatchesWorld
) -> None:
    batch_id = world.done(10, [HELD, LIMIT, LIMIT, LIMIT])
    summary = replace(world.batches.summary(batch_id), retried=(Retried(7, 3),))
    card = card_of(summary, Connection(), NOW)
    assert (words(card.state), words(card.count)) == ("1 of 10 needs you", "6 claimed, 3 in batch 7")
    assert card.bar == (Stretch(0.6, Tone.OK), Stretch(0.3, Tone.IGNORED), Stretch(0.1, Tone.REFUSED))


def test_a_batch_whose_last_verdicts_are_to_come_says_so_everywhere(
    shown: BatchesPageObject, world: BatchesWorld
) -> None:
    batch_id = world.processing(5, progress=100)
    shown.page.refresh()
    shown.choose(batch_id)
    assert shown.card(batch_id) == ("Finishing …", "5 verdicts to come")
    assert shown.head()[1].startswith("5 verdicts to come · ")


def test_an_export_can_be_cancelled_and_leaves_nothing(
    qtbot: QtBot, shown: BatchesPageObject, world: BatchesWorld, tmp_path: Path
) -> None:
    batch_id = world.done(1200)
    shown.page.refresh()
    shown.choose(batch_id)
    file = tmp_path / "out.csv"
    shown.page.commands.export_to(file)
    shown.press("Cancel")
    qtbot.waitUntil(lambda: (shown.notice() or ("",))[0] != "Exporting …")
    # It may have been done before it heard of it; half a file there never is.
    assert shown.notice() is None or len(file.read_text(encoding="utf-8-sig").splitlines()) == 1201
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".part"] == []


def test_a_page_that_was_stopped_reads_nothing_more(
    qtbot: QtBot, shown: BatchesPageObject, world: BatchesWorld, items: Counting
) -> None:
    batch_id = world.queued(2)
    submissions = world.accepted()
    shown.page.refresh()
    shown.choose(batch_id)
    world.decide(submissions, [HELD])
    items.orders = 0
    shown.page.refresh()
    shown.page.on_batch_changed(batch_id)
    shown.page.stop()
    # Longer than either wait of the page.
    with qtbot.waitSignal(shown.page.scan_on, timeout=600, raising=False):
        pass
    assert items.orders == 0
