"""What the verdict panel shows: the last verdict, what is waited for, or what keeps the station locked; and who is at it.

Takes no scan.
"""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from ztdesk.domain import halts
from ztdesk.domain.batch import Batch, Item
from ztdesk.domain.text import Text
from ztdesk.domain.verdict import Verdict
from ztdesk.ui.icons import Icon
from ztdesk.ui.ports import Station
from ztdesk.ui.scan.batch_view import BatchView
from ztdesk.ui.scan.waiting import NOT_LISTENING, waiting
from ztdesk.ui.tokens import Tone
from ztdesk.ui.wording import words


class PanelState(QObject):
    """`changed` when something was shown that may say that scans are taken, or are not."""

    changed = Signal()

    def __init__(self, view: BatchView, station: Station, parent: QObject) -> None:
        super().__init__(parent)
        self._head, self._panel, self._bar = view.head, view.panel, view.bar
        self._choices, self._banner = view.choices, view.banner
        self._station = station
        self._listening = True
        self._on_hold = False
        self._queued: Batch | None = None
        self._locking: Verdict | None = None
        self._is_halt_said = False

    def show_verdict(self, verdict: Verdict) -> None:
        """Show what became of a scan, until it is acknowledged where that is asked for.

        What locked the station stays in sight, whatever was scanned since.
        """
        self._clear_halt()
        locking = self._station.locking and (self._locking or self._station.locking)
        if verdict.locks:
            self._locking = verdict
        elif locking is not None:
            verdict = replace(locking, detail=halts.after_lock(locking.detail, verdict.code))
        self._panel.show_verdict(verdict)
        self.show_lock()

    def show_waiting(self) -> None:
        """Show what is waited for, unless something still locks the station."""
        if not self._station.is_locked:
            self._clear_halt()
        if not self._listening:
            self._panel.show_verdict(NOT_LISTENING.verdict("", self._station.batch))
        elif (locking := self._station.locking) is not None:
            self._panel.show_verdict(self._locking or locking)
        else:
            station = self._station
            state = waiting(
                station.batch,
                self._queued,
                on_hold=self._on_hold,
                must_confirm=station.must_confirm,
                box=station.box,
                has_carton=station.has_carton,
            )
            self._panel.show_idle(words(state.title), words(state.hint), state.icon)
        self.show_lock()

    def show_lock(self) -> None:
        """Ask for what has to be acknowledged or answered, or no longer ask for it."""
        if self._station.is_locked:
            self._panel.hold(self.tr("Understood"))
        elif self._station.must_confirm and self._station.batch is not None:
            self._panel.hold(self.tr("Yes, for this customer"))
        else:
            self._locking = None
            self._panel.release()
        self._bar.show_box(begun=self._station.is_box_begun)
        self._bar.show_halt(halted=self._station.is_locked or self._station.must_confirm)
        self._choices.show_question(self._station.asked)
        self._head.show_operator(self._station.author.operator)
        self.changed.emit()

    def show_taken_out(self, items: Sequence[Item]) -> None:
        """These devices were taken out; none where a box that was begun, or a carton that waited, was dropped."""
        self._clear_halt()
        if not items:
            hint = self.tr("None of its codes was added. Scan it from the start.")
            self._panel.show_idle(self.tr("Box dropped"), hint, Icon.UNDO)
            self.show_lock()
            return
        self.show_lock()
        if len(items) == 1:
            line = self.tr("Number {position}, {number}, is no longer in this batch.")
            hint = line.format(position=items[0].position, number=items[0].identifier.shown())
        else:
            hint = self.tr("%n devices are no longer in this batch.", "", len(items))
        self._panel.show_idle(self.tr("Taken out"), hint, Icon.UNDO)

    def set_listening(self, listening: bool) -> None:
        """Whether any scanner's scans reach this window."""
        if listening is not self._listening:
            self._listening = listening
            self.show_waiting()

    def set_hold(self, on_hold: bool) -> None:
        """Whether a person said to take no scans."""
        self._on_hold = on_hold
        self.show_waiting()

    def say_halted(self, title: Text, hint: Text) -> None:
        """Say why nothing was queued, until the next scan or until that is no longer so."""
        self._banner.say(Tone.REFUSED, words(title), words(hint), self.tr("Close"))
        self._is_halt_said = True

    def _clear_halt(self) -> None:
        if self._is_halt_said:
            self._is_halt_said = False
            self._banner.clear()

    def set_queued(self, queued: Batch | None) -> None:
        """The batch that was handed over last, while none is at hand."""
        self._queued = queued
