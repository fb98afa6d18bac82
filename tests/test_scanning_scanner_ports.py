"""A wanted scanner is found on whatever port it is, and no port is given away twice."""

import pytest

from ztdesk.scanning.scanner_ports import ANY_KNOWN, PortInfo, Seat, seats, short_name

ZEBRA = PortInfo("COM4", "Zebra", "Symbol Bar Code Scanner", 0x05E0, 0x1701, "123")
ZEBRA_MOVED = PortInfo("COM7", "Zebra", "Symbol Bar Code Scanner", 0x05E0, 0x1701, "123")
HONEYWELL = PortInfo("COM5", "Honeywell", "Xenon", 0x0C2E, 0x0B61, "")
ARDUINO = PortInfo("COM6", "Arduino", "Uno", 0x2341, 0x0043, "9")
BUILT_IN = PortInfo("COM1")


def on(*found: Seat) -> list[tuple[str, str]]:
    return [(seat.entry, seat.port.device if seat.port else "") for seat in found]


def test_a_scanner_has_a_key_and_a_name() -> None:
    assert ZEBRA.key == ZEBRA_MOVED.key == "05E0:1701:123"
    assert BUILT_IN.key == ""
    assert [port.name for port in (ZEBRA, HONEYWELL, ARDUINO, BUILT_IN)] == [
        "Zebra COM4",
        "Honeywell COM5",
        "Uno COM6",
        "COM1",
    ]
    assert short_name("/dev/ttyACM0") == "ttyACM0"
    assert short_name(r"\\.\COM12") == "COM12"


def test_a_port_in_the_settings_is_taken_whatever_is_on_it() -> None:
    assert on(*seats(["COM6", "COM1"], [BUILT_IN, ARDUINO], {}, ())) == [("COM6", "COM6"), ("COM1", "COM1")]


def test_a_port_that_no_list_names_is_taken_at_its_word() -> None:
    [seat] = seats(["/dev/scanner"], [], {}, ())
    assert seat == Seat("/dev/scanner", "", PortInfo("/dev/scanner"))


def test_auto_takes_known_makers_and_what_was_used_before_and_nothing_else() -> None:
    ports = [BUILT_IN, ZEBRA, HONEYWELL, ARDUINO]
    assert [port for _, port in on(*seats([ANY_KNOWN], ports, {}, ()))] == ["COM4", "COM5"]
    assert [port for _, port in on(*seats([ANY_KNOWN], ports, {}, ["2341:0043:9"]))] == ["COM4", "COM5", "COM6"]
    assert seats([], ports, {}, ["2341:0043:9"]) == ()


def test_a_scanner_is_found_on_another_port() -> None:
    keys = {"COM4": ZEBRA.key}
    assert on(*seats(["COM4"], [ZEBRA_MOVED], keys, ())) == [("COM4", "COM7")]
    assert on(*seats(["COM4"], [], keys, ())) == [("COM4", "")]
    [entry] = {seat.entry for port in (ZEBRA, ZEBRA_MOVED) for seat in seats([ANY_KNOWN], [port], {}, ())}
    assert entry.startswith(ANY_KNOWN)


def test_another_scanner_on_its_port_is_taken_only_while_it_is_away_itself() -> None:
    keys = {"COM4": ZEBRA.key}
    other = PortInfo("COM4", "", "", 0x0C2E, 1, "")
    assert on(*seats(["COM4"], [other], keys, ())) == [("COM4", "COM4")]
    assert on(*seats(["COM4"], [other, ZEBRA_MOVED], keys, ())) == [("COM4", "COM7")]


def test_scanners_that_swapped_their_ports_are_both_heard() -> None:
    first, second = PortInfo("COM4", "", "", 0x05E0, 1, "A"), PortInfo("COM5", "", "", 0x05E0, 1, "B")
    keys = {"COM4": "05E0:0001:B", "COM5": "05E0:0001:A"}
    assert sorted(on(*seats(["COM4", "COM5"], [first, second], keys, ()))) == [("COM4", "COM5"), ("COM5", "COM4")]


@pytest.mark.parametrize("entries", [["COM4", ANY_KNOWN], [ANY_KNOWN, "COM4"], ["COM4", "COM4", ANY_KNOWN]])
def test_no_port_is_given_away_twice(entries: list[str]) -> None:
    given = [port for _, port in on(*seats(entries, [ZEBRA, HONEYWELL], {}, [ZEBRA.key]))]
    assert sorted(given) == ["COM4", "COM5"]


def test_scanners_of_one_kind_without_a_serial_number_are_told_apart() -> None:
    twins = [HONEYWELL, PortInfo("COM9", "Honeywell", "Xenon", 0x0C2E, 0x0B61, "")]
    found = seats([ANY_KNOWN], twins, {}, ())
    assert len({seat.entry for seat in found}) == 2
    assert [port for _, port in on(*found)] == ["COM5", "COM9"]
    assert len(seats([ANY_KNOWN, "COM9"], twins, {"COM9": HONEYWELL.key}, ())) == 2
