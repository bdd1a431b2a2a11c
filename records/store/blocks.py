"""Which claims and deals a merge looks at together: those that share a block key, directly or through others."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa
from sqlmodel import col, select

from records.record import ENDING, OVER
from records.session import Session
from records.tables import Claim, ClaimKey, Deal, DealClaim, DealKey, DealLink

# Values in one question to the database; SQLite takes 32,766.
_AT_ONCE = 500

Ref = tuple[str, str]  # article id, claim id
_REF_OF_KEY = (ClaimKey.article_id, ClaimKey.claim_id)
_REF_OF_DEAL = (DealClaim.article_id, DealClaim.claim_id)


@dataclass
class Block:
    """Claims that may be one deal, and every deal that ever held one of them."""

    claims: set[Ref] = field(default_factory=set)
    deals: set[str] = field(default_factory=set)


def lock(session: Session) -> None:
    """Wait until no other transaction merges, and hold the others off until this one ends.

    Two merges could each find a block that the other is about to join to its own, so there is one lock for all.
    On SQLite the writer's lock does it already.
    """
    if session.connection().dialect.name == "postgresql":
        session.execute(sa.text("SELECT pg_advisory_xact_lock(hashtextextended('sponsorwire.merge', 0))"))


def write_keys(session: Session, article_id: str, keys: Mapping[str, Iterable[str]]) -> set[str]:
    """Replace the keys of the article's claims, given by claim id; return those it had."""
    old = set(session.exec(select(ClaimKey.key).where(ClaimKey.article_id == article_id)).all())
    session.execute(sa.delete(ClaimKey).where(col(ClaimKey.article_id) == article_id))
    rows = [
        {"key": key, "article_id": article_id, "claim_id": claim_id}
        for claim_id, found in sorted(keys.items())
        for key in sorted(set(found))
    ]
    if rows:
        session.execute(sa.insert(ClaimKey), rows)
    return old


def gather(session: Session, article_id: str, keys: Iterable[str]) -> Block:
    """Return everything that is tied to the article's claims: by keys, by a deal, or by a person's decision."""
    block = Block()
    seen: set[str] = set()
    new_keys = set(keys)
    new_deals = set(session.exec(select(DealClaim.deal_id).where(DealClaim.article_id == article_id)).all())
    while new_keys or new_deals:
        seen |= new_keys
        block.deals |= new_deals
        claims = _claims_with(session, new_keys) | _claims_of(session, new_deals)
        claims -= block.claims
        block.claims |= claims
        new_keys = _keys_of(session, claims) - seen
        new_deals = (_deals_with(session, claims) | _decided_with(session, new_deals)) - block.deals
    return block


def on_targets(session: Session, keys: Iterable[str], *, replacing: bool) -> set[str]:
    """Return the live deals on any of these properties, or with `replacing` those that end another sponsor's."""
    rows = _rows(session, keys, DealKey.key, DealKey.deal_id, DealKey.replaces)
    return {deal_id for deal_id, replaces in rows if replaces or not replacing}


def told_in(session: Session, articles: Iterable[str], *, over: bool) -> set[str]:
    """Return the deals that these articles say are over, or without `over` those they report as news."""
    columns = (Claim.article_id, Claim.claim_id, Claim.status, Claim.event_type, Claim.is_background)
    told = {
        (article_id, claim_id)
        for article_id, claim_id, status, event, background in _rows(session, articles, Claim.article_id, *columns)
        if ((status in OVER or event in ENDING) if over else not background)
    }
    return _deals_with(session, told)


def of_ids(session: Session, ids: Iterable[str]) -> list[Deal]:
    """Return the deals' rows, whatever their state, oldest first."""
    rows = [row for part in _parts(ids) for row in session.exec(select(Deal).where(col(Deal.id).in_(part)))]
    return sorted(rows, key=lambda row: row.number or 0)


def _claims_with(session: Session, keys: Iterable[str]) -> set[Ref]:
    return {(article, claim) for article, claim in _rows(session, keys, ClaimKey.key, *_REF_OF_KEY)}


def _claims_of(session: Session, deals: Iterable[str]) -> set[Ref]:
    return {(article, claim) for article, claim in _rows(session, deals, DealClaim.deal_id, *_REF_OF_DEAL)}


def _keys_of(session: Session, claims: set[Ref]) -> set[str]:
    articles = {article for article, _ in claims}
    rows = _rows(session, articles, ClaimKey.article_id, *_REF_OF_KEY, ClaimKey.key)
    return {key for article, claim, key in rows if (article, claim) in claims}


def _deals_with(session: Session, claims: set[Ref]) -> set[str]:
    articles = {article for article, _ in claims}
    rows = _rows(session, articles, DealClaim.article_id, *_REF_OF_DEAL, DealClaim.deal_id)
    return {deal for article, claim, deal in rows if (article, claim) in claims}


def _decided_with(session: Session, deals: Iterable[str]) -> set[str]:
    """Return the deals that a person joined with any of these, or parted from it."""
    known = set(deals)
    rows = [
        *_rows(session, known, DealLink.deal_id, DealLink.other_id, DealLink.undone_at),
        *_rows(session, known, DealLink.other_id, DealLink.deal_id, DealLink.undone_at),
    ]
    return {deal for deal, undone_at in rows if deal is not None and undone_at is None}


def _rows(session: Session, values: Iterable[str], where: Any, *columns: Any) -> list[Any]:
    """Return the columns of all rows whose column `where` has one of the values."""
    return [
        row
        for part in _parts(values)
        for row in session.execute(sa.select(*map(col, columns)).where(col(where).in_(part))).all()
    ]


def _parts(values: Iterable[str]) -> Iterator[list[str]]:
    ordered = sorted(set(values))
    for start in range(0, len(ordered), _AT_ONCE):
        yield ordered[start : start + _AT_ONCE]
