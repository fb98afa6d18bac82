"""A refusal of the practice service in Google's error form, with and without details.

Knows the form only, not when something is refused.
"""

from collections.abc import Mapping
from dataclasses import dataclass

_TYPE = "type.googleapis.com/google.android.device.provisioning.v1.CustomError"
_BAD_REQUEST = "type.googleapis.com/google.rpc.BadRequest"
_LEGACY_REASONS: Mapping[int, str] = {
    400: "badRequest",
    401: "authError",
    403: "forbidden",
    404: "notFound",
    409: "alreadyExists",
    429: "rateLimitExceeded",
    500: "backendError",
    503: "backendError",
}


@dataclass(frozen=True, slots=True)
class FieldViolation:
    """One member of a request that cannot stand: where it is (`claims[3].customerId`) and why."""

    field: str
    description: str


class ApiError(Exception):
    """An answer other than 200. `custom_code` is a CustomErrorCode name or empty."""

    def __init__(
        self,
        http: int,
        status: str,
        message: str,
        *,
        custom_code: str = "",
        violations: tuple[FieldViolation, ...] = (),
        retry_after_s: float | None = None,
    ) -> None:
        super().__init__(message)
        self.http = http
        self.status = status
        self.message = message
        self.custom_code = custom_code
        self.violations = violations
        self.retry_after_s = retry_after_s

    def body(self, *, with_details: bool) -> dict[str, object]:
        """The JSON body: `details` when the caller asked for format 2, the older `errors` list otherwise."""
        error: dict[str, object] = {"code": self.http, "message": self.message}
        if with_details:
            error["status"] = self.status
            details = self._details()
            if details:
                error["details"] = details
        else:
            reason = _LEGACY_REASONS.get(self.http, "badRequest")
            error["errors"] = [{"message": self.message, "domain": "global", "reason": reason}]
            error["status"] = self.status
        return {"error": error}

    def _details(self) -> list[dict[str, object]]:
        details: list[dict[str, object]] = []
        if self.violations:
            found = [{"field": v.field, "description": v.description} for v in self.violations]
            details.append({"@type": _BAD_REQUEST, "fieldViolations": found})
        if self.custom_code:
            details.append({"@type": _TYPE, "code": self.custom_code, "message": self.message})
        return details


def invalid_argument(message: str, custom_code: str = "INVALID_PARAMETER") -> ApiError:
    """A 400 for a request that is well formed but cannot mean anything."""
    return ApiError(400, "INVALID_ARGUMENT", message, custom_code=custom_code)


def not_found(message: str, custom_code: str = "") -> ApiError:
    """A 404."""
    return ApiError(404, "NOT_FOUND", message, custom_code=custom_code)


def permission_denied(message: str, custom_code: str = "AUTHORIZATION_FAIL") -> ApiError:
    """A 403."""
    return ApiError(403, "PERMISSION_DENIED", message, custom_code=custom_code)
