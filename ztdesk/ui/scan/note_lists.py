"""What differs between a batch and its delivery note, side by side: the missing and the unexpected devices."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ztdesk.domain.batch import Item
from ztdesk.domain.delivery_note import BadNoteLine, NoteLine
from ztdesk.domain.identifiers import group_imei
from ztdesk.domain.text import Text
from ztdesk.ui.icons import Icon
from ztdesk.ui.parts.buttons import Button
from ztdesk.ui.parts.card import Card
from ztdesk.ui.parts.labels import Label
from ztdesk.ui.parts.row_table import RowTable
from ztdesk.ui.parts.wrapped_delegate import WrappedDelegate
from ztdesk.ui.table_model import Column, RowTableModel
from ztdesk.ui.theme import Theme
from ztdesk.ui.tokens import Space
from ztdesk.ui.wording import words

_LINE_WIDE = 96
_VALUE_WIDE = 210
_REASON = 2


class _Half(QWidget):
    """A heading with a button that copies all, above a table."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.heading = Label("", "label", self)
        self.copy = Button(theme, self.tr("Copy all"), Icon.COPY, quiet=True, parent=self)
        self.model: RowTableModel[Any] = RowTableModel(self._columns(), parent=self)
        self.table = RowTable(theme, self._name(), parent=self)
        self.table.show_rows(self.model)
        self.copy.clicked.connect(self._on_copy_clicked)
        card = Card(theme, 0, self)
        card.column.addWidget(self.table)
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(self.copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(card, 1)

    def _name(self) -> str:
        raise NotImplementedError

    def _columns(self) -> Sequence[Column[Any]]:
        raise NotImplementedError

    def show_rows(self, heading: Text, rows: Sequence[object]) -> None:
        """Show these under `heading`."""
        self.heading.setText(words(heading))
        self.model.set_rows(rows)
        self.copy.setEnabled(bool(rows))

    def _on_copy_clicked(self) -> None:
        rows = (self.model.row(position) for position in range(self.model.rowCount()))
        columns = self.model.columns()
        lines = ("\t".join(column.plain(row) for column in columns) for row in rows if row is not None)
        QGuiApplication.clipboard().setText("\n".join(lines))


class MissingList(_Half):
    """Lines of a note of which nothing was scanned."""

    def _name(self) -> str:
        return self.tr("Missing devices")

    def _columns(self) -> Sequence[Column[Any]]:
        return (
            Column[NoteLine](self.tr("Number"), _shown_line, number=True, copy=_plain_line, tooltip=_whole_line),
            Column[NoteLine](self.tr("Line"), _line, muted=True, right=True, width=_LINE_WIDE),
        )


class UnexpectedList(_Half):
    """Devices that are not on the note."""

    def _name(self) -> str:
        return self.tr("Devices that are not on the note")

    def _columns(self) -> Sequence[Column[Any]]:
        return (
            Column[Item](self.tr("Number"), _shown_item, number=True, copy=_plain_item),
            Column[Item](self.tr("Scan"), _position, muted=True, right=True, width=_LINE_WIDE),
        )


class BadLineList(_Half):
    """Lines of a file that name no device, each with the whole reason: it ends in what to do."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.table.setItemDelegateForColumn(_REASON, WrappedDelegate(theme, self.table))
        self.table.set_row_height(Space.TALL_ROW + Space.UNIT)

    def _name(self) -> str:
        return self.tr("Lines that name no device")

    def _columns(self) -> Sequence[Column[Any]]:
        return (
            Column[BadNoteLine](self.tr("Line"), _bad_line, muted=True, width=_LINE_WIDE),
            Column[BadNoteLine](self.tr("What it says"), _bad_value, width=_VALUE_WIDE, tooltip=_bad_value),
            Column[BadNoteLine](self.tr("Why it is refused"), _reason, tooltip=_reason),
        )


def _shown_line(line: NoteLine) -> str:
    return group_imei(line.numbers[0])


def _whole_line(line: NoteLine) -> str:
    return "\n".join(map(group_imei, line.numbers))


def _plain_line(line: NoteLine) -> str:
    return line.numbers[0]


def _line(line: NoteLine) -> str:
    return str(line.line)


def _shown_item(item: Item) -> str:
    return item.identifier.shown()


def _plain_item(item: Item) -> str:
    return item.identifier.plain()


def _position(item: Item) -> str:
    return str(item.position)


def _bad_line(bad: BadNoteLine) -> str:
    return str(bad.line)


def _bad_value(bad: BadNoteLine) -> str:
    return bad.value


def _reason(bad: BadNoteLine) -> str:
    return words(bad.reason)
