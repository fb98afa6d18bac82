"""Words and numbers fit the room they get, and nothing of a scan is taken for anything but text."""

import pytest
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication

from ztdesk.ui.parts.text_fit import Fitted, fit_number, fit_words, visible, wrap
from ztdesk.ui.theme import Theme

ONE = (60, 52, 40, 32)
TWO = (36, 24, 16)


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    return Theme()


def fit(theme: Theme, code: str, width: float) -> Fitted:
    fitted = fit_number(code, width, theme.number_font, one_line=ONE, two_lines=TWO)
    metrics = QFontMetricsF(theme.number_font(fitted.px))
    assert all(metrics.horizontalAdvance(line) <= width for line in fitted.lines)
    return fitted


def test_a_short_number_is_shown_large(theme: Theme) -> None:
    assert fit(theme, "35-824011-223344-0", 700) == Fitted(("35-824011-223344-0",), 60)


def test_a_longer_one_shrinks_before_it_breaks(theme: Theme) -> None:
    fitted = fit(theme, "35-824011-223344-0", 460)
    assert fitted.lines == ("35-824011-223344-0",)
    assert fitted.px < 60


def test_a_long_code_takes_two_lines_and_loses_nothing(theme: Theme) -> None:
    code = "HTTPS://EXAMPLE.COM/" + "0123456789" * 10
    fitted = fit(theme, code, 640)
    assert len(fitted.lines) == 2
    assert "".join(fitted.lines) == code


def test_a_code_beyond_all_room_keeps_both_ends(theme: Theme) -> None:
    fitted = fit(theme, "BEGIN" + "0" * 200 + "END", 400)
    assert fitted.lines[0].startswith("BEGIN")
    assert fitted.lines[1].endswith("END")
    assert "…" in "".join(fitted.lines)


def test_control_characters_are_seen(theme: Theme) -> None:
    assert visible("35\x1d17\n2\u202e") == "35·17·2·"


def test_titles_break_between_words(theme: Theme) -> None:
    title = "Claimed for another customer of ours"
    fitted = fit_words(title, 400, theme.font, one_line=(34, 30), two_lines=(26, 20))
    assert len(fitted.lines) == 2
    assert " ".join(fitted.lines) == title


def test_a_title_too_long_is_shortened_at_its_end(theme: Theme) -> None:
    fitted = fit_words("word " * 60, 300, theme.font, one_line=(34,), two_lines=(20,))
    assert len(fitted.lines) == 2
    assert fitted.lines[1].endswith("…")


def test_wrapping_keeps_every_word_and_every_letter(theme: Theme) -> None:
    sentence = "Scan 📦 the barcode labelled IMEI 日本物流 again, and set this one aside for the supervisor."
    lines = wrap(sentence, 200, theme.font(18), 20)
    assert len(lines) > 2
    assert " ".join(lines).split() == sentence.split()


def test_what_does_not_fit_is_marked(theme: Theme) -> None:
    lines = wrap("one two three four five six seven eight", 120, theme.font(18), 2)
    assert len(lines) == 2
    assert lines[-1].endswith("…")
    assert wrap("anything", 120, theme.font(18), 0) == ()
    assert wrap("", 120, theme.font(18), 3) == ()
