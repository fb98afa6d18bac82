"""The devices of the batch at hand, newest first, read a page at a time however many there are.

Shows and names rows; takes none out itself.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QDateTime, QLocale, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QFontMetrics, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QWidget

from ztdesk.domain.batch import Item
from ztdesk.domain.errors import StoreFailure
from ztdesk.domain.identifiers import group_imei
from ztdesk.ui.icons import Icon
from ztdesk.ui.parts.card import Card
from ztdesk.ui.ports import ItemReader
from ztdesk.ui.scan.held_note import HeldNote
from ztdesk.ui.scan.scan_table import TIME, ScanRows, ScanTable
from ztdesk.ui.scan.sighting_column import SightingColumn
from ztdesk.ui.table_model import Column
from ztdesk.ui.theme import Theme
from ztdesk.ui.tokens import Space, Tone, Type

_POSITION_WIDE = 84
_TIME_WIDE = 138
_MOST_AT_ONCE = 100  # each removal is a transaction of its own
_NARROW = 470
_POSITION_NARROW, _TIME_NARROW = 64, 108
_LEAST_WIDE = 404  # an IMEI is never cut
_LONGEST = group_imei("0" * 15)
_EDGES = 18  # the card's own and the scroll bar
_SERVICE = 3  # the place of the column of what the service said
_TWO_LINES = 60
_LOOKED_AT = 20  # newest rows by which a batch is known to have second numbers


class BatchRows:
    """The items of one batch as a table's rows, newest first. What the disk refuses goes to `on_failure`."""

    def __init__(self, items: ItemReader, ids: Sequence[int], on_failure: Callable[[StoreFailure], None]) -> None:
        self._items = items
        self._ids = list(ids)  # oldest first: what is scanned comes in at the end, which costs the same at any length
        self._on_failure = on_failure

    def count(self) -> int:
        """How many there are."""
        return len(self._ids)

    def rows(self, start: int, stop: int) -> Sequence[Item]:
        """Those at positions `start` to `stop`, the last left out."""
        length = len(self._ids)
        wanted = self._ids[max(0, length - stop) : length - start][::-1]
        try:
            return self._items.by_id(wanted)
        except StoreFailure as error:
            # Asked for from within a paint event, where nothing may be raised.
            self._on_failure(error)
            return ()

    def add(self, item_id: int) -> None:
        """One more, before all others."""
        self._ids.append(item_id)

    def remove(self, item_id: int) -> int | None:
        """One less; where it was, None when it was not there."""
        for place in range(len(self._ids) - 1, -1, -1):
            if self._ids[place] == item_id:
                del self._ids[place]
                return len(self._ids) - place
        return None


class ScanList(Card):
    """The list. `remove_asked` with the selected items, `failed` with title and hint when rows could not be read."""

    remove_asked = Signal(object)
    failed = Signal(object, object)

    def __init__(
        self, theme: Theme, items: ItemReader, clock: Callable[[], float], parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, 0, parent)
        self._items = items
        self._clock = clock
        self._failure: StoreFailure | None = None
        self._unexpected: frozenset[int] = frozenset()
        self._number_wide = QFontMetrics(theme.number_font(Type.NUMBER)).horizontalAdvance(_LONGEST) + Space.INSET + 4
        self._is_time_left_out = False  # its tool tip has it
        self._rows = BatchRows(items, (), self._on_failure)
        self.sightings = SightingColumn(HeldNote(theme, self), self)
        self.model = ScanRows(self._columns(), self._rows, parent=self)
        self.table = ScanTable(theme, self.tr("Devices in this batch, newest first"), mark_first=True, parent=self)
        self.table.show_rows(self.model)
        self.sightings.attach(self.table, self.model, _SERVICE)
        self.table.set_ground(self.sightings.held_tone)
        self.column.addWidget(self.table)
        self.setMinimumWidth(_LEAST_WIDE)
        self.remove_action = QAction(self.tr("Remove …"), self.table)
        self.remove_action.setShortcut(QKeySequence.StandardKey.Delete)
        self.remove_action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.remove_action.setEnabled(False)
        self.remove_action.triggered.connect(self._on_remove_asked)
        self.table.addAction(self.remove_action)
        self.table.selectionModel().selectionChanged.connect(self._on_selection_changed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a small screen the number has the room."""
        super().resizeEvent(event)
        narrow = self.width() < _NARROW
        header = self.table.horizontalHeader()
        header.resizeSection(0, _POSITION_NARROW if narrow else _POSITION_WIDE)
        left = self.width() - _POSITION_NARROW - _TIME_NARROW - _EDGES - (Space.ROW if self.sightings.is_shown else 0)
        self._is_time_left_out = narrow and left < self._number_wide
        time_narrow = Space.ROW if self._is_time_left_out else _TIME_NARROW
        header.resizeSection(TIME, time_narrow if narrow else _TIME_WIDE)
        # Where the times have no room, neither has their title.
        self.model.show_time_title(shown=not self._is_time_left_out)

    def show_batch(self, batch_id: int | None) -> None:
        """Show the devices of a batch, or none. Raises StoreFailure."""
        ids: list[int] = []
        try:
            if batch_id is not None:
                ids = self._items.ids(batch_id, newest_first=False)
        finally:
            # Rows of another batch must not stay when these cannot be read.
            self._rows = BatchRows(self._items, ids, self._on_failure)
            self.sightings.show_batch(batch_id)
            self.model.set_rows(self._rows)
            self.table.set_row_height(Space.ROW)
            self.table.scrollToTop()
        newest = (self.model.row(position) for position in range(min(_LOOKED_AT, self._rows.count())))
        if any(item is not None and _others(item) for item in newest):
            self.table.set_row_height(_TWO_LINES)

    def add(self, item_id: int) -> None:
        """A device came in. Reads that row alone; one that cannot be read is read again when it is seen."""
        try:
            found = self._items.by_id([item_id])
        except StoreFailure:
            found = []
        if found and _others(found[0]):
            self.table.set_row_height(_TWO_LINES)
        self.sightings.added(item_id)
        self._rows.add(item_id)
        self.model.row_added_on_top(found[0] if found else None)

    def mark_unexpected(self, item_ids: frozenset[int]) -> None:
        """These devices are not on the batch's delivery note: a triangle stands in place of their tick."""
        if item_ids != self._unexpected:
            self._unexpected = item_ids
            self.table.viewport().update()

    def forget(self, item_id: int) -> None:
        """A device was taken out."""
        position = self._rows.remove(item_id)
        if position is not None:
            self.model.row_removed(position)
            self.sightings.removed(item_id)

    def selected(self) -> list[Item]:
        """The selected devices, from the top."""
        rows = (self.model.row(position) for position in self.table.selected_rows())
        return [row for row in rows if row is not None]

    def _columns(self) -> tuple[Column[Item], ...]:
        return (
            Column(self.tr("#"), _position, muted=True, width=_POSITION_WIDE, spoken=self._spoken_position),
            Column(
                self.tr("IMEI or number"),
                _shown,
                detail=_others,
                number=True,
                copy=_plain,
                tooltip=self._whole,
                spoken=self._whole,
                tone=self.sightings.held_tone,
                icon=_no_shape,
                toned_text=True,
            ),
            Column(
                self.tr("Scanned"),
                self._shown_time,
                tone=self._safety,
                muted=True,
                width=_TIME_WIDE,
                tooltip=self._moment,
                copy=self._time,
                spoken=self._time,
            ),
            self.sightings.column(),
        )

    def _spoken_position(self, item: Item) -> str:
        return self.tr("number {position}").format(position=item.position)

    def _whole(self, item: Item) -> str:
        identifier = item.identifier
        lines = [identifier.shown()]
        if identifier.imei2:
            lines.append(self.tr("IMEI 2 {number}").format(number=group_imei(identifier.imei2)))
        if identifier.serial and identifier.serial != lines[0]:
            lines.append(self.tr("Serial number {number}").format(number=identifier.serial))
        if identifier.serial:
            maker = self.tr("{maker} {model}").format(maker=identifier.manufacturer, model=identifier.model)
            lines.append(maker.strip())
        if item.id in self._unexpected:
            lines.append(self.tr("Not on the delivery note"))
        return "\n".join(filter(None, lines))

    def _shown_time(self, item: Item) -> str:
        return "" if self._is_time_left_out else self._time(item)

    def _time(self, item: Item) -> str:
        at, now = _local(item.scanned_at), _local(self._clock())
        short = QLocale.FormatType.ShortFormat
        if at.date() == now.date():
            return QLocale().toString(at.time(), short)
        return QLocale().toString(at.date(), short)

    def _safety(self, item: Item) -> Tone:
        return Tone.DUPLICATE if item.id in self._unexpected else Tone.OK

    def _moment(self, item: Item) -> str:
        moment = QLocale().toString(_local(item.scanned_at), QLocale.FormatType.ShortFormat)
        return self.tr("Scanned {moment}, safe on this PC").format(moment=moment)

    def _on_failure(self, error: StoreFailure) -> None:
        if self._failure is None:
            QTimer.singleShot(0, self, self._tell_failure)
        self._failure = error

    def _tell_failure(self) -> None:
        failure, self._failure = self._failure, None
        if failure is not None:
            self.failed.emit(failure.title, failure.hint)

    def _on_selection_changed(self) -> None:
        positions = self.table.selected_rows()
        self.remove_action.setEnabled(0 < len(positions) <= _MOST_AT_ONCE)
        if len(positions) > _MOST_AT_ONCE:
            self.remove_action.setText(self.tr("Remove at most %n devices at once", "", _MOST_AT_ONCE))
        elif len(positions) == 1:
            item = self.model.row(positions[0])
            if item is not None:
                words = self.tr("Remove number {position}: {number} …")
                shown = words.format(position=item.position, number=item.identifier.shown())
                self.remove_action.setText(shown.replace("&", "&&"))
        elif positions:
            self.remove_action.setText(self.tr("Remove %n devices …", "", len(positions)))

    def _on_remove_asked(self) -> None:
        items = self.selected()
        if items:
            self.remove_asked.emit(items)


def _local(at: float) -> QDateTime:
    return QDateTime.fromSecsSinceEpoch(int(at))


def _position(item: Item) -> str:
    return str(item.position)


def _shown(item: Item) -> str:
    return item.identifier.shown()


def _others(item: Item) -> str:
    """The second IMEI, which is never cut, then the serial number."""
    one = item.identifier
    others = (group_imei(one.imei2), one.serial if one.serial != one.shown() else "")
    return " · ".join(filter(None, others))


def _plain(item: Item) -> str:
    return item.identifier.plain()


def _no_shape(_item: Item) -> Icon | None:
    return None
