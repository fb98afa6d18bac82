"""The table the scan list shows its rows in, as far as it differs from others. Knows no row's meaning."""

from PySide6.QtCore import Qt

from ztdesk.domain.batch import Item
from ztdesk.ui.parts.row_table import RowTable
from ztdesk.ui.table_model import RowTableModel

TIME = 2
"""The place of the column of when a device was scanned."""


class ScanRows(RowTableModel[Item]):
    """The title of the times can be left out: a title is never cut."""

    _has_time_title = True

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The columns' titles."""
        is_shown = role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal
        if section == TIME and is_shown and not self._has_time_title:
            return ""
        return super().headerData(section, orientation, role)

    def show_time_title(self, *, shown: bool) -> None:
        """Show it, or leave it out."""
        if shown is not self._has_time_title:
            self._has_time_title = shown
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, TIME, TIME)


class ScanTable(RowTable):
    """Typed letters look nothing up: that would read every row there is."""

    def keyboardSearch(self, _search: str) -> None:
        """Do nothing."""
