"""Opens the settings, keeps what was changed, and tells whom it concerns."""

import time
from collections.abc import Callable
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from ztdesk.app.scanner_desk import ScannerDesk
from ztdesk.app.senses import Senses
from ztdesk.domain.errors import UsageError
from ztdesk.domain.text import text
from ztdesk.paths import DataFolder
from ztdesk.settings import Settings, check_key_file, check_partner_id, save_settings
from ztdesk.ui.feedback import Sound
from ztdesk.ui.main_window import MainWindow
from ztdesk.ui.theme import Mode, Theme
from ztdesk.ui.wording import words

if TYPE_CHECKING:
    from ztdesk.ui.settings.dialog import SettingsDialog
    from ztdesk.ui.settings.form import SettingsForm


class SettingsDesk(QObject):
    """`changed(Settings)` after other settings are on disk."""

    changed = Signal(object)

    def __init__(
        self,
        folder: DataFolder,
        theme: Theme,
        window: MainWindow,
        senses: Senses,
        scanners: ScannerDesk,
        *,
        practice: bool,
    ) -> None:
        super().__init__(window)
        self._folder = folder
        self._theme = theme
        self._window = window
        self._senses = senses
        self._scanners = scanners
        self._practice = practice

    def open(self, current: Callable[[], Settings]) -> "SettingsDialog":
        """Show the dialog with what is set now; what is set when it is saved keeps all that the dialog does not show."""
        settings = current()
        from ztdesk.ui.scanners.line_form import SerialForm  # late: as the dialog
        from ztdesk.ui.settings.dialog import SettingsDialog  # late: most days nobody opens it
        from ztdesk.ui.settings.form import SettingsForm  # late: as the dialog

        form = SettingsForm(
            partner_id=settings.partner_id,
            key_file=settings.service_account_file,
            api_endpoint=settings.api_endpoint,
            station_name=settings.station_name,
            operator=settings.operator,
            confirm_after_min=settings.confirm_after_min,
            appearance=self._theme.mode,
            sound_volume=self._senses.sounds.volume,
            reduced_motion=self._theme.reduced_motion,
            flash_window=settings.flash_window,
            speak_digits=settings.speak_digits,
            serial_ports=settings.serial_ports,
            line=SerialForm(
                settings.baud_rate, settings.byte_size, settings.parity, settings.stop_bits, settings.suffix
            ),
        )
        self._senses.speech.load()  # only then it is known whether this PC has a voice
        dialog = SettingsDialog(
            self._theme,
            form,
            practice=self._practice,
            check=_check_account,
            clock=time.time,
            can_sound=self._senses.sounds.available,
            can_speak=self._senses.speech.available,
            parent=self._window,
        )
        dialog.saved.connect(lambda saved: self._on_saved(current(), saved))
        dialog.rejected.connect(lambda: self._go_back_to(current()))
        dialog.senses.sound_wanted.connect(self._on_sound_wanted)
        # As with the volume: who chooses a port wants to see its light before anything is saved.
        dialog.scanners.changed.connect(lambda: self._scanners.listen(replace(current(), **_serial(dialog.form()))))
        self._scanners.feed(dialog)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def keep_operator(self, operator: str, current: Settings) -> None:
        """Another person works here from now on."""
        if operator != current.operator and self._save({"operator": operator}):
            self.changed.emit(replace(current, operator=operator))

    def _on_sound_wanted(self, sound: Sound, volume: float) -> None:
        self._senses.sounds.set_volume(volume)
        self._senses.sounds.play(sound)

    def _go_back_to(self, settings: Settings) -> None:
        self._senses.sounds.set_volume(settings.sound_volume)
        self._scanners.listen(settings)

    def _on_saved(self, before: Settings, form: "SettingsForm") -> None:
        changes: dict[str, Any] = {
            "station_name": form.station_name,
            "operator": form.operator,
            "confirm_after_min": form.confirm_after_min,
            "appearance": form.appearance.value,
            "sound_volume": form.sound_volume,
            "reduced_motion": form.reduced_motion,
            "flash_window": form.flash_window,
            "speak_digits": form.speak_digits,
            **_serial(form),
        }
        if not self._practice:
            changes |= {"partner_id": form.partner_id, "service_account_file": form.key_file}
        if not self._save(changes):
            self._go_back_to(before)
            return
        self._theme.reduced_motion = form.reduced_motion
        self._theme.set_mode(Mode(form.appearance))
        self.changed.emit(replace(before, **changes))

    def _save(self, changes: dict[str, Any]) -> bool:
        try:
            save_settings(self._folder.settings_file, changes)
        except UsageError as error:  # somebody broke the file since it was read
            self._window.show_trouble(words(error.title), words(error.hint))
            return False
        except OSError as error:
            self._window.show_trouble(words(text("Settings cannot be written")), error.strerror or str(error))
            return False
        return True


def _serial(form: "SettingsForm") -> dict[str, Any]:
    return {"serial_ports": form.serial_ports, **asdict(form.line)}


def _check_account(form: "SettingsForm") -> str:
    check_partner_id(form.partner_id)
    return check_key_file(Path(form.key_file))
