"""Says short things aloud where this PC has a voice. A PC without one is no error. Knows nothing of scans."""

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from PySide6.QtCore import QMessageLogContext, QtMsgType

_log = logging.getLogger(__name__)
_NO_VOICE = frozenset({"mock", "none"})  # engines that say nothing


class Voice(Protocol):
    """As Qt's QTextToSpeech, as far as it is used here; both answer at once."""

    def say(self, text: str) -> None:
        """Begin to say `text`."""

    def stop(self) -> None:
        """Say no more."""

    def setVolume(self, volume: float) -> None:
        """From 0 to 1."""


class Speech(QObject):
    """Says what was wanted last. `make` answers a voice, or None where there is none."""

    def __init__(self, make: Callable[[QObject], Voice | None] | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._make = make or system_voice
        self._voice: Voice | None = None
        self._was_loaded = False
        self._wanted = ""
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._on_soon)

    @property
    def available(self) -> bool:
        """Whether something would be heard; before `load` nothing is."""
        return self._voice is not None

    def load(self) -> None:
        """Get ready to speak, which may take a while. Never raises, never warns."""
        if not self._was_loaded:
            self._was_loaded = True
            self._voice = self._make(self)

    def say(self, said: str, volume: float) -> None:
        """Say this when the event loop comes round, instead of all that was wanted before."""
        if self._voice is None or volume <= 0:
            return
        self._voice.setVolume(volume)
        self._wanted = said
        self._soon.start()

    def unload(self) -> None:
        """Say nothing more, at the program's end."""
        self._soon.stop()
        if self._voice is not None:
            self._voice.stop()
            self._voice = None

    def _on_soon(self) -> None:
        if self._voice is not None:
            self._voice.stop()
            self._voice.say(self._wanted)


def system_voice(parent: QObject) -> Voice | None:
    """The voice of this PC."""
    from PySide6.QtCore import qInstallMessageHandler  # late: only who wants to hear something

    # What the speech system misses goes to the log, as with sounds.
    before = qInstallMessageHandler(_on_message)
    try:
        from PySide6.QtTextToSpeech import QTextToSpeech  # late: as above

        engines = [name for name in QTextToSpeech.availableEngines() if name not in _NO_VOICE]
        if not engines:
            return None
        voice = QTextToSpeech(parent)
        if voice.engine() in engines and voice.availableVoices():
            return voice
        voice.deleteLater()
    except ImportError as error:
        _log.info("no voice: Qt cannot speak here (%s)", error)
    finally:
        qInstallMessageHandler(before)
    return None


def _on_message(_kind: "QtMsgType", _context: "QMessageLogContext", message: str) -> None:
    _log.debug("speech system: %s", message)
