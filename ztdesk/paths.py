"""Where things lie: the data folder and what is in it, and the resources that come with the program.

Knows nothing of what the files hold.
"""

import os
import sys
from dataclasses import dataclass
from pathlib import Path

ENVIRONMENT_VARIABLE = "ZTDESK_DATA_DIR"
_MARK_WORDS = "Practice only: what is in this folder is never sent to a service outside this PC.\n"


@dataclass(frozen=True, slots=True)
class DataFolder:
    """One data folder: everything a station keeps. Practice has a folder of its own inside, so its rows stay apart.

    `made_for_practice` folders are marked when they are created; whoever opens one later by its name finds the mark.
    """

    root: Path
    made_for_practice: bool = False

    @property
    def settings_file(self) -> Path:
        """The settings, without secrets."""
        return self.root / "ztdesk.toml"

    @property
    def database_file(self) -> Path:
        """Batches, scans, outbox, journal and the mirror of the service."""
        return self.root / "ztdesk.db"

    @property
    def logs(self) -> Path:
        """Rotating log files."""
        return self.root / "logs"

    @property
    def sync_lock(self) -> Path:
        """Held by the one process that sends."""
        return self.root / "sync.lock"

    def practice(self) -> "DataFolder":
        """The folder of practice mode."""
        return DataFolder(self.root / "practice", made_for_practice=True)

    @property
    def is_for_practice(self) -> bool:
        """Whether the rows in here are invented and must never reach a real service. Raises OSError."""
        return self.made_for_practice or self._mark.exists()

    def create(self) -> None:
        """Make the folder where it is missing, with its mark when it is for practice. Raises OSError."""
        self.root.mkdir(parents=True, exist_ok=True)
        if self.made_for_practice and not self._mark.exists():
            self._mark.write_text(_MARK_WORDS, encoding="utf-8")

    @property
    def _mark(self) -> Path:
        return self.root / "practice.txt"


def data_folder(chosen: str | None) -> DataFolder:
    """The folder of `--data-dir`, else of ZTDESK_DATA_DIR, else the platform's own place for a program's data."""
    given = chosen or os.environ.get(ENVIRONMENT_VARIABLE)
    if given:
        try:
            return DataFolder(Path(given).expanduser().absolute())
        except RuntimeError:  # "~somebody" of whom the system knows no home: then it is a name like any other
            return DataFolder(Path(given).absolute())
    import platformdirs  # late: a folder that was given needs none

    return DataFolder(platformdirs.user_data_path("ztdesk", appauthor=False))


def resource(name: str) -> Path:
    """The path of a file below `resources/`, in a checkout, in an installed package and in a frozen build alike."""
    return _resources() / name


def _resources() -> Path:
    package = Path(__file__).resolve().parent
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen is not None:
        return Path(frozen) / "resources"
    installed = package / "resources"
    return installed if installed.is_dir() else package.parent / "resources"
