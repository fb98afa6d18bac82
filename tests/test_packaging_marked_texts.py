"""What counts as a marked text, and which marks are refused because they could not be found exactly."""

from pathlib import Path

import pytest

from tests.packaging_scripts import marked_texts

HEAD = "from ztdesk.domain.text import Text, counted, text\n"
Message = marked_texts.Message


def texts_of(folder: Path, source: str) -> tuple[marked_texts.Message, ...]:
    (folder / "page.py").write_text(source, encoding="utf-8")
    return marked_texts.marked_texts(folder)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        ('self.tr("Scan")', Message("Page", "Scan")),
        ('self.tr("Scan " "a box")', Message("Page", "Scan a box")),
        ('self.tr("Open", "of a batch")', Message("Page", "Open", "of a batch")),
        ('self.tr("%n left", "", 3)', Message("Page", "%n left", "", True)),
        ('self.tr("%n left", None, n=3)', Message("Page", "%n left", "", True)),
        ('QCoreApplication.translate("Other", "Scan")', Message("Other", "Scan")),
        ('QT_TRANSLATE_NOOP("Other", "Scan")', Message("Other", "Scan")),
        ('text("Held by {name}", name="ACME")', Message("domain", "Held by {name}")),
        ('counted("{count} rows", "{count} row", 3)', Message("domain", "{count} rows", "", True, "{count} row")),
        ('list(map(len, [(lambda: self.tr("Scan"))()]))', Message("Page", "Scan")),
    ],
)
def test_a_mark_is_found(tmp_path: Path, call: str, message: marked_texts.Message) -> None:
    source = f"{HEAD}class Page(QWidget):\n    def show(self):\n        return {call}\n"
    assert texts_of(tmp_path, source) == (message,)


def test_a_mark_inside_the_arguments_of_another_is_found(tmp_path: Path) -> None:
    found = texts_of(tmp_path, f'{HEAD}x = text("{{a}} is wrong", a=text("The IMEI"))\n')
    assert [message.source for message in found] == ["The IMEI", "{a} is wrong"]


def test_a_mark_under_another_name_is_found(tmp_path: Path) -> None:
    found = texts_of(tmp_path, 'from ztdesk.domain.text import text as say\nx = say("Scan")\n')
    assert [message.source for message in found] == ["Scan"]


def test_a_function_that_happens_to_be_called_text_is_no_mark(tmp_path: Path) -> None:
    assert texts_of(tmp_path, 'def text(value): ...\ntext("not shown")\n') == ()


def test_values_put_into_a_marked_text_are_no_new_mark(tmp_path: Path) -> None:
    assert texts_of(tmp_path, f'{HEAD}y = text(other.hint.source, name="x")\nz = text("")\n') == ()


def test_an_inner_class_is_its_own_context(tmp_path: Path) -> None:
    source = 'class A:\n    class B:\n        def f(self): self.tr("in")\n    def g(self): self.tr("out")\n'
    assert texts_of(tmp_path, source) == (Message("A", "out"), Message("B", "in"))


def test_a_plural_is_known_to_subclasses_for_qt_asks_there_first(tmp_path: Path) -> None:
    base = 'class Base(QWidget):\n    def f(self): self.tr("%n left", "", 3); self.tr("Scan")\n'
    found = texts_of(tmp_path, f"{base}class Sub(Base): ...\nclass SubSub(pages.Sub): ...\n")
    assert [message.context for message in found if message.plural] == ["Base", "Sub", "SubSub"]
    assert [message.context for message in found if not message.plural] == ["Base"]


@pytest.mark.parametrize(
    "call",
    [
        "self.tr(name)",
        'self.tr(f"Hello {name}")',
        'self.tr("Hello " + name)',
        'self.tr("")',
        "self.tr()",
        'page.tr("Scan")',
        "map(self.tr, names)",
        'self.tr("%n left")',
        'self.tr("left", "", 3)',
        'QCoreApplication.translate("Page", name)',
        "tr = QCoreApplication.translate",
        "text(name)",
        'text("a" if name else "b")',
        'counted("{count} rows", name, 3)',
        'Text("Scan")',
    ],
)
def test_a_mark_that_cannot_be_read_is_refused_with_its_line(tmp_path: Path, call: str) -> None:
    with pytest.raises(marked_texts.MarkError, match=r"page\.py:4: "):
        texts_of(tmp_path, f"{HEAD}class Page(QWidget):\n    def show(self, page, name, names):\n        {call}\n")


def test_one_text_both_with_and_without_a_number_is_refused(tmp_path: Path) -> None:
    with pytest.raises(marked_texts.MarkError, match="both with and without"):
        texts_of(tmp_path, f'{HEAD}x = text("rows")\ny = counted("rows", "row", 2)\n')


def test_all_refusals_come_at_once(tmp_path: Path) -> None:
    with pytest.raises(marked_texts.MarkError) as refused:
        texts_of(tmp_path, f"{HEAD}text(a)\ntext(b)\n")
    assert len(str(refused.value).splitlines()) == 2
