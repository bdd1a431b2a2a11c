"""The rules of ninjs 3.1 (https://iptc.org/std/ninjs/) for the parts that an article uses, in our own words."""

from typing import Any

from jsonschema import Draft202012Validator, FormatChecker

TEXT = {"type": "string", "minLength": 1}
URI = {"type": "string", "pattern": r"^https?://[^\s]+$"}
MOMENT = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$"}


def _of(properties: dict[str, Any], *required: str) -> dict[str, Any]:
    # The schema closes every object: a name it does not know is an error.
    return {"type": "object", "properties": properties, "required": list(required), "additionalProperties": False}


def _some(one: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "minItems": 1, "items": one}


NAMED = _some(_of({"name": TEXT, "rel": TEXT, "uri": URI, "literal": TEXT}, "name"))
HEADLINE = _of({"role": TEXT, "contentType": TEXT, "value": TEXT}, "value")
BODY = _of(
    {"role": TEXT, "contentType": TEXT, "charCount": {"type": "integer", "minimum": 0}, "value": TEXT}, "value"
)
ITEM = _of(
    {
        "uri": URI,
        "standard": _of(
            {"name": {"const": "ninjs"}, "version": {"const": "3.1"}, "schema": URI}, "name", "version"
        ),
        "type": {"enum": ["text", "audio", "video", "picture", "graphic", "composite", "component", "event"]},
        "representationType": {"enum": ["full", "partial"]},
        "version": TEXT,
        "versionCreated": MOMENT,
        "contentCreated": MOMENT,
        "pubStatus": {"enum": ["usable", "withheld", "canceled"]},
        "language": {"type": "string", "pattern": "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$"},
        "headlines": _some(HEADLINE),
        "bodies": _some(BODY),
        "by": TEXT,
        "infoSources": _some(_of({"name": TEXT, "role": TEXT, "uri": URI, "literal": TEXT}, "name")),
        "altIds": _some(_of({"role": TEXT, "value": TEXT}, "value")),
        "people": NAMED,
        "organisations": NAMED,
        "events": NAMED,
        "places": NAMED,
    },
    "uri",
)


def faults(item: dict[str, Any]) -> list[str]:
    """Return what in an item breaks a rule, each with its place."""
    found = Draft202012Validator(ITEM, format_checker=FormatChecker()).iter_errors(item)
    return [f"{fault.json_path}: {fault.message}" for fault in found]
