"""Texts of the domain reach the window's translators."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from ztdesk.domain.text import Amount, counted, text
from ztdesk.ui.wording import grouped, words


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


@pytest.mark.parametrize(
    ("system", "said"), [("en_US", "12,345 of 1,000,000"), ("de_DE", "12.345 of 1.000.000"), ("C", "12345 of 1000000")]
)
def test_amounts_are_grouped_as_the_system_does(qapp: QApplication, system: str, said: str) -> None:
    before = QLocale()
    QLocale.setDefault(QLocale(system))
    try:
        assert words(text("{done} of {total}", done=Amount(12_345), total=Amount(1_000_000))) == said
        assert words(text("Batch {id}", id=12_345)) == "Batch 12345"
        assert grouped(12_345) == said.partition(" ")[0]
    finally:
        QLocale.setDefault(before)
