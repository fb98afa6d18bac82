"""The Practice menu: what can be made to go wrong with the practice service. Knows names and titles, nothing more."""

from collections.abc import Iterable

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from ztdesk.ui.parts.buttons import Button
from ztdesk.ui.theme import Theme


class PracticeMenu(Button):
    """`switched(str, bool)` with a fault's name when a person switches it."""

    switched = Signal(str, bool)

    def __init__(self, theme: Theme, faults: Iterable[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(theme, self.tr("Practice"), quiet=True, parent=parent)
        self.setToolTip(self.tr("Make the practice service fail, to see what happens"))
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        self._actions: dict[str, QAction] = {}
        for name, title in faults:
            action = menu.addAction(title)
            action.setCheckable(True)
            action.toggled.connect(lambda on, name=name: self.switched.emit(name, on))
            self._actions[name] = action
        menu.addSeparator()
        menu.addAction(self.tr("Everything works again")).triggered.connect(self._on_all_off)
        self.setMenu(menu)

    def show_active(self, names: Iterable[str]) -> None:
        """Tick what is on, without switching anything."""
        active = set(names)
        for name, action in self._actions.items():
            with QSignalBlocker(action):
                action.setChecked(name in active)

    def _on_all_off(self) -> None:
        for action in self._actions.values():
            action.setChecked(False)
