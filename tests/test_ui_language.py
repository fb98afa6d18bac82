"""The window speaks English whatever the system speaks, and every text can be put into another language."""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QObject

from tests.pseudo_language import is_translated, spoken
from ztdesk.domain.text import text
from ztdesk.ui import language
from ztdesk.ui.language import install_language
from ztdesk.ui.wording import words


def test_the_english_texts_are_loaded(qapp: QCoreApplication) -> None:
    translator = install_language(qapp)
    try:
        assert not translator.isEmpty()
        assert Path(translator.filePath()).name == "ztdesk_en.qm"
        assert translator.parent() is qapp
    finally:
        qapp.removeTranslator(translator)


def test_without_any_file_the_texts_stay_as_they_are_written(
    qapp: QCoreApplication, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(language, "resource", lambda name: tmp_path / name)
    translator = install_language(qapp)
    try:
        assert translator.isEmpty()
        assert QObject().tr("Scan") == "Scan"
    finally:
        qapp.removeTranslator(translator)


def test_the_pseudo_language_wraps_what_passes_through_translation(qapp: QCoreApplication) -> None:
    with spoken(qapp) as pseudo:
        shown = words(text("Held by {name}", name="ACME"))
        assert shown == "⟦Held by ACME⟧"
        assert is_translated(shown)
        assert QCoreApplication.translate("QShortcut", "Ctrl") == "Ctrl"
        assert pseudo.asked == {("domain", "Held by {name}")}
    assert words(text("Scan")) == "Scan"


@pytest.mark.parametrize(("shown", "translated"), [("Scan", False), ("⟦Scan⟧", True), ("37 / 48", True), ("…", True)])
def test_what_counts_as_translated(shown: str, *, translated: bool) -> None:
    assert is_translated(shown) is translated
