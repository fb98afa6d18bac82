"""Shows a scanner three codes and says what they told of it, and which setting to change. Saves nothing itself.

It is handed every scan that comes while it is open; what a scan proves is judged in `scanning.teaching`.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from ztdesk.scanning.strokes import KEYBOARD, Scan
from ztdesk.scanning.teach_findings import Finding, Grade, findings, visible
from ztdesk.scanning.teaching import CODES, Shown, Teaching
from ztdesk.ui.icons import Icon
from ztdesk.ui.parts.announce import announce
from ztdesk.ui.parts.buttons import Button, PrimaryButton
from ztdesk.ui.parts.card import Card
from ztdesk.ui.parts.labels import Label
from ztdesk.ui.parts.screen_fit import resize_to_fit
from ztdesk.ui.scanners.barcode_view import BarcodeView
from ztdesk.ui.theme import Theme
from ztdesk.ui.tokens import Space, Tone
from ztdesk.ui.wording import words

_WIDE, _HIGH = 940, 620
_MARK = 24
_LONGEST = 60
_ENDS = "\r\n\t\x03"
_LOOKS = {
    Grade.GOOD: (Icon.OK, Tone.OK),
    Grade.ADVICE: (Icon.DUPLICATE, Tone.DUPLICATE),
    Grade.BAD: (Icon.REFUSED, Tone.REFUSED),
}


class TeachDialog(QDialog):
    """`taught(ScannerProfile)` when a person saves what was learned; `sheet_wanted` to have the codes on paper.

    `can_print` offers the sheet: laser scanners read no screens. The dialog closes itself after saving.
    """

    taught = Signal(object)
    sheet_wanted = Signal()

    def __init__(self, theme: Theme, *, can_print: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._teaching = Teaching()
        self.setWindowTitle(self.tr("Teach your scanner"))
        self.heading = Label("", "page", self)
        self.intro = Label("", "muted", self)
        self.intro.setWordWrap(True)
        self.barcode = BarcodeView(self)
        self.outcome = Label("", "strong", self)
        self.outcome.setWordWrap(True)
        self._list = QWidget()
        self._rows = QVBoxLayout(self._list)
        self._rows.setContentsMargins(Space.INSET, Space.INSET, Space.INSET, Space.INSET)
        self._rows.setSpacing(Space.GAP)
        self._card = Card(theme, 0, self)
        self.sheet = Button(theme, self.tr("Print the codes"), parent=self)
        self.sheet.setVisible(can_print)
        self.again = Button(theme, self.tr("Start again"), Icon.RETRY, parent=self)
        self.save = PrimaryButton(theme, self.tr("Save for this scanner"), parent=self)
        self.shut = Button(theme, self.tr("Close"), parent=self)
        self._lay_out()
        self.sheet.clicked.connect(self.sheet_wanted)
        self.again.clicked.connect(self._on_again_asked)
        self.save.clicked.connect(self._on_save_asked)
        self.shut.clicked.connect(self.reject)
        theme.changed.connect(self._on_theme_changed)
        resize_to_fit(self, _WIDE, _HIGH)
        self._show_step()

    @property
    def is_complete(self) -> bool:
        """Whether all codes were scanned."""
        return self._teaching.code is None

    def take(self, scan: Scan) -> None:
        """A scan came while this is open: it is one of the codes or is explained, and never goes anywhere else."""
        shown = self._teaching.take(scan)
        self._show_step()
        if not self.is_complete:
            self._say(shown, scan)

    def found(self) -> tuple[Finding, ...]:
        """What is shown at present, the bad findings first."""
        return findings(self._teaching.taught()) if self.is_complete else ()

    def _lay_out(self) -> None:
        area = QScrollArea(self._card)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self._list)
        area.setAccessibleName(self.tr("What was learned"))
        area.viewport().setAutoFillBackground(False)
        self._list.setAutoFillBackground(False)
        self._card.column.addWidget(area)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.sheet)
        row.addWidget(self.again)
        row.addStretch()
        row.addWidget(self.shut)
        row.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.EDGE, Space.EDGE, Space.EDGE, Space.EDGE)
        column.setSpacing(12)
        column.addWidget(self.heading)
        column.addWidget(self.intro)
        column.addWidget(self.barcode)
        column.addWidget(self.outcome)
        column.addWidget(self._card, 1)
        column.addStretch()
        column.addLayout(row)

    def _show_step(self) -> None:
        code, step = self._teaching.code, self._teaching.step
        is_complete = code is None
        self.barcode.setVisible(not is_complete)
        self.outcome.setVisible(not is_complete)
        self._card.setVisible(is_complete)
        self.again.setEnabled(step > 0)
        self.save.setEnabled(is_complete)
        self.outcome.setText("")
        if code is not None:
            self.heading.setText(self.tr("Scan this code: {step} of {all}").format(step=step + 1, all=len(CODES)))
            self.intro.setText(
                self.tr(
                    "Nothing is added to a batch while this is open. Laser scanners read no screens: print the codes."
                )
            )
            self.barcode.show_code(code.said, is_gs1=code.is_gs1)
            self.barcode.setAccessibleName(self.heading.text())
            return
        taught = self._teaching.taught()
        name = self.tr("the keyboard scanner") if taught.scanner == KEYBOARD else taught.scanner
        self.heading.setText(self.tr("What was learned of {scanner}").format(scanner=name))
        found = findings(taught)
        self.intro.setText(
            self.tr("Save it, so that scans are read by it. After changing a setting of the scanner, start again.")
        )
        self._show(found)
        announce(self, words(found[0].title))

    def _say(self, shown: Shown, scan: Scan) -> None:
        arrived = visible(scan.raw.rstrip(_ENDS)[:_LONGEST])
        says = {
            Shown.TAKEN: (self.tr("Got it. Now the next one."), Tone.OK),
            Shown.GARBLED: (self.tr("It came garbled: more at the end. Now the next one."), Tone.DUPLICATE),
            Shown.PIECE: (
                self.tr("Only a part of the code arrived: {code}. Scan it again.").format(code=arrived),
                Tone.REFUSED,
            ),
            Shown.ANOTHER_CODE: (
                self.tr("That was another code: {code}. Scan the one above.").format(code=arrived),
                Tone.REFUSED,
            ),
            Shown.ANOTHER_SCANNER: (self.tr("That was another scanner. Go on with the first one."), Tone.REFUSED),
        }
        sentence, tone = says[shown]
        self.outcome.setText(sentence)
        self.outcome.set_tone(tone)
        announce(self, sentence)

    def _show(self, found: tuple[Finding, ...]) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for finding in found:
            self._rows.addWidget(self._row(finding))
        self._rows.addStretch()

    def _row(self, finding: Finding) -> QWidget:
        icon, tone = _LOOKS[finding.grade]
        row = QWidget(self._list)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        mark = QLabel(row)
        ink = self._theme.tokens.ink(tone)
        mark.setPixmap(self._theme.icons.pixmap(icon, _MARK, ink, self.devicePixelRatioF()))
        line.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        said = QVBoxLayout()
        said.setSpacing(2)
        title = Label(words(finding.title), "strong", row)
        title.setWordWrap(True)
        said.addWidget(title)
        if finding.hint is not None:
            hint = Label(words(finding.hint), "muted", row)
            hint.setWordWrap(True)
            said.addWidget(hint)
        line.addLayout(said, 1)
        return row

    def _on_again_asked(self) -> None:
        self._teaching = Teaching()
        self._show_step()

    def _on_save_asked(self) -> None:
        self.taught.emit(self._teaching.taught().profile)
        self.accept()

    def _on_theme_changed(self) -> None:
        if self.is_complete:
            self._show(self.found())
