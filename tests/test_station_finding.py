"""A person who asks where a device is is told what this PC knows, and then what the service says."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.core import ACME, AUTHOR, START, Data, imei, open_data
from ztdesk.domain.batch import NewItem
from ztdesk.domain.identifiers import DeviceIdentifier, group_imei
from ztdesk.domain.sighting import Found, LookedUp, Sighting
from ztdesk.domain.text import text
from ztdesk.domain.verdict import VerdictKind
from ztdesk.station import finding_words
from ztdesk.station.finding import Finder
from ztdesk.store.claims import Claims

HANDHELDS = replace(ACME, manufacturer="Honeywell", model="CT45")


@pytest.fixture
def data(tmp_path: Path) -> Data:
    return open_data(tmp_path / "ztdesk.db")


@pytest.fixture
def finder(data: Data) -> Finder:
    return Finder(data.items, Claims(data.database), data.clock)


def said(finder: Finder, payload: str) -> tuple[str, str]:
    finding = finder.find(payload, None)
    return finding.title.english(), finding.detail.english()


def test_a_device_of_an_open_batch_is_found(data: Data, finder: Finder) -> None:
    data.opened([1, 2])
    assert said(finder, imei(2)) == ("In an open batch", "Here: number 2 of batch 1 for ACME (1700000042).")
    finding = finder.find(f"IMEI:{imei(2)}", None)
    assert finding.identifier == DeviceIdentifier(imei=imei(2))
    assert finding.code == group_imei(imei(2))


def test_a_device_of_a_queued_batch_is_found(data: Data, finder: Finder) -> None:
    data.queued([1])
    assert said(finder, imei(1)) == ("In a queued batch", "Here: number 1 of batch 1 for ACME (1700000042), queued.")


@pytest.mark.parametrize(
    ("later_s", "ago"),
    [
        (-100, "less than an hour ago"),
        (60, "less than an hour ago"),
        (3600, "an hour ago"),
        (7300, "2 hours ago"),
        (86400, "a day ago"),
        (86400 * 30, "30 days ago"),
    ],
)
def test_a_device_that_was_claimed_is_found(data: Data, finder: Finder, later_s: float, ago: str) -> None:
    data.queued([1])
    data.database.connection.execute("UPDATE item SET state = 'succeeded', live = 0, decided_at = ?", (START,))
    data.clock.pass_s(later_s)
    assert said(finder, imei(1)) == ("Claimed from this PC", f"This PC claimed it {ago} for ACME (1700000042).")


def test_a_device_nobody_met_is_not_known(finder: Finder) -> None:
    title, detail = said(finder, imei(1))
    assert title == "Not known on this PC"
    assert detail == "It is in no batch here and was not claimed from here."


def test_a_serial_number_is_that_of_the_batch_at_hand(data: Data, finder: Finder) -> None:
    phone = DeviceIdentifier(serial="SN77A", manufacturer="Honeywell", model="CT45")
    batch = data.batches.open_with(HANDHELDS, [NewItem(phone, "SN77A")], START, AUTHOR, "test")
    assert finder.find("S/N: SN77A", batch).identifier == phone
    assert finder.find("S/N: SN77A", batch).title.english() == "In an open batch"
    alone = finder.find("S/N: SN77A", None)
    assert (alone.kind, alone.title.english(), alone.identifier) == (
        VerdictKind.REFUSED,
        "A serial number alone",
        None,
    )


@pytest.mark.parametrize(
    ("payload", "kind", "title"),
    [
        ("001010120000004", VerdictKind.REFUSED, "Not a valid IMEI"),
        ("4006381333931", VerdictKind.IGNORED, "Product code"),
        (f"{imei(1)}\n{imei(2)}\n{imei(3)}", VerdictKind.REFUSED, "Several phones in this code"),
    ],
)
def test_what_names_no_device_is_explained(finder: Finder, payload: str, kind: VerdictKind, title: str) -> None:
    finding = finder.find(payload, None)
    assert (finding.kind, finding.title.english(), finding.identifier) == (kind, title, None)


def test_of_two_imeis_the_first_is_asked_for(finder: Finder) -> None:
    assert finder.find(f"{imei(1)}\n{imei(2)}", None).identifier == DeviceIdentifier(imei=imei(1))


@pytest.mark.parametrize(
    ("sighting", "title", "start"),
    [
        (Sighting(Found.UNCLAIMED, 0.0), "Not claimed", "The service does not know it as claimed. "),
        (
            Sighting(Found.OTHER_CUSTOMER, 0.0, "17", "Müller {0}"),
            "Claimed by us",
            "The service has it claimed for Müller {0} (17). ",
        ),
        (Sighting(Found.OTHER_CUSTOMER, 0.0, "17"), "Claimed by us", "The service has it claimed for customer 17. "),
        (
            Sighting(Found.VENDOR, 0.0, "19", "", "18"),
            "Claimed through a vendor",
            "Vendor 18 claimed it for customer 19. ",
        ),
        (
            Sighting(Found.VENDOR, 0.0, "19", "Müller", "18"),
            "Claimed through a vendor",
            "Vendor 18 claimed it for Müller (19). ",
        ),
    ],
)
def test_the_service_completes_what_this_pc_knows(sighting: Sighting, title: str, start: str) -> None:
    answer = LookedUp(DeviceIdentifier(imei=imei(1)), sighting)
    said, detail = finding_words.answered(text("Not known on this PC"), text("Nothing here."), answer)
    assert (said.english(), detail.english()) == (title, f"{start}Nothing here.")


def test_without_an_answer_the_reason_is_said() -> None:
    answer = LookedUp(DeviceIdentifier(imei=imei(1)), None, text("No connection"), text("Wait."))
    said, detail = finding_words.answered(text("In an open batch"), text("Number 1."), answer)
    assert said.english() == "In an open batch"
    assert detail.english() == "Number 1. The service was not asked: No connection."
