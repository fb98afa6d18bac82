"""What the settings dialog shows and gives back, and rows of a form as all its pages have them. Checks nothing."""

from dataclasses import dataclass, field

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QWidget

from ztdesk.ui.parts.labels import Label
from ztdesk.ui.scanners.line_form import SerialForm
from ztdesk.ui.theme import Mode
from ztdesk.ui.tokens import Space


@dataclass(frozen=True, slots=True)
class SettingsForm:
    """`sound_volume` from 0 to 1, `confirm_after_min` in minutes (0 for never), the rest as in Settings."""

    partner_id: str = ""
    key_file: str = ""
    api_endpoint: str = ""
    station_name: str = ""
    operator: str = ""
    confirm_after_min: float = 0.0
    appearance: Mode = Mode.SYSTEM
    sound_volume: float = 1.0
    reduced_motion: bool = False
    flash_window: bool = False
    speak_digits: bool = False
    serial_ports: tuple[str, ...] = ()
    line: SerialForm = field(default_factory=SerialForm)


class FormRows(QFormLayout):
    """Rows of a name and its field, in the middle beside each other."""

    def __init__(self) -> None:
        super().__init__()
        self.setHorizontalSpacing(Space.EDGE)
        self.setVerticalSpacing(Space.GAP)
        self.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)

    def add(self, name: str, field: QWidget, beside: QWidget | None = None) -> None:
        """A row; `beside` stands at the right of the field."""
        field.setAccessibleName(name)
        label = Label(name)
        label.setBuddy(field)
        label.setMinimumHeight(Space.BUTTON)  # stands in the middle beside its field, whose height that is
        if beside is None:
            self.addRow(label, field)
            return
        pair = QHBoxLayout()
        pair.setSpacing(Space.UNIT)
        pair.addWidget(field, 1)
        pair.addWidget(beside)
        self.addRow(label, pair)
