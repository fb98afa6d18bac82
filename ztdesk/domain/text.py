"""Sentences for people, kept as marked source text with named parameters and translated at the edge.

This module refuses to know who translates: the window gives a Qt translator, the command line none (plain English).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

Translate = Callable[[str, int], str]
Group = Callable[[int], str]
_NOTHING: Mapping[str, object] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Amount:
    """A parameter that counts things: large ones are shown in groups of digits, as ids never are."""

    value: int


@dataclass(frozen=True, slots=True)
class Text:
    """One sentence: `source` is English with `{named}` parameters; with `count`, `one` is its singular in English.

    Parameters may themselves be `Text`. They are put in after translation, so what a customer is called or what a
    barcode says can never act as a format.
    """

    source: str
    params: Mapping[str, object] = field(default_factory=lambda: _NOTHING, hash=False)
    count: int = -1
    one: str = ""

    def english(self) -> str:
        """The sentence in plain English, for the command line and logs."""
        return self.render(lambda source, _count: source)

    def render(self, translate: Translate, group: Group = str) -> str:
        """The sentence in the language of `translate(source, count)`, which answers the source when it knows none.

        `group(number)` writes counts and amounts as that language does.
        """
        sentence = translate(self.source, self.count)
        if sentence == self.source and self.count == 1 and self.one:
            sentence = self.one
        values = {name: _rendered(value, translate, group) for name, value in self.params.items()}
        if self.count >= 0:
            values["count"] = group(self.count)
        return sentence.format_map(values) if values else sentence

    def __str__(self) -> str:
        return self.english()


def _rendered(value: object, translate: Translate, group: Group) -> object:
    if isinstance(value, Text):
        return value.render(translate, group)
    return group(value.value) if isinstance(value, Amount) else value


def text(source: str, **params: object) -> Text:
    """Mark `source` for translation. `text("Held by {name}", name="ACME")`."""
    return Text(source, MappingProxyType(params))


def counted(other: str, one: str, count: int, **params: object) -> Text:
    """Mark a sentence with a plural: `counted("{count} devices", "{count} device", 3)`."""
    return Text(other, MappingProxyType(params), count, one)
