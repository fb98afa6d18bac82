import sys
from pathlib import Path

import pytest

from ztdesk.paths import ENVIRONMENT_VARIABLE, DataFolder, data_folder, resource


def test_the_option_wins_over_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(ENVIRONMENT_VARIABLE, str(tmp_path / "variable"))
    assert data_folder(str(tmp_path / "option")).root == tmp_path / "option"
    assert data_folder(None).root == tmp_path / "variable"
    assert data_folder("").root == tmp_path / "variable"


def test_without_either_it_is_the_platforms_own_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(ENVIRONMENT_VARIABLE, "")
    root = data_folder(None).root
    assert root.is_absolute()
    assert root.name == "ztdesk"


def test_a_relative_folder_is_made_absolute_so_that_changing_directory_keeps_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert data_folder("here").root == tmp_path / "here"


def test_a_home_nobody_has_is_a_name_like_any_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert data_folder("~nobody-of-this-name/data").root.is_relative_to(tmp_path.anchor)


def test_practice_lies_apart_so_that_its_rows_never_meet_google(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path)
    practice = folder.practice()
    kept = {"settings_file", "database_file", "logs", "sync_lock"}
    assert practice.root == tmp_path / "practice"
    assert not {getattr(folder, name) for name in kept} & {getattr(practice, name) for name in kept}


def test_a_practice_folder_is_known_for_one_by_whatever_name_it_is_opened(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path)
    folder.create()
    assert not folder.is_for_practice
    assert not DataFolder(tmp_path / "practice").is_for_practice, "the name alone says nothing"
    folder.practice().create()
    folder.practice().create()
    assert DataFolder(tmp_path / "practice").is_for_practice
    assert not folder.is_for_practice


def test_creating_makes_parents_and_does_not_mind_what_is_there(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path / "a" / "b")
    folder.create()
    folder.create()
    assert folder.root.is_dir()


def test_creating_where_a_file_lies_is_an_os_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(OSError, match="file"):
        DataFolder(tmp_path / "file").create()


def test_resources_of_a_frozen_build_lie_where_it_was_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert resource("icons").is_dir()
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert resource("icons") == tmp_path / "resources" / "icons"
