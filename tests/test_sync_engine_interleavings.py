"""The engine under any order of crashes, faults and set clocks: nothing is stuck, nothing is claimed twice."""

import tempfile
from collections import Counter
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from tests.core import AUTHOR, imei
from tests.engine_rig import Rig
from tests.fake_service import Crash, Fault, busy, lost, offline, refused, signed_out
from ztdesk.domain.batch import Batch, BatchState
from ztdesk.domain.connection import Link
from ztdesk.sync.timing import Timing

FAULTS = {
    "offline": Fault(offline),
    "busy": Fault(busy),
    "busy for a while": Fault(lambda: busy(40.0)),
    "lost before it was taken": Fault(lost),
    "lost after it was taken": Fault(lost, taken=True),
    "crash before the request": Fault(Crash),
    "crash after the request": Fault(Crash, taken=True),
    "signed out": Fault(signed_out),
    "bug": Fault(ZeroDivisionError, taken=True),
}
ASKING = {name: FAULTS[name] for name in ("offline", "busy", "busy for a while", "signed out")} | {
    "refused": Fault(lambda: refused(403)),
    "crash": Fault(Crash),
}
WRITES = ("begin_sending", "accept", "put_back", "doubt", "refuse", "decide", "release", "note_progress", "postpone")


class Interleavings(RuleBasedStateMachine):
    @initialize(faults=st.lists(st.sampled_from(sorted(FAULTS)), max_size=4))
    def begin(self, faults: list[str]) -> None:
        self.folder = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        self.rig = Rig(Path(self.folder.name) / "ztdesk.db", Timing(grace_s=30, in_flight=2))
        self.rig.service.takes_s = 20.0
        self.batches: list[Batch] = []
        self.units = 0
        self.queue(3)
        self.rig.service.script("claim", *[FAULTS[fault] for fault in faults])

    @rule(size=st.integers(1, 5))
    def queue(self, size: int) -> None:
        self.batches.append(self.rig.data.queued(range(self.units, self.units + size)))
        self.units += size

    @rule(steps=st.integers(1, 6), wait=st.booleans())
    def go(self, steps: int, wait: bool) -> None:
        for _ in range(steps):
            self.step(wait=wait)

    def step(self, *, wait: bool) -> float:
        try:
            wait_s = self.rig.step()
        except (Crash, ZeroDivisionError) as error:
            if isinstance(error, Crash):
                self.rig.restart()
            wait_s = 0.0
        if self.rig.engine.connection.link is Link.SIGNED_OUT:
            self.rig.engine.try_again()
            wait_s = 0.0
        if wait:
            self.rig.pass_s(wait_s)
        return wait_s

    @rule(fault=st.sampled_from(sorted(FAULTS)))
    def claims_meet(self, fault: str) -> None:
        self.rig.service.script("claim", FAULTS[fault])

    @rule(call=st.sampled_from(["operation", "find"]), fault=st.sampled_from(sorted(ASKING)))
    def questions_meet(self, call: str, fault: str) -> None:
        self.rig.service.script(call, ASKING[fault])

    @rule(write=st.sampled_from(WRITES), committed=st.booleans())
    def crash_at_a_write(self, write: str, committed: bool) -> None:
        """The next write of this kind is the process's last, done or not done."""
        outbox = self.rig.data.outbox
        real = getattr(type(outbox), write)

        def crashing(*arguments: object, **named: object) -> None:
            if committed:
                real(outbox, *arguments, **named)
            raise Crash

        setattr(outbox, write, crashing)

    @rule()
    def crash_now(self) -> None:
        self.rig.restart()

    @rule(rows=st.integers(0, 2), echo=st.booleans(), operations=st.booleans())
    def answers_change(self, rows: int, echo: bool, operations: bool) -> None:
        service = self.rig.service
        service.hidden_rows, service.without_echo, service.lost_operations = rows, not echo, operations

    @rule(unit=st.integers(0, 30), status=st.sampled_from(["SECTION_NOT_YOURS", "UNSPECIFIED"]))
    def some_fail(self, unit: int, status: str) -> None:
        if not self.rig.service.claims[imei(unit)]:
            self.rig.service.failing[imei(unit)] = f"SINGLE_DEVICE_STATUS_{status}"

    @rule(leap_s=st.sampled_from([31_536_000.0, -31_536_000.0, 5000.0, -5000.0, 1800.0, 120.0, 31.0, -60.0]))
    def clock_is_set(self, leap_s: float) -> None:
        self.rig.pc.pass_s(leap_s)

    @rule(seconds=st.floats(0, 100))
    def time_passes(self, seconds: float) -> None:
        self.rig.pass_s(seconds)

    @rule(place=st.integers(0, 5))
    def give_up(self, place: int) -> None:
        if place < len(self.batches):
            self.rig.data.batches.cancel(self.batches[place].id, self.rig.pc(), AUTHOR)

    def teardown(self) -> None:
        if not hasattr(self, "rig"):
            return
        began = self.rig.true()
        steps = 0
        while not self.rig.engine.workload().is_idle:
            self.step(wait=True)
            steps += 1
            assert steps < 3000, self.rig.engine.workload()
            assert self.rig.true() - began < 12 * 3600
        self.look()
        self.rig.data.database.close()
        self.folder.cleanup()

    def look(self) -> None:
        claims = self.rig.service.claims
        assert not [number for number, count in claims.items() if count > 1]
        for batch in self.batches:
            items = self.rig.data.items.of_batch(batch.id)
            if self.rig.data.batches.get(batch.id).state is BatchState.CANCELLED:
                assert not [item for item in items if claims[item.identifier.imei]]
                continue
            succeeded = Counter(item.identifier.imei for item in items if item.state.value == "succeeded")
            assert {item.state.value for item in items} <= {"succeeded", "failed"}
            # What is said to be claimed is claimed, and what was claimed is said to be.
            assert succeeded == Counter({item.identifier.imei: 1 for item in items if claims[item.identifier.imei]})
        assert self.rig.data.journal.first_broken() is None


TestInterleavings = Interleavings.TestCase
TestInterleavings.settings = settings(
    max_examples=80, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck)
)
