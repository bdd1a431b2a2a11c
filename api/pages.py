"""The pages for people: one deal with its evidence, one article with its marks."""

from collections.abc import Mapping, Sequence
from typing import Any

from fastapi import Request
from starlette.responses import HTMLResponse, Response

from api import jsonld, shapes
from api.highlight import article_marks, paragraphs, segments, snippet
from api.markup import markup, spoken
from api.parameters import address
from api.wording import date_words, value_words, words
from records import tables
from records.session import Session
from records.store import articles, groups, log

_FOLLOWED = {"atom": "Atom", "rss": "RSS", "json": "JSON Feed", "ics": "calendar of its end"}
# The deal's fields on its page: evidence path, heading, how the value reads.
_FACTS = (
    ("sponsor", "Sponsor"),
    ("rights_holder", "Rights-holder"),
    ("property", "Property"),
    ("role", "Role"),
    ("designations", "In their words"),
    ("categories", "Categories"),
    ("status", "Status"),
    ("event_type", "What happened"),
    ("term.announced_on", "Announced"),
    ("term.start", "Starts"),
    ("term.end", "Ends"),
    ("term.years", "Years"),
    ("editions", "Editions"),
    ("territory", "Territory"),
    ("value", "Value"),
    ("exclusive", "Exclusive"),
    ("confirmation", "Confirmed by"),
)


def deal_page(request: Request, session: Session, row: tables.Deal) -> Response:
    """Return the page of one deal: each field with the words it was read from."""
    deal = shapes.deal(row)
    sources = articles.get_many(session, [claim["article_id"] for claim in deal.get("claims", ())])
    epoch = log.position(session).epoch
    base = request.app.state.settings.base_url
    between = {"sponsor": row.sponsor_name, "rights_holder": row.rights_holder_name}
    body = markup(
        "deal.html",
        here="deals",
        live=True,
        base=base,
        deal=deal,
        facts=list(_facts(deal, sources)),
        history=[shapes.event(event, epoch) for event in log.of_subject(session, row.id)],
        stream=address("/stream", between),
        feeds=[(name, address(f"/feeds/deals.{suffix}", between)) for suffix, name in _FOLLOWED.items()],
        json_ld=jsonld.script(jsonld.deal(deal, f"{base}/deals/{row.id}")),
    )
    return page_of(body)


def article_page(
    request: Request, session: Session, row: tables.Article, links: Sequence[tuple[str, str]]
) -> Response:
    """Return the page of one article: its text with quotations, evidence and names marked."""
    article = shapes.article(row)
    named = sorted(article["entities"], key=lambda entity: -len(entity["mentions"]))
    base = request.app.state.settings.base_url
    body = markup(
        "article.html",
        here="news",
        live=row.enriched_at is None,
        base=base,
        article=article,
        enriched=row.enriched_at is not None,
        unread=row.enriched_at is not None and row.relevance is None,
        paragraphs=paragraphs(segments(article["text"], article_marks(article))),
        links=dict(links),
        lent={start: speaker.model_dump() for start, speaker in groups.lent(session, row.id).items()},
        people=[entity for entity in named if entity["kind"] == "person"],
        others=[entity for entity in named if entity["kind"] != "person"],
        stream="/stream",
        json_ld=jsonld.script(jsonld.article(article, f"{base}/articles/{row.id}")),
    )
    return page_of(body)


def _facts(deal: Mapping[str, Any], sources: Mapping[str, tables.Article]) -> Any:
    for path, name in _FACTS:
        value: Any = deal
        for part in path.split("."):
            value = (value or {}).get(part)
        if value in (None, [], ()):
            continue
        yield {"name": name, "value": _said(path, value), "proofs": list(_proofs(deal, path, sources))}


def _said(path: str, value: Any) -> str:
    if path == "value":
        return "; ".join(dict.fromkeys(value_words(one) for one in value))
    if path == "designations":
        return ", ".join(f"“{one}”" for one in value)
    if path in ("term.announced_on", "term.start", "term.end"):
        return date_words(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return words(value) if path in ("role", "status", "event_type", "confirmation") else spoken(value)


def _proofs(deal: Mapping[str, Any], path: str, sources: Mapping[str, tables.Article]) -> Any:
    shown: set[str] = set()
    for claim in deal.get("claims", ()):
        row = sources.get(claim["article_id"])
        if row is None or row.id in shown:
            continue
        for evidence in claim["deal"].get("evidence", ()):
            if evidence["field"] == path or evidence["field"].startswith(f"{path}."):
                shown.add(row.id)
                parts = snippet(row.text, evidence["start"], evidence["end"])
                source = row.source_name or row.source_domain or row.title or "article"
                yield {"article_id": row.id, "parts": parts, "source": source}
                break


def page_of(body: str) -> Response:
    """Return HTML as an answer that is looked up anew each time."""
    return HTMLResponse(body, headers={"cache-control": "no-cache", "vary": "accept"})
