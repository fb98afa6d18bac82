"""Station and scanners on one line at the window's foot, with one light for all of them. Asks no scanner."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ztdesk.domain.text import Text, text
from ztdesk.ui.parts.labels import ElidedLabel, plain_tip
from ztdesk.ui.parts.text_fit import visible
from ztdesk.ui.theme import Theme
from ztdesk.ui.tokens import Space, Tone
from ztdesk.ui.wording import words

if TYPE_CHECKING:
    from ztdesk.scanning.scanner_ports import ScannerState

_DOT = 10


class ScannerFoot(QWidget):
    """Shows the worst of all lights, and who it is; the rest stands in the tool tip."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._station = ""
        self._states: tuple[ScannerState, ...] = ()
        self._shown: tuple[str, ...] | None = None
        self._light = _Light(theme, self)
        self._words = ElidedLabel("", "small", self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.UNIT)
        row.addWidget(self._light, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._words, 0, Qt.AlignmentFlag.AlignVCenter)
        self._show()

    def show_station(self, name: str) -> None:
        """The station is called so."""
        self._station = name
        self._show()

    def show_states(self, states: "Sequence[ScannerState]") -> None:
        """So the serial scanners stand; none where only a keyboard scanner may be there."""
        self._states = tuple(states)
        self._show()

    def said(self) -> str:
        """What it says at present."""
        return self._words.text()

    def tone(self) -> Tone:
        """What its light means."""
        return self._light.tone

    def _show(self) -> None:
        tone, says = _look(self._station, self._states)
        said = visible(words(says))
        tips = [f"{state.name}: {words(state.text)}" for state in self._states]
        shown = (tone.value, said, *tips)
        if shown == self._shown:  # told after every scan, and mostly the same
            return
        self._shown = shown
        self._light.show_tone(tone)
        self._words.setText(said)
        self._words.setAccessibleDescription("\n".join(tips))
        self.setToolTip(plain_tip("\n".join(tips)))


def _look(station: str, states: "Sequence[ScannerState]") -> tuple[Tone, Text]:
    if not states:
        return Tone.OK, text("{station} · scanner: keyboard", station=station)
    from ztdesk.ui.scanners.lights import TONES, WORST_FIRST, light_words  # late: many stations have no serial scanner

    light = min((state.light for state in states), key=WORST_FIRST.index)
    whose = [state.name for state in states if state.light is light]
    scanners = ", ".join(whose)
    if all(state.is_ready for state in states):
        return TONES[light][0], text("{station} · scanner: {scanner}", station=station, scanner=scanners)
    said = text("{station} · scanner: {scanner}, {state}", station=station, scanner=scanners, state=light_words(light))
    return TONES[light][0], said


class _Light(QWidget):
    """A dot."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.tone = Tone.OK
        self.setFixedSize(_DOT, _DOT)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._on_theme_changed)

    def show_tone(self, tone: Tone) -> None:
        self.tone = tone
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.tokens.ink(self.tone)))
        painter.drawEllipse(self.rect())

    def _on_theme_changed(self) -> None:
        self.update()
