"""Where the built program starts: the same as `python -m ztdesk`."""

import sys

from ztdesk.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
