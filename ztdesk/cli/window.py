"""`ztdesk` without a command: the window. Says in a sentence what it lacks, where Qt would abort."""

import argparse
import gc
import sys

from ztdesk import system_libraries
from ztdesk.domain.errors import UsageError
from ztdesk.domain.text import text
from ztdesk.paths import DataFolder


def run(arguments: argparse.Namespace, folder: DataFolder) -> int:
    """Open the window and stay until it is closed."""
    obstacle = system_libraries.obstacle()
    if obstacle is not None:
        print(f"ztdesk: {obstacle.english()}", file=sys.stderr)
        return 3
    # Nothing of what is loaded and built can be collected, and looking through it is a tenth of the start.
    gc.disable()
    try:
        from ztdesk.app.run import run_window  # late: the command line works without Qt
    except ImportError as error:
        raise UsageError(
            text("The window cannot be shown"), text("Qt is not usable here: {reason}", reason=error)
        ) from error
    try:
        return run_window(folder.practice() if arguments.practice else folder, practice=arguments.practice)
    finally:
        gc.enable()
