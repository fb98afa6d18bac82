"""What can be set, read from `ztdesk.toml`; no secrets in it, only where the key lies.

Knows the file's form and each value's bounds; what a setting does is its reader's business.
"""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from ztdesk.domain.errors import UsageError
from ztdesk.domain.text import text

GOOGLE_ENDPOINT = "https://androiddeviceprovisioning.googleapis.com"
_KEY_FIELDS = ("client_email", "private_key", "token_uri")
_LOOPBACK = {"127.0.0.1", "localhost", "::1"}


@dataclass(frozen=True, slots=True)
class Settings:
    """Every setting with its value. Times are in seconds, but for `quiet_gap_ms`.

    `serial_ports` are devices, or "auto" for every known scanner. `suffix` is what ends a serial scan ("auto" learns it),
    `quiet_gap_ms` the pause that ends one where no suffix does.
    `flash_window` colours the whole window for a moment after a scan, `speak_digits` says the last four digits aloud.
    `confirm_after_min` is after how many minutes without a scan the customer must be confirmed again, as after a change
    of operator; 0 for never.
    `grace_s` is how long a request whose fate is not known is left alone before its devices are looked up. `in_flight` is
    how many operations may run at the service at once.
    """

    partner_id: str = ""
    service_account_file: str = ""
    api_endpoint: str = GOOGLE_ENDPOINT
    station_name: str = ""
    operator: str = ""
    confirm_after_min: float = 20.0
    serial_ports: tuple[str, ...] = ()
    baud_rate: int = 9600
    byte_size: int = 8
    parity: str = "none"
    stop_bits: float = 1.0
    suffix: str = "auto"
    quiet_gap_ms: float = 150.0
    appearance: str = "system"
    sound_volume: float = 0.8
    reduced_motion: bool = False
    flash_window: bool = False
    speak_digits: bool = False
    grace_s: float = 30.0
    poll_shortest_s: float = 2.0
    poll_longest_s: float = 10.0
    in_flight: int = 4

    @property
    def has_account(self) -> bool:
        """Whether enough is set to talk to the service."""
        return bool(self.partner_id and self.service_account_file)

    @property
    def is_local(self) -> bool:
        """Whether the service is on this PC, so that nothing can reach Google."""
        return urlsplit(self.api_endpoint).hostname in _LOOPBACK


def load_settings(file: Path) -> Settings:
    """The settings in `file`; all defaults when it does not exist. Raises UsageError with the line or key at fault."""
    try:
        written = file.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return Settings()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(text("Settings cannot be read"), text("{reason}", reason=str(error))) from error
    import tomllib  # late: slow to load, and where nothing was set there is nothing to parse

    try:
        document = tomllib.loads(written)
    except tomllib.TOMLDecodeError as error:
        raise UsageError(
            text("Settings cannot be read"), text("{file}: {reason}", file=file.name, reason=str(error))
        ) from error
    values: dict[str, Any] = {}
    for table, keys in _KEYS.items():
        section = document.get(table, {})
        if not isinstance(section, dict):
            raise _wrong(table, "a table")
        for key, field in keys.items():
            if key in section:
                values[field] = _checked(f"{table}.{key}", field, section[key])
    return Settings(**values)


def save_settings(file: Path, changes: Mapping[str, object]) -> None:
    """Write these fields of Settings into `file`, keeping what else stands there.

    Raises UsageError when a value is out of its bounds or the file is no TOML, OSError when it cannot be written.
    """
    import tomlkit  # late: only writing needs it

    load_settings(file)
    document = tomlkit.parse(file.read_text(encoding="utf-8-sig")) if file.exists() else tomlkit.document()
    for table, keys in _KEYS.items():
        for key, field in keys.items():
            if field not in changes:
                continue
            if table not in document:
                document[table] = tomlkit.table()
            value = changes[field]
            plain = list(value) if isinstance(value, tuple) else value
            _checked(f"{table}.{key}", field, plain)
            document[table][key] = plain
    file.parent.mkdir(parents=True, exist_ok=True)
    fresh = file.with_suffix(".toml.new")
    fresh.write_text(tomlkit.dumps(document), encoding="utf-8")
    os.replace(fresh, file)  # noqa: PTH105 - one step on every system, also over an existing file


_KEYS: dict[str, dict[str, str]] = {
    "account": {
        "partner_id": "partner_id",
        "service_account_file": "service_account_file",
        "api_endpoint": "api_endpoint",
    },
    "station": {"name": "station_name", "operator": "operator", "confirm_after_min": "confirm_after_min"},
    "scanner": {
        "serial_ports": "serial_ports",
        "baud_rate": "baud_rate",
        "byte_size": "byte_size",
        "parity": "parity",
        "stop_bits": "stop_bits",
        "suffix": "suffix",
        "quiet_gap_ms": "quiet_gap_ms",
    },
    "window": {"appearance": "appearance", "sound_volume": "sound_volume", "reduced_motion": "reduced_motion"},
    "senses": {"flash_window": "flash_window", "speak_digits": "speak_digits"},
    "sync": {
        "grace_s": "grace_s",
        "poll_shortest_s": "poll_shortest_s",
        "poll_longest_s": "poll_longest_s",
        "in_flight": "in_flight",
    },
}
_BOUNDS: dict[str, tuple[float, float]] = {
    "sound_volume": (0, 1),
    "grace_s": (0, 3600),
    "poll_shortest_s": (0.05, 60),
    "poll_longest_s": (0.05, 600),
    "in_flight": (1, 20),
    "confirm_after_min": (0, 1440),
    "baud_rate": (50, 4_000_000),
    "byte_size": (7, 8),
    "quiet_gap_ms": (20, 500),
}
_WHOLE = {"in_flight", "baud_rate", "byte_size"}
_CHOICES: dict[str, tuple[str, ...]] = {
    "appearance": ("system", "light", "dark"),
    "parity": ("none", "even", "odd", "mark", "space"),
    "suffix": ("auto", "cr", "lf", "crlf", "tab", "etx", "none"),
}
_YES_OR_NO = {"reduced_motion", "flash_window", "speak_digits"}
_STOP_BITS = (1, 1.5, 2)


def check_endpoint(url: str) -> str:
    """An API endpoint without its trailing slash. Raises UsageError unless it is https, or http on this PC."""
    try:
        parts = urlsplit(url)
        bare = bool(parts.hostname) and not (parts.query or parts.fragment or parts.username or parts.port == 0)
    except ValueError:  # brackets without an address, a port that is no number
        raise UsageError(text("Endpoint cannot be used"), text("{url} is no address.", url=url)) from None
    if bare and (parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in _LOOPBACK)):
        return url.rstrip("/")
    raise UsageError(
        text("Endpoint cannot be used"),
        text("{url} is neither a plain https address nor http on this PC.", url=url),
    )


def check_partner_id(value: str) -> str:
    """A partner id: digits only. Raises UsageError."""
    if value.isascii() and value.isdigit():
        return value
    raise UsageError(text("Partner id cannot be used"), text("{value} is not a number of digits.", value=value))


def check_key_file(key_file: Path) -> str:
    """The service account's e-mail address. Raises UsageError when the file is no service account's key."""
    try:
        key = json.loads(key_file.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise UsageError(
            text("Key file cannot be read"), text("{file}: {reason}", file=key_file, reason=error.strerror)
        ) from error
    except ValueError as error:
        raise UsageError(text("Not a key file"), text("{file} is not JSON.", file=key_file)) from error
    if not isinstance(key, dict) or not all(isinstance(key.get(field), str) for field in _KEY_FIELDS):
        raise UsageError(text("Not a key file"), text("{file} is not a service account's key.", file=key_file))
    check_token_uri(key["token_uri"])
    email: str = key["client_email"]
    return email


def check_for_practice(endpoint: str) -> None:
    """Raise UsageError unless this endpoint may be used in a practice folder: it must be on this PC."""
    if not Settings(api_endpoint=endpoint).is_local:
        raise UsageError(
            text("This folder is for practice"),
            text("Its devices are invented and must not reach {url}. Use another data folder.", url=endpoint),
        )


def check_token_uri(url: str) -> None:
    """Raise UsageError unless a key's `token_uri` is https, or http on this PC: whoever hears its answer can sign in."""
    try:
        check_endpoint(url)
    except UsageError as error:
        raise UsageError(
            text("Key file cannot be used"),
            text("Its token_uri {url} is neither a plain https address nor http on this PC.", url=url),
        ) from error


def _checked(name: str, field: str, value: object) -> object:
    if field in _BOUNDS:
        return _checked_number(name, field, value)
    if field == "serial_ports":
        if not isinstance(value, list) or not all(isinstance(port, str) for port in value):
            raise _wrong(name, "a list of texts")
        return tuple(value)
    if field == "stop_bits":
        if isinstance(value, bool) or value not in _STOP_BITS:
            raise _wrong(name, "1, 1.5 or 2")
        return float(value)
    if field in _YES_OR_NO:
        if not isinstance(value, bool):
            raise _wrong(name, "true or false")
        return value
    if not isinstance(value, str):
        raise _wrong(name, "a text in quotes")
    if field in _CHOICES and value not in _CHOICES[field]:
        raise _wrong(name, "one of " + ", ".join(f'"{choice}"' for choice in _CHOICES[field]))
    if field == "api_endpoint":
        return check_endpoint(value)
    if field == "partner_id" and value:
        return check_partner_id(value)
    return value


def _checked_number(name: str, field: str, value: object) -> float:
    low, high = _BOUNDS[field]
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not low <= value <= high:
        raise _wrong(name, f"a number from {low:g} to {high:g}")
    if field not in _WHOLE:
        return float(value)
    if value != int(value):
        raise _wrong(name, "a whole number")
    return int(value)


def _wrong(name: str, wanted: str) -> UsageError:
    return UsageError(text("Setting cannot be used"), text("{name} must be {wanted}.", name=name, wanted=wanted))
