from hypothesis import given
from hypothesis import strategies as st

from ztdesk.sync.pace import Pace

START = 1_790_000_000.0


def test_a_look_up_of_several_pages_counts_as_several_and_the_limit_holds() -> None:
    pace, now, calls = Pace(), START, list[float]()
    while now < START + 250:
        wait_s = pace.wait_s(now)
        if wait_s:
            now += wait_s
            continue
        pace.take(now)
        pace.take(now, 4)
        calls += [now] * 5
    assert len(calls) > 2000
    assert all(calls[index + 1000] - calls[index] >= 100 - 0.01 for index in range(len(calls) - 1000))


def test_a_burst_passes_at_once_and_then_nine_a_second() -> None:
    pace = Pace()
    for _ in range(95):
        assert pace.wait_s(START) == 0
        pace.take(START)
    assert 0 < pace.wait_s(START) <= 1 / 9
    assert pace.wait_s(START + 1 / 9) == 0


def test_no_window_of_a_hundred_seconds_holds_more_than_a_thousand_calls() -> None:
    pace, now, calls = Pace(), START, list[float]()
    while now < START + 350:
        wait_s = pace.wait_s(now)
        if wait_s:
            now += wait_s
            continue
        pace.take(now)
        calls.append(now)
    assert len(calls) > 3000
    assert all(calls[index + 1000] - calls[index] >= 100 - 0.01 for index in range(len(calls) - 1000))


@given(st.lists(st.one_of(st.floats(-4e7, 4e7), st.just(0.0), st.just(1e-9)), max_size=60))
def test_waiting_what_is_asked_for_always_leads_to_a_call(leaps: list[float]) -> None:
    pace, now = Pace(burst=2), START
    for leap in leaps:
        now += leap
        for _ in range(20):
            wait_s = pace.wait_s(now)
            assert 0 <= wait_s <= 1
            if wait_s == 0:
                break
            now += wait_s
        assert pace.wait_s(now) == 0
        pace.take(now)


def test_a_clock_set_back_a_year_neither_stops_nor_opens_the_gate() -> None:
    pace = Pace(burst=1)
    pace.take(START)
    back = START - 31_536_000
    assert 0 < pace.wait_s(back) <= 1 / 9
    assert pace.wait_s(back + 0.2) == 0
