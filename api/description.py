"""What programs read about the API: OpenAPI 3.1 with its webhooks, AsyncAPI 3.0 of the stream, JSON Schemas."""

from functools import cache
from pathlib import Path
from typing import Any

import fastapi
import orjson
from fastapi import APIRouter, FastAPI, Request
from fastapi.openapi.utils import get_openapi
from pydantic import BaseModel, ConfigDict, Field
from pydantic.json_schema import models_json_schema
from starlette.responses import Response

from api import problems
from api.answers import answer, json_answer
from api.examples import STREAM, example
from api.problems import not_found, responses
from records.deal import MergedDeal
from records.query import Query
from records.record import SCHEMA_VERSION, Article
from records.tables.log import KINDS

router = APIRouter(tags=["descriptions"])
SCHEMA_MEDIA_TYPE = "application/schema+json"
_CLOSED = ("/tokens", "/webhooks")  # reading these needs a token everywhere
_EXAMPLES = {
    "sponsor": "Nordlicht Energie",
    "rights_holder": "FC Hafen",
    "person": "Mara Quill",
    "role": "shirt_front",
    "category": "energy",
    "status": "announced",
    "event_type": "renewal",
    "since": "2026-01-01T00:00:00Z",
    "until": "2027-01-01T00:00:00Z",
    "ends_before": "2028-12-31",
    "q": "shirt sponsor",
}


class Event(BaseModel):
    """One change, as the stream and the webhooks carry it; `data` holds the deal or the article."""

    model_config = ConfigDict(title="Event")

    type: str = Field(json_schema_extra={"enum": list(KINDS)})
    subject_id: str = Field(description="Of the deal or article.")
    revision: int = Field(ge=1)
    published_at: str = Field(json_schema_extra={"format": "date-time"})
    data: dict[str, Any] = Field(description="`deal` (a merged deal) or `article`, and what else there is to say.")


SCHEMAS: dict[str, type[BaseModel]] = {"article": Article, "deal": MergedDeal, "event": Event, "query": Query}


@cache
def schema(name: str) -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of a record, deal, event or query, with its version."""
    made = SCHEMAS[name].model_json_schema(mode="serialization")
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:sponsorwire:schema:{name}:{SCHEMA_VERSION}",
    }
    return {**head, **made}


@router.get(
    "/schema/{name}.json",
    response_class=Response,
    responses={
        200: {"content": {SCHEMA_MEDIA_TYPE: {}}, "description": "The schema."},
        **responses(404, 422),
    },
)
def read_schema(request: Request, name: str = fastapi.Path(max_length=30)) -> Response:
    """Return the JSON Schema of article, deal, event or query."""
    if name not in SCHEMAS:
        raise not_found("schema")
    return answer(request, orjson.dumps(schema(name)), SCHEMA_MEDIA_TYPE)


@router.get("/asyncapi.json", response_model=dict[str, Any])
def read_asyncapi(request: Request) -> Response:
    """Return the AsyncAPI 3.0 description of the stream."""
    return json_answer(request, asyncapi(request.app.state.settings.base_url))


def asyncapi(base_url: str) -> dict[str, Any]:
    """Return the description of the stream: one channel, one message for each kind of event."""
    scheme, _, host = base_url.partition("://")
    parameters = schema("query")
    messages = {kind: {"$ref": f"#/components/messages/{kind}"} for kind in KINDS}
    return {
        "asyncapi": "3.0.0",
        "info": {
            "title": "Sponsorwire's stream",
            "version": SCHEMA_VERSION,
            "description": "The event log as Server-Sent Events; resume with Last-Event-ID.",
        },
        "servers": {"this": {"host": host, "protocol": scheme}},
        "channels": {
            "stream": {
                "address": "/stream",
                "messages": messages,
                "bindings": {"http": {"query": {"type": "object", "properties": parameters["properties"]}}},
            }
        },
        "operations": {"follow": {"action": "receive", "channel": {"$ref": "#/channels/stream"}}},
        "components": {
            "messages": {
                kind: {
                    "name": kind,
                    "contentType": "application/json",
                    "payload": {"$ref": "#/components/schemas/Event"},
                }
                for kind in KINDS
            },
            "schemas": {"Event": {name: part for name, part in schema("event").items() if name[0] != "$"}},
        },
    }


def describe(app: FastAPI) -> None:
    """Complete the OpenAPI document that FastAPI makes: what is open, what webhooks send, examples."""

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            made = get_openapi(
                title=app.title,
                version=app.version,
                summary=app.summary,
                routes=app.routes,
                tags=app.openapi_tags,
                license_info={"name": "MIT", "identifier": "MIT"},
            )
            _complete(made)
            app.openapi_schema = made
        return app.openapi_schema

    app.openapi = openapi  # type: ignore[method-assign]  # FastAPI's documented way to extend its document


def _complete(document: dict[str, Any]) -> None:
    for path, operations in document["paths"].items():
        for verb, operation in operations.items():
            if verb == "get" and operation.get("security") and not path.startswith(_CLOSED):
                # Where reading is open, nothing need be sent.
                operation["security"] = [*operation["security"], {}]
            for parameter in operation.get("parameters", ()):
                if parameter["name"] in _EXAMPLES and parameter["in"] == "query":
                    parameter["example"] = _EXAMPLES[parameter["name"]]
            _exemplify(operation)
    _, extra = models_json_schema([(Event, "serialization")], ref_template="#/components/schemas/{model}")
    document["components"]["schemas"] |= extra["$defs"]
    document["webhooks"] = {
        kind: {
            "post": {
                "summary": f"{kind}, signed by Standard Webhooks 1.0",
                "parameters": [
                    {"name": name, "in": "header", "required": True, "schema": {"type": "string"}}
                    for name in ("webhook-id", "webhook-timestamp", "webhook-signature")
                ],
                "requestBody": {
                    "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Event"}}}
                },
                "responses": {"2XX": {"description": "Taken."}, "410": {"description": "Send nothing more."}},
            }
        }
        for kind in KINDS
    }
    _exemplify(document["webhooks"]["deal.updated"]["post"])


def _exemplify(operation: dict[str, Any]) -> None:
    """Put an example beside everything an operation takes and gives."""
    for part in (operation.get("requestBody", {}), *operation.get("responses", {}).values()):
        if problems.MEDIA_TYPE in part.get("content", {}):
            # FastAPI puts a model under the route's own media type, whatever else is said.
            part["content"] = {problems.MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/ProblemDocument"}}}
        for media_type, content in part.get("content", {}).items():
            found = STREAM if media_type == "text/event-stream" else example(content.get("schema", {}))
            if found is not None:
                content["example"] = found


def main() -> None:
    """Write the published schemas: docs/schema/article.json, deal.json, event.json, query.json."""
    folder = Path("docs/schema")
    folder.mkdir(parents=True, exist_ok=True)
    for name in SCHEMAS:
        (folder / f"{name}.json").write_bytes(written(name))


def written(name: str) -> bytes:
    """Return a schema as its file in docs/schema has it."""
    return orjson.dumps(schema(name), option=orjson.OPT_INDENT_2 | orjson.OPT_SORT_KEYS) + b"\n"


if __name__ == "__main__":
    main()
