"""Times on paper: always with their date, in the order and figures of this system. Knows no clock."""

from PySide6.QtCore import QDateTime, QLocale


def shown_moment(at: float) -> str:
    """`at` in seconds since the epoch, UTC; shown in local time."""
    return QLocale().toString(QDateTime.fromMSecsSinceEpoch(int(at * 1000)), QLocale.FormatType.ShortFormat)
