"""The one set of line icons, drawn in the colour asked for and sharp on every screen; knows no theme and no meaning."""

from enum import Enum

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from ztdesk.domain.verdict import VerdictKind
from ztdesk.paths import resource
from ztdesk.ui.tokens import Tone

_STROKE = b'stroke-width="2"'
# Thinner lines at 16 px keep the inner shapes open; heavier ones at 64 px carry across a hall.
_STROKE_AT_PX = ((16, "2.1"), (24, "2"), (10_000, "2.3"))


class Icon(Enum):
    """A picture; its value is the file's name below `resources/icons`."""

    OK = "ok"
    DUPLICATE = "duplicate"
    REFUSED = "refused"
    IGNORED = "ignored"
    SCAN = "scan"
    BATCHES = "batches"
    SETTINGS = "settings"
    UNDO = "undo"
    HOLD = "hold"
    RESUME = "resume"
    KEYBOARD = "keyboard"
    EXPORT = "export"
    COPY = "copy"
    RETRY = "retry"
    SEARCH = "search"
    CLOSE = "close"
    CHEVRON_DOWN = "chevron-down"
    CUSTOMER = "customer"
    WARNING = "warning"
    OFFLINE = "offline"
    ONLINE = "online"
    TRASH = "trash"
    PLUS = "plus"
    CLOCK = "clock"
    LOCK = "lock"
    CARD = "card"
    PRINT = "print"
    SIGN_IN = "sign-in"
    QUESTION = "question"


SHAPE_OF = {
    Tone.OK: Icon.OK,
    Tone.DUPLICATE: Icon.DUPLICATE,
    Tone.REFUSED: Icon.REFUSED,
    Tone.IGNORED: Icon.IGNORED,
    Tone.ACCENT: Icon.CLOCK,
}

VERDICT_SHAPE = {
    VerdictKind.ADDED: Icon.OK,
    VerdictKind.DUPLICATE: Icon.DUPLICATE,
    VerdictKind.REFUSED: Icon.REFUSED,
    VerdictKind.IGNORED: Icon.IGNORED,
    VerdictKind.UNEXPECTED: Icon.WARNING,
    VerdictKind.PART: Icon.PLUS,
    VerdictKind.DONE: Icon.CARD,
    VerdictKind.ASKED: Icon.QUESTION,
}


class Icons:
    """Draws icons and keeps what was drawn: a picture costs one file read and one drawing a size and colour."""

    def __init__(self) -> None:
        self._sources: dict[Icon, bytes] = {}
        self._drawn: dict[tuple[Icon, int, str, float], QPixmap] = {}

    def pixmap(self, icon: Icon, size: int, color: str, ratio: float = 1.0) -> QPixmap:
        """`icon` in a square of `size` device-independent pixels, `color` as `#RRGGBB`, for a screen of that ratio."""
        key = (icon, size, color, ratio)
        drawn = self._drawn.get(key)
        if drawn is None:
            drawn = self._drawn[key] = self._draw(icon, size, color, ratio)
        return drawn

    def icon(self, icon: Icon, size: int, color: str, disabled: str, ratio: float = 1.0, *, gap: int = 0) -> QIcon:
        """`icon` for a button, in `disabled` while it cannot be pressed; `gap` pixels free at its right."""
        picture = QIcon(_widened(self.pixmap(icon, size, color, ratio), gap))
        picture.addPixmap(_widened(self.pixmap(icon, size, disabled, ratio), gap), QIcon.Mode.Disabled)
        return picture

    def _draw(self, icon: Icon, size: int, color: str, ratio: float) -> QPixmap:
        stroke = next(width for limit, width in _STROKE_AT_PX if size <= limit)
        source = self._source(icon).replace(b"currentColor", color.encode("ascii"))
        source = source.replace(_STROKE, f'stroke-width="{stroke}"'.encode("ascii"))
        pixels = round(size * ratio)
        pixmap = QPixmap(QSize(pixels, pixels))
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        QSvgRenderer(QByteArray(source)).render(painter, QRectF(0, 0, pixels, pixels))
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        return pixmap

    def _source(self, icon: Icon) -> bytes:
        source = self._sources.get(icon)
        if source is None:
            source = self._sources[icon] = resource(f"icons/{icon.value}.svg").read_bytes()
        return source


def _widened(pixmap: QPixmap, gap: int) -> QPixmap:
    if not gap:
        return pixmap
    ratio = pixmap.devicePixelRatio()
    wide = QPixmap(round(pixmap.width() + gap * ratio), pixmap.height())
    wide.setDevicePixelRatio(ratio)
    wide.fill(Qt.GlobalColor.transparent)
    painter = QPainter(wide)
    painter.drawPixmap(0, 0, pixmap)
    painter.end()
    return wide
