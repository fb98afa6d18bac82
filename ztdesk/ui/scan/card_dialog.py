"""What dialogs have in common that a scanned command card may answer."""

from PySide6.QtWidgets import QDialog

from ztdesk.domain.commands import Verb


class CardDialog(QDialog):
    """A dialog over the scan page."""

    def answer_by_card(self, verb: Verb) -> bool:
        """Answer by a card of this verb; False, and nothing done, when such a card is no answer."""
        raise NotImplementedError
