"""Sounds: one for each thing worth hearing, and silence without a fuss where nothing can play."""

import builtins
import logging
import sys
from collections.abc import Mapping, Sequence

import pytest
from PySide6.QtWidgets import QApplication

from ztdesk.domain.verdict import VerdictKind
from ztdesk.paths import resource
from ztdesk.ui.feedback import SOUND_OF, Sound, Sounds


def test_every_sound_has_a_file_and_every_verdict_its_own_sound() -> None:
    assert all(resource(f"sounds/{sound.value}.wav").is_file() for sound in Sound)
    assert set(SOUND_OF) == set(VerdictKind)
    assert len(set(SOUND_OF.values())) == len(SOUND_OF)


def test_before_loading_it_is_silent(qapp: QApplication) -> None:
    sounds = Sounds()
    sounds.play(Sound.GOOD)
    assert not sounds.available


def test_loading_never_fails_and_warns_of_nothing(qapp: QApplication, capfd: pytest.CaptureFixture[str]) -> None:
    sounds = Sounds(0.5)
    sounds.load()
    sounds.load()
    for sound in Sound:
        sounds.play(sound)
    sounds.unload()
    assert not sounds.available
    assert capfd.readouterr().err == ""


def test_without_qts_sound_it_is_silent_and_says_so_once(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    genuine = builtins.__import__

    def missing(
        name: str,
        globals_: Mapping[str, object] | None = None,
        locals_: Mapping[str, object] | None = None,
        fromlist: Sequence[str] = (),
        level: int = 0,
    ) -> object:
        if name == "PySide6.QtMultimedia":
            raise ImportError("libpulse.so.0: cannot open shared object file")
        return genuine(name, globals_, locals_, fromlist, level)

    monkeypatch.delitem(sys.modules, "PySide6.QtMultimedia", raising=False)
    monkeypatch.setattr(builtins, "__import__", missing)
    sounds = Sounds()
    with caplog.at_level(logging.INFO, "ztdesk.ui.feedback"):
        sounds.load()
        sounds.play(Sound.REFUSED)
    assert not sounds.available
    assert [record.levelname for record in caplog.records] == ["INFO"]
    assert "libpulse" in caplog.text


@pytest.mark.parametrize(("asked", "got"), [(-1.0, 0.0), (0.3, 0.3), (7.0, 1.0)])
def test_the_volume_stays_within_bounds(qapp: QApplication, asked: float, got: float) -> None:
    sounds = Sounds(asked)
    assert sounds.volume == got
    sounds.set_volume(1.0)
    sounds.set_volume(asked)
    assert sounds.volume == got
