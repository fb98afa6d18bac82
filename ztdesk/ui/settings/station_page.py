"""The part of the settings about the account, the station and who works there. Checks nothing itself."""

from pathlib import Path

from PySide6.QtCore import QSysInfo
from PySide6.QtWidgets import QComboBox, QFileDialog, QLineEdit, QVBoxLayout, QWidget

from ztdesk.ui.parts.buttons import Button
from ztdesk.ui.parts.labels import Label
from ztdesk.ui.parts.scrolling import Scrolling
from ztdesk.ui.settings.form import FormRows, SettingsForm
from ztdesk.ui.theme import Theme

_PAUSES_MIN = (5.0, 10.0, 20.0, 30.0, 60.0, 120.0)


class StationPage(QWidget):
    """Practice has no account to set."""

    def __init__(self, theme: Theme, form: SettingsForm, *, practice: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
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
        self.confirm_after = QComboBox()
        self.confirm_after.addItem(self.tr("Never"), 0.0)
        for minutes in sorted({*_PAUSES_MIN, form.confirm_after_min} - {0.0}):
            shown = f"{minutes:g}"
            self.confirm_after.addItem(self.tr("After {minutes} minutes without a scan").format(minutes=shown), minutes)
        self.confirm_after.setCurrentIndex(self.confirm_after.findData(form.confirm_after_min))
        rows = FormRows()
        if practice:
            note = Label(self.tr("Practice has an account of its own and never reaches Google."), "muted")
            note.setWordWrap(True)
            rows.addRow(note)
        else:
            rows.add(self.tr("Partner id"), self.partner_id)
            rows.add(self.tr("Key file"), self.key_file, self.choose_key)
            rows.add(self.tr("Service"), Label(form.api_endpoint, "muted"))
        rows.add(self.tr("Station"), self.station_name)
        rows.add(self.tr("Operator"), self.operator)
        rows.add(self.tr("Confirm customer"), self.confirm_after)
        hint = Label(self.tr("Asks again for whom is scanned, also after a change of operator."), "small")
        hint.setWordWrap(True)
        rows.addRow("", hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Scrolling(rows))

    def _on_choose_key(self) -> None:
        file, _ = QFileDialog.getOpenFileName(
            self, self.tr("Key of the service account"), self.key_file.text(), self.tr("Keys (*.json)")
        )
        if file:
            self.key_file.setText(str(Path(file)))
