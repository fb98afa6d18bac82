"""The practice service put together: two ports, one world, one key; and its command line.

`python -m ztdesk.practice.server` and the program's own `practice-server` both end up in `main`.
"""

import argparse
import os
import sys
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ztdesk.paths import data_folder
from ztdesk.practice.faults import OFFLINE, Fault, Faults, UnknownFault, fault_from_option
from ztdesk.practice.history import History, HistoryUnreadable, Seed
from ztdesk.practice.listening import HOST, Listener
from ztdesk.practice.operations import Tempo
from ztdesk.practice.provisioning import Provisioning
from ztdesk.practice.service import Service
from ztdesk.practice.switchboard import Switchboard
from ztdesk.practice.tokens import AccountKey, TokenDesk

EXIT_WRONG_USAGE = 2
EXIT_COULD_NOT_START = 3
KEY_FILE = "service-account.json"
WORLD_FILE = "world.jsonl"
_LOOK_UP_S = 0.5  # how often the main thread wakes for Ctrl+C, which Windows does not deliver into a wait


class CannotStart(Exception):
    """The service cannot run as asked: one sentence."""


@dataclass(frozen=True, slots=True)
class PracticeOptions:
    """How to run. `customers` and `devices` None: as the kept world has them, or none beyond the usual."""

    data: Path
    port: int = 0
    customers: int | None = None
    devices: int | None = None
    tempo: Tempo = field(default=Tempo())
    token_lifetime_s: int = 3600
    reset: bool = False
    faults: tuple[Fault, ...] = ()


class PracticeServer:
    """The whole service inside this process, on threads of its own between `start` and `stop`."""

    def __init__(self, options: PracticeOptions, clock: Callable[[], float] = time.time) -> None:
        self._options = options
        self._clock = clock
        self._stopping = threading.Event()
        self._switching = threading.Lock()
        self._api: Listener | None = None
        self._control: Listener | None = None
        self._provisioning: Provisioning | None = None
        self.url = ""
        self.control_url = ""
        self.key_file = options.data / KEY_FILE

    def start(self) -> None:
        """Read or make the world and the key, and listen. Raises CannotStart."""
        try:
            self._start()
        except (OSError, ValueError, KeyError) as error:
            self.stop()
            reason = getattr(error, "strerror", None) or str(error)
            raise CannotStart(f"The practice service cannot start: {reason}.") from error
        except BaseException:
            self.stop()
            raise

    def stop(self) -> None:
        """Stop serving and let go of the file. No thread is left."""
        self._stopping.set()
        with self._switching:
            listeners = (self._control, self._api)
            self._api = self._control = None
        for listener in listeners:
            if listener is not None:
                listener.close()
        if self._provisioning is not None:
            self._provisioning.close()

    def __enter__(self) -> "PracticeServer":
        self.start()
        return self

    def __exit__(self, *_exc: object) -> None:
        self.stop()

    def _start(self) -> None:
        options = self._options
        provisioning = self._provisioning = self._world()
        key = AccountKey(self.key_file)
        api = self._api = Listener(options.port)
        control = self._control = Listener(0)
        self.url = f"http://{HOST}:{api.port}"
        self.control_url = f"http://{HOST}:{control.port}"
        token_uri = f"{self.url}/token"
        key.write(token_uri)
        faults = Faults(lambda: self._apply(faults))
        tokens = TokenDesk(key, token_uri, options.token_lifetime_s, self._clock)
        service = Service(provisioning, tokens, faults, self._stopping)
        api.serve(service)
        for fault in options.faults:
            faults.switch_on(fault)
        control.serve(Switchboard(service, provisioning, faults))

    def _apply(self, faults: Faults) -> None:
        with self._switching:
            if self._api is None:
                return
            if faults.is_on(OFFLINE):
                self._api.suspend()
            else:
                self._api.resume()

    def _world(self) -> Provisioning:
        options = self._options
        history = History(options.data / WORLD_FILE)
        try:
            seed = self._new_seed(history)
            return Provisioning(history, seed, options.tempo, self._clock)
        except HistoryUnreadable as unreadable:
            history.close()
            raise CannotStart(f"The practice world cannot be read: {unreadable} Start afresh with --reset.") from None

    def _new_seed(self, history: History) -> Seed | None:
        options = self._options
        if options.reset or not history.exists():
            return Seed(options.customers or 0, options.devices or 0)
        kept = history.seed()
        wanted = Seed(
            kept.customers if options.customers is None else options.customers,
            kept.devices if options.devices is None else options.devices,
        )
        if wanted != kept:
            raise CannotStart(
                f"The kept practice world has {kept.customers} more customers and {kept.devices} more devices; "
                "another size needs --reset."
            )
        return None


def main(argv: Sequence[str]) -> int:
    """Run until Ctrl+C, or with --exit-with-parent until standard input ends. Answers the exit status."""
    arguments = _parser().parse_args(list(argv))
    try:
        options = _options(arguments)
    except UnknownFault as unknown:
        return _fail(str(unknown), EXIT_WRONG_USAGE)
    ended = threading.Event()
    server = PracticeServer(options)
    try:
        server.start()
        if arguments.exit_with_parent:
            threading.Thread(target=_await_parent, args=(ended,), name="parent", daemon=True).start()
        _announce(f"{server.url}\n{server.key_file.absolute()}\n{server.control_url}\n")
        while not ended.wait(_LOOK_UP_S):
            pass
    except CannotStart as cannot:
        return _fail(str(cannot), EXIT_COULD_NOT_START)
    except KeyboardInterrupt:
        pass
    finally:
        server.stop()
    return 0


def _options(arguments: argparse.Namespace) -> PracticeOptions:
    return PracticeOptions(
        data=arguments.data or data_folder(None).practice().root / "service",
        port=arguments.port,
        customers=arguments.customers,
        devices=arguments.devices,
        tempo=Tempo(arguments.pending, arguments.devices_per_second, arguments.finishing),
        token_lifetime_s=arguments.token_lifetime,
        reset=arguments.reset,
        faults=tuple(fault_from_option(option) for option in arguments.fault),
    )


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


def _announce(lines: str) -> None:
    # A windowed build has no sys.stdout, but may well have been given a pipe.
    if sys.stdout is not None:
        sys.stdout.write(lines)
        sys.stdout.flush()
    else:
        os.write(1, lines.encode())


def _await_parent(ended: threading.Event) -> None:
    # Read below Python's buffers: a thread waiting inside them would hold up the interpreter's end.
    try:
        while os.read(0, 4096):
            pass
    except OSError:
        pass
    ended.set()


def _fail(sentence: str, status: int) -> int:
    if sys.stderr is not None:
        sys.stderr.write(f"{sentence}\n")
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
