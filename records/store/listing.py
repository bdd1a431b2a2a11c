"""The lists: deals, articles, quotations and names that a query asks for, newest first, page by page.

A page begins after the (sort key, id) of the last row of the page before, never at a number of rows, so the
thousandth page costs what the first does. The rarest facet of the query leads: its rows stand in the list's
order in one index, and the other facets are looked up row by row.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import lru_cache
from typing import Any

import sqlalchemy as sa
from sqlalchemy.sql.operators import custom_op
from sqlmodel import col, select

from records.columns import Time
from records.ids import name_key
from records.query import Query
from records.session import Session
from records.store import facets, search
from records.store.paging import Place, Row, Shape, Version, newest_first, page, shape_of, values_of
from records.tables import Article, ArticleFacet, Deal, DealFacet, Entity, Profile, Quote

# With fewer matches than this, it is cheaper to sort them all than to walk the list until a page is full.
FEW = 500


def is_numbered(query: Query) -> bool:
    """Return whether the deals of a query are sorted by the number of their change, not by its time.

    The index of the words is walked in that order, and the walk ends when the page is full; in the order of the
    times all deals that hold the words would have to be found and sorted.
    """
    return query.q is not None and query.ends_before is None and not any(query.facets())


def place_of(row: Deal, query: Query) -> Place:
    """Return where a deal stands in the list of a query."""
    return Place(row.change if is_numbered(query) else row.updated_at, row.id)


def deals(
    session: Session, query: Query, *, limit: int, after: Place | None = None, live: bool = True
) -> Sequence[Deal]:
    """Return up to `limit` deals, last changed first; `live` leaves out merged and retracted ones."""
    if is_numbered(query):
        # First which ones, from the index; what they say is then read of those alone.
        ids = [version.id for version in deal_versions(session, query, limit=limit, after=after, live=live)]
        rows = {row.id: row for row in session.exec(select(Deal).where(col(Deal.id).in_(ids)))}
        return [rows[deal_id] for deal_id in ids]
    chosen = _deals(session, select(Deal), query, limit, after, live)
    return newest_first(session.exec(chosen, params=values_of(query, after)), after)


def deal_versions(
    session: Session, query: Query, *, limit: int, after: Place | None = None, live: bool = True
) -> Sequence[Version]:
    """Return the same as `deals`, without what the deals say."""
    values = values_of(query, after)
    wanted = list(query.facets())
    if _is_plain(query, wanted):
        values |= _lead(wanted)
        chosen = _plain_deals(shape_of(query, after), limit, live, bool(wanted), search.walks(session))
    else:
        key = col(Deal.change) if is_numbered(query) else col(Deal.updated_at)
        versions: Any = select(Deal.id, Deal.revision, Deal.updated_at, key.label("key"))
        chosen = _deals(session, versions, query, limit, after, live)
    # On the connection: what the session would do for the rows of a mapped class is not needed here.
    rows = session.connection().execute(chosen, values)
    return [Version(*row) for row in newest_first(rows, after)]


@lru_cache(maxsize=512)
def _plain_deals(shape: Shape, limit: int, live: bool, led: bool, on_sqlite: bool) -> Any:
    """Return what chooses the deals of a page with one facet or none: asked for most, and composed once."""
    chosen: Any = select(Deal.id, Deal.revision, Deal.updated_at, col(Deal.updated_at).label("key"))
    key, row_id = col(Deal.updated_at), col(Deal.id)
    if led:
        chosen = chosen.join(DealFacet, col(DealFacet.deal_id) == row_id)
        chosen = chosen.where(DealFacet.facet == sa.bindparam("facet"), DealFacet.value == sa.bindparam("value"))
        key, row_id = col(DealFacet.updated_at), col(DealFacet.deal_id)
    if live:
        chosen = chosen.where(_live(Deal, hidden=led and on_sqlite))
    return page(chosen, key, row_id, shape, limit)


def _deals(session: Session, chosen: Any, query: Query, limit: int, after: Place | None, live: bool) -> Any:
    wanted = facets.rarest_first(session, query)
    key, row_id = col(Deal.updated_at), col(Deal.id)
    if wanted:
        key, row_id = col(DealFacet.updated_at), col(DealFacet.deal_id)
        chosen = chosen.join(DealFacet, row_id == Deal.id)
        chosen = chosen.where(DealFacet.facet == wanted[0][0], DealFacet.value == wanted[0][1])
    chosen = _having(chosen, DealFacet, Deal.id, wanted[1:])
    if live:
        chosen = chosen.where(_live(Deal, hidden=_is_led(session, query, wanted)))
    if query.ends_before is not None:
        last = query.ends_before.isoformat()
        chosen = chosen.where(col(Deal.ends_by) < last)
        if not wanted and _few(session, select(Deal.id).where(col(Deal.ends_by) < last)):
            few = select(Deal.id).where(col(Deal.ends_by) < last).order_by(col(Deal.ends_by))
            chosen = chosen.where(col(Deal.id).in_(few))
    if is_numbered(query):
        return _found(session, "deal", chosen, query, after, limit)
    if query.q is not None:
        chosen, key, row_id = _holding(session, "deal", query.q, chosen, key, row_id)
    return page(chosen, key, row_id, shape_of(query, after), limit)


def ending(session: Session, *, before: date, after: date | None, limit: int) -> Sequence[Deal]:
    """Return up to `limit` live deals whose last day is before a date, the next to end first."""
    chosen = select(Deal).where(Deal.state == "live", col(Deal.ends_by) < before.isoformat())
    if after is not None:
        chosen = chosen.where(col(Deal.ends_by) >= after.isoformat())
    return session.exec(chosen.order_by(col(Deal.ends_by), col(Deal.id)).limit(limit)).all()


def articles(
    session: Session, query: Query, *, limit: int, after: Place | None = None, news: bool = False
) -> Sequence[Article]:
    """Return up to `limit` articles, newest first; `news` leaves out what is not sponsorship news."""
    values = values_of(query, after)
    chosen = _articles(session, select(Article), query, limit, after, news)
    return newest_first(_filled(chosen, lambda one: session.exec(one, params=values), limit), after)


def article_versions(
    session: Session, query: Query, *, limit: int, after: Place | None = None, news: bool = False
) -> Sequence[Version]:
    """Return the same as `articles`, without what the articles say."""
    values = values_of(query, after)
    wanted = list(query.facets())
    if _is_plain(query, wanted):
        values |= _lead(wanted)
        chosen = [_plain_articles(shape_of(query, after), limit, news, bool(wanted), search.walks(session))]
    else:
        versions: Any = select(
            Article.id, Article.revision, Article.updated_at, col(Article.listed_at).label("key")
        )
        chosen = _articles(session, versions, query, limit, after, news)
    rows = _filled(chosen, lambda one: session.connection().execute(one, values), limit)
    return [Version(*row) for row in newest_first(rows, after)]


@lru_cache(maxsize=512)
def _plain_articles(shape: Shape, limit: int, news: bool, led: bool, on_sqlite: bool) -> Any:
    """Return what chooses the articles of a page with one facet or none."""
    chosen: Any = select(Article.id, Article.revision, Article.updated_at, col(Article.listed_at).label("key"))
    chosen = chosen.where(_live(Article, hidden=led and on_sqlite))
    key, row_id = col(Article.listed_at), col(Article.id)
    if led:
        chosen = chosen.join(ArticleFacet, col(ArticleFacet.article_id) == row_id)
        held = (ArticleFacet.facet == sa.bindparam("facet"), ArticleFacet.value == sa.bindparam("value"))
        chosen = chosen.where(*held)
        key, row_id = col(ArticleFacet.listed_at), col(ArticleFacet.article_id)
    if news:
        chosen = chosen.where(col(Article.is_news).is_(True))
    return page(chosen, key, row_id, shape, limit)


def _articles(
    session: Session, chosen: Any, query: Query, limit: int, after: Place | None, news: bool
) -> list[Any]:
    """Return what chooses the articles of a page, as statements to be run until it is full."""
    wanted = facets.rarest_first(session, query)
    chosen = chosen.where(_live(Article, hidden=_is_led(session, query, wanted)))
    key, row_id = col(Article.listed_at), col(Article.id)
    if wanted:
        key, row_id = col(ArticleFacet.listed_at), col(ArticleFacet.article_id)
        chosen = chosen.join(ArticleFacet, row_id == Article.id)
        chosen = chosen.where(ArticleFacet.facet == wanted[0][0], ArticleFacet.value == wanted[0][1])
    chosen = _having(chosen, ArticleFacet, Article.id, wanted[1:])
    if news:
        chosen = chosen.where(col(Article.is_news).is_(True))
    if query.q is not None and not wanted:
        return _near_first(session, _found(session, "article", chosen, query, after, limit), after)
    if query.q is not None:
        chosen, key, row_id = _holding(session, "article", query.q, chosen, key, row_id)
    return [page(chosen, key, row_id, shape_of(query, after), limit)]


def _near_first(session: Session, chosen: Any, after: Place | None) -> list[Any]:
    """Return what chooses articles by number, on PostgreSQL those next to the page before all others."""
    if search.walks(session):
        return [chosen]
    begin: Any = select(sa.func.max(Article.number))
    if after is not None:
        begin = select(Article.number).where(Article.id == after.id)
    first = session.execute(begin).scalar_one_or_none() or 0
    return [
        chosen.where(condition) for condition in search.near_first(first, back=after is not None and after.back)
    ]


def _filled(chosen: Iterable[Any], run: Callable[[Any], Iterable[Row]], limit: int) -> list[Row]:
    """Return the rows of statements one after the other, until there are `limit` of them."""
    rows: list[Row] = []
    for one in chosen:
        rows += run(one)
        if len(rows) >= limit:
            break
    return rows[:limit]


def quotes(session: Session, query: Query, *, limit: int, after: Place | None = None) -> Sequence[Quote]:
    """Return up to `limit` quotations, newest first; `person` is the speaker."""
    chosen: Any = select(Quote)
    wanted = facets.rarest_first(session, query.model_copy(update={"person": None}))
    if query.person is not None:
        chosen = chosen.where(Quote.speaker_key == name_key(query.person))
    key = col(Quote.listed_at)
    if wanted and query.person is None:
        # The facet's articles stand in the list's order; the quotations of each follow it.
        key = col(ArticleFacet.listed_at)
        chosen = chosen.join(ArticleFacet, col(ArticleFacet.article_id) == col(Quote.article_id))
        chosen = chosen.where(ArticleFacet.facet == wanted[0][0], ArticleFacet.value == wanted[0][1])
        if after is not None:
            chosen = chosen.where(key >= after.key if after.back else key <= after.key)
        wanted = wanted[1:]
    chosen = _having(chosen, ArticleFacet, Quote.article_id, wanted)
    row_id = col(Quote.id)
    if query.q is not None:
        chosen = chosen.join(Article, col(Article.id) == col(Quote.article_id))
        chosen, key, row_id = _holding(session, "article", query.q, chosen, key, row_id)
    chosen = page(chosen, key, row_id, shape_of(query, after), limit)
    return newest_first(session.exec(chosen, params=values_of(query, after)), after)


def profiles(
    session: Session,
    *,
    limit: int,
    after: tuple[str, str] | None = None,
    kind: str | None = None,
    q: str | None = None,
) -> Sequence[Profile]:
    """Return up to `limit` people, organisations, events and places by name, those that begin with `q`."""
    chosen = select(Profile)
    if kind is not None:
        chosen = chosen.where(Profile.kind == kind)
    if q is not None:
        begins = name_key(q)
        chosen = chosen.where(col(Profile.name_key) >= begins, col(Profile.name_key) < begins + "\U0010ffff")
    if after is not None:
        chosen = chosen.where(
            sa.tuple_(col(Profile.name_key), col(Profile.id)) > sa.tuple_(*map(sa.literal, after))
        )
    return session.exec(chosen.order_by(col(Profile.name_key), col(Profile.id)).limit(limit)).all()


def profile(session: Session, profile_id: str) -> Profile | None:
    """Return one person, organisation, event or place by our id or the knowledge base's."""
    found = session.exec(select(Profile).where(Profile.id == profile_id)).first()
    return found or session.exec(select(Profile).where(Profile.known_id == profile_id)).first()


def named_in(session: Session, profile_id: str, *, limit: int) -> Sequence[tuple[Entity, Article]]:
    """Return the articles that name a profile, newest first, with what each calls it."""
    rows = session.execute(
        select(Entity, Article)
        .join(Article, col(Article.id) == col(Entity.article_id))
        .where(Entity.profile_id == profile_id)
        .order_by(col(Article.listed_at).desc(), col(Article.id).desc())
        .limit(limit)
    )
    return [(entity, article) for entity, article in rows]


def _found(
    session: Session, table: search.Table, chosen: Any, query: Query, after: Place | None, limit: int
) -> Any:
    """Return what chooses the rows that hold the words, by number: in that order the index can be walked.

    In the order of their times, a word that half of the rows hold would have all of them sorted.
    """
    moment: Any = col(Deal.updated_at if table == "deal" else Article.listed_at)
    chosen, number = search.walked(session, table, query.q or "", chosen)
    if query.since is not None:
        chosen = chosen.where(moment >= sa.bindparam("since", type_=Time()))
    if query.until is not None:
        chosen = chosen.where(moment < sa.bindparam("until", type_=Time()))
    back = after is not None and after.back
    if after is not None:
        last: Any = sa.bindparam("after_key", type_=sa.BigInteger())
        if table == "article":
            last = select(Article.number).where(Article.id == sa.bindparam("after_id")).scalar_subquery()
        chosen = chosen.where(number > last if back else number < last)
    return chosen.order_by(number if back else number.desc()).limit(limit)


def _holding(
    session: Session, table: search.Table, question: str, chosen: Any, key: Any, row_id: Any
) -> tuple[Any, Any, Any]:
    """Return what chooses the rows that hold the words, and what they are sorted by."""
    few = search.few(session, table, question)
    chosen = chosen.where(search.holds(session, table, question, first=few))
    if few:
        # In a form that no index has: otherwise SQLite walks the whole list to meet the few.
        key, row_id = (sa.UnaryExpression(one, operator=custom_op("+"), type_=one.type) for one in (key, row_id))
    return chosen, key, row_id


def _is_led(session: Session, query: Query, wanted: Sequence[tuple[str, str]]) -> bool:
    """Return whether facets or words lead to the rows, on SQLite."""
    return bool(wanted or query.q is not None) and search.walks(session)


def _live(table: Any, *, hidden: bool) -> Any:
    """Return the condition that a row is published; `hidden` in a form that no index has.

    Nearly all rows are. SQLite, whose statistics are none or old, may think that few are, and begin with those
    whatever else leads; PostgreSQL knows, unless the form hides it.
    """
    return sa.func.coalesce(col(table.state), "") == "live" if hidden else col(table.state) == "live"


def _having(chosen: Any, table: Any, row_id: Any, wanted: Sequence[tuple[str, str]]) -> Any:
    for facet, value in wanted:
        other: Any = sa.orm.aliased(table)
        same = other.deal_id if table is DealFacet else other.article_id
        held = sa.exists().where(same == row_id, other.facet == facet, other.value == value)
        chosen = chosen.where(held)
    return chosen


def _few(session: Session, chosen: Any) -> bool:
    limited = chosen.limit(FEW).subquery()
    return int(session.execute(select(sa.func.count()).select_from(limited)).scalar_one()) < FEW


def _is_plain(query: Query, wanted: Sequence[tuple[str, str]]) -> bool:
    return query.q is None and query.ends_before is None and len(wanted) < 2


def _lead(wanted: Sequence[tuple[str, str]]) -> dict[str, str]:
    return dict(zip(("facet", "value"), wanted[0], strict=True)) if wanted else {}
