"""What scripts read: the stable forms of `batches`, `items` and `journal`, and the chain of the journal."""

import json
import re
import sqlite3
from contextlib import closing

from tests.command_line import ACME, CommandLine, cli, fresh_imei, practice, station

__all__ = ["cli", "practice", "station"]
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z")


def test_an_empty_folder_lists_nothing(cli: CommandLine) -> None:
    assert cli("batches", "--json").json == []
    assert cli("batches").out == ""
    assert cli("journal", "--verify").out == "The journal is whole.\n"


def test_batches_have_their_stable_form(station: CommandLine) -> None:
    answer = station("import", station.file(fresh_imei(1), fresh_imei(2)), "--customer", ACME, "--order", "PO-1")
    assert answer.out == "1\n"
    [batch] = station("batches", "--json").json
    assert MOMENT.fullmatch(batch.pop("opened_at"))
    assert batch == {
        "id": "1",
        "kind": "claim",
        "customer_id": ACME,
        "customer_name": "ACME Logistics GmbH",
        "order_number": "PO-1",
        "state": "open",
        "counts": {"total": 2, "pending": 2, "sent": 0, "succeeded": 0, "failed": 0, "unknown": 0},
        "progress": 0,
        "operations": [],
        "closed_at": None,
    }


def test_a_claimed_batch_says_so_to_people_and_scripts(station: CommandLine) -> None:
    batch_id = station.queued(fresh_imei(1))
    assert station("sync", "--until-idle").status == 0
    batch = station.batch(batch_id)
    assert batch["state"] == "done"
    assert batch["progress"] == 100
    assert batch["operations"][0].startswith("operations/")
    assert MOMENT.fullmatch(batch["closed_at"])
    assert "done" in station("batches").out
    assert "ACME Logistics GmbH" in station("batches").out


def test_items_have_their_stable_form(station: CommandLine) -> None:
    good, held = fresh_imei(1), "001010129000012"
    batch_id = station.queued(good, held)
    assert station("sync", "--until-idle").status == 1
    first, second = station("items", batch_id, "--json").json
    assert MOMENT.fullmatch(first.pop("scanned_at"))
    assert first.pop("device_id").isdigit()
    assert first == {
        "position": 1,
        "identifier": {"imei": good},
        "state": "succeeded",
        "status": "SINGLE_DEVICE_STATUS_SUCCESS",
        "error_identifier": "",
        "error_message": "",
    }
    assert list(second) == [
        "position",
        "identifier",
        "state",
        "device_id",
        "status",
        "error_identifier",
        "error_message",
        "scanned_at",
    ]
    assert second["state"] == "failed"
    assert second["status"] == "SINGLE_DEVICE_STATUS_SECTION_NOT_YOURS"
    assert len(station("items", batch_id).out.splitlines()) == 2
    exported = station("items", batch_id, "--csv").out
    assert exported.count(good[-6:]) == 1
    assert exported.count(held[-6:]) == 1


def test_no_such_batch_is_wrong_usage(cli: CommandLine) -> None:
    for name in ("7", "99999999999999999999999"):
        answer = cli("items", name)
        assert answer.status == 2
        assert name in answer.sentence


def test_the_journal_has_its_stable_form(station: CommandLine) -> None:
    batch_id = station.queued(fresh_imei(1))
    lines = [json.loads(line) for line in station("journal", "--json").out.splitlines()]
    assert [line["event"] for line in lines] == ["opened", "imported", "queued"]
    for line in lines:
        assert list(line) == ["at", "station", "operator", "event", "batch", "raw", "verdict"]
        assert MOMENT.fullmatch(line["at"])
        assert line["batch"] == batch_id
    assert len(station("journal").out.splitlines()) == 3


def test_what_is_about_to_leave_is_not_called_sent(station: CommandLine) -> None:
    station.queued(fresh_imei(1))
    station("sync")
    said = station("journal").out
    assert "  sending    batch 1" in said
    assert "  accepted   batch 1" in said
    assert '"event": "sent"' in station("journal", "--json").out


def test_a_changed_journal_is_noticed(station: CommandLine) -> None:
    station.queued(fresh_imei(1))
    with closing(sqlite3.connect(station.folder.database_file)) as connection, connection:
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            connection.execute(f'DROP TRIGGER "{name}"')
        connection.execute("UPDATE journal SET verdict = 'nothing' WHERE id = 2")
    answer = station("journal", "--verify")
    assert answer.status == 3
    assert "entry 2" in answer.sentence
