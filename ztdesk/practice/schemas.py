"""Schemas of a discovery document compiled into fast readers of JSON values.

A reader checks a value and answers it in its canonical form. Knows the document's grammar, not what any schema means.
"""

import datetime
import re
from collections.abc import Callable, Mapping
from typing import Any, Literal

Reader = Callable[[Any], Any]
Direction = Literal["request", "response"]
Oneofs = Mapping[str, tuple[tuple[str, ...], ...]]
_INTEGER = re.compile(r"-?\d{1,19}")


class SchemaMismatch(Exception):
    """A value does not fit its schema. `path` leads to it from the outside in, list positions as `[3]`."""

    def __init__(self, problem: str, *, unknown: str = "") -> None:
        super().__init__(problem)
        self.problem = problem
        self.unknown = unknown
        self.path: list[str] = []

    def where(self) -> str:
        """The path in the form `claims[3].deviceIdentifier`."""
        return ".".join(self.path).replace(".[", "[")


class Schemas:
    """Readers of every schema, compiled when first asked for.

    Towards a request a reader is as tolerant as JSON front-ends of this kind are: an int64 may be text or a number and
    null means unset. Towards a response it is strict, and leaves out members that hold their default.
    """

    def __init__(self, schemas: Mapping[str, Any], oneofs: Oneofs) -> None:
        self._schemas = schemas
        self._oneofs = oneofs
        self._readers: dict[tuple[str, Direction], Reader] = {}

    def read(self, schema: str, value: object, direction: Direction) -> dict[str, Any]:
        """`value` in canonical form. Raises SchemaMismatch."""
        read: dict[str, Any] = self._named(schema, direction)(value)
        return read

    def _named(self, name: str, direction: Direction) -> Reader:
        key = (name, direction)
        reader = self._readers.get(key)
        if reader is None:
            properties = self._schemas[name].get("properties", {})
            fields = {field: self._reader(definition, direction) for field, definition in properties.items()}
            reader = self._readers[key] = _object(fields, self._oneofs.get(name, ()), direction)
        return reader

    def _reader(self, definition: Mapping[str, Any], direction: Direction) -> Reader:
        if "$ref" in definition:
            return self._named(definition["$ref"], direction)
        kind = definition["type"]
        if kind == "array":
            return _array(self._reader(definition["items"], direction))
        if kind == "object":
            values = definition["additionalProperties"]
            return self._any(direction) if values["type"] == "any" else _map(self._reader(values, direction))
        if kind == "string":
            if "enum" in definition:
                return _enum(frozenset(definition["enum"]))
            form = definition.get("format")
            return {"int64": _int64(direction), "google-datetime": _timestamp}.get(form or "", _string)
        return {"integer": _int32, "boolean": _boolean}[kind]

    def _any(self, direction: Direction) -> Reader:
        def read(value: Any) -> Any:
            if type(value) is not dict:
                raise SchemaMismatch("Expected an object.")
            schema = str(value.get("@type", "")).rpartition(".")[2]
            if schema not in self._schemas:
                raise SchemaMismatch("Expected an object of a known @type.")
            members = {name: member for name, member in value.items() if name != "@type"}
            return {"@type": value["@type"], **self._named(schema, direction)(members)}

        return read


def _object(fields: Mapping[str, Reader], oneofs: tuple[tuple[str, ...], ...], direction: Direction) -> Reader:
    strict = direction == "response"

    def read(value: Any) -> Any:
        if type(value) is not dict:
            raise SchemaMismatch("Expected an object.")
        out = {}
        for name, member in value.items():
            if member is None:
                continue
            reader = fields.get(name)
            if reader is None:
                raise SchemaMismatch("Cannot find field.", unknown=name)
            try:
                canonical = reader(member)
            except SchemaMismatch as mismatch:
                mismatch.path.insert(0, name)
                raise
            if not strict or (canonical and not _is_unspecified(canonical)):
                out[name] = canonical
        for members in oneofs:
            given = [name for name in members if name in out]
            if len(given) > 1:
                raise SchemaMismatch(f"Only one of {', '.join(given)} can be set.")
        return out

    return read


def _is_unspecified(value: object) -> bool:
    return type(value) is str and value.endswith("_UNSPECIFIED")


def _array(item: Reader) -> Reader:
    def read(value: Any) -> Any:
        if type(value) is not list:
            raise SchemaMismatch("Expected a list.")
        out = []
        for position, member in enumerate(value):
            try:
                out.append(item(member))
            except SchemaMismatch as mismatch:
                mismatch.path.insert(0, f"[{position}]")
                raise
        return out

    return read


def _map(item: Reader) -> Reader:
    def read(value: Any) -> Any:
        if type(value) is not dict:
            raise SchemaMismatch("Expected an object.")
        return {name: item(member) for name, member in value.items()}

    return read


def _enum(values: frozenset[str]) -> Reader:
    def read(value: Any) -> Any:
        if type(value) is not str or value not in values:
            raise SchemaMismatch(f"Invalid value {_quoted(value)} for an enumeration.")
        return value

    return read


def _int64(direction: Direction) -> Reader:
    def read(value: Any) -> Any:
        if direction == "request" and type(value) is int:
            value = str(value)
        if type(value) is not str or not _INTEGER.fullmatch(value) or not -(2**63) <= int(value) < 2**63:
            raise SchemaMismatch(f"Invalid value {_quoted(value)} for TYPE_INT64.")
        return str(int(value))

    return read


def _int32(value: Any) -> Any:
    if type(value) is not int or not -(2**31) <= value < 2**31:
        raise SchemaMismatch(f"Invalid value {_quoted(value)} for TYPE_INT32.")
    return value


def _boolean(value: Any) -> Any:
    if type(value) is not bool:
        raise SchemaMismatch(f"Invalid value {_quoted(value)} for TYPE_BOOL.")
    return value


def _string(value: Any) -> Any:
    if type(value) is not str:
        raise SchemaMismatch(f"Invalid value {_quoted(value)} for TYPE_STRING.")
    return value


def _timestamp(value: Any) -> Any:
    try:
        if datetime.datetime.fromisoformat(_string(value)).tzinfo is not None:
            return value
    except ValueError:
        pass
    raise SchemaMismatch(f"Invalid value {_quoted(value)} for a timestamp.")


def _quoted(value: object) -> str:
    return repr(value)[:60]
