"""Offers to teach a label of several fields that was refused because no rule understands it, and has it understood.

Knows labels by their shape alone; what a scan is, the station says.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ztdesk.domain.errors import StoreFailure
from ztdesk.domain.label import read_label
from ztdesk.domain.reading import Kind
from ztdesk.domain.text import text
from ztdesk.domain.verdict import Verdict, VerdictKind
from ztdesk.scanning.strokes import Scan
from ztdesk.station.label_templates import LabelTemplates
from ztdesk.station.scan_station import ScanStation
from ztdesk.ui.scan.page import ScanPage
from ztdesk.ui.theme import Theme
from ztdesk.ui.tokens import Tone
from ztdesk.ui.wording import words

if TYPE_CHECKING:
    from ztdesk.ui.labels.teach_dialog import TeachLabelDialog

_UNDERSTOOD = frozenset({Kind.IMEI, Kind.MEID, Kind.AMBIGUOUS, Kind.COMMAND})


class LabelDesk(QObject):
    """Listens to what became of scans through `on_judged`."""

    def __init__(self, theme: Theme, page: ScanPage, station: ScanStation, templates: LabelTemplates) -> None:
        super().__init__(page)
        self._theme = theme
        self._page = page
        self._station = station
        self._templates = templates
        self._offered = ""
        self._is_said = False
        page.banner.acted.connect(self._on_acted)
        self._read()

    def on_judged(self, scan: Scan, verdict: Verdict | None) -> None:
        """Offer to teach the label that was just refused, or take the offer back."""
        if self._is_said:
            self._offered, self._is_said = "", False
            self._page.banner.clear()
        if verdict is None or scan.truncated or scan.is_part or not self._can_be_taught(scan.text, verdict):
            return
        self._offered, self._is_said = scan.text, True
        title = text("No rule understands this label")
        hint = text("A supervisor can say once which of its fields is the IMEI or the serial number.")
        action = words(text("Teach this label …"))
        self._page.banner.say(Tone.DUPLICATE, words(title), words(hint), action)

    def open(self, payload: str) -> TeachLabelDialog:
        """Ask what the fields of this label are."""
        from ztdesk.ui.labels.teach_dialog import TeachLabelDialog  # late: once for a kind of label

        batch = self._station.batch
        takes_serials = batch is None or batch.draft.takes_serials
        dialog = TeachLabelDialog(
            self._theme, self._templates, payload, takes_serials=takes_serials, parent=self._page.window()
        )
        dialog.changed.connect(self._read)
        dialog.accepted.connect(self._on_saved)
        self._page.commands.show(dialog)
        return dialog

    def _can_be_taught(self, payload: str, verdict: Verdict) -> bool:
        if verdict.kind is not VerdictKind.REFUSED or verdict.locks or self._station.is_locked:
            return False
        from ztdesk.domain.template import split  # late: only what was scanned is split

        if self._station.batch is None or len(split(payload)) < 2:
            return False
        if self._page.commands.is_busy or self._page.intake.on_hold or self._station.must_confirm:
            return False  # refused unread
        readings = read_label(payload, self._station.templates)
        # What merely looks like a serial number among other fields was not understood.
        return not any(one.kind in _UNDERSTOOD or (one.kind is Kind.SERIAL and one.certain) for one in readings)

    def _on_acted(self) -> None:
        payload, self._offered = self._offered, ""
        if payload:
            self.open(payload)

    def _on_saved(self) -> None:
        """What stands there of the old scan is no longer true."""
        self._offered, self._is_said = "", True
        self._page.banner.say(
            Tone.OK, words(text("Such labels are understood from now on")), words(text("Scan this box again."))
        )

    def _read(self) -> None:
        try:
            self._station.templates = self._templates.all()
        except StoreFailure as error:
            self._page.banner.say(Tone.REFUSED, words(error.title), words(error.hint))
