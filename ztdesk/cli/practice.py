"""`ztdesk practice-server`: a reseller service on this PC."""

import argparse

from ztdesk.cli.parsing import Commands
from ztdesk.paths import DataFolder


def add_to(commands: Commands) -> None:
    """Name the command in the help; its options are the server's own and come as `rest`."""
    parser = commands.add_parser(
        "practice-server", help="run a zero-touch service on this PC, to practise with", add_help=False
    )
    parser.set_defaults(run=run, takes_rest=True)


def run(arguments: argparse.Namespace, folder: DataFolder) -> int:
    """Run the service until it is stopped."""
    from ztdesk.practice.server import main  # late: only this command needs an HTTP server

    return main(["--data", str(folder.practice().root / "service"), *arguments.rest])
