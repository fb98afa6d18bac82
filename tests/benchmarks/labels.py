"""Reading labels: the whole corpus on average, and the worst of it with payloads of the greatest length.

Each figure is the best of several rounds, because other work on the machine only ever adds to it. The library that knows
GS1 is loaded before, as the program does after its first paint.
"""

import time
from collections.abc import Sequence

from tests.benchmarks.measuring import Measurement, ms
from tests.label_corpus import labels
from ztdesk.domain.label import LONGEST, read_label, warm

_AVERAGE_S = 0.0002
_WORST_S = 0.002
_IMEI = "358240112233440"
_LONG = {
    "digits": "8" * LONGEST,
    "commas": "," * LONGEST,
    "a carton of 256 IMEIs": (f"{_IMEI}\n" * 256)[:LONGEST],
    "GS1 dates": ("]C1" + "11260101" * 600)[:LONGEST],
    "GS1 IMEIs": ("]C1" + f"8002{_IMEI}\x1d" * 300)[:LONGEST],
    "brackets": "[" * LONGEST,
    "GS1 IMEIs without check digit": ("]C1" + f"8002{_IMEI[:14]}\x1d" * 300)[:LONGEST],
    "printed IMEIs": ("35 824011 223344 0\n" * 300)[:LONGEST],
    "names": ("IMEI IMEI " * 500)[:LONGEST],
}


def measure(*, quick: bool) -> list[Measurement]:
    """Every label several times."""
    warm()
    rounds = 5 if quick else 20
    corpus = [label.payload for label in labels()]
    each_s = [_best_s(payload, rounds) for payload in corpus]
    long_s = {name: _best_s(payload, rounds) for name, payload in _LONG.items()}
    worst_s = max(each_s + list(long_s.values()))
    slowest = max(long_s, key=lambda name: long_s[name])
    return [
        _row(f"a label read, average of {len(corpus)}", _AVERAGE_S, sum(each_s) / len(each_s), [max(each_s)]),
        _row("a label read, worst, with 4 KB of digits", _WORST_S, max(*each_s, long_s["digits"]), [long_s["digits"]]),
        _row(f"a label read, worst, with 4 KB of {slowest}", _WORST_S, worst_s, list(long_s.values())),
    ]


def _row(what: str, floor_s: float, ours_s: float, others_s: Sequence[float]) -> Measurement:
    ours = f"{ours_s * 1000:.3f} ms ({', '.join(ms(one) for one in others_s)})"
    return Measurement(what, f"at most {ms(floor_s)}", ours, ours_s / floor_s, 1)


def _best_s(payload: str, rounds: int) -> float:
    best_s = float("inf")
    for _ in range(rounds):
        began = time.perf_counter()
        read_label(payload)
        best_s = min(best_s, time.perf_counter() - began)
    return best_s
