"""What was wanted last is said, and never while a scan waits; a PC without a voice is silent without a fuss."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ztdesk.ui.speech import Speech, Voice, system_voice


class Recorder:
    """A voice that writes down."""

    def __init__(self) -> None:
        self.did: list[str] = []

    def say(self, text: str) -> None:
        self.did.append(text)

    def stop(self) -> None:
        self.did.append("stop")

    def setVolume(self, volume: float) -> None:  # noqa: N802
        self.did.append(f"at {volume}")


def test_only_the_latest_is_said_and_only_when_the_event_loop_comes_round(qapp: QApplication, qtbot: QtBot) -> None:
    voice = Recorder()
    speech = Speech(lambda _parent: voice)
    speech.load()
    speech.say("1, 2, 3, 4", 0.5)
    speech.say("5, 6, 7, 8", 0.5)
    assert voice.did == ["at 0.5", "at 0.5"]
    qtbot.waitUntil(lambda: len(voice.did) == 4)
    assert voice.did[2:] == ["stop", "5, 6, 7, 8"]


def test_silence_before_loading_at_no_volume_and_after_the_end(qapp: QApplication) -> None:
    voice = Recorder()
    speech = Speech(lambda _parent: voice)
    speech.say("1", 1.0)
    speech.load()
    speech.say("1", 0.0)
    assert voice.did == []
    assert speech.available
    speech.unload()
    speech.say("1", 1.0)
    assert voice.did == ["stop"]
    assert not speech.available


def test_no_voice_is_no_error_and_is_looked_for_once(qapp: QApplication) -> None:
    asked: list[QObject] = []

    def none(parent: QObject) -> Voice | None:
        asked.append(parent)
        return None

    speech = Speech(none)
    speech.load()
    speech.load()
    speech.say("1", 1.0)
    assert (len(asked), speech.available) == (1, False)


def test_the_voice_of_this_pc_is_one_that_can_be_heard_or_none(qapp: QApplication) -> None:
    owner = QObject()
    voice = system_voice(owner)  # warnings are errors here: it may have none to say
    assert voice is None or getattr(voice, "engine")() not in {"mock", "none"}  # noqa: B009
