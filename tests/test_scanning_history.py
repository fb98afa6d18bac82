"""The last scans are kept, the newest first, and never more than so many."""

from tests.pages import Now
from ztdesk.scanning.history import KEPT, ScanHistory
from ztdesk.scanning.strokes import Scan


def test_the_newest_stand_first_with_their_time() -> None:
    now = Now()
    history = ScanHistory(now)
    history.add(Scan("1", "1"), None)
    now.at += 5
    history.add(Scan("2", "2"), None)
    assert [(heard.scan.text, heard.at) for heard in history.newest_first()] == [("2", now.at), ("1", now.at - 5)]


def test_the_oldest_are_forgotten() -> None:
    history = ScanHistory(Now())
    for number in range(KEPT + 3):
        history.add(Scan(str(number), ""), None)
    texts = [heard.scan.text for heard in history.newest_first()]
    assert texts == [str(number) for number in range(KEPT + 2, 2, -1)]
