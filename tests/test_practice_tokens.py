"""The sign-in: which signed assertions get a token, and how long a token stands."""

import json
import time
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from google.auth import crypt, jwt

from tests.practice_service import PracticeClock, account_key
from ztdesk.practice.tokens import CLIENT_EMAIL, SCOPE, AccountKey, SignInRefused, TokenDesk

TOKEN_URI = "http://127.0.0.1:5/token"
GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer"


@pytest.fixture
def key(tmp_path: Path) -> AccountKey:
    file = tmp_path / "key.json"
    file.write_text(account_key(), encoding="utf-8")
    return AccountKey(file)


@pytest.fixture
def clock() -> PracticeClock:
    return PracticeClock()


@pytest.fixture
def desk(key: AccountKey, clock: PracticeClock) -> TokenDesk:
    return TokenDesk(key, TOKEN_URI, 3600, clock)


def assertion(signer: Any = None, **changed: Any) -> dict[str, str]:
    load: Any = crypt.RSASigner.from_service_account_info
    encode: Any = jwt.encode
    now = int(time.time())
    claims = {"iss": CLIENT_EMAIL, "aud": TOKEN_URI, "iat": now, "exp": now + 3600, "scope": SCOPE} | changed
    signed = encode(signer or load(json.loads(account_key())), claims)
    return {"grant_type": GRANT, "assertion": signed.decode()}


@pytest.mark.parametrize("audience", [TOKEN_URI, "https://oauth2.googleapis.com/token"])
def test_a_signed_assertion_gets_a_token_that_stands_for_its_time(
    desk: TokenDesk, clock: PracticeClock, audience: str
) -> None:
    answer = desk.exchange(assertion(aud=audience, scope=f"openid {SCOPE}"))
    assert (answer["token_type"], answer["expires_in"]) == ("Bearer", 3600)
    authorization = f"Bearer {answer['access_token']}"
    assert desk.stands(authorization)
    clock.pass_s(3590)
    assert desk.stands(authorization)
    clock.pass_s(20)
    assert not desk.stands(authorization)


@pytest.mark.parametrize(
    ("changed", "error"),
    [
        ({"iss": "somebody@else.example"}, "invalid_grant"),
        ({"aud": "https://example.com/token"}, "invalid_grant"),
        ({"iat": int(time.time()) - 7200, "exp": int(time.time()) - 3600}, "invalid_grant"),
        ({"iat": int(time.time()) + 3600, "exp": int(time.time()) + 7200}, "invalid_grant"),
        ({"exp": int(time.time()) + 7200}, "invalid_grant"),
        ({"exp": "soon"}, "invalid_grant"),
        ({"scope": "https://www.googleapis.com/auth/androidworkzerotouchemm"}, "invalid_scope"),
    ],
)
def test_refuses_assertions_that_say_the_wrong_things(desk: TokenDesk, changed: dict[str, Any], error: str) -> None:
    with pytest.raises(SignInRefused) as caught:
        desk.exchange(assertion(**changed))
    assert caught.value.error == error


def test_refuses_another_keys_signature(desk: TokenDesk, key: AccountKey) -> None:
    make: Any = crypt.RSASigner
    stranger = make(rsa.generate_private_key(public_exponent=65537, key_size=2048), key.key_id)
    with pytest.raises(SignInRefused, match="Signature"):
        desk.exchange(assertion(stranger))


@pytest.mark.parametrize("spoilt", ["", "a.b", "a.b.c", "é.é.é", "bnVsbA.bnVsbA.bnVsbA"])
def test_refuses_what_is_no_assertion(desk: TokenDesk, spoilt: str) -> None:
    with pytest.raises(SignInRefused) as caught:
        desk.exchange({"grant_type": GRANT, "assertion": spoilt})
    assert caught.value.error == "invalid_grant"


def test_refuses_other_grants(desk: TokenDesk) -> None:
    with pytest.raises(SignInRefused) as caught:
        desk.exchange({"grant_type": "password"})
    assert caught.value.error == "unsupported_grant_type"


def test_a_lengthened_token_does_not_stand(desk: TokenDesk) -> None:
    token = str(desk.exchange(assertion())["access_token"])
    kind, expires, mark = token.split(".")
    assert not desk.stands(f"Bearer {kind}.{int(expires) + 9999}.{mark}")


def test_the_key_is_made_once_and_its_token_address_follows_the_port(tmp_path: Path) -> None:
    file = tmp_path / "sub" / "key.json"
    AccountKey(file).write("http://127.0.0.1:1/token")
    first = json.loads(file.read_text(encoding="utf-8"))
    AccountKey(file).write("http://127.0.0.1:2/token")
    second = json.loads(file.read_text(encoding="utf-8"))
    assert second == first | {"token_uri": "http://127.0.0.1:2/token"}
    assert first["type"] == "service_account"


def test_a_token_outlives_a_restart(desk: TokenDesk, key: AccountKey, clock: PracticeClock) -> None:
    token = desk.exchange(assertion())["access_token"]
    assert TokenDesk(AccountKey(key.path), TOKEN_URI, 3600, clock).stands(f"Bearer {token}")
