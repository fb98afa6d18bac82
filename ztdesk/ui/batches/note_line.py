"""How a batch agreed with its delivery note: counts, and the first devices that differ by name. Keeps nothing."""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ztdesk.domain.batch import Item
from ztdesk.domain.delivery_note import NoteCounts, NoteLine
from ztdesk.domain.identifiers import group_imei
from ztdesk.domain.note_words import NAMED, counts_words, named_lines
from ztdesk.ui.parts.labels import ElidedLabel
from ztdesk.ui.tokens import Tone
from ztdesk.ui.wording import words


class NoteReader(Protocol):
    """Tells how a batch differs from its delivery note. Every call may raise StoreFailure."""

    def counts(self, batch_id: int) -> NoteCounts:
        """How far they agree."""

    def missing(self, batch_id: int, limit: int) -> tuple[NoteLine, ...]:
        """The first devices of the note of which nothing was scanned."""

    def unexpected(self, batch_id: int, limit: int) -> Sequence[Item]:
        """The first devices of the batch that are not on its note."""

    def unexpected_ids(self, batch_id: int) -> Sequence[int]:
        """The ids of all of those."""


class NoteSummary(QWidget):
    """Hidden for a batch without a note. The manifest tells every device that differs; here stand the first."""

    def __init__(self, notes: NoteReader | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notes = notes
        self.counts = ElidedLabel("", "strong", self)
        self.named = tuple(ElidedLabel("", "small", self) for _which in range(2))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for label in (self.counts, *self.named):
            column.addWidget(label)
        self.hide()

    def show_batch(self, batch_id: int, *, has_note: bool) -> frozenset[int]:
        """Tell of this batch; answers which of its items are unexpected. Raises StoreFailure."""
        self.setVisible(has_note and self._notes is not None)
        if self._notes is None or not has_note:
            return frozenset()
        counts = self._notes.counts(batch_id)
        missing = [group_imei(line.numbers[0]) for line in self._notes.missing(batch_id, NAMED)]
        unexpected = [item.identifier.shown() for item in self._notes.unexpected(batch_id, NAMED)]
        self.counts.setText(words(counts_words(counts)))
        self.counts.set_tone(None if counts.agrees else Tone.DUPLICATE)
        lines = [words(line) for line in named_lines(counts, missing, unexpected)]
        for label, line in zip(self.named, (*lines, "", ""), strict=False):
            label.setText(line)
            label.setVisible(bool(line))
        return frozenset(self._notes.unexpected_ids(batch_id)) if counts.unexpected else frozenset()
