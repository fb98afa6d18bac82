"""What was learned of a scanner outlives the program; what makes no sense is nothing learned."""

from pathlib import Path

import pytest

from tests.core import Data, open_data
from ztdesk.app.scanner_memory import ScannerMemory
from ztdesk.scanning.profile import ScannerProfile


@pytest.fixture
def data(tmp_path: Path) -> Data:
    return open_data(tmp_path / "ztdesk.db")


@pytest.mark.parametrize(
    "profile",
    [
        ScannerProfile("keyboard"),
        ScannerProfile("keyboard", suffix="\r", suffix_seen=True, typical_gap_ms=57.3, layout="keys:us", taught=True),
        ScannerProfile("Zebra COM4", prefix="\x02", aim_ids=True, gs_as="]"),
    ],
)
def test_what_was_kept_is_known_at_the_next_start(data: Data, profile: ScannerProfile) -> None:
    ScannerMemory(data.catalogue).keep(profile)
    memory = ScannerMemory(open_data(data.file).catalogue)
    assert memory.recall(profile.scanner) == profile
    assert memory.recall("another") == ScannerProfile("another")


def test_the_keyboard_scanner_is_meant_where_none_is_named(data: Data) -> None:
    memory = ScannerMemory(data.catalogue)
    memory.keep(ScannerProfile("keyboard", suffix_seen=True))
    assert memory.recall() == ScannerProfile("keyboard", suffix_seen=True)


@pytest.mark.parametrize(
    ("kept", "seen", "gap_ms"), [("1 57.3", True, 57.3), ("0 0.0", False, 0.0), ("1 0.0", True, 0.0)]
)
def test_what_an_earlier_version_kept_is_still_known(data: Data, kept: str, seen: bool, gap_ms: float) -> None:
    data.catalogue.keep("keyboard_scanner", kept)
    memory = ScannerMemory(data.catalogue)
    assert memory.recall() == ScannerProfile("keyboard", suffix_seen=seen, typical_gap_ms=gap_ms)
    memory.keep(memory.recall())
    assert memory.recall() == ScannerProfile("keyboard", suffix_seen=seen, typical_gap_ms=gap_ms)


@pytest.mark.parametrize("kept", [None, "", "1", "1 nan", "2 5.0", "1 99999.0", "1 5.0 x", "{", '{"prefix": 1}', "[]"])
def test_what_cannot_be_read_is_nothing_learned(data: Data, kept: str | None) -> None:
    if kept is not None:
        data.catalogue.keep("keyboard_scanner", kept)
    assert ScannerMemory(data.catalogue).recall() == ScannerProfile("keyboard")
