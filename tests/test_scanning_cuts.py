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


# --- scanners that end their scans otherwise than before, and people beside them


def test_a_suffix_is_unlearned_when_two_scans_in_a_row_have_none() -> None:
    wedge = after_a_scan().play(timed((SERIAL, 0, 5), (SERIAL, 2000, 5), (SERIAL, 2000, 5)))
    assert parts(wedge) == [(SERIAL, True), (SERIAL, False), (SERIAL, False)]
    assert not wedge.framer.learned.suffix_seen


def test_two_scanners_in_turn_of_which_one_has_no_suffix_are_both_heard() -> None:
    wedge = after_a_scan().play(timed((SERIAL, 0, 5), (SERIAL, 2000, 5)))
    turns = timed((IMEI + "\n", 5000, 5), (SERIAL, 2000, 5), (OTHER + "\n", 2000, 5), (SERIAL, 2000, 5))
    assert parts(wedge.play(turns))[1:] == [(text, False) for text in (SERIAL, IMEI, SERIAL, OTHER, SERIAL)]
    wedge.play(timed((IMEI + "\n", 20000, 5), (OTHER + "\n", 2000, 5), (SERIAL, 2000, 5)))
    assert parts(wedge)[-1] == (SERIAL, True)


def test_one_miss_between_suffixes_unlearns_nothing() -> None:
    turns = timed((SERIAL, 0, 5), (IMEI + "\n", 2000, 5), (SERIAL, 2000, 5))
    assert parts(after_a_scan().play(turns)) == [(SERIAL, True), (IMEI, False), (SERIAL, True)]


def test_a_code_in_three_pieces_is_parts_though_the_suffix_is_unlearned_meanwhile() -> None:
    wedge = after_a_scan().play(timed(("R5CT10", 0, 5), ("ABCDEF", 350, 5), ("GHIJKL\n", 350, 5)))
    assert parts(wedge) == [("R5CT10", True), ("ABCDEF", True), ("GHIJKL", True)]


def test_quick_serial_numbers_without_a_suffix_are_whole_before_long() -> None:
    wedge = after_a_scan().play(timed(*[(SERIAL, 600, 5)] * 5))
    assert [is_part for _, is_part in parts(wedge)] == [True, True, True, False, False]


@pytest.mark.parametrize("suffix", ["\n", "\t"])
@pytest.mark.parametrize("delay_ms", [150, 280])
def test_a_persons_enter_or_tab_teaches_no_suffix(suffix: str, delay_ms: float) -> None:
    for code in (IMEI, SERIAL):
        wedge = bench().play(timed((code, 0, 5), (suffix, delay_ms, 0))).end()
        assert not wedge.framer.learned.suffix_seen


def test_a_known_code_without_its_suffix_is_no_part() -> None:
    assert parts(after_a_scan().play(timed((IMEI, 0, 5)))) == [(IMEI, False)]


def test_a_known_code_with_its_suffix_is_no_rest_of_a_serial_number() -> None:
    wedge = after_a_scan().play(timed((SERIAL, 0, 5), (IMEI + "\n", 500, 5)))
    assert parts(wedge) == [(SERIAL, True), (IMEI, False)]


@pytest.mark.parametrize("stall_ms", [60, 130, 200, 290])
def test_an_imei_that_stalled_is_no_product_code(stall_ms: float) -> None:
    whole = EAN[:2] + IMEI[:13]
    framer = WedgeFramer(validates={whole, whole[2:]}.__contains__, learned=Learned(suffix_seen=True))
    wedge = Bench(framer).play(timed((whole[:2], 0, 5), (whole[2:] + "\n", stall_ms, 5)))
    assert parts(wedge) == [(whole, False)]


@pytest.mark.parametrize("stall_ms", [60, 130, 290])
def test_digits_at_the_scanners_pace_belong_before_a_number_however_it_stalled(stall_ms: float) -> None:
    wedge = after_a_scan().play(timed(("12", 0, 5), (IMEI + "\n", stall_ms, 5)))
    assert parts(wedge) == [(IMEI, True)]


@pytest.mark.parametrize("pause_ms", [60, 95, 150, 290])
def test_digits_at_a_persons_pace_are_a_persons(pause_ms: float) -> None:
    wedge = after_a_scan().play(timed(("12", 0, 120), (IMEI + "\n", pause_ms, 5)))
    assert parts(wedge) == [(IMEI, False)]
    assert wedge.typed_text == "12"


def test_a_persons_digits_that_would_make_another_code_make_neither() -> None:
    both = {IMEI, "12" + IMEI}
    framer = WedgeFramer(validates=both.__contains__, learned=Learned(suffix_seen=True))
    wedge = Bench(framer).play(timed(("12", 0, 120), (IMEI + "\n", 150, 5)))
    assert parts(wedge) == [(IMEI, True)]


@pytest.mark.parametrize(("pause_ms", "is_part"), [(60, True), (95, True), (105, False), (280, False)])
def test_a_lone_digit_close_before_a_number_is_rather_its_own(pause_ms: float, is_part: bool) -> None:
    assert parts(after_a_scan().play(timed(("1", 0, 5), (IMEI + "\n", pause_ms, 5)))) == [(IMEI, is_part)]


@pytest.mark.parametrize(("pause_ms", "is_part"), [(60, True), (95, True), (105, False), (290, False)])
def test_letters_at_a_persons_pace_spoil_no_serial_number(pause_ms: float, is_part: bool) -> None:
    assert parts(after_a_scan().play(timed(("ab", 0, 120), (SERIAL + "\n", pause_ms, 5)))) == [(SERIAL, is_part)]


def test_letters_at_the_scanners_pace_are_the_beginning_of_a_serial_number() -> None:
    assert parts(after_a_scan().play(timed(("R5", 0, 5), (SERIAL[2:] + "\n", 290, 5)))) == [(SERIAL[2:], True)]


def test_a_mended_code_at_a_common_pace_makes_no_scanner_slow() -> None:
    wedge = after_a_scan().play(timed((EAN[:2], 0, 20), (EAN[2:] + "\n", 44, 20)))
    assert parts(wedge) == [(EAN, False)]
    assert wedge.framer.learned.typical_gap_ms == 0
