"""The bytes of a scan that has not ended, and when each came. Knows the room there is and takes no decision."""

import itertools


class Deliveries:
    """Bytes in order of arrival; of more than `max_bytes` the first are kept, and the very last one.

    The last byte stays because it may be the first half of a line end.
    """

    def __init__(self, max_bytes: int) -> None:
        self._max_bytes = max_bytes
        self.clear()

    def clear(self) -> None:
        """Forget everything."""
        self.held = bytearray()
        self._came: list[tuple[int, float]] = []  # (offset of a delivery's first byte, when it came)
        self.last_ms = 0.0
        self.is_truncated = False

    def __len__(self) -> int:
        return len(self.held)

    @property
    def age_ms(self) -> float:
        """From the first byte held to the last."""
        return self.last_ms - self._came[0][1] if self._came else 0.0

    def add(self, piece: bytes, at_ms: float) -> None:
        """Hold bytes that came together."""
        self.last_ms = max(self.last_ms, at_ms)
        self._came.append((len(self.held), self.last_ms))
        self.held += piece

    def truncate(self) -> bool:
        """Forget what there is no room for; whether that was anything."""
        if len(self.held) <= self._max_bytes:
            return False
        self.is_truncated = True
        del self.held[self._max_bytes : -1]
        self._came = [one for one in self._came if one[0] < self._max_bytes]
        return True

    def release(self, done: int) -> None:
        """Forget the first `done` bytes."""
        if done >= len(self.held):
            self.clear()
        elif done:
            del self.held[:done]
            begun = [one for one in self._came if one[0] <= done]
            self._came = [(0, begun[-1][1]), *((at - done, ms) for at, ms in self._came if at > done)]

    def times_ms(self, start: int, stop: int) -> list[float]:
        """When each byte from `start` to `stop` came."""
        times: list[float] = []
        ends = [*(offset for offset, _ in self._came[1:]), len(self.held)]
        for (offset, at_ms), end in zip(self._came, ends, strict=True):
            times += [at_ms] * (min(end, stop) - max(offset, start))
        return times


def gaps(times_ms: list[float]) -> tuple[float, ...]:
    """From each time to the next."""
    return tuple(later - earlier for earlier, later in itertools.pairwise(times_ms))
