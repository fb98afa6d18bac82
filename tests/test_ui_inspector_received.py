"""What arrived is shown so that nothing in it can hide, turn round or act."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ztdesk.scanning.strokes import Scan
from ztdesk.ui.inspector.received import data, hex_bytes, mean_and_most_ms, named, shown


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("8002\x1d21A\r\n", "8002<GS>21A<CR><LF>"),
        ("\x00\x02\x03\x04\x1b\x1e\x1f\x7f", "<NUL><STX><ETX><EOT><ESC><RS><US><DEL>"),
        ("a\u202eb\u2066c\u200f", "a<U+202E>b<U+2066>c<U+200F>"),
        ("שלום", "<U+05E9><U+05DC><U+05D5><U+05DD>"),
        ("\u0661", "<U+0661>"),
        ("\x85\u2028\ud800", "<U+0085><U+2028><U+D800>"),
        ("é <b>ß", "é <b>ß"),
    ],
)
def test_what_cannot_be_seen_is_named(text: str, seen: str) -> None:
    assert named(text) == seen


@given(st.text())
def test_whatever_comes_is_printable(text: str) -> None:
    assert named(text).isprintable()


def test_bytes_are_those_of_the_port_or_of_the_keys() -> None:
    assert hex_bytes(Scan("é", "é\r", "Zebra COM4")) == "E9 0D"
    assert data(Scan("é", "é\r", typed="é")) == b"\xc3\xa9\r"
    assert data(Scan("", "€", "Zebra COM4")) == "€".encode()
    assert data(Scan("", "\ud800", typed="x")) == b"\\ud800"


def test_long_ones_are_shortened_and_say_how_long_they_were() -> None:
    assert hex_bytes(Scan("", "0" * 5000, "COM4")).endswith("30 … (5000)")
    assert shown("0" * 5000) == "0" * 1024 + " … (5000)"


def test_gaps() -> None:
    assert mean_and_most_ms((1.0, 2.0, 6.0)) == (3.0, 6.0)
    assert mean_and_most_ms(()) == (0.0, 0.0)
