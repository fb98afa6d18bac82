"""The delivery note of one batch: choose its file, see what was refused in it, and what differs from the scans."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from ztdesk.domain.batch import Batch
from ztdesk.domain.delivery_note import NoteFile, NoteLine
from ztdesk.domain.errors import ZtdeskError
from ztdesk.domain.note_words import counts_words, refused_words
from ztdesk.domain.text import counted, text
from ztdesk.ui.icons import Icon
from ztdesk.ui.parts.banner import Banner
from ztdesk.ui.parts.buttons import Button, PrimaryButton
from ztdesk.ui.parts.empty import EmptyState
from ztdesk.ui.parts.labels import Label
from ztdesk.ui.parts.screen_fit import resize_to_fit
from ztdesk.ui.ports import NoteDifference, Notes
from ztdesk.ui.scan.note_lists import BadLineList, MissingList, UnexpectedList
from ztdesk.ui.theme import Theme
from ztdesk.ui.tokens import Space, Tone
from ztdesk.ui.wording import words

if TYPE_CHECKING:
    from ztdesk.background.task import Task

_WIDE, _HIGH = 900, 600
_NONE, _DIFFERENCE, _REFUSED = 0, 1, 2


class NoteDialog(QDialog):
    """Stays open, so that what was loaded is seen. `changed` when another note is expected, or none; `left` with the
    Task that keeps one when it was closed meanwhile, `rested` when what goes on beside the window has ended.
    """

    changed = Signal()
    left = Signal(object)
    rested = Signal()

    def __init__(self, theme: Theme, notes: Notes, batch: Batch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notes = notes
        self._batch = batch
        self._has_note = batch.has_note
        self._read: NoteFile | None = None
        self._task: Task | None = None
        self._is_keeping = self._has_asked_for_note = False
        self.setWindowTitle(self.tr("Delivery note"))
        self.counts = Label("", "heading", self)
        self.counts.setWordWrap(True)
        self.banner = Banner(theme, self)
        self.missing = MissingList(theme, self)
        self.unexpected = UnexpectedList(theme, self)
        self.bad = BadLineList(theme, self)
        self.take_away = Button(theme, self.tr("Remove delivery note"), quiet=True, parent=self)
        self.close_it = Button(theme, self.tr("Close"), parent=self)
        self.choose = Button(theme, self.tr("Choose a file …"), parent=self)
        self.keep_good = PrimaryButton(theme, "", parent=self)
        self._stack = QStackedLayout()
        self._lay_out(theme)
        self.choose.clicked.connect(self._on_choose_clicked)
        self.keep_good.clicked.connect(self._on_keep_good_clicked)
        self.take_away.clicked.connect(self._on_take_away_clicked)
        self.close_it.clicked.connect(self.reject)
        resize_to_fit(self, _WIDE, _HIGH)
        self._show_state()
        self.choose.setFocus()  # the Enter at the end of a scan presses no button, a person's does
        if isinstance(parent, QDialog):
            parent.finished.connect(self.reject)  # or it would be deleted with it, in the middle of its work
        if self._has_note:
            self._follow(notes.compare(batch.id), self._show_difference)

    def read_file(self, file: Path) -> None:
        """Expect what this file says, as soon as it is read where every line is good; else show which are not."""
        if self.is_working:
            return
        self._say_working(self.tr("Reading {file} …").format(file=file.name))
        task = self._notes.read(file)
        task.progressed.connect(self._on_lines_read)
        self._follow(task, self._on_read)

    @property
    def is_working(self) -> bool:
        """Whether a file is read, or a note kept or compared, beside the window."""
        return self._task is not None

    def done(self, result: int) -> None:
        """Close. A file that is being read is left alone; a note that is being kept is kept all the same."""
        if self._task is not None and self._is_keeping:
            self.left.emit(self._task)
        elif self._task is not None:
            self._task.cancel()
        self._task = None
        super().done(result)

    def _on_lines_read(self, lines: int, _most: int) -> None:
        self._say_working(self.banner.accessibleName(), words(counted("{count} lines", "{count} line", lines)))

    def _on_read(self, read: NoteFile) -> None:
        if self._task is None:  # closed when it was on its way
            return
        self.banner.clear()
        if not read.bad_count:
            self._load(read.lines, read.name)
            return
        self._read = read
        refused = counted("{count} lines name no device", "{count} line names no device", read.bad_count)
        self.bad.show_rows(refused, read.bad)
        good = len(read.lines)
        self.counts.setText(words(refused_words(read, has_note=self._has_note)))
        self.counts.show()
        self.keep_good.setText(words(counted("Use the other {count} lines", "Use the other line", good)))
        self.keep_good.setVisible(good > 0)
        self.take_away.hide()
        self._stack.setCurrentIndex(_REFUSED)

    def _load(self, lines: tuple[NoteLine, ...], source: str) -> None:
        self._has_asked_for_note = bool(lines)
        self._is_keeping = True
        self._say_working(self.tr("Keeping the delivery note …"))
        self._follow(self._notes.load(self._batch.id, lines, source), self._on_kept)

    def _on_kept(self, difference: NoteDifference | None) -> None:
        if self._task is None:  # whoever `left` was told to tells
            return
        self.banner.clear()
        if difference is None:
            hint = self.tr(
                "This batch was queued or given up meanwhile. Open another one for what is still to be scanned."
            )
            self.banner.say(Tone.REFUSED, self.tr("Nothing was changed"), hint)
            return
        self._has_note = self._has_asked_for_note
        self._read = None
        self._show_state()
        self._show_difference(difference)
        self.changed.emit()

    def _show_state(self) -> None:
        self.keep_good.hide()
        self.take_away.setVisible(self._has_note)
        self.counts.setVisible(self._has_note)
        self._stack.setCurrentIndex(_DIFFERENCE if self._has_note else _NONE)

    def _show_difference(self, difference: NoteDifference) -> None:
        self.counts.setText(words(counts_words(difference.counts)))
        self.missing.show_rows(text("MISSING"), difference.missing)
        self.unexpected.show_rows(text("NOT ON THE NOTE"), difference.unexpected)

    def _follow(self, task: "Task", on_finished: Callable[[Any], None]) -> None:
        """One piece of work at a time; what would begin another waits until it has ended."""
        self._task = task
        self._allow_all(allowed=False)
        task.ended.connect(self._on_ended)
        task.finished.connect(on_finished)
        task.failed.connect(self._say)
        task.broke.connect(self.banner.clear)  # which is said by itself

    def _on_ended(self) -> None:
        if self._task is None or self._task.is_running:  # that was one of before
            return
        self._task = None
        self._is_keeping = False
        self._allow_all(allowed=True)
        self.rested.emit()

    def _allow_all(self, *, allowed: bool) -> None:
        for button in (self.choose, self.keep_good, self.take_away):
            button.setEnabled(allowed)

    def _say(self, error: ZtdeskError) -> None:
        self.banner.say(Tone.REFUSED, words(error.title), words(error.hint))

    def _say_working(self, title: str, hint: str = "") -> None:
        self.banner.say(Tone.ACCENT, title, hint, icon=Icon.CLOCK)

    def _on_choose_clicked(self) -> None:
        dialog = QFileDialog(self, self.tr("Delivery note"))
        dialog.setObjectName("note_dialog")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(self.tr("Lists (*.csv *.txt);;All files (*)"))
        dialog.setDirectory(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        dialog.fileSelected.connect(lambda file: self.read_file(Path(file)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_keep_good_clicked(self) -> None:
        if self._read is not None:
            self._load(self._read.lines, self._read.name)

    def _on_take_away_clicked(self) -> None:
        self._load((), "")

    def _lay_out(self, theme: Theme) -> None:
        none = EmptyState(
            theme,
            Icon.BATCHES,
            self.tr("No delivery note yet"),
            self.tr(
                "A CSV or text file with the expected IMEIs or serial numbers: one a line, or in columns named imei, imei2,"
                " serial. Every scan is then checked against it. Without one the batch stays open and takes every device."
            ),
            parent=self,
        )
        both = QWidget(self)
        halves = QHBoxLayout(both)
        halves.setContentsMargins(0, 0, 0, 0)
        halves.setSpacing(Space.GAP)
        halves.addWidget(self.missing)
        halves.addWidget(self.unexpected)
        for page in (none, both, self.bad):
            self._stack.addWidget(page)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.take_away)
        row.addStretch()
        # What accepts a file in part never comes to where another file was chosen: a second click would press it.
        for button in (self.keep_good, self.choose, self.close_it):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.EDGE, Space.EDGE, Space.EDGE, Space.EDGE)
        column.setSpacing(Space.GAP)
        column.addWidget(self.counts)
        column.addWidget(self.banner)
        column.addLayout(self._stack, 1)
        column.addLayout(row)
