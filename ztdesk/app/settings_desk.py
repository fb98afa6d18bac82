"""Opens the settings, keeps what was changed, and tells whom it concerns."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from ztdesk.domain.errors import UsageError
from ztdesk.domain.text import text
from ztdesk.paths import DataFolder
from ztdesk.settings import Settings, check_key_file, check_partner_id, save_settings
from ztdesk.ui.feedback import Sound, Sounds
from ztdesk.ui.main_window import MainWindow
from ztdesk.ui.theme import Mode, Theme
from ztdesk.ui.wording import words

if TYPE_CHECKING:
    from ztdesk.ui.settings.dialog import SettingsDialog, SettingsForm


class SettingsDesk(QObject):
    """`changed(Settings)` after other settings are on disk."""

    changed = Signal(object)

    def __init__(self, folder: DataFolder, theme: Theme, window: MainWindow, sounds: Sounds, *, practice: bool) -> None:
        super().__init__(window)
        self._folder = folder
        self._theme = theme
        self._window = window
        self._sounds = sounds
        self._practice = practice

    def open(self, current: Callable[[], Settings]) -> "SettingsDialog":
        """Show the dialog with what is set now; what is set when it is saved keeps all that the dialog does not show."""
        settings = current()
        from ztdesk.ui.settings.dialog import SettingsDialog, SettingsForm  # late: most days nobody opens it

        form = SettingsForm(
            partner_id=settings.partner_id,
            key_file=settings.service_account_file,
            api_endpoint=settings.api_endpoint,
            station_name=settings.station_name,
            operator=settings.operator,
            appearance=self._theme.mode,
            sound_volume=self._sounds.volume,
            reduced_motion=self._theme.reduced_motion,
        )
        dialog = SettingsDialog(self._theme, form, practice=self._practice, check=_check_account, parent=self._window)
        dialog.saved.connect(lambda saved: self._on_saved(current(), saved))
        dialog.rejected.connect(lambda: self._sounds.set_volume(current().sound_volume))
        dialog.sound_wanted.connect(self._on_sound_wanted)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def keep_operator(self, operator: str, current: Settings) -> None:
        """Another person works here from now on."""
        if operator != current.operator and self._save({"operator": operator}):
            self.changed.emit(replace(current, operator=operator))

    def _on_sound_wanted(self, volume: float) -> None:
        self._sounds.set_volume(volume)
        self._sounds.play(Sound.GOOD)

    def _on_saved(self, before: Settings, form: "SettingsForm") -> None:
        changes: dict[str, Any] = {
            "station_name": form.station_name,
            "operator": form.operator,
            "appearance": form.appearance.value,
            "sound_volume": form.sound_volume,
            "reduced_motion": form.reduced_motion,
        }
        if not self._practice:
            changes |= {"partner_id": form.partner_id, "service_account_file": form.key_file}
        if not self._save(changes):
            return
        self._theme.reduced_motion = form.reduced_motion
        self._theme.set_mode(Mode(form.appearance))
        self._sounds.set_volume(form.sound_volume)
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


def _check_account(form: "SettingsForm") -> str:
    check_partner_id(form.partner_id)
    return check_key_file(Path(form.key_file))
