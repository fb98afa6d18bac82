"""IMEIs of the test range, as many as a benchmark wants."""

from collections.abc import Iterator

from ztdesk.domain.identifiers import is_luhn_valid


def range_imeis(count: int, first: int = 0) -> Iterator[str]:
    """`count` different IMEIs of TACs 00101012 and following."""
    for number in range(first, first + count):
        body = f"{101012 + number // 1_000_000:08d}{number % 1_000_000:06d}"
        yield next(f"{body}{digit}" for digit in range(10) if is_luhn_valid(f"{body}{digit}"))
