import json
import time
from email.utils import formatdate

import httplib2
import pytest
from googleapiclient.errors import HttpError

from ztdesk.cloud.failures import translated
from ztdesk.domain.errors import MaybeTaken, Refused, SignInNeeded, TryLater, ZtdeskError
from ztdesk.domain.text import text


def raised(error: Exception, *, changes_something: bool = True) -> Exception:
    with pytest.raises(Exception) as caught, translated(changes_something=changes_something):  # noqa: PT011 - told below
        raise error
    return caught.value


def answer(code: int, body: object = "", **headers: str) -> HttpError:
    content = body.encode() if isinstance(body, str) else json.dumps(body).encode()
    return HttpError(httplib2.Response({"status": str(code), **headers}), content)


def error_body(code: int, **members: object) -> dict[str, object]:
    return {"error": {"code": code, "message": "First sentence. Second.", **members}}


@pytest.mark.parametrize("code", [500, 502, 503, 504, 408, 302, 307, 308])
def test_an_answer_that_does_not_say_no_is_doubt_for_a_claim_and_patience_for_a_question(code: int) -> None:
    assert isinstance(raised(answer(code, "<html>")), MaybeTaken)
    assert isinstance(raised(answer(code, "<html>"), changes_something=False), TryLater)


@pytest.mark.parametrize("code", [400, 403, 404, 409, 413])
def test_a_refusal_keeps_code_identifier_and_message(code: int) -> None:
    detail = {"@type": "type.googleapis.com/x.CustomError", "code": "INVALID_IMEI"}
    error = raised(answer(code, error_body(code, status="INVALID_ARGUMENT", details=["junk", detail])))
    assert isinstance(error, Refused)
    assert (error.code, error.identifier, error.message) == (code, "INVALID_IMEI", "First sentence. Second.")


def test_terms_that_were_not_accepted_are_named() -> None:
    detail = {"@type": "type.googleapis.com/google.android.device.provisioning.v1.TosError", "latestTosAccepted": False}
    error = raised(answer(403, error_body(403, details=[detail])))
    assert isinstance(error, Refused)
    assert error.identifier == "TOS_NOT_ACCEPTED"
    assert "erms" in error.title.english()


def test_401_needs_a_person() -> None:
    assert isinstance(raised(answer(401, error_body(401, status="UNAUTHENTICATED"))), SignInNeeded)


@pytest.mark.parametrize(
    "error",
    [
        answer(429, error_body(429, status="RESOURCE_EXHAUSTED")),
        answer(403, error_body(403, errors=[{"reason": "userRateLimitExceeded"}])),
        answer(403, error_body(403, details=[{"reason": "RATE_LIMIT_EXCEEDED"}])),
    ],
)
def test_too_many_requests_took_nothing(error: HttpError) -> None:
    assert isinstance(raised(error), TryLater)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("7", 7.0),
        ("0", 0.0),
        ("99999999999999999999", 1e20),
        ("", None),
        ("soon", None),
        ("-5", None),
        ("Wed, 21 Oct 2015 07:28:00 GMT", 0.0),
        ("Wed, 21 Oct 2015 07:28:00 -0000", 0.0),
        ("Wed, 99 Oct 2015 07:28:00 GMT", None),
        ("٣", None),
    ],
)
def test_retry_after_in_either_form_and_in_none(value: str, expected: float | None) -> None:
    error = raised(answer(429, "", **{"retry-after": value}))
    assert isinstance(error, TryLater)
    assert error.retry_after_s == expected


def test_retry_after_as_a_moment_is_seconds_from_now() -> None:
    error = raised(answer(429, "", **{"retry-after": formatdate(time.time() + 100, usegmt=True)}))
    assert isinstance(error, TryLater)
    assert error.retry_after_s is not None
    assert 90 < error.retry_after_s <= 100


@pytest.mark.parametrize(
    "body",
    ["", "<html>", "[]", "5", '"x"', "{}", '{"error": "x"}', '{"error": []}', '{"error": {"details": 5}}', "\ud800"],
)
def test_any_body_is_survived(body: str) -> None:
    content = body.encode("utf-8", "surrogatepass")
    error = raised(HttpError(httplib2.Response({"status": "400"}), content))
    assert isinstance(error, Refused)


def test_half_a_surrogate_pair_in_a_message_can_be_stored() -> None:
    error = raised(answer(400, '{"error": {"message": "\\ud800", "status": "\\udfff"}}'))
    assert isinstance(error, Refused)
    assert (error.message.encode(), error.identifier.encode()) == (b"\\ud800", b"\\udfff")


def test_json_that_is_no_answer_is_doubt_for_a_claim_and_patience_for_a_question() -> None:
    assert isinstance(raised(ValueError("no name")), MaybeTaken)
    assert isinstance(raised(ValueError("no name"), changes_something=False), TryLater)


def test_a_lost_question_is_asked_again() -> None:
    lost = MaybeTaken(text("a"), text("b"))
    assert raised(lost) is lost
    assert isinstance(raised(lost, changes_something=False), TryLater)


def test_a_bug_stays_a_bug() -> None:
    error = raised(ZeroDivisionError())
    assert not isinstance(error, ZtdeskError)
