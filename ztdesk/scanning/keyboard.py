"""Catches a keyboard scanner's keys before any widget gets them and gives typed keys back. Decides nothing itself.

The framer says what is whose; this module turns Qt's key events into strokes and its outcomes into swallowed, replayed
or passed events. It refuses to know what a scan means.
"""

import time
from dataclasses import dataclass

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QInputMethodQueryEvent, QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication

from ztdesk.scanning.event_time import ClockMs, EventTime
from ztdesk.scanning.framing import WedgeFramer
from ztdesk.scanning.key_codes import KeyCodes
from ztdesk.scanning.key_windows import KeyWindows
from ztdesk.scanning.strokes import Disposition, Outcome, Stroke

_SUFFIX_KEYS = frozenset({Qt.Key.Key_Return.value, Qt.Key.Key_Enter.value, Qt.Key.Key_Tab.value})
_SUFFIX_TEXTS = frozenset({"\r", "\n", "\t"})  # a line feed of its own key is no Return to Qt
_ALT_KEY = Qt.Key.Key_Alt.value
_LATE_MS = 15.0  # a timer this late tells of a busy loop: keys pressed long ago may still wait in the queue
_SECOND_CHANCE_MS = 10


def monotonic_ms() -> float:
    """The clock of the capture, in milliseconds."""
    return time.monotonic() * 1000.0


@dataclass(slots=True)
class _HeldPress:
    """A key press held back, where it was going, and its release should that have come meanwhile."""

    press: QKeyEvent
    window: QWindow
    receiver: QObject | None
    release: QKeyEvent | None = None


class WedgeCapture(QObject):
    """Takes a scanner's keys on every tab, in every dialog, with any or no field focused.

    `scanned(Scan)` is emitted from within the key event of the suffix (or from a timer when there is none), so that
    the row is on disk and painted in one turn. `learned(Learned)` tells that more is known of the scanner, and `missed`
    after it that this is from a scan which went into a text field as typing.
    """

    scanned = Signal(object)
    learned = Signal(object)
    missed = Signal()

    def __init__(
        self,
        framer: WedgeFramer,
        *,
        clock_ms: ClockMs = monotonic_ms,
        platform: str | None = None,
        parent: QObject | None = None,
    ) -> None:
        """`platform` is Qt's name of the window system, whose scan codes these are (None: the running one's)."""
        super().__init__(parent)
        self._framer = framer
        self._known = framer.learned
        self._time = EventTime(clock_ms)
        self._codes = KeyCodes(platform if platform is not None else QGuiApplication.platformName())
        self._alt_pressed = False  # and no key since: the next digit begins a character's number
        self._windows: KeyWindows | None = None
        self._active = True
        self._held: dict[int, tuple[Stroke, _HeldPress]] = {}
        self._held_down: dict[int, _HeldPress] = {}
        self._swallowed_down: set[int] = set()
        self._replayed: QKeyEvent | None = None
        self._due_ms = 0.0
        self._had_second_chance = False
        self._wait = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._wait.timeout.connect(self._on_wait_over)

    def install(self, app: QGuiApplication) -> None:
        """Begin to watch the keys of this application's windows, now and later ones."""
        if self._windows is None:
            self._windows = KeyWindows(app, self)
            app.focusWindowChanged.connect(self._on_keyboard_moved)

    def close(self) -> None:
        """Give back what is held and watch no longer."""
        self.set_active(False)
        if self._windows is not None:
            self._windows.close()
            self._windows.app.focusWindowChanged.disconnect(self._on_keyboard_moved)
            self._windows = None

    @property
    def is_active(self) -> bool:
        """Whether keys are looked at."""
        return self._active

    def set_active(self, active: bool) -> None:
        """Look at keys or let everything pass; what is held is decided on first."""
        if active is not self._active:
            self._active = active
            self._act(self._framer.flush())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Look at keys on their way to a window; whatever else comes by is let through."""
        kind = event.type()
        if kind is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._on_key_pressed(watched, event)
        if kind is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            return self._on_shortcut_asked(event)
        if kind is QEvent.Type.KeyRelease and isinstance(event, QKeyEvent):
            return self._on_key_released(event)
        if kind is QEvent.Type.MouseButtonPress or kind is QEvent.Type.MouseButtonRelease:
            self._popup_possible()
        return False

    # --- what the window system says

    def _on_key_pressed(self, watched: QObject, event: QKeyEvent) -> bool:
        if event is self._replayed:
            self._replayed = None
            return False
        self._popup_possible()
        if not self._active or not isinstance(watched, QWindow):
            return False
        stroke = self._stroke(event)
        self._alt_pressed = stroke.key == _ALT_KEY
        outcome = self._framer.feed(stroke)
        if outcome.late is not None and not _types_text():
            outcome = Outcome(Disposition.ABSORBED, outcome.released, (*outcome.scans, outcome.late))
        passed = outcome.disposition is Disposition.PASSED
        self._swallowed_down.discard(_key_of(event))  # a release that never came must not cost a later one
        if outcome.disposition is Disposition.HELD:
            held = _HeldPress(_copy(event), watched, QGuiApplication.focusObject())
            self._held[id(stroke)] = (stroke, held)
            self._held_down[_key_of(event)] = held
        elif not passed:
            self._swallowed_down.add(_key_of(event))
        if not passed:
            event.accept()
        self._act(outcome, fed=stroke)
        return not passed

    def _on_shortcut_asked(self, event: QKeyEvent) -> bool:
        """Before a key press Qt asks whether a shortcut may have it: not when it may be a scanner's."""
        if not self._active or not self._framer.would_take(self._stroke(event)):
            return False
        event.accept()
        return True

    def _on_key_released(self, event: QKeyEvent) -> bool:
        if event is self._replayed:
            self._replayed = None
            return False
        key = _key_of(event)
        held = self._held_down.pop(key, None)
        if held is not None:
            held.release = _copy(event)
            return True
        if key in self._swallowed_down:
            self._swallowed_down.discard(key)
            return True
        return False

    def _on_wait_over(self) -> None:
        now = self._time.now_ms()
        if now > self._due_ms + _LATE_MS and not self._had_second_chance:
            self._had_second_chance = True
            self._wait.start(_SECOND_CHANCE_MS)
            return
        self._act(self._framer.tick(now))

    def _on_keyboard_moved(self, _window: QWindow | None) -> None:
        self._framer.keyboard_moved(self._time.now_ms())

    # --- what the framer says

    def _act(self, outcome: Outcome, fed: Stroke | None = None) -> None:
        released = [self._held.pop(id(stroke))[1] for stroke in outcome.released]
        for held in released:
            key = _key_of(held.press)
            if self._held_down.get(key) is held:  # its release comes later and passes
                del self._held_down[key]
        if outcome.scans:
            self._forget_scanned(fed)
        self._schedule()
        for held in released:
            self._replay(held)
        for scan in outcome.scans:
            self.scanned.emit(scan)
        if self._framer.learned != self._known:
            self._known = self._framer.learned
            self.learned.emit(self._known)
            if outcome.late is not None:
                self.missed.emit()

    def _forget_scanned(self, fed: Stroke | None) -> None:
        """What was held went into a scan, but for the stroke just fed, which may begin something new."""
        kept = self._held.pop(id(fed), None)
        self._swallowed_down.update(self._held_down)
        self._held.clear()
        self._held_down.clear()
        if kept is not None:
            key = _key_of(kept[1].press)
            self._held[id(fed)] = kept
            self._held_down[key] = kept[1]
            self._swallowed_down.discard(key)

    def _schedule(self) -> None:
        due_ms = self._framer.next_tick_ms
        if due_ms is None:
            self._wait.stop()
            return
        self._due_ms = due_ms
        self._had_second_chance = False
        self._wait.start(max(1, int(due_ms - self._time.now_ms()) + 1))

    def _replay(self, held: _HeldPress) -> None:
        for event in (held.press, held.release):
            if event is None:
                continue
            target = _target(held)
            if target is None:
                return
            self._replayed = event if target is held.window else None
            QCoreApplication.sendEvent(target, event)
            self._replayed = None
        self._popup_possible()

    def _popup_possible(self) -> None:
        if self._windows is not None:
            self._windows.popup_possible()

    def _stroke(self, event: QKeyEvent) -> Stroke:
        key, modifiers = event.key(), event.modifiers().value
        plain = modifiers & ~Qt.KeyboardModifier.KeypadModifier.value == 0
        return Stroke(
            text=event.text(),
            at_ms=self._time.at_ms(event.timestamp(), in_burst=self._framer.holds),
            key=key,
            modifiers=modifiers,
            scan_code=event.nativeScanCode(),
            auto_repeat=event.isAutoRepeat(),
            is_suffix=plain and (key in _SUFFIX_KEYS or event.text() in _SUFFIX_TEXTS),
            us_text=self._codes.us_text(event.nativeScanCode(), modifiers),
            starts_alt=self._alt_pressed,
            caps_lock=self._codes.caps_lock(event.nativeModifiers()),
        )


def _target(held: _HeldPress) -> QObject | None:
    """Where a key given back goes: through its window as any key, or straight to the object that lost the focus since.

    While a popup is open the window knows better who gets keys.
    """
    window = held.window if shiboken6.isValid(held.window) else None
    receiver = held.receiver if held.receiver is not None and shiboken6.isValid(held.receiver) else None
    moved = receiver is not None and receiver is not QGuiApplication.focusObject()
    if window is None or (moved and QApplication.activePopupWidget() is None):
        return receiver or window
    return window


def _types_text() -> bool:
    """Whether a key typed now becomes text somewhere."""
    field: QObject | None = QGuiApplication.focusObject()
    if field is None:
        return False
    enabled = QInputMethodQueryEvent(Qt.InputMethodQuery.ImEnabled)
    QCoreApplication.sendEvent(field, enabled)
    return bool(enabled.value(Qt.InputMethodQuery.ImEnabled))


def _key_of(event: QKeyEvent) -> int:
    """What a press and its release have in common: the scan code, or Qt's key (negated) where there is none."""
    return event.nativeScanCode() or -event.key()


def _copy(event: QKeyEvent) -> QKeyEvent:
    """The event for keeping: Qt's own ends with its delivery."""
    copy = QKeyEvent(
        event.type(),
        event.key(),
        event.modifiers(),
        event.nativeScanCode(),
        event.nativeVirtualKey(),
        event.nativeModifiers(),
        event.text(),
        event.isAutoRepeat(),
        event.count(),
    )
    copy.setTimestamp(event.timestamp())
    return copy
