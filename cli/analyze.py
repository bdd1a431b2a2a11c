"""The records of article files as JSON Lines, by the very code the worker uses."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from enrich.pipeline import enrich
from ingest import reading
from records.errors import Rejected


@dataclass(frozen=True)
class Refused:
    """A file that gave no record, and why."""

    path: Path
    reason: str


def records(files: list[Path], *, gate: bool) -> Iterator[str | Refused]:
    """Yield one JSON object an article, or what was refused, in the order given."""
    reading.shared().start()  # it starts while the language model loads
    for path in files:
        try:
            for one in reading.read_file(path):
                if isinstance(one, Rejected):
                    yield Refused(path, one.reason)
                else:
                    yield enrich(one, gate=gate).model_dump_json()
        except Rejected as error:
            yield Refused(path, error.reason)
        except OSError as error:
            yield Refused(path, error.strerror or str(error))
