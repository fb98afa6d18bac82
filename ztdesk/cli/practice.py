"""`ztdesk practice-server`: a reseller service on this PC."""

from collections.abc import Sequence

from ztdesk.cli.parsing import Commands


def add_to(commands: Commands) -> None:
    """Name the command in the help; its options are the server's own."""
    commands.add_parser("practice-server", help="run a zero-touch service on this PC, to practise with", add_help=False)


def run(argv: Sequence[str]) -> int:
    """Run the service until it is stopped."""
    from ztdesk.practice.server import main  # late: only this command needs an HTTP server

    return main(argv)
