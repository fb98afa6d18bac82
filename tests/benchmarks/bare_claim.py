"""The floor of claiming: a bare `requests` script that sends the same bodies and polls by the same times.

Run as a program: URL KEY_FILE IMEI_FILE CUSTOMER.
"""

import json
import sys
import time
from pathlib import Path
from typing import Any

import requests
from google.auth import crypt, jwt

from ztdesk.cloud.sign_in import SCOPE

_SHORTEST_S = 2.0
_LONGEST_S = 10.0
_IN_FLIGHT = 4
_SIZE = 1000


def main(url: str, key_file: str, imei_file: str, customer: str) -> None:
    """Claim every IMEI of the file and wait for the verdicts."""
    key = json.loads(Path(key_file).read_text(encoding="utf-8"))
    session = requests.Session()
    session.trust_env = False
    session.headers["Authorization"] = f"Bearer {_token(session, key)}"
    imeis = Path(imei_file).read_text(encoding="utf-8").split()
    chunks = [imeis[start : start + _SIZE] for start in range(0, len(imeis), _SIZE)]
    running: dict[str, tuple[float, float]] = {}  # name -> (accepted at, due at)
    while chunks or running:
        while chunks and len(running) < _IN_FLIGHT:
            answer = session.post(
                f"{url}/v1/partners/1100000001/devices:claimAsync", json=_body(chunks.pop(0), customer)
            )
            now = time.monotonic()
            running[answer.json()["name"]] = (now, now + _SHORTEST_S)
        name, (accepted_at, due_at) = min(running.items(), key=lambda item: item[1][1])
        time.sleep(max(0.0, due_at - time.monotonic()))
        operation: dict[str, Any] = session.get(f"{url}/v1/{name}").json()
        now = time.monotonic()
        if operation.get("done"):
            del running[name]
            assert operation["response"]["successCount"] == len(operation["response"]["perDeviceStatus"])
        else:
            progress = operation.get("metadata", {}).get("progress", 0)
            left_s = (now - accepted_at) * (100 - progress) / progress if 0 < progress < 100 else _SHORTEST_S
            running[name] = (accepted_at, now + max(_SHORTEST_S, min(_LONGEST_S, left_s)))


def _body(imeis: list[str], customer: str) -> dict[str, Any]:
    section = "SECTION_TYPE_ZERO_TOUCH"
    claims = [{"deviceIdentifier": {"imei": imei}, "sectionType": section, "customerId": customer} for imei in imeis]
    return {"claims": claims}


def _token(session: requests.Session, key: dict[str, str]) -> str:
    now = int(time.time())
    claims = {"iss": key["client_email"], "aud": key["token_uri"], "scope": SCOPE, "iat": now, "exp": now + 3600}
    signer: Any = crypt.RSASigner.from_service_account_info(key)  # type: ignore[no-untyped-call]
    assertion = jwt.encode(signer, claims)  # type: ignore[no-untyped-call]
    grant = {"grant_type": "urn:ietf:params:oauth:grant-type:jwt-bearer", "assertion": assertion}
    token: str = session.post(key["token_uri"], data=grant).json()["access_token"]
    return token


if __name__ == "__main__":
    main(*sys.argv[1:])
