"""The dialog that shows the report of a bug and copies it. Knows nothing of what failed or who caught it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from ztdesk.ui.tokens import Space


class CrashDialog(QDialog):
    """Shows one report."""

    def __init__(self, report: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("ztdesk made a mistake"))
        self.resize(720, 480)
        self._report = QPlainTextEdit(report)
        self._report.setReadOnly(True)
        self._report.setAccessibleName(self.tr("Report"))
        buttons = QDialogButtonBox()
        copy = buttons.addButton(self.tr("Copy the report"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(self._on_copy)
        buttons.addButton(self.tr("Go on"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.EDGE, Space.EDGE, Space.EDGE, Space.EDGE)
        layout.setSpacing(Space.GAP)
        words = QLabel(
            self.tr("No confirmed scan is lost. Please copy this report and send it to whoever looks after ztdesk.")
        )
        words.setWordWrap(True)
        layout.addWidget(words)
        layout.addWidget(self._report, 1)
        layout.addWidget(buttons)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report.toPlainText())
