"""Maps the fields of one label that was not understood, shows what it will be read as, and keeps it under a name."""

from collections.abc import Collection
from enum import Enum
from functools import partial
from typing import Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QDialog, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ztdesk.domain.bare import read_bare
from ztdesk.domain.errors import StoreFailure
from ztdesk.domain.explain import explain, shown_code
from ztdesk.domain.label import read_label
from ztdesk.domain.reading import Kind
from ztdesk.domain.template import Template, learn, split
from ztdesk.domain.text import text
from ztdesk.ui.parts.banner import Banner
from ztdesk.ui.parts.buttons import Button, PrimaryButton
from ztdesk.ui.parts.labels import ElidedLabel, Label
from ztdesk.ui.parts.screen_fit import resize_to_fit
from ztdesk.ui.parts.scrolling import Scrolling
from ztdesk.ui.theme import Theme
from ztdesk.ui.tokens import Space, Tone
from ztdesk.ui.wording import words

_WIDE, _HIGH = 760, 620
_CHOICE_WIDE = 220
_LONGEST_NAME = 60
_DEVICES = frozenset({Kind.IMEI, Kind.MEID, Kind.SERIAL})


class Field(Enum):
    """What one field of a label can be."""

    IGNORED = "ignored"
    IMEI = "imei"
    IMEI2 = "imei2"
    SERIAL = "serial"


_KINDS = {Field.IMEI: Kind.IMEI, Field.IMEI2: Kind.IMEI, Field.SERIAL: Kind.SERIAL}


class Templates(Protocol):
    """The labels that were taught; every call may raise StoreFailure."""

    def all(self) -> tuple[Template, ...]:
        """All of them."""

    def keep(self, template: Template) -> None:
        """Understand such labels from now on."""

    def delete(self, name: str) -> None:
        """Understand them no more."""


class TeachLabelDialog(QDialog):
    """`changed` when other labels are understood from now on."""

    changed = Signal()

    def __init__(
        self,
        theme: Theme,
        templates: Templates,
        payload: str,
        *,
        takes_serials: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """`takes_serials` says that the batch names maker and model, without which no serial number is sent."""
        super().__init__(parent)
        self._takes_serials = takes_serials
        self._templates = templates
        self._payload = payload
        self._template: Template | None = None
        self.setWindowTitle(self.tr("Teach this label"))
        self.banner = Banner(theme, self)
        self.choices: list[QComboBox] = []
        self.example = Label("", "strong", self)
        self.example.setWordWrap(True)
        self.serial_hint = Label("", "muted", self)
        self.serial_hint.setWordWrap(True)
        self.missing = Label("", "muted", self)
        self.name = QLineEdit(self)
        self.name.setMaxLength(_LONGEST_NAME)
        self.name.setAccessibleName(self.tr("Name of this label"))
        self.name.setPlaceholderText(self.tr("Name of this label, such as its maker's"))
        self.kept = QComboBox(self)
        self.kept.setAccessibleName(self.tr("Labels that were taught"))
        self.delete = Button(theme, self.tr("Delete"), quiet=True, parent=self)
        self.close_it = Button(theme, self.tr("Close"), parent=self)
        self.save = PrimaryButton(theme, self.tr("Save this label"), parent=self)
        self.save.setDefault(True)  # Enter in the name saves
        self._lay_out()
        self.name.textChanged.connect(self._refresh)
        self.delete.clicked.connect(self._on_delete_clicked)
        self.close_it.clicked.connect(self.reject)
        self.save.clicked.connect(self._on_save_clicked)
        resize_to_fit(self, _WIDE, _HIGH)
        self._show_kept()
        self._refresh()

    def _lay_out(self) -> None:
        intro = Label(self.tr("What is each field? A field that is not a device's number is ignored."), "muted", self)
        intro.setWordWrap(True)
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.GAP)
        grid.setVerticalSpacing(Space.UNIT)
        grid.setColumnStretch(0, 1)
        for place, field in enumerate(split(self._payload)):
            grid.addWidget(ElidedLabel(shown_code(field) or "–", "strong", self), place, 0)
            grid.addWidget(self._choice(place, field), place, 1)
        rows = QVBoxLayout()
        rows.addLayout(grid)
        rows.addStretch()
        kept = QHBoxLayout()
        kept.setSpacing(Space.UNIT)
        kept.addWidget(Label(self.tr("Taught before"), "label", self))
        kept.addWidget(self.kept, 1)
        kept.addWidget(self.delete)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addStretch()
        row.addWidget(self.close_it)
        row.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.EDGE, Space.EDGE, Space.EDGE, Space.EDGE)
        column.setSpacing(Space.GAP)
        column.addWidget(intro)
        column.addWidget(self.banner)
        column.addWidget(Scrolling(rows, self), 1)
        column.addWidget(self.example)
        column.addWidget(self.serial_hint)
        column.addWidget(self.name)
        column.addWidget(self.missing)
        column.addLayout(kept)
        column.addLayout(row)

    def _choice(self, place: int, field: str) -> QComboBox:
        choice = QComboBox(self)
        choice.setFixedWidth(_CHOICE_WIDE)
        choice.setAccessibleName(self.tr("Field {place}: {field}").format(place=place + 1, field=shown_code(field)))
        for name, what in (
            (self.tr("Ignore"), Field.IGNORED),
            (self.tr("IMEI"), Field.IMEI),
            (self.tr("IMEI2"), Field.IMEI2),
            (self.tr("Serial number"), Field.SERIAL),
        ):
            choice.addItem(name, what)
        taken = sum(one.currentData() is not Field.IGNORED for one in self.choices)
        if read_bare(field).kind is Kind.IMEI and taken < 2:
            choice.setCurrentIndex(1 + taken)
        choice.currentIndexChanged.connect(partial(self._refresh))
        self.choices.append(choice)
        return choice

    def _refresh(self, *_changed: object) -> None:
        chosen = [choice.currentData() for choice in self.choices]
        mapping = {place: _KINDS[what] for place, what in enumerate(chosen) if what is not Field.IGNORED}
        twice = any(chosen.count(what) > 1 for what in _KINDS)
        self.example.set_tone(None)
        template = None
        if twice:
            self.example.set_tone(Tone.REFUSED)
            self.example.setText(self.tr("Two fields are said to be the same number. Choose one of them."))
        elif not mapping:
            self.example.setText(self.tr("Choose the field that is the IMEI or the serial number."))
        else:
            template = self._shown(learn(self._payload, mapping, " ".join(self.name.text().split())))
        self._template = template
        self.save.setEnabled(template is not None and bool(template.name))
        wants_name = template is not None and not template.name
        self.missing.setText(self.tr("Give this kind of label a name, then save it.") if wants_name else "")
        self.missing.setVisible(wants_name)
        self._warn_of_serials(mapping.values())

    def _warn_of_serials(self, kinds: Collection[Kind]) -> None:
        warns = Kind.SERIAL in kinds and not self._takes_serials
        alone = self.tr(
            "This batch names no maker and model. A serial number alone cannot be added without them: set both with F6."
        )
        beside = self.tr(
            "This batch names no maker and model. The serial number is kept here, but goes to Google only with both (F6)."
        )
        self.serial_hint.setText((beside if Kind.IMEI in kinds else alone) if warns else "")
        self.serial_hint.setVisible(warns)

    def _shown(self, template: Template) -> Template | None:
        """Say what the label is read as; None when that names no device."""
        readings = read_label(self._payload, (template,))
        bad = next((reading for reading in readings if reading.kind not in _DEVICES), None)
        if bad is not None:
            self.example.set_tone(Tone.REFUSED)
            self.example.setText(words(explain(bad).title))
            return None
        numbers = ", ".join(shown_code(reading.value) for reading in readings)
        self.example.setText(words(text("It will be read as {numbers}", numbers=numbers)))
        return template

    def _show_kept(self) -> None:
        try:
            kept = self._templates.all()
        except StoreFailure as error:
            self._say(error)
            kept = ()
        self.kept.clear()
        self.kept.addItems([template.name for template in kept])
        self.kept.setEnabled(bool(kept))
        self.delete.setEnabled(bool(kept))

    def _on_save_clicked(self) -> None:
        if self._template is None:
            return
        try:
            self._templates.keep(self._template)
        except StoreFailure as error:
            self._say(error)
            return
        self.accept()
        self.changed.emit()

    def _on_delete_clicked(self) -> None:
        try:
            self._templates.delete(self.kept.currentText())
        except StoreFailure as error:
            self._say(error)
            return
        self._show_kept()
        self.changed.emit()

    def _say(self, error: StoreFailure) -> None:
        self.banner.say(Tone.REFUSED, words(error.title), words(error.hint))
