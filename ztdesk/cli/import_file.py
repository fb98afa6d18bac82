"""`ztdesk import`: a portal file or a list of IMEIs becomes a batch. Prints the batch's id alone on standard output."""

import argparse
import sys
import time
from pathlib import Path

from ztdesk.cli.parsing import Commands
from ztdesk.domain.batch import BatchDraft
from ztdesk.domain.errors import Offline, Refused, SignInNeeded, TryLater, UsageError
from ztdesk.domain.text import counted, text
from ztdesk.paths import DataFolder
from ztdesk.services import Services, opened
from ztdesk.station.csv_import import Importer, Judged
from ztdesk.sync.pull import CustomerPull

_DESCRIPTION = """\
Make an open batch of a file and print the batch's id.

FILE is one of these:

  a plain list      one IMEI or MEID a line, nothing else; a heading is allowed
  a portal CSV      the first line names the columns, in any order; separated by commas, semicolons or tabs
    phones            modemtype,modemid,profiletype,owner   (and, if known, manufacturer,model)
    by serial         serial,model,manufacturer,profiletype,owner
    may be added      phonenumber, ordernumber

modemtype is IMEI or MEID, modemid its number, profiletype ZERO_TOUCH, owner the customer's id, the same as --customer.
A line that cannot be kept is told with its number and why; then nothing is imported, unless --skip-bad is given.
"""


def add_to(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "import",
        help="make a batch of a portal CSV file or a list of IMEIs",
        description=_DESCRIPTION,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("file", type=Path, metavar="FILE", help="a list of IMEIs or MEIDs, or a portal CSV file")
    parser.add_argument("--customer", required=True, metavar="ID", help="the customer the devices are claimed for")
    parser.add_argument("--order", default="", metavar="TEXT", help="order number, kept with every device")
    parser.add_argument("--queue", action="store_true", help="queue the batch at once, to be sent by sync")
    parser.add_argument("--skip-bad", action="store_true", help="keep the good lines of a file that has bad ones")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace, folder: DataFolder) -> int:
    """Check the customer, judge the file, keep the batch. Raises UsageError, Refused, StoreFailure."""
    customer_id: str = arguments.customer
    if not (customer_id.isascii() and customer_id.isdigit()):
        raise UsageError(text("Customer cannot be used"), text("{id} is not a customer's id.", id=customer_id))
    with opened(folder) as services:
        # Before the file: its lines are not worth mending for a customer that is none of ours.
        name = customer_name(services, customer_id)
        importer = Importer(services.batches, services.items, time.time, services.author)
        judged = importer.judge(arguments.file, customer_id)
        _tell_bad(judged)
        if judged.bad_count and not judged.good:
            raise UsageError(text("Nothing was imported"), text("None of the lines can be kept."))
        if judged.bad_count and not arguments.skip_bad:
            good = len(judged.good)
            raise UsageError(
                text("Nothing was imported"),
                counted(
                    "Mend these lines, or keep the {count} good ones with --skip-bad.",
                    "Mend these lines, or keep the {count} good one with --skip-bad.",
                    good,
                ),
            )
        draft = BatchDraft(customer_id, name, arguments.order)
        batch = importer.keep(judged, draft, arguments.file.name)
        # First of all: whoever reads it must know the batch whatever happens next.
        print(batch.id, flush=True)
        if arguments.queue and not services.desk.queue(batch.id):
            raise Refused(
                text("The batch is not queued"),
                text("Batch {id} is kept, but was queued or given up by another program meanwhile.", id=batch.id),
            )
    return 0


def customer_name(services: Services, customer_id: str) -> str:
    """The name of one of this reseller's own customers: from what is kept, else asked for at the service.

    Empty, and said, where neither can tell. Raises Refused for a customer that is not this reseller's own: devices cannot
    be claimed for a vendor's customers (the service's introduction, "Vendors").
    """
    kept = services.catalogue.customer(customer_id)
    if kept is not None:
        return kept.name
    try:
        service = services.connect()
        try:
            pull = CustomerPull(services.catalogue, time.time)
            while not pull.is_complete:
                pull.step(service)
        finally:
            service.close()
    except (Offline, TryLater, SignInNeeded, UsageError) as error:
        print(
            f"ztdesk: {error.title.english()}: the name of customer {customer_id} is not known here yet; "
            "it is looked up before anything is sent.",
            file=sys.stderr,
        )
        return ""
    found = services.catalogue.customer(customer_id)
    if found is None:
        raise Refused(
            text("Not one of our customers"),
            text(
                "{id} is a vendor's customer or unknown; devices can be claimed for own customers only.", id=customer_id
            ),
        )
    return found.name


def _tell_bad(judged: Judged) -> None:
    for row in judged.bad:
        print(f"line {row.line}: {row.value}: {row.reason.english()}", file=sys.stderr)
    untold = judged.bad_count - len(judged.bad)
    if untold:
        print(counted("{count} more bad lines", "{count} more bad line", untold).english(), file=sys.stderr)
