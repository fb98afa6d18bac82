"""The line at the foot says which station this is, who is heard, and shows the worst light."""

import pytest
from pytestqt.qtbot import QtBot

from ztdesk.domain.text import text
from ztdesk.scanning.scanner_ports import Light, ScannerState
from ztdesk.ui.scanners.foot import ScannerFoot
from ztdesk.ui.scanners.lights import TONES, WORST_FIRST, light_words
from ztdesk.ui.theme import Theme
from ztdesk.ui.tokens import Tone


@pytest.fixture
def foot(qtbot: QtBot) -> ScannerFoot:
    foot = ScannerFoot(Theme())
    qtbot.addWidget(foot)
    foot.show_station("Bench 3")
    return foot


def state(name: str, light: Light = Light.READY) -> ScannerState:
    return ScannerState(name, name.rsplit(maxsplit=1)[-1], light, text("What to do."))


def test_without_a_serial_scanner_the_keyboard_is_heard(foot: ScannerFoot) -> None:
    assert (foot.said(), foot.tone()) == ("Bench 3 · scanner: keyboard", Tone.OK)


def test_it_names_the_scanner(foot: ScannerFoot) -> None:
    foot.show_states([state("Zebra COM4")])
    assert (foot.said(), foot.tone()) == ("Bench 3 · scanner: Zebra COM4", Tone.OK)
    foot.show_states([state("Honeywell COM5"), state("Zebra COM4")])
    assert foot.said() == "Bench 3 · scanner: Honeywell COM5, Zebra COM4"


def test_the_worst_light_wins_and_says_whose_it_is(foot: ScannerFoot) -> None:
    foot.show_states([state("Honeywell COM5"), state("Zebra COM4", Light.BUSY)])
    assert (foot.said(), foot.tone()) == ("Bench 3 · scanner: Zebra COM4, In use elsewhere", Tone.DUPLICATE)
    assert "Zebra COM4: What to do." in foot.toolTip()


def test_a_port_cannot_write_markup_or_control_characters(foot: ScannerFoot) -> None:
    foot.show_states([state("<b>x</b>\x1d COM4")])
    assert foot.said() == "Bench 3 · scanner: <b>x</b>· COM4"
    assert "<b>" not in foot.toolTip()


def test_every_light_has_its_look_its_words_and_its_rank() -> None:
    assert set(TONES) == set(WORST_FIRST) == set(Light)
    assert len({light_words(light) for light in Light}) == len(Light)
