"""Words on a page. Always plain text: a customer's name or a barcode can never act as markup."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ztdesk.ui.tokens import Tone

# The module html would do the same, after loading the names of two thousand characters.
_MARKUP = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;"})


def plain_tip(text: str) -> str:
    """`text` for a tool tip, which would take what looks like markup for markup."""
    return f"<span>{text.translate(_MARKUP)}</span>" if text else ""


def dress_again(widget: QWidget) -> None:
    """Go by the style sheet for what a widget's properties are now."""
    # One that was never shown is dressed when it is; asking for its style takes as long as many widgets to build.
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        widget.style().unpolish(widget)
        widget.style().polish(widget)


class Label(QLabel):
    """Plain text in a `role` of the type scale: title, page, heading, strong, muted, small, label, number, detail."""

    def __init__(self, text: str = "", role: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        if role:
            self.setProperty("role", role)
        self.setText(text)

    def set_role(self, role: str) -> None:
        """Take another place in the type scale."""
        if self.property("role") != role:
            self.setProperty("role", role)
            dress_again(self)
            self.updateGeometry()

    def set_tone(self, tone: Tone | None) -> None:
        """Colour the words by what they mean, or give them back their own colour."""
        wanted = tone.value if tone is not None else ""
        if self.property("tone") == wanted:
            return
        self.setProperty("tone", wanted)
        dress_again(self)


class ElidedLabel(Label):
    """One line that gives way: shortened where it does not fit, whole in the tool tip and when read out."""

    def __init__(self, text: str = "", role: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, role, parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        """Room for a few letters."""
        return QSize(self.fontMetrics().averageCharWidth() * 4, super().minimumSizeHint().height())

    def shown_text(self) -> str:
        """What fits, on one line."""
        one_line = " ".join(self.text().split())
        return self.fontMetrics().elidedText(one_line, Qt.TextElideMode.ElideRight, self.contentsRect().width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The tool tip is there only when something is missing."""
        super().resizeEvent(event)
        self._tell_rest()

    def setText(self, text: str) -> None:
        """Show `text`."""
        super().setText(text)
        self._tell_rest()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the part that fits."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.contentsRect(), int(self.alignment()) | Qt.TextFlag.TextSingleLine, self.shown_text())

    def _tell_rest(self) -> None:
        whole = " ".join(self.text().split())
        self.setToolTip(plain_tip(whole) if self.shown_text() != whole else "")
