"""JSON: schema.org articles, plain objects with a title and a text, lists of them, and JSON Lines."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from ingest import fields, schemaorg
from ingest.draft import Draft
from ingest.encoding import decode
from records.errors import Rejected

NAMES = (".json", ".jsonl", ".ndjson", ".jsonld")
MAX_KEYS = 10_000  # of one object
MAX_ARTICLES = 50_000  # in one file
LISTS = ("articles", "items", "results", "data", "docs")  # where an object keeps its articles


def claim(name: str, head: bytes) -> int:
    """Return 2 when `head` begins like an object or a list of objects, 1 for JSON's names, else 0."""
    start = head.removeprefix(b"\xef\xbb\xbf").replace(b"\x00", b"").lstrip()
    inner = start[1:].lstrip()
    if (start[:1] == b"{" and inner[:1] in (b'"', b"}")) or (start[:1] == b"[" and inner[:1] in (b"{", b"]")):
        return 2
    return int(name.lower().endswith(NAMES))


def read(raw: bytes) -> Iterable[Draft | Rejected]:
    """Yield a draft for each article, or why that member is none.

    Raises Rejected when the file as a whole is not JSON, or holds no article.
    """
    text, warnings = decode(raw)
    text = text.removeprefix("\ufeff").strip()
    if "\n" in text and _is_lines(text):
        yield from _lines(text)
        return
    for member in _members(value_of(text)):
        yield _draft(member, warnings)


def value_of(text: str) -> Any:
    """Return the value of a JSON text.

    Raises Rejected: `not_json`, `too_deep`, `duplicate_keys`, `bad_number`.
    """
    try:
        return json.loads(text, object_pairs_hook=_object, parse_constant=_no_number)
    except json.JSONDecodeError as error:
        raise Rejected("not_json", f"The file is not JSON: {error.msg} in line {error.lineno}.") from error
    except RecursionError as error:
        raise Rejected("too_deep", "The JSON values are nested too deep.") from error
    except ValueError as error:  # an integer of more than 4,300 digits
        raise Rejected("bad_number", "The JSON holds a number that is too long.") from error


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise Rejected("duplicate_keys", "A JSON object names a field twice.")
    if len(found) > MAX_KEYS:
        raise Rejected("too_many_keys", f"A JSON object has more than {MAX_KEYS} fields.")
    return found


def _no_number(name: str) -> float:
    raise Rejected("bad_number", f"{name} is no JSON number.")


def _is_lines(text: str) -> bool:
    """Return whether every line is a value of its own: the first one is, and more follow."""
    first, _, rest = text.partition("\n")
    if not rest.lstrip().startswith("{"):
        return False
    try:
        return isinstance(json.loads(first), dict)
    except (ValueError, RecursionError):
        # A broken first line of many still leaves the others.
        second = rest.lstrip().partition("\n")[0]
        return first.startswith("{") and second.startswith("{") and second.rstrip().endswith("}")


def _lines(text: str) -> Iterator[Draft | Rejected]:
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        if number > MAX_ARTICLES:
            yield Rejected("too_many", f"Only the first {MAX_ARTICLES} lines were read.")
            return
        try:
            for member in _members(value_of(line)):
                yield _draft(member, ())
        except Rejected as error:
            yield Rejected(error.code, f"Line {number}: {error.reason}")


def _members(value: Any) -> list[Any]:
    """Return the article objects of a JSON value."""
    if isinstance(value, dict):
        stated = list(schemaorg.articles(value))
        if stated:
            return stated
        held = next((value[name] for name in LISTS if isinstance(value.get(name), list)), None)
        if held is None or any(name in value for name in fields.TEXT):
            return [value]
        value = held
    if not isinstance(value, list):
        raise Rejected("schema", "The JSON holds no article object.")
    if len(value) > MAX_ARTICLES:
        raise Rejected("too_many", f"The file holds more than {MAX_ARTICLES} articles.")
    if not value:
        raise Rejected("no_text", "The JSON list is empty.")
    return value


def _draft(member: Any, warnings: tuple[str, ...]) -> Draft | Rejected:
    if not isinstance(member, dict):
        return Rejected("schema", "A member of the list is no article object.")
    try:
        if schemaorg.is_article(member):
            return schemaorg.draft_of(member, "json-ld")
        return fields.draft_of(member, "json")
    except Rejected as error:
        return error
