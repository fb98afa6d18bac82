"""Command barcodes on the scan page: what a scanned card does, and what is said of it. A card never becomes a device.

Decides what a card may do in which state; the station and the page's commands do it.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from ztdesk.domain import halts
from ztdesk.domain.batch import Batch, BatchDraft
from ztdesk.domain.commands import Command, Verb, command_text, decode
from ztdesk.domain.errors import ScanRejected, StoreFailure
from ztdesk.domain.origin import Origin
from ztdesk.domain.text import Text, counted, text
from ztdesk.domain.verdict import Verdict, VerdictKind
from ztdesk.ui.ports import CustomerReader, Desk, Station
from ztdesk.ui.scan.terms_words import chosen_words

_WHILE_LOCKED = frozenset({Verb.ACK})
_WHILE_UNCONFIRMED = frozenset({Verb.ACK, Verb.CUSTOMER, Verb.OPERATOR, Verb.HOLD})
_NO_BATCH_NEEDED = frozenset({Verb.CUSTOMER, Verb.OPERATOR, Verb.FIND, Verb.ACK})


@dataclass(frozen=True, slots=True)
class Actions:
    """What the page does for a card that is not the station's own matter."""

    undo: Callable[[], bool]
    queue: Callable[[], None]
    hold: Callable[[], bool]
    acknowledge: Callable[[], bool]
    find: Callable[[], None]


class CommandCards(QObject):
    """`chosen` with the id of the batch to scan into, `changed` when the one at hand was changed, `operator_named`."""

    chosen = Signal(int)
    changed = Signal()
    operator_named = Signal(str)

    def __init__(
        self, station: Station, desk: Desk, customers: CustomerReader, actions: Actions, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._station = station
        self._desk = desk
        self._customers = customers
        self._actions = actions
        self._does: dict[Verb, Callable[[Command], Verdict | None]] = {
            Verb.CUSTOMER: self._customer,
            Verb.ORDER: self._order,
            Verb.QTY: self._quantity,
            Verb.NEXT: self._next,
            Verb.UNDO: self._undo,
            Verb.ACK: self._acknowledge,
            Verb.QUEUE: self._queue,
            Verb.HOLD: self._hold,
            Verb.FIND: self._find,
            Verb.OPERATOR: self._operator,
        }

    def read(self, payload: str) -> Command | Verdict | None:
        """The command a payload is, the refusal of one that was misread, or None for what is no command at all."""
        said = command_text(payload)
        if said is None:
            return None
        try:
            return decode(said)
        except ScanRejected as error:
            return self._said(VerdictKind.REFUSED, error.title, error.hint, said)

    def run(self, command: Command, payload: str, origin: Origin) -> Verdict | None:
        """Do it; what came of it, None where the page has said so itself. The journal tells of it."""
        refusal = self._refusal(command)
        try:
            verdict = refusal or self._does[command.verb](command)
        except StoreFailure as error:
            verdict = self._said(VerdictKind.REFUSED, error.title, error.hint)
        if verdict is not None and verdict.locks:
            return self._station.lock(verdict, payload, origin)
        self._station.note(payload, verdict or self._done(text("Card read"), text("The page shows the rest.")), origin)
        return verdict

    def _refusal(self, command: Command) -> Verdict | None:
        batch = self._station.batch
        if self._station.is_locked and command.verb not in _WHILE_LOCKED:
            return self._said(VerdictKind.REFUSED, *halts.LOCKED)
        if batch is not None and self._station.must_confirm and command.verb not in _WHILE_UNCONFIRMED:
            return self._said(VerdictKind.REFUSED, *halts.confirm_customer(batch))
        if batch is None and command.verb not in _NO_BATCH_NEEDED:
            return self._said(VerdictKind.REFUSED, *halts.NO_CUSTOMER)
        return None

    # --- what each card does

    def _customer(self, command: Command) -> Verdict:
        batch = self._station.batch
        if batch is not None and batch.draft.customer_id == command.argument:
            if self._station.must_confirm and self._station.acknowledge():
                return self._confirmed(batch)
            return self._done(text("This customer already"), text("Go on scanning for {name}.", name=_name(batch)))
        if batch is not None and (batch.total or self._station.is_box_begun):
            title = text("Card of another customer")
            hint = counted(
                "This batch of {count} devices is for {name}. Nothing was changed. Scan “Understood”, then queue it first.",
                "This batch of one device is for {name}. Nothing was changed. Scan “Understood”, then queue it first.",
                batch.total,
                name=_name(batch),
            )
            other = self._customers.customer(command.argument)
            shown = other.name if other is not None else command.argument
            return replace(self._said(VerdictKind.REFUSED, title, hint, shown), locks=True)
        customer = self._customers.customer(command.argument)
        if customer is None:
            title = text("Customer not known here")
            hint = text("Fetch the customers again. Only this reseller's own customers can be scanned for.")
            return self._said(VerdictKind.REFUSED, title, hint, command.argument)
        draft = BatchDraft(customer.id, customer.name, codes_per_box=self._desk.usual_codes())
        if batch is not None:
            draft = replace(draft, codes_per_box=batch.draft.codes_per_box)
        opened = self._desk.open(draft)
        self.chosen.emit(opened.id)
        return self._done(text("Customer"), chosen_words(customer))

    def _order(self, command: Command) -> Verdict:
        batch = self._at_hand()
        return self._change(
            batch, replace(batch.draft, order_number=command.argument), text("Order"), text("Set for this batch.")
        )

    def _quantity(self, command: Command) -> Verdict:
        batch = self._at_hand()
        if batch.has_note:
            title, hint = (
                text("Delivery note loaded"),
                text("The note says how many are expected. Nothing was changed."),
            )
            return self._said(VerdictKind.REFUSED, title, hint, command.argument)
        draft = replace(batch.draft, expected_count=command.quantity)
        return self._change(batch, draft, text("Expected devices"), text("Set for this batch."))

    def _change(self, batch: Batch, draft: BatchDraft, title: Text, detail: Text) -> Verdict:
        if not self._desk.change(batch.id, draft):
            self.changed.emit()
            return self._said(VerdictKind.REFUSED, text("Batch is closed"), text("Open another batch first."))
        self.changed.emit()
        shown = draft.order_number if draft.order_number != batch.draft.order_number else str(draft.expected_count)
        return replace(self._done(title, detail), code=shown)

    def _next(self, _command: Command) -> Verdict:
        return self._station.next_box()

    def _undo(self, _command: Command) -> Verdict | None:
        if self._actions.undo():
            return None
        return self._said(VerdictKind.IGNORED, text("Nothing to undo"), text("There is no device in this batch."))

    def _acknowledge(self, _command: Command) -> Verdict:
        batch = self._station.batch
        confirms = self._station.must_confirm and not self._station.is_locked
        if self._actions.acknowledge():
            if confirms and batch is not None:
                return self._confirmed(batch)
            return self._done(text("Go on scanning"), text("Seen and acknowledged."))
        return self._said(VerdictKind.IGNORED, text("Nothing to acknowledge"), text("Go on scanning."))

    def _queue(self, _command: Command) -> Verdict | None:
        if self._station.is_box_begun:
            return self._said(VerdictKind.REFUSED, *halts.BOX_NOT_FINISHED)
        if not self._at_hand().total:
            return self._said(VerdictKind.REFUSED, text("Nothing to queue"), text("Scan at least one device first."))
        self._actions.queue()
        return None

    def _hold(self, _command: Command) -> Verdict:
        if self._actions.hold():
            return self._done(text("On hold"), text("No scans are taken. Scan “Hold” again to go on."))
        return self._done(text("Go on scanning"), text("Scans are taken again."))

    def _find(self, _command: Command) -> Verdict:
        self._actions.find()
        return self._done(text("Find a device"), text("The next scan is looked up and not added."))

    def _operator(self, command: Command) -> Verdict:
        self.operator_named.emit(command.argument)
        title, detail, batch = text("Operator"), text("Signed on at this station."), self._station.batch
        if batch is not None and self._station.must_confirm:
            title = text("Now confirm the customer")
            detail = text(
                "Signed on. No scans are taken until this operator has confirmed {name}: scan the customer's card, or"
                " “Understood”.",
                name=_name(batch),
            )
        return replace(self._done(title, detail), code=command.argument)

    # --- what is said

    def _at_hand(self) -> Batch:
        batch = self._station.batch
        assert batch is not None  # noqa: S101 - cards that need a batch are refused without one
        return batch

    def _confirmed(self, batch: Batch) -> Verdict:
        return self._done(text("Customer confirmed"), text("Go on scanning for {name}.", name=_name(batch)))

    def _done(self, title: Text, detail: Text) -> Verdict:
        return self._said(VerdictKind.DONE, title, detail)

    def _said(self, kind: VerdictKind, title: Text, detail: Text, code: str = "") -> Verdict:
        batch = self._station.batch
        return Verdict(
            kind, title, detail, code, batch_id=batch.id if batch else None, count=batch.total if batch else 0
        )


def _name(batch: Batch) -> str:
    return batch.draft.customer_name or batch.draft.customer_id
