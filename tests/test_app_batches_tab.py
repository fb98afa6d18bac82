"""The tab of all batches reads nothing while nobody sees it, and keeps up while somebody does."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.page_batches import queueing_of
from ztdesk.app.batches_tab import BatchesTab
from ztdesk.background.task import Tasks
from ztdesk.domain.batch import BatchDraft, NewItem
from ztdesk.domain.identifiers import DeviceIdentifier
from ztdesk.paths import DataFolder
from ztdesk.services import Services, opened
from ztdesk.ui.theme import Mode, Theme

IMEI, OTHER = "001010012345672", "001010120000003"


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    with opened(DataFolder(tmp_path)) as services:
        yield services


@pytest.fixture
def tab(qtbot: QtBot, tmp_path: Path, services: Services) -> Iterator[BatchesTab]:
    tasks: Tasks[Services] = Tasks(lambda: opened(DataFolder(tmp_path)))
    tab = BatchesTab(Theme(Mode.LIGHT), services, tasks, queueing_of(services))
    qtbot.addWidget(tab)
    yield tab
    tab.stop()
    assert tasks.stop(5000)


def test_a_scan_reaches_the_page_that_is_seen(qtbot: QtBot, tab: BatchesTab, services: Services) -> None:
    tab.on_scanned_into(1)  # before there is a page
    batch = services.desk.open(BatchDraft("1700000042", "ACME"))
    page = tab.page
    page.refresh()
    with qtbot.waitExposed(tab):
        tab.show()
    device = NewItem(DeviceIdentifier(imei=IMEI), IMEI)
    services.items.add(batch.id, device, 1_790_000_000.0, services.author)
    tab.on_scanned_into(batch.id)
    qtbot.waitUntil(lambda: [summary.counts.total for summary in page.summaries()] == [1])
    tab.hide()
    device = NewItem(DeviceIdentifier(imei=OTHER), OTHER)
    services.items.add(batch.id, device, 1_790_000_000.0, services.author)
    with qtbot.assertNotEmitted(page.attention_changed, wait=250):
        tab.on_scanned_into(batch.id)
    assert [summary.counts.total for summary in page.summaries()] == [1]
