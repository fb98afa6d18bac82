"""Colours can be read, mean one thing, and are named in one place."""

import re
from dataclasses import asdict
from pathlib import Path

import pytest

from ztdesk.domain.verdict import VerdictKind
from ztdesk.paths import resource
from ztdesk.ui import tokens as tokens_module
from ztdesk.ui.icons import VERDICT_SHAPE
from ztdesk.ui.tokens import DARK, LIGHT, TONE_OF, Tokens, Tone

BOTH = pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
SHADE = re.compile(r"#[0-9A-Fa-f]{6}\b")


def luminance(color: str) -> float:
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@BOTH
def test_every_token_is_a_colour(tokens: Tokens) -> None:
    assert all(SHADE.fullmatch(color) for color in asdict(tokens).values())


@BOTH
@pytest.mark.parametrize("tone", [Tone.OK, Tone.DUPLICATE, Tone.REFUSED])
def test_verdicts_stand_out_from_their_grounds(tokens: Tokens, tone: Tone) -> None:
    assert contrast(tokens.ink(tone), tokens.ground(tone)) >= 7


@BOTH
@pytest.mark.parametrize("tone", list(TONE_OF.values()))
def test_text_is_read_on_every_verdict_even_while_it_flashes(tokens: Tokens, tone: Tone) -> None:
    assert contrast(tokens.text, tokens.ground(tone)) >= 12
    assert contrast(tokens.text, tokens.flash(tone)) >= 7
    assert contrast(tokens.ink(tone), tokens.flash(tone)) >= 4.5


@BOTH
def test_quiet_text_and_outlines_are_seen(tokens: Tokens) -> None:
    for ground in (tokens.bg, tokens.surface, *(tokens.ground(tone) for tone in Tone)):
        assert contrast(tokens.muted, ground) >= 4.5
    assert contrast(tokens.text, tokens.selection) >= 11
    assert contrast(tokens.on_accent, tokens.accent) >= 4.5
    assert contrast(tokens.accent, tokens.surface) >= 4.5
    assert contrast(tokens.edge, tokens.surface) >= 3
    assert contrast(tokens.on_stripe, tokens.stripe) >= 7


@BOTH
def test_a_flash_differs_from_its_ground(tokens: Tokens) -> None:
    for tone in TONE_OF.values():
        assert tokens.flash(tone) != tokens.ground(tone)


def test_every_verdict_has_a_tone_and_a_shape_of_its_own() -> None:
    assert set(TONE_OF) == set(VerdictKind) == set(VERDICT_SHAPE)
    assert len(set(VERDICT_SHAPE.values())) == len(VerdictKind)


def test_no_other_file_of_the_window_names_a_colour() -> None:
    here = Path(tokens_module.__file__)
    others = [path for path in here.parent.rglob("*.py") if path != here]
    assert others
    assert [path.name for path in others if SHADE.search(path.read_text(encoding="utf-8"))] == []
    assert not SHADE.search(resource("stylesheet.qss").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("scheme", "tokens"), [("light", LIGHT), ("dark", DARK)])
def test_the_pictures_of_the_style_sheet_wear_the_tokens(scheme: str, tokens: Tokens) -> None:
    assert SHADE.findall(resource(f"icons/chevron-{scheme}.svg").read_text("utf-8")) == [tokens.muted]
    assert SHADE.findall(resource(f"icons/tick-{scheme}.svg").read_text("utf-8")) == [tokens.on_accent]
