"""The set-up script: what it refuses, what makes it set up again, and that it says everything in one sentence."""

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
import venv
from pathlib import Path

import pytest

from tests.packaging_scripts import bootstrap, debian, environment

CHECKOUT = environment.CHECKOUT
SCRIPT = CHECKOUT / "packaging" / "bootstrap.py"


@pytest.fixture
def filled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> environment.Environment:
    """An environment that was set up with the extra `dev` for this very checkout; pip is not to be called for it again."""
    made = environment.Environment(tmp_path / "venv")
    made.python.parent.mkdir(parents=True)
    made.python.touch()
    made.stamp.write_text(json.dumps({"key": environment.fingerprint(), "extras": ["dev"]}), encoding="utf-8")

    def never(*arguments: object, **options: object) -> None:
        raise AssertionError(f"nothing was to be run, but: {arguments}")

    monkeypatch.setattr(subprocess, "run", never)
    return made


@pytest.mark.parametrize("arguments", [[], ["dance"], ["--help"]])
def test_misuse_shows_the_commands_and_sets_nothing_up(
    arguments: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(environment.Environment, "prepare", lambda *_: pytest.fail("it set up"))
    assert bootstrap.main(arguments) == 2
    assert "practice" in capsys.readouterr().err


def test_an_old_python_is_refused_in_one_sentence() -> None:
    """The very lines at the top, run as an older Python would see them; nothing newer may come before."""
    head, _, rest = SCRIPT.read_text(encoding="utf-8").partition("from collections.abc import")
    assert "import debian" in rest
    old = head.replace("sys.version_info", "(3, 10, 4)")
    done = subprocess.run([sys.executable, "-c", old], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 1
    assert done.stderr.strip() == (
        "ztdesk needs Python 3.11 or newer and this is Python 3.10: install a newer one and call it by its name, "
        "for example python3.11"
    )


def test_nothing_is_done_while_nothing_changed(filled: environment.Environment) -> None:
    filled.prepare(("dev",))
    filled.prepare(())


def test_another_extra_is_installed_on_top(filled: environment.Environment) -> None:
    with pytest.raises(AssertionError, match="nothing was to be run"):
        filled.prepare(("docs",))


def test_a_changed_project_sets_up_again(filled: environment.Environment, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(environment, "fingerprint", lambda: "another")
    with pytest.raises(AssertionError, match="nothing was to be run"):
        filled.prepare(("dev",))


def test_a_damaged_stamp_sets_up_again(filled: environment.Environment) -> None:
    filled.stamp.write_text("{", encoding="utf-8")
    with pytest.raises(AssertionError, match="nothing was to be run"):
        filled.prepare(())


def test_the_fingerprint_follows_the_pinned_versions(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    before = environment.fingerprint()
    assert before == environment.fingerprint()
    changed = tmp_path / "constraints.txt"
    changed.write_text("pytest==1\n", encoding="utf-8")
    monkeypatch.setattr(environment, "_CONSTRAINTS", changed)
    assert environment.fingerprint() != before


def test_a_failing_pip_is_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(environment.Environment, "run", lambda *_, **__: 1)
    monkeypatch.setattr(environment.Environment, "_works", lambda _: True)
    monkeypatch.setattr(bootstrap, "CHECKOUT", tmp_path)
    assert bootstrap.main(["tests"]) == 1
    assert (
        capsys.readouterr().err.strip()
        == "pip could not install what ztdesk needs: see its message above, and start again."
    )
    assert not (tmp_path / ".venv" / "ztdesk-stamp.json").exists()


def test_a_python_without_ensurepip_is_one_sentence(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    monkeypatch.setattr(debian, "install", lambda packages: False)
    with pytest.raises(environment.SetUpError, match=r"^[^\n]*-venv[^\n]*$"):
        environment.Environment(tmp_path / "venv").prepare(())


def test_another_pythons_packages_do_not_shine_through(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = environment.Environment(tmp_path / "venv")
    venv.create(made.folder, with_pip=False, symlinks=os.name != "nt")
    foreign = tmp_path / "foreign"
    foreign.mkdir()
    (foreign / "stranger.py").touch()
    monkeypatch.setenv("PYTHONPATH", str(foreign))
    quiet = "import importlib.util, sys; sys.exit(importlib.util.find_spec('stranger') is not None)"
    assert made.run(["-c", quiet]) == 0


def test_the_pins_are_names_and_versions_only() -> None:
    lines = (CHECKOUT / "packaging" / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = [line for line in lines if not line.startswith("#")]
    assert all(re.fullmatch(r"[a-z0-9-]+==[0-9][0-9a-z.]*", pin) for pin in pins)
    assert pins == sorted(pins)


def test_every_direct_dependency_is_pinned() -> None:
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    named = [re.split(r"[^A-Za-z0-9-]", requirement)[0] for requirement in wanted]
    pins = (CHECKOUT / "packaging" / "constraints.txt").read_text(encoding="utf-8")
    assert len(named) > 15
    for name in named:
        assert f"\n{name.lower()}==" in pins, name


def test_programs_lacking_are_named_by_their_packages() -> None:
    found = {"xdotool": "/usr/bin/xdotool"}
    assert debian.programs_lacking({"Xvfb": "xvfb", "xdotool": "xdotool"}, found.get) == ["xvfb"]


def test_nothing_is_installed_where_we_may_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000, raising=False)
    monkeypatch.setattr(shutil, "which", lambda program: "/usr/bin/apt-get" if program == "apt-get" else None)
    assert debian.install(["libegl1"]) is False


@pytest.mark.skipif(not shutil.which("bash"), reason="needs bash")
def test_one_failed_step_fails_the_whole_run_and_the_others_still_run(tmp_path: Path) -> None:
    """The script that runs everything, with a Python that fails the checks only."""
    fake = tmp_path / "python3"
    fake.write_text('#!/bin/sh\necho "ran $2"\n[ "$2" != checks ]\n', encoding="utf-8", newline="\n")
    fake.chmod(0o755)
    path = f"{tmp_path}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", str(CHECKOUT / ".ci" / "run")],
        env={**os.environ, "PATH": path},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 1
    assert [line for line in done.stdout.splitlines() if line.startswith("ran")] == [
        "ran tests",
        "ran checks",
        "ran benchmarks",
    ]
    assert done.stdout.strip().endswith("Failed: checks")
