"""What a person does with the batch shown: retry, queue, give up, go on scanning, export. Says what came of it."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QStandardPaths, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMenu

from ztdesk.background.task import Task
from ztdesk.domain.batch import Batch, BatchSummary
from ztdesk.domain.errors import ZtdeskError
from ztdesk.domain.text import Amount, Text, counted, text
from ztdesk.ui.batches.batch_details import BatchDetails
from ztdesk.ui.icons import Icon
from ztdesk.ui.ports import Desk
from ztdesk.ui.scan.dialog_slot import DialogSlot
from ztdesk.ui.scan.question import Question
from ztdesk.ui.scan.queueing import BatchQueueing, ShowQuestion
from ztdesk.ui.theme import Theme
from ztdesk.ui.tokens import Tone
from ztdesk.ui.wording import words

if TYPE_CHECKING:
    from ztdesk.ui.printing.manifest_command import ManifestCommand, ManifestPress

Queueing = Callable[[ShowQuestion, QObject], BatchQueueing]

_UNFIT_FOR_NAMES = '<>:"/\\|?*'


class BatchCommands(QObject):
    """Does it through the desk. Answers stand in the details' notice."""

    queued = Signal(int)  # this batch was queued
    retried = Signal(int)  # failed devices of this batch went into another
    given_up = Signal(int)
    scan_on = Signal(int)

    def __init__(
        self,
        theme: Theme,
        desk: Desk,
        export: Callable[[int, Path], Task],
        details: BatchDetails,
        parent: QObject | None = None,
        *,
        read: Callable[[int], Batch],
        queueing: Queueing,
        manifests: "ManifestPress | None" = None,
    ) -> None:
        """`read` gives a batch as it is now."""
        super().__init__(parent)
        self._theme = theme
        self._slot = DialogSlot(details)
        self._desk = desk
        self._export = export
        self._details = details
        self._task: Task | None = None
        self._file = Path()
        self._count = 0
        self._manifests = manifests
        self._manifest: ManifestCommand | None = None
        self._read = read
        self._queueing = queueing(self._slot.show, self)
        self._queueing.queued.connect(self._on_queued)
        self._queueing.refused.connect(self._on_queue_refused)
        self._queueing.failed.connect(self.say_error)
        self._queueing.halted.connect(self._on_halted)
        head = details.head
        head.retry_wanted.connect(self._on_retry_wanted)
        head.queue_wanted.connect(self._on_queue_wanted)
        head.give_up_wanted.connect(self._on_give_up_wanted)
        head.scan_wanted.connect(self._on_scan_wanted)
        head.export_wanted.connect(self.export)
        head.copy_wanted.connect(self._on_copy_wanted)
        head.offer_manifest(offered=manifests is not None)
        head.manifest_wanted.connect(self.show_manifest_menu)
        details.notice.acted.connect(self._on_notice_acted)

    def say_error(self, error: ZtdeskError) -> None:
        """Show what went wrong and what to do."""
        self._details.notice.say(Tone.REFUSED, words(error.title), words(error.hint))

    def export(self) -> None:
        """Ask where to, then write the file beside the window's work."""
        summary = self._details.summary
        if summary is None or self._is_busy or not summary.counts.total:
            return
        dialog = QFileDialog(self._details, self.tr("Export devices"))
        dialog.setObjectName("export_dialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("Comma-separated values (*.csv)"))
        dialog.setDefaultSuffix("csv")
        dialog.setDirectory(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        dialog.selectFile(f"{file_stem(summary)}.csv")
        dialog.fileSelected.connect(self._on_file_selected)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def export_to(self, file: Path) -> None:
        """Write the devices of the batch shown to `file`; how it goes stands in the notice."""
        summary = self._details.summary
        if summary is None or self._is_busy:
            return
        self._file, self._count = file, summary.counts.total
        self._task = task = self._export(summary.batch.id, file)
        task.progressed.connect(self._on_progressed)
        task.finished.connect(self._on_exported)
        task.failed.connect(self.say_error)
        task.broke.connect(self._on_broke)
        task.cancelled.connect(self._details.notice.clear)
        task.ended.connect(self._on_ended)
        self._on_progressed(0, summary.counts.total)

    def show_manifest_menu(self) -> None:
        """Ask whether the manifest of the batch shown is printed or saved."""
        button = self._details.head.manifest
        if self._manifests is None or button.isHidden():
            return
        menu = QMenu(button)
        menu.setObjectName("manifest_menu")
        menu.addAction(self.tr("Print …"), self.print_manifest)
        menu.addAction(self.tr("Save PDF …"), self.save_manifest)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    def print_manifest(self) -> None:
        """Ask which printer, then print every device of the batch shown."""
        summary, command = self._details.summary, self._manifest_command()
        if summary is not None and command is not None:
            command.print(summary.batch.id)

    def save_manifest(self) -> None:
        """Ask where to, then write the same as a PDF."""
        summary, command = self._details.summary, self._manifest_command()
        if summary is not None and command is not None:
            command.save(summary.batch.id, f"{file_stem(summary)}.pdf")

    def _manifest_command(self) -> "ManifestCommand | None":
        """None while the notice tells of something else that is under way."""
        if self._manifests is None or self._task is not None:
            return None
        if self._manifest is None:
            from ztdesk.ui.printing.manifest_command import ManifestCommand  # late: loads all that prints

            self._manifest = ManifestCommand(self._manifests, self._details, self._details.notice)
        return self._manifest if not self._manifest.output.is_running else None

    @property
    def _is_busy(self) -> bool:
        return self._task is not None or (self._manifest is not None and self._manifest.output.is_running)

    def dismiss_notice(self) -> None:
        """Take away what is said, unless work it tells of goes on."""
        if not self._is_busy:
            self._details.notice.clear()

    def _on_retry_wanted(self) -> None:
        summary = self._details.summary
        if summary is None:
            return
        try:
            retried = self._desk.retry_failed(summary.batch.id)
        except ZtdeskError as error:
            self.say_error(error)
            return
        self.retried.emit(summary.batch.id)
        self.queued.emit(retried.batch.id)
        if retried.left_out:
            title = counted("{count} devices were not retried", "{count} device was not retried", retried.left_out)
            hint = text("Another batch holds them, or has claimed them since.")
            self._details.notice.say(Tone.DUPLICATE, words(title), words(hint))

    def _on_queue_wanted(self) -> None:
        summary = self._details.summary
        if summary is None:
            return
        try:
            batch = self._read(summary.batch.id)
        except ZtdeskError as error:
            self.say_error(error)
            return
        self._queueing.begin(batch)

    def _on_queued(self, batch: Batch) -> None:
        self.queued.emit(batch.id)

    def _on_queue_refused(self) -> None:
        hint = self.tr("Nothing was queued. The list says what became of it meanwhile.")
        self._details.notice.say(Tone.REFUSED, self.tr("Batch is not open any more"), hint)

    def _on_halted(self, title: Text, hint: Text) -> None:
        self._details.notice.say(Tone.REFUSED, words(title), words(hint))

    def _on_scan_wanted(self) -> None:
        if self._details.summary is not None:
            self.scan_on.emit(self._details.summary.batch.id)

    def _on_give_up_wanted(self) -> None:
        if self._details.summary is not None:
            self._ask_to_give_up(self._details.summary, changed=False)

    def _ask_to_give_up(self, summary: BatchSummary, *, changed: bool) -> None:
        name = summary.batch.draft.customer_name or summary.batch.draft.customer_id
        count = summary.counts.total
        question = counted("Give up {count} devices of {name}?", "Give up {count} device of {name}?", count, name=name)
        hint = self.tr("They will not be claimed. Their boxes can be scanned again into another batch.")
        if changed:
            hint = self.tr(
                "Devices were scanned or taken out since you were asked, and nothing was given up. These will not be"
                " claimed. Their boxes can be scanned again into another batch."
            )
        box = Question(
            self._theme,
            words(question),
            hint,
            yes=self.tr("Give up batch"),
            no=self.tr("Keep it"),
            parent=None,
        )
        box.confirmed.connect(lambda: self._give_up(summary.batch.id, count))
        self._slot.show(box)

    def _give_up(self, batch_id: int, count: int) -> None:
        try:
            done = self._desk.cancel(batch_id, count)
        except ZtdeskError as error:
            self.say_error(error)
            return
        self.given_up.emit(batch_id)
        summary = self._details.summary
        if done or summary is None:
            return
        if summary.batch.id == batch_id and summary.counts.total != count and self._details.head.can_give_up:
            # When the question that was just answered is gone.
            QTimer.singleShot(0, self, lambda: self._ask_to_give_up(summary, changed=True))
        else:
            title = self.tr("Too late to give up")
            hint = self.tr("It was sent, refused or given up meanwhile. The list says what became of its devices.")
            self._details.notice.say(Tone.REFUSED, title, hint)

    def _on_copy_wanted(self) -> None:
        copied = self._details.devices.selected_text() or self._details.devices.attention_text()
        if copied:
            QGuiApplication.clipboard().setText(copied)
        else:
            title = self.tr("No device selected")
            self._details.notice.say(Tone.IGNORED, title, self.tr("Select devices in the list, then copy them."))

    def _on_file_selected(self, file: str) -> None:
        self.export_to(Path(file))

    def _on_progressed(self, done: int, total: int) -> None:
        hint = words(text("{done} of {total}", done=Amount(done), total=Amount(total)))
        self._details.notice.say(Tone.ACCENT, self.tr("Exporting …"), hint, action=self.tr("Cancel"), icon=Icon.EXPORT)

    def _on_exported(self, _result: object) -> None:
        title = words(counted("{count} devices exported", "{count} device exported", self._count))
        self._details.notice.say(Tone.OK, title, str(self._file), action=self.tr("Close"))

    def _on_broke(self, _error: Exception) -> None:
        hint = self.tr("This is a fault of this program. The log says more.")
        self._details.notice.say(Tone.REFUSED, self.tr("Export failed"), hint)

    def _on_ended(self) -> None:
        self._task = None

    def _on_notice_acted(self) -> None:
        if self._task is not None:
            self._task.cancel()
        else:
            self._details.notice.clear()


def file_stem(summary: BatchSummary) -> str:
    """A name for a file of a batch that every system accepts, without its ending."""
    draft = summary.batch.draft
    parts = ("ztdesk", str(summary.batch.id), draft.customer_name or draft.customer_id, draft.order_number)
    name = " ".join(part for part in parts if part)
    fit = "".join("-" if letter in _UNFIT_FOR_NAMES or not letter.isprintable() else letter for letter in name)
    return fit[:100].rstrip(" .")
