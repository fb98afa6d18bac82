"""Shared set-up of the tests: Qt without a screen, and None kept alive under it."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from ztdesk.ui.none_reference import keep_none_alive  # noqa: E402 - Qt must not be loaded before the platform is set

keep_none_alive()
