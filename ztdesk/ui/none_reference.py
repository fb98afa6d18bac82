"""Keeps Python 3.11 alive under a Qt binding that was built for later ones. Knows nothing of the window."""

import ctypes
import sys

_PLENTY = 1 << 40


def keep_none_alive() -> None:
    """Call once, before the first Qt object.

    PySide6 6.12 answers None without counting the reference, which is right from Python 3.12 on, where None cannot
    die. Under 3.11 every call of a method without a result takes one reference away, and after some thousand of them
    the process aborts ("deallocating None"). Harmless where it is not needed.
    """
    if sys.version_info < (3, 12):
        ctypes.c_ssize_t.from_address(id(None)).value += _PLENTY
