from pathlib import Path

import pytest

from ztdesk.domain.errors import UsageError
from ztdesk.settings import GOOGLE_ENDPOINT, Settings, check_endpoint, check_partner_id, load_settings, save_settings


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "ztdesk.toml"


def test_no_file_means_all_defaults(file: Path) -> None:
    settings = load_settings(file)
    assert settings == Settings()
    assert settings.api_endpoint == GOOGLE_ENDPOINT
    assert not settings.has_account
    assert not settings.is_local


def test_what_is_saved_is_read_again(file: Path) -> None:
    given = {
        "partner_id": "1100000001",
        "service_account_file": r"C:\Program Files\ztdesk\key \"ä\".json",
        "station_name": "Bench 3",
        "serial_ports": ("COM4", "auto"),
        "baud_rate": 115_200,
        "byte_size": 7,
        "parity": "even",
        "stop_bits": 2.0,
        "suffix": "crlf",
        "quiet_gap_ms": 80.0,
        "grace_s": 12.5,
        "in_flight": 2,
        "reduced_motion": True,
        "flash_window": True,
        "speak_digits": True,
        "confirm_after_min": 0.0,
    }
    save_settings(file, given)
    settings = load_settings(file)
    assert {name: getattr(settings, name) for name in given} == given
    assert settings.has_account


def test_a_serial_port_is_9600_8n1_and_learns_its_suffix_unless_told_otherwise(file: Path) -> None:
    file.write_text('[scanner]\nserial_ports = ["COM4"]\nstop_bits = 1\n', encoding="utf-8")
    settings = load_settings(file)
    assert (settings.baud_rate, settings.byte_size, settings.parity, settings.stop_bits) == (9600, 8, "none", 1.0)
    assert settings.suffix == "auto"


def test_saving_keeps_comments_and_keys_it_does_not_know(file: Path) -> None:
    file.write_text('# mine\n[account]\npartner_id = "1" # old\nfuture = 7\n[other]\nx = 1\n', encoding="utf-8")
    save_settings(file, {"partner_id": "22", "station_name": "B"})
    written = file.read_text(encoding="utf-8")
    assert "# mine" in written
    assert "future = 7" in written
    assert "[other]" in written
    assert load_settings(file).partner_id == "22"
    assert [path.name for path in file.parent.iterdir()] == ["ztdesk.toml"]


def test_a_byte_order_mark_and_crlf_are_read(file: Path) -> None:
    file.write_bytes(b'\xef\xbb\xbf[station]\r\nname = "B"\r\n')
    assert load_settings(file).station_name == "B"


@pytest.mark.parametrize(
    "content",
    [
        "[account",
        "account = 5",
        "[account]\npartner_id = 1100000001",
        '[account]\npartner_id = "11a"',
        '[account]\npartner_id = "\u0661"',
        '[account]\napi_endpoint = "http://example.com"',
        '[scanner]\nserial_ports = "COM4"',
        "[scanner]\nserial_ports = [1]",
        "[scanner]\nbaud_rate = 9600.5",
        "[scanner]\nbaud_rate = 0",
        "[scanner]\nbyte_size = 9",
        "[scanner]\nstop_bits = 3",
        "[scanner]\nstop_bits = true",
        '[scanner]\nparity = "E"',
        '[scanner]\nsuffix = "\\r"',
        "[scanner]\nquiet_gap_ms = 1000",
        "[sync]\ngrace_s = true",
        "[sync]\ngrace_s = -1",
        "[sync]\ngrace_s = nan",
        "[sync]\npoll_longest_s = inf",
        "[sync]\nin_flight = 0",
        "[sync]\nin_flight = 2.5",
        '[window]\nappearance = "pink"',
        "[window]\nreduced_motion = 1",
    ],
)
def test_what_cannot_be_used_is_said_and_can_neither_be_read_nor_saved_over(file: Path, content: str) -> None:
    file.write_text(content, encoding="utf-8")
    with pytest.raises(UsageError) as caught:
        load_settings(file)
    assert caught.value.hint.english()
    with pytest.raises(UsageError):
        save_settings(file, {"station_name": "B"})
    assert file.read_text(encoding="utf-8") == content


def test_a_file_of_other_bytes_and_a_folder_in_its_place_are_said(tmp_path: Path) -> None:
    file = tmp_path / "ztdesk.toml"
    file.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(UsageError, match="cannot be read"):
        load_settings(file)
    with pytest.raises(UsageError, match="cannot be read"):
        load_settings(tmp_path)


@pytest.mark.parametrize(
    ("field", "value"), [("partner_id", "abc"), ("in_flight", 99), ("api_endpoint", "http://x"), ("serial_ports", "C")]
)
def test_a_value_that_could_not_be_read_again_is_never_saved(file: Path, field: str, value: object) -> None:
    with pytest.raises(UsageError):
        save_settings(file, {field: value})
    assert not file.exists()


@pytest.mark.parametrize(
    "url",
    [
        "http://example.com",
        "ftp://127.0.0.1",
        "https://",
        "127.0.0.1:80",
        "http://127.0.0.1.example.com",
        "http://localhost@example.com",
        "https://me:secret@example.com",
        "https://example.com/?a=b",
        "https://example.com:99999",
        "https://example.com:port",
        "http://[::1",
        "",
    ],
)
def test_an_endpoint_that_would_send_tokens_in_the_open_or_is_none_is_refused(url: str) -> None:
    with pytest.raises(UsageError):
        check_endpoint(url)


@pytest.mark.parametrize(
    "url", ["https://example.com", "http://127.0.0.1:8080", "http://[::1]:1", "http://LOCALHOST:1"]
)
def test_https_and_this_pc_are_endpoints_without_a_slash_at_the_end(url: str) -> None:
    assert check_endpoint(url + "/") == url
    assert Settings(api_endpoint=url).is_local == url.startswith("http:")


def test_a_partner_id_is_digits() -> None:
    assert check_partner_id("007") == "007"
    for wrong in ("", " 1", "1.0", "²", "-1"):
        with pytest.raises(UsageError):
            check_partner_id(wrong)
