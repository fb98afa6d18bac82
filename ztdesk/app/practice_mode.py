"""Practice mode: the service's child process, its faults in a menu, and an account that cannot reach Google."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from ztdesk.background.practice_process import PracticeAddress, PracticeProcess
from ztdesk.background.task import Job, Tasks
from ztdesk.domain.errors import TryLater, ZtdeskError
from ztdesk.domain.text import text
from ztdesk.practice.control import ControlFailed, PracticeControl
from ztdesk.practice.faults import FAULTS
from ztdesk.practice.records import PARTNER_ID
from ztdesk.services import Services
from ztdesk.settings import Settings
from ztdesk.ui.practice_menu import PracticeMenu
from ztdesk.ui.theme import Theme
from ztdesk.ui.wording import words


def without_account(settings: Settings) -> Settings:
    """The same settings, but whatever account the file names: practice knows none but its own service's."""
    return replace(settings, partner_id="", service_account_file="", api_endpoint="http://127.0.0.1")


class PracticeMode(QObject):
    """`ready(Settings)` with the practice account once the service runs, `failed(Text)` when it does not run.

    `switched` after a fault was, `trouble(ZtdeskError)` when one could not be.
    """

    ready = Signal(object)
    failed = Signal(object)
    switched = Signal()
    trouble = Signal(object)

    def __init__(
        self,
        theme: Theme,
        settings: Callable[[], Settings],
        data: Path,
        tasks: Tasks[Services],
        parent: QObject | None = None,
    ) -> None:
        """`settings` answers those of the moment, to which the practice account is added."""
        super().__init__(parent)
        self._settings = settings
        self._tasks = tasks
        self._control_url = ""
        self._active: tuple[str, ...] = ()
        self.menu = PracticeMenu(theme, [(kind.name, words(kind.title)) for kind in FAULTS])
        self.menu.switched.connect(self._on_fault_switched)
        self.process = PracticeProcess(data, self)
        self.process.ready.connect(self._on_ready)
        self.process.failed.connect(self.failed)

    def start(self) -> None:
        """Start the service."""
        self.process.start()

    def stop(self) -> None:
        """End the service."""
        self.process.stop()

    def _on_ready(self, address: PracticeAddress) -> None:
        self._control_url = address.control_url
        account = replace(
            self._settings(),
            partner_id=PARTNER_ID,
            service_account_file=str(address.key_file),
            api_endpoint=address.api_endpoint,
        )
        self.ready.emit(account)

    def _on_fault_switched(self, name: str, on: bool) -> None:
        control_url = self._control_url
        if not control_url:
            return

        def switch(_services: Services, _job: Job) -> tuple[str, ...]:
            control = PracticeControl(control_url)
            try:
                if on:
                    control.switch_on(name)
                else:
                    control.switch_off(name)
                return tuple(fault.name for fault in control.faults())
            except ControlFailed as error:
                raise TryLater(text("Practice does not answer"), text("{reason}", reason=str(error))) from error

        task = self._tasks.start(switch)
        task.finished.connect(self._on_switched)
        task.failed.connect(self._on_switch_failed)

    def _on_switched(self, active: tuple[str, ...]) -> None:
        self._active = active
        self.menu.show_active(active)
        self.switched.emit()

    def _on_switch_failed(self, error: ZtdeskError) -> None:
        # What was on before still is, as far as is known here.
        self.menu.show_active(self._active)
        self.trouble.emit(error)
