from ztdesk.domain.batch import Item, ItemState
from ztdesk.domain.catalogue import DeviceVerdict
from ztdesk.domain.identifiers import DeviceIdentifier
from ztdesk.sync.poll import match

A, B, C = (DeviceIdentifier(imei=str(number) * 15) for number in (1, 2, 3))


def items(*identifiers: DeviceIdentifier) -> list[Item]:
    return [Item(n, 1, n, one, "", "", 0.0, ItemState.SENT) for n, one in enumerate(identifiers, 1)]


def said(identifier: DeviceIdentifier, status: str = "S") -> DeviceVerdict:
    return DeviceVerdict(identifier, status)


def ids(asked: list[Item], *rows: DeviceVerdict) -> dict[int, str]:
    return {item_id: verdict.status for item_id, verdict in match(asked, rows)}


def test_rows_in_order_out_of_order_and_missing() -> None:
    assert ids(items(A, B, C), said(A, "1"), said(B, "2"), said(C, "3")) == {1: "1", 2: "2", 3: "3"}
    assert ids(items(A, B, C), said(C, "3"), said(A, "1"), said(B, "2")) == {1: "1", 2: "2", 3: "3"}
    assert ids(items(A, B, C), said(A, "1"), said(C, "3")) == {1: "1", 3: "3"}
    assert ids(items(A, B, C)) == {}


def test_rows_without_an_echo_count_by_place_only_when_none_is_missing() -> None:
    empty = DeviceIdentifier()
    assert ids(items(A, B), said(empty, "1"), said(empty, "2")) == {1: "1", 2: "2"}
    assert ids(items(A, B), said(empty, "1")) == {}
    assert ids(items(A), said(empty, "1"), said(empty, "2")) == {}


def test_a_row_of_a_stranger_twice_or_without_a_status_is_no_verdict() -> None:
    assert ids(items(A, B), said(C, "x"), said(B, "2")) == {2: "2"}
    assert ids(items(A, B), said(A, "1"), said(A, "again"), said(B, "2")) == {1: "1", 2: "2"}
    assert ids(items(A, B), said(A, ""), said(B, "SINGLE_DEVICE_STATUS_UNSPECIFIED")) == {}


def test_an_echo_may_hold_more_and_letters_of_another_case() -> None:
    meid = DeviceIdentifier(meid="A0000000002329")
    assert ids(items(A), said(DeviceIdentifier(imei=A.imei, imei2="9", manufacturer="X"), "1")) == {1: "1"}
    assert ids(items(B, meid), said(DeviceIdentifier(meid="a0000000002329"), "1")) == {2: "1"}


def test_serials_that_differ_in_case_alone_are_never_taken_for_each_other() -> None:
    small, large = DeviceIdentifier(serial="ab1"), DeviceIdentifier(serial="AB1")
    assert ids(items(small, large), said(large, "2")) == {2: "2"}
    assert ids(items(small, large), said(DeviceIdentifier(serial="Ab1"), "?")) == {}
    assert ids(items(small), said(large, "1")) == {1: "1"}


def test_one_serial_number_of_two_models_names_two_devices() -> None:
    first, second, third = (DeviceIdentifier(serial="S1", manufacturer="Acme", model=model) for model in "XYZ")
    assert ids(items(first, second), said(second, "2")) == {2: "2"}
    assert ids(items(first, second), said(second, "2"), said(first, "1")) == {1: "1", 2: "2"}
    assert ids(items(first, second), said(third, "3")) == {}
