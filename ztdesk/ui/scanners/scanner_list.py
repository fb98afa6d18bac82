"""Which serial scanners are heard, and how each stands. Chooses nothing itself and knows no port's workings."""

import re
from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from ztdesk.scanning.scanner_ports import ANY_KNOWN, PortInfo, ScannerState, short_name
from ztdesk.ui.parts.card import Card
from ztdesk.ui.parts.labels import Label
from ztdesk.ui.scanners.scanner_row import ScannerRow
from ztdesk.ui.theme import Theme
from ztdesk.ui.tokens import Space


class ScannerList(QWidget):
    """`chosen_changed(tuple[str, ...])` with what the settings hold as serial ports, when a person chose otherwise.

    Rows stay where they are while their state changes.
    """

    chosen_changed = Signal(object)

    def __init__(self, theme: Theme, clock: Callable[[], float], parent: QWidget | None = None) -> None:
        """`clock` tells seconds since the epoch."""
        super().__init__(parent)
        self._theme = theme
        self._clock = clock
        self._chosen: tuple[str, ...] = ()
        self._ports: tuple[PortInfo, ...] = ()
        self._states: tuple[ScannerState, ...] = ()
        self._rows: dict[str, ScannerRow] = {}
        self.any_known = QCheckBox(self.tr("Any known scanner"))
        self.any_known.clicked.connect(self._on_any_known_clicked)
        self._any_hint = Label(
            self.tr("Scanners of known makers, and any that was used here before, on whatever port they are."), "small"
        )
        self._any_hint.setWordWrap(True)
        self.any_known.setAccessibleDescription(self._any_hint.text())
        self.empty = Label(
            self.tr(
                "There is no serial port. A scanner in keyboard mode works without one; to use a port, set the scanner to"
                " USB serial (virtual COM) with the code in its guide."
            ),
            "muted",
        )
        self.empty.setWordWrap(True)
        self.empty.setContentsMargins(Space.INSET, Space.GAP, Space.INSET, Space.GAP)
        self._card = Card(theme, padding=0)
        self._card.column.setContentsMargins(1, 4, 1, 4)
        self._card.column.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.UNIT)
        column.addWidget(self.any_known)
        column.addWidget(self._any_hint)
        column.addWidget(self._card)
        column.setAlignment(self._card, Qt.AlignmentFlag.AlignTop)
        self._any_hint.setContentsMargins(36, 0, 0, Space.UNIT)
        self._show()

    @property
    def rows(self) -> tuple[ScannerRow, ...]:
        """The rows from top to bottom."""
        return tuple(self._rows.values())

    def chosen(self) -> tuple[str, ...]:
        """What is chosen, as the settings hold it: devices, and `auto` for any known scanner."""
        return self._chosen

    def choose(self, entries: Iterable[str]) -> None:
        """Show this choice; tells nobody."""
        self._chosen = tuple(dict.fromkeys(entries))
        self._show()

    def show_ports(self, ports: Iterable[PortInfo]) -> None:
        """These ports are there."""
        self._ports = tuple(ports)
        self._show()

    def show_states(self, states: Iterable[ScannerState]) -> None:
        """So every scanner that is heard stands."""
        self._states = tuple(states)
        self._show()

    # --- rows

    def _show(self) -> None:
        infos = {short_name(port.device): port for port in self._ports}
        states = {state.port: state for state in self._states}
        devices = {short_name(entry): entry for entry in self._chosen if entry != ANY_KNOWN}
        heard = {port for port, info in infos.items() if info.is_scanner} | {*states, *devices}
        found = sorted({*infos, *heard}, key=lambda port: (port not in heard, _natural(port)))
        wanted = dict.fromkeys([*self._rows, *found])
        now = self._clock()
        for port in wanted:
            if not (port in infos or port in states or port in devices):
                self._remove(port)
                continue
            row = self._rows.get(port) or self._add(port)
            info = infos.get(port)
            row.device = devices.get(port) or (info.device if info else port)
            row.show_scanner(info, states.get(port), now)
            is_named = port in devices
            is_any = (
                ANY_KNOWN in self._chosen
                and not is_named
                and (port in states or (info is not None and info.is_scanner))
            )
            row.show_choice(ticked=is_named or is_any, settable=not is_any)
        rows = self.rows
        for row in rows:
            row.is_last = row is rows[-1]
        self.any_known.setChecked(ANY_KNOWN in self._chosen)
        self.empty.setVisible(not rows)

    def _add(self, port: str) -> ScannerRow:
        row = self._rows[port] = ScannerRow(self._theme, port)
        row.ticked.connect(lambda ticked: self._on_ticked(row, ticked=ticked))
        self._card.column.addWidget(row)
        return row

    def _remove(self, port: str) -> None:
        row = self._rows.pop(port)
        self._card.column.removeWidget(row)
        row.hide()
        row.deleteLater()

    # --- what a person chooses

    def _on_any_known_clicked(self, ticked: bool) -> None:
        self._set_chosen(ANY_KNOWN, ticked=ticked)

    def _on_ticked(self, row: ScannerRow, *, ticked: bool) -> None:
        self._set_chosen(row.device, ticked=ticked)

    def _set_chosen(self, entry: str, *, ticked: bool) -> None:
        rest = tuple(one for one in self._chosen if one != entry)
        self.choose((*rest, entry) if ticked else rest)
        self.chosen_changed.emit(self._chosen)


def _natural(port: str) -> list[tuple[int, str]]:
    """COM10 comes after COM9."""
    return [(int(part), "") if part.isdecimal() else (0, part) for part in re.split(r"(\d+)", port)]
