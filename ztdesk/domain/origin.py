"""Where a scan came from and how it came in."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Origin:
    """`scanner` names the channel, empty for a number typed by hand; `received` is what came in, where that is not what
    it was understood as.
    """

    scanner: str = ""
    received: str = ""


BY_HAND = Origin()
