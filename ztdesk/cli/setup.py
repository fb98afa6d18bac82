"""`ztdesk setup`: which partner, which key, which service."""

import argparse
from pathlib import Path

from ztdesk.cli.parsing import Commands
from ztdesk.domain.errors import StoreFailure
from ztdesk.domain.text import text
from ztdesk.paths import DataFolder
from ztdesk.settings import (
    GOOGLE_ENDPOINT,
    check_endpoint,
    check_for_practice,
    check_key_file,
    check_partner_id,
    load_settings,
    save_settings,
)


def add_to(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "setup",
        help="say which partner, key and service to use",
        description="Check the key file and keep the account. Only the key file's path is kept, so leave it where it is.",
    )
    parser.add_argument("--partner-id", required=True, metavar="ID", help="the reseller's id, shown in the portal")
    parser.add_argument("--service-account", required=True, metavar="FILE", help="the JSON key of the service account")
    parser.add_argument(
        "--api-endpoint", default=GOOGLE_ENDPOINT, metavar="URL", help="the service, Google's by default"
    )
    parser.add_argument("--station", metavar="NAME", help="what this station is called in the journal")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace, folder: DataFolder) -> int:
    """Check and keep the settings. Raises UsageError, StoreFailure."""
    key_file = Path(arguments.service_account).expanduser().absolute()
    changes: dict[str, object] = {
        "partner_id": check_partner_id(arguments.partner_id),
        "service_account_file": str(key_file),
        "api_endpoint": check_endpoint(arguments.api_endpoint),
    }
    if arguments.station:
        changes["station_name"] = arguments.station
    if folder.is_for_practice:
        check_for_practice(str(changes["api_endpoint"]))
    email = check_key_file(key_file)
    load_settings(folder.settings_file)
    try:
        save_settings(folder.settings_file, changes)
    except OSError as error:
        raise StoreFailure(
            text("Settings cannot be written"), text("{folder}: {reason}", folder=folder.root, reason=error.strerror)
        ) from error
    print(f"Partner {changes['partner_id']} at {changes['api_endpoint']}, signed in as {email}.")
    return 0
