"""What keeps a station from taking scans until a person has seen it: kept beside its batch, to outlive a power cut.

Knows no pause and no card.
"""

import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from typing import Any

from ztdesk.domain import halts
from ztdesk.domain.errors import StoreFailure
from ztdesk.domain.text import Amount, Text
from ztdesk.domain.verdict import Verdict, VerdictKind
from ztdesk.store.boxes import Boxes


class StationLock:
    """Never raises StoreFailure: a disk that fails must neither open nor close a lock."""

    def __init__(self, boxes: Boxes) -> None:
        self._boxes = boxes
        self._batch_id: int | None = None
        self.verdict: Verdict | None = None

    @property
    def is_locked(self) -> bool:
        """Whether nothing is taken."""
        return self.verdict is not None

    def hold(self, verdict: Verdict, batch_id: int | None) -> None:
        """Take nothing more until somebody has seen this verdict, which came up in this batch."""
        self.release()
        self.verdict, self._batch_id = verdict, batch_id
        if batch_id is not None:
            with suppress(StoreFailure):
                self._boxes.keep_lock(batch_id, _packed_verdict(verdict))

    def release(self) -> None:
        """Somebody has seen it."""
        if self._batch_id is not None:
            with suppress(StoreFailure):
                self._boxes.keep_lock(self._batch_id, "")
        self.verdict = self._batch_id = None

    def resume(self, batch_id: int) -> None:
        """Lock again with what locked this batch when the program last ran, unless something else locks already."""
        if self.verdict is not None:
            return
        with suppress(StoreFailure):
            kept = self._boxes.lock(batch_id)
            if kept:
                self.verdict, self._batch_id = _verdict(kept, batch_id), batch_id


def _packed_verdict(verdict: Verdict) -> str:
    packed = [verdict.kind.value, _packed(verdict.title), _packed(verdict.detail), verdict.code, verdict.count]
    return json.dumps(packed, ensure_ascii=False)


def _verdict(kept: str, batch_id: int) -> Verdict:
    kind, title, detail, code, count = json.loads(kept)
    return Verdict(VerdictKind(kind), _text(title), _text(detail), code, batch_id=batch_id, count=count, locks=True)


def _packed(said: Text) -> list[Any]:
    params = {
        name: ["text", _packed(value)]
        if isinstance(value, Text)
        else ["amount", value.value]
        if isinstance(value, Amount)
        else ["", value if isinstance(value, int) else str(value)]
        for name, value in said.params.items()
    }
    return [said.source, params, said.count, said.one]


def _text(packed: list[Any]) -> Text:
    source, params, count, one = packed
    read: dict[str, Callable[[Any], object]] = {"text": _text, "amount": Amount, "": lambda value: value}
    values = {name: read[kind](value) for name, (kind, value) in params.items()}
    # Marked for translation where it was first said.
    return replace(halts.LOCKED[0], source=source, params=values, count=count, one=one)
