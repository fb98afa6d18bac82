"""The practice service put together: two ports, one world, one key; and its command line.

`python -m ztdesk.practice.server` and the program's own `practice-server` both end up in `main`.
"""

import os
import sys
import threading
import time
from collections.abc import Callable, Sequence

import filelock

from ztdesk.practice.faults import OFFLINE, Faults, UnknownFault
from ztdesk.practice.history import History, HistoryUnreadable, Seed
from ztdesk.practice.listening import HOST, Listener
from ztdesk.practice.options import PracticeOptions, options_from
from ztdesk.practice.provisioning import Provisioning
from ztdesk.practice.service import Service
from ztdesk.practice.switchboard import Switchboard
from ztdesk.practice.tokens import AccountKey, TokenDesk

EXIT_WRONG_USAGE = 2
EXIT_COULD_NOT_START = 3
LOCK_FILE = "practice.lock"
KEY_FILE = "service-account.json"
WORLD_FILE = "world.jsonl"
_LOOK_UP_S = 0.5  # how often the main thread wakes for Ctrl+C, which Windows does not deliver into a wait


class CannotStart(Exception):
    """The service cannot run as asked: one sentence."""


class PracticeServer:
    """The whole service inside this process, on threads of its own between `start` and `stop`."""

    def __init__(self, options: PracticeOptions, clock: Callable[[], float] = time.time) -> None:
        self._options = options
        self._clock = clock
        self._stopping = threading.Event()
        self._switching = threading.Lock()
        # Two services on one world would tear its file apart.
        self._folder_lock = filelock.FileLock(options.data / LOCK_FILE, timeout=0, thread_local=False)
        self._api: Listener | None = None
        self._control: Listener | None = None
        self._provisioning: Provisioning | None = None
        self.url = ""
        self.control_url = ""
        self.key_file = options.data / KEY_FILE

    def start(self) -> None:
        """Read or make the world and the key, and listen. Raises CannotStart."""
        try:
            self._options.data.mkdir(parents=True, exist_ok=True)
            self._folder_lock.acquire()
            self._start()
        except filelock.Timeout:
            self.stop()
            raise CannotStart(f"Another practice service uses the folder {self._options.data}.") from None
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
        self._folder_lock.release()

    def __enter__(self) -> "PracticeServer":
        self.start()
        return self

    def __exit__(self, *_exc: object) -> None:
        self.stop()

    def _start(self) -> None:
        options = self._options
        provisioning = self._provisioning = self._world()
        key = AccountKey(self.key_file)
        api = self._api = self._listener(options.port)
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

    def _listener(self, port: int) -> Listener:
        try:
            return Listener(port)
        except OSError as error:
            raise CannotStart(f"Port {port} cannot be used ({error.strerror}): another program may have it.") from error

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
    try:
        asked = options_from(argv)
    except UnknownFault as unknown:
        return _fail(str(unknown), EXIT_WRONG_USAGE)
    ended = threading.Event()
    server = PracticeServer(asked.options)
    try:
        server.start()
        if asked.exit_with_parent:
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


def _announce(lines: str) -> None:
    # Always UTF-8, whatever the PC's own encoding: a folder may be named in any script. A windowed build has no
    # sys.stdout, but may well have been given a pipe.
    if sys.stdout is not None:
        sys.stdout.flush()
        sys.stdout.buffer.write(lines.encode())
        sys.stdout.buffer.flush()
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
        sys.stderr.write(f"ztdesk: {sentence}\n")
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
