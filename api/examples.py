"""One example of everything the API takes and gives, for its description: fictional, and checked by the tests."""

from typing import Any

Json = dict[str, Any]
_AT = "2026-05-04T09:31:07.214Z"
_EPOCH = "7d0c9be1f0a84c1f9c0f5a3d2b6e4a17"
_HOME = "http://127.0.0.1:8000"
_TEXT = (
    "Nordlicht Energie will be the shirt sponsor of FC Hafen until June 2029. "
    "“We stay with the club,” said Mara Quill, chief executive of Nordlicht Energie."
)


def _span(words: str) -> Json:
    start = _TEXT.index(words)
    return {"start": start, "end": start + len(words)}


SPEAKER: Json = {
    "entity_id": "e3", "name": "Mara Quill", "title": "chief executive", "affiliation": "Nordlicht Energie",
}  # fmt: skip
CLAIM: Json = {
    "id": "d1",
    "sponsor": {"entity_id": "e1", "name": "Nordlicht Energie"},
    "rights_holder": {"entity_id": "e2", "name": "FC Hafen"},
    "property": None,
    "role": "shirt_front",
    "designations": ["shirt sponsor"],
    "categories": ["energy"],
    "status": "announced",
    "event_type": "new",
    "is_background": False,
    "term": {"end": "2029-06", "precision": "month", "basis": "stated"},
    "confirmation": "party_statement",
    "evidence": [
        {"field": "sponsor", **_span("Nordlicht Energie")},
        {"field": "rights_holder", **_span("FC Hafen")},
        {"field": "term.end", **_span("until June 2029")},
    ],
    "confidence": 0.93,
}
QUOTE: Json = {
    "text": "We stay with the club,", **_span("We stay with the club,"), "kind": "direct", "cue": "said",
    "speaker": SPEAKER, "speaker_span": _span("Mara Quill"), "deal_ids": ["d1"], "confidence": 0.97,
}  # fmt: skip
ARTICLE: Json = {
    "schema_version": "1.0",
    "id": "art_01",
    "url": "https://news.example/hafen-shirts",
    "source": {"name": "Hafen Post", "domain": "news.example"},
    "title": "Nordlicht Energie on the shirts of FC Hafen",
    "byline": ["Ida Rook"],
    "published_at": "2026-05-04T09:30:00.000Z",
    "language": "en",
    "captions": [],
    "text": _TEXT,
    "relevance": 0.97,
    "entities": [
        {
            "id": "e3", "kind": "person", "name": "Mara Quill", "title": "chief executive",
            "affiliation": "Nordlicht Energie", "mentions": [_span("Mara Quill")],
        }
    ],
    "quotes": [QUOTE],
    "deals": [CLAIM],
}  # fmt: skip
DEAL: Json = {
    "schema_version": "1.0",
    "id": "deal_01",
    "revision": 2,
    "state": "live",
    "sponsor": {"entity_id": "ent_01", "name": "Nordlicht Energie", "aliases": ["Nordlicht"]},
    "rights_holder": {"entity_id": "ent_02", "name": "FC Hafen", "aliases": []},
    "role": "shirt_front",
    "roles": ["shirt_front"],
    "designations": ["shirt sponsor"],
    "categories": ["energy"],
    "status": "announced",
    "event_type": "new",
    "term": CLAIM["term"],
    "confirmation": "party_statement",
    "confidence": 0.93,
    "independent_sources": 1,
    "sources": [
        {
            "article_id": "art_01", "name": "Hafen Post", "domain": "news.example", "url": ARTICLE["url"],
            "title": ARTICLE["title"], "published_at": ARTICLE["published_at"], "independent": True,
        }
    ],
    "claims": [{"article_id": "art_01", "published_at": ARTICLE["published_at"], "deal": CLAIM}],
    "quotes": [
        {
            "text": QUOTE["text"], "kind": "direct", "speaker": SPEAKER,
            "copies": [{"article_id": "art_01", "kind": "direct", "text": QUOTE["text"],
                        "start": QUOTE["start"], "end": QUOTE["end"], "speaker": SPEAKER}],
        }
    ],
    "first_reported_at": ARTICLE["published_at"],
    "updated_at": _AT,
}  # fmt: skip
EVENT: Json = {
    "type": "deal.updated",
    "subject_id": "deal_01",
    "revision": 2,
    "published_at": _AT,
    "data": {"deal": {name: value for name, value in DEAL.items() if name != "claims"}, "fields": ["term.end"]},
}
PROFILE: Json = {"id": "ent_01", "kind": "organization", "name": "Nordlicht Energie", "known_id": None}
STORED_QUOTE: Json = {
    **QUOTE, "id": "art_01.q1", "article_id": "art_01", "published_at": ARTICLE["published_at"],
}  # fmt: skip
TOKEN: Json = {
    "id": "tok_01", "prefix": "swk_8bf58ffd", "name": "desk", "scopes": ["read"], "filter_id": None,
    "created_at": _AT, "expires_at": None, "revoked_at": None, "last_used_at": None,
}  # fmt: skip
NEW_TOKEN: Json = {**TOKEN, "secret": "swk_8bf58ffd…"}
QUERY: Json = {"sponsor": "Nordlicht Energie", "role": "shirt_front"}
SAVED_FILTER: Json = {
    "id": "flt_01",
    "name": "Nordlicht's shirts",
    "query": QUERY,
    "created_at": _AT,
    "feeds": {"deals.atom": f"{_HOME}/filters/flt_01/deals.atom"},
    "stream": f"{_HOME}/filters/flt_01/stream",
    "opml": f"{_HOME}/filters/flt_01/opml",
}
WEBHOOK: Json = {
    "id": "whk_01", "url": "https://desk.example/in", "filter_id": "flt_01", "query": QUERY, "kinds": [],
    "state": "active", "reason": None, "failures": 0, "created_at": _AT, "disabled_at": None,
}  # fmt: skip
DELIVERY: Json = {
    "id": "dlv_01", "message_id": "msg_01", "seq": 42, "state": "sent", "attempts": 1, "replay": 0,
    "status_code": 204, "error": None, "duration_ms": 38, "next_at": None, "created_at": _AT, "ended_at": _AT,
}  # fmt: skip
CLAIM_ID: Json = {"article_id": "art_01", "claim_id": "d1"}

# By the name of the schema in the OpenAPI document.
EXAMPLES: dict[str, Json] = {
    "Article": ARTICLE,
    "StoredArticle": {
        **ARTICLE, "revision": 1, "state": "live", "updated_at": _AT, "enriched_at": _AT,
        "deal_links": [{"claim_id": "d1", "deal_id": "deal_01"}],
    },
    "MergedDeal": DEAL,
    "Event": EVENT,
    "LoggedEvent": {"cursor": f"{_EPOCH}.42", **EVENT},
    "StoredQuote": STORED_QUOTE,
    "Profile": PROFILE,
    "ProfileDetail": {
        **PROFILE,
        "articles": [
            {"article_id": "art_01", "article_title": ARTICLE["title"], "entity_id": "e1",
             "name": "Nordlicht Energie", "title": None, "affiliation": None,
             "published_at": ARTICLE["published_at"]},
        ],
        "deals": [DEAL],
        "quotes": [STORED_QUOTE],
    },
    "Facets": {"counted": None, "facets": {"role": [{"value": "title", "label": "title", "deals": 12}]}},
    "Decided": {
        "decisions": [
            {"id": "lnk_01", "kind": "merge", "deal_id": "deal_01", "other_id": "deal_02", "claims": [],
             "reason": "The same contract.", "decided_by": "tok_01", "decided_at": _AT, "undone_at": None},
        ],
        "locks": [
            {"field": "term.end", "value": "2029-06-30", "reason": None, "locked_by": "tok_01", "locked_at": _AT},
        ],
    },
    "Made": {"id": "lnk_01"},
    "MergeIn": {"other_id": "deal_02", "reason": "The same contract."},
    "SplitIn": {"claims": [CLAIM_ID], "reason": "Another club of that name."},
    "LockIn": {"value": "2029-06-30", "reason": "The club's own report says so."},
    "Receipt": {"sha256": "9f" * 32, "fate": "accepted", "code": None, "reason": None, "article_ids": ["art_01"]},
    "Webhook": WEBHOOK,
    "NewWebhook": {**WEBHOOK, "secret": "whsec_…"},
    "WebhookIn": {"url": "https://desk.example/in", "filter_id": "flt_01"},
    "Delivery": DELIVERY,
    "Body_subscribe_websub_post": {
        "hub.mode": "subscribe", "hub.topic": f"{_HOME}/feeds/deals.atom", "hub.callback": "https://desk.example/in",
    },
    "Token": TOKEN,
    "NewToken": NEW_TOKEN,
    "TokenIn": {"name": "desk", "scopes": ["read"]},
    "SavedFilter": SAVED_FILTER,
    "NewFilter": {**SAVED_FILTER, "token": {**NEW_TOKEN, "filter_id": "flt_01"}},
    "FilterIn": {"name": "Nordlicht's shirts", "query": QUERY},
    "Readiness": {"ready": True, "checks": [{"name": "database", "ok": True, "detail": None}]},
    "ProblemDocument": {
        "type": "urn:sponsorwire:problem:invalid-parameter", "title": "A parameter is wrong", "status": 422,
        "detail": "limit: Input should be less than or equal to 200",
        "errors": [{"parameter": "limit", "detail": "Input should be less than or equal to 200"}],
    },
}  # fmt: skip
STREAM = f"retry: 3000\nid: {_EPOCH}.41\n\nevent: deal.updated\ndata: {{…}}\nid: {_EPOCH}.42\n\n: ping\n\n"


def example(schema: Json) -> Any:
    """Return an example of what a schema of the document describes, or None where there is none."""
    if schema.get("type") == "array" and (one := example(schema["items"])) is not None:
        return [one]
    name = schema.get("$ref", "").rpartition("/")[2]
    if name.startswith("Page_"):
        return {"items": [EXAMPLES[name[5:-1]]], "next": None, "prev": None}
    return EXAMPLES.get(name)
