"""What an operator hears and sees of a verdict beside the page: sound, flash, voice, each as it is set.

Nothing here waits: a scan is answered before any of it is over.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ztdesk.domain.verdict import Verdict, VerdictKind
from ztdesk.settings import Settings
from ztdesk.ui.feedback import Sounds, sound_of
from ztdesk.ui.flash import WindowFlash
from ztdesk.ui.main_window import MainWindow
from ztdesk.ui.theme import Theme
from ztdesk.ui.tokens import TONE_OF

if TYPE_CHECKING:
    from ztdesk.ui.speech import Speech

_SPOKEN = frozenset({VerdictKind.ADDED, VerdictKind.UNEXPECTED, VerdictKind.PART})
"""Of what was not taken the number is not said: it would sound as if it were."""
_SAID = 4


class Senses(QObject):
    """`tell(verdict)` is heard and seen as `apply` said last."""

    def __init__(
        self,
        theme: Theme,
        window: MainWindow,
        settings: Settings,
        *,
        speech: "Speech | None" = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.sounds = Sounds(settings.sound_volume, self)
        self._speech = speech
        self.flash = WindowFlash(theme, window)
        self._settings = settings
        self._is_loaded = False

    @property
    def speech(self) -> "Speech":
        """What says digits; it is built when it is first wanted."""
        if self._speech is None:
            from ztdesk.ui.speech import Speech  # late: few stations want to hear digits

            self._speech = Speech(parent=self)
        return self._speech

    def load(self) -> None:
        """Get ready to sound and to speak. Belongs after the first paint, outside of any scan."""
        self._is_loaded = True
        self.sounds.load()
        if self._settings.speak_digits:
            self.speech.load()

    def apply(self, settings: Settings) -> None:
        """Go by these settings from now on."""
        self._settings = settings
        self.sounds.set_volume(settings.sound_volume)
        if self._is_loaded and settings.speak_digits:
            self.speech.load()

    def tell(self, verdict: Verdict) -> None:
        """A scan was answered so."""
        self.sounds.play(sound_of(verdict))
        if self._settings.flash_window:
            self.flash.flash(TONE_OF[verdict.kind])
        if self._settings.speak_digits and verdict.kind in _SPOKEN:
            said = last_letters(verdict.code)
            if said:
                self.speech.say(said, self.sounds.volume)

    def unload(self) -> None:
        """Let everything go, at the program's end."""
        self.sounds.unload()
        if self._speech is not None:
            self._speech.unload()


def last_letters(code: str) -> str:
    """The last four digits or letters of a code, each by itself: `3, 4, 4, 0`. Empty where it has none."""
    return ", ".join([letter for letter in code if letter.isalnum()][-_SAID:])
