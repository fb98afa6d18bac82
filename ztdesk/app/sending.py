"""The sync's thread as the window runs it: what it sends with is opened, and loaded, in that thread."""

from PySide6.QtCore import QObject

from ztdesk.background.sync_worker import Session, SyncThread, Telling
from ztdesk.paths import DataFolder
from ztdesk.settings import Settings
from ztdesk.store.turns import Turns


def sync_thread(folder: DataFolder, settings: Settings, turns: Turns, parent: QObject) -> SyncThread:
    """A sync of `folder` on the account of `settings`, still to be started; at writing it takes turns with the window."""

    def open_session(telling: Telling) -> Session:
        from ztdesk.sync_session import SyncSession  # late: loaded in the sync's thread, after the first paint

        return SyncSession(folder, settings, telling, turns, telling.sightings_changed)

    return SyncThread(open_session, parent)
