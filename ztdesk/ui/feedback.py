"""Short sounds, one for each thing a packer must know without looking. A PC that cannot sound is no error.

Knows nothing of scans; the words and colours say the same.
"""

import logging
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ztdesk.domain.verdict import Verdict, VerdictKind
from ztdesk.paths import resource

if TYPE_CHECKING:
    from PySide6.QtCore import QMessageLogContext, QtMsgType
    from PySide6.QtMultimedia import QSoundEffect

_log = logging.getLogger(__name__)


class Sound(Enum):
    """What can be heard; its value is the file's name below `resources/sounds`."""

    GOOD = "good"
    DUPLICATE = "duplicate"
    REFUSED = "refused"
    IGNORED = "ignored"
    BATCH_DONE = "batch_done"
    FAILED = "failed"
    UNEXPECTED = "unexpected"
    PART = "part"
    ASKED = "asked"
    DONE = "done"
    LOCKED = "locked"


SOUND_OF = {
    VerdictKind.ADDED: Sound.GOOD,
    VerdictKind.DUPLICATE: Sound.DUPLICATE,
    VerdictKind.REFUSED: Sound.REFUSED,
    VerdictKind.IGNORED: Sound.IGNORED,
    VerdictKind.UNEXPECTED: Sound.UNEXPECTED,
    VerdictKind.PART: Sound.PART,
    VerdictKind.DONE: Sound.DONE,
    VerdictKind.ASKED: Sound.ASKED,
}


def sound_of(verdict: Verdict) -> Sound:
    """What a verdict sounds like; one that locks sounds like nothing else, whatever it is."""
    return Sound.LOCKED if verdict.locks else SOUND_OF[verdict.kind]


class Sounds(QObject):
    """Plays sounds once loaded; before that, and where there is no way to play, it is silent."""

    def __init__(self, volume: float = 1.0, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._volume = _within(volume)
        self._effects: dict[Sound, QSoundEffect] = {}

    @property
    def available(self) -> bool:
        """Whether a sound would be heard, as far as this PC tells."""
        return bool(self._effects)

    @property
    def volume(self) -> float:
        """From 0 (silent) to 1."""
        return self._volume

    def set_volume(self, volume: float) -> None:
        """Play at `volume` from now on; what is beyond 0 to 1 is cut off."""
        self._volume = _within(volume)
        for effect in self._effects.values():
            effect.setVolume(self._volume)

    def load(self) -> None:
        """Get ready to play. Call it after the first paint: it opens the audio device. Never raises, never warns."""
        if self._effects:
            return
        from PySide6.QtCore import QLoggingCategory, qInstallMessageHandler  # late: as below

        # What the sound system misses is of no use to a packer: it goes to the log of whoever looks for it.
        QLoggingCategory.setFilterRules("qt.multimedia.*=false")
        before = qInstallMessageHandler(_on_message)
        try:
            self._open()
        except ImportError as error:
            _log.info("no sounds: Qt cannot play here (%s)", error)
        finally:
            qInstallMessageHandler(before)

    def play(self, sound: Sound) -> None:
        """Sound at once, over what may still be heard."""
        effect = self._effects.get(sound)
        if effect is None or self._volume <= 0:
            return
        for other in self._effects.values():
            if other.isPlaying():
                other.stop()
        effect.play()

    def _open(self) -> None:
        from PySide6.QtCore import QUrl  # late: as below
        from PySide6.QtMultimedia import QMediaDevices, QSoundEffect  # late: the window must not wait for sound

        device = QMediaDevices.defaultAudioOutput()
        if device.isNull():
            _log.info("no sounds: this PC has no audio output")
            return
        for sound in Sound:
            effect = QSoundEffect(device, self)
            effect.setSource(QUrl.fromLocalFile(str(resource(f"sounds/{sound.value}.wav"))))
            effect.setVolume(self._volume)
            self._effects[sound] = effect

    def unload(self) -> None:
        """Let the audio device go, at the program's end."""
        for effect in self._effects.values():
            effect.stop()
            effect.deleteLater()
        self._effects.clear()


def _on_message(_kind: "QtMsgType", _context: "QMessageLogContext", message: str) -> None:
    _log.debug("sound system: %s", message)


def _within(volume: float) -> float:
    return min(1.0, max(0.0, volume))
