"""An engine on a real file with a service made for the test, and time that passes only when the engine waits."""

from pathlib import Path

from tests.core import Clock, Data, open_data
from tests.fake_service import FakeService, Watcher
from ztdesk.domain.batch import Batch
from ztdesk.sync.engine import Engine
from ztdesk.sync.service import ResellerService
from ztdesk.sync.timing import Timing

MOST_STEPS = 20_000


class Rig:
    """`true` is the time the service lives by; `pc` is what the PC believes it is, `up` for how long the PC has run."""

    def __init__(self, file: Path, timing: Timing | None = None) -> None:
        self.true = Clock()
        self.pc = Clock()
        self.up = Clock(10_000.0)
        self.timing = timing or Timing()
        self.service = FakeService(self.true)
        self.watcher = Watcher()
        self.data: Data = open_data(file, self.pc)
        self.engine = self.made()

    def connect(self) -> ResellerService:
        return self.service

    def made(self) -> Engine:
        return Engine(
            batches=self.data.batches,
            outbox=self.data.outbox,
            catalogue=self.data.catalogue,
            connect=self.connect,
            observer=self.watcher,
            clock=self.pc,
            uptime=self.up,
            timing=self.timing,
        )

    def restart(self) -> None:
        """Throw the process away, with everything it did not commit, and begin a new one on the same file."""
        self.data.database.close()
        self.data = open_data(self.data.file, self.pc)
        self.engine = self.made()

    def pass_s(self, seconds: float) -> None:
        self.true.pass_s(seconds)
        self.pc.pass_s(seconds)
        self.up.pass_s(seconds)

    def step(self) -> float:
        wait_s = self.engine.step()
        assert 0 <= wait_s <= 60
        return wait_s

    def until_idle(self, most_s: float = 6 * 3600) -> float:
        """Step, and let pass what is asked for, until nothing is left to do; the seconds it took."""
        began = self.true()
        for _ in range(MOST_STEPS):
            wait_s = self.step()
            if self.engine.workload().is_idle and not self.engine.is_fetching:
                return self.true() - began
            self.pass_s(wait_s)
            assert self.true() - began < most_s, self.engine.workload()
        raise AssertionError(f"no end: {self.engine.workload()}")

    def states(self, batch: Batch) -> list[str]:
        return self.data.states(batch)
