"""Where `ztdesk`, `python -m ztdesk` and the built program all begin."""

import sys

from ztdesk.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
