"""AIM identifiers, and control characters in every disguise."""

import pytest

from ztdesk.domain.symbology import identified, received, undisguised


@pytest.mark.parametrize(
    ("payload", "name", "is_gs1", "is_product", "rest"),
    [
        ("]C0123", "Code 128", False, False, "123"),
        ("]C1123", "GS1-128", True, False, "123"),
        ("]E0123", "EAN/UPC", False, True, "123"),
        ("]E4123", "EAN/UPC", False, True, "123"),
        ("]d1123", "Data Matrix", False, False, "123"),
        ("]d2123", "GS1 Data Matrix", True, False, "123"),
        ("]Q1123", "QR", False, False, "123"),
        ("]Q3123", "GS1 QR", True, False, "123"),
        ("]A0123", "Code 39", False, False, "123"),
        ("]L2123", "PDF417", False, False, "123"),
        ("]e0123", "GS1 DataBar", True, False, "123"),
        ("]I1123", "ITF", False, True, "123"),
        ("]z1123", "GS1 Aztec", True, False, "123"),
    ],
)
def test_an_identifier_names_the_barcode(payload: str, name: str, is_gs1: bool, is_product: bool, rest: str) -> None:
    symbol, text = identified(payload)
    assert symbol is not None
    assert (symbol.name, symbol.is_gs1, symbol.is_product, text) == (name, is_gs1, is_product, rest)


@pytest.mark.parametrize("payload", ["", "]", "]C", "]9x1", "C0123", "]b012", "[C0"])
def test_what_is_no_identifier_stays(payload: str) -> None:
    assert identified(payload) == (None, payload)


@pytest.mark.parametrize(
    ("disguised", "plain"),
    [
        ("a<GS>b", "a\x1db"),
        ("a{GS}b", "a\x1db"),
        ("a[GS]b", "a\x1db"),
        ("a\\x1db", "a\x1db"),
        ("a\\u001Db", "a\x1db"),
        ("a\u241db", "a\x1db"),
        ("a\uf70bb", "a\x1db"),
        ("a\uf70cb", "a\x1eb"),
        ("a<RS>b<EOT>", "a\x1eb\x04"),
        ("a\u241eb\u2404", "a\x1eb\x04"),
        ("a\\x1Eb\\x04", "a\x1eb\x04"),
        ("a\u241fb\uf70a", "a\x1fb\x1c"),
        ("a<b>c", "a<b>c"),
        ("C:\\dir", "C:\\dir"),
        ("a\\r\\nb\\n", "a\nb\n"),
        ("a<CR>b<TAB>c", "a\nb\tc"),
    ],
)
def test_control_characters_are_recognised_in_disguise(disguised: str, plain: str) -> None:
    assert undisguised(disguised) == plain


def test_what_scanners_put_around_a_code_is_taken_off() -> None:
    symbol, text = received("\x02]C1\u241d8002<GS>\x03\r\n")
    assert symbol is not None
    assert symbol.name == "GS1-128"
    assert text == "\x1d8002"
