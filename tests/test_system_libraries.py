"""What is said when Qt's libraries or a screen are missing, with an invented loader and with real processes."""

import ctypes
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from ztdesk import system_libraries
from ztdesk.system_libraries import Library, missing, obstacle, packages, platforms, sentence

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="other systems bring Qt's libraries along")
CURSOR = Library("libxcb-cursor.so.0", "libxcb-cursor0", "xcb-util-cursor", "xcb-util-cursor")
EGL = Library("libEGL.so.1", "libegl1", "libglvnd-egl", "libglvnd")


def without(*sonames: str) -> Callable[[str], object]:
    def load(soname: str) -> object:
        if soname in sonames:
            raise OSError(f"{soname}: cannot open shared object file")
        return object()

    return load


def having(*programs: str) -> Callable[[str], str | None]:
    return lambda program: f"/usr/bin/{program}" if program in programs else None


def test_nothing_is_missing_where_everything_loads() -> None:
    assert missing("xcb", without()) == ()
    assert missing("wayland", without()) == ()


def test_what_does_not_load_is_missing_with_its_packages() -> None:
    assert missing("xcb", without("libxcb-cursor.so.0")) == (CURSOR,)


def test_a_platform_asks_only_for_what_it_needs() -> None:
    assert missing("offscreen", without("libxcb-cursor.so.0", "libwayland-client.so.0")) == ()
    assert missing("wayland", without("libxcb-cursor.so.0")) == ()
    assert missing("offscreen", without("libEGL.so.1")) == (EGL,)


def test_the_table_names_each_library_once_and_every_package() -> None:
    everything = (*missing("xcb", _nothing_loads), *missing("wayland", _nothing_loads))
    of_x11 = missing("xcb", _nothing_loads)
    assert len({library.soname for library in of_x11}) == len(of_x11)
    for library in everything:
        assert ".so." in library.soname
        assert library.debian
        assert library.fedora
        assert library.arch


def _nothing_loads(soname: str) -> object:
    raise OSError(soname)


@pytest.mark.parametrize(
    ("program", "command"),
    [
        ("apt-get", "sudo apt-get install libegl1 libxcb-cursor0"),
        ("dnf", "sudo dnf install libglvnd-egl xcb-util-cursor"),
        ("pacman", "sudo pacman -S libglvnd xcb-util-cursor"),
    ],
)
def test_the_sentence_gives_the_command_of_this_system(program: str, command: str) -> None:
    said = str(sentence((EGL, CURSOR), having(program)))
    assert "libEGL.so.1, libxcb-cursor.so.0" in said
    assert said.endswith(command)
    assert "\n" not in said


def test_the_sentence_does_without_a_command_where_none_is_known() -> None:
    said = str(sentence((EGL,), having()))
    assert "libEGL.so.1" in said
    assert "sudo" not in said


def test_the_sentence_stays_readable_when_everything_is_missing() -> None:
    said = str(sentence(missing("xcb", _nothing_loads), having()))
    assert "…" in said
    assert len(said) < 200


def test_a_package_of_two_libraries_is_named_once() -> None:
    glib = missing("offscreen", without("libglib-2.0.so.0", "libgthread-2.0.so.0"))
    assert len(glib) == 2
    assert packages(glib, having("apt-get")) == ("apt-get install", ("libglib2.0-0",))


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        ({}, ()),
        ({"DISPLAY": ":0"}, ("xcb",)),
        ({"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}, ("wayland", "xcb")),
        ({"QT_QPA_PLATFORM": "offscreen"}, ("offscreen",)),
        ({"QT_QPA_PLATFORM": "wayland-egl;xcb", "DISPLAY": ":0"}, ("wayland", "xcb")),
        ({"QT_QPA_PLATFORM": "offscreen:enable_fonts"}, ("offscreen",)),
    ],
)
def test_the_platforms_of_a_session(environ: dict[str, str], expected: tuple[str, ...]) -> None:
    assert platforms(environ) == expected


def test_no_screen_is_one_sentence() -> None:
    said = str(obstacle({}, "linux", without()))
    assert "no screen" in said
    assert "DISPLAY" in said
    assert "\n" not in said


def test_one_complete_platform_is_enough() -> None:
    both = {"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}
    assert obstacle(both, "linux", without("libwayland-client.so.0")) is None
    assert obstacle(both, "linux", without("libxcb-cursor.so.0")) is None
    assert "libEGL.so.1" in str(obstacle(both, "linux", without("libEGL.so.1"), having("apt-get")))


@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_other_systems_bring_everything_along(system: str) -> None:
    assert obstacle({}, system, _nothing_loads) is None


@LINUX
def test_what_the_loader_cache_lists_can_be_loaded() -> None:
    here = missing("offscreen")
    for library in missing("offscreen", _nothing_loads):
        if library not in here:
            ctypes.CDLL(library.soname)


@LINUX
def test_without_a_loader_cache_the_answer_is_the_same(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    listed = missing("xcb")
    monkeypatch.setattr(system_libraries, "_CACHE", tmp_path / "none")
    assert missing("xcb") == listed


@LINUX
def test_a_library_hidden_in_a_process_is_missed_there() -> None:
    """A real process in which one library cannot be opened: every other one still is, by the real loader."""
    program = (
        "import ctypes\n"
        "from ztdesk.system_libraries import missing\n"
        "def load(soname):\n"
        "    return ctypes.CDLL('no-' + soname if 'fontconfig' in soname else soname)\n"
        "print([library.debian for library in missing('offscreen', load)])\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=True)
    assert "libfontconfig1" in done.stdout
    assert missing("offscreen") or done.stdout.strip() == "['libfontconfig1']"


def test_looking_does_not_import_qt() -> None:
    program = (
        "import sys\n"
        "from ztdesk import system_libraries\n"
        "system_libraries.obstacle()\n"
        "print(sorted(name for name in sys.modules if name.startswith('PySide6')))\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.strip() == "[]"


@LINUX
@pytest.mark.skipif(not Path("/etc/ld.so.cache").exists(), reason="this system's loader keeps no cache")
def test_looking_takes_less_than_5_ms_of_work() -> None:
    if missing("xcb"):
        pytest.skip("a system that lacks libraries looks longer, and then no window opens")
    took_s = []
    for _ in range(20):
        started = time.process_time()
        missing("xcb")
        took_s.append(time.process_time() - started)
    assert min(took_s) < 0.005
