"""A scanner's keys are caught before any widget sees them; a person's keys arrive as if nothing were there."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QKeyCombination, Qt, QTimer
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QMenu, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests import wedge_keys
from ztdesk.scanning.framing import WedgeFramer
from ztdesk.scanning.keyboard import WedgeCapture
from ztdesk.scanning.strokes import Scan
from ztdesk.scanning.timing import Learned

IMEI = "001010123456781"
ENTER = Qt.Key.Key_Return
NO = Qt.KeyboardModifier.NoModifier


class Form(QWidget):
    """A field, a button and a shortcut, as on any page."""

    def __init__(self) -> None:
        super().__init__()
        self.field, self.button = QLineEdit(), QPushButton("Queue batch")
        self.presses: list[str] = []
        self.button.clicked.connect(lambda: self.presses.append("button"))
        action = QAction("Find", self, shortcut=QKeySequence("Ctrl+]"))
        action.triggered.connect(lambda: self.presses.append("shortcut"))
        self.addAction(action)
        layout = QVBoxLayout(self)
        layout.addWidget(self.field)
        layout.addWidget(self.button)


@dataclass
class Desk:
    """A shown form under a capture whose clock the test moves."""

    capture: WedgeCapture
    form: Form
    now_ms: list[float]
    scans: list[Scan] = field(default_factory=list)

    @property
    def texts(self) -> list[str]:
        return [scan.text for scan in self.scans]

    def press(self, text: str, gap: float, window: QWindow | None = None) -> None:
        """Keys the way the window system sends them, `gap` ms apart on the capture's clock."""
        for char in text:
            self.now_ms[0] += gap
            target = window or self.form.windowHandle()
            if char == "\n":
                QTest.keyClick(target, ENTER)
            elif char == "\x1d":
                QTest.keyClick(target, Qt.Key.Key_BracketRight, Qt.KeyboardModifier.ControlModifier)
            else:
                QTest.keyClick(target, ord(char))


@pytest.fixture
def desk(qapp: QApplication, qtbot: QtBot) -> Iterator[Desk]:
    now_ms = [1_000_000.0]
    capture = WedgeCapture(WedgeFramer(), clock_ms=lambda: now_ms[0])
    # The stamps of QTest's keys are real time: leave them to the test that is about stamps.
    capture._time.at_ms = lambda timestamp_ms, *, in_burst: now_ms[0]  # type: ignore[method-assign]
    form = Form()
    qtbot.addWidget(form)
    form.show()
    form.activateWindow()
    qtbot.waitUntil(lambda: qapp.focusWindow() is form.windowHandle())
    desk = Desk(capture, form, now_ms)
    capture.scanned.connect(desk.scans.append)
    capture.install(qapp)
    yield desk
    capture.close()


def test_a_burst_never_lands_in_the_focused_field(desk: Desk, qtbot: QtBot) -> None:
    desk.form.field.setFocus()
    desk.press(IMEI + "\n", gap=5)
    assert desk.texts == [IMEI]  # at once, within the key event of the suffix
    assert desk.form.field.text() == ""
    assert desk.form.presses == []


def test_typing_lands_in_the_field_in_order(desk: Desk, qtbot: QtBot) -> None:
    desk.form.field.setFocus()
    desk.press("PO-88 213", gap=150)
    desk.now_ms[0] += 150
    qtbot.waitUntil(lambda: desk.form.field.text() == "PO-88 213")
    desk.press("\n", gap=150)
    assert desk.form.presses == []
    assert desk.scans == []


def test_a_single_key_is_given_back_without_another_key(desk: Desk, qtbot: QtBot) -> None:
    desk.form.field.setFocus()
    desk.press("7", gap=0)
    assert desk.form.field.text() == ""
    desk.now_ms[0] += 41
    qtbot.waitUntil(lambda: desk.form.field.text() == "7", timeout=1000)


@pytest.mark.parametrize("suffixes", ["\n", "\n\n"])
def test_the_suffix_does_not_press_the_focused_button(desk: Desk, suffixes: str) -> None:
    desk.form.button.setFocus()
    desk.press(IMEI + suffixes, gap=5)
    assert desk.texts == [IMEI]
    assert desk.form.presses == []


def test_a_person_presses_the_button_at_once(desk: Desk) -> None:
    desk.form.button.setFocus()
    desk.press(IMEI + "\n", gap=5)
    desk.press(" ", gap=500)
    assert desk.form.presses == ["button"]


def test_shortcuts_do_not_eat_a_scanners_group_separator(desk: Desk) -> None:
    desk.press("01095010\x1d21R5CT10\n", gap=5)
    assert desk.texts == ["01095010\x1d21R5CT10"]
    assert desk.form.presses == []
    desk.press("\x1d", gap=1000)
    assert desk.form.presses == ["shortcut"]


def test_enter_as_a_shortcut_is_a_persons_only(desk: Desk) -> None:
    action = QAction("Accept", desk.form, shortcut=QKeySequence(ENTER))
    action.triggered.connect(lambda: desk.form.presses.append("enter"))
    desk.form.addAction(action)
    desk.press(IMEI + "\n", gap=5)
    assert (desk.texts, desk.form.presses) == ([IMEI], [])
    desk.press("\n", gap=1000)
    assert desk.form.presses == ["enter"]


def test_scans_are_caught_with_nothing_focused(desk: Desk, qapp: QApplication) -> None:
    desk.form.field.setFocus()
    desk.form.field.clearFocus()
    assert qapp.focusWidget() is None
    desk.press(IMEI + "\n", gap=5)
    assert desk.texts == [IMEI]


def test_scans_are_caught_in_a_modal_dialog(desk: Desk, qapp: QApplication, qtbot: QtBot) -> None:
    dialog = QDialog(desk.form)
    edit, accept = QLineEdit(), QPushButton("OK", default=True)
    accept.clicked.connect(dialog.accept)
    layout = QVBoxLayout(dialog)
    layout.addWidget(edit)
    layout.addWidget(accept)
    dialog.open()
    qtbot.waitUntil(lambda: qapp.focusWindow() is dialog.windowHandle())
    edit.setFocus()
    desk.press(IMEI + "\n", gap=5, window=dialog.windowHandle())
    assert desk.texts == [IMEI]
    assert edit.text() == ""
    assert dialog.isVisible()
    desk.press("ab\n", gap=150, window=dialog.windowHandle())
    assert edit.text() == "ab"
    assert not dialog.isVisible()


def test_scans_are_caught_while_a_menu_is_open(desk: Desk, qtbot: QtBot) -> None:
    menu = QMenu(desk.form)
    menu.addAction("&1 day", lambda: desk.form.presses.append("menu"))
    QTest.mouseClick(desk.form.windowHandle(), Qt.MouseButton.LeftButton)
    menu.popup(desk.form.mapToGlobal(desk.form.rect().center()))
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is menu)
    popup = menu.windowHandle()
    assert popup is not None
    desk.press("\n", gap=500)  # nothing is chosen yet; a key tells the capture of the menu
    menu.popup(desk.form.mapToGlobal(desk.form.rect().center()))
    qtbot.wait(0)
    desk.press(IMEI + "\n", gap=5, window=popup)
    assert desk.texts == [IMEI]
    assert desk.form.presses == []
    desk.press("1", gap=500, window=popup)
    desk.now_ms[0] += 50
    qtbot.waitUntil(lambda: desk.form.presses == ["menu"])


def test_a_window_opened_by_a_scan_gets_the_next_keys(desk: Desk, qapp: QApplication, qtbot: QtBot) -> None:
    other = Form()
    qtbot.addWidget(other)

    def open_other(_scan: Scan) -> None:
        other.show()
        other.activateWindow()

    desk.capture.scanned.connect(open_other)
    desk.press(IMEI + "\n", gap=5)
    qtbot.waitUntil(lambda: qapp.focusWindow() is other.windowHandle())
    desk.press(IMEI + "\n", gap=5, window=other.windowHandle())
    assert desk.texts == [IMEI, IMEI]


def test_held_keys_go_to_the_field_they_were_typed_into(desk: Desk, qtbot: QtBot) -> None:
    desk.form.field.setFocus()
    desk.press("7", gap=0)
    desk.form.button.setFocus()
    desk.now_ms[0] += 41
    qtbot.waitUntil(lambda: desk.form.field.text() == "7", timeout=1000)


def test_held_keys_whose_window_is_gone_are_dropped_quietly(desk: Desk, qapp: QApplication, qtbot: QtBot) -> None:
    dialog = QDialog(desk.form)
    dialog.open()
    qtbot.waitUntil(lambda: qapp.focusWindow() is dialog.windowHandle())
    desk.press("7", gap=0, window=dialog.windowHandle())
    dialog.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    desk.now_ms[0] += 41
    desk.capture.set_active(False)
    assert desk.scans == []


def test_a_scan_without_suffix_ends_by_itself(desk: Desk, qtbot: QtBot) -> None:
    desk.form.field.setFocus()
    desk.press(IMEI, gap=5)
    assert desk.scans == []
    desk.now_ms[0] += 121
    qtbot.waitUntil(lambda: desk.texts == [IMEI], timeout=1000)
    assert desk.scans[0].ended_by == "gap"
    assert desk.form.field.text() == ""


class Recorder(QWidget):
    """Notes each key event that reaches a widget."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[tuple[str, bool]] = []
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        self.seen.append((event.text(), True))

    def keyReleaseEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        self.seen.append((event.text(), False))


def test_a_widget_sees_each_typed_key_pressed_and_released_once_and_nothing_of_a_scan(desk: Desk, qtbot: QtBot) -> None:
    recorder = Recorder()
    desk.form.layout().addWidget(recorder)  # type: ignore[union-attr]
    qtbot.waitUntil(recorder.isVisible)
    recorder.setFocus()
    desk.press("ab", gap=150)
    desk.now_ms[0] += 150
    desk.press(IMEI + "\n", gap=5)
    desk.now_ms[0] += 150
    desk.press("c ", gap=150)
    desk.capture.set_active(False)
    assert desk.texts == [IMEI]
    assert recorder.seen == [(char, pressed) for char in "abc " for pressed in (True, False)]


def test_a_large_code_of_a_few_kilobytes_is_one_scan_and_leaves_nothing_behind(desk: Desk, qtbot: QtBot) -> None:
    recorder = Recorder()
    desk.form.layout().addWidget(recorder)  # type: ignore[union-attr]
    qtbot.waitUntil(recorder.isVisible)
    recorder.setFocus()
    carton = "358240112233440," * 220
    desk.press(carton + "\n", gap=2)
    assert desk.texts == [carton]
    assert recorder.seen == []
    desk.press("a", gap=150)
    desk.capture.set_active(False)
    assert recorder.seen == [("a", True), ("a", False)]


def test_a_key_still_down_when_given_back_is_released_to_the_widget_later(desk: Desk, qtbot: QtBot) -> None:
    recorder = Recorder()
    desk.form.layout().addWidget(recorder)  # type: ignore[union-attr]
    qtbot.waitUntil(recorder.isVisible)
    recorder.setFocus()
    QTest.keyPress(desk.form.windowHandle(), ord("a"))
    desk.now_ms[0] += 41
    qtbot.waitUntil(lambda: recorder.seen == [("a", True)], timeout=1000)
    QTest.keyRelease(desk.form.windowHandle(), ord("a"))
    assert recorder.seen == [("a", True), ("a", False)]


def test_inactive_or_closed_everything_passes(desk: Desk, qtbot: QtBot) -> None:
    desk.form.field.setFocus()
    desk.capture.set_active(False)
    assert not desk.capture.is_active
    desk.press(IMEI, gap=5)
    assert desk.form.field.text() == IMEI
    desk.form.field.clear()
    desk.capture.set_active(True)
    desk.press("12", gap=5)
    desk.capture.close()
    assert desk.form.field.text() == "12"
    desk.press("34567890", gap=5)
    assert desk.form.field.text() == "1234567890"
    assert desk.scans == []


def test_what_is_learned_is_told_once(desk: Desk) -> None:
    told: list[Learned] = []
    desk.capture.learned.connect(told.append)
    desk.press(f"{IMEI}\n{IMEI}\n", gap=5)
    assert told == [Learned(suffix_seen=True)]


def stamped(kind: QEvent.Type, char: str, timestamp_ms: int, scan_code: int) -> QKeyEvent:
    key = ENTER.value if char == "\r" else ord(char)
    event = QKeyEvent(kind, key, NO, scan_code, 0, 0, char)
    event.setTimestamp(timestamp_ms)
    return event


@pytest.fixture
def form(qapp: QApplication, qtbot: QtBot) -> Form:
    form = Form()
    qtbot.addWidget(form)
    form.show()
    form.activateWindow()
    qtbot.waitUntil(lambda: qapp.focusWindow() is form.windowHandle())
    form.field.setFocus()
    return form


def test_keys_that_waited_in_the_queue_of_a_busy_window_still_belong_to_the_scan(
    qapp: QApplication, qtbot: QtBot, form: Form
) -> None:
    now_ms, busy = [5_000_000.0], [False]

    def deliver(text: str, first: int) -> None:
        for index, char in enumerate(text, first):
            event = stamped(QEvent.Type.KeyPress, char, 10_000 + 5 * index, ord(char))
            QCoreApplication.sendEvent(form.windowHandle(), event)

    def clock_ms() -> float:
        if busy[0]:  # the capture's timer asks first; the keys are delivered right after it
            busy[0] = False
            QTimer.singleShot(0, lambda: deliver(IMEI[4:] + "\r", 4))
        return now_ms[0]

    capture = WedgeCapture(WedgeFramer(), clock_ms=clock_ms)
    scans: list[Scan] = []
    capture.scanned.connect(scans.append)
    capture.install(qapp)
    deliver(IMEI[:4], 0)
    now_ms[0] += 400
    busy[0] = True
    qtbot.waitUntil(lambda: bool(scans), timeout=2000)
    assert scans[0].text == IMEI
    assert form.field.text() == ""
    capture.close()


def test_the_window_systems_stamps_count_not_the_time_of_delivery(qapp: QApplication, form: Form) -> None:
    capture = WedgeCapture(WedgeFramer(), clock_ms=lambda: 5_000_000.0)
    scans: list[Scan] = []
    capture.scanned.connect(scans.append)
    capture.install(qapp)
    window = form.windowHandle()
    for gap, text in ((150, "typed1"), (5, IMEI + "\r")):
        for index, char in enumerate(text):
            stamp = (10_000 if gap == 5 else 5_000) + gap * index
            QCoreApplication.sendEvent(window, stamped(QEvent.Type.KeyPress, char, stamp, ord(char)))
            QCoreApplication.sendEvent(window, stamped(QEvent.Type.KeyRelease, char, stamp + 2, ord(char)))
    assert form.field.text() == "typed1"
    (scan,) = scans
    assert scan.gaps_ms == (5.0,) * 15
    assert scan.keys == tuple(map(ord, IMEI + "\r"))
    capture.close()


def windows_key(
    kind: QEvent.Type, text: str, scan_code: int, at_ms: int, *, key: int = 0, shift: bool = False
) -> QKeyEvent:
    held = Qt.KeyboardModifier.ShiftModifier if shift else NO
    event = QKeyEvent(kind, key or ord(text[0].upper()), held, scan_code, 0, 0, text)
    event.setTimestamp(at_ms)
    return event


@pytest.fixture
def heard(qapp: QApplication, form: Form) -> Iterator[list[Scan]]:
    """The scans of a capture that takes scan codes for those of Windows."""
    capture = WedgeCapture(WedgeFramer(validates=lambda text: text == IMEI), clock_ms=lambda: 5e6, platform="windows")
    scans: list[Scan] = []
    capture.scanned.connect(scans.append)
    capture.install(qapp)
    yield scans
    capture.close()


def test_scan_codes_tell_places_on_windows(form: Form, heard: list[Scan]) -> None:
    for index, stroke in enumerate([*wedge_keys.scanned(IMEI, pc="fr"), wedge_keys.ENTER]):
        event = windows_key(QEvent.Type.KeyPress, stroke.text, stroke.scan_code, 10_000 + 5 * index, key=stroke.key)
        QCoreApplication.sendEvent(form.windowHandle(), event)
    (scan,) = heard
    assert (scan.text, scan.layout, scan.pressed) == (IMEI, "keys:us", IMEI)
    assert scan.typed != IMEI
    assert form.field.text() == ""


def test_numbers_keyed_with_alt_are_told_apart_by_each_press_of_alt(form: Form, heard: list[Scan]) -> None:
    alt, keypad = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.KeypadModifier
    at_ms = 10_000
    for char in IMEI:
        presses = [QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Alt, alt, 0x38, 0, 0)]
        presses += [QKeyEvent(QEvent.Type.KeyPress, ord(digit), alt | keypad, 0x47, 0, 0) for digit in str(ord(char))]
        for press in presses:
            at_ms += 5
            press.setTimestamp(at_ms)
            QCoreApplication.sendEvent(form.windowHandle(), press)
    enter = windows_key(QEvent.Type.KeyPress, "\r", 0x1C, at_ms + 5, key=ENTER.value)
    QCoreApplication.sendEvent(form.windowHandle(), enter)
    (scan,) = heard
    assert (scan.text, scan.layout) == (IMEI, "alt")


@pytest.mark.parametrize(
    "pc_key", [Qt.Key.Key_BracketRight, Qt.Key.Key_Plus, Qt.Key.Key_Dollar], ids=["us", "de", "fr"]
)
def test_a_group_separator_is_one_whatever_the_pc_calls_its_key(form: Form, heard: list[Scan], pc_key: Qt.Key) -> None:
    form.addAction(
        QAction("Zoom", form, shortcut=QKeySequence(QKeyCombination(Qt.KeyboardModifier.ControlModifier, pc_key)))
    )
    form.actions()[-1].triggered.connect(lambda: form.presses.append("shortcut"))
    control = Qt.KeyboardModifier.ControlModifier
    for index, char in enumerate("AB0109\x1d21R\r"):
        stroke = wedge_keys.scanned(char)[0] if char != "\r" else wedge_keys.ENTER
        event = windows_key(
            QEvent.Type.KeyPress, stroke.text or "?", stroke.scan_code, 10_000 + 5 * index, key=stroke.key
        )
        if char == "\x1d":
            event = QKeyEvent(QEvent.Type.KeyPress, pc_key, control, 0x1B, 0, 0, "")
            event.setTimestamp(10_000 + 5 * index)
            asked = QKeyEvent(QEvent.Type.ShortcutOverride, pc_key, control, 0x1B, 0, 0, "")
            asked.setTimestamp(10_000 + 5 * index)
            asked.ignore()
            QCoreApplication.sendEvent(form.windowHandle(), asked)
            assert asked.isAccepted(), "no shortcut may have it"
        QCoreApplication.sendEvent(form.windowHandle(), event)
    assert [scan.text for scan in heard] == ["AB0109\x1d21R"]
    assert form.presses == []


@pytest.mark.parametrize(("has_field", "scans", "missed"), [(True, [], 1), (False, [IMEI], 0)])
def test_a_slow_first_scan_is_taken_where_no_field_got_its_keys(
    desk: Desk, qtbot: QtBot, has_field: bool, scans: list[str], missed: int
) -> None:
    framer = WedgeFramer(validates=lambda text: text == IMEI)
    desk.capture.close()
    capture = WedgeCapture(framer, clock_ms=lambda: desk.now_ms[0])
    capture._time.at_ms = lambda timestamp_ms, *, in_burst: desk.now_ms[0]  # type: ignore[method-assign]
    heard: list[str] = []
    misses: list[str] = []
    capture.scanned.connect(lambda scan: heard.append(scan.text))
    capture.missed.connect(lambda: misses.append("missed"))
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    capture.install(app)
    (desk.form.field if has_field else desk.form.button).setFocus()
    desk.press(IMEI + "\n", 62)
    capture.close()
    assert heard == scans
    assert len(misses) == missed
    assert desk.form.field.text() == (IMEI if has_field else "")
    assert desk.form.presses == []
    assert 61 < framer.learned.typical_gap_ms < 63
