"""One scan with everything that is known of it, worked out when it is looked at."""

from collections.abc import Sequence

from PySide6.QtCore import QDateTime, QLocale
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ztdesk.domain.label import read_label
from ztdesk.domain.template import Template
from ztdesk.scanning.history import HeardScan
from ztdesk.scanning.layout import described
from ztdesk.scanning.strokes import KEYBOARD
from ztdesk.ui.inspector.kind_words import kind_words
from ztdesk.ui.inspector.received import hex_bytes, mean_and_most_ms, named, received, shown
from ztdesk.ui.theme import Theme
from ztdesk.ui.tokens import Type
from ztdesk.ui.wording import words

_MOST_GAPS = 256
_MOST_READINGS = 40


def exact_time(at: float) -> str:
    """`14:02:07.123` of this PC; `at` in seconds since the epoch."""
    return QDateTime.fromMSecsSinceEpoch(int(at * 1000)).time().toString("HH:mm:ss.zzz")


class ScanDetails(QPlainTextEdit):
    """Text that can be read, chosen and copied, by keyboard too."""

    def __init__(self, theme: Theme, templates: Sequence[Template] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._templates = templates
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setFont(theme.number_font(Type.SMALL))
        self.setAccessibleName(self.tr("Everything about the chosen scan"))

    def show_scan(self, heard: HeardScan | None) -> None:
        """Show this one; None for none."""
        self.setPlainText("\n".join(self._lines(heard)) if heard is not None else "")

    def _lines(self, heard: HeardScan) -> list[str]:
        scan, verdict = heard.scan, heard.verdict
        mean_ms, most_ms = mean_and_most_ms(scan.gaps_ms)
        shown_gaps = " ".join(f"{gap_ms:.1f}" for gap_ms in scan.gaps_ms[:_MOST_GAPS])
        count = QLocale().toString(len(received(scan)))
        lines = [
            self._line(self.tr("Time"), exact_time(heard.at)),
            self._line(self.tr("Scanner"), self.tr("Keyboard") if scan.scanner == KEYBOARD else named(scan.scanner)),
            self._line(self.tr("Received"), shown(received(scan))),
            self._line(self.tr("Characters"), count),
            self._line(self.tr("Bytes"), hex_bytes(scan)),
            self._line(self.tr("Ended by"), self._end(heard)),
            self._line(
                self.tr("Gaps"),
                self.tr("mean {mean} ms, longest {most} ms").format(mean=f"{mean_ms:.1f}", most=f"{most_ms:.1f}"),
            ),
            self._line(self.tr("Each gap"), shown_gaps or "–"),
        ]
        if scan.typed:
            lines.append(self._line(self.tr("Keys typed"), shown(scan.typed)))
        if scan.pressed:
            lines.append(self._line(self.tr("On a US keyboard"), shown(scan.pressed)))
        lines.append(self._line(self.tr("Decoded by"), words(described(scan.layout))))
        lines.append(self._line(self.tr("Understood"), shown(scan.text)))
        lines += self._readings(heard)
        answer = words(verdict.title) if verdict is not None else self.tr("none: a scanner was being taught")
        lines.append(self._line(self.tr("Answer"), answer))
        return lines

    def _readings(self, heard: HeardScan) -> list[str]:
        if heard.scan.truncated:
            return [self._line(self.tr("Taken for"), self.tr("not read: more came than is kept"))]
        if heard.scan.is_part:
            return [self._line(self.tr("Taken for"), self.tr("not read: only a part of a code arrived"))]
        lines = []
        for reading in read_label(heard.scan.text, self._templates)[:_MOST_READINGS]:
            sure = self.tr("certain") if reading.certain else self.tr("a likeness")
            says = self.tr("{kind}, {sure}: {value}").format(
                kind=words(kind_words(reading.kind)), sure=sure, value=shown(reading.value)
            )
            lines.append(self._line(self.tr("Taken for"), says))
        return lines

    def _end(self, heard: HeardScan) -> str:
        if heard.scan.truncated:
            return self.tr("cut off: more came than is kept")
        return self.tr("its suffix") if heard.scan.ended_by == "suffix" else self.tr("a pause")

    def _line(self, name: str, value: str) -> str:
        return self.tr("{name}: {value}").format(name=name, value=value)
