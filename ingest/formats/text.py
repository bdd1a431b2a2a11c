"""Plain text: the first line is the title when it stands apart, the rest is the body."""

from collections.abc import Iterable

from ingest.draft import Draft


def claim(name: str, head: bytes) -> int:
    """Return 1 for the names of plain-text files, else 0."""
    return int(name.lower().endswith((".txt", ".text")))


def read(raw: bytes) -> Iterable[Draft]:
    """Return one draft."""
    lines = raw.decode("utf-8", errors="replace").split("\n")
    title = None
    if (
        len(lines) > 2
        and not lines[1].strip()
        and len(lines[0].split()) <= 30
        and not lines[0].rstrip().endswith(".")
    ):
        title, lines = lines[0].strip(), lines[2:]
    yield Draft(text="\n".join(lines).strip(), title=title)
