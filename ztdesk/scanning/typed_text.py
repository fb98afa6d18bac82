"""A run of strokes -> the text it gives on this PC, and the one it gives on a US keyboard. Knows no other layout.

Two things make this more than putting characters in a row: an accent of a dead key changes the letter after it, and with
Alt held several digits of the keypad are one character.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ztdesk.scanning.strokes import Stroke

LITERAL = 0xE200
"""Added to an ASCII character of `pressed` that is no place on a keyboard, so that no layout is applied to it."""

_LARGEST = 0x10FFFF


@dataclass(frozen=True, slots=True)
class Typed:
    """One run of strokes, told three ways.

    `text` is what a field would show; `marked` the same with accents of dead keys by themselves; `pressed` what the keys
    give on a US keyboard (see `layout.US`), empty when no place is known. `by_alt` says that characters came as numbers.
    """

    text: str
    marked: str
    pressed: str
    by_alt: bool


def typed(strokes: Sequence[Stroke]) -> Typed:
    """What these strokes say."""
    if not any(stroke.accent or stroke.alt_digit for stroke in strokes):
        text = "".join([stroke.payload for stroke in strokes])
        if not any(stroke.us_text for stroke in strokes):
            return Typed(text, text, "", by_alt=False)
        pressed = "".join([stroke.us_text or _literal(stroke.payload) for stroke in strokes])
        return Typed(text, text, pressed, by_alt=False)
    pieces = tuple(_pieces(strokes))
    knows_places = any(stroke.us_text for stroke in strokes)
    return Typed(
        text="".join(piece[0] for piece in pieces),
        marked="".join(piece[1] for piece in pieces),
        pressed="".join(piece[2] for piece in pieces) if knows_places else "",
        by_alt=any(stroke.alt_digit for stroke in strokes),
    )


def _pieces(strokes: Sequence[Stroke]) -> Iterator[tuple[str, str, str]]:
    """Text, marked and pressed of one character after the other."""
    index = 0
    while index < len(strokes):
        stroke = strokes[index]
        if stroke.alt_digit:
            end = _end_of_number(strokes, index)
            char = _numbered("".join(one.alt_digit for one in strokes[index:end]))
            yield char, char, _literal(char)
            # The window system may hand in the very character besides; it is not a key of its own.
            index = end + 1 if end < len(strokes) and char and _is_echo(strokes[end], char) else end
        elif stroke.accent and not stroke.text:
            yield "", stroke.accent, stroke.us_text
            index += 1
            if index < len(strokes) and not strokes[index].alt_digit:
                after = strokes[index]
                marked = _without(stroke.accent, after.payload)
                yield after.payload, marked, after.us_text or _literal(marked)
                index += 1
                if index < len(strokes) and _is_rest(strokes[index], after):
                    yield strokes[index].payload, strokes[index].payload, ""
                    index += 1
        else:
            yield stroke.payload, stroke.payload, stroke.us_text or _literal(stroke.payload)
            index += 1


def _end_of_number(strokes: Sequence[Stroke], start: int) -> int:
    end = start + 1
    while end < len(strokes) and strokes[end].alt_digit and not strokes[end].starts_alt:
        end += 1
    return end


def _numbered(digits: str) -> str:
    """The character of a number keyed with Alt: with a leading zero of Windows' code page, else of the old IBM one."""
    number = int(digits)
    if number < 0x80 or number > 0xFF:
        return chr(number) if number <= _LARGEST and not 0xD800 <= number <= 0xDFFF else ""
    return bytes([number]).decode("cp1252" if digits.startswith("0") else "cp437", errors="replace")


def _is_echo(stroke: Stroke, char: str) -> bool:
    return stroke.text == char and not stroke.us_text and not stroke.alt_digit


def _is_rest(stroke: Stroke, before: Stroke) -> bool:
    """The second half of what an accent and a character that takes none give: Windows reports it as a key of its own."""
    return stroke.key == 0 and stroke.scan_code == before.scan_code and bool(stroke.text)


def _without(accent: str, text: str) -> str:
    if text == accent:  # the character itself comes right after, by itself
        return ""
    bare = text[1:] if len(text) > 1 and text.startswith(accent) else text
    return unicodedata.normalize("NFD", bare)[:1] if len(bare) == 1 else bare


def _literal(text: str) -> str:
    return "".join([chr(LITERAL + ord(char)) if " " <= char <= "~" else char for char in text])
