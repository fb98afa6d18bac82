"""Event stamps and our clock on one time line."""

from ztdesk.scanning.event_time import EventTime


class Clock:
    now = 1_000.0

    def __call__(self) -> float:
        return self.now


def test_gaps_are_those_of_the_stamps_however_late_the_delivery() -> None:
    clock = Clock()
    times = EventTime(clock)
    first = times.at_ms(50_000, in_burst=False)
    clock.now += 300
    assert times.at_ms(50_005, in_burst=True) - first == 5
    assert times.now_ms() == 1_300


def test_a_late_delivery_is_seen_as_late_once_a_prompt_one_was_seen() -> None:
    clock = Clock()
    times = EventTime(clock)
    times.at_ms(50_000, in_burst=False)
    clock.now = 2_000
    assert times.at_ms(50_900, in_burst=False) == 1_900


def test_without_a_plausible_stamp_it_is_now() -> None:
    clock = Clock()
    times = EventTime(clock)
    assert times.at_ms(0, in_burst=False) == 1_000
    times.at_ms(50_000, in_burst=False)
    clock.now = 1_010
    assert times.at_ms(900_000, in_burst=True) == 1_010
    assert times.at_ms(3, in_burst=True) == 1_010


def test_stamps_that_start_anew_are_followed() -> None:
    clock = Clock()
    times = EventTime(clock)
    times.at_ms(4_294_967_000, in_burst=False)
    clock.now = 2_000
    assert times.at_ms(700, in_burst=False) == 2_000
    clock.now = 2_500
    assert times.at_ms(1_100, in_burst=False) == 2_400


def test_clocks_that_drift_apart_are_brought_together_again() -> None:
    clock = Clock()
    times = EventTime(clock)
    at = 0.0
    for second in range(3_600):
        clock.now = 1_000.0 + second * 1_000
        at = times.at_ms(50_000 + second * 999, in_burst=False)
    assert clock.now - at <= 61
