"""The part of the settings about what an operator sees and hears. Plays nothing itself."""

from enum import Enum

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QSlider, QVBoxLayout, QWidget

from ztdesk.ui.feedback import Sound
from ztdesk.ui.parts.announce import announce
from ztdesk.ui.parts.buttons import Button
from ztdesk.ui.parts.labels import Label
from ztdesk.ui.parts.scrolling import Scrolling
from ztdesk.ui.settings.form import FormRows, SettingsForm
from ztdesk.ui.theme import Mode, Theme

_EACH_MS = 1100


class Flash(Enum):
    """What shines up for a moment at a scan."""

    NONE = "none"
    PANEL = "panel"
    WINDOW = "window"


class SensesPage(QWidget):
    """`sound_wanted(Sound, float)` to hear one sound at a volume; the test asks for each in turn and names it."""

    sound_wanted = Signal(object, float)

    def __init__(
        self, theme: Theme, form: SettingsForm, *, can_sound: bool, can_speak: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._rest: list[Sound] = []
        self._next = QTimer(self, interval=_EACH_MS)
        self._next.timeout.connect(self._play_next)
        self.appearance = QComboBox()
        for mode, name in self._modes():
            self.appearance.addItem(name, mode)
        self.appearance.setCurrentIndex(self.appearance.findData(form.appearance))
        self.volume = QSlider(Qt.Orientation.Horizontal)
        self.volume.setRange(0, 100)
        self.volume.setValue(round(form.sound_volume * 100))
        self.try_sounds = Button(theme, self.tr("Hear them all"))
        self.try_sounds.clicked.connect(self._on_try)
        self.heard = Label("" if can_sound else self.tr("This PC has no audio output that can be used."), "muted")
        self.heard.setWordWrap(True)
        self.flash = QComboBox()
        for flash, name in self._flashes():
            self.flash.addItem(name, flash)
        chosen = Flash.NONE if form.reduced_motion else Flash.WINDOW if form.flash_window else Flash.PANEL
        self.flash.setCurrentIndex(self.flash.findData(chosen))
        self.speak_digits = QCheckBox(self.tr("Speak the last four digits of what was added"))
        self.speak_digits.setChecked(form.speak_digits)
        rows = FormRows()
        rows.add(self.tr("Appearance"), self.appearance)
        rows.add(self.tr("Flash at a scan"), self.flash)
        rows.add(self.tr("Volume"), self.volume, self.try_sounds)
        rows.addRow("", self.heard)
        rows.addRow("", self.speak_digits)
        if not can_speak:
            self.speak_digits.setEnabled(False)
            no_voice = Label(self.tr("This PC has no voice to speak with."), "small")
            no_voice.setWordWrap(True)
            rows.addRow("", no_voice)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Scrolling(rows))

    @property
    def sound_volume(self) -> float:
        """From 0 to 1."""
        return self.volume.value() / 100

    @property
    def reduced_motion(self) -> bool:
        """Whether nothing flashes."""
        return self.flash.currentData() is Flash.NONE

    @property
    def flash_window(self) -> bool:
        """Whether the whole window does."""
        return self.flash.currentData() is Flash.WINDOW

    def stop_sounds(self) -> None:
        """End the test."""
        self._next.stop()
        self._rest.clear()

    def _on_try(self) -> None:
        self._rest = list(Sound)
        self._play_next()
        self._next.start()

    def _play_next(self) -> None:
        if not self._rest:
            self._next.stop()
            self.heard.setText("")
            return
        sound = self._rest.pop(0)
        self.heard.setText(self._names()[sound])
        announce(self, self.heard.text())
        self.sound_wanted.emit(sound, self.sound_volume)

    def _modes(self) -> tuple[tuple[Mode, str], ...]:
        return (
            (Mode.SYSTEM, self.tr("As the system")),
            (Mode.LIGHT, self.tr("Light")),
            (Mode.DARK, self.tr("Dark")),
        )

    def _flashes(self) -> tuple[tuple[Flash, str], ...]:
        return (
            (Flash.NONE, self.tr("Nothing flashes")),
            (Flash.PANEL, self.tr("The panel that shows the answer")),
            (Flash.WINDOW, self.tr("The whole window, in the colour of the answer")),
        )

    def _names(self) -> dict[Sound, str]:
        return {
            Sound.GOOD: self.tr("Added"),
            Sound.PART: self.tr("Part of a box; more is waited for"),
            Sound.ASKED: self.tr("A question about a code"),
            Sound.UNEXPECTED: self.tr("Added, but not expected"),
            Sound.DUPLICATE: self.tr("Already here"),
            Sound.REFUSED: self.tr("Refused"),
            Sound.IGNORED: self.tr("Ignored"),
            Sound.DONE: self.tr("Command card done"),
            Sound.LOCKED: self.tr("Locked until somebody has seen it"),
            Sound.BATCH_DONE: self.tr("A batch was claimed"),
            Sound.FAILED: self.tr("A batch needs somebody"),
        }
