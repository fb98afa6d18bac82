"""A language in which every text reads as ⟦itself⟧, so that a text that never passed through translation stands out."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, QObject, QTranslator

OPENING, CLOSING = "⟦", "⟧"


class PseudoLanguage(QTranslator):
    """Wraps every text of the program, and keeps in `asked` what was asked for as (context, source).

    Qt's own texts (contexts that begin with Q) stay as they are: names of keys are among them, and shortcuts read them.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.asked: set[tuple[str, str]] = set()

    def isEmpty(self) -> bool:  # noqa: N802  # Qt's name
        return False

    def translate(self, context: str, source_text: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        if context.startswith("Q"):
            return None
        self.asked.add((context, source_text))
        return f"{OPENING}{source_text}{CLOSING}"


def is_translated(shown: str) -> bool:
    """Whether a text on the screen came through translation, or holds nothing to translate (no two letters in a row)."""
    return (OPENING in shown and CLOSING in shown) or not any(
        first.isalpha() and second.isalpha() for first, second in pairwise(shown)
    )


@contextmanager
def spoken(app: QCoreApplication) -> Iterator[PseudoLanguage]:
    """Install the language into `app` for the time of a `with`; windows made inside speak it."""
    language = PseudoLanguage()
    app.installTranslator(language)
    try:
        yield language
    finally:
        app.removeTranslator(language)
