"""Draws the pictures of the guide: the real window over a practice service, without a screen. Run as a program.

`python packaging/screenshots.py [FOLDER]` writes into `docs/screenshots` unless told otherwise.
"""

import os
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from ztdesk.app.desktop import Desktop
from ztdesk.domain.batch import BatchDraft, NewItem, ShownState
from ztdesk.domain.catalogue import Customer, TermsStatus
from ztdesk.domain.identifiers import DeviceIdentifier
from ztdesk.paths import DataFolder
from ztdesk.practice.failing import FAILING
from ztdesk.practice.identifiers import with_check_digit
from ztdesk.practice.operations import Tempo
from ztdesk.practice.options import PracticeOptions
from ztdesk.practice.records import PARTNER_ID
from ztdesk.practice.server import PracticeServer
from ztdesk.services import opened
from ztdesk.settings import Settings
from ztdesk.ui.language import install_language
from ztdesk.ui.theme import Mode

_SIZE = (1366, 768)
_PATIENCE_S = 30
_ACME = Customer("1700000042", "ACME Logistics GmbH", TermsStatus.ACCEPTED)
_OTHERS = (
    Customer("1700000043", "O'Brien & Sons", TermsStatus.ACCEPTED),
    Customer("1700000044", "Zürich Kühlgeräte AG", TermsStatus.NOT_ACCEPTED),
    Customer("1700000045", "日本物流株式会社", TermsStatus.ACCEPTED),
)


def main(folder: Path) -> None:
    """Draw every picture, light and dark."""
    app = QApplication(sys.argv[:1])
    install_language(app)
    folder.mkdir(parents=True, exist_ok=True)
    for mode in (Mode.LIGHT, Mode.DARK):
        with tempfile.TemporaryDirectory() as name:
            _scan_pages(app, Path(name), mode, folder)
        with tempfile.TemporaryDirectory() as name:
            _batches_pages(app, Path(name), mode, folder)


def _scan_pages(app: QApplication, data: Path, mode: Mode, folder: Path) -> None:
    with (
        PracticeServer(PracticeOptions(data / "service")) as service,
        _desktop(app, data / "desk", _account(service, mode)) as desktop,
    ):
        page = desktop.scan_page
        _wait(lambda: desktop.services.catalogue.customers_fetched_at() is not None)
        _save(desktop.window, folder / f"scan-empty-{mode.value}.png")
        draft = BatchDraft(_ACME.id, _ACME.name, "PO-88213", 48)
        batch = desktop.services.desk.open(draft)
        desktop.batches_page.scan_on.emit(batch.id)
        for number in range(36):
            page.take(_imei(100 + number))
        last = page.take(_imei(137))
        assert last.count == 37, last
        _save(desktop.window, folder / f"scan-added-{mode.value}.png")
        page.take(_imei(111))
        _save(desktop.window, folder / f"scan-duplicate-{mode.value}.png")
        good = _imei(140)
        page.take(good[:-1] + str((int(good[-1]) + 1) % 10))
        _save(desktop.window, folder / f"scan-refused-{mode.value}.png")
        page.take("9501101530003")
        _save(desktop.window, folder / f"scan-ignored-{mode.value}.png")


def _batches_pages(app: QApplication, data: Path, mode: Mode, folder: Path) -> None:
    tempo = Tempo(pending_s=0.1, devices_per_second=400.0, finishing_s=0.0)
    with PracticeServer(PracticeOptions(data / "service", tempo=tempo)) as service:
        account = _account(service, mode)
        _queue(data / "desk", _OTHERS[2], "4500017", [_imei(1000 + number) for number in range(120)])
        failing = [device.imei for device in FAILING]
        _queue(data / "desk", _OTHERS[0], "PO-88201", [*(_imei(2000 + number) for number in range(60)), *failing[:5]])
        with _desktop(app, data / "desk", account) as desktop:
            summaries = desktop.services.batches.summaries
            ended = {ShownState.DONE, ShownState.DONE_WITH_FAILURES}
            _wait(lambda: all(one.shown in ended for one in summaries()))
            desktop.window.show_page(1)
            failed = next(one for one in summaries() if one.counts.failed)
            desktop.batches_page.show_batch(failed.batch.id)
            _save(desktop.window, folder / f"batches-partly-failed-{mode.value}.png")
    # A slow service, so that the picture finds a batch at work.
    tempo = Tempo(pending_s=0.1, devices_per_second=60.0, finishing_s=0.0)
    with PracticeServer(PracticeOptions(data / "service", tempo=tempo)) as service:
        account = _account(service, mode)
        _queue(data / "desk", _ACME, "PO-88213", [_imei(3000 + number) for number in range(488)])
        with _desktop(app, data / "desk", account) as desktop:
            desktop.window.show_page(1)
            newest = desktop.services.batches.summaries()[0].batch.id
            _wait(lambda: desktop.services.batches.summary(newest).progress >= 40)
            desktop.batches_page.show_batch(newest)
            desktop.work_watch.look()
            _save(desktop.window, folder / f"batches-processing-{mode.value}.png")


def _account(service: PracticeServer, mode: Mode) -> Settings:
    return Settings(
        partner_id=PARTNER_ID,
        service_account_file=str(service.key_file),
        api_endpoint=service.url,
        station_name="Bench 3",
        appearance=mode.value,
        poll_shortest_s=0.2,
        poll_longest_s=0.4,
    )


def _queue(data: Path, customer: Customer, order: str, imeis: list[str]) -> None:
    with opened(DataFolder(data)) as services:
        draft = BatchDraft(customer.id, customer.name, order)
        items = [NewItem(DeviceIdentifier(imei=imei), imei) for imei in imeis]
        batch = services.batches.open_with(draft, items, time.time(), services.author, "pictures")
        services.desk.queue(batch.id)


@contextmanager
def _desktop(app: QApplication, data: Path, settings: Settings) -> Iterator[Desktop]:
    desktop = Desktop(app, DataFolder(data), practice=False, settings=settings)
    desktop.start()
    desktop.window.resize(*_SIZE)
    desktop.window.activateWindow()
    try:
        _pass_ms(400)
        yield desktop
    finally:
        desktop.stop()
        desktop.window.close()


def _save(window: QWidget, file: Path) -> None:
    _pass_ms(300)
    image = _with_palette(window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32))
    if not image.save(str(file), quality=0):
        raise OSError(f"{file} could not be written")
    print(file)


def _with_palette(image: QImage) -> QImage:
    """The same picture by its 256 most frequent colours: enough for a window, and a quarter of the size."""
    pixels = memoryview(image.constBits()).cast("B").cast("I")
    colors = [color for color, _ in Counter(pixels).most_common(256)]
    plain = Qt.ImageConversionFlag.AvoidDither | Qt.ImageConversionFlag.ThresholdDither
    return image.convertToFormat(QImage.Format.Format_Indexed8, colors, plain)


def _imei(number: int) -> str:
    return with_check_digit(f"35824011{number:06d}")


def _wait(come: Callable[[], bool]) -> None:
    until = time.monotonic() + _PATIENCE_S
    while not come():
        if time.monotonic() > until:
            raise TimeoutError("the practice service did not get there")
        _pass_ms(50)


def _pass_ms(duration_ms: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(duration_ms, loop.quit)
    loop.exec()


if __name__ == "__main__":
    root = Path(__file__).resolve().parent.parent
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else root / "docs" / "screenshots")
