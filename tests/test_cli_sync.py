"""`ztdesk sync`: what it finishes, what it leaves for later, and the status it answers."""

import pytest

from tests.command_line import ACME, CommandLine, cli, fresh_imei, practice, station
from tests.practice_service import RunningPractice
from ztdesk.cli import sync
from ztdesk.practice.operations import Tempo
from ztdesk.practice.records import PARTNER_ID
from ztdesk.sync.lock import SyncLock

__all__ = ["cli", "practice", "station"]
SLOWLY = Tempo(pending_s=60.0)


def claimed(practice: RunningPractice) -> list[tuple[str, str]]:
    """Every claim that took effect, as (IMEI, customer)."""
    return [(line.number(), line.customer_id) for line in practice.control.ledger().claims()]


def test_sends_and_polls_until_nothing_is_left(station: CommandLine, practice: RunningPractice) -> None:
    imeis = [fresh_imei(unit) for unit in range(1200)]
    batch_id = station.queued(*imeis)
    answer = station("sync", "--until-idle")
    assert (answer.status, answer.out, answer.err) == (0, "", "")  # no bar where there is no terminal
    assert sorted(claimed(practice)) == [(imei, ACME) for imei in sorted(imeis)]
    batch = station.batch(batch_id)
    assert batch["counts"]["succeeded"] == 1200
    assert len(batch["operations"]) == 2
    assert station("journal", "--verify").status == 0


def test_nothing_to_do_is_well_even_without_an_account(cli: CommandLine) -> None:
    for arguments in (("sync",), ("sync", "--until-idle")):
        answer = cli(*arguments)
        assert answer.status == 0
        assert "ztdesk setup" in answer.sentence


def test_some_failed_is_status_1(station: CommandLine, practice: RunningPractice) -> None:
    batch_id = station.queued(fresh_imei(1), "001010129000012")
    answer = station("sync", "--until-idle")
    assert (answer.status, answer.out) == (1, "")
    assert answer.sentence == f"ztdesk: 1 done, 1 failed. What to do: ztdesk items {batch_id}"
    assert station.batch(batch_id)["state"] == "done_with_failures"
    assert claimed(practice) == [(fresh_imei(1), ACME)]


def test_without_until_idle_it_does_what_is_due(station: CommandLine, practice: RunningPractice) -> None:
    practice.restart(tempo=SLOWLY)
    batch_id = station.queued(fresh_imei(1))
    answer = station("sync")
    assert answer.status == 0
    assert "--until-idle" in answer.sentence
    assert station.batch(batch_id)["state"] == "processing"


def test_while_another_process_sends_it_is_status_3(station: CommandLine, practice: RunningPractice) -> None:
    station.queued(fresh_imei(1))
    other = SyncLock(station.folder.sync_lock)
    assert other.take()
    answer = station("sync", "--until-idle")
    assert answer.status == 3
    assert "Another ztdesk" in answer.sentence
    # Everything else goes on.
    assert station("batches", "--json").status == 0
    assert station("import", station.file(fresh_imei(2)), "--customer", ACME).status == 0
    other.give_back()
    assert station("sync", "--until-idle").status == 0
    assert claimed(practice) == [(fresh_imei(1), ACME)]


def test_a_timeout_is_status_3_and_loses_nothing(station: CommandLine, practice: RunningPractice) -> None:
    practice.restart(tempo=Tempo(pending_s=1.0, finishing_s=0.0))
    batch_id = station.queued(fresh_imei(1))
    answer = station("sync", "--until-idle", "--timeout", "0.3")
    assert answer.status == 3
    assert "0.3 seconds" in answer.sentence
    assert station.batch(batch_id)["state"] == "processing"
    assert station("sync", "--until-idle").status == 0
    assert claimed(practice) == [(fresh_imei(1), ACME)]


@pytest.mark.parametrize("timeout", ["nan", "-1", "0", "inf"])
def test_a_timeout_is_a_number_of_seconds(cli: CommandLine, timeout: str) -> None:
    assert cli("sync", "--timeout", timeout).status == 2


@pytest.mark.parametrize("fault", ["token-refused", "401"])
def test_signed_out_is_status_3(station: CommandLine, practice: RunningPractice, fault: str) -> None:
    batch_id = station.queued(fresh_imei(1))
    practice.control.switch_on(fault)
    answer = station("sync", "--until-idle")
    assert answer.status == 3
    assert answer.sentence
    assert station.batch(batch_id)["state"] == "queued"
    practice.control.switch_off()
    assert station("sync", "--until-idle").status == 0
    assert claimed(practice) == [(fresh_imei(1), ACME)]


def test_a_key_that_is_gone_is_status_3(station: CommandLine, practice: RunningPractice) -> None:
    station.queued(fresh_imei(1))
    kept = practice.key_file.read_text(encoding="utf-8")
    practice.key_file.unlink()
    answer = station("sync", "--until-idle")
    assert answer.status == 3
    assert practice.key_file.name in answer.sentence
    practice.key_file.write_text("{}", encoding="utf-8")
    assert station("sync").status == 3
    practice.key_file.write_text(kept, encoding="utf-8")
    assert station("sync", "--until-idle").status == 0


def test_without_an_account_it_is_wrong_usage(cli: CommandLine) -> None:
    cli.queued(fresh_imei(1))
    answer = cli("sync")
    assert answer.status == 2
    assert "setup" in answer.sentence


def test_offline_for_long_is_status_3(
    station: CommandLine, practice: RunningPractice, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sync, "_PATIENCE_S", 0.2)
    batch_id = station.queued(fresh_imei(1))
    practice.control.switch_on("offline")
    for arguments in (("sync",), ("sync", "--until-idle"), ("sync", "--until-idle", "--timeout", "0.5")):
        answer = station(*arguments)
        assert answer.status == 3
        assert "No connection" in answer.sentence
    assert station.batch(batch_id)["state"] == "queued"
    practice.control.switch_off()
    assert station("sync", "--until-idle").status == 0
    assert claimed(practice) == [(fresh_imei(1), ACME)]


def test_a_refused_request_needs_a_person(station: CommandLine, practice: RunningPractice) -> None:
    batch_id = station.queued(fresh_imei(1))
    practice.control.switch_on("403", methods=["partners.devices.claimAsync"])
    assert station("sync", "--until-idle").status == 1
    assert station.batch(batch_id)["state"] == "needs_attention"
    assert claimed(practice) == []


@pytest.mark.parametrize("until_idle", [True, False])
def test_a_service_that_will_not_tell_is_status_3(
    station: CommandLine, practice: RunningPractice, monkeypatch: pytest.MonkeyPatch, until_idle: bool
) -> None:
    monkeypatch.setattr(sync, "_PATIENCE_S", 0.2)
    batch_id = station.queued(fresh_imei(1))
    practice.control.switch_on("403", methods=["operations.get"])
    answer = station("sync", "--until-idle") if until_idle else station("sync")
    while not until_idle and not answer.status:
        answer = station("sync")
    assert answer.status == 3
    assert answer.sentence
    assert station.batch(batch_id)["state"] == "processing"
    practice.control.switch_off()
    assert station("sync", "--until-idle").status == 0
    assert claimed(practice) == [(fresh_imei(1), ACME)]


def test_what_another_account_sent_is_status_3_and_is_not_sent_again(
    station: CommandLine, practice: RunningPractice
) -> None:
    practice.restart(tempo=SLOWLY)
    station.queued(fresh_imei(1))
    assert station("sync").status == 0
    setup = "setup", "--service-account", str(practice.key_file), "--api-endpoint", practice.url, "--partner-id"
    assert station(*setup, "1100000002").status == 0
    answer = station("sync", "--until-idle")
    assert answer.status == 3
    assert f"{PARTNER_ID}@localhost" in answer.sentence
    assert practice.control.ledger().count("partners.devices.claimAsync") == 1


def test_an_answer_that_never_came_is_looked_up(station: CommandLine, practice: RunningPractice) -> None:
    batch_id = station.queued(fresh_imei(1), fresh_imei(2))
    practice.control.switch_on("drop-after", count=1, methods=["partners.devices.claimAsync"])
    assert station("sync", "--until-idle").status == 0
    assert station.batch(batch_id)["state"] == "done"
    assert claimed(practice) == [(fresh_imei(1), ACME), (fresh_imei(2), ACME)]
    assert practice.control.ledger().count("partners.devices.claimAsync") == 1
