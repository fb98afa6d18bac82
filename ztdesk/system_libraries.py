"""What Qt needs of a Linux system before a window can open, and the sentence that says what is missing.

Refuses to know Qt itself: it runs before Qt is imported, because Qt answers a missing library with an abort. On Windows
and macOS everything comes with the program, so there is nothing to look for.
"""

import os
import shutil
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from ztdesk.domain.text import Text, text

Load = Callable[[str], object]
"""Opens a shared library by its soname; raises OSError where the system has none."""
Which = Callable[[str], str | None]
"""The path of a program by its name, or None."""

_CACHE = Path("/etc/ld.so.cache")
_SHOWN = 4  # names in the sentence; the command that follows brings them all


@dataclass(frozen=True, slots=True)
class Library:
    """One shared library by its soname, and the package that brings it in each family of Linux systems."""

    soname: str
    debian: str
    fedora: str
    arch: str


# Read off the NEEDED entries (`readelf -d`) of PySide6 6.11: QtCore, QtGui, QtWidgets, QtSvg, QtPrintSupport,
# QtMultimedia and the platform plugins, followed through every Qt library they bring along themselves.
_EVERY_PLATFORM = (
    Library("libstdc++.so.6", "libstdc++6", "libstdc++", "gcc-libs"),
    Library("libglib-2.0.so.0", "libglib2.0-0", "glib2", "glib2"),
    Library("libgthread-2.0.so.0", "libglib2.0-0", "glib2", "glib2"),
    Library("libz.so.1", "zlib1g", "zlib", "zlib"),
    Library("libzstd.so.1", "libzstd1", "libzstd", "zstd"),
    Library("libEGL.so.1", "libegl1", "libglvnd-egl", "libglvnd"),
    Library("libGL.so.1", "libgl1", "libglvnd-glx", "libglvnd"),
    Library("libX11.so.6", "libx11-6", "libX11", "libx11"),
    Library("libdbus-1.so.3", "libdbus-1-3", "dbus-libs", "dbus"),
    Library("libfontconfig.so.1", "libfontconfig1", "fontconfig", "fontconfig"),
    Library("libfreetype.so.6", "libfreetype6", "freetype", "freetype2"),
    Library("libxkbcommon.so.0", "libxkbcommon0", "libxkbcommon", "libxkbcommon"),
    Library("libgssapi_krb5.so.2", "libgssapi-krb5-2", "krb5-libs", "krb5"),
    Library("libbrotlidec.so.1", "libbrotli1", "libbrotli", "brotli"),
    Library("libpulse.so.0", "libpulse0", "pulseaudio-libs", "libpulse"),
)
_X11 = (
    Library("libX11-xcb.so.1", "libx11-xcb1", "libX11-xcb", "libx11"),
    Library("libxkbcommon-x11.so.0", "libxkbcommon-x11-0", "libxkbcommon-x11", "libxkbcommon-x11"),
    Library("libxcb.so.1", "libxcb1", "libxcb", "libxcb"),
    Library("libxcb-cursor.so.0", "libxcb-cursor0", "xcb-util-cursor", "xcb-util-cursor"),
    Library("libxcb-glx.so.0", "libxcb-glx0", "libxcb", "libxcb"),
    Library("libxcb-icccm.so.4", "libxcb-icccm4", "xcb-util-wm", "xcb-util-wm"),
    Library("libxcb-image.so.0", "libxcb-image0", "xcb-util-image", "xcb-util-image"),
    Library("libxcb-keysyms.so.1", "libxcb-keysyms1", "xcb-util-keysyms", "xcb-util-keysyms"),
    Library("libxcb-randr.so.0", "libxcb-randr0", "libxcb", "libxcb"),
    Library("libxcb-render.so.0", "libxcb-render0", "libxcb", "libxcb"),
    Library("libxcb-render-util.so.0", "libxcb-render-util0", "xcb-util-renderutil", "xcb-util-renderutil"),
    Library("libxcb-shape.so.0", "libxcb-shape0", "libxcb", "libxcb"),
    Library("libxcb-shm.so.0", "libxcb-shm0", "libxcb", "libxcb"),
    Library("libxcb-sync.so.1", "libxcb-sync1", "libxcb", "libxcb"),
    Library("libxcb-util.so.1", "libxcb-util1", "xcb-util", "xcb-util"),
    Library("libxcb-xfixes.so.0", "libxcb-xfixes0", "libxcb", "libxcb"),
    Library("libxcb-xkb.so.1", "libxcb-xkb1", "libxcb", "libxcb"),
)
_WAYLAND = (
    Library("libwayland-client.so.0", "libwayland-client0", "libwayland-client", "wayland"),
    Library("libwayland-cursor.so.0", "libwayland-cursor0", "libwayland-cursor", "wayland"),
    Library("libwayland-egl.so.1", "libwayland-egl1", "libwayland-egl", "wayland"),
)
_OF_PLATFORM = {"xcb": _X11, "wayland": _WAYLAND}
_INSTALLERS = (
    ("apt-get", "apt-get install", "debian"),
    ("dnf", "dnf install", "fedora"),
    ("pacman", "pacman -S", "arch"),
)


def platforms(environ: Mapping[str, str]) -> tuple[str, ...]:
    """The Qt platforms this session could use, the one Qt tries first at the front; none where there is no screen."""
    chosen = environ.get("QT_QPA_PLATFORM", "")
    if chosen:
        return tuple(part.partition(":")[0].partition("-")[0] for part in chosen.split(";") if part)
    found = []
    if environ.get("WAYLAND_DISPLAY"):
        found.append("wayland")
    if environ.get("DISPLAY"):
        found.append("xcb")
    return tuple(found)


def missing(platform: str, load: Load | None = None) -> tuple[Library, ...]:
    """The libraries that Qt needs on `platform` (xcb, wayland, offscreen) and that cannot be loaded here."""
    wanted = _EVERY_PLATFORM + _OF_PLATFORM.get(platform, ())
    if load is not None:
        return tuple(library for library in wanted if not _loads(library, load))
    known = _in_loader_cache(wanted)
    return tuple(library for library in wanted if library.soname not in known and not _loads(library, _open_library))


def packages(libraries: Iterable[Library], which: Which = shutil.which) -> tuple[str, tuple[str, ...]]:
    """The install command of this system ("apt-get install"; "" where none is known) and the packages it needs."""
    for program, command, family in _INSTALLERS:
        if which(program):
            names = {str(getattr(library, family)): None for library in libraries}
            return command, tuple(names)
    return "", ()


def sentence(libraries: Iterable[Library], which: Which = shutil.which) -> Text:
    """One sentence: which libraries are missing, and how to install them on this system."""
    libraries = tuple(libraries)
    shown = [library.soname for library in libraries[:_SHOWN]] + ["…"] * (len(libraries) > _SHOWN)
    names = ", ".join(shown)
    command, wanted = packages(libraries, which)
    if not command:
        return text(
            "The window needs system libraries that are missing here, please install them: {names}.", names=names
        )
    return text(
        "The window needs system libraries that are missing here ({names}), install them with: {command}",
        names=names,
        command=" ".join(("sudo", command, *wanted)),
    )


def obstacle(
    environ: Mapping[str, str] | None = None,
    system: str = sys.platform,
    load: Load | None = None,
    which: Which = shutil.which,
) -> Text | None:
    """Why no window can open in this session, in one sentence, or None where nothing stands in its way.

    Qt falls back from Wayland to X11, so one complete platform is enough.
    """
    if system != "linux":
        return None
    candidates = platforms(os.environ if environ is None else environ)
    if not candidates:
        return text(
            "There is no screen here (neither DISPLAY nor WAYLAND_DISPLAY is set), start ztdesk in a desktop session "
            "or use its command line: ztdesk --help"
        )
    lacking = [missing(platform, load) for platform in candidates]
    return None if () in lacking else sentence(lacking[0], which)


def _loads(library: Library, load: Load) -> bool:
    try:
        load(library.soname)
    except OSError:
        return False
    return True


def _open_library(soname: str) -> object:
    import ctypes  # late: 5 ms, and only needed for what the loader's cache does not list

    return ctypes.CDLL(soname)


def _in_loader_cache(wanted: Iterable[Library]) -> frozenset[str]:
    """Which sonames the dynamic loader's cache lists with a file that is there: far faster than loading them."""
    try:
        cache = _CACHE.read_bytes()
    except OSError:  # musl, NixOS and others keep none: then every library is really loaded
        return frozenset()
    return frozenset(library.soname for library in wanted if _is_listed(library.soname, cache))


def _is_listed(soname: str, cache: bytes) -> bool:
    ending = f"/{soname}\0".encode()
    at = cache.find(ending)
    while at >= 0:
        path = cache[cache.rfind(b"\0", 0, at) + 1 : at + len(ending) - 1]
        if os.path.isfile(path):  # noqa: PTH113  # as bytes, just as the cache has it
            return True
        at = cache.find(ending, at + 1)
    return False
