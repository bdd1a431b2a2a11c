"""What the seeds give when they are read and normalised, before anything is found in them."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from ingest.format import choose
from ingest.normalise import normalise
from records.errors import Rejected

SEEDS = Path(__file__).parents[2] / "seeds"
NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)


def read() -> dict[str, Any]:
    """Return, for each seed, its articles: everything but the body, and how each of its paragraphs begins."""
    return {path.name: _articles(path) for path in sorted(SEEDS.iterdir()) if path.is_file()}


def _articles(path: Path) -> list[dict[str, Any]]:
    raw = path.read_bytes()
    name, reader, warning = choose(path.name, raw[:4096])
    found = []
    for draft in reader.read(raw):
        if isinstance(draft, Rejected):
            found.append({"refused": draft.code})
            continue
        normal = normalise(draft, path.name, NOW)
        article = normal.article.model_dump(
            mode="json", exclude_defaults=True, exclude={"id", "text", "schema_version", "warnings"}
        )
        paragraphs = normal.article.text.split("\n\n")
        found.append(
            {
                "format": name,
                **article,
                "published_basis": normal.published_basis,
                "identity": normal.identity,
                "warnings": [*normal.article.warnings, *([warning] if warning else [])],
                "paragraphs": [f"{paragraph[:48]} ({len(paragraph)})" for paragraph in paragraphs],
            }
        )
    return found
