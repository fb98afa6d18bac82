"""Opens the window on a data folder and stays until it is closed."""

import gc
import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from ztdesk.app.desktop import Desktop
from ztdesk.domain.errors import ZtdeskError
from ztdesk.logbook import logged
from ztdesk.paths import DataFolder, resource
from ztdesk.ui.crash import CrashReporter
from ztdesk.ui.language import install_language
from ztdesk.ui.single_window import SingleWindow
from ztdesk.ui.wording import words

_TURN_S = 0.001
"""How long the sync's thread may go on while the window waits for the interpreter. Less is none at all on Windows."""


def run_window(folder: DataFolder, *, practice: bool) -> int:
    """Open the window on `folder`; the exit status once it is closed. A second start shows the first window instead."""
    app = make_application()
    single = SingleWindow(folder.root)
    if not single.is_first():
        return 0
    install_language(app)
    try:
        with logged(folder, "window"):
            return _stay(app, folder, single, practice=practice)
    finally:
        single.close()


def make_application() -> QApplication:
    """Qt's application as the window wants it; one a process."""
    app = QApplication([*sys.argv[:1], "-style", "fusion"])  # what the theme's style sheet is made for
    app.setApplicationName("ztdesk")
    app.setDesktopFileName("ztdesk")
    app.setWindowIcon(QIcon(str(resource("icons/ztdesk.svg"))))
    sys.setswitchinterval(_TURN_S)
    return app


def settle_memory() -> None:
    """What was built for the start stays to the end; later collections, which a scan may have to wait for, leave it out."""
    gc.freeze()
    gc.enable()


def _stay(app: QApplication, folder: DataFolder, single: SingleWindow, *, practice: bool) -> int:
    try:
        desktop = Desktop(app, folder, practice=practice)
    except ZtdeskError as error:
        from PySide6.QtWidgets import QMessageBox  # late: only where there will be no window

        box = QMessageBox(QMessageBox.Icon.Critical, "ztdesk", f"{words(error.title)}\n\n{words(error.hint)}")
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.exec()
        return 3
    single.asked.connect(desktop.come_forward)
    desktop.started.connect(single.listen)
    reporter = CrashReporter(desktop.window)
    reporter.install()
    desktop.started.connect(settle_memory)
    desktop.tasks.broke.connect(reporter.report)
    desktop.start()
    try:
        return app.exec()
    finally:
        if not practice:
            # A start from now on must open a window of its own: this one only waits for what it sent last. In practice
            # it would start a second service on the folder of this one's, so it has to wait.
            single.close()
        desktop.stop()
        single.close()
        reporter.close()
