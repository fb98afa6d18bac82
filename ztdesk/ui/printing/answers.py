"""Says in a banner how printing goes, with the button that stops it. Knows nothing of what is printed."""

from PySide6.QtCore import QObject

from ztdesk.domain.errors import ZtdeskError
from ztdesk.domain.text import Amount, text
from ztdesk.ui.icons import Icon
from ztdesk.ui.parts.banner import Banner
from ztdesk.ui.printing.output import Output
from ztdesk.ui.tokens import Tone
from ztdesk.ui.wording import words


class Answers(QObject):
    """Ties `output` to `banner` for as long as something is printed; its button is listened to only meanwhile."""

    def __init__(self, output: Output, banner: Banner) -> None:
        super().__init__(banner)
        self._output = output
        self._banner = banner
        output.started.connect(self._on_started)
        output.progressed.connect(self._on_progressed)
        output.saved.connect(self._on_saved)
        output.printed.connect(self._on_printed)
        output.failed.connect(self._on_failed)
        output.broke.connect(self._on_broke)
        output.cancelled.connect(banner.clear)
        output.ended.connect(self._on_ended)

    def _on_started(self) -> None:
        self._banner.acted.connect(self._output.cancel)
        self._say_running("")

    def _on_ended(self) -> None:
        self._banner.acted.disconnect(self._output.cancel)

    def _on_progressed(self, done: int, total: int) -> None:
        page = text("Page {page} of {pages}", page=Amount(done), pages=Amount(total))
        self._say_running(words(page))

    def _say_running(self, hint: str) -> None:
        self._banner.say(Tone.ACCENT, self.tr("Preparing the pages …"), hint, action=self.tr("Stop"), icon=Icon.CLOCK)

    def _on_saved(self, file: str) -> None:
        self._banner.say(Tone.OK, self.tr("PDF was saved"), file)

    def _on_printed(self, printer: str) -> None:
        self._banner.say(Tone.OK, self.tr("Sent to the printer"), printer)

    def _on_failed(self, error: ZtdeskError) -> None:
        self._banner.say(Tone.REFUSED, words(error.title), words(error.hint))

    def _on_broke(self) -> None:
        hint = self.tr("This is a fault of this program. The log says more.")
        self._banner.say(Tone.REFUSED, self.tr("Printing failed"), hint)
