"""`ztdesk import`: bad lines, whose customer it is, and what is kept when nobody can be asked."""

import pytest

from tests.command_line import ACME, CommandLine, cli, fresh_imei, practice, station
from tests.practice_service import RunningPractice
from ztdesk.domain.errors import StoreFailure
from ztdesk.domain.text import text
from ztdesk.station.batch_desk import BatchDesk

__all__ = ["cli", "practice", "station"]
VENDORS_CUSTOMER = "1900000001"
HEADINGS = "modemtype,modemid,profiletype,owner"
BAD = "001010120000000"  # the check digit does not fit


def test_prints_the_batchs_id_alone(station: CommandLine) -> None:
    answer = station("import", station.file(fresh_imei(1)), "--customer", ACME)
    assert (answer.status, answer.out, answer.err) == (0, "1\n", "")


def test_the_id_is_told_before_the_batch_is_queued(station: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_desk: BatchDesk, _batch_id: int) -> bool:
        raise StoreFailure(text("Data could not be written"), text("The disk is full."))

    monkeypatch.setattr(BatchDesk, "queue", fail)
    answer = station("import", station.file(fresh_imei(1)), "--customer", ACME, "--queue")
    assert (answer.status, answer.out) == (3, "1\n")
    assert station.batch("1")["state"] == "open"


def test_a_batch_that_could_not_be_queued_is_told(station: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    queue = BatchDesk.queue

    def overtaken(desk: BatchDesk, batch_id: int) -> bool:
        assert desk.cancel(batch_id, 1)  # as another window would
        return queue(desk, batch_id)

    monkeypatch.setattr(BatchDesk, "queue", overtaken)
    answer = station("import", station.file(fresh_imei(1)), "--customer", ACME, "--queue")
    assert (answer.status, answer.out) == (2, "1\n")
    assert "not queued" in answer.sentence


def test_a_bad_line_keeps_everything_out(station: CommandLine) -> None:
    answer = station("import", station.file(fresh_imei(1), BAD, fresh_imei(2)), "--customer", ACME)
    assert answer.status == 2
    assert answer.out == ""
    told, sentence = answer.err.splitlines()
    assert told == "line 2: 00-101012-000000-0: The check digit of this IMEI does not fit."
    assert sentence.startswith("ztdesk: ")
    assert "2 good" in sentence
    assert station("batches", "--json").json == []


def test_a_file_without_a_good_line_offers_none_to_keep(station: CommandLine) -> None:
    answer = station("import", station.file(BAD), "--customer", ACME)
    assert answer.status == 2
    assert "skip-bad" not in answer.err
    assert "None of the lines" in answer.err


@pytest.mark.parametrize("more", [[], ["--skip-bad"]])
def test_whose_customer_it_is_comes_before_the_lines(station: CommandLine, more: list[str]) -> None:
    answer = station("import", station.file(BAD), "--customer", "999", *more)
    assert answer.status == 2
    assert answer.sentence.startswith("ztdesk: Not one of our customers")


def test_the_help_tells_the_columns(station: CommandLine) -> None:
    told = station("import", "--help").out
    for column in ("modemtype,modemid,profiletype,owner", "serial,model,manufacturer", "a plain list"):
        assert column in told


def test_skip_bad_keeps_the_good_lines_and_tells_the_others(station: CommandLine) -> None:
    listed = station.file(fresh_imei(1), BAD, fresh_imei(2), fresh_imei(1))
    answer = station("import", listed, "--customer", ACME, "--skip-bad")
    assert answer.status == 0
    assert [line.split(":")[0] for line in answer.err.splitlines()] == ["line 2", "line 4"]
    items = station("items", answer.out.strip(), "--json").json
    assert [item["identifier"] for item in items] == [{"imei": fresh_imei(1)}, {"imei": fresh_imei(2)}]


def test_skip_bad_of_nothing_but_bad_is_refused(station: CommandLine) -> None:
    answer = station("import", station.file(BAD), "--customer", ACME, "--skip-bad")
    assert answer.status == 2
    assert station("batches", "--json").json == []


def test_another_owner_in_the_file_is_a_bad_line(station: CommandLine) -> None:
    listed = station.file(
        HEADINGS,
        f"IMEI,{fresh_imei(1)},ZERO_TOUCH,{ACME}",
        f"IMEI,{fresh_imei(2)},ZERO_TOUCH,1700000043",
    )
    answer = station("import", listed, "--customer", ACME)
    assert answer.status == 2
    assert "line 3" in answer.err
    assert "1700000043" in answer.err


@pytest.mark.parametrize("customer", [VENDORS_CUSTOMER, "4711"])
def test_devices_are_kept_for_own_customers_only(station: CommandLine, customer: str) -> None:
    answer = station("import", station.file(fresh_imei(1)), "--customer", customer, "--queue")
    assert answer.status == 2
    assert customer in answer.sentence
    assert station("batches", "--json").json == []


@pytest.mark.parametrize("customer", ["ACME", "", "17000000४2"])
def test_a_customer_is_a_number(cli: CommandLine, customer: str) -> None:
    answer = cli("import", cli.folder.root / "list.csv", "--customer", customer)
    assert answer.status == 2
    assert answer.sentence


@pytest.mark.parametrize("trouble", ["offline", "token-refused", "503", "not set up"])
def test_when_nobody_can_be_asked_the_id_alone_is_kept_and_said(
    cli: CommandLine, practice: RunningPractice, trouble: str
) -> None:
    if trouble != "not set up":
        cli.set_up(practice)
        practice.control.switch_on(trouble)
    answer = cli("import", cli.file(fresh_imei(1)), "--customer", ACME, "--queue")
    assert (answer.status, answer.out) == (0, "1\n")
    assert ACME in answer.sentence
    batch = cli.batch("1")
    assert (batch["customer_name"], batch["customer_id"], batch["state"]) == ("", ACME, "queued")
    assert ACME in cli("batches").out


def test_a_customer_kept_as_an_id_is_looked_up_before_sending(station: CommandLine, practice: RunningPractice) -> None:
    practice.control.switch_on("offline")
    ours = station("import", station.file(fresh_imei(1)), "--customer", ACME, "--queue").out.strip()
    theirs = station("import", station.file(fresh_imei(2)), "--customer", VENDORS_CUSTOMER, "--queue").out.strip()
    practice.control.switch_off("offline")
    assert station("sync", "--until-idle").status == 1
    assert station.batch(ours)["customer_name"] == "ACME Logistics GmbH"
    assert station.batch(ours)["state"] == "done"
    assert station.batch(theirs)["state"] == "needs_attention"
    [item] = station("items", theirs, "--json").json
    assert (item["state"], item["error_identifier"]) == ("failed", "HTTP_404/INVALID_CUSTOMER_ID")
    ledger = practice.control.ledger()
    assert [(line.number(), line.customer_id) for line in ledger.claims()] == [(fresh_imei(1), ACME)]


def test_a_customer_known_from_before_needs_no_network(station: CommandLine, practice: RunningPractice) -> None:
    station("import", station.file(fresh_imei(1)), "--customer", ACME)
    practice.control.switch_on("offline")
    answer = station("import", station.file(fresh_imei(2)), "--customer", ACME)
    assert (answer.status, answer.err) == (0, "")
    assert station.batch("2")["customer_name"] == "ACME Logistics GmbH"


def test_a_device_of_a_live_batch_is_a_bad_line(station: CommandLine) -> None:
    listed = station.file(fresh_imei(1))
    assert station("import", listed, "--customer", ACME).status == 0
    answer = station("import", listed, "--customer", ACME)
    assert answer.status == 2
    assert "batch 1" in answer.err


def test_files_that_are_none_are_a_sentence(station: CommandLine) -> None:
    folder = station.folder.root.parent
    binary = folder / "picture.csv"
    binary.write_bytes(bytes(range(256)) * 50)
    (folder / "empty.csv").touch()
    for name in ("missing.csv", "picture.csv", "empty.csv", "."):
        answer = station("import", folder / name, "--customer", ACME)
        assert answer.status == 2, name
        assert answer.sentence
