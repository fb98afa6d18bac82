"""`ztdesk label`: what a barcode's text is, as JSON lines."""

import io
import json
import sys
from typing import Any

import pytest

from tests.command_line import CommandLine, cli

__all__ = ["cli"]
IMEI = "358240112233440"
IMEI2 = "358240112233457"
_KEYS = ["kind", "value", "slot", "rule", "certain"]


def _told(out: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.splitlines()]


def test_a_line_tells_the_payload_and_its_readings_and_nothing_else(cli: CommandLine) -> None:
    [told] = _told(cli("label", f"IMEI1:{IMEI};IMEI2:{IMEI2};SN:R5CT10ABCDE").out)
    assert list(told) == ["payload", "readings"]
    assert all(list(reading) == _KEYS for reading in told["readings"])
    assert [(reading["kind"], reading["value"], reading["slot"]) for reading in told["readings"]] == [
        ("imei", IMEI, 1),
        ("imei", IMEI2, 2),
        ("serial", "R5CT10ABCDE", None),
    ]


def test_each_text_is_a_payload_of_its_own(cli: CommandLine) -> None:
    told = _told(cli("label", f"]C0{IMEI}", "358240112233441", "35824011223344").out)
    assert [one["readings"][0]["kind"] for one in told] == ["imei", "unknown", "ambiguous"]
    assert "check digit" in told[1]["readings"][0]["rule"]
    assert [one["readings"][0]["certain"] for one in told] == [True, True, False]


def test_lines_bear_control_characters_as_escapes(cli: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = (
        f"]d201095011015300038002{IMEI}\\x1d21R5CT10ABCDE\n"
        "[)>\\x1e06\\x1d1PSM-G990B\\x1dSR5CT10ABCDE\\x1e\\x04\n"
        f"{IMEI}\\n{IMEI2}\n"
        "\n"
    )
    monkeypatch.setattr(sys, "stdin", io.StringIO(lines))
    told = _told(cli("label", "-").out)
    assert told[0]["payload"] == f"]d201095011015300038002{IMEI}\x1d21R5CT10ABCDE"
    kinds = [[reading["kind"] for reading in one["readings"]] for one in told]
    assert kinds == [["product_code", "imei", "serial"], ["model", "serial"], ["imei", "imei"], ["unknown"]]


def test_a_command_that_was_misread_is_not_certain_and_says_so(cli: CommandLine) -> None:
    told = [one["readings"][0] for one in _told(cli("label", "ZTD-UNDO-E", "ZTD-UNDO-F", "ZTD-NONSENSE-0").out)]
    assert [one["kind"] for one in told] == ["command"] * 3
    assert [one["certain"] for one in told] == [True, False, False]
    assert told[0]["rule"] == "a command card of this program"
    assert "check character is wrong" in told[1]["rule"]
    assert told[2]["rule"].startswith("begins like a command of this program, but is refused")


def test_a_word_before_a_number_is_said_to_be_what_was_gone_by(cli: CommandLine) -> None:
    [told] = _told(cli("label", "SN:R5CT10ABCDE").out)
    assert told["readings"][0]["rule"] == "the words before it say that it is a serial number"
