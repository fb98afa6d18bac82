"""Times as people read them, in the order and figures of this system. Knows no clock: what time it is is passed in."""

from PySide6.QtCore import QDateTime, QLocale


def shown_time(at: float, now: float) -> str:
    """`14:02` on the day of `now`, else with its date. Both are seconds since the epoch, UTC; shown in local time."""
    moment = QDateTime.fromMSecsSinceEpoch(int(at * 1000))
    today = QDateTime.fromMSecsSinceEpoch(int(now * 1000)).date()
    time = QLocale().toString(moment.time(), QLocale.FormatType.ShortFormat)
    if moment.date() == today:
        return time
    return f"{QLocale().toString(moment.date(), QLocale.FormatType.ShortFormat)} {time}"
