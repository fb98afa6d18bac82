"""The state at the window's head is the one that matters most."""

import pytest

from ztdesk.ui.readiness import Readiness, readiness


@pytest.mark.parametrize(
    ("also", "state"),
    [
        ({}, Readiness.ASKED),
        ({"is_locked": True}, Readiness.LOCKED),
        ({"is_busy": True}, Readiness.BUSY),
        ({"on_hold": True}, Readiness.ON_HOLD),
        ({"has_keyboard": False}, Readiness.NOT_LISTENING),
        ({"is_asked": False}, Readiness.READY),
    ],
)
def test_a_code_that_waits_for_an_answer_is_not_ready(also: dict[str, bool], state: Readiness) -> None:
    given = {
        "has_keyboard": True,
        "has_serial": False,
        "is_locked": False,
        "is_busy": False,
        "on_hold": False,
        "has_batch": True,
        "is_asked": True,
    }
    assert readiness(**(given | also)) is state
