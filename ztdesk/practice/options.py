"""How a practice service is to run, and its command line's options.

Reads arguments only; nothing is opened or started here.
"""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ztdesk.paths import data_folder
from ztdesk.practice.faults import Fault, fault_from_option
from ztdesk.practice.operations import Tempo


@dataclass(frozen=True, slots=True)
class PracticeOptions:
    """How to run. `customers` and `devices` None: as the kept world has them, or none beyond the usual."""

    data: Path
    port: int = 0
    customers: int | None = None
    devices: int | None = None
    tempo: Tempo = field(default_factory=Tempo)
    token_lifetime_s: int = 3600
    reset: bool = False
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command line asked for."""

    options: PracticeOptions
    exit_with_parent: bool


def options_from(argv: Sequence[str]) -> Asked:
    """What a command line asks for. Raises UnknownFault; exits with status 2 for other wrong usage, as argparse does."""
    arguments = _parser().parse_args(list(argv))
    options = PracticeOptions(
        data=arguments.data or data_folder(None).practice().root / "service",
        port=arguments.port,
        customers=arguments.customers,
        devices=arguments.devices,
        tempo=Tempo(arguments.pending, arguments.devices_per_second, arguments.finishing),
        token_lifetime_s=arguments.token_lifetime,
        reset=arguments.reset,
        faults=tuple(fault_from_option(option) for option in arguments.fault),
    )
    return Asked(options, arguments.exit_with_parent)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="ztdesk practice-server",
        description="A zero-touch reseller service on this PC, to practise with. Prints its URL, the path of its "
        "service-account key and the URL of its control port, one a line.",
    )
    parser.add_argument("--port", type=_port, default=0, help="the port to serve; 0, the default, takes any free one")
    parser.add_argument("--data", type=Path, metavar="DIR", help="where the practice world and the key are kept")
    parser.add_argument("--reset", action="store_true", help="start with a fresh world")
    parser.add_argument("--customers", type=_count, metavar="N", help="so many more customers")
    parser.add_argument("--devices", type=_count, metavar="N", help="so many more devices of one big customer")
    parser.add_argument(
        "--pending", type=_seconds, default=1.0, metavar="S", help="seconds before an operation begins (1)"
    )
    parser.add_argument(
        "--devices-per-second", type=_rate, default=50.0, metavar="N", help="devices dealt with in a second (50)"
    )
    parser.add_argument(
        "--finishing", type=_seconds, default=1.0, metavar="S", help="seconds at progress 100 before the end (1)"
    )
    parser.add_argument(
        "--token-lifetime", type=_whole_seconds, default=3600, metavar="S", help="seconds a sign-in lasts (3600)"
    )
    parser.add_argument(
        "--fault", action="append", default=[], metavar="NAME[=VALUE]", help="switch a fault on; may be repeated"
    )
    parser.add_argument("--exit-with-parent", action="store_true", help="end when standard input ends")
    return parser


def _port(given: str) -> int:
    return _within(int(given), 0, 65535)


def _count(given: str) -> int:
    return _within(int(given), 0, 5_000_000)


def _whole_seconds(given: str) -> int:
    return _within(int(given), 1, 1_000_000)


def _within(number: int, least: int, most: int) -> int:
    if not least <= number <= most:
        raise argparse.ArgumentTypeError(f"must be between {least} and {most}")
    return number


def _seconds(given: str) -> float:
    seconds = float(given)
    if not 0 <= seconds < 1e6:
        raise argparse.ArgumentTypeError("must be 0 or more seconds")
    return seconds


def _rate(given: str) -> float:
    rate = float(given)
    if not 0 < rate < 1e9:
        raise argparse.ArgumentTypeError("must be more than 0")
    return rate
