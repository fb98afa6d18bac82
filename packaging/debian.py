"""Packages of Debian and its relatives: installs them where we may, and says nothing where we may not.

Refuses to know which packages are wanted and what for.
"""

import os
import shutil
import subprocess
from collections.abc import Callable, Mapping, Sequence

Which = Callable[[str], str | None]
_UPDATE_TIMEOUT_S = 300
_INSTALL_TIMEOUT_S = 900


def programs_lacking(packages: Mapping[str, str], which: Which = shutil.which) -> list[str]:
    """The packages of those programs that are not on the path; `packages` maps program -> package."""
    return [package for program, package in packages.items() if not which(program)]


def install(packages: Sequence[str]) -> bool:
    """Install `packages` with apt-get, as root or through a sudo that asks nothing. False where that cannot be."""
    apt_get = _apt_get()
    if apt_get is None:
        return False
    print(f"Installing system packages: {' '.join(packages)} ...", flush=True)
    # The lists may be missing or stale on a fresh machine; when they cannot be had, installing says so itself.
    _quietly([*apt_get, "update"], timeout_s=_UPDATE_TIMEOUT_S)
    return _quietly([*apt_get, "install", "-y", "--no-install-recommends", *packages], timeout_s=_INSTALL_TIMEOUT_S)


def _apt_get() -> list[str] | None:
    """The command that may install, or None."""
    if not shutil.which("apt-get"):
        return None
    geteuid: Callable[[], int] | None = getattr(os, "geteuid", None)  # Windows has none
    if geteuid is not None and geteuid() == 0:
        return ["apt-get", "-q"]
    if shutil.which("sudo") and _quietly(["sudo", "-n", "true"], timeout_s=10):
        return ["sudo", "-n", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q"]
    return None


def _quietly(command: Sequence[str], *, timeout_s: int) -> bool:
    try:
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
            timeout=timeout_s,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
