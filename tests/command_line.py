"""The command line for tests: each command run in this process, with what it answered; and stations to run it on."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.practice_service import RunningPractice, fresh_imei, practice
from ztdesk.cli.main import main
from ztdesk.paths import DataFolder
from ztdesk.practice.records import PARTNER_ID

__all__ = ["Answer", "CommandLine", "cli", "fresh_imei", "practice", "station"]
ACME = "1700000042"
QUICK = "\n[sync]\ngrace_s = 0.2\npoll_shortest_s = 0.05\npoll_longest_s = 0.2\n"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command left behind."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def sentence(self) -> str:
        """What it said on standard error, which must be one line of ztdesk and no traceback."""
        lines = self.err.splitlines()
        assert len(lines) == 1, self.err
        assert lines[0].startswith("ztdesk: ")
        return lines[0]


class CommandLine:
    """Runs commands on one data folder."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = DataFolder(folder)
        self._capsys = capsys

    def __call__(self, *arguments: object) -> Answer:
        self._capsys.readouterr()
        try:
            status = int(main(["--data-dir", str(self.folder.root), *map(str, arguments)]))
        except SystemExit as ended:
            status = int(ended.code or 0)
        said = self._capsys.readouterr()
        assert "Traceback" not in said.err
        return Answer(status, said.out, said.err)

    def set_up(self, practice: RunningPractice) -> None:
        answer = self(
            "setup", "--partner-id", PARTNER_ID, "--service-account", practice.key_file, "--api-endpoint", practice.url
        )
        assert answer.status == 0, answer.err
        self.quicken()

    def quicken(self) -> None:
        """Make every wait of the sync short."""
        with self.folder.settings_file.open("a", encoding="utf-8") as file:
            file.write(QUICK)

    def file(self, *lines: str, name: str = "list.csv") -> Path:
        path = self.folder.root.parent / name
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return path

    def queued(self, *imeis: str, customer: str = ACME) -> str:
        """The id of a queued batch with these devices."""
        answer = self("import", self.file(*imeis), "--customer", customer, "--queue")
        assert answer.status == 0, answer.err
        return answer.out.strip()

    def batch(self, batch_id: str) -> dict[str, Any]:
        batches: list[dict[str, Any]] = self("batches", "--json").json
        return next(batch for batch in batches if batch["id"] == batch_id)


@pytest.fixture
def cli(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    """A command line on a fresh folder, not set up."""
    return CommandLine(tmp_path / "station", capsys)


@pytest.fixture
def station(cli: CommandLine, practice: RunningPractice) -> CommandLine:
    """A command line set up against `practice`."""
    cli.set_up(practice)
    return cli
