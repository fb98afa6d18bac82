"""The sounds that are shipped are the ones drawn, short, clean and told apart."""

import importlib.util
import itertools
import struct
import sys
import wave
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from ztdesk.paths import resource
from ztdesk.ui.feedback import Sound

SCRIPT = Path(__file__).parent.parent / "packaging" / "make_sounds.py"
NAMES = tuple(sound.value for sound in Sound)


@pytest.fixture(scope="module")
def make_sounds() -> Iterator[ModuleType]:
    spec = importlib.util.spec_from_file_location("make_sounds", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["make_sounds"] = module
    spec.loader.exec_module(module)
    yield module
    del sys.modules["make_sounds"]


def heard(path: Path) -> list[int]:
    with wave.open(str(path), "rb") as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, 22_050)
        data = file.readframes(file.getnframes())
    return list(struct.unpack(f"<{len(data) // 2}h", data))


def crossings_per_s(samples: list[int]) -> float:
    return sum((one < 0) is not (other < 0) for one, other in itertools.pairwise(samples)) * 22_050 / len(samples) / 2


def test_what_is_shipped_is_what_is_drawn(make_sounds: ModuleType, tmp_path: Path) -> None:
    assert set(make_sounds.SOUNDS) == set(NAMES)
    for name, tones in make_sounds.SOUNDS.items():
        make_sounds.write(tmp_path / f"{name}.wav", tones)
        assert (tmp_path / f"{name}.wav").read_bytes() == resource(f"sounds/{name}.wav").read_bytes()


@pytest.mark.parametrize("name", NAMES)
def test_each_is_short_and_without_clicks(name: str) -> None:
    samples = heard(resource(f"sounds/{name}.wav"))
    assert 0.1 <= len(samples) / 22_050 <= 0.55
    assert max(map(abs, samples)) < 32_767
    assert max(abs(samples[0]), abs(samples[-1])) < 600


def test_good_is_high_and_refused_is_low() -> None:
    pitch = {name: crossings_per_s(heard(resource(f"sounds/{name}.wav"))) for name in NAMES}
    assert pitch["good"] > 1_300
    assert pitch["refused"] < 1_000
    assert pitch["good"] > 1.5 * pitch["duplicate"]


def test_failed_falls_and_good_rises() -> None:
    for name, rises in (("good", True), ("failed", False), ("batch_done", True)):
        samples = heard(resource(f"sounds/{name}.wav"))
        third = len(samples) // 3
        assert (crossings_per_s(samples[-third:]) > crossings_per_s(samples[:third])) is rises
