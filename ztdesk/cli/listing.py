"""`ztdesk batches`, `items` and `journal`: what is kept, for people and for scripts. The JSON forms are stable."""

import argparse
import json
import sys
from collections.abc import Iterable
from datetime import UTC, datetime

from ztdesk.cli.parsing import Commands
from ztdesk.cloud.codec import identifier_to_json
from ztdesk.domain.advice import device_advice
from ztdesk.domain.batch import BatchState, BatchSummary, Item
from ztdesk.domain.errors import UsageError
from ztdesk.domain.journal import Entry, Event
from ztdesk.domain.text import text
from ztdesk.paths import DataFolder
from ztdesk.services import opened
from ztdesk.station.csv_export import write_items

_CSV = (
    "In the CSV a tab stands before every IMEI, customer id and other long number, so that a spreadsheet keeps all its"
    " digits; a program that reads the file strips it, or reads --json."
)
_SAID = {Event.SENT: "sending"}
"""Written before a request's first byte leaves: what came of it is the next entry's to say."""


def add_to(commands: Commands) -> None:
    """Add the commands."""
    batches = commands.add_parser(
        "batches", help="list the batches", description="List the batches of this PC, newest first."
    )
    batches.add_argument("--json", action="store_true", help="as JSON")
    batches.set_defaults(run=run_batches)
    items = commands.add_parser(
        "items",
        help="list or export the devices of a batch with their verdicts",
        description="List the devices of a batch, what became of each, and what to do.",
        epilog=_CSV,
    )
    items.add_argument("batch", type=int, metavar="BATCH", help="the batch's id")
    form = items.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="as JSON")
    form.add_argument("--csv", action="store_true", help="as CSV, the same file as the window's Export writes")
    items.set_defaults(run=run_items)
    journal = commands.add_parser(
        "journal",
        help="show or check the journal",
        description="Show what was scanned, queued and sent, by whom and with what result, oldest first.",
    )
    journal.add_argument("--json", action="store_true", help="as JSON, a line an entry")
    journal.add_argument("--verify", action="store_true", help="check that no entry was changed, removed or put in")
    journal.set_defaults(run=run_journal)


def run_batches(arguments: argparse.Namespace, folder: DataFolder) -> int:
    """Print every batch, newest first."""
    with opened(folder) as services:
        summaries = services.batches.summaries()
    if arguments.json:
        print(json.dumps([_batch_to_json(summary) for summary in summaries], ensure_ascii=False, indent=2))
        return 0
    for summary in summaries:
        batch, counts = summary.batch, summary.counts
        name = batch.draft.customer_name or "(name not known yet)"
        print(
            f"{batch.id:>6}  {summary.shown.value:<18}  {counts.succeeded:>6} of {counts.total:<6} claimed"
            f"  {counts.failed:>5} failed  {batch.draft.customer_id}  {name}  {batch.draft.order_number}".rstrip()
        )
    return 0


def run_items(arguments: argparse.Namespace, folder: DataFolder) -> int:
    """Print every device of a batch. Raises UsageError when there is no such batch."""
    with opened(folder) as services:
        try:
            summary = services.batches.summary(arguments.batch)
        except (KeyError, OverflowError) as error:
            raise UsageError(
                text("No such batch"), text("There is no batch {batch} here.", batch=arguments.batch)
            ) from error
        items = services.items.of_batch(arguments.batch)
        unexpected = services.notes.unexpected_ids(arguments.batch) if summary.batch.has_note else ()
    if arguments.json:
        print(json.dumps([_item_to_json(item) for item in items], ensure_ascii=False, indent=2))
    elif arguments.csv:
        # The writer ends its lines itself; the console must not do it again.
        if hasattr(sys.stdout, "reconfigure"):
            sys.stdout.reconfigure(newline="")
        write_items(items, summary, sys.stdout, unexpected_ids=unexpected)
    else:
        _print_items(items, summary.batch.state)
    return 0


def run_journal(arguments: argparse.Namespace, folder: DataFolder) -> int:
    """Print the journal, or check its chain: 3 when it is broken."""
    with opened(folder) as services:
        if arguments.verify:
            broken = services.journal.first_broken()
            if broken is not None:
                print(f"ztdesk: The journal was changed: entry {broken} does not fit its seal.", file=sys.stderr)
                return 3
            print("The journal is whole.")
            return 0
        for entry in services.journal.entries():
            if arguments.json:
                print(json.dumps(_entry_to_json(entry), ensure_ascii=False))
            else:
                said = _SAID.get(entry.event, entry.event.value)
                batch = "" if entry.batch_id is None else f"batch {entry.batch_id}"
                print(f"{_iso(entry.at)}  {entry.author.station}  {said:<10} {batch:<10} {entry.verdict}")
    return 0


def _print_items(items: Iterable[Item], state: BatchState) -> None:
    for item in items:
        advice = device_advice(item, state)
        hint = advice.hint.english()
        words = f"{advice.title.english()}. {hint}" if hint else advice.title.english()
        print(f"{item.position:>6}  {item.identifier.shown():<20}  {item.state.value:<10} {words}")


def _batch_to_json(summary: BatchSummary) -> dict[str, object]:
    batch, counts = summary.batch, summary.counts
    return {
        "id": str(batch.id),
        "kind": batch.draft.kind.value,
        "customer_id": batch.draft.customer_id,
        "customer_name": batch.draft.customer_name,
        "order_number": batch.draft.order_number,
        "state": summary.shown.value,
        "counts": {
            "total": counts.total,
            "pending": counts.pending,
            "sent": counts.sent,
            "succeeded": counts.succeeded,
            "failed": counts.failed,
            "unknown": counts.unknown,
        },
        "progress": summary.progress,
        "operations": list(summary.operations),
        "opened_at": _iso(batch.opened_at),
        "closed_at": None if batch.closed_at is None else _iso(batch.closed_at),
    }


def _item_to_json(item: Item) -> dict[str, object]:
    return {
        "position": item.position,
        "identifier": identifier_to_json(item.identifier),
        "state": item.state.value,
        "device_id": item.device_id,
        "status": item.status,
        "error_identifier": item.error_identifier,
        "error_message": item.error_message,
        "scanned_at": _iso(item.scanned_at),
    }


def _entry_to_json(entry: Entry) -> dict[str, object]:
    return {
        "at": _iso(entry.at),
        "station": entry.author.station,
        "operator": entry.author.operator,
        "event": entry.event.value,
        "batch": None if entry.batch_id is None else str(entry.batch_id),
        "raw": entry.raw,
        "verdict": entry.verdict,
    }


def _iso(at: float) -> str:
    return datetime.fromtimestamp(at, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
