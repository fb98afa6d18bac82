"""What a keyboard scanner typed -> what stood on the label, whatever layouts scanner and PC are set to. Pure functions.

A scanner sends places of keys, those of the layout it is set to; the PC turns places into characters of its own layout.
Both ways of decoding go over what the keys give on a US keyboard. Refuses to know which decoding is right.
"""

from collections.abc import Iterator

from ztdesk.domain.text import Text, text
from ztdesk.scanning.layout_tables import EXTRA, LAYOUTS, NONE, OTHERS, US, Layout
from ztdesk.scanning.typed_text import LITERAL, Typed

AS_TYPED = ""
BY_NUMBERS = "alt"
CAPS_LOCK = "caps"
_BY_PLACE = "keys:"
_TO = ">"
_UNKNOWN = "\ufffd"
_LITERALS = {LITERAL + code: code for code in range(0x20, 0x7F)}
_TWINS = {"fr": ("be",), "be": ("fr",), "se": ("no", "dk"), "no": ("se", "dk"), "dk": ("se", "no")} | {
    "ch-de": ("ch-fr",),
    "ch-fr": ("ch-de",),
}


class _Reverse(dict[int, str]):
    """A translation that turns a character this keyboard does not give into the sign for unknown."""

    def __missing__(self, code: int) -> str:
        return chr(code) if code <= 0x20 or code == 0x7F else _UNKNOWN


def _from_us(layout: Layout) -> dict[int, str | int]:
    pairs = zip(US.plain + US.shifted, layout.plain + layout.shifted, strict=True)
    given = {ord(us): _UNKNOWN if char == NONE else char for us, char in pairs}
    if layout is US:  # some makers' US tables use the extra key for the backslash, as Windows does
        given |= {ord(EXTRA[0]): "\\", ord(EXTRA[1]): "|"}
    return given | _LITERALS


def _to_us(layout: Layout) -> _Reverse:
    pairs = zip(layout.plain + layout.shifted, US.plain + US.shifted, strict=True)
    return _Reverse({ord(char): us for char, us in pairs if char != NONE})


_FROM_US = {name: _from_us(layout) for name, layout in LAYOUTS.items()}
_TO_US = {name: _to_us(layout) for name, layout in LAYOUTS.items()}


def by_place(scanner: str = US.name) -> str:
    """The name of the decoding by places of keys, for a scanner set to this layout."""
    return _BY_PLACE + scanner


def by_text(pc: str, scanner: str = US.name) -> str:
    """The name of the decoding of what a PC of one layout made of a scanner set to another."""
    return f"{pc}{_TO}{scanner}"


def is_decoding(name: str) -> bool:
    """Whether `decoded` knows this name."""
    if name.startswith(_BY_PLACE):
        return name.removeprefix(_BY_PLACE) in LAYOUTS
    pc, _, scanner = name.partition(_TO)
    return name in {AS_TYPED, CAPS_LOCK} or (pc in LAYOUTS and scanner in LAYOUTS)


def decoded(name: str, said: Typed) -> str | None:
    """What stood on the label if this decoding is right; None where it cannot be. Raises KeyError for no name of one."""
    if name == AS_TYPED:
        return said.text
    if name == CAPS_LOCK:
        return said.text.swapcase()
    if name.startswith(_BY_PLACE):
        answer = said.pressed.translate(_FROM_US[name.removeprefix(_BY_PLACE)])
        return answer if answer and _UNKNOWN not in answer else None
    pc, _, scanner = name.partition(_TO)
    return _between(said.marked, pc, scanner)


def candidates(said: Typed) -> Iterator[str]:
    """Names of decodings worth a try, the likeliest first: a scanner from the factory is set to US English.

    Where places are known they tell more than the text. Where they are not, one of scanner and PC is taken to be US.
    """
    if said.pressed:
        yield from (by_place(name) for name in LAYOUTS)
        return
    yield from (by_text(layout.name) for layout in OTHERS)
    yield from (by_text(US.name, layout.name) for layout in OTHERS)
    yield CAPS_LOCK


def twins(name: str) -> Iterator[str]:
    """Decodings that digits alone cannot tell from this one."""
    pc, to, scanner = name.partition(_TO)
    if to:
        yield from (by_text(twin, scanner) for twin in _TWINS.get(pc, ()))


def described(name: str) -> Text:
    """A decoding in a few words, for people who look at a single scan."""
    if name == AS_TYPED:
        return text("nothing: taken as it came")
    if name == BY_NUMBERS:
        return text("characters sent as numbers with Alt")
    if name == CAPS_LOCK:
        return text("Caps Lock undone")
    if name.startswith(_BY_PLACE):
        return text("the places of the keys; scanner set to {layout}", layout=_country(name.removeprefix(_BY_PLACE)))
    pc, _, scanner = name.partition(_TO)
    return text("the characters; PC set to {pc}, scanner to {layout}", pc=_country(pc), layout=_country(scanner))


def put_right(name: str) -> Text:
    """How codes are put right by a decoding, as a sentence for people."""
    if name.startswith(_BY_PLACE):
        layout = _country(name.removeprefix(_BY_PLACE))
        return text("Codes are put right by the places of the keys: the scanner is set to {layout}.", layout=layout)
    pc, to, scanner = name.partition(_TO)
    if not to:
        return text("Codes are put right.")
    return text(
        "Codes are put right by their characters: the PC is set to {pc}, the scanner to {layout}.",
        pc=_country(pc),
        layout=_country(scanner),
    )


def _country(name: str) -> Text | str:
    layout = LAYOUTS.get(name)
    return name if layout is None else layout.country


def _between(marked: str, pc: str, scanner: str) -> str | None:
    pressed = marked.translate(_TO_US[pc])
    if _UNKNOWN in pressed:
        return None
    answer = pressed.translate(_FROM_US[scanner])
    return None if _UNKNOWN in answer else answer
