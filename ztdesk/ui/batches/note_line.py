"""How a batch agreed with its delivery note: counts, and the first devices that differ by name. Keeps nothing."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ztdesk.domain.note_words import counts_words, named_lines
from ztdesk.ui.parts.labels import ElidedLabel
from ztdesk.ui.ports import NoteDifference, NoteReader
from ztdesk.ui.scan.note_look import NoteLook
from ztdesk.ui.tokens import Tone
from ztdesk.ui.wording import words


class NoteSummary(QWidget):
    """Hidden for a batch without a note. The manifest tells every device that differs; here stand the first.

    `marked` with the ids of the unexpected items of the batch shown, `failed` with a StoreFailure.
    """

    marked = Signal(object)
    failed = Signal(object)

    def __init__(self, notes: NoteReader | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = NoteLook(notes, self) if notes is not None else None
        self._batch_id: int | None = None
        self.counts = ElidedLabel("", "strong", self)
        self.named = tuple(ElidedLabel("", "small", self) for _which in range(2))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for label in (self.counts, *self.named):
            column.addWidget(label)
        if self._look is not None:
            self._look.looked.connect(self._on_looked)
            self._look.failed.connect(self.failed)
        self.hide()

    def show_batch(self, batch_id: int, *, has_note: bool) -> None:
        """Tell of this batch as soon as it is compared, which is done beside the window."""
        is_another, self._batch_id = batch_id != self._batch_id, batch_id
        self.setVisible(has_note and self._look is not None)
        if is_another or not has_note:
            self._write("", [], None)
            self.marked.emit(frozenset())
        if self._look is not None and has_note:
            self._look.begin(batch_id)
        elif self._look is not None:
            self._look.drop()

    def _on_looked(self, _batch_id: int, difference: NoteDifference) -> None:
        counts = difference.counts
        lines = [words(line) for line in named_lines(counts, *difference.named())]
        self._write(words(counts_words(counts)), lines, None if counts.agrees else Tone.DUPLICATE)
        self.marked.emit(difference.unexpected_ids)

    def _write(self, counts: str, lines: list[str], tone: Tone | None) -> None:
        self.counts.setText(counts)
        self.counts.set_tone(tone)
        for label, line in zip(self.named, (*lines, "", ""), strict=False):
            label.setText(line)
            label.setVisible(bool(line))
