"""The committed translation files are current, and English knows one from many."""

import re
import subprocess
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QObject, QTranslator

from tests.packaging_scripts import marked_texts, translations

Message = marked_texts.Message


def test_the_committed_files_hold_every_marked_text() -> None:
    assert translations.out_of_date(translations.FOLDER) == (), "run: python packaging/translations.py"


def test_the_check_notices_a_missing_and_a_changed_file(tmp_path: Path) -> None:
    assert translations.out_of_date(tmp_path) == ("ztdesk_en.qm", "ztdesk_en.ts")
    translations.write(tmp_path)
    assert translations.out_of_date(tmp_path) == ()
    with (tmp_path / "ztdesk_en.ts").open("a", encoding="utf-8") as file:
        file.write("<!-- edited by hand -->\n")
    assert translations.out_of_date(tmp_path) == ("ztdesk_en.ts",)


def test_every_plural_of_the_program_has_both_english_forms() -> None:
    tree = ET.parse(translations.FOLDER / "ztdesk_en.ts")
    plurals = [message for message in tree.iter("message") if "%n" in (message.findtext("source") or "")]
    for message in plurals:
        forms = [form.text for form in message.iter("numerusform")]
        assert message.get("numerus") == "yes"
        assert len(forms) == 2
        assert all(forms), message.findtext("source")


def test_a_plural_without_its_singular_is_refused_with_the_line_to_add() -> None:
    with pytest.raises(translations.MissingSingularError, match=re.escape('"%n left" = "%n left"')):
        translations.english([Message("Page", "%n left", plural=True)], {})


def test_qt_speaks_the_singular_and_the_plural(tmp_path: Path, qapp: QCoreApplication) -> None:
    messages = [
        Message("Spoken", "%n devices were claimed", plural=True),
        Message("Spoken", "%n row(s) in %n batch(es)", plural=True),
        Message("domain", "{count} scans", plural=True, one="{count} scan"),
        Message("domain", "plain"),
    ]
    singulars = {"%n devices were claimed": "%n device was claimed"}
    source, target = tmp_path / "t.ts", tmp_path / "t.qm"
    source.write_text(translations.english(messages, singulars), encoding="utf-8")
    translations.compile_messages(source, target)
    translator = QTranslator()
    assert translator.load(str(target))
    qapp.installTranslator(translator)
    try:
        spoken = Spoken()
        assert [spoken.claimed(number) for number in (0, 1, 2)] == [
            "0 devices were claimed",
            "1 device was claimed",
            "2 devices were claimed",
        ]
        assert [spoken.rows(number) for number in (1, 2)] == ["1 row in 1 batch", "2 rows in 2 batches"]
        assert QCoreApplication.translate("domain", "{count} scans", None, 1) == "{count} scan"
        assert QCoreApplication.translate("domain", "{count} scans", None, 2) == "{count} scans"
        assert QCoreApplication.translate("domain", "plain") == "plain"
    finally:
        qapp.removeTranslator(translator)


class Spoken(QObject):
    def claimed(self, number: int) -> str:
        return self.tr("%n devices were claimed", "", number)

    def rows(self, number: int) -> str:
        return self.tr("%n row(s) in %n batch(es)", "", number)


def test_what_is_special_in_xml_survives() -> None:
    source = translations.english([Message("Page", "a < b & “c”", "so > so")], {})
    message = next(ET.fromstring(source).iter("message"))
    assert message.findtext("source") == "a < b & “c”"
    assert message.findtext("comment") == "so > so"


def test_qts_own_extractor_knows_no_text_that_we_passed_over(tmp_path: Path) -> None:
    """A second reader of the same source: less exact (see marked_texts), but it has to find nothing new."""
    sources = sorted(str(path) for path in translations.PACKAGE.rglob("*.py"))
    listed = tmp_path / "sources.lst"
    listed.write_text("\n".join(sources), encoding="utf-8")
    target = tmp_path / "qt.ts"
    command = [str(translations.linguist_tool("lupdate")), "-silent", f"@{listed}", "-ts", str(target)]
    subprocess.run(command, check=True, capture_output=True, timeout=100)
    theirs = {message.findtext("source") for message in ET.parse(target).iter("message")}
    ours = {message.source for message in marked_texts.marked_texts(translations.PACKAGE)}
    assert len(theirs) > 10
    assert theirs <= ours
