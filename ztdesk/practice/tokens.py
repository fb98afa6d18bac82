"""The practice service's own sign-in: a service-account key it makes itself, and bearer tokens for signed assertions.

Knows nothing of who may do what; a token either stands or does not.
"""

import base64
import binascii
import hashlib
import hmac
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa

SCOPE = "https://www.googleapis.com/auth/androidworkprovisioning"
CLIENT_EMAIL = "practice@ztdesk-practice.iam.gserviceaccount.com"
_GOOGLE_AUDIENCE = "https://oauth2.googleapis.com/token"  # what google-auth writes, wherever it then sends it
_LONGEST_LIFE_S = 3600
_CLOCK_SKEW_S = 300
_GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer"


class SignInRefused(Exception):
    """No token for this assertion: `error` is the OAuth error code, the text its description."""

    def __init__(self, error: str, description: str) -> None:
        super().__init__(description)
        self.error = error
        self.description = description


class AccountKey:
    """The service-account file: made once, kept, with its token address brought up to date at each start."""

    def __init__(self, path: Path) -> None:
        """Read the key of `path`, or make one there. Raises OSError, ValueError for a file that is no key."""
        self.path = path
        self._info: dict[str, str] = (
            json.loads(path.read_text(encoding="utf-8")) if path.exists() else _new_account(_new_private_key())
        )
        pem = self._info["private_key"].encode()
        key = serialization.load_pem_private_key(pem, None, unsafe_skip_rsa_key_validation=True)
        if not isinstance(key, rsa.RSAPrivateKey):
            raise ValueError("not an RSA key")
        self.public_key = key.public_key()
        self.key_id = self._info["private_key_id"]
        self.secret = hashlib.sha256(b"practice tokens" + pem).digest()

    def write(self, token_uri: str) -> None:
        """Write the file, naming where tokens are to be had. Raises OSError."""
        self._info["token_uri"] = token_uri
        self.path.parent.mkdir(parents=True, exist_ok=True)
        fresh = self.path.with_suffix(".new")
        fresh.write_text(json.dumps(self._info, indent=2) + "\n", encoding="utf-8")
        fresh.replace(self.path)


class TokenDesk:
    """Issues and checks bearer tokens. They are signed, not remembered, so they outlive a restart as Google's do."""

    def __init__(self, key: AccountKey, token_uri: str, lifetime_s: int, clock: Callable[[], float]) -> None:
        self._key = key
        self._audiences = (token_uri, _GOOGLE_AUDIENCE)
        self._lifetime_s = lifetime_s
        self._clock = clock

    def exchange(self, form: Mapping[str, str]) -> dict[str, object]:
        """The token answer for a token request's form. Raises SignInRefused."""
        if form.get("grant_type") != _GRANT:
            raise SignInRefused("unsupported_grant_type", "Invalid grant_type: " + form.get("grant_type", ""))
        self._check_claims(self._verified(form.get("assertion", "")))
        expires = int(self._clock()) + self._lifetime_s
        token = f"practice.{expires}.{self._mark(expires)}"
        return {"access_token": token, "expires_in": self._lifetime_s, "token_type": "Bearer"}

    def stands(self, authorization: str) -> bool:
        """Whether an Authorization header carries a token of ours that has not expired."""
        kind, _, token = authorization.partition(" ")
        parts = token.split(".")
        if kind.lower() != "bearer" or len(parts) != 3 or not parts[1].isdecimal():
            return False
        expires = int(parts[1])
        return hmac.compare_digest(parts[2].encode(), self._mark(expires).encode()) and self._clock() < expires

    def _mark(self, expires: int) -> str:
        return hmac.new(self._key.secret, str(expires).encode(), hashlib.sha256).hexdigest()

    def _verified(self, assertion: str) -> dict[str, Any]:
        parts = assertion.split(".")
        try:
            header, payload, signature = (_decoded(part) for part in parts)
            described, claims = json.loads(header), json.loads(payload)
        except ValueError:
            raise SignInRefused("invalid_grant", "Invalid JWT: Malformed assertion.") from None
        if not isinstance(described, dict) or not isinstance(claims, dict) or described.get("alg") != "RS256":
            raise SignInRefused("invalid_grant", "Invalid JWT: Must be signed with RS256.")
        if described.get("kid", self._key.key_id) != self._key.key_id:
            raise SignInRefused("invalid_grant", "Invalid JWT Signature.")
        signed = ".".join(parts[:2]).encode()
        try:
            self._key.public_key.verify(signature, signed, padding.PKCS1v15(), hashes.SHA256())
        except InvalidSignature:
            raise SignInRefused("invalid_grant", "Invalid JWT Signature.") from None
        return claims

    def _check_claims(self, claims: dict[str, Any]) -> None:
        if claims.get("iss") != CLIENT_EMAIL:
            raise SignInRefused("invalid_grant", "Invalid grant: account not found")
        if claims.get("aud") not in self._audiences:
            raise SignInRefused("invalid_grant", "Invalid JWT: Failed audience check.")
        issued, expires, now = claims.get("iat"), claims.get("exp"), self._clock()
        if not isinstance(issued, int) or not isinstance(expires, int):
            raise SignInRefused("invalid_grant", "Invalid JWT: iat and exp must be whole numbers.")
        if expires - issued > _LONGEST_LIFE_S or issued > now + _CLOCK_SKEW_S or expires < now - _CLOCK_SKEW_S:
            raise SignInRefused(
                "invalid_grant",
                "Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe. "
                "Check your iat and exp values in the JWT claim.",
            )
        if SCOPE not in str(claims.get("scope", "")).split():
            raise SignInRefused("invalid_scope", "Invalid OAuth scope or ID token audience provided.")


def _decoded(part: str) -> bytes:
    try:
        return base64.b64decode(part + "=" * (-len(part) % 4), altchars=b"-_", validate=True)
    except binascii.Error as error:
        raise ValueError(str(error)) from None


def _new_private_key() -> str:
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    pem = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    return pem.decode()


def _new_account(private_key: str) -> dict[str, str]:
    return {
        "type": "service_account",
        "project_id": "ztdesk-practice",
        "private_key_id": hashlib.sha256(private_key.encode()).hexdigest()[:40],
        "private_key": private_key,
        "client_email": CLIENT_EMAIL,
        "client_id": "100000000000000000001",
        "universe_domain": "googleapis.com",
    }
