"""The records of article files as JSON Lines, by the very code the worker uses."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from enrich import pipeline
from ingest import reading
from records.errors import Rejected
from records.record import Article


@dataclass(frozen=True)
class Refused:
    """A file that gave no record, and why."""

    path: Path
    reason: str


def articles(files: list[Path], *, gate: bool = False) -> Iterator[Article | Refused]:
    """Yield the enriched articles in the files, or what was refused, in the order given."""
    # The reader starts on one core while the language model loads on another; asked first, it would be waited for.
    reading.shared().start()
    pipeline.load()
    for path in files:
        try:
            for number, one in enumerate(reading.read_file(path), 1):
                if isinstance(one, Rejected):
                    # A member of the file, called as the service calls it.
                    yield Refused(path.with_name(f"{path.name}#{number}"), one.reason)
                else:
                    yield pipeline.enrich(one, gate=gate)
        except Rejected as error:
            yield Refused(path, error.reason)
        except OSError as error:
            yield Refused(path, error.strerror or str(error))


def records(files: list[Path], *, gate: bool) -> Iterator[str | Refused]:
    """Yield one JSON object an article, or what was refused, in the order given."""
    for found in articles(files, gate=gate):
        yield found if isinstance(found, Refused) else found.model_dump_json()
