"""The settings of a station: account, name, looks and sounds. Checks the form, saves nothing itself."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSysInfo, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from ztdesk.domain.errors import UsageError
from ztdesk.ui.parts.buttons import Button, PrimaryButton
from ztdesk.ui.parts.labels import Label
from ztdesk.ui.parts.screen_fit import resize_to_fit
from ztdesk.ui.parts.scrolling import Scrolling
from ztdesk.ui.theme import Mode, Theme
from ztdesk.ui.tokens import Space, Tone
from ztdesk.ui.wording import words

_WIDE = 640


@dataclass(frozen=True, slots=True)
class SettingsForm:
    """What the dialog shows and gives back; `sound_volume` from 0 to 1."""

    partner_id: str
    key_file: str
    api_endpoint: str
    station_name: str
    operator: str
    appearance: Mode
    sound_volume: float
    reduced_motion: bool


class SettingsDialog(QDialog):
    """`saved(SettingsForm)` with a form that was checked; `sound_wanted(float)` to hear a volume."""

    saved = Signal(object)
    sound_wanted = Signal(float)

    def __init__(
        self,
        theme: Theme,
        form: SettingsForm,
        *,
        practice: bool,
        check: Callable[[SettingsForm], str],
        parent: QWidget | None = None,
    ) -> None:
        """`check` answers the account's e-mail address or raises UsageError; practice has no account to set."""
        super().__init__(parent)
        self._practice = practice
        self._check = check
        self._endpoint = form.api_endpoint
        self.setWindowTitle(self.tr("Settings"))
        self.setMinimumWidth(_WIDE)
        self.partner_id = QLineEdit(form.partner_id)
        self.partner_id.setPlaceholderText(self.tr("The number shown in the zero-touch portal"))
        self.key_file = QLineEdit(form.key_file)
        self.key_file.setPlaceholderText(self.tr("The service account's key, a JSON file"))
        self.choose_key = Button(theme, self.tr("Choose …"))
        self.choose_key.clicked.connect(self._on_choose_key)
        self.station_name = QLineEdit(form.station_name)
        self.station_name.setPlaceholderText(
            self.tr("As this PC is called: {name}").format(name=QSysInfo.machineHostName())
        )
        self.operator = QLineEdit(form.operator)
        self.operator.setPlaceholderText(self.tr("Who works here; stands in the journal with every scan"))
        self.appearance = QComboBox()
        for mode, name in self._modes():
            self.appearance.addItem(name, mode)
        self.appearance.setCurrentIndex(self.appearance.findData(form.appearance))
        self.volume = QSlider(Qt.Orientation.Horizontal)
        self.volume.setRange(0, 100)
        self.volume.setValue(round(form.sound_volume * 100))
        self.try_sound = Button(theme, self.tr("Try it"))
        self.try_sound.clicked.connect(lambda: self.sound_wanted.emit(self.volume.value() / 100))
        self.reduced_motion = QCheckBox(self.tr("No flash at a scan"))
        self.reduced_motion.setChecked(form.reduced_motion)
        self.trouble = Label("", "")
        self.trouble.set_tone(Tone.REFUSED)
        self.trouble.setWordWrap(True)
        self.trouble.hide()
        self.save = PrimaryButton(theme, self.tr("Save settings"))
        self.save.setDefault(True)
        self.save.clicked.connect(self._on_save)
        self.cancel = Button(theme, self.tr("Cancel"))
        self.cancel.clicked.connect(self.reject)
        self._lay_out()

    def form(self) -> SettingsForm:
        """What the form says now."""
        return SettingsForm(
            partner_id=self.partner_id.text().strip(),
            key_file=self.key_file.text().strip(),
            api_endpoint=self._endpoint,
            station_name=self.station_name.text().strip(),
            operator=self.operator.text().strip(),
            appearance=self.appearance.currentData(),
            sound_volume=self.volume.value() / 100,
            reduced_motion=self.reduced_motion.isChecked(),
        )

    def showEvent(self, event: QShowEvent) -> None:
        """As high as everything in it, where the screen is."""
        super().showEvent(event)
        resize_to_fit(self, max(_WIDE, self.width()), self.sizeHint().height())

    def _modes(self) -> tuple[tuple[Mode, str], ...]:
        return (
            (Mode.SYSTEM, self.tr("As the system")),
            (Mode.LIGHT, self.tr("Light")),
            (Mode.DARK, self.tr("Dark")),
        )

    def _on_choose_key(self) -> None:
        file, _ = QFileDialog.getOpenFileName(
            self, self.tr("Key of the service account"), self.key_file.text(), self.tr("Keys (*.json)")
        )
        if file:
            self.key_file.setText(str(Path(file)))

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
                return
        self.saved.emit(form)
        self.accept()

    def _lay_out(self) -> None:
        rows = QFormLayout()
        rows.setHorizontalSpacing(Space.EDGE)
        rows.setVerticalSpacing(Space.GAP)
        rows.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        if self._practice:
            note = Label(self.tr("Practice has an account of its own and never reaches Google."), "muted")
            note.setWordWrap(True)
            rows.addRow(note)
        else:
            self._add(rows, self.tr("Partner id"), self.partner_id)
            self._add(rows, self.tr("Key file"), self.key_file, self.choose_key)
            self._add(rows, self.tr("Service"), Label(self._endpoint, "muted"))
        self._add(rows, self.tr("Station"), self.station_name)
        self._add(rows, self.tr("Operator"), self.operator)
        self._add(rows, self.tr("Appearance"), self.appearance)
        self._add(rows, self.tr("Volume"), self.volume, self.try_sound)
        rows.addRow("", self.reduced_motion)
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.GAP)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.EDGE, Space.EDGE, Space.EDGE, Space.EDGE)
        column.setSpacing(Space.EDGE)
        column.addWidget(Label(self.tr("Settings"), "page"))
        column.addWidget(Scrolling(rows), 1)
        column.addWidget(self.trouble)
        column.addLayout(buttons)

    def _add(self, rows: QFormLayout, name: str, field: QWidget, beside: QWidget | None = None) -> None:
        field.setAccessibleName(name)
        label = Label(name)
        label.setBuddy(field)
        label.setMinimumHeight(Space.BUTTON)  # stands in the middle beside its field, whose height that is
        if beside is None:
            rows.addRow(label, field)
            return
        pair = QHBoxLayout()
        pair.setSpacing(Space.UNIT)
        pair.addWidget(field, 1)
        pair.addWidget(beside)
        rows.addRow(label, pair)
