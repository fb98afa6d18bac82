"""What is said of a code of which only a part arrived, by a framer on a synthetic clock."""

import pytest

from tests.test_scanning_framing import IMEI, OTHER, Bench, bench, timed
from ztdesk.scanning.framing import WedgeFramer
from ztdesk.scanning.profile import ScannerProfile
from ztdesk.scanning.timing import Learned

EAN = "8480000650672"
SERIAL = "R5CT10ABCDE"


def after_a_scan() -> Bench:
    return bench(Learned(suffix_seen=True))


def parts(wedge: Bench) -> list[tuple[str, bool]]:
    return [(scan.text, scan.is_part) for scan in wedge.end().scans]


def test_whole_codes_are_no_parts() -> None:
    wedge = after_a_scan().play(timed((IMEI + "\n", 0, 5), (SERIAL + "\n", 400, 5), (SERIAL + "\n", 2000, 5)))
    assert parts(wedge) == [(IMEI, False), (SERIAL, False), (SERIAL, False)]


def test_slow_first_keys_of_a_known_code_are_put_before_it() -> None:
    wedge = after_a_scan().play(timed((EAN[:2], 0, 12), (EAN[2:] + "\n", 44, 6)))
    assert parts(wedge) == [(EAN, False)]
    assert wedge.typed_text == EAN[:2]  # they had gone by


def test_what_follows_slow_first_keys_is_a_part_where_nothing_proves_it() -> None:
    wedge = after_a_scan().play(timed((SERIAL[:2], 0, 12), (SERIAL[2:] + "\n", 44, 6)))
    assert parts(wedge) == [(SERIAL[2:], True)]
    wedge.play(timed((SERIAL + "\n", 5000, 6)))
    assert parts(wedge)[1:] == [(SERIAL, False)]


def test_a_person_may_type_before_a_scan_of_a_known_code() -> None:
    wedge = after_a_scan().play(timed(("Order", 0, 130), (IMEI + "\n", 250, 6)))
    assert parts(wedge) == [(IMEI, False)]
    assert wedge.typed_text == "Order"


def test_digits_close_before_a_number_make_it_a_part_though_it_passes_for_an_imei() -> None:
    wedge = after_a_scan().play(timed(("89", 0, 60), (IMEI + "\n", 60, 6)))
    assert parts(wedge) == [(IMEI, True)]


def test_pieces_with_long_pauses_between_them_are_all_parts() -> None:
    wedge = after_a_scan().play(timed(("950110", 0, 9), ("1", 350, 0), ("530003\n", 350, 9)))
    assert parts(wedge) == [("950110", True), ("530003", True)]
    wedge.play(timed((SERIAL + "\n", 5000, 6)))
    assert parts(wedge)[2:] == [(SERIAL, False)]


def test_the_rest_of_a_torn_number_is_no_imei() -> None:
    wedge = after_a_scan().play(timed(("8904903", 0, 9), (IMEI + "\n", 500, 9)))
    assert parts(wedge) == [("8904903", True), (IMEI, True)]


def test_without_a_suffix_ever_seen_a_pause_is_an_end() -> None:
    assert parts(bench().play(timed((SERIAL, 0, 5)))) == [(SERIAL, False)]


@pytest.mark.parametrize(("moved_ms", "is_part"), [(960.0, True), (1030.0, True), (700.0, False)])
def test_what_comes_while_the_keyboard_moves_to_another_window_may_be_a_part(moved_ms: float, is_part: bool) -> None:
    wedge = after_a_scan()
    wedge.framer.keyboard_moved(moved_ms)
    assert parts(wedge.play(timed((SERIAL + "\n", 1000, 6)))) == [(SERIAL, is_part)]
    wedge.framer.keyboard_moved(4000)
    assert parts(wedge.play(timed((OTHER + "\n", 4000, 6))))[1:] == [(OTHER, False)]


def test_a_slow_code_that_went_by_is_told_at_its_end() -> None:
    framer = WedgeFramer(validates=lambda text: text == IMEI)
    wedge = Bench(framer).play(timed((IMEI, 0, 62)))
    assert wedge.typed_text == IMEI[:-1]
    enter = timed(("\n", 14 * 62 + 62, 0))[0]
    wedge.tick(before=enter.at_ms)
    late = framer.feed(enter).late
    assert late is not None
    assert (late.text, late.ended_by) == (IMEI, "suffix")
    assert framer.learned.typical_gap_ms == pytest.approx(62)


@pytest.mark.parametrize("gap_ms", [5, 38, 60, 100, 150])
def test_all_ears_hear_whatever_comes_at_any_pace(gap_ms: float) -> None:
    wedge = after_a_scan()
    wedge.framer.use(ScannerProfile(), is_all_ears=True)
    wedge.play(timed((SERIAL + "\n", 0, gap_ms)))
    assert parts(wedge) == [(SERIAL, False)]
    assert wedge.typed == []
    wedge.framer.use(ScannerProfile())
    wedge.play(timed((SERIAL + "\n", 20000, 100)))
    assert len(wedge.scans) == 1


def test_even_typing_at_an_overheard_pace_is_nobodys_scan() -> None:
    wedge = bench(Learned(suffix_seen=True, typical_gap_ms=60)).play(timed(("Dear customer\n", 0, 67)))
    assert parts(wedge) == []
    assert wedge.typed_text == "Dear customer\n"
