"""Read tools for assistants, by the Model Context Protocol: `sponsorwire mcp` serves them on standard input.

They read the same lists as the API and change nothing. What articles say is data to whoever asks.
"""

from datetime import date
from importlib.metadata import version
from typing import Annotated, Any

from mcp.server import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp.types import ToolAnnotations
from pydantic import Field

from api import shapes
from api.wording import deal_summary, deal_title
from records.query import Query, Words
from records.record import Role, Status
from records.session import Database, Session
from records.store import articles, deals, listing
from records.tables import Deal

Limit = Annotated[int, Field(ge=1, le=50, description="How many at most.")]
_AROUND = 120  # characters beside the evidence
_READ_ONLY = ToolAnnotations(read_only_hint=True, open_world_hint=False)


def server(database: Database) -> MCPServer[Any]:
    """Return the server with its four tools over this database."""
    made: MCPServer[Any] = MCPServer(
        "sponsorwire",
        instructions="Sponsorship deals merged from news articles, with the words each field was read from.",
        version=version("sponsorwire"),
        log_level="WARNING",
    )

    @made.tool(annotations=_READ_ONLY)
    def search_deals(
        sponsor: Annotated[Words | None, Field(description="Name of the sponsor.")] = None,
        rights_holder: Annotated[Words | None, Field(description="Name of who or what is sponsored.")] = None,
        role: Annotated[Role | None, Field(description="What the sponsor becomes.")] = None,
        category: Annotated[Words | None, Field(description="The category of goods or services.")] = None,
        status: Annotated[Status | None, Field(description="Where the deal stands.")] = None,
        words: Annotated[Words | None, Field(description="Words that must all occur, anywhere.")] = None,
        limit: Limit = 10,
    ) -> list[dict[str, Any]]:
        """Find sponsorship deals by the names of the parties, role, category, status or any words."""
        query = Query(
            sponsor=sponsor, rights_holder=rights_holder, role=role, category=category, status=status, q=words
        )
        with database.read() as session:
            return [_line(row) for row in listing.deals(session, query, limit=limit)]

    @made.tool(annotations=_READ_ONLY)
    def deal_with_evidence(deal_id: str) -> dict[str, Any]:
        """Return one deal with every field, its sources, and the words of the articles each field was read from."""
        with database.read() as session:
            row = deals.get(session, deal_id)
            if row is None:
                # The only error whose words reach the assistant.
                raise ToolError(f"There is no deal {deal_id[:50]!r}; search_deals gives the ids.")
            record = shapes.deal(row)
            left_out = ("claims", "quotes")
            return {
                **{name: value for name, value in record.items() if name not in left_out},
                "summary": deal_summary(record),
                "quotes": [
                    {"text": quote["text"], "speaker": (quote["speaker"] or {}).get("name")}
                    for quote in record["quotes"]
                ],
                "evidence": _evidence(session, record),
            }

    @made.tool(annotations=_READ_ONLY)
    def quotes_by_person(person: Words, limit: Limit = 10) -> list[dict[str, Any]]:
        """Return what a person is quoted with, newest first, each with its article."""
        with database.read() as session:
            rows = listing.quotes(session, Query(person=person), limit=limit)
            known = articles.get_many(session, {row.article_id for row in rows})
            return [
                {
                    **shapes.quote(row),
                    "article_title": known[row.article_id].title,
                    "article_url": known[row.article_id].url,
                }
                for row in rows
            ]

    @made.tool(annotations=_READ_ONLY)
    def ends_soon(before: date, after: date | None = None, limit: Limit = 20) -> list[dict[str, Any]]:
        """Return the deals whose last day is before a date (and not before `after`), the next to end first."""
        with database.read() as session:
            rows = listing.ending(session, before=before, after=after, limit=limit)
            return [_line(row) for row in rows]

    return made


def _line(row: Deal) -> dict[str, Any]:
    record = shapes.deal(row)
    return {
        "id": row.id,
        "title": deal_title(record),
        "summary": deal_summary(record),
        "ends_by": row.ends_by,
        "sources": [source["url"] for source in record["sources"] if source["url"]],
    }


def _evidence(session: Session, record: dict[str, Any]) -> list[dict[str, Any]]:
    texts = articles.get_many(session, {claim["article_id"] for claim in record["claims"]})
    found = []
    for claim in record["claims"]:
        row = texts.get(claim["article_id"])
        for evidence in claim["deal"]["evidence"] if row is not None else ():
            assert row is not None
            start, end = evidence["start"], evidence["end"]
            found.append(
                {
                    "field": evidence["field"],
                    "words": row.text[start:end],
                    "context": row.text[max(0, start - _AROUND) : end + _AROUND],
                    "article_id": row.id,
                    "article_url": row.url,
                }
            )
    return found
