"""Builds the program that runs without Python, dist/ztdesk, and checks it as its users would: by running it.

    python packaging/build.py [--check-only]

On Windows the folder holds ztdesk.exe (the window, without a console) and ztdesk-cli.exe (the command line); elsewhere
ztdesk is both. Refuses to know how the program works inside.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from built_program import BuiltProgram, CheckError

CHECKOUT = Path(__file__).resolve().parent.parent
BUILT = CHECKOUT / "dist" / "ztdesk"


def main(arguments: Sequence[str]) -> int:
    """Build and check. Exit status 1 when either fails."""
    parser = argparse.ArgumentParser(description="Build dist/ztdesk and check it.")
    parser.add_argument("--check-only", action="store_true", help="check what was built before")
    options = parser.parse_args(arguments)
    if not options.check_only and _build() != 0:
        print("PyInstaller failed, see above.", file=sys.stderr)
        return 1
    print(f"{BUILT}: {size_bytes(BUILT) / 1_000_000:.0f} MB", flush=True)
    suffix = ".exe" if os.name == "nt" else ""
    window = BUILT / f"ztdesk{suffix}"
    command_line = BUILT / f"ztdesk-cli{suffix}" if os.name == "nt" else window
    try:
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as scratch:
            BuiltProgram(command_line, window, Path(scratch)).check()
    except CheckError as error:
        print(f"The built program does not work: {error}", file=sys.stderr)
        return 1
    print("The built program works.")
    return 0


def size_bytes(folder: Path) -> int:
    """What all files below `folder` take, links not followed."""
    return sum(path.lstat().st_size for path in folder.rglob("*") if not path.is_dir())


def _build() -> int:
    print("Building with PyInstaller (a few minutes) ...", flush=True)
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
    folders = ["--distpath", str(CHECKOUT / "dist"), "--workpath", str(CHECKOUT / "build")]
    spec = CHECKOUT / "packaging" / "ztdesk.spec"
    return subprocess.run([*command, *folders, str(spec)], cwd=CHECKOUT, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
