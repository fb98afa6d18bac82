"""Texts of the domain reach the window's translators."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QApplication

from ztdesk.domain.text import counted, text
from ztdesk.ui.wording import words


class Shouting(QTranslator):
    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str:  # what Qt asks for
        return source.upper().replace("{NAME}", "{name}") if context == "domain" else ""

    def isEmpty(self) -> bool:  # noqa: N802
        return False


@pytest.fixture
def shouting(qapp: QApplication) -> Iterator[None]:
    translator = Shouting()
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)


def test_without_a_translator_it_is_english(qapp: QApplication) -> None:
    assert words(text("Held by {name}", name="ACME")) == "Held by ACME"
    assert words(counted("{count} devices", "{count} device", 1)) == "1 device"
    assert words(counted("{count} devices", "{count} device", 3)) == "3 devices"


def test_a_translator_is_asked_and_names_are_left_alone(shouting: None) -> None:
    assert words(text("Held by {name}", name="Acme {0} %n")) == "HELD BY Acme {0} %n"
