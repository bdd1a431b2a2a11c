"""What was found in an article, as rows: replaced as a whole, never added to."""

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

import sqlalchemy as sa
from sqlmodel import col

from records import ids
from records.record import Article as Record
from records.record import Deal as RecordDeal
from records.record import Entity as RecordEntity
from records.record import Quote as RecordQuote
from records.session import Session
from records.store import facets
from records.store.insert import insert_all, insert_new
from records.tables import Article, ArticleFacet, Claim, Entity, Evidence, Mention, Profile, Quote, StageRun

# From this relevance on an article is in the news feed although no deal was found in it.
NEWS_RELEVANCE = 0.5
FINDINGS = ("entities", "quotes", "deals", "warnings")


def replace(
    session: Session, article: Article, record: Record, versions: Mapping[str, int], versions_hash: str
) -> None:
    """Replace everything that was found in the article by what `record` holds.

    The same record stores the same rows. Claims keep their deals (`deal_claim`) until the merge runs.
    """
    clear(session, article.id)
    profiles = {entity.id: profile_of(entity) for entity in record.entities}
    # In the order of their ids: two workers that name the same people then never wait for each other.
    new = sorted({row["id"]: row for row in profiles.values()}.values(), key=lambda row: str(row["id"]))
    insert_new(session, Profile, [{**row, "first_seen_at": session.now} for row in new])
    names = {row["id"]: row["name_key"] for row in new}
    keys = {entity_id: str(names[row["id"]]) for entity_id, row in profiles.items()}
    at = {"article_id": article.id}
    insert_all(session, Entity, [{**at, **_entity(e, str(profiles[e.id]["id"]))} for e in record.entities])
    mentions = sorted({(e.id, span.start, span.end) for e in record.entities for span in e.mentions})
    insert_all(session, Mention, _rows(at, ("entity_id", "start", "end"), mentions))
    quotes = [_quote(article, f"q{place}", quote, keys) for place, quote in enumerate(record.quotes, start=1)]
    insert_all(session, Quote, [{**at, **quote} for quote in quotes])
    insert_all(session, Claim, [{**at, **_claim(deal, keys)} for deal in record.deals])
    evidence = sorted({(deal.id, e.field, e.start, e.end) for deal in record.deals for e in deal.evidence})
    insert_all(session, Evidence, _rows(at, ("claim_id", "field", "start", "end"), evidence))
    now = {"revision": article.revision, "ran_at": session.now}
    insert_all(session, StageRun, [{**at, **now, **run} for run in _runs(record, versions)])
    found = record.model_dump(mode="json", include=set(FINDINGS))
    if (article.findings, article.relevance) != (found, record.relevance):
        # An archive that is read again and says the same is not news to those who subscribe to it.
        article.updated_at = session.now
    article.findings, article.relevance = found, record.relevance
    article.is_news = bool(record.deals) or (record.relevance or 0) >= NEWS_RELEVANCE
    article.enriched_at = session.now
    article.enriched_revision, article.enriched_with = article.revision, versions_hash
    session.add(article)
    facets.write_article(session, article, record)


def clear(session: Session, article_id: str) -> None:
    """Delete everything that was found in the article."""
    for table in (Mention, Evidence, Entity, Claim, Quote, StageRun, ArticleFacet):
        session.execute(sa.delete(table).where(col(table.article_id) == article_id))


def profile_of(entity: RecordEntity) -> dict[str, Any]:
    """Return the profile's row of an entity: the knowledge base's, else the one of its kind and name."""
    name = entity.known.name if entity.known else entity.name
    key = ids.name_key(name)
    known_id = entity.known.id if entity.known else None
    return {
        "id": ids.profile(entity.kind.value, name, known_id),
        "kind": entity.kind.value,
        "name": name,
        "name_key": key,
        "known_id": known_id,
    }


def words_key(text: str) -> str:
    """Return the key under which equal quotations find each other, whatever their marks and spacing."""
    return hashlib.sha256(" ".join(ids.name_key(word) for word in text.split()).encode()).hexdigest()[:32]


def _rows(at: dict[str, Any], names: Sequence[str], values: Sequence[Sequence[Any]]) -> list[dict[str, Any]]:
    return [{**at, **dict(zip(names, row, strict=True))} for row in values]


def _runs(record: Record, versions: Mapping[str, int]) -> list[dict[str, Any]]:
    errors = {w.split(" failed: ")[0]: w for w in record.warnings if " failed: " in w}
    found = {stage: getattr(record, stage, ()) for stage in versions}
    return [
        {
            "stage": stage,
            "version": version,
            "found": len(found[stage]) if isinstance(found[stage], tuple) else int(found[stage] is not None),
            "error": errors.get(stage),
        }
        for stage, version in versions.items()
    ]


def _entity(entity: RecordEntity, profile_id: str) -> dict[str, Any]:
    return {
        "entity_id": entity.id,
        "profile_id": profile_id,
        "kind": entity.kind.value,
        "name": entity.name,
        "name_key": ids.name_key(entity.name),
        "title": entity.title,
        "affiliation": entity.affiliation,
        "aliases": list(entity.aliases),
    }


def _quote(article: Article, place: str, quote: RecordQuote, keys: Mapping[str, str]) -> dict[str, Any]:
    speaker, span = quote.speaker, quote.speaker_span
    return {
        "id": f"{article.id}.{place}",
        "text": quote.text,
        "words_key": words_key(quote.text),
        "start": quote.start,
        "end": quote.end,
        "kind": quote.kind.value,
        "cue": quote.cue,
        "speaker_entity_id": speaker.entity_id if speaker else None,
        "speaker_name": speaker.name if speaker else None,
        "speaker_key": _key(speaker.entity_id, speaker.name, keys) if speaker else None,
        "speaker_title": speaker.title if speaker else None,
        "speaker_affiliation": speaker.affiliation if speaker else None,
        "speaker_start": span.start if span else None,
        "speaker_end": span.end if span else None,
        "claim_ids": list(quote.deal_ids),
        "confidence": quote.confidence,
        "listed_at": article.listed_at,
    }


def _claim(deal: RecordDeal, keys: Mapping[str, str]) -> dict[str, Any]:
    sponsor, holder, prop = deal.sponsor, deal.rights_holder, deal.property
    return {
        "claim_id": deal.id,
        "sponsor_name": sponsor.name,
        "sponsor_key": _key(sponsor.entity_id, sponsor.name, keys),
        "rights_holder_name": holder.name,
        "rights_holder_key": _key(holder.entity_id, holder.name, keys),
        "property_name": prop.name if prop else None,
        "property_key": _key(prop.entity_id, prop.name, keys) if prop else None,
        "role": deal.role.value,
        "status": deal.status.value,
        "event_type": deal.event_type.value,
        "is_background": deal.is_background,
        "announced_on": deal.term.announced_on,
        "starts_on": deal.term.start,
        "ends_on": deal.term.end,
        "confirmation": deal.confirmation.value,
        "confidence": deal.confidence,
        "body": deal.model_dump(mode="json"),
    }


def _key(entity_id: str | None, name: str, keys: Mapping[str, str]) -> str:
    """Return the name key of the entity's profile (its canonical name), else of the name as given."""
    return keys.get(entity_id or "", "") or ids.name_key(name)
