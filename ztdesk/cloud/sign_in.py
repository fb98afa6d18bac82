"""Credentials from the service account's key file. Never shows or logs what is in it."""

import json
from pathlib import Path

from google.auth.credentials import Credentials
from google.oauth2 import service_account

from ztdesk.domain.errors import SignInNeeded, UsageError
from ztdesk.domain.text import text
from ztdesk.settings import check_token_uri

SCOPE = "https://www.googleapis.com/auth/androidworkprovisioning"


def load_credentials(key_file: Path) -> Credentials:
    """Credentials of a service account with the reseller API's scope. Raises SignInNeeded when the file is no such key."""
    try:
        info: dict[str, str] = json.loads(key_file.read_text(encoding="utf-8-sig"))
        check_token_uri(info["token_uri"])
        credentials: Credentials = service_account.Credentials.from_service_account_info(info, scopes=[SCOPE])  # type: ignore[no-untyped-call]
    except UsageError as error:
        raise SignInNeeded(error.title, error.hint) from error
    except OSError as error:
        raise SignInNeeded(
            text("Key file cannot be read"),
            text(
                "{file}: {reason}. Choose the service account's key file again.",
                file=key_file.name,
                reason=error.strerror,
            ),
        ) from error
    except (ValueError, TypeError, AttributeError, KeyError) as error:
        raise SignInNeeded(
            text("Not a key file"), text("{file} is not the JSON key of a service account.", file=key_file.name)
        ) from error
    return credentials
