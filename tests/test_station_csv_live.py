"""Devices of live batches in an imported file: whichever way its lines are judged, they are found under every number."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.core import ACME, AUTHOR, START, Data, open_data
from ztdesk.domain.batch import NewItem
from ztdesk.domain.identifiers import DeviceIdentifier
from ztdesk.practice.identifiers import with_check_digit
from ztdesk.station.csv_import import Importer, Judged

_ORDINARY = [f"0010101200000{unit}" for unit in range(4)]
_SHARED = [f"9900001200000{unit}" for unit in range(4)]  # fourteen digits that are a MEID, too
_STEMS = st.sampled_from(_ORDINARY + _SHARED)


@pytest.fixture
def data(tmp_path: Path) -> Data:
    return open_data(tmp_path / "ztdesk.db")


def put_in(data: Data, *devices: DeviceIdentifier) -> int:
    news = [NewItem(device, device.plain()) for device in devices]
    return data.batches.open_with(ACME, news, START, AUTHOR, "test").id


def judged(data: Data, numbers: list[str], *, closely: bool) -> Judged:
    """The file's lines, judged as a page or, because of one more cell that is filled, each by itself."""
    heading = "modemtype,modemid,phonenumber,profiletype,owner"
    rows = [f"IMEI,{number},{'+49170' if closely else ''},ZERO_TOUCH,{ACME.customer_id}" for number in numbers]
    file = data.file.with_name("list.csv")
    file.write_text("\n".join([heading, *rows]), encoding="utf-8")
    return Importer(data.batches, data.items, data.clock, AUTHOR).judge(file, ACME.customer_id)


@pytest.mark.parametrize("closely", [False, True])
@pytest.mark.parametrize("column", ["meid", "meid2"])
def test_an_imei_that_is_a_live_meid_is_told(data: Data, column: str, closely: bool) -> None:
    meids = {"meid": "A0000012345678", column: _SHARED[0]}
    put_in(data, DeviceIdentifier(**meids))
    told = judged(data, [with_check_digit(_SHARED[0]), with_check_digit(_SHARED[1])], closely=closely)
    assert [bad.line for bad in told.bad] == [2]
    assert told.bad[0].reason.english() == "Already number 1 of the open batch 1 for ACME."
    assert [device.imei for device in told.good] == [with_check_digit(_SHARED[1])]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=100)
@given(imeis=st.sets(_STEMS, max_size=3), meids=st.sets(st.sampled_from(_SHARED), max_size=2), file=st.lists(_STEMS))
def test_a_page_is_judged_as_each_line_alone(data: Data, imeis: set[str], meids: set[str], file: list[str]) -> None:
    devices = [DeviceIdentifier(imei=with_check_digit(stem)) for stem in sorted(imeis)]
    devices += [DeviceIdentifier(meid=stem) for stem in sorted(meids - imeis)]
    batch_id = put_in(data, DeviceIdentifier(imei=with_check_digit("00101012888888")), *devices)
    numbers = [with_check_digit(stem) for stem in ["00101012999999", *file]]
    live = [data.items.find_live(DeviceIdentifier(imei=number)) is not None for number in numbers]
    free = [number for number, is_live in zip(numbers, live, strict=True) if not is_live]
    for closely in (False, True):
        told = judged(data, numbers, closely=closely)
        assert [device.imei for device in told.good] == list(dict.fromkeys(free))
        assert [bad.line for bad in told.bad if bad.reason.english().startswith("Already")] == [
            line for line, is_live in enumerate(live, start=2) if is_live
        ]
    assert data.batches.cancel(batch_id, START, AUTHOR)
