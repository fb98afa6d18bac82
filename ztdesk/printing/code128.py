"""A text -> the bars of its Code 128, counted in modules. Knows no paper and no size.

The symbols are chosen here, as ISO/IEC 15417 advises; python-barcode, which takes several times as long for it, lends its
table of what each looks like.
"""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from ztdesk.domain.errors import UsageError
from ztdesk.domain.text import text

QUIET_MODULES = 10
"""Modules that stay white before and behind the bars (ISO/IEC 15417)."""

SYMBOL_MODULES = 11
"""How wide a symbol is; the stop symbol has one bar more."""

_GS = "\x1d"
_FNC1 = "\xf1"
_FNC1_SYMBOL = 102
_START = {"A": 103, "B": 104, "C": 105}
_CHANGE = {"A": 101, "B": 100, "C": 99}
_CHECK_MODULO = 103
_STOP = 106
_LAST_BAR_MODULES = 2
_BLACK = re.compile("1+")
_DIGITS = re.compile("[0-9]*")
_ONLY_IN_A = re.compile("[\\x20-\\x5f\xf1]*[\\x00-\\x1f]")
"""Text that needs set A before it needs set B."""


class Bars(NamedTuple):
    """One code: how many modules it is wide without its quiet zones, and where each black bar begins and how wide it is."""

    wide: int
    black: tuple[tuple[int, int], ...]


def modules(said: str, *, is_gs1: bool = False) -> str:
    """One `1` a black and one `0` a white module, without quiet zones: it begins and ends with a black one.

    With `is_gs1` the code begins with FNC1, and every GS (0x1D) in `said` becomes one. Raises UsageError for a text that
    is empty or holds a character outside of ASCII.
    """
    looks = _looks()
    return "".join([looks[symbol] for symbol in symbols_of(said, is_gs1=is_gs1)])


def bars(said: str, *, is_gs1: bool = False) -> Bars:
    """What to paint black. Raises UsageError as `modules` does."""
    line = modules(said, is_gs1=is_gs1)
    return Bars(len(line), black_of(line))


def modules_of(symbols: Sequence[int]) -> int:
    """How wide these symbols are together, the stop symbol being the last."""
    return SYMBOL_MODULES * len(symbols) + _LAST_BAR_MODULES


@cache
def bars_of(symbol: int) -> tuple[tuple[int, int], ...]:
    """Where each black bar of one symbol begins and how wide it is."""
    return black_of(_looks()[symbol])


def most_modules(said: str) -> int:
    """No fewer modules than the code of `said`, without control characters, takes; told without building it."""
    return SYMBOL_MODULES * (len(said) + 3) + 2


def symbols_of(said: str, *, is_gs1: bool = False) -> list[int]:
    """The values of start, text, check and stop symbol. Raises UsageError as `modules` does."""
    if not said or not said.isascii():
        raise UsageError(
            text("No barcode can say this"), text("Only plain letters, digits and signs can be printed as a code.")
        )
    if is_gs1:
        said = _FNC1 + said.replace(_GS, _FNC1)
    symbols: list[int] = []
    at, now = 0, ""
    while at < len(said):
        wanted = _character_set(said, at, now)
        if wanted != now:
            symbols.append(_CHANGE[wanted] if now else _START[wanted])
            now = wanted
        if said[at] == _FNC1:
            symbols.append(_FNC1_SYMBOL)
            at += 1
        elif now == "C":
            end = at + (_end_of_digits(said, at) - at) // 2 * 2
            symbols += [int(said[pair : pair + 2]) for pair in range(at, end, 2)]
            at = end
        else:
            place = ord(said[at]) - 0x20
            symbols.append(place if place >= 0 else place + 0x60)
            at += 1
    symbols.append((symbols[0] + sum(place * symbol for place, symbol in enumerate(symbols))) % _CHECK_MODULO)
    symbols.append(_STOP)
    return symbols


def _character_set(said: str, at: int, now: str) -> str:
    """The set for what stands at `at`, C being two digits a symbol: the one that was used, unless changing is shorter."""
    if said[at] == _FNC1 and now:
        return now
    if now == "C":
        if _end_of_digits(said, at) - at >= 2:
            return now
    else:
        after_fnc1 = at + (said[at] == _FNC1)
        end = _end_of_digits(said, after_fnc1)
        digits = end - after_fnc1
        if not now:
            if digits >= 4 or (digits == 2 and end == len(said)):
                return "C"
        elif digits % 2 == 0 and (digits >= 6 or (digits == 4 and end == len(said))):
            return "C"
        if (now == "A" and said[at] < "\x60") or (now == "B" and said[at] >= " "):
            return now
    return "A" if _ONLY_IN_A.match(said, at) else "B"


def _end_of_digits(said: str, at: int) -> int:
    found = _DIGITS.match(said, at)
    return found.end() if found is not None else at


@cache
def _looks() -> tuple[str, ...]:
    """The modules of every symbol by its value, the last of them the stop symbol."""
    from barcode.charsets.code128 import CODES, STOP  # late: only who prints draws bars

    return (*CODES, STOP + "1" * _LAST_BAR_MODULES)


def black_of(line: str) -> tuple[tuple[int, int], ...]:
    """Where each run of `1` begins and how long it is."""
    return tuple((run.start(), run.end() - run.start()) for run in _BLACK.finditer(line))
