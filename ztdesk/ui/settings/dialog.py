"""The settings of a station, a page for each concern. Checks the form, saves nothing itself."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ztdesk.domain.errors import UsageError
from ztdesk.ui.parts.buttons import Button, PrimaryButton
from ztdesk.ui.parts.labels import Label
from ztdesk.ui.parts.screen_fit import resize_to_fit
from ztdesk.ui.parts.tabs import TabBar
from ztdesk.ui.settings.form import SettingsForm
from ztdesk.ui.settings.scanners_page import ScannersPage
from ztdesk.ui.settings.senses_page import SensesPage
from ztdesk.ui.settings.station_page import StationPage
from ztdesk.ui.theme import Theme
from ztdesk.ui.tokens import Space, Tone
from ztdesk.ui.wording import words

_WIDE, _HIGH = 720, 720


class SettingsDialog(QDialog):
    """`saved(SettingsForm)` with a form that was checked."""

    saved = Signal(object)

    def __init__(
        self,
        theme: Theme,
        form: SettingsForm,
        *,
        practice: bool,
        check: Callable[[SettingsForm], str],
        clock: Callable[[], float],
        can_sound: bool = True,
        can_speak: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """`check` answers the account's e-mail address or raises UsageError; practice has no account to set.

        `clock` tells seconds since the epoch; `can_sound` and `can_speak` what this PC can do.
        """
        super().__init__(parent)
        self._practice = practice
        self._check = check
        self._endpoint = form.api_endpoint
        self.setWindowTitle(self.tr("Settings"))
        self.station = StationPage(theme, form, practice=practice)
        self.senses = SensesPage(theme, form, can_sound=can_sound, can_speak=can_speak)
        self.scanners = ScannersPage(theme, form, clock)
        self.tabs = TabBar(theme)
        self.tabs.setAccessibleName(self.tr("Pages"))
        self.pages = QStackedWidget()
        for name, page in (
            (self.tr("Station"), self.station),
            (self.tr("Sight and sound"), self.senses),
            (self.tr("Scanners"), self.scanners),
        ):
            self.tabs.add(name)
            self.pages.addWidget(page)
        self.tabs.currentChanged.connect(self.pages.setCurrentIndex)
        for keys, step in ((QKeySequence.StandardKey.NextChild, 1), (QKeySequence.StandardKey.PreviousChild, -1)):
            QShortcut(QKeySequence(keys), self).activated.connect(partial(self._turn, step))
        self.trouble = Label("", "")
        self.trouble.set_tone(Tone.REFUSED)
        self.trouble.setWordWrap(True)
        self.trouble.hide()
        self.save = PrimaryButton(theme, self.tr("Save settings"))
        self.save.setDefault(True)
        self.save.clicked.connect(self._on_save)
        self.cancel = Button(theme, self.tr("Cancel"))
        self.cancel.clicked.connect(self.reject)
        self.finished.connect(self.senses.stop_sounds)
        self._lay_out()

    def form(self) -> SettingsForm:
        """What the form says now."""
        return SettingsForm(
            partner_id=self.station.partner_id.text().strip(),
            key_file=self.station.key_file.text().strip(),
            api_endpoint=self._endpoint,
            station_name=self.station.station_name.text().strip(),
            operator=self.station.operator.text().strip(),
            confirm_after_min=self.station.confirm_after.currentData(),
            appearance=self.senses.appearance.currentData(),
            sound_volume=self.senses.sound_volume,
            reduced_motion=self.senses.reduced_motion,
            flash_window=self.senses.flash_window,
            speak_digits=self.senses.speak_digits.isChecked(),
            serial_ports=self.scanners.list.chosen(),
            line=self.scanners.line.form(),
        )

    def showEvent(self, event: QShowEvent) -> None:
        """The same size on every page, as far as the screen has room."""
        super().showEvent(event)
        resize_to_fit(self, _WIDE, _HIGH)

    def _turn(self, step: int) -> None:
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + step) % self.tabs.count())

    def _on_save(self) -> None:
        form = self.form()
        if not self._practice and (form.partner_id or form.key_file):
            try:
                self._check(form)
            except UsageError as error:
                self.trouble.setText(
                    self.tr("{title}. {hint}").format(title=words(error.title), hint=words(error.hint))
                )
                self.trouble.show()
                self.tabs.setCurrentIndex(0)
                return
        self.saved.emit(form)
        self.accept()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.GAP)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.EDGE, Space.UNIT, Space.EDGE, Space.EDGE)
        column.setSpacing(Space.GAP)
        column.addWidget(self.tabs)
        column.addWidget(self.pages, 1)
        column.addWidget(self.trouble)
        column.addLayout(buttons)
