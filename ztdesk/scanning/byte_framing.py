"""Cuts the bytes of a serial scanner into scans, however they were delivered; times are passed in.

It knows no port, no clock and no thread, and refuses to know what a code means: whether a text is a known code is asked
of a function it is given.
"""

import itertools
from dataclasses import dataclass
from enum import Enum

from ztdesk.scanning.deliveries import Deliveries, gaps
from ztdesk.scanning.digit_runs import belonging, may_go_on
from ztdesk.scanning.learning import Validates
from ztdesk.scanning.serial_text import ETX, LINE_NOISE, STX, decoded, payload_of
from ztdesk.scanning.strokes import EndedBy, Scan

_SLICE_BYTES = 4096
_MISSES = 2


class Suffix(Enum):
    """What ends a scan; AUTO is learned from what arrives, NONE means that a pause does."""

    AUTO = "auto"
    CR = "cr"
    LF = "lf"
    CRLF = "crlf"
    TAB = "tab"
    ETX = "etx"
    NONE = "none"


_BYTES_OF = {Suffix.CRLF: b"\r\n", Suffix.CR: b"\r", Suffix.LF: b"\n", Suffix.ETX: ETX, Suffix.TAB: b"\t"}
_LINE_ENDS = (Suffix.CRLF, Suffix.CR)


@dataclass(frozen=True, slots=True)
class SerialTiming:
    """Waits in milliseconds, each from the last byte, and the bytes kept of one scan.

    Without a suffix a scan ends after `quiet_ms`; two fragments less than `join_ms` apart may be one. Where no suffix
    was learned yet, a line end is taken for one after `settle_ms`, or once `learn_ms` went by in an unbroken stream.
    A scan whose suffix does not come is given up after `stall_ms`.
    """

    settle_ms: float = 30.0
    quiet_ms: float = 150.0
    join_ms: float = 300.0
    learn_ms: float = 500.0
    stall_ms: float = 1000.0
    max_bytes: int = 8192

    def __post_init__(self) -> None:
        if not 0 < self.settle_ms <= self.quiet_ms <= self.join_ms <= self.stall_ms or self.max_bytes < 1:
            raise ValueError("waits must grow: settle, quiet, join, stall")


@dataclass(frozen=True, slots=True)
class Framed:
    """Whole scans in order, and how many bytes of a scan without its end were dropped (0 when none)."""

    scans: tuple[Scan, ...] = ()
    dropped_bytes: int = 0


_NOTHING = Framed()


class ByteFramer:
    """One serial scanner.

    A suffix, set or learned, is the rule and no pause ends a scan then; a fragment whose suffix never comes is dropped
    and never joined to the next scan. A learned suffix is learned anew when the scanner was set up otherwise. Only
    while there is none a pause ends a scan, a longer one where digits may go on; fragments are then joined only when the
    join is a known code, or digits that are not all known codes: such a number is not to be known, and no piece of it is.
    STX before and ETX after a payload are framing; GS, RS, US and EOT are payload.
    """

    def __init__(
        self,
        suffix: Suffix = Suffix.AUTO,
        *,
        scanner: str,
        learned: Suffix | None = None,
        timing: SerialTiming | None = None,
        validates: Validates | None = None,
    ) -> None:
        """`learned` is what `learned_suffix` said before; it counts only where `suffix` is AUTO."""
        self.scanner = scanner
        self._is_auto = suffix is Suffix.AUTO
        wanted = learned if self._is_auto else suffix
        self._suffix = wanted if wanted in _BYTES_OF else None
        self._timing = timing or SerialTiming()
        self._validates = validates
        self._misses = 0
        self._bytes = Deliveries(self._timing.max_bytes)
        self._starts = [0]  # of fragments; more than one only where a pause may have ended a scan
        self._searched = 0
        self._is_held = False

    @property
    def learned_suffix(self) -> Suffix | None:
        """The suffix scans end with as far as is known; None while a pause ends them."""
        return self._suffix

    @property
    def pending_bytes(self) -> int:
        """How much of a scan that has not ended is held."""
        return len(self._bytes)

    @property
    def next_tick_ms(self) -> float | None:
        """When `tick` wants to be called unless bytes come before; None while nothing is held."""
        return self._bytes.last_ms + self._patience_ms() if self._bytes else None

    def feed(self, data: bytes, at_ms: float) -> Framed:
        """Take bytes that arrived together, in the order of arrival."""
        framed = self._before(at_ms)
        scans = list(framed.scans)
        for start in range(0, len(data), _SLICE_BYTES):
            scans += self._take(data[start : start + _SLICE_BYTES], at_ms)
        return Framed(tuple(scans), framed.dropped_bytes)

    def tick(self, now_ms: float) -> Framed:
        """Time has come to `now_ms` and no byte came: see whether the wait is over."""
        due_ms = self.next_tick_ms
        if due_ms is None or now_ms < due_ms:
            return _NOTHING
        if self._suffix is None and not self._is_held and not self._stands_alone():
            self._is_held = True
            if now_ms < self._bytes.last_ms + self._timing.join_ms:
                return _NOTHING
        return self._settle()

    def cut(self) -> Framed:
        """Nothing more will come, because the scanner is gone: what has its end is a scan, half a one is dropped.

        Without a suffix nothing has: the first digits of a longer code can pass for an IMEI.
        """
        if not self._bytes:
            return _NOTHING
        if self._suffix is None and self._ending() is not None:
            return self._settle()
        return self._drop()

    # --- what is held

    def _forget(self) -> None:
        self._bytes.clear()
        self._starts, self._searched, self._is_held = [0], 0, False

    def _before(self, at_ms: float) -> Framed:
        """See to what is held before bytes that came at `at_ms`."""
        framed = self.tick(at_ms)
        if self._is_held:
            self._starts.append(len(self._bytes))
            self._is_held = False
        return framed

    def _take(self, piece: bytes, at_ms: float) -> list[Scan]:
        self._bytes.add(piece, at_ms)
        self._drop_noise_in_front()
        if self._suffix is None and self._is_auto:
            self._learn_early()
        scans = self._drain(_BYTES_OF[self._suffix]) if self._suffix is not None else []
        if self._bytes.truncate():
            self._searched = len(self._bytes) - 1
            self._starts = [0]
        return scans

    def _drop_noise_in_front(self) -> None:
        held = self._bytes.held
        if held[:1] in LINE_NOISE:
            self._release(len(held) - len(held.lstrip(LINE_NOISE)))

    def _release(self, done: int) -> None:
        self._bytes.release(done)
        if done:
            self._starts, self._searched, self._is_held = [0], 0, False

    def _patience_ms(self) -> float:
        if self._suffix is not None:
            return self._timing.stall_ms
        if self._is_auto and self._bytes.held.endswith((b"\r", b"\n")):
            return self._timing.settle_ms
        return self._timing.join_ms if self._is_held else self._timing.quiet_ms

    def _stands_alone(self) -> bool:
        """Whether what came before a pause needs no second fragment."""
        if self._validates is None or self._bytes.is_truncated or self._ending() is not None:
            return True
        held = bytes(self._bytes.held)
        return len(self._starts) == 1 and self._is_known(held) and not may_go_on(decoded(payload_of(held)))

    def _is_known(self, chunk: bytes) -> bool:
        return self._validates is not None and self._validates(decoded(payload_of(chunk)))

    # --- learning

    def _ending(self) -> Suffix | None:
        """The suffix that what is held ends with."""
        return next((suffix for suffix, end in _BYTES_OF.items() if self._bytes.held.endswith(end)), None)

    def _learn_early(self) -> None:
        """Learn from a stream without a pause: a frame from STX to ETX, or lines for a while."""
        held = self._bytes.held
        if held.startswith(STX) and ETX in held:
            self._suffix = Suffix.ETX
        elif self._bytes.age_ms > self._timing.learn_ms or len(held) > self._timing.max_bytes // 2:
            self._suffix = next((one for one in _LINE_ENDS if _BYTES_OF[one] in held), None)

    # --- the end of a scan

    def _drain(self, end: bytes) -> list[Scan]:
        """Every scan whose suffix is there."""
        scans: list[Scan] = []
        done = 0
        found = self._bytes.held.find(end, max(0, self._searched - len(end) + 1))
        while found >= 0:
            stop = found + len(end)
            scans += self._scan(done, stop, end, "suffix")
            self._bytes.is_truncated = False
            self._misses = 0
            done = stop
            found = self._bytes.held.find(end, done)
        self._release(done)
        self._drop_noise_in_front()
        self._searched = len(self._bytes)
        return scans

    def _settle(self) -> Framed:
        """The wait is over. Nothing stays held."""
        ending = self._ending()
        if ending is not None and self._is_auto and not self._bytes.is_truncated:
            self._suffix = ending
            self._searched = 0
            return Framed(tuple(self._drain(_BYTES_OF[ending])))
        if self._suffix is None or self._bytes.is_truncated or ending is not None:
            return self._settle_by_gap(ending)
        self._misses += 1
        if not self._is_auto or self._misses < _MISSES:
            return self._drop()
        self._suffix = None  # twice in a row: the scanner sends none any more
        return self._settle_by_gap(None)

    def _settle_by_gap(self, ending: Suffix | None) -> Framed:
        whole = bytes(self._bytes.held)
        edges = [*self._starts, len(whole)]
        if len(edges) > 2:
            spans = self._belonging(whole, edges)
            scans = [scan for start, stop in spans for scan in self._scan(edges[start], edges[stop], b"", "gap")]
        else:
            scans = self._scan(0, len(whole), b"" if ending is None else _BYTES_OF[ending], "gap")
        self._forget()
        return Framed(tuple(scans))

    def _belonging(self, whole: bytes, edges: list[int]) -> list[tuple[int, int]]:
        pieces = [whole[start:stop] for start, stop in itertools.pairwise(edges)]
        texts = [decoded(payload_of(piece)) for piece in pieces]
        known = [self._is_known(piece) for piece in pieces]
        return belonging(texts, known, lambda start, stop: self._is_known(whole[edges[start] : edges[stop]]))

    def _drop(self) -> Framed:
        lost = len(payload_of(bytes(self._bytes.held)))
        self._forget()
        return Framed(dropped_bytes=lost)

    def _scan(self, start: int, stop: int, end: bytes, ended_by: EndedBy) -> list[Scan]:
        """The scan between two offsets; none when there is no payload."""
        chunk = bytes(self._bytes.held[start:stop])
        payload = payload_of(chunk[: len(chunk) - len(end)])
        if not payload:
            return []
        shown = chunk.lstrip(LINE_NOISE)
        times = self._bytes.times_ms(stop - len(shown), stop)
        return [
            Scan(
                text=decoded(payload),
                raw=shown.decode("latin-1"),
                scanner=self.scanner,
                ended_by=ended_by,
                started_ms=times[0],
                gaps_ms=gaps(times),
                truncated=self._bytes.is_truncated,
            )
        ]
