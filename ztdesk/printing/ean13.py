"""A product number of 13 digits -> the bars of its EAN-13, counted in modules. Knows no paper and no size."""

from functools import lru_cache

from ztdesk.domain.errors import UsageError
from ztdesk.domain.text import text
from ztdesk.printing.code128 import Bars, black_of

QUIET_MODULES = 11
"""Modules that stay white before the bars (ISO/IEC 15420); behind them fewer are enough."""

_LENGTH = 13


@lru_cache(maxsize=16)
def bars(number: str) -> Bars:
    """What to paint black. Raises UsageError for anything but 13 digits with the right check digit."""
    from barcode.ean import EuropeanArticleNumber13  # late: only who prints draws bars

    is_number = number.isascii() and number.isdigit() and len(number) == _LENGTH
    code = EuropeanArticleNumber13(number[:-1]) if is_number else None
    if code is None or code.get_fullcode() != number:
        raise UsageError(text("No product number"), text("It has 13 digits, the last of which checks the others."))
    (line,) = code.build()
    return Bars(len(line), black_of(line))
