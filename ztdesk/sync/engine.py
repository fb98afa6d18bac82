"""Decides what the sync does next: one bounded piece a step, and when to come back.

Knows no thread, no timer and no HTTP. Waiting lives in the rows, so a restart loses nothing of it.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from ztdesk.domain.connection import Connection, Link
from ztdesk.domain.errors import Refused, TryLater, ZtdeskError
from ztdesk.domain.identifiers import DeviceIdentifier
from ztdesk.domain.outbox import LONGEST_BACK_OFF_S, LONGEST_WAIT_S, Submission, SubmissionState
from ztdesk.domain.sighting import LookedUp
from ztdesk.store.batches import Batches
from ztdesk.store.catalogue import Catalogue
from ztdesk.store.outbox import Outbox
from ztdesk.store.workload import Workload
from ztdesk.sync.clock_watch import LEAP_S, ClockWatch
from ztdesk.sync.customers import Customers
from ztdesk.sync.inquiry import Inquiry
from ztdesk.sync.line import Line
from ztdesk.sync.pace import Pace
from ztdesk.sync.pause import Pause
from ztdesk.sync.poll import poll
from ztdesk.sync.preflight import Preflight
from ztdesk.sync.push import push
from ztdesk.sync.reconcile import Reconciler
from ztdesk.sync.service import Observer, ResellerService
from ztdesk.sync.standing import Standing
from ztdesk.sync.timing import Timing

_LONGEST_SLEEP_S = 60.0
_SPARE_CALLS = 45.0
"""Calls that looking devices up ahead always leaves to sending."""
_LONGEST_GRACE_S = LONGEST_WAIT_S - LEAP_S  # what is due later than the longest wait counts as due at once


class Engine:
    """Steps through the outbox of one data folder; only the one process that holds the folder's lock may have one."""

    def __init__(
        self,
        *,
        batches: Batches,
        outbox: Outbox,
        catalogue: Catalogue,
        connect: Callable[[], ResellerService],
        observer: Observer,
        clock: Callable[[], float],
        uptime: Callable[[], float],
        timing: Timing,
        preflight: Preflight | None = None,
    ) -> None:
        self._batches = batches
        self._outbox = outbox
        self._observer = observer
        self._clock = clock
        self._timing = timing
        self._pace = Pace()
        self._line = Line(connect, self._pace)
        self._reconciler = Reconciler(outbox, clock)
        self._preflight = preflight
        self._inquiry = Inquiry(self._line, catalogue, self._react, clock)
        self._customers = Customers(batches, outbox, catalogue, observer, clock)
        self._recovered = False
        self._clock_watch = ClockWatch(outbox, uptime, timing.poll_longest_s)
        self._standing = Standing(observer)
        self._pause = Pause()
        self._pull_due_at = 0.0

    @property
    def connection(self) -> Connection:
        """How the service could be reached when it was last tried."""
        return self._standing.connection

    def step(self) -> float:
        """Do one bounded piece of work; answers the seconds until there may be more (0: at once), never more than 60.

        Raises StoreFailure; whatever is raised, a later step goes on where the rows say.
        """
        try:
            return min(self._step(), _LONGEST_SLEEP_S)
        except BaseException:
            # A submission may have been left in `sending`: to be found there as at the start.
            self._recovered = False
            raise

    def _step(self) -> float:
        now = self._clock()
        if self._clock_watch.mind(now, self._grace_s):
            self._reconciler.forget()
        if not self._recovered:
            self._recover(now)
        if self.connection.link is Link.SIGNED_OUT:
            return _LONGEST_SLEEP_S
        wait_s = self._pause.left_s(now) or self._pace.wait_s(now)
        if wait_s > 0:
            return wait_s
        try:
            if self._work(now):
                return 0.0
        except ZtdeskError as error:
            return self._react(error)
        return self._until_next(now)

    def workload(self) -> Workload:
        """What is left to do that this account can do."""
        return self._outbox.workload(self._line.account)

    def look_up(self, identifier: DeviceIdentifier) -> LookedUp:
        """Ask at once where a device is, for a person who waits for it. Raises StoreFailure, UsageError."""
        if self._pause.left_s(self._clock()) > 0 or self.connection.link is Link.SIGNED_OUT:
            return LookedUp(identifier, None, self.connection.title, self.connection.hint)
        return self._inquiry.look_up(identifier)

    @property
    def is_stuck(self) -> bool:
        """Whether nothing is left but what the service refuses to tell."""
        work = self.workload()
        left = work.waiting + work.sending + work.accepted + work.unknown + work.unassigned
        return 0 < left <= len(self._standing.refused_ids)

    def refresh_customers(self) -> None:
        """Fetch the customers again, beginning with the next step."""
        self._standing.customers_failed = False
        self._customers.refresh()

    @property
    def is_fetching(self) -> bool:
        """Whether customers are being fetched."""
        return self._customers.is_fetching

    def try_again(self) -> None:
        """A person acted: forget what was refused and every wait of the network, and read the key anew."""
        refused_ids = self._standing.refused_ids
        for state in (SubmissionState.ACCEPTED, SubmissionState.UNKNOWN) if refused_ids else ():
            for submission in self._outbox.in_state(state):
                if submission.id in refused_ids:
                    self._outbox.postpone(submission, self._clock())
        self._pause.end()
        self._pull_due_at = 0.0
        self.close()
        self._standing.begin_anew()

    def close(self) -> None:
        """Close the service's connections; a later step opens them again."""
        self._line.close()

    def _recover(self, now: float) -> None:
        """What was being sent when the program ended may have been taken."""
        for submission in self._outbox.in_state(SubmissionState.SENDING):
            self._outbox.doubt(submission, now, now + self._grace_s(), "found in sending at start")
            self._observer.batch_changed(submission.batch_id)
        self._recovered = True

    def _work(self, now: float) -> bool:
        """Do the most urgent piece that is due; False when there is none."""
        work = self.workload()
        if self._line.account is None and (work.accepted or work.unknown):
            self._line.open()
        if self._poll_one(now) or self._push_one(now) or self._look_up_one(now) or self._pull_page(now):
            return True
        self._standing.note_rest(self.workload().foreign_account)
        return self._sight_one(now)

    def _poll_one(self, now: float) -> bool:
        submission = self._outbox.due(SubmissionState.ACCEPTED, now, self._line.account)
        if submission is None:
            return False
        shortest_s, longest_s = self._timing.poll_shortest_s, self._timing.poll_longest_s
        service = self._line.call(now)
        with self._postponing(submission):
            poll(self._outbox, service, submission, self._clock, self._grace_s(), shortest_s, longest_s)
            self._note_success(submission)
        self._observer.batch_changed(submission.batch_id)
        return True

    def _push_one(self, now: float) -> bool:
        workload = self.workload()
        if self._in_flight(workload) >= self._timing.in_flight:
            return False
        submission = self._outbox.due(SubmissionState.WAITING, now)
        if submission is None:
            assigned = self._outbox.assign() if workload.unassigned else None
            return assigned is not None
        if not self._may_send(submission, now):
            return True
        batch = self._batches.get(submission.batch_id)
        service = self._line.call(now)
        first_poll_s = self._timing.poll_shortest_s
        try:
            if push(self._outbox, service, submission, batch, self._clock, self._grace_s(), first_poll_s):
                self._note_success(submission)
        finally:
            self._observer.batch_changed(submission.batch_id)
        return True

    def _look_up_one(self, now: float) -> bool:
        submission = self._outbox.due(SubmissionState.UNKNOWN, now, self._line.account)
        if submission is None:
            return False
        with self._line.look_up(now) as service, self._postponing(submission):
            self._reconciler.step(service, submission, self._grace_s())
            self._note_success(submission)
        self._observer.batch_changed(submission.batch_id)
        return True

    def _sight_one(self, now: float) -> bool:
        """Look a device of an open batch up, now that nothing is due that is to be sent."""
        if self._preflight is None or self._until_sight_s(now) > 0:
            return False
        with self._line.look_up(now) as service:
            self._preflight.step(service)
        # What is wrong with a request that was sent is not mended by this.
        if self.connection.link in {Link.OFFLINE, Link.UNTRIED} or self.workload().is_idle:
            self._note_success(None)
        return True

    def _until_sight_s(self, now: float) -> float:
        if self._preflight is None:
            return _LONGEST_SLEEP_S
        return max(self._preflight.wait_s(now), self._pace.wait_s(now, _SPARE_CALLS))

    @contextmanager
    def _postponing(self, submission: Submission) -> Iterator[None]:
        """Let a submission whose call failed wait, so that others get their turn; quota and network concern them all."""
        try:
            yield
        except (TryLater, Refused) as error:
            hopeless = isinstance(error, Refused) or self._reconciler.has_given_up(submission)
            asked_for_s = error.retry_after_s if isinstance(error, TryLater) else None
            if asked_for_s is not None and not hopeless:
                raise
            self._standing.note_trouble(error, Link.REFUSED if hopeless else Link.BUSY, submission)
            wait_s = max(min(self._standing.back_off_s(), _LONGEST_SLEEP_S), asked_for_s or 0.0)
            self._outbox.postpone(submission, self._clock() + min(wait_s, LONGEST_WAIT_S))

    def _pull_page(self, now: float) -> bool:
        """Fetch a page of customers; one that does not come lets everything else go on, and is asked for again."""
        if not self._customers.is_fetching or 0 < self._pull_due_at - now <= LONGEST_BACK_OFF_S:
            return False
        service = self._line.call(now)
        try:
            with self._standing.fetching_customers():
                self._customers.fetch_page(service)
        except TryLater as error:
            if error.retry_after_s is not None:
                raise
            self._standing.note_trouble(error, Link.BUSY)
            self._pull_due_at = self._clock() + self._standing.back_off_s()
            return False
        self._pull_due_at = 0.0
        self._note_success(None)
        return True

    def _may_send(self, submission: Submission, now: float) -> bool:
        """Whether the customer of a batch opened with an id alone is ours; fetches the customers first if need be."""
        may_send = self._customers.may_send(submission)
        if may_send is None:
            if not self._pull_page(now):
                self._outbox.postpone(submission, self._pull_due_at)
        elif not may_send:
            self._customers.turn_away(submission)
            self._observer.batch_changed(submission.batch_id)
        return may_send is True

    def _react(self, error: ZtdeskError) -> float:
        wait_s = self._standing.note_error(error)
        self._pause.begin(self._clock(), wait_s)
        return wait_s

    def _note_success(self, submission: Submission | None) -> None:
        self._standing.note_success(submission, self.workload().foreign_account)

    def _in_flight(self, workload: Workload) -> int:
        """How many operations run. One that the service will not tell of keeps none of the others out."""
        refused_ids = self._standing.refused_ids
        if not refused_ids:
            return workload.accepted
        accepted = self._outbox.in_state(SubmissionState.ACCEPTED)
        return workload.accepted - sum(submission.id in refused_ids for submission in accepted)

    def _until_next(self, now: float) -> float:
        workload = self.workload()
        due_at = workload.next_due_at
        if workload.next_waiting_at is not None and self._in_flight(workload) < self._timing.in_flight:
            due_at = min(workload.next_waiting_at, due_at or workload.next_waiting_at)
        if self._customers.is_fetching:
            due_at = min(self._pull_due_at, due_at or self._pull_due_at)
        until_sight_s = self._until_sight_s(now)
        return until_sight_s if due_at is None else min(max(due_at - now, 0.05), until_sight_s)

    def _grace_s(self) -> float:
        """How long a lost operation may still be at work: the setting, or longer where operations took longer here."""
        return min(max(self._timing.grace_s, 1.5 * self._outbox.slowest_operation_s()), _LONGEST_GRACE_S)
