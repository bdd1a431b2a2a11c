"""Errors as RFC 9457 problem documents that name the parameter at fault, and nothing of our insides.

A browser gets the same as a page.
"""

import logging
import re
from collections.abc import Mapping
from typing import Any

import orjson
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, Response

from api.markup import markup
from api.negotiation import wants_html
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

    def response(self, request: Request | None = None) -> Response:
        """Return the problem as a document, or as a page where the `request` prefers one."""
        headers = {"cache-control": "no-store"} | self.headers
        if request is not None and wants_html(request):
            faults = [fault for fault in self.faults if fault["detail"] != self.detail]
            title = _TITLES.get(self.status, "Error")
            body = markup("problem.html", here=None, live=False, title=title, detail=self.detail, faults=faults)
            return HTMLResponse(body, self.status, headers | {"vary": "accept"})
        document = {
            "type": f"urn:sponsorwire:problem:{self.code}",
            "title": _TITLES.get(self.status, "Error"),
            "status": self.status,
            "detail": self.detail,
            "errors": self.faults,
        }
        return Response(orjson.dumps(document | self.members), self.status, headers, MEDIA_TYPE)


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


def _validation(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    faults = []
    for fault in error.errors():
        place = [str(part) for part in fault["loc"]]
        name = ".".join(place[1:]) or place[0]
        faults.append({"parameter": name, "detail": _said(fault, request)})
    problem = Problem(422, "invalid-parameter", "; ".join(f"{f['parameter']}: {f['detail']}" for f in faults[:5]))
    problem.faults = faults[:20]
    return problem.response(request)


def _said(fault: Mapping[str, Any], request: Request) -> str:
    """Return what is wrong with one parameter or field, for a person."""
    if fault["loc"] == ("body",) and "json" not in request.headers.get("content-type", ""):
        return "Send a JSON object with the header Content-Type: application/json."
    if fault["type"] == "extra_forbidden":
        return f"There is no {'parameter' if fault['loc'][0] == 'query' else 'field'} of this name."
    return str(fault["msg"]).removeprefix("Value error, ")[:300]


def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    status, title = error.status_code, _TITLES.get(error.status_code, "Error")
    headers = {name.lower(): value for name, value in (error.headers or {}).items()}
    detail = str(error.detail) or title
    if status == 404:
        detail = "There is nothing at this address; /docs names every address."
    elif status == 405:
        headers["allow"] = ", ".join(_methods(request, headers.get("allow", "")))
        detail = f"This address takes {headers['allow']}."
    return Problem(status, title.lower().replace(" ", "-"), detail, headers=headers).response(request)


def _methods(request: Request, first: str) -> list[str]:
    """Return the methods that an address takes; `first` are those of the first of its routes."""
    methods = {method.strip() for method in first.split(",") if method.strip()}
    for path, operations in request.app.openapi()["paths"].items():
        if re.fullmatch(re.sub(r"\{[^}]*\}", "[^/]+", path), request.url.path):
            methods |= {method.upper() for method in operations}
    return sorted(methods | ({"HEAD"} if "GET" in methods else set()))


def _rejected(request: Request, error: Exception) -> Response:
    assert isinstance(error, Rejected)
    return Problem(422, error.code.replace("_", "-"), error.reason).response(request)


def _unavailable(request: Request, _error: Exception) -> Response:
    return Problem(503, "unavailable", "Try again in a moment.", headers={"retry-after": "2"}).response(request)


def _bug(request: Request, error: Exception) -> Response:
    log.error("unhandled error", exc_info=error, extra={"path": request.url.path})
    return Problem(500, "error", "The error was recorded.").response(request)


def _problem(request: Request, error: Exception) -> Response:
    assert isinstance(error, Problem)
    return error.response(request)


def install(app: FastAPI) -> None:
    """Make every error of `app` a problem document."""
    app.add_exception_handler(Problem, _problem)
    app.add_exception_handler(RequestValidationError, _validation)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(Rejected, _rejected)
    app.add_exception_handler(Unavailable, _unavailable)
    app.add_exception_handler(Exception, _bug)
