"""A verdict is heard, seen and spoken as it is set, and what was not taken is never spoken."""

from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ztdesk.app.senses import Senses, last_letters
from ztdesk.domain.text import text
from ztdesk.domain.verdict import Verdict, VerdictKind
from ztdesk.settings import Settings
from ztdesk.ui.main_window import MainWindow
from ztdesk.ui.speech import Speech
from ztdesk.ui.theme import Mode, Theme

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # the screenless platform's own remarks


@dataclass
class Heard:
    """A speech that only notes what it is told."""

    loaded: int = 0
    said: list[str] = field(default_factory=list)


class NotedSpeech(Speech):
    def __init__(self, heard: Heard, parent: QObject | None = None) -> None:
        super().__init__(lambda _parent: None, parent)
        self.heard = heard

    def load(self) -> None:
        self.heard.loaded += 1

    def say(self, said: str, volume: float) -> None:
        self.heard.said.append(said)


def verdict(kind: VerdictKind, code: str = "35-824011-223344-0") -> Verdict:
    return Verdict(kind, text("Title"), text("Detail"), code)


def senses_on(qtbot: QtBot, settings: Settings) -> tuple[Senses, Heard]:
    theme = Theme(Mode.LIGHT)
    window = MainWindow(theme, practice=False)
    qtbot.addWidget(window)
    window.show()
    heard = Heard()
    return Senses(theme, window, settings, speech=NotedSpeech(heard), parent=window), heard


def test_nothing_flashes_or_speaks_unless_it_is_set(qapp: QApplication, qtbot: QtBot) -> None:
    senses, heard = senses_on(qtbot, Settings())
    senses.load()
    senses.tell(verdict(VerdictKind.ADDED))
    assert not senses.flash.isVisible()
    assert heard == Heard()
    senses.apply(Settings(flash_window=True, speak_digits=True, sound_volume=0.25))
    senses.tell(verdict(VerdictKind.ADDED))
    assert senses.flash.isVisible()
    assert heard == Heard(1, ["3, 4, 4, 0"])
    assert senses.sounds.volume == 0.25


@pytest.mark.parametrize("kind", VerdictKind)
def test_only_what_was_taken_is_spoken(qapp: QApplication, qtbot: QtBot, kind: VerdictKind) -> None:
    senses, heard = senses_on(qtbot, Settings(speak_digits=True))
    senses.tell(verdict(kind))
    taken = {VerdictKind.ADDED, VerdictKind.UNEXPECTED, VerdictKind.PART}
    assert bool(heard.said) is (kind in taken)


def test_the_voice_is_not_looked_for_before_the_late_start(qapp: QApplication, qtbot: QtBot) -> None:
    senses, heard = senses_on(qtbot, Settings(speak_digits=True))
    senses.apply(Settings(speak_digits=True))
    assert heard.loaded == 0
    senses.load()
    assert heard.loaded == 1


@pytest.mark.parametrize(
    ("code", "said"),
    [("00-101012-345678-9", "6, 7, 8, 9"), ("R58-M1AB", "M, 1, A, B"), ("12", "1, 2"), ("", ""), ("--", "")],
)
def test_digits_are_said_one_by_one(code: str, said: str) -> None:
    assert last_letters(code) == said
