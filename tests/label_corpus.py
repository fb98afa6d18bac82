"""The labels of `labels.jsonl`, one a line with what each has to be read as; invented numbers and test IMEIs only."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ztdesk.domain.reading import Kind, Reading, Rule

_FILE = Path(__file__).with_name("labels.jsonl")


@dataclass(frozen=True, slots=True)
class Label:
    """One payload and its readings."""

    payload: str
    readings: tuple[Reading, ...]


@cache
def labels() -> tuple[Label, ...]:
    """All of them. A slot, a doubt and a symbology are written only where there is one."""
    return tuple(map(_label, _FILE.read_text(encoding="utf-8").splitlines()))


def _label(line: str) -> Label:
    told = json.loads(line)
    return Label(told["payload"], tuple(_reading(**reading) for reading in told["readings"]))


def _reading(
    kind: str, value: str, rule: str, certain: bool = True, slot: int | None = None, symbology: str = ""
) -> Reading:
    return Reading(Kind(kind), value, Rule[rule], certain, slot, symbology)
