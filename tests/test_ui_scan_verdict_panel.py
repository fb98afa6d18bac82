"""The verdict panel: one colour, one shape, words and a count, told to eyes and ears alike."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ztdesk.domain.text import text
from ztdesk.domain.verdict import Verdict, VerdictKind
from ztdesk.ui.icons import Icon
from ztdesk.ui.scan.verdict_panel import VerdictPanel
from ztdesk.ui.theme import Mode, Theme
from ztdesk.ui.tokens import DARK, LIGHT, TONE_OF, Tokens, Tone

IMEI = "00-101012-000001-9"
ADDED = Verdict(VerdictKind.ADDED, text("Added"), text("IMEI"), IMEI)
REFUSED = Verdict(VerdictKind.REFUSED, text("Not a valid IMEI"), text("The check digit does not fit."), IMEI)


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    return Theme(Mode.LIGHT, reduced_motion=True)


@pytest.fixture
def panel(theme: Theme, qtbot: QtBot) -> VerdictPanel:
    panel = VerdictPanel(theme)
    qtbot.addWidget(panel)
    panel.resize(682, 528)
    return panel


def ground_of(panel: VerdictPanel) -> str:
    return panel.grab().toImage().pixelColor(panel.width() - 16, 16).name().upper()


def inks_of(panel: VerdictPanel, left: int, top: int, wide: int, high: int) -> set[str]:
    image = panel.grab().toImage()
    return {image.pixelColor(x, y).name().upper() for x in range(left, left + wide) for y in range(top, top + high)}


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("kind", list(VerdictKind))
def test_each_verdict_has_its_ground_and_its_shape(
    theme: Theme, panel: VerdictPanel, kind: VerdictKind, tokens: Tokens
) -> None:
    theme.set_mode(Mode.DARK if tokens is DARK else Mode.LIGHT)
    panel.show_verdict(replace(ADDED, kind=kind))
    assert ground_of(panel) == tokens.ground(TONE_OF[kind])
    assert tokens.ink(TONE_OF[kind]) in inks_of(panel, 24, 24, 72, 72)


def test_the_words_are_read_out(panel: VerdictPanel) -> None:
    panel.show_verdict(REFUSED)
    assert panel.accessibleName() == f"Not a valid IMEI. {IMEI}. The check digit does not fit."
    assert (panel.face.title, panel.face.code, panel.face.tone) == ("Not a valid IMEI", IMEI, Tone.REFUSED)


def test_the_count_stays_under_every_verdict(panel: VerdictPanel) -> None:
    panel.set_count(37, 48)
    panel.show_verdict(ADDED)
    assert (panel.face.count, panel.face.count_words) == (37, "of 48 scanned")
    assert panel.accessibleDescription() == "37 of 48 scanned"
    assert panel.grab().toImage().pixelColor(100, 528 - 38).name().upper() == LIGHT.ok
    assert panel.grab().toImage().pixelColor(640, 528 - 38).name().upper() == LIGHT.track


def test_more_than_expected_is_said_and_amber(panel: VerdictPanel) -> None:
    panel.show_verdict(ADDED)
    panel.set_count(50, 48)
    assert "2" in panel.face.count_words
    assert panel.grab().toImage().pixelColor(100, 528 - 38).name().upper() == LIGHT.duplicate


def test_nothing_expected_has_no_line(panel: VerdictPanel) -> None:
    panel.set_count(3, None)
    panel.show_verdict(ADDED)
    assert panel.face.count_words == "scanned"
    assert panel.grab().toImage().pixelColor(100, 528 - 38).name().upper() == LIGHT.ok_ground
    panel.hide_count()
    assert panel.accessibleDescription() == ""


def test_waiting_is_quiet_and_says_what_to_do(panel: VerdictPanel) -> None:
    panel.show_verdict(REFUSED)
    panel.show_idle("Ready to scan", "Scan the first box.", Icon.SCAN)
    assert ground_of(panel) == LIGHT.surface
    assert panel.accessibleName() == "Ready to scan. Scan the first box."
    assert panel.face.code == ""


def test_a_scan_flashes_once_and_shortly(qtbot: QtBot) -> None:
    panel = VerdictPanel(Theme(Mode.LIGHT))
    qtbot.addWidget(panel)
    panel.resize(682, 528)
    panel.show_verdict(ADDED)
    assert panel.is_flashing
    assert ground_of(panel) == LIGHT.ok_flash
    qtbot.waitUntil(lambda: not panel.is_flashing, timeout=1000)
    assert ground_of(panel) == LIGHT.ok_ground


def test_nothing_flashes_where_motion_is_unwanted(panel: VerdictPanel) -> None:
    panel.show_verdict(ADDED)
    assert not panel.is_flashing
    assert ground_of(panel) == LIGHT.ok_ground


def test_a_held_verdict_waits_to_be_acknowledged_by_keyboard(panel: VerdictPanel, qtbot: QtBot) -> None:
    panel.show_verdict(REFUSED)
    panel.hold("I have seen it")
    button = panel.findChild(type(panel.go_on))
    assert button is panel.go_on
    assert not button.isHidden()
    assert panel.face.held
    with qtbot.waitSignal(panel.acknowledged):
        QTest.keyClick(button, Qt.Key.Key_Space)
    panel.release()
    assert button.isHidden()
    assert not panel.face.held


@pytest.mark.parametrize(("width", "height"), [(480, 336), (682, 500), (1000, 800)])
def test_any_code_and_any_words_stay_inside(panel: VerdictPanel, width: int, height: int) -> None:
    panel.resize(width, height)
    panel.set_count(100_000, 99_999)
    long = text("The check digit does not fit and more of the same {name}. " * 8, name="<b>ACME</b>")
    panel.show_verdict(replace(REFUSED, code="HTTPS://EXAMPLE.COM/" + "A1\x1d" * 60, detail=long, title=long))
    margin = {LIGHT.refused_ground}
    assert inks_of(panel, width - 20, 12, 8, height - 24) == margin
    assert inks_of(panel, 12, 12, 8, height - 24) == margin
    assert inks_of(panel, 20, height - 18, width - 40, 8) == margin


def test_the_words_beside_the_count_leave_the_button_its_room(panel: VerdictPanel) -> None:
    panel.resize(503, 344)
    panel.set_count(6, 3)
    before = panel.grab().toImage()
    panel.hold("I have seen it")
    assert panel.face.kept_free > panel.go_on.width()
    panel.go_on.hide()  # what is painted below it
    held = panel.grab().toImage()
    corner = panel.go_on.geometry().adjusted(2, 2, -2, -2)
    colors = [
        {shown.pixel(x, y) for x in range(corner.left(), corner.right()) for y in range(corner.top(), corner.bottom())}
        for shown in (before, held)
    ]
    assert (len(colors[0]) > 1, len(colors[1])) == (True, 1)
    panel.go_on.show()
    panel.release()
    assert panel.face.kept_free == 0
