"""Quotation groups: the copies that several outlets printed of one utterance, under one id."""

from collections.abc import Iterable, Sequence
from typing import Any

import sqlalchemy as sa
from sqlmodel import col, select

from records import ids
from records.deal import QuoteGroup as Group
from records.record import Quote as RecordQuote
from records.record import QuoteKind, Speaker
from records.session import Session
from records.store.insert import insert
from records.tables import Quote, QuoteGroup


def tied(session: Session, article_ids: Iterable[str]) -> Sequence[Quote]:
    """Return the articles' quotations that are tied to a claim, and all that are grouped with one of them."""
    mine = session.exec(select(Quote).where(col(Quote.article_id).in_(sorted(article_ids)))).all()
    grouped = {row.group_id for row in mine if row.group_id}
    others = session.exec(select(Quote).where(col(Quote.group_id).in_(sorted(grouped)))).all() if grouped else ()
    found = {row.id: row for row in (*mine, *others) if row.claim_ids or row.group_id}
    return [found[quote_id] for quote_id in sorted(found)]


def quote_of(row: Quote) -> RecordQuote:
    """Return the quotation as the record has it; what was checked when it was stored is not checked again."""
    speaker = (
        Speaker.model_construct(
            entity_id=row.speaker_entity_id,
            name=row.speaker_name,
            title=row.speaker_title,
            affiliation=row.speaker_affiliation,
        )
        if row.speaker_name
        else None
    )
    return RecordQuote.model_construct(
        text=row.text,
        start=row.start,
        end=row.end,
        kind=QuoteKind(row.kind),
        cue=row.cue,
        speaker=speaker,
        deal_ids=tuple(row.claim_ids),
        confidence=row.confidence,
    )


def lent(session: Session, article_id: str) -> dict[int, Speaker]:
    """Return who said the quotations without a speaker, by their start, where another outlet names the speaker."""
    rows = session.execute(
        select(Quote.start, QuoteGroup)
        .join(QuoteGroup, col(QuoteGroup.id) == col(Quote.group_id))
        .where(Quote.article_id == article_id, col(Quote.speaker_name).is_(None))
        .where(col(QuoteGroup.speaker_name).is_not(None))
    )
    return {
        start: Speaker.model_construct(
            entity_id=None,
            name=group.speaker_name,
            title=group.speaker_title,
            affiliation=group.speaker_affiliation,
        )
        for start, group in rows
    }


def write(session: Session, rows: Sequence[Quote], groups: Sequence[Group]) -> None:
    """Replace the groups of these quotations; a group has two copies at least, and the id of its first."""
    before = {row.group_id for row in rows if row.group_id}
    after: dict[tuple[str, int, int], str] = {}
    for group in groups:
        if len(group.copies) < 2:
            continue
        first = group.copies[0]
        group_id = ids.derived("quo", first.article_id, str(first.start), str(first.end))
        after |= {(copy.article_id, copy.start, copy.end): group_id for copy in group.copies}
        values = _columns(group)
        row = insert(session, QuoteGroup).values(id=group_id, updated_at=session.now, **values)
        session.execute(row.on_conflict_do_update(index_elements=["id"], set_=values))
    for quote in rows:
        group_of = after.get((quote.article_id, quote.start, quote.end))
        if quote.group_id != group_of:
            quote.group_id = group_of
            session.add(quote)
    session.flush()
    gone = before - set(after.values())
    if gone:
        session.execute(sa.delete(QuoteGroup).where(col(QuoteGroup.id).in_(sorted(gone))))


def _columns(group: Group) -> dict[str, Any]:
    speaker = group.speaker
    return {
        "text": group.text,
        "speaker_name": speaker.name if speaker else None,
        "speaker_key": ids.name_key(speaker.name) if speaker else None,
        "speaker_title": speaker.title if speaker else None,
        "speaker_affiliation": speaker.affiliation if speaker else None,
        "sources": len({copy.article_id for copy in group.copies}),
    }
