"""What the practice service accepts as a device's identifiers: formats, check digits and which belong together.

Judges one identifier by itself; whether such a device exists is not its business.
"""

import re
from dataclasses import dataclass

from ztdesk.practice.records import Identifier

_IMEI = re.compile(r"[0-9]{15}")
_MEID = re.compile(r"[0-9A-Fa-f]{14}")
_DOUBLED = (0, 2, 4, 6, 8, 1, 3, 5, 7, 9)


@dataclass(frozen=True, slots=True)
class IdentifierProblem:
    """Why an identifier is refused: a CustomErrorCode name and a sentence for developers."""

    code: str
    message: str


def luhn_digit(body: str) -> str:
    """The check digit that completes the digits `body`."""
    total = 0
    for position, character in enumerate(reversed(body)):
        digit = ord(character) - 48
        total += _DOUBLED[digit] if position % 2 == 0 else digit
    return str(-total % 10)


def is_imei(number: str) -> bool:
    """15 digits, the last of them the Luhn check digit."""
    return _IMEI.fullmatch(number) is not None and luhn_digit(number[:-1]) == number[-1]


def with_check_digit(body: str) -> str:
    """The IMEI whose first fourteen digits are `body`."""
    return body + luhn_digit(body)


def problem_of(identifier: Identifier) -> IdentifierProblem | None:
    """Why a device cannot be claimed or found by `identifier`; None when it can."""
    for imei in (identifier.imei, identifier.imei2):
        if imei and not is_imei(imei):
            return IdentifierProblem("INVALID_IMEI", f"Invalid IMEI: {imei}.")
    for meid in (identifier.meid, identifier.meid2):
        if meid and not _MEID.fullmatch(meid):
            return IdentifierProblem("INVALID_MEID", f"Invalid MEID: {meid}.")
    first = identifier.imei or identifier.meid
    second = identifier.imei2 or identifier.meid2
    if second and not first:
        return IdentifierProblem("INVALID_IDENTIFIER_SET", "A second modem identifier needs a first one.")
    if first and first == second:
        return IdentifierProblem("INVALID_IDENTIFIER_SET", "Both modem identifiers are the same.")
    if not first and not identifier.serial_number:
        return IdentifierProblem("INVALID_IDENTIFIER_SET", "No modem identifier and no serial number given.")
    return None


def claim_problem_of(identifier: Identifier) -> IdentifierProblem | None:
    """As `problem_of`; to claim by a serial alone, manufacturer and model are needed too (a search does without)."""
    alone = not (identifier.imei or identifier.meid)
    if alone and identifier.serial_number and not (identifier.manufacturer and identifier.model):
        return IdentifierProblem("INVALID_IDENTIFIER_SET", "A serial number needs manufacturer and model.")
    return problem_of(identifier)
