"""What was learned of serial scanners outlives the program; what makes no sense is nothing learned."""

from collections.abc import Iterator
from pathlib import Path
from types import MappingProxyType

import pytest

from ztdesk.app.serial_memory import SerialMemory, SerialProfiles
from ztdesk.scanning.byte_framing import Suffix
from ztdesk.store.catalogue import Catalogue
from ztdesk.store.database import Database


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Catalogue]:
    database = Database(tmp_path / "ztdesk.db")
    yield Catalogue(database)
    database.close()


def test_what_was_kept_is_known_at_the_next_start(catalogue: Catalogue) -> None:
    given = SerialProfiles().with_suffix("05E0:1701:1", Suffix.CRLF).with_suffix("COM1", None)
    given = given.with_key("COM4", "05E0:1701:1")
    SerialMemory(catalogue).keep(given)
    assert SerialMemory(catalogue).recall() == given
    assert given.suffixes == {"05E0:1701:1": Suffix.CRLF, "COM1": None}
    assert given.keys == {"COM4": "05E0:1701:1"}


@pytest.mark.parametrize(
    "kept", ["", "{", "[]", "7", '{"suffixes": {"a": "pink"}, "keys": {}}', '{"suffixes": []}', "{}"]
)
def test_what_cannot_be_read_is_nothing_learned(catalogue: Catalogue, kept: str) -> None:
    assert SerialMemory(catalogue).recall() == SerialProfiles()
    catalogue.keep("serial_scanners", kept)
    assert SerialMemory(catalogue).recall() == SerialProfiles()


def test_the_scanner_that_was_longest_not_learned_of_is_forgotten_in_the_end() -> None:
    profiles = SerialProfiles(MappingProxyType({f"S{number}": None for number in range(200)}))
    profiles = profiles.with_suffix("S0", Suffix.CR).with_suffix("new", Suffix.CR)
    assert len(profiles.suffixes) == 200
    assert "S1" not in profiles.suffixes
    assert {"S0", "new"} <= profiles.suffixes.keys()
