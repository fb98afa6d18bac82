"""Where a scan came from and how it came in."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Origin:
    """`scanner` names the channel, empty for a number typed by hand; `received` is what came in, where that is not what
    it was understood as. `is_cut_off` says that more came in than is kept, `is_part` that the beginning or the end of the
    code is missing: nothing may be read from such a scan.
    """

    scanner: str = ""
    received: str = ""
    is_cut_off: bool = False
    is_part: bool = False


BY_HAND = Origin()
