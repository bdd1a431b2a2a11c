"""Errors as RFC 9457 problem documents that name the parameter at fault, and nothing of our insides."""

import logging
from collections.abc import Mapping
from typing import Any

import orjson
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException
from starlette.responses import Response

from records.errors import Rejected, Unavailable

log = logging.getLogger(__name__)
MEDIA_TYPE = "application/problem+json"
_TITLES = {
    400: "Bad request",
    401: "A token is needed",
    403: "This token may not do that",
    404: "Not found",
    405: "Method not allowed",
    409: "Conflict",
    410: "Gone",
    413: "Too large",
    415: "Unsupported media type",
    422: "A parameter is wrong",
    429: "Too many requests",
    500: "An error on our side",
    503: "Not available now",
}


class Fault(BaseModel):
    """One thing that is wrong with a request."""

    parameter: str = Field(description="The query parameter, header or path of the body.", examples=["cursor"])
    detail: str


class ProblemDocument(BaseModel):
    """RFC 9457, with the parameters at fault."""

    type: str = Field(examples=["urn:sponsorwire:problem:invalid-parameter"])
    title: str
    status: int
    detail: str
    errors: list[Fault] = []


class Problem(Exception):
    """An answer that is no success: a stable `code`, a sentence for a person, the parameter at fault."""

    def __init__(
        self,
        status: int,
        code: str,
        detail: str,
        parameter: str | None = None,
        headers: Mapping[str, str] | None = None,
        **members: Any,
    ) -> None:
        super().__init__(detail)
        self.status = status
        self.code = code
        self.detail = detail
        self.faults = [{"parameter": parameter, "detail": detail}] if parameter else []
        self.headers = dict(headers or {})
        self.members = members

    def response(self) -> Response:
        """Return the problem document."""
        document = {
            "type": f"urn:sponsorwire:problem:{self.code}",
            "title": _TITLES.get(self.status, "Error"),
            "status": self.status,
            "detail": self.detail,
            "errors": self.faults,
        }
        body = orjson.dumps(document | self.members)
        return Response(body, self.status, {"cache-control": "no-store"} | self.headers, MEDIA_TYPE)


def not_found(what: str) -> Problem:
    """Return the answer for an id that stands for nothing."""
    return Problem(404, "not-found", f"There is no such {what}.")


def responses(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """Return the description of these errors for a route's OpenAPI entry; who may be asked for a token may also
    have sent too many wrong ones."""
    if 401 in statuses:
        statuses = tuple(sorted({*statuses, 429}))
    return {
        status: {"description": _TITLES[status], "model": ProblemDocument, "content": {MEDIA_TYPE: {}}}
        for status in statuses
    }


def _validation(_request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    faults = []
    for fault in error.errors():
        place = [str(part) for part in fault["loc"]]
        name = ".".join(place[1:]) or place[0]
        faults.append({"parameter": name, "detail": str(fault["msg"])[:300]})
    problem = Problem(422, "invalid-parameter", "; ".join(f"{f['parameter']}: {f['detail']}" for f in faults[:5]))
    problem.faults = faults[:20]
    return problem.response()


def _http(_request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    title = _TITLES.get(error.status_code, "Error")
    code = title.lower().replace(" ", "-")
    return Problem(error.status_code, code, str(error.detail) or title, headers=error.headers).response()


def _rejected(_request: Request, error: Exception) -> Response:
    assert isinstance(error, Rejected)
    return Problem(422, error.code.replace("_", "-"), error.reason).response()


def _unavailable(_request: Request, _error: Exception) -> Response:
    return Problem(503, "unavailable", "Try again in a moment.", headers={"retry-after": "2"}).response()


def _bug(request: Request, error: Exception) -> Response:
    log.error("unhandled error", exc_info=error, extra={"path": request.url.path})
    return Problem(500, "error", "The error was recorded.").response()


def _problem(_request: Request, error: Exception) -> Response:
    assert isinstance(error, Problem)
    return error.response()


def install(app: FastAPI) -> None:
    """Make every error of `app` a problem document."""
    app.add_exception_handler(Problem, _problem)
    app.add_exception_handler(RequestValidationError, _validation)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(Rejected, _rejected)
    app.add_exception_handler(Unavailable, _unavailable)
    app.add_exception_handler(Exception, _bug)
