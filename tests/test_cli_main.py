"""How every command ends: one sentence on standard error, never a traceback, and the four exit statuses."""

import io
import json
import os
import sqlite3
import subprocess
import sys
import tomllib
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from tests.command_line import ACME, Answer, CommandLine, cli, fresh_imei, practice, station
from tests.practice_service import RunningPractice
from ztdesk import __version__
from ztdesk.cli.main import main
from ztdesk.paths import DataFolder
from ztdesk.practice.records import PARTNER_ID
from ztdesk.services import Services
from ztdesk.settings import GOOGLE_ENDPOINT, load_settings, save_settings

__all__ = ["cli", "practice", "station"]
ROOT = Path(__file__).resolve().parent.parent


def child(*arguments: object, code: str = "", stdout: int = subprocess.PIPE) -> Answer:
    """`python -m ztdesk` with these arguments, or `python -c` some code before them, as a process of its own."""
    command = [sys.executable, *(("-c", code) if code else ("-m", "ztdesk")), *map(str, arguments)]
    done = subprocess.run(
        command, cwd=ROOT, stdout=stdout, stderr=subprocess.PIPE, encoding="utf-8", timeout=60, check=False
    )
    return Answer(done.returncode, done.stdout or "", done.stderr)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("frobnicate",), "frobnicate"),
        (("sync", "--timeout", "soon"), "soon"),
        (("sync", "--quickly"), "--quickly"),
        (("setup",), "--partner-id"),
        (("items", "first"), "first"),
        (("items", "1", "--json", "--csv"), "not allowed"),
        (("--practice", "sync"), "--practice"),
    ],
)
def test_wrong_usage_is_one_sentence_and_status_2(cli: CommandLine, arguments: tuple[str, ...], says: str) -> None:
    answer = cli(*arguments)
    assert answer.status == 2
    assert says in answer.sentence
    assert not cli.folder.root.exists()  # nothing was begun


def test_the_module_and_the_script_are_the_same_program() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    script = EntryPoint("ztdesk", project["scripts"]["ztdesk"], "console_scripts").load()
    assert script is main
    by_module = child("--version")
    by_script = child("--version", code="import sys; from ztdesk.__main__ import main; sys.exit(main())")
    assert by_module == by_script
    assert by_module.out == f"ztdesk {__version__}\n"


def test_no_command_loads_qt(tmp_path: Path, practice: RunningPractice) -> None:
    """All of them in one process, the window's apart."""
    folder = ["--data-dir", str(tmp_path / "station")]
    listed = tmp_path / "list.csv"
    listed.write_text(f"{fresh_imei(1)}\n", encoding="utf-8")
    account = ["--partner-id", PARTNER_ID, "--service-account", str(practice.key_file), "--api-endpoint", practice.url]
    commands = [
        ["setup", *account],
        ["import", str(listed), "--customer", ACME, "--queue"],
        ["sync"],
        ["batches", "--json"],
        ["items", "1"],
        ["items", "1", "--csv"],
        ["journal", "--verify"],
        ["label", "ZTD"],
        ["doctor"],
    ]
    code = f"""
import sys
from ztdesk.cli.main import main
statuses = [main({folder!r} + command) for command in {commands!r}]
print("statuses", statuses, sorted(name for name in sys.modules if "PySide" in name or "shiboken" in name))
"""
    answer = child(code=code)
    assert answer.out.splitlines()[-1] == f"statuses {[0] * len(commands)} []", answer


def test_a_reader_that_leaves_early_is_no_traceback(cli: CommandLine) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        answer = child("--data-dir", cli.folder.root, "batches", "--json", stdout=writing)
    finally:
        os.close(writing)
    assert answer == Answer(3, "", "")


def test_a_bug_is_a_sentence_and_a_line_in_the_log(cli: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    def break_down(_services: object) -> None:
        raise ZeroDivisionError("not the world's fault")

    monkeypatch.setattr(Services, "close", break_down)
    answer = cli("batches")
    assert answer.status == 3
    assert "fault of this program" in answer.sentence
    assert "not the world's fault" in (cli.folder.logs / "faults.log").read_text(encoding="utf-8")


def test_a_folder_that_is_a_file_is_a_sentence(cli: CommandLine) -> None:
    cli.folder.root.write_text("in the way", encoding="utf-8")
    answer = cli("batches")
    assert answer.status == 3
    assert "cannot be used" in answer.sentence


def test_a_damaged_database_is_a_sentence(cli: CommandLine) -> None:
    cli.folder.create()
    cli.folder.database_file.write_bytes(b"not a database" * 1000)
    answer = cli("batches")
    assert answer.status == 3
    assert "damaged" in answer.sentence


def test_settings_that_cannot_be_read_are_a_sentence(cli: CommandLine) -> None:
    cli.folder.create()
    cli.folder.settings_file.write_text("[sync]\ngrace_s = 'soon'\n", encoding="utf-8")
    answer = cli("sync")
    assert answer.status == 2
    assert "sync.grace_s" in answer.sentence


def test_setup_keeps_what_it_checked(cli: CommandLine, practice: RunningPractice) -> None:
    answer = cli("setup", "--partner-id", PARTNER_ID, "--service-account", practice.key_file, "--station", "Bench 3")
    assert answer.status == 0
    assert "signed in as" not in answer.out or "@" in answer.out
    settings = load_settings(cli.folder.settings_file)
    assert (settings.partner_id, settings.station_name) == (PARTNER_ID, "Bench 3")
    assert settings.api_endpoint == GOOGLE_ENDPOINT
    assert "PRIVATE" not in answer.out + cli.folder.settings_file.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"--partner-id": "ACME"}, "ACME"),
        ({"--service-account": "nowhere.json"}, "nowhere.json"),
        ({"--service-account": str(ROOT / "README.md")}, "README.md"),
        ({"--api-endpoint": "http://example.com"}, "http://example.com"),
        ({"--api-endpoint": "no address"}, "no address"),
    ],
)
def test_setup_refuses_what_cannot_work(
    cli: CommandLine, practice: RunningPractice, changed: dict[str, str], says: str
) -> None:
    given = {"--partner-id": PARTNER_ID, "--service-account": str(practice.key_file), **changed}
    answer = cli("setup", *(part for pair in given.items() for part in pair))
    assert answer.status == 2
    assert says in answer.sentence
    assert not cli.folder.settings_file.exists()


def test_label_says_what_a_text_is(cli: CommandLine) -> None:
    [line] = cli("label", fresh_imei(1)).out.splitlines()
    told = json.loads(line)
    assert told["payload"] == fresh_imei(1)
    assert told["readings"][0] | {"rule": ""} == {
        "kind": "imei",
        "value": fresh_imei(1),
        "slot": told["readings"][0]["slot"],
        "rule": "",
        "certain": True,
    }


def test_label_reads_lines_with_escapes(cli: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    given = b"\\x1d" + fresh_imei(1).encode() + b"\n" + "Größe\n".encode() + b"\xff broken\nC:\\new\\q\n"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given), encoding="ascii"))
    answer = cli("label", "-")
    assert answer.status == 0
    payloads = [json.loads(line)["payload"] for line in answer.out.splitlines()]
    assert payloads[:2] == ["\x1d" + fresh_imei(1), "Größe"]
    assert len(payloads) == 4


def test_a_practice_folder_has_nothing_to_do_with_a_service_elsewhere(
    cli: CommandLine, practice: RunningPractice
) -> None:
    cli.folder.practice().create()  # as the window's practice mode does
    cli.folder = DataFolder(cli.folder.practice().root)
    account = ("--partner-id", PARTNER_ID, "--service-account", practice.key_file)
    answer = cli("setup", *account)
    assert answer.status == 2
    assert "for practice" in answer.sentence
    assert not cli.folder.settings_file.exists()
    assert cli("setup", *account, "--api-endpoint", practice.url).status == 0
    cli.queued(fresh_imei(1))
    save_settings(cli.folder.settings_file, {"api_endpoint": GOOGLE_ENDPOINT})  # as by hand
    answer = cli("sync")
    assert answer.status == 2
    assert "for practice" in answer.sentence


def test_a_key_that_signs_in_over_an_open_line_is_refused(cli: CommandLine, practice: RunningPractice) -> None:
    key = json.loads(practice.key_file.read_text(encoding="utf-8"))
    key_file = cli.folder.root.parent / "key.json"
    key_file.write_text(json.dumps(key | {"token_uri": "http://example.com/token"}), encoding="utf-8")
    answer = cli("setup", "--partner-id", PARTNER_ID, "--service-account", key_file)
    assert answer.status == 2
    assert "http://example.com/token" in answer.sentence


def test_doctor_says_what_works_and_what_does_not(station: CommandLine, practice: RunningPractice) -> None:
    well = station("doctor")
    assert well.status == 0, well.out
    assert "signed in" in well.out
    practice.control.switch_on("offline")
    ill = station("doctor")
    assert ill.status == 3
    assert "!!  service" in ill.out
    assert "--api-endpoint" in ill.out, "waiting helps against no wrong address"


def test_doctor_says_an_sqlite_that_is_too_old(cli: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    assert f"ok  database      SQLite: {sqlite3.sqlite_version}" in cli("doctor").out
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 36, 0))
    answer = cli("doctor")
    assert answer.status == 3
    assert "!!  database      SQLite: SQLite is too old" in answer.out


def test_doctor_without_an_account_says_what_to_do(cli: CommandLine) -> None:
    answer = cli("doctor")
    assert answer.status == 3
    assert "ztdesk setup" in answer.out


def test_the_practice_server_takes_its_options_behind_the_folder(cli: CommandLine) -> None:
    answer = child("--data-dir", cli.folder.root, "practice-server", "--fault", "no-such-fault")
    assert answer.status == 2
    assert answer.err.startswith("ztdesk: ")
    assert "no-such-fault" in answer.err
    assert "--devices-per-second" in child("practice-server", "--help").out
