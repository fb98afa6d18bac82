"""Delivery notes as they come: plain lists, tables with any columns beside the numbers, the portal's own files."""

from pathlib import Path

import pytest

from ztdesk.domain.delivery_note import NoteFile
from ztdesk.domain.errors import UsageError
from ztdesk.station.note_file import read_note

ONE, TWO, THREE = "001010120000003", "001010120000011", "001010120000029"


def note(folder: Path, content: str) -> NoteFile:
    file = folder / "note.csv"
    file.write_text(content, encoding="utf-8")
    return read_note(file)


@pytest.mark.parametrize(
    ("content", "numbers"),
    [
        (f"{ONE}\n{TWO}\n", [(ONE,), (TWO,)]),
        (f"IMEI\n{ONE}\n\n# a remark\n{TWO}\n", [(ONE,), (TWO,)]),
        ("Serial Number\nR5CT10ABCDE\nR5CT10ABCDF\n", [("R5CT10ABCDE",), ("R5CT10ABCDF",)]),
        (f"Pos;Article;IMEI 1;IMEI 2;S/N\n1;Phone;{ONE};{TWO};R5CT10ABCDE\n", [(ONE, TWO, "R5CT10ABCDE")]),
        (f'imei,qty\n="{ONE}",1\n00-101012-000001-1,1\n', [(ONE,), (TWO,)]),
        (f"modemtype,modemid,profiletype,owner\nIMEI,{ONE},ZERO_TOUCH,1700000042\n", [(ONE,)]),
        (
            "serial,model,manufacturer,profiletype,owner\nR5CT10ABCDE,SM-X200,samsung,ZERO_TOUCH,1700000042\n",
            [("R5CT10ABCDE",)],
        ),
        (f"R5CT10ABCDE\n{ONE}\n", [("R5CT10ABCDE",), (ONE,)]),
    ],
)
def test_every_common_form_is_read(tmp_path: Path, content: str, numbers: list[tuple[str, ...]]) -> None:
    found = note(tmp_path, content)
    assert [line.numbers for line in found.lines] == numbers
    assert found.bad == ()


def test_bad_lines_are_told_one_by_one_and_keep_no_good_one_out(tmp_path: Path) -> None:
    content = f"imei,imei2\n{ONE},\n001010120000004,\n3.58E+14,\n,\n{TWO},{ONE}\n{THREE},{TWO}\n{ONE} {TWO},\n"
    found = note(tmp_path, content)
    assert [(line.line, line.numbers) for line in found.lines] == [(2, (ONE,)), (7, (THREE, TWO))]
    assert [(bad.line, bad.reason.english()[:22]) for bad in found.bad] == [
        (3, "The check digit of thi"),
        (4, "A spreadsheet rounded "),
        (6, "The same device is nam"),
        (8, "There is more than one"),
    ]
    assert found.bad_count == 4


@pytest.mark.parametrize(
    ("content", "title"),
    [("", "The file is empty"), ("imei\n", "No device in the file"), ("a,b\n1,2\n", "No column of numbers")],
)
def test_what_is_no_note_is_refused_as_a_whole(tmp_path: Path, content: str, title: str) -> None:
    with pytest.raises(UsageError) as caught:
        note(tmp_path, content)
    assert caught.value.title.english() == title
