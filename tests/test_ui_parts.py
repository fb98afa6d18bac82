"""The small parts show what they are given, as plain text, and name themselves to a screen reader."""

from functools import partial

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from ztdesk.domain.text import text
from ztdesk.domain.verdict import Verdict, VerdictKind
from ztdesk.ui.icons import Icon
from ztdesk.ui.parts.banner import Banner
from ztdesk.ui.parts.buttons import Button, PrimaryButton
from ztdesk.ui.parts.card import Card
from ztdesk.ui.parts.empty import EmptyState
from ztdesk.ui.parts.labels import ElidedLabel, Label
from ztdesk.ui.parts.pill import StatePill
from ztdesk.ui.parts.practice import PracticeStripe
from ztdesk.ui.parts.progress import ProgressLine
from ztdesk.ui.parts.tabs import TabBar
from ztdesk.ui.parts.verdict_strip import VerdictStrip
from ztdesk.ui.theme import Mode, Theme
from ztdesk.ui.tokens import LIGHT, Space, Tone

NASTY = "ACME <b>Logistics</b> & Söhne 日本"


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    return Theme(Mode.LIGHT)


def color_at(widget: QWidget, x: int, y: int) -> str:
    return widget.grab().toImage().pixelColor(x, y).name().upper()


def test_labels_never_take_a_name_for_markup(theme: Theme, qtbot: QtBot) -> None:
    label = Label(NASTY, "title")
    qtbot.addWidget(label)
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.text() == NASTY
    assert label.property("role") == "title"


def test_a_label_wears_its_tone_and_drops_it(theme: Theme, qtbot: QtBot) -> None:
    label = Label("3 need you")
    qtbot.addWidget(label)
    label.set_tone(Tone.REFUSED)
    assert label.property("tone") == "refused"
    label.set_tone(None)
    assert label.property("tone") == ""


def test_a_long_name_is_shortened_and_told_whole(theme: Theme, qtbot: QtBot) -> None:
    label = ElidedLabel(NASTY)
    qtbot.addWidget(label)
    label.resize(90, 30)
    label.grab()
    assert label.shown_text().endswith("…")
    assert label.toolTip() == "<span>ACME &lt;b&gt;Logistics&lt;/b&gt; &amp; Söhne 日本</span>"
    label.resize(900, 30)
    label.grab()
    assert label.shown_text() == NASTY
    assert label.toolTip() == ""


def test_buttons_are_large_and_reached_by_keyboard(theme: Theme, qtbot: QtBot) -> None:
    for button in (Button(theme, "Hold", Icon.HOLD), PrimaryButton(theme, "Queue 37 devices")):
        qtbot.addWidget(button)
        assert button.height() == Space.BUTTON
        assert button.focusPolicy() is Qt.FocusPolicy.StrongFocus
        with qtbot.waitSignal(button.clicked):
            QTest.keyClick(button, Qt.Key.Key_Space)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_button_with_the_keyboard_is_pressed_and_no_default_beside_it(
    theme: Theme, qtbot: QtBot, key: Qt.Key
) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    yes, no = Button(theme, "Queue anyway", parent=dialog), PrimaryButton(theme, "Go on scanning", parent=dialog)
    no.setDefault(True)
    pressed: list[str] = []
    for button in (yes, no):
        button.clicked.connect(partial(_note, pressed, button.text()))
    with qtbot.waitExposed(dialog):
        dialog.show()
    yes.setFocus()
    QTest.keyClick(yes, key)
    assert pressed == ["Queue anyway"]


def test_the_end_of_a_code_scanned_at_a_button_presses_nothing(theme: Theme, qtbot: QtBot) -> None:
    button = Button(theme, "Give up batch …")
    qtbot.addWidget(button)
    pressed: list[str] = []
    button.clicked.connect(partial(_note, pressed, button.text()))
    for letter in "00101012":
        _press_key(button, Qt.Key(ord(letter)), letter, at_ms=1000)
    _press_key(button, Qt.Key.Key_Return, "\r", at_ms=1050)
    assert not pressed
    _press_key(button, Qt.Key.Key_Return, "\r", at_ms=1900)
    assert len(pressed) == 1
    _press_key(button, Qt.Key.Key_Q, "q", at_ms=3000)
    _press_key(button, Qt.Key.Key_Return, "\r", at_ms=4500)
    assert len(pressed) == 2


def _note(pressed: list[str], words: str) -> None:
    pressed.append(words)


def _press_key(widget: QWidget, key: Qt.Key, typed: str, *, at_ms: int) -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, typed)
    event.setTimestamp(at_ms)
    QApplication.sendEvent(widget, event)


def test_a_button_changes_its_icon_with_the_theme(theme: Theme, qtbot: QtBot) -> None:
    button = Button(theme, "Undo last", Icon.UNDO)
    qtbot.addWidget(button)
    before = button.icon().cacheKey()
    theme.set_mode(Mode.DARK)
    assert button.icon().cacheKey() != before


def test_a_pill_says_its_state_and_does_not_change_its_width(theme: Theme, qtbot: QtBot) -> None:
    pill = StatePill(theme, ["READY TO SCAN", "NOT LISTENING", "HOLD"])
    qtbot.addWidget(pill)
    pill.show_state(Tone.OK, "READY TO SCAN")
    wide = pill.sizeHint()
    pill.show_state(Tone.REFUSED, "HOLD", hint="<i>Press Resume</i>")
    assert pill.sizeHint() == wide
    assert (pill.text(), pill.tone()) == ("HOLD", Tone.REFUSED)
    assert (pill.accessibleName(), pill.accessibleDescription()) == ("HOLD", "<i>Press Resume</i>")
    assert "<i>" not in pill.toolTip()
    pill.resize(pill.sizeHint())
    assert color_at(pill, 12, Space.PILL // 2) == LIGHT.refused_ground


def test_a_progress_line_is_filled_so_far(theme: Theme, qtbot: QtBot) -> None:
    line = ProgressLine(theme)
    qtbot.addWidget(line)
    line.resize(200, Space.UNIT)
    line.show_progress(312, 488, Tone.ACCENT, "312 of 488")
    assert color_at(line, 100, 4) == LIGHT.accent
    assert color_at(line, 180, 4) == LIGHT.track
    interface = QAccessible.queryAccessibleInterface(line)
    assert interface.role() is QAccessible.Role.ProgressBar
    assert interface.valueInterface().currentValue() == 312
    assert line.accessibleName() == "312 of 488"


@pytest.mark.parametrize(("done", "total"), [(5, 0), (0, 0), (9, 3)])
def test_a_progress_line_bears_odd_numbers(theme: Theme, qtbot: QtBot, done: int, total: int) -> None:
    line = ProgressLine(theme)
    qtbot.addWidget(line)
    line.show_progress(done, total, Tone.OK, "")
    assert not line.grab().isNull()


def test_the_practice_stripe_says_what_it_is(theme: Theme, qtbot: QtBot) -> None:
    stripe = PracticeStripe(theme)
    qtbot.addWidget(stripe)
    stripe.resize(800, Space.STRIPE)
    assert stripe.accessibleName() == "PRACTICE — nothing reaches Google"
    colors = {color_at(stripe, x, 14) for x in range(0, 120, 3)}
    assert {LIGHT.stripe, LIGHT.on_stripe} <= colors


def test_a_banner_speaks_and_acts(theme: Theme, qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    banner = Banner(theme, page)
    assert banner.isHidden()
    banner.say(Tone.REFUSED, "Sign-in needed", "Nothing is lost.", "Sign in …")
    assert not banner.isHidden()
    assert (banner.accessibleName(), banner.accessibleDescription()) == ("Sign-in needed", "Nothing is lost.")
    with qtbot.waitSignal(banner.acted):
        banner.button.click()
    banner.say(Tone.DUPLICATE, "No network")
    assert banner.button.isHidden()
    banner.clear()
    assert banner.isHidden()


def test_an_empty_page_says_what_to_do(theme: Theme, qtbot: QtBot) -> None:
    empty = EmptyState(theme, Icon.BATCHES, "No batches yet", "Scan a customer card.", "Choose a customer …")
    qtbot.addWidget(empty)
    assert empty.accessibleName() == "No batches yet"
    with qtbot.waitSignal(empty.acted):
        empty.button.click()
    empty.say("All done", "Nothing waits.")
    assert empty.accessibleDescription() == "Nothing waits."
    assert empty.button.isHidden()


def test_tabs_are_tabs_to_keyboard_and_screen_reader(theme: Theme, qtbot: QtBot) -> None:
    tabs = TabBar(theme)
    qtbot.addWidget(tabs)
    for name in ("Scan", "Batches", "Customers"):
        tabs.add(name)
    tabs.resize(tabs.sizeHint())
    QTest.keyClick(tabs, Qt.Key.Key_Right)
    assert tabs.currentIndex() == 1
    interface = QAccessible.queryAccessibleInterface(tabs)
    assert interface.role() is QAccessible.Role.PageTabList
    tabs.set_count(1, 2, "Batches, 2 need you")
    assert interface.child(1).text(QAccessible.Text.Name) == "Batches, 2 need you"


def test_a_tab_makes_room_for_its_count_and_none_moves_when_chosen(theme: Theme, qtbot: QtBot) -> None:
    tabs = TabBar(theme)
    qtbot.addWidget(tabs)
    for name in ("Scan", "Batches", "Customers"):
        tabs.add(name)
    tabs.resize(900, Space.HEAD)
    places = [tabs.tabRect(index) for index in range(3)]
    tabs.setCurrentIndex(2)
    assert [tabs.tabRect(index) for index in range(3)] == places
    tabs.set_count(1, 120, "Batches, 120 need you")
    assert tabs.tabRect(1).width() > places[1].width()
    assert tabs.tabRect(1).height() == Space.HEAD
    assert not tabs.grab().isNull()


def test_a_card_is_a_surface_with_round_corners(theme: Theme, qtbot: QtBot) -> None:
    card = Card(theme)
    qtbot.addWidget(card)
    card.resize(200, 100)
    assert color_at(card, 100, 50) == LIGHT.surface
    assert color_at(card, 100, 0) == LIGHT.line
    assert color_at(card, 0, 0) != LIGHT.line


def test_a_strip_shows_a_verdict_on_one_line(theme: Theme, qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    strip = VerdictStrip(theme, page)
    strip.resize(700, Space.ROW)
    assert strip.isHidden()
    detail = text("Scanned by {name}", name=NASTY)
    strip.show_verdict(Verdict(VerdictKind.DUPLICATE, text("Already in this batch"), detail, "00-101012-000001-9"))
    assert strip.accessibleName() == f"Already in this batch. 00-101012-000001-9. Scanned by {NASTY}"
    assert color_at(strip, 8, 24) == LIGHT.duplicate_ground
    strip.clear()
    assert strip.isHidden()
