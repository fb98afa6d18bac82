"""The file that keeps the world: what survives a restart, a reset and a crash in the middle of a line."""

from pathlib import Path
from typing import Any

import pytest
from googleapiclient.errors import HttpError

from tests.practice_service import RunningPractice, claim_item, client, fresh_imei, practice, reseller_client
from ztdesk.practice.history import History, HistoryUnreadable, Seed
from ztdesk.practice.records import PARTNER_ID, ZERO_TOUCH

__all__ = ["client", "practice"]


def everything(client: Any, operation: str) -> tuple[Any, ...]:
    partners = client.partners()
    owner = {"customerId": ["1700000042"], "limit": 100, "sectionType": ZERO_TOUCH}
    return (
        partners.customers().list(partnerId=PARTNER_ID).execute(),
        partners.devices().findByOwner(partnerId=PARTNER_ID, body=owner).execute(),
        client.operations().get(name=operation).execute(),
    )


def practise(client: Any) -> str:
    partners = client.partners()
    company = {"companyName": "Neu & Söhne", "ownerEmails": ["a@example.com"]}
    partners.customers().create(parent=f"partners/{PARTNER_ID}", body={"customer": company}).execute()
    made = partners.devices().claim(partnerId=PARTNER_ID, body=claim_item(fresh_imei(1))).execute()
    partners.devices().claim(partnerId=PARTNER_ID, body=claim_item(fresh_imei(2))).execute()
    released = {"deviceId": made["deviceId"], "sectionType": ZERO_TOUCH}
    partners.devices().unclaim(partnerId=PARTNER_ID, body=released).execute()
    batch = {"claims": [claim_item(fresh_imei(3), deviceMetadata={"entries": {"ordernumber": "Ü1"}})]}
    name: str = partners.devices().claimAsync(partnerId=PARTNER_ID, body=batch).execute()["name"]
    return name


def test_a_restart_changes_nothing(practice: RunningPractice, client: Any) -> None:
    operation = practise(client)
    before, ledger = everything(client, operation), practice.control.ledger().lines
    practice.restart()
    assert everything(client, operation) == before
    assert practice.control.ledger().lines == ledger
    # And new ones do not take the place of the old.
    assert practise(client) != operation
    practice.restart()
    assert len(practice.control.ledger().lines) > len(ledger)


@pytest.mark.parametrize("by_control", [True, False])
def test_a_reset_forgets_everything_but_the_key(practice: RunningPractice, *, by_control: bool) -> None:
    client = reseller_client(practice)
    operation = practise(client)
    if by_control:
        practice.control.reset()
    else:
        practice.restart(reset=True)
    assert practice.control.ledger().lines == ()
    with pytest.raises(HttpError):
        everything(client, operation)
    practice.restart()
    assert practice.control.ledger().lines == ()
    client.close()


def test_a_line_cut_short_is_dropped_and_written_over(tmp_path: Path) -> None:
    file = tmp_path / "world.jsonl"
    history = History(file)
    history.begin(Seed(3, 4))
    history.append({"n": 1, "name": "é"})
    history.close()
    with file.open("ab") as torn:
        torn.write(b'{"n":2,"na')
    history = History(file)
    assert history.seed() == Seed(3, 4)
    assert list(history.load()) == [{"n": 1, "name": "é"}]
    history.append({"n": 3})
    history.close()
    again = History(file)
    assert list(again.load()) == [{"n": 1, "name": "é"}, {"n": 3}]
    again.close()


@pytest.mark.parametrize("content", ["", "nonsense\n", '{"format":99,"customers":0,"devices":0}\n', "[]\n"])
def test_refuses_a_file_it_cannot_read(tmp_path: Path, content: str) -> None:
    file = tmp_path / "world.jsonl"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(HistoryUnreadable):
        History(file).seed()


def test_a_closed_history_takes_nothing(tmp_path: Path) -> None:
    history = History(tmp_path / "world.jsonl")
    history.begin(Seed())
    history.close()
    with pytest.raises(ValueError, match="closed"):
        history.append({})
