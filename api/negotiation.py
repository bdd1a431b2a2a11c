"""Whether a reader wants a page or data, by the Accept header (RFC 9110, section 12.5.1)."""

from fastapi import Request


def wants_html(request: Request) -> bool:
    """Return whether HTML is named, and no JSON is preferred to it; programs that name nothing get JSON."""
    html = json = 0.0
    for part in request.headers.get("accept", "").lower().split(","):
        name, *parameters = (piece.strip() for piece in part.split(";"))
        weight = 1.0
        for parameter in parameters:
            if parameter.startswith("q="):
                try:
                    weight = float(parameter[2:])
                except ValueError:
                    weight = 0.0
        if name in ("text/html", "application/xhtml+xml"):
            html = max(html, weight)
        elif name == "application/json":
            json = max(json, weight)
    return html > json
