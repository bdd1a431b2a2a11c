"""The query parameters of every list: the filters, a limit, a cursor; anything else is refused by name."""

from collections.abc import Mapping
from typing import Annotated
from urllib.parse import urlencode

import fastapi
from pydantic import BaseModel, ConfigDict, Field

from records.query import Query, Words
from records.record import EntityKind

MAX_PAGE = 200  # rows of one page
Limit = Annotated[int, Field(ge=1, le=MAX_PAGE, description="Rows of one page.")]


class Asked(Query):
    """The filters, with what else a request says."""

    @property
    def query(self) -> Query:
        """The filters alone."""
        return Query.model_construct(**{name: getattr(self, name) for name in Query.model_fields})


class Filters(Asked):
    """The filters of a list, and where its page begins."""

    limit: Limit = 50
    cursor: str | None = Field(None, max_length=500, description="Where the page begins: the `next` of another.")


class Names(BaseModel):
    """Which people, organisations, events and places to list, by name."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    kind: EntityKind | None = Field(None, description="Only these.")
    q: Words | None = Field(None, description="How the name begins.")
    limit: Limit = 50
    cursor: str | None = Field(None, max_length=500, description="Where the page begins: the `next` of another.")


class Counting(Asked):
    """The filters of a count, and how many values of each facet."""

    limit: Annotated[int, Field(ge=1, le=MAX_PAGE, description="Values of each facet.")] = 20


class Following(Asked):
    """The filters of a stream, and where it begins."""

    last_event_id: str | None = Field(
        None, max_length=100, description="Go on after this event; `earliest` for the oldest one kept."
    )


Listed = Annotated[Filters, fastapi.Query()]
Named = Annotated[Names, fastapi.Query()]
Counted = Annotated[Counting, fastapi.Query()]
Followed = Annotated[Following, fastapi.Query()]


def address(base: str, parameters: Mapping[str, object]) -> str:
    """Return an address with the parameters that are given."""
    given = {name: str(value) for name, value in parameters.items() if value is not None}
    return f"{base}?{urlencode(given)}" if given else base
