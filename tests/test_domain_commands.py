"""Command barcodes: every verb there and back, and what is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ztdesk.domain.commands import Command, Verb, check_character, decode, encode
from ztdesk.domain.errors import ScanRejected, UsageError

# Check characters worked out by hand after ISO 7064 clause 9 (hybrid, M+1 = 37, M = 36). The way of ZTD-ACK, where P is
# what is carried over, S = P + value modulo 36 (36 for 0) and the next P = 2 S modulo 37, beginning with P = 36:
#   Z 35 -> S 35, P 33 | T 29 -> S 26, P 15 | D 13 -> S 28, P 19 | A 10 -> S 29, P 21 | C 12 -> S 33, P 29
#   K 20 -> S 13, P 26; the check character is 37 - 26 = 11, which is B.
VECTORS = (
    ("ZTD-NEXT-3", Command(Verb.NEXT)),
    ("ZTD-UNDO-E", Command(Verb.UNDO)),
    ("ZTD-ACK-B", Command(Verb.ACK)),
    ("ZTD-QUEUE-J", Command(Verb.QUEUE)),
    ("ZTD-HOLD-2", Command(Verb.HOLD)),
    ("ZTD-FIND-V", Command(Verb.FIND)),
    ("ZTD-QTY-1-T", Command(Verb.QTY, "1")),
    ("ZTD-QTY-48-U", Command(Verb.QTY, "48")),
    ("ZTD-QTY-999999-P", Command(Verb.QTY, "999999")),
    ("ZTD-CUSTOMER-1700000042-9", Command(Verb.CUSTOMER, "1700000042")),
    ("ZTD-ORDER-PO-88213-B", Command(Verb.ORDER, "PO-88213")),
    ("ZTD-OPERATOR-B17-Z", Command(Verb.OPERATOR, "B17")),
)
CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def sealed(body: str) -> str:
    """Any body with its right check character, so that only what is wrong inside can be refused."""
    return f"ZTD-{body}-{check_character('ZTD' + body)}"


@pytest.mark.parametrize(("printed", "command"), VECTORS)
def test_a_command_is_printed_and_understood(printed: str, command: Command) -> None:
    assert encode(command) == printed
    assert decode(printed) == command


def test_there_is_a_vector_for_every_verb() -> None:
    assert {command.verb for _, command in VECTORS} == set(Verb)


@pytest.mark.parametrize("printed", [printed for printed, _ in VECTORS])
def test_every_other_check_character_is_refused(printed: str) -> None:
    for other in CHARACTERS.replace(printed[-1], ""):
        with pytest.raises(ScanRejected, match="misread"):
            decode(printed[:-1] + other)


@given(st.sampled_from(VECTORS), st.integers(4, 40), st.sampled_from(CHARACTERS))
def test_no_single_misread_character_is_taken_for_another_command(
    vector: tuple[str, Command], place: int, character: str
) -> None:
    printed, _ = vector
    place = 4 + place % (len(printed) - 4)
    if printed[place] in {"-", character}:
        return
    with pytest.raises(ScanRejected):
        decode(printed[:place] + character + printed[place + 1 :])


@pytest.mark.parametrize("typed", ["ztd-ack-b", "Ztd-Ack-B", " ZTD-ACK-B\r\n"])
def test_small_letters_and_what_a_scanner_appends_do_no_harm(typed: str) -> None:
    assert decode(typed) == Command(Verb.ACK)


@pytest.mark.parametrize(
    "scanned", ["", "ZTD", "ZTD-", "ZTD-ACK", "ACK-B", "ZTD-ACK-B-", "ZTD ACK B", "ZTD-ACK-ß", "ZTDACKB"]
)
def test_what_is_no_whole_command_is_refused(scanned: str) -> None:
    with pytest.raises(ScanRejected):
        decode(scanned)


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ("DELETE", "no command DELETE"),
        ("ACK-1", "stands alone"),
        ("QUEUE-NOW", "stands alone"),
        ("QTY", "missing"),
        ("CUSTOMER", "missing"),
        ("ACK-", "hyphen"),
        ("QTY-", "hyphen"),
        ("ORDER--5", "only capital"),
        ("QTY-0", "1 to 999999"),
        ("QTY-007", "1 to 999999"),
        ("QTY-1000000", "1 to 999999"),
        ("QTY-1E3", "1 to 999999"),
        ("CUSTOMER-12A", "digits"),
        ("CUSTOMER-12345678901234567890", "digits"),
        ("ORDER-" + "A" * 49, "longer than 48"),
    ],
)
def test_a_sound_code_that_makes_no_sense_is_refused_with_the_reason(body: str, why: str) -> None:
    with pytest.raises(ScanRejected) as refused:
        decode(sealed(body))
    assert why in refused.value.hint.english()


@pytest.mark.parametrize(
    ("command", "why"),
    [
        (Command(Verb.ORDER, "PO 88213"), "no blanks"),
        (Command(Verb.ORDER, "PO/88213"), "slashes"),
        (Command(Verb.ORDER, "po-88213"), "small letters"),
        (Command(Verb.ORDER, "PÖ-88213"), "capital"),
        (Command(Verb.ORDER, "PO-"), "hyphens between"),
        (Command(Verb.ORDER, ""), "missing"),
        (Command(Verb.OPERATOR, "A" * 49), "longer"),
        (Command(Verb.CUSTOMER, "ACME"), "digits"),
        (Command(Verb.CUSTOMER, "٣"), "capital"),
        (Command(Verb.QTY, "0"), "1 to 999999"),
        (Command(Verb.UNDO, "2"), "stands alone"),
    ],
)
def test_what_a_barcode_cannot_say_is_refused_before_it_is_printed(command: Command, why: str) -> None:
    with pytest.raises(UsageError) as refused:
        encode(command)
    assert why in refused.value.hint.english()


@given(st.from_regex(r"[A-Z0-9](?:[A-Z0-9-]{0,46}[A-Z0-9])?", fullmatch=True))
def test_any_order_that_can_be_said_comes_back_as_it_was(order: str) -> None:
    assert decode(encode(Command(Verb.ORDER, order))) == Command(Verb.ORDER, order)


@given(st.text())
def test_whatever_is_scanned_is_a_command_or_refused(scanned: str) -> None:
    try:
        command = decode(scanned)
    except ScanRejected:
        return
    assert encode(command) == scanned.strip().upper()


def test_a_quantity_is_a_number() -> None:
    assert Command(Verb.QTY, "48").quantity == 48
