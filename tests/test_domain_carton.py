"""Codes of several numbers -> the devices they mean; numbers of different phones never become one."""

import pytest

from tests.core import imei
from ztdesk.domain.box import CodesPerBox
from ztdesk.domain.carton import LabelContent, Pairing, content_of, names_several
from ztdesk.domain.label import read_label

A1, A2, B1, B2, C1, C2, D1, D2 = (imei(unit) for unit in range(1, 9))


def broken(number: str) -> str:
    return number[:-1] + str((int(number[-1]) + 1) % 10)


def content(code: str, codes: CodesPerBox = CodesPerBox.ONE_IMEI, pairing: Pairing | None = None) -> LabelContent:
    return content_of(read_label(code), codes, "", "", pairing)


def named(meant: LabelContent) -> list[tuple[str, ...]]:
    return [tuple(filter(None, (one.imei, one.imei2, one.meid, one.serial))) for one in meant.devices]


def test_labelled_numbers_do_not_close_up_over_broken_ones() -> None:
    meant = content(f"IMEI1:{A1};IMEI2:{broken(A2)};IMEI1:{broken(B1)};IMEI2:{B2};IMEI1:{C1};IMEI2:{C2}")
    assert named(meant) == [(C1, C2)]
    assert len(meant.rejected) == 4


def test_a_labelled_imei_that_is_broken_leaves_its_phone_incomplete() -> None:
    phones = [(A1, A2), (B1, B2), (C1, C2)]
    meant = content(";".join(f"IMEI1:{first};IMEI2:{broken(second)}" for first, second in phones))
    assert meant.devices == ()
    assert [one.slot for one in meant.rejected] == [1, 2] * 3
    half = content(f"IMEI1:{A1};IMEI2:{A2};IMEI1:{B1};IMEI2:{B2[:12]}")
    assert named(half) == [(A1, A2)]
    assert [(one.slot, one.value) for one in half.rejected] == [(1, B1), (2, B2[:12])]


def test_unlabelled_pairs_do_not_close_up_over_broken_ones() -> None:
    code = ";".join([A1, A2, B1, broken(B2), C1, broken(C2), D1, D2])
    assert named(content(code, CodesPerBox.TWO_IMEIS, Pairing.PAIRS)) == [(A1, A2), (D1, D2)]


def test_a_number_that_may_be_an_imei_keeps_its_place() -> None:
    short, versioned = A2[:14], B1[:14] + "03"
    code = ";".join([A1, short, versioned, B2])
    assert named(content(code, CodesPerBox.TWO_IMEIS, Pairing.PAIRS)) == []
    meant = content(";".join([A1, short, B1, B2]), CodesPerBox.TWO_IMEIS, Pairing.PAIRS)
    assert named(meant) == [(B1, B2)]
    assert [one.value for one in meant.rejected] == [A1, short]
    singles = content(code)
    assert named(singles) == [(A1,), (B2,)]
    assert [one.value for one in singles.rejected] == [short, versioned]


def test_no_number_that_is_not_clear_is_silently_gone() -> None:
    assert names_several(read_label(f"{A1};{B1[:14]};{C1[:14]}"))
    assert names_several(read_label(f"{A1};{B1[:14]}03"))
    meant = content(f"{A1};{B1[:14]};{C1[:14]}")
    assert (named(meant), len(meant.rejected)) == ([(A1,)], 2)
    meids = content(f"MEID:A0000012345678;{A1[:14]};MEID:A0000012345679")
    assert (named(meids), len(meids.rejected)) == ([("A0000012345678",), ("A0000012345679",)], 1)
    alone = content(f"{A1};{A2[:14]}03")
    assert (alone.devices, alone.must_ask, len(alone.rejected)) == ((), False, 2)


def test_fourteen_digits_on_the_label_of_one_phone_are_no_phone() -> None:
    assert not names_several(read_label(f"IMEI:{A1};22140523021234"))
    assert not names_several(read_label(f"IMEI:{A1};IMEISV:{A1[:14]}03")), "the same IMEI once more"
    assert content(f"IMEI1:{A1};IMEI2:{A2};22140523021234") == content(f"IMEI1:{A1};IMEI2:{A2}")
    pair = content(f"{A1};{A2};22140523021234", CodesPerBox.TWO_IMEIS, Pairing.PAIRS)
    assert (named(pair), pair.rejected) == ([(A1, A2)], ())
    assert content(f"22140523021234;{A1};{A2}").must_ask
    cartons_own = content(";".join(["10614141543219", A1, A2, B1, B2]), CodesPerBox.TWO_IMEIS, Pairing.PAIRS)
    assert (named(cartons_own), len(cartons_own.rejected)) == ([(A1, A2), (B1, B2)], 1)


@pytest.mark.parametrize("at", [0, 4])
def test_fourteen_digits_like_the_imeis_keep_their_place(at: int) -> None:
    numbers = [A2, B1, B2, C1]
    numbers.insert(at, imei(40)[:14])
    assert content(";".join(numbers), CodesPerBox.TWO_IMEIS, Pairing.PAIRS).devices == (), "five numbers are no pairs"
    three = [A1, B1, B2] if at else [A2, B1, B2]
    three.insert(min(at, 3), imei(40)[:14])
    meant = content(";".join(three), CodesPerBox.TWO_IMEIS, Pairing.PAIRS)
    assert named(meant) == ([(A1, B1)] if at else [(B1, B2)])
    assert imei(40)[:14] in [one.value for one in meant.rejected]


def test_fourteen_digits_like_no_imei_do_not_shift_the_pairs() -> None:
    assert content(f"22140523021234;{A2};{B1};{B2}", CodesPerBox.TWO_IMEIS, Pairing.PAIRS).devices == ()


@pytest.mark.parametrize("piece", ["00101012000", "12000501", "0010101", "001010120005010001"])
def test_no_phones_close_up_over_a_torn_number(piece: str) -> None:
    for code in (f"{A1};{piece};{B1};{piece[:-1]}", f"{A1};{A2};{piece};{B2};{C1};{piece[:-1]}"):
        meant = content(code, CodesPerBox.TWO_IMEIS, Pairing.PAIRS)
        assert set(named(meant)) <= {(A1, A2)}
        assert meant.rejected
    singles = content(f"{A1};{piece};{B1};{piece[:-1]};{C1}", pairing=Pairing.SINGLES)
    assert (named(singles), singles.rejected) == ([(A1,), (B1,), (C1,)], ())


def test_digits_beside_all_imeis_are_no_piece_of_one() -> None:
    meant = content(f"87654321;{A1};{A2};12345", CodesPerBox.TWO_IMEIS)
    assert (named(meant), meant.rejected) == ([(A1, A2)], ())


def test_pairs_that_the_label_does_not_name_are_only_guessed() -> None:
    assert not content(f"IMEI1:{A1};IMEI2:{C1}").is_guessed
    guessed = content(f"{A1};{C1}", CodesPerBox.TWO_IMEIS)
    assert (guessed.is_guessed, guessed.is_parted) == (True, False)
    assert content(f"{A1};(no);{C1};(no)", CodesPerBox.TWO_IMEIS).is_parted
    assert not content(f"{A1};{A2};(no)", CodesPerBox.TWO_IMEIS).is_parted


def test_what_a_person_says_of_a_code_counts_before_all_else() -> None:
    assert named(content(f"{A1};{C1}", CodesPerBox.TWO_IMEIS)) == [(A1, C1)]
    readings = read_label(f"{A1};{C1}")
    said = content_of(readings, CodesPerBox.TWO_IMEIS, "", "", Pairing.PAIRS, Pairing.SINGLES)
    assert named(said) == [(A1,), (C1,)]


def test_no_serial_is_given_by_place_beside_a_broken_number() -> None:
    code = f"IMEI:{A1};SN:AAAA0001;IMEI:{broken(B1)};SN:AAAA0002;IMEI:{C1};IMEI:{D1};SN:AAAA0004"
    assert named(content(code)) == [(A1,), (C1,), (D1,)]


def test_serials_go_to_the_phones_they_alternate_with() -> None:
    assert named(content(f"IMEI:{A1};SN:AAAA0001;IMEI:{B1};SN:AAAA0002")) == [(A1, "AAAA0001"), (B1, "AAAA0002")]
    pairs = f"SN:AAAA0001;IMEI1:{A1};IMEI2:{A2};SN:AAAA0002;IMEI1:{B1};IMEI2:{B2}"
    assert named(content(pairs)) == [(A1, A2, "AAAA0001"), (B1, B2, "AAAA0002")]


@pytest.mark.parametrize("other", ["SN:AAAA000{}", "MEID:A000001234567{}"])
def test_what_does_not_alternate_is_given_to_no_phone(other: str) -> None:
    one, two, three = (other.format(unit) for unit in (1, 2, 3))
    code = f"IMEI:{A1};{one};IMEI:{B1};IMEI:{C1};{two};{three}"
    assert named(content(code)) == [(A1,), (B1,), (C1,)]


@pytest.mark.parametrize("count", [1, 2])
def test_imei2_may_stand_before_imei1(count: int) -> None:
    phones = [(A1, A2), (B1, B2)][:count]
    code = ";".join(f"IMEI2:{second};IMEI1:{first}" for first, second in phones)
    assert named(content(code)) == phones


def test_phones_with_one_and_with_two_labelled_imeis_are_told_apart() -> None:
    assert named(content(f"IMEI1:{A1};IMEI1:{B1};IMEI2:{B2};IMEI1:{C1}")) == [(A1,), (B1, B2), (C1,)]


def test_a_label_whose_first_field_is_missing_merges_no_two_phones() -> None:
    assert named(content(f"IMEI2:{A2};IMEI1:{B1};IMEI2:{B2}")) == [(A2,), (B1, B2)]


def test_a_broken_number_counts_when_pairs_are_told_from_single_phones() -> None:
    code = ";".join([A1, A2, B1, broken(B2)])
    assert content(code, CodesPerBox.TWO_IMEIS).must_ask
    assert named(content(code, CodesPerBox.TWO_IMEIS, Pairing.PAIRS)) == [(A1, A2)]
    assert named(content(code)) == [(A1,), (A2,), (B1,)], "in a batch of phones with one IMEI each is one"
    assert named(content(code, pairing=Pairing.PAIRS)) == [(A1, A2)], "unless it was answered otherwise"


def test_an_odd_number_of_imeis_is_no_carton_of_pairs() -> None:
    code = ";".join([A1, A2, B1])
    assert content(code, CodesPerBox.TWO_IMEIS).must_ask
    assert content(code, CodesPerBox.TWO_IMEIS, Pairing.PAIRS).devices == ()
    assert named(content(code, CodesPerBox.TWO_IMEIS, Pairing.SINGLES)) == [(A1,), (A2,), (B1,)]
