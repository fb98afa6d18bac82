"""Texts as bars: what they are made of, and that a reader understands any text."""

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QImage

from tests.printed_pages import page_of
from ztdesk.domain.errors import UsageError
from ztdesk.printing.code128 import QUIET_MODULES, bars, modules, most_modules

START_B, STOP = "11010010000", "1100011101011"
ASCII = st.text(st.characters(min_codepoint=1, max_codepoint=127), min_size=1, max_size=40)


def drawn(line: str, wide: int = 3) -> QImage:
    """Modules as a picture with quiet zones."""
    row = b"\xff" * (QUIET_MODULES * wide)
    row += b"".join((b"\x00" if module == "1" else b"\xff") * wide for module in line)
    row += b"\xff" * (QUIET_MODULES * wide)
    return QImage(row * 60, len(row), 60, len(row), QImage.Format.Format_Grayscale8).copy()


def test_a_code_begins_with_its_start_and_ends_with_the_stop() -> None:
    line = modules("ZTD-ACK-B")
    assert line.startswith(START_B)
    assert line.endswith(STOP)
    assert len(line) == 11 * (1 + len("ZTD-ACK-B") + 1) + 13


def test_digits_go_two_to_a_symbol() -> None:
    assert len(modules("00101012")) == 11 * (1 + 4 + 1) + 13


def test_bars_are_the_black_runs() -> None:
    code = bars("ZTD-ACK-B")
    painted = ["0"] * code.wide
    for at, wide in code.black:
        painted[at : at + wide] = "1" * wide
    assert "".join(painted) == modules("ZTD-ACK-B")
    assert len(code.black) == len(re.findall("1+", modules("ZTD-ACK-B")))


@given(ASCII | st.text("0123459A", min_size=1, max_size=40))
@example("990001234567899")
@example("99")
@example("991")
@settings(max_examples=200, deadline=None)
def test_whatever_is_printed_is_read_back(said: str) -> None:
    (code,) = page_of(drawn(modules(said))).codes()
    assert code.text == said
    assert not code.is_gs1


@given(st.text(st.characters(min_codepoint=32, max_codepoint=126), min_size=1, max_size=64))
@settings(deadline=None)
def test_room_is_reckoned_for_the_longest_a_code_can_be(said: str) -> None:
    assert len(modules(said)) <= most_modules(said)


def test_a_gs1_code_begins_with_fnc1_and_separates_by_it() -> None:
    (code,) = page_of(drawn(modules("0109501101530003\x1d21ABC", is_gs1=True))).codes()
    assert code.is_gs1
    assert code.text == "0109501101530003\x1d21ABC"


@given(st.text("0123456789ABC", min_size=1, max_size=20), st.text("0123456789ABC", min_size=1, max_size=20))
@example("99", "99")
@settings(deadline=None)
def test_any_gs1_fields_are_read_back(first: str, second: str) -> None:
    (code,) = page_of(drawn(modules(f"{first}\x1d{second}", is_gs1=True))).codes()
    assert (code.is_gs1, code.text) == (True, f"{first}\x1d{second}")


@pytest.mark.parametrize("said", ["", "Müller", "中"])
@pytest.mark.parametrize("is_gs1", [False, True])
def test_what_the_code_has_no_signs_for_is_refused(said: str, is_gs1: bool) -> None:
    with pytest.raises(UsageError):
        modules(said, is_gs1=is_gs1)
