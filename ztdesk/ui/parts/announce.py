"""Speaks to a screen reader when something happened that has no focus; silent when none listens."""

from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, sentence: str, *, urgent: bool = False) -> None:
    """Have `sentence` read out on behalf of `widget`; an urgent one interrupts what is being read."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # late: many enumerations for what few PCs need

    if not QAccessible.isActive() or not sentence:
        return
    event = QAccessibleAnnouncementEvent(widget, sentence)
    manners = QAccessible.AnnouncementPoliteness
    event.setPoliteness(manners.Assertive if urgent else manners.Polite)
    QAccessible.updateAccessibility(event)
