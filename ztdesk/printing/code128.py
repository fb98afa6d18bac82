"""A text -> the bars of its Code 128, counted in modules. Knows no paper and no size."""

import re
from typing import NamedTuple

from ztdesk.domain.errors import UsageError
from ztdesk.domain.text import text

QUIET_MODULES = 10
"""Modules that stay white before and behind the bars (ISO/IEC 15417)."""

FEWEST_A_CHARACTER = 11
_GS = "\x1d"
_FNC1 = "\xf1"
_BLACK = re.compile("1+")


class Bars(NamedTuple):
    """One code: how many modules it is wide without its quiet zones, and where each black bar begins and how wide it is."""

    wide: int
    black: tuple[tuple[int, int], ...]


def modules(said: str, *, is_gs1: bool = False) -> str:
    """One `1` a black and one `0` a white module, without quiet zones: it begins and ends with a black one.

    With `is_gs1` the code begins with FNC1, and every GS (0x1D) in `said` becomes one. Raises UsageError for a text that
    is empty or holds a character outside of ASCII.
    """
    from barcode.codex import Code128, Gs1_128  # late: only who prints draws bars
    from barcode.errors import BarcodeError  # late: as above

    if not said or not said.isascii():
        raise UsageError(
            text("No barcode can say this"), text("Only plain letters, digits and signs can be printed as a code.")
        )
    try:
        code = Gs1_128(said.replace(_GS, _FNC1)) if is_gs1 else Code128(said)
        if said.startswith("99") and not is_gs1:
            # python-barcode takes the symbol of a leading 99, whose value is 99, for a change of the character set and
            # drops it: an IMEI 99... would be printed without its first two digits.
            code._try_to_optimize = _unchanged
        built: str = code.build()[0]
    except BarcodeError as error:
        raise UsageError(
            text("No barcode can say this"), text("Only plain letters, digits and signs can be printed as a code.")
        ) from error
    return built


def bars(said: str, *, is_gs1: bool = False) -> Bars:
    """What to paint black. Raises UsageError as `modules` does."""
    line = modules(said, is_gs1=is_gs1)
    return Bars(len(line), tuple((run.start(), run.end() - run.start()) for run in _BLACK.finditer(line)))


def most_modules(said: str) -> int:
    """No fewer modules than the code of `said`, without control characters, takes; told without building it."""
    return FEWEST_A_CHARACTER * (len(said) + 3) + 2


def _unchanged(symbols: list[int]) -> list[int]:
    return symbols
