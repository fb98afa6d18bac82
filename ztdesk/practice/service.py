"""The reseller API as a WSGI application: finds the method, lets faults strike, checks the caller, request and answer.

Knows HTTP and the order of checks; what a method does is in `companies_api` and `devices_api`.
"""

import functools
import json
import threading
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from werkzeug.exceptions import HTTPException
from werkzeug.routing import Map, Rule
from werkzeug.wrappers import Request, Response

from ztdesk.practice import companies_api, devices_api
from ztdesk.practice.calls import Call
from ztdesk.practice.discovery import Method, reseller_api
from ztdesk.practice.errors import ApiError, not_found, permission_denied
from ztdesk.practice.faults import TOKEN, Faults
from ztdesk.practice.listening import ConnectionDropped
from ztdesk.practice.provisioning import Provisioning
from ztdesk.practice.records import PARTNER_ID
from ztdesk.practice.tokens import SignInRefused, TokenDesk
from ztdesk.practice.wire import Wire

_JSON = "application/json; charset=UTF-8"
_GET_OPERATION = "operations.get"
_METHODS: dict[str, Callable[[Provisioning, Call], Wire]] = {
    "partners.customers.create": companies_api.create_customer,
    "partners.customers.list": companies_api.list_customers,
    "partners.vendors.list": companies_api.list_vendors,
    "partners.vendors.customers.list": companies_api.list_vendor_customers,
    "partners.devices.claim": devices_api.claim,
    "partners.devices.claimAsync": devices_api.start_batch,
    "partners.devices.findByIdentifier": devices_api.find_by_identifier,
    "partners.devices.findByOwner": devices_api.find_by_owner,
    "partners.devices.get": devices_api.get,
    "partners.devices.getSimLockState": devices_api.sim_lock_state,
    "partners.devices.metadata": devices_api.metadata,
    "partners.devices.unclaim": devices_api.unclaim,
    "partners.devices.unclaimAsync": devices_api.start_batch,
    "partners.devices.updateMetadataAsync": devices_api.start_batch,
}
_HTML_503 = (
    "<!DOCTYPE html><html lang=en><meta charset=utf-8><title>Error 503 (Service Unavailable)</title>"
    "<p><b>503.</b> The service is temporarily overloaded. Please try again later.</html>"
)


class Service:
    """The application. `stopping` ends the waits of slow answers."""

    def __init__(
        self, provisioning: Provisioning, tokens: TokenDesk, faults: Faults, stopping: threading.Event
    ) -> None:
        self._provisioning = provisioning
        self._tokens = tokens
        self._faults = faults
        self._stopping = stopping
        self._api = reseller_api()
        self._counts: Counter[str] = Counter()
        self._lock = threading.Lock()

    def requests(self) -> dict[str, int]:
        """How many requests each method met, faults included; sign-in requests are `token`."""
        with self._lock:
            return dict(self._counts)

    def forget_requests(self) -> None:
        """Count from zero again."""
        with self._lock:
            self._counts.clear()

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        """WSGI. Raises ConnectionDropped for the listener to act on."""
        request = Request(environ)
        try:
            response = self._answer(request)
        except ApiError as error:
            response = _error(error, request)
        except HTTPException:
            response = _error(not_found("Method not found."), request)
        return response(environ, start_response)

    def _answer(self, request: Request) -> Response:
        name, path = _routes().bind_to_environ(request.environ).match()
        with self._lock:
            self._counts[name] += 1
        struck = self._struck_before(name)
        if struck is not None:
            return struck
        response = self._token(request) if name == TOKEN else self._called(self._api.methods[name], path, request)
        if self._faults.take("drop-after", name):
            raise ConnectionDropped
        return response

    def _struck_before(self, name: str) -> Response | None:
        take = self._faults.take
        if (slow := take("slow", name)) is not None:
            self._stopping.wait(slow.value)
        if take("drop-before", name):
            raise ConnectionDropped
        if take("401", name):
            raise _unauthenticated()
        if take("403", name):
            raise permission_denied("The caller does not have permission. The service account is not linked.")
        if (busy := take("429", name)) is not None:
            message = "Quota exceeded for quota metric 'Queries'. Slow down."
            raise ApiError(429, "RESOURCE_EXHAUSTED", message, retry_after_s=busy.value)
        if take("500", name):
            raise ApiError(500, "INTERNAL", "Internal error encountered.")
        if take("503", name):
            return Response(_HTML_503, 503, content_type="text/html; charset=UTF-8")
        return None

    def _token(self, request: Request) -> Response:
        try:
            if self._faults.take("token-refused", TOKEN):
                raise SignInRefused("invalid_grant", "Invalid grant: account not found")
            return _json(self._tokens.exchange(request.form))
        except SignInRefused as refused:
            return _json({"error": refused.error, "error_description": refused.description}, 400)

    def _called(self, method: Method, path: Mapping[str, str], request: Request) -> Response:
        if not self._tokens.stands(request.headers.get("Authorization", "")):
            raise _unauthenticated()
        if path.get("partnersId", PARTNER_ID) != PARTNER_ID:
            raise permission_denied("The caller does not have permission. It is another partner.")
        query = self._api.check_query(method, request.args)
        body = self._api.check_request(method, _body(request)) if method.request else {}
        if method.name == _GET_OPERATION:
            answer = self._operation(path["operationsId"])
        else:
            answer = _METHODS[method.name](self._provisioning, Call(method.name, path, query, body))
        return _json(self._api.check_response(method, answer))

    def _operation(self, name: str) -> Wire:
        stuck = self._faults.take("progress-stuck", _GET_OPERATION)
        missing = self._faults.take("rows-missing", _GET_OPERATION)
        operation = self._provisioning.operation(
            f"operations/{name}",
            stuck_s=stuck.value if stuck else 0.0,
            missing=int(missing.value) if missing else 0,
        )
        if operation is None or self._faults.take("operation-lost", _GET_OPERATION):
            raise not_found("Operation not found.", "INVALID_OPERATION_ID")
        return operation


@functools.cache
def _routes() -> Map:
    # Compiling rules takes longer than all else at the start; they are the same for every service of a process.
    return Map([*_rules(reseller_api().methods.values())], merge_slashes=False, strict_slashes=False)


def _rules(methods: Iterable[Method]) -> Iterable[Rule]:
    yield Rule("/token", endpoint=TOKEN, methods=["POST"])
    for method in methods:
        path = method.path.replace("{operationsId}", "<path:operationsId>").replace("{", "<").replace("}", ">")
        yield Rule(f"/{path}", endpoint=method.name, methods=[method.verb])


def _body(request: Request) -> object:
    try:
        return json.loads(request.get_data() or b"{}")
    except ValueError:
        raise ApiError(400, "INVALID_ARGUMENT", "Invalid JSON payload received. It cannot be parsed.") from None


def _json(answer: object, http: int = 200) -> Response:
    return Response(json.dumps(answer, ensure_ascii=False, separators=(",", ":")), http, content_type=_JSON)


def _error(error: ApiError, request: Request) -> Response:
    version = request.headers.get("X-GOOG-API-FORMAT-VERSION") or request.args.get("$.xgafv")
    response = _json(error.body(with_details=version == "2"), error.http)
    if error.retry_after_s is not None:
        response.headers["Retry-After"] = f"{error.retry_after_s:g}"
    if error.http == 401:
        response.headers["WWW-Authenticate"] = 'Bearer realm="https://accounts.google.com/", error="invalid_token"'
    return response


def _unauthenticated() -> ApiError:
    return ApiError(
        401,
        "UNAUTHENTICATED",
        "Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid "
        "authentication credential.",
    )
