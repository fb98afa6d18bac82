"""What was learned of a scanner outlives the program; what makes no sense is nothing learned."""

from pathlib import Path

import pytest

from tests.core import Data, open_data
from ztdesk.app.scanner_memory import ScannerMemory
from ztdesk.scanning.framing import Learned


@pytest.fixture
def data(tmp_path: Path) -> Data:
    return open_data(tmp_path / "ztdesk.db")


@pytest.mark.parametrize("learned", [Learned(), Learned(True, 0.0), Learned(True, 57.3), Learned(False, 12.5)])
def test_what_was_kept_is_known_at_the_next_start(data: Data, learned: Learned) -> None:
    ScannerMemory(data.catalogue).keep(learned)
    assert ScannerMemory(open_data(data.file).catalogue).recall() == learned


@pytest.mark.parametrize("kept", [None, "", "1", "1 nan", "2 5.0", "1 99999.0", "1 5.0 x"])
def test_what_cannot_be_read_is_nothing_learned(data: Data, kept: str | None) -> None:
    if kept is not None:
        data.catalogue.keep("keyboard_scanner", kept)
    assert ScannerMemory(data.catalogue).recall() == Learned()
