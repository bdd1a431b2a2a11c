"""The description of the API for people: made from the OpenAPI document, without a script from elsewhere."""

from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse, Response

from api.markup import markup

router = APIRouter(include_in_schema=False)


@router.get("/docs")
def docs(request: Request) -> Response:
    """Show every address with its parameters and answers."""
    document = request.app.openapi()
    groups: dict[str, list[dict[str, Any]]] = {}
    for path, operations in document["paths"].items():
        for verb, operation in operations.items():
            groups.setdefault(operation.get("tags", ["other"])[0], []).append(
                {"verb": verb.upper(), "path": path, **_operation(operation)}
            )
    body = markup("docs.html", here="docs", live=False, groups=groups, base=request.app.state.settings.base_url)
    return HTMLResponse(body, headers={"cache-control": "no-cache"})


def _operation(operation: dict[str, Any]) -> dict[str, Any]:
    return {
        "summary": operation.get("summary", ""),
        "description": operation.get("description", ""),
        "parameters": [
            {
                "name": parameter["name"],
                "place": parameter["in"],
                "required": parameter.get("required", False),
                "description": parameter.get("description") or parameter.get("schema", {}).get("description", ""),
            }
            for parameter in operation.get("parameters", ())
        ],
        "body": sorted(operation.get("requestBody", {}).get("content", {})),
        "responses": [
            {
                "status": status,
                "description": response.get("description", ""),
                "kinds": ", ".join(response.get("content", {})),
            }
            for status, response in operation.get("responses", {}).items()
        ],
    }
