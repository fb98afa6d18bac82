"""What the build script knows by itself; the program it builds is checked by running the script."""

import tomllib
from pathlib import Path

from stdnum import imei

from tests.packaging_scripts import build, built_program


def test_practice_devices_are_valid_and_different() -> None:
    devices = [built_program.practice_imei(number) for number in range(1, built_program.DEVICES + 1)]
    assert len(set(devices)) == built_program.DEVICES
    for device in devices:
        assert imei.validate(device) == device
        assert device.startswith("00101012")


def test_what_only_tests_import_is_not_asked_of_users() -> None:
    project = tomllib.loads((build.CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    named = [line.partition(">")[0] for line in project["dependencies"]]
    sources = [file.read_text(encoding="utf-8") for file in (build.CHECKOUT / "ztdesk").rglob("*.py")]
    assert not any("google_auth_httplib2" in source for source in sources)
    assert "google-auth-httplib2" not in named
    assert any(line.startswith("google-auth-httplib2") for line in project["optional-dependencies"]["dev"])


def test_the_size_counts_every_file_once(tmp_path: Path) -> None:
    (tmp_path / "lib").mkdir()
    (tmp_path / "lib" / "a").write_bytes(b"12345")
    (tmp_path / "b").write_bytes(b"123")
    assert build.size_bytes(tmp_path) == 8


def test_the_spec_leaves_out_what_a_program_of_widgets_never_loads() -> None:
    """The filter of the spec, taken out of it and asked."""
    source = (build.CHECKOUT / "packaging" / "ztdesk.spec").read_text(encoding="utf-8")
    start, end = source.index("THE_API"), source.index("analysis = Analysis")
    names: dict[str, object] = {}
    exec("from pathlib import PurePosixPath\n" + source[start:end], names)  # the spec is no module
    needed = names["needed"]
    assert callable(needed)
    documents = "googleapiclient/discovery_cache/documents"
    assert needed((f"{documents}/androiddeviceprovisioning.v1.json", "", "DATA"))
    assert not needed((f"{documents}/drive.v3.json", "", "DATA"))
    assert needed(("PySide6/Qt/plugins/platforms/libqxcb.so", "", "BINARY"))
    assert not needed(("PySide6/Qt/plugins/multimedia/libffmpegmediaplugin.so", "", "BINARY"))
    assert not needed(("PySide6\\plugins\\multimedia\\ffmpegmediaplugin.dll", "", "BINARY"))
    assert not needed(("PySide6/Qt6Quick.dll", "", "BINARY"))
    assert not needed(("PySide6/Qt/translations/qtbase_de.qm", "", "DATA"))
    assert needed(("resources/translations/ztdesk_en.qm", "", "DATA"))
