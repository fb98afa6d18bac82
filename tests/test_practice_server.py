"""The practice service as a process: what it prints, how it ends, and what it says when it cannot start."""

import json
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.practice_service import practice_as_child, practice_in_process, reseller_client
from ztdesk.practice.faults import Fault
from ztdesk.practice.operations import Tempo
from ztdesk.practice.options import PracticeOptions, options_from
from ztdesk.practice.records import PARTNER_ID
from ztdesk.practice.server import KEY_FILE, WORLD_FILE, CannotStart, PracticeServer, main


def test_prints_its_url_its_key_and_its_control_port_and_ends_with_its_parent(tmp_path: Path) -> None:
    data = tmp_path / "Übung 日本"
    with practice_as_child(data, "--fault", "slow=0.01") as child:
        assert child.url.startswith("http://127.0.0.1:")
        assert child.key_file == data / KEY_FILE
        assert json.loads(child.key_file.read_text(encoding="utf-8"))["token_uri"] == f"{child.url}/token"
        assert child.control.faults() == (Fault("slow", 0.01),)
        client = reseller_client(child)
        assert client.partners().customers().list(partnerId=PARTNER_ID).execute()["totalSize"] == 11
        client.close()
        assert child.stop() == 0
    assert (data / WORLD_FILE).exists()


def test_a_port_in_use_is_one_sentence_and_status_3(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        assert main(["--data", str(tmp_path), "--port", port]) == 3
    out, err = capsys.readouterr()
    assert (out, err.count("\n"), port in err) == ("", 1, True)


def test_a_folder_in_use_is_refused(tmp_path: Path) -> None:
    with practice_in_process(tmp_path) as running, pytest.raises(CannotStart, match="Another practice service"):
        PracticeServer(PracticeOptions(data=running.key_file.parent)).start()


def test_a_folder_that_cannot_be_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(CannotStart):
        PracticeServer(PracticeOptions(data=tmp_path / "file")).start()


def test_a_damaged_world_and_key_are_said_and_can_be_got_over(tmp_path: Path) -> None:
    with practice_in_process(tmp_path):
        pass
    (tmp_path / WORLD_FILE).write_text("nonsense\n", encoding="utf-8")
    with pytest.raises(CannotStart, match="--reset"):
        PracticeServer(PracticeOptions(data=tmp_path)).start()
    with PracticeServer(PracticeOptions(data=tmp_path, reset=True)) as server:
        assert server.url
    (tmp_path / KEY_FILE).write_text("{}", encoding="utf-8")
    with pytest.raises(CannotStart):
        PracticeServer(PracticeOptions(data=tmp_path)).start()


def test_a_kept_world_keeps_its_size(tmp_path: Path) -> None:
    with practice_in_process(tmp_path, customers=2):
        pass
    with practice_in_process(tmp_path) as running:
        client = reseller_client(running)
        assert client.partners().customers().list(partnerId=PARTNER_ID).execute()["totalSize"] == 13
        client.close()
    with pytest.raises(CannotStart, match="another size needs --reset"):
        PracticeServer(PracticeOptions(data=tmp_path, customers=3)).start()


def test_an_unknown_fault_is_wrong_usage(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--data", str(tmp_path), "--fault", "flood"]) == 2
    assert capsys.readouterr().err.startswith("ztdesk: There is no fault 'flood'")


@pytest.mark.parametrize("arguments", [["--port", "70000"], ["--pending", "-1"], ["--devices-per-second", "0"]])
def test_options_out_of_range_are_wrong_usage(tmp_path: Path, arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["--data", str(tmp_path), *arguments])
    assert caught.value.code == 2


def test_reads_all_options(tmp_path: Path) -> None:
    asked = options_from(
        [
            *("--data", str(tmp_path), "--port", "5", "--customers", "1", "--devices", "2", "--pending", "0"),
            *("--devices-per-second", "9", "--finishing", "0.5", "--token-lifetime", "60"),
            *("--reset", "--exit-with-parent"),
        ]
    )
    assert asked.exit_with_parent
    assert asked.options == PracticeOptions(tmp_path, 5, 1, 2, Tempo(0, 9, 0.5), 60, reset=True)


@pytest.mark.skipif(sys.platform == "win32", reason="a process cannot be sent Ctrl+C alone there")
def test_ctrl_c_ends_it_cleanly(tmp_path: Path) -> None:
    import signal

    with practice_as_child(tmp_path) as child:
        child.process.send_signal(signal.SIGINT)
        _out, err = child.process.communicate(timeout=30)
        assert (child.process.returncode, err) == (0, "")


def test_leaves_no_log_behind(tmp_path: Path) -> None:
    with practice_as_child(tmp_path) as child:
        client = reseller_client(child)
        client.partners().customers().list(partnerId=PARTNER_ID).execute()
        client.close()
        child.control.switch_on("drop-after")
        assert child.process.stdin is not None
        out, err = child.process.communicate(timeout=30)
        assert (out, err) == ("", "")


def test_imports_no_qt(tmp_path: Path) -> None:
    code = "import sys, ztdesk.practice.server; print([m for m in sys.modules if m.startswith('PySide6')])"
    root = Path(__file__).resolve().parent.parent
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
