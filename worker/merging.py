"""Merges an article's claims into the deals: what changed is stored and told, in one transaction.

Everything that the claims are tied to is loaded and merged anew (`enrich.ledger.merging`), so a job may run
twice, late, or for an article that was corrected or retracted meanwhile: the deals are what the claims make.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from enrich.ledger import links, quotations
from enrich.ledger.cluster import Decision
from enrich.ledger.merging import Change, merge
from enrich.ledger.statement import Statement, statements
from records.deal import MergedDeal
from records.record import Article as Record
from records.session import Session
from records.store import articles, blocks, deals, groups, log
from records.store.jobs import Lease
from records.tables import Article, Deal
from worker.turn import Desk

# The name of the other deal in an event.
_OTHER = {"merged": "into", "split": "from"}


def merge_article(desk: Desk, lease: Lease) -> None:
    """Merge the claims of the job's article: deals, events and the end of the job are stored, or none of them.

    Raises LeaseLost, Unavailable.
    """

    def work(session: Session) -> None:
        merge_claims(session, lease.subject_id)

    desk.finish(work, lease)


def merge_claims(session: Session, article_id: str) -> Sequence[Change]:
    """Bring the deals of the article's claims up to date, and those tied to them; return what changed."""
    blocks.lock(session)
    row = articles.get(session, article_id)
    told = _statements([row] if row else [])
    keys = {statement.deal.id: statement.keys for statement in told}
    before = blocks.write_keys(session, article_id, keys)
    block = blocks.gather(session, article_id, before.union(*keys.values()))
    rows = articles.get_many(session, {article for article, _ in block.claims} | {article_id})
    told = [
        statement
        for statement in _statements(rows[each] for each in sorted(rows))
        if (statement.article.id, statement.deal.id) in block.claims
    ]
    old = _read(blocks.of_ids(session, block.deals))
    neighbours, beyond = _neighbours(session, told, old)
    known = [deal.id for deal in (*old, *neighbours, *beyond)]
    outcome = merge(
        told,
        new_id=lambda _: session.new_id("deal"),
        old=old,
        neighbours=neighbours,
        beyond=beyond,
        decisions=_decisions(session, known),
        locks=deals.locks(session, known),
        now=session.now,
    )
    for change in outcome.changes:
        deals.save(
            session,
            change.deal,
            keys=links.target_keys(change.deal),
            replaces=links.replaces(change.deal),
        )
        _tell(session, change)
    _group(session, {article for article, _ in block.claims} | {article_id})
    return outcome.changes


def _statements(rows: Iterable[Article]) -> list[Statement]:
    """Return the claims of the articles that stand."""
    return [statement for row in rows if row.state == "live" for statement in statements(_record(row))]


def _record(row: Article) -> Record:
    """Return the article with its claims, their parties and their quotations; the rest is costly and not asked."""
    claims = row.findings.get("deals", [])
    parties = {
        party["entity_id"]
        for claim in claims
        for party in (claim["sponsor"], claim["rights_holder"], claim["property"])
        if party is not None
    }
    entities = row.findings.get("entities", [])
    quotes = row.findings.get("quotes", [])
    return Record.model_validate(
        {
            **articles.as_ingested(row).model_dump(),
            "entities": [{**each, "mentions": ()} for each in entities if each["id"] in parties],
            "quotes": [each for each in quotes if each["deal_ids"]],
            "deals": claims,
        }
    )


def _read(rows: Iterable[Deal]) -> list[MergedDeal]:
    return [MergedDeal.model_validate(row.body) for row in rows]


def _live(session: Session, ids: Iterable[str]) -> list[MergedDeal]:
    return _read(row for row in blocks.of_ids(session, ids) if row.state == "live")


def _neighbours(
    session: Session, told: Sequence[Statement], old: Sequence[MergedDeal]
) -> tuple[list[MergedDeal], list[MergedDeal]]:
    """Return the other deals that end one of these or are ended by it, and those that they in turn may end.

    A renewal needs nobody from outside: what it renews has the same parties.
    """
    keys = {key for deal in old for key in links.target_keys(deal)}
    for each in told:
        keys |= each.holder.keys | (each.part.keys if each.part else frozenset())
    replacing = any(each.replaces for each in told)
    over = {each.article.id for each in told if each.is_over}
    news = {each.article.id for each in told if not each.deal.is_background}
    known = {deal.id for deal in old}
    near = blocks.on_targets(session, keys, replacing=not replacing)
    near |= blocks.told_in(session, news, over=True) | blocks.told_in(session, over, over=False)
    near -= known
    neighbours = _live(session, near)
    beyond: set[str] = set()
    for deal in neighbours:
        if links.replaces(deal):
            beyond |= blocks.on_targets(session, links.target_keys(deal), replacing=False)
        beyond |= blocks.told_in(session, links.reporting(deal), over=True)
    beyond -= known | near
    return neighbours, _live(session, beyond)


def _decisions(session: Session, deal_ids: Sequence[str]) -> list[Decision]:
    return [
        Decision(
            "join" if link.kind == "merge" else "part",
            frozenset(link.body["left"]),
            frozenset(link.body["right"]),
        )
        for link in deals.links(session, deal_ids)
    ]


def _tell(session: Session, change: Change) -> None:
    deal = change.deal
    body: dict[str, Any] = {"deal": event_body(deal)}
    if change.fields:
        body["fields"] = list(change.fields)
    if change.other is not None:
        body[_OTHER[change.kind]] = change.other
    key = f"deal:{deal.id}:rev:{deal.revision}"
    log.append(session, key, f"deal.{change.kind}", deal.id, deal.revision, body)


def event_body(deal: MergedDeal) -> dict[str, Any]:
    """Return the deal without its claims: readers of the log fetch them by the deal's id."""
    return deal.model_dump(mode="json", exclude={"claims"})


def _group(session: Session, article_ids: Iterable[str]) -> None:
    rows = groups.tied(session, article_ids)
    printings = [quotations.Printing(row.article_id, row.listed_at, groups.quote_of(row)) for row in rows]
    groups.write(session, rows, quotations.groups(printings))
