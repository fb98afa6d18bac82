"""Sentences of code without Qt, put into the window's language; knows no sentence itself."""

from PySide6.QtCore import QCoreApplication, QLocale

from ztdesk.domain.text import Text

_CONTEXT = "domain"


def words(text: Text) -> str:
    """`text` in the language of the installed translators, in plain English where none knows it."""
    return text.render(translate, grouped)


def grouped(number: int) -> str:
    """A count with the separators of this system: `12,345`. Ids are not written so."""
    return QLocale().toString(number)


def translate(source: str, count: int) -> str:
    """A source text in that language; callable from any thread."""
    translated = QCoreApplication.translate(_CONTEXT, source, "", count)
    # Without a translation Qt has no plural rule but keeps the source as it is.
    return translated or source
