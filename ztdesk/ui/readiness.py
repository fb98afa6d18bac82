"""Whether a scan made now would become a device, and why not; worked out from what the station and the window say."""

from enum import Enum


class Readiness(Enum):
    """The one state that matters most, the first that applies."""

    NOT_LISTENING = "another window has the keyboard"
    SERIAL_ONLY = "another window has the keyboard; scanners on a serial port are heard"
    LOCKED = "something serious waits to be acknowledged"
    BUSY = "a question is open"
    ON_HOLD = "a person said to take no scans"
    NO_BATCH = "no customer is chosen"
    ASKED = "the last code waits for an answer"
    READY = "scans are taken"


def readiness(
    *,
    has_keyboard: bool,
    has_serial: bool,
    is_locked: bool,
    is_busy: bool,
    on_hold: bool,
    has_batch: bool,
    is_asked: bool = False,
) -> Readiness:
    """What to show, of everything that holds."""
    if not has_keyboard and not has_serial:
        return Readiness.NOT_LISTENING
    if is_locked:
        return Readiness.LOCKED
    if is_busy:
        return Readiness.BUSY
    if on_hold and has_batch:
        return Readiness.ON_HOLD
    if not has_batch:
        return Readiness.NO_BATCH
    if is_asked:
        return Readiness.ASKED
    return Readiness.READY if has_keyboard else Readiness.SERIAL_ONLY
