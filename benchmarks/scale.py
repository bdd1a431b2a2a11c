"""What each list, feed and count costs in a large store beside a small one.

`python -m benchmarks.scale [--small 10000] [--large 1000000] [--database postgresql]` fills two databases with that
many articles, a tenth as many deals, and as many quotations, and prints the median and the p99 of each list in
both, with the ratio, and how many rows came back at most. Both are asked in turn, so that they share the machine's
moods.
"""

import argparse
import gc
import json
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sized
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlmodel import col, select

from api.deals import COUNTED_FACETS
from records.migrate import migrate
from records.query import Query, of_deal, unique
from records.session import Database, Session
from records.store import counting, facets, listing, pairs
from records.store.paging import Place
from records.tables import Article, ArticleFacet, Deal, DealFacet, FacetCount, Quote
from tests import library
from tests.integration import servers

START = datetime(2020, 1, 1, tzinfo=UTC)
CHUNK = 2000
RUNS = 1000
WARM = 20


def fill(database: Database, articles: int) -> None:
    """Store the rows in bulk: sponsors share them out unevenly, as news does."""
    record = library.article()
    sponsors = max(20, articles // 500)
    for start in range(0, articles, CHUNK):
        rows: dict[Any, list[dict[str, Any]]] = {Article: [], ArticleFacet: [], Quote: [], Deal: [], DealFacet: []}
        for number in range(start, min(start + CHUNK, articles)):
            # Each deal has the articles of its ten to itself.
            _add(rows, number, f"Sponsor {(number // 10) ** 2 % sponsors}", record)
        with database.write() as session:
            for table, found in rows.items():
                if found:
                    session.execute(sa.insert(table), found)
    with database.write() as session:
        counted = (
            select(DealFacet.facet, DealFacet.value, sa.func.min(DealFacet.label), sa.func.count())
            .where(col(DealFacet.label).is_not(None))
            .group_by(DealFacet.facet, DealFacet.value)
        )
        session.execute(sa.insert(FacetCount).from_select(["facet", "value", "label", "deals"], counted))
        many = (
            select(DealFacet.facet, DealFacet.value)
            .group_by(DealFacet.facet, DealFacet.value)
            .having(sa.func.count() >= pairs.MANY)
        )
        for facet, value in session.execute(many).all():
            pairs.begin(session, (facet, value))
        session.execute(sa.text("ANALYZE"))


def _add(rows: dict[Any, list[dict[str, Any]]], number: int, sponsor: str, record: Any) -> None:
    article_id, at = f"art_{number:08}", START + timedelta(seconds=number * 60)
    value = sponsor.lower()
    rows[Article].append(
        {
            "id": article_id, "identity": article_id, "fingerprint": article_id, "revision": 1, "state": "live",
            "title": f"{sponsor} signs", "text": f"{sponsor} backs club {number % 997}.",
            "is_news": number % 3 == 0, "byline": [], "captions": [], "findings": {},
            "warnings": [], "ingested_at": at, "listed_at": at,
            "updated_at": at,
        }
    )  # fmt: skip
    for facet, held in (
        ("sponsor", value),
        ("role", "title" if number % 7 else "kit_supplier"),
        ("status", "active"),
    ):
        rows[ArticleFacet].append({"article_id": article_id, "facet": facet, "value": held, "listed_at": at})
    rows[Quote].append(
        {
            "id": f"{article_id}.q1", "article_id": article_id, "text": "We stay.", "words_key": article_id,
            "start": 0, "end": 8, "kind": "direct", "speaker_name": f"Person {number % 5000}",
            "speaker_key": f"person {number % 5000}", "claim_ids": [], "confidence": 0.9, "listed_at": at,
        }
    )  # fmt: skip
    if number % 10:
        return
    deal = library.merged(f"deal_{number:08}", article_id, record)
    body = deal.model_dump(mode="json") | {"sponsor": {"name": sponsor, "aliases": []}}
    rows[Deal].append(
        {
            "id": deal.id, "change": number + 1, "revision": 1, "state": "live",
            "sponsor_name": sponsor, "sponsor_key": value,
            "rights_holder_name": "FC Hafen", "rights_holder_key": "fc hafen", "role": "shirt_front",
            "status": "announced", "event_type": "new", "confirmation": "unattributed", "sources": 1, "claims": 1,
            "confidence": 0.9, "words": value, "body": body, "created_at": at, "updated_at": at,
            "ends_by": (START + timedelta(days=number * 7919 % 3650)).date().isoformat(),
        }
    )  # fmt: skip
    for found in unique(of_deal(body)):
        rows[DealFacet].append({"deal_id": deal.id, "updated_at": at, **found._asdict()})


def asks(articles: int) -> Iterator[tuple[str, Callable[[Session, int], Sized]]]:
    """Yield each list with a name; the number varies what is asked for."""

    def sponsor(number: int) -> Query:
        return Query(sponsor=f"Sponsor {number * number % max(20, articles // 500)}")

    def middle(number: int) -> Place:
        return Place(START + timedelta(seconds=(number * 7919 % articles) * 60), "x")

    shirts, ends = Query(role="shirt_front"), Query(ends_before=(START + timedelta(days=365)).date())
    yield "deals", lambda s, n: listing.deals(s, Query(), limit=50, after=middle(n))
    yield "feed of deals", lambda s, n: listing.deal_versions(s, Query(), limit=50, after=middle(n), live=False)
    yield "deals of a sponsor", lambda s, n: listing.deals(s, sponsor(n), limit=50, live=False)
    yield "deals of a role", lambda s, n: listing.deals(s, shirts, limit=50, after=middle(n))
    yield "deals that end", lambda s, n: listing.deals(s, ends, limit=50)
    yield "deals with a common word", lambda s, n: listing.deals(s, Query(q="sponsor"), limit=50)
    yield "deals with a rare word", lambda s, n: listing.deals(s, Query(q=sponsor(n).sponsor), limit=50)
    yield "articles", lambda s, n: listing.articles(s, Query(), limit=50, after=middle(n))
    yield "feed of news", lambda s, n: listing.article_versions(s, Query(), limit=50, after=middle(n), news=True)
    yield "articles of a sponsor", lambda s, n: listing.articles(s, sponsor(n), limit=50)
    yield "articles with a common word", lambda s, n: listing.articles(s, Query(q="backs club"), limit=50)
    yield (
        "articles of a role with a word",
        lambda s, n: listing.articles(s, Query(role="title", q="signs"), limit=50, after=middle(n)),
    )
    yield "articles with a rare word", lambda s, n: listing.articles(s, Query(q=sponsor(n).sponsor), limit=50)
    # Ten rows in a store of ten thousand, and a full page of fifty in the large one.
    yield "articles, one in a thousand", lambda s, n: listing.articles(s, Query(q=f"{n} club"), limit=50)
    yield "quotes", lambda s, n: listing.quotes(s, Query(), limit=50, after=middle(n))
    yield "quotes about a sponsor", lambda s, n: listing.quotes(s, sponsor(n), limit=50)
    yield "quotes of a person", lambda s, n: listing.quotes(s, Query(person=f"Person {n}"), limit=20)
    yield "quotes with a common word", lambda s, n: listing.quotes(s, Query(q="backs club"), limit=50)
    yield "facet counts", lambda s, n: facets.counts(s, "sponsor", limit=50)
    yield "facet counts of a sponsor", lambda s, n: counting.among(s, sponsor(n), COUNTED_FACETS, limit=20)
    yield "facet counts of a role", lambda s, n: counting.among(s, shirts, COUNTED_FACETS, limit=20)


def measure(databases: Mapping[int, Database], only: str) -> Iterator[tuple[str, list[list[float]], list[int]]]:
    """Yield each list with the milliseconds it took in each store and the most rows that came back.

    The stores are asked in turn, after a few to warm up.
    """
    for lists in zip(*(asks(size) for size in databases), strict=True):
        if only not in lists[0][0]:
            continue
        times: list[list[float]] = [[] for _ in databases]
        rows = [0 for _ in databases]
        for number in range(WARM + RUNS):
            for store, (database, (_name, ask)) in enumerate(zip(databases.values(), lists, strict=True)):
                began = time.perf_counter()
                with database.read() as session:
                    answer = ask(session, number)
                if number >= WARM:
                    times[store].append((time.perf_counter() - began) * 1000)
                rows[store] = max(rows[store], len(answer))
        yield lists[0][0], [sorted(found) for found in times], rows


def addresses(given: argparse.Namespace, stack: ExitStack) -> Iterator[tuple[int, str]]:
    """Yield each size with the address of its database, which lasts as long as the stack, or its folder."""
    server = stack.enter_context(servers.postgresql()) if given.database == "postgresql" else None
    folder = given.folder or Path(stack.enter_context(tempfile.TemporaryDirectory()))
    for size in (given.small, given.large):
        yield size, server.create(f"articles-{size}") if server else f"sqlite:///{folder}/{size}.db"


def is_empty(database: Database) -> bool:
    """Return whether there is no article yet."""
    with database.read() as session:
        return session.exec(select(Article.id).limit(1)).first() is None


def main() -> None:
    """Fill, measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--small", type=int, default=10_000)
    parser.add_argument("--large", type=int, default=1_000_000)
    parser.add_argument("--database", choices=["sqlite", "postgresql"], default="sqlite")
    parser.add_argument("--folder", type=Path, help="keep SQLite's databases here, and use those of an earlier run")
    parser.add_argument("--only", default="", help="only lists with these words in their names")
    given = parser.parse_args()
    with ExitStack() as stack:
        databases = {}
        for size, url in addresses(given, stack):
            databases[size] = database = Database(url)
            migrate(database)
            if is_empty(database):
                began = time.monotonic()
                fill(database, size)
                print(json.dumps({"articles": size, "filled_s": round(time.monotonic() - began)}), flush=True)
        gc.freeze()  # as the API does when it starts
        for name, (small, large), rows in measure(databases, given.only):
            at, half = int(RUNS * 0.99), RUNS // 2
            print(
                f"{name:32} median {small[half]:7.2f} ms {large[half]:8.2f} ms {large[half] / small[half]:6.2f} x"
                f"   p99 {small[at]:7.2f} ms {large[at]:8.2f} ms {large[at] / small[at]:6.2f} x"
                f"   rows {rows[0]:2} {rows[1]:2}",
                flush=True,
            )
        for database in databases.values():
            database.close()


if __name__ == "__main__":
    main()
