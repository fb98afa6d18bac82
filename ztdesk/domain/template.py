"""A maker's own format of several fields, learned once: which field is the IMEI, which the serial number.

Knows shapes, not makers. A learned field still has to pass its own check digit; a payload of another shape is none of
the template's business.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass

from ztdesk.domain.bare import MOST_FIELDS, read_bare
from ztdesk.domain.digits import is_digits
from ztdesk.domain.json_text import is_json
from ztdesk.domain.json_text import pairs_of as pairs_of_json
from ztdesk.domain.names import Name, named, read_named
from ztdesk.domain.reading import Kind, Reading, Rule
from ztdesk.domain.symbology import received
from ztdesk.domain.web_address import is_address
from ztdesk.domain.web_address import pairs_of as pairs_of_address

JSON = "json"
ADDRESS = "address"
_LINES = re.compile(r"[\r\n]+")
_SEPARATORS = ("\x1e", "\x1d", "\n", "\t", ";", "|", ",", "#", "*", "~", "^", "$", "!", "&", "_", "/", " ", "-", ":")
_MAPPABLE = frozenset(Kind) - {Kind.COMMAND, Kind.AMBIGUOUS, Kind.UNKNOWN}
_NAMED = frozenset({Rule.IMEI_CHECKED, Rule.SERIAL_NAMED, Rule.MODEL_NAMED, Rule.NAMED})
_SHAPES = _EMPTY, _PHONE, _NUMBER, _TEXT = "e", "i", "n", "t"
_VERSION = 1


@dataclass(frozen=True, slots=True)
class Template:
    """What each field of a payload of one shape is.

    `separator` is the text between the fields, a line break as "\\n", or `JSON` or `ADDRESS` where values have names there.
    `fields` has a kind a field, None for one that is left out; of two IMEIs the first is IMEI1. `shape` has a letter a
    field as it was learned: e empty, i an IMEI, n a number, t anything else.
    """

    name: str
    separator: str
    fields: tuple[Kind | None, ...]
    shape: str

    def matches(self, payload: str) -> bool:
        """Whether a payload has this shape: as many fields, those that are mapped filled, and IMEIs where they were.

        A field that was no IMEI when the template was learned and now is one is too much of a difference: leaving it out
        might lose a phone.
        """
        return self._fitting(received(payload)[1]) is not None

    def read(self, text: str) -> tuple[Reading, ...] | None:
        """The readings of the mapped fields; None when the text, without what scanners put around it, has another shape."""
        values = self._fitting(text)
        if values is None:
            return None
        readings: list[Reading] = []
        slots = iter((1, 2)) if self.fields.count(Kind.IMEI) == 2 else iter(())
        for kind, value in zip(self.fields, values, strict=True):
            if kind is not None:
                name = Name(kind, next(slots, None) if kind is Kind.IMEI else None)
                readings.extend(_as_learned(one) for one in read_named(name, value))
        return tuple(readings)

    def to_line(self) -> str:
        """The template as one line of JSON."""
        fields = [kind.value if kind else None for kind in self.fields]
        told = {"version": _VERSION, "name": self.name, "separator": self.separator, "fields": fields}
        return json.dumps(told | {"shape": self.shape}, ensure_ascii=True)

    @classmethod
    def from_line(cls, line: str) -> "Template":
        """The template of a line that `to_line` wrote. Raises ValueError for anything else."""
        try:
            told = json.loads(line)
            fields = tuple(None if kind is None else Kind(kind) for kind in told["fields"])
            template = cls(str(told["name"]), str(told["separator"]), fields, str(told["shape"]))
            is_ours = told["version"] == _VERSION
        except (ValueError, KeyError, TypeError, RecursionError) as error:
            raise ValueError(f"no template: {line[:80]!r}") from error
        is_shaped = len(template.shape) == len(fields) and set(template.shape) <= set(_SHAPES)
        if not (is_ours and is_shaped and template.separator and _is_mapping(fields)):
            raise ValueError(f"no template: {line[:80]!r}")
        return template

    def _fitting(self, text: str) -> tuple[str, ...] | None:
        values = _values(text, self.separator, len(self.fields))
        if values is None or len(values) != len(self.fields):
            return None
        fit = all(map(_fits, self.fields, self.shape, values))
        return values if fit else None


def learn(payload: str, mapping: Mapping[int, Kind], name: str = "") -> Template:
    """The template of payloads like this one, whose field at each place of `mapping`, counted from 0, is of that kind.

    Raises ValueError when the payload has no fields, a place is not among them, or nothing that can be mapped is.
    """
    text = received(payload)[1]
    separator = _separator_of(text)
    values = _values(text, separator, MOST_FIELDS) if separator else None
    if values is None or not all(0 <= place < len(values) for place in mapping):
        raise ValueError("a payload without these fields")
    fields = tuple(mapping.get(place) for place in range(len(values)))
    if not _is_mapping(fields):
        raise ValueError("nothing that a device or a box is known by")
    return Template(name, separator, fields, "".join(map(_letter, values)))


def split(payload: str) -> tuple[str, ...]:
    """The fields of a payload as they are shown for mapping, empty ones too; one field when nothing separates them."""
    text = received(payload)[1]
    separator = _separator_of(text)
    values = _pieces(text, separator, MOST_FIELDS) if separator else None
    return (text,) if values is None else values


def _separator_of(text: str) -> str:
    if is_address(text) and len(pairs_of_address(text)) > 1:
        return ADDRESS
    if is_json(text):
        pairs = pairs_of_json(text)
        if pairs is not None and len(pairs) > 1:
            return JSON
    lines = _LINES.sub("\n", text)
    return next((one for one in _SEPARATORS if one in lines), "")


def _pieces(text: str, separator: str, most: int) -> tuple[str, ...] | None:
    pairs: tuple[tuple[str, str], ...] | None
    match separator:
        case "json":
            pairs = pairs_of_json(text) if is_json(text) else None
        case "address":
            pairs = pairs_of_address(text) if is_address(text) else None
        case _:
            lines = _LINES.sub("\n", text)
            if not 0 < lines.count(separator) < most:
                return None
            return tuple(piece.strip() for piece in lines.split(separator))
    return None if pairs is None or len(pairs) > most else tuple(f"{name}={value}" for name, value in pairs)


def _values(text: str, separator: str, most: int) -> tuple[str, ...] | None:
    """The fields without names and quotes."""
    pieces = _pieces(text, separator, most)
    return None if pieces is None else tuple(map(_value, pieces))


def _value(piece: str) -> str:
    found = named(piece.lstrip("="))
    return (piece if found is None else found.value).strip(" \"'=")


def _letter(value: str) -> str:
    if not value:
        return _EMPTY
    reading = read_bare(value)
    if reading.kind is Kind.IMEI:
        return _PHONE
    return _NUMBER if is_digits(value) else _TEXT


def _fits(kind: Kind | None, letter: str, value: str) -> bool:
    now = _letter(value)
    match kind:
        case None:
            return (now == _PHONE) == (letter == _PHONE)
        case Kind.IMEI:
            return now == _PHONE or (now == _NUMBER and len(value) == 15)
        case _:
            return now != _EMPTY and (now == _PHONE) == (letter == _PHONE)


def _is_mapping(fields: tuple[Kind | None, ...]) -> bool:
    mapped = {kind for kind in fields if kind is not None}
    return 1 < len(fields) <= MOST_FIELDS and bool(mapped) and mapped <= _MAPPABLE


def _as_learned(reading: Reading) -> Reading:
    if reading.rule in _NAMED:
        return Reading(reading.kind, reading.value, Rule.TEMPLATE, certain=True, slot=reading.slot)
    return reading
