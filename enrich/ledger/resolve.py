"""The fields of a deal, resolved from its claims; where sources differ, every position is kept.

What stands in a field when sources differ is what most independent sources say, then the more precise, then the
later report; `disagreements` names the others. Mentions in passing support a deal and add sums, nothing else.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from itertools import pairwise
from typing import Any

from enrich.ledger import amounts, quotations, roles
from enrich.ledger.sources import sources
from enrich.ledger.statement import Named, Statement, named
from records.deal import Claim, DealSource, Disagreement, MergedDeal, MergedParty, Position
from records.record import Article, Confirmation, Deal, EventType, Status, Term

# The stronger first.
_CONFIRMED = (
    Confirmation.BOTH_PARTIES,
    Confirmation.OFFICIAL_DOCUMENT,
    Confirmation.PARTY_STATEMENT,
    Confirmation.NAMED_SOURCE,
    Confirmation.UNNAMED_SOURCE,
    Confirmation.OUTLET_ESTIMATE,
    Confirmation.UNATTRIBUTED,
)
# How far along a deal is; a later report that is further along does not disagree, one that goes back does.
_STAGE = {
    Status.RUMOURED: 0,
    Status.IN_TALKS: 1,
    Status.DENIED: 1,
    Status.AGREED_IN_PRINCIPLE: 2,
    Status.ANNOUNCED: 3,
    Status.ACTIVE: 3,
    Status.SUSPENDED: 4,
    Status.EXPIRED: 5,
    Status.TERMINATED: 5,
}
# Reports within this many days of the latest are reports of the same news.
_LATEST_DAYS = 14


def resolve(identifier: str, members: Sequence[Statement]) -> MergedDeal:
    """Return the deal that the claims make: revision 1, with no link, nothing locked and no time of change.

    `members` are in canonical order and at least one is news.
    """
    told = sorted(members, key=lambda each: (each.published, each.article.id, each.order))
    news = [each for each in told if not each.deal.is_background] or told
    articles = list({each.article.id: each.article for each in told}.values())
    reporting = frozenset(each.article.id for each in news)
    seen = sources(
        sorted(articles, key=lambda each: each.id not in reporting),
        frozenset(article.id for article in articles) - reporting,
    )
    weight = {source.article_id: (2 if source.independent else 1) for source in seen}
    claims = tuple(
        Claim(article_id=each.article.id, published_at=each.article.published_at, deal=each.deal) for each in told
    )
    # Who tells the property from its holder knows the holder.
    holder = _party([each.holder for each in news if each.part] or [each.holder for each in news])
    term, term_differs = _term(news, weight)
    copies = frozenset(source.article_id for source in seen if source.copy_of)
    value = amounts.values(told, copies)
    worth = amounts.disagreement(value, term.years)
    territory, territory_differs = _settled("territory", news, weight, lambda deal: deal.territory)
    exclusive, exclusive_differs = _settled("exclusive", news, weight, lambda deal: deal.exclusive)
    differs = [
        _status_differs(news),
        *term_differs,
        territory_differs,
        exclusive_differs,
        worth,
    ]
    published = [article.published_at for article in articles if article.published_at]
    return MergedDeal(
        id=identifier,
        sponsor=_party([each.sponsor for each in told]),
        rights_holder=holder,
        property=_property(news, named(holder)),
        role=roles.resolved(each.deal.role for each in news),
        roles=roles.ordered(each.deal.role for each in news),
        designations=_once(wording for each in news for wording in each.deal.designations),
        categories=_once(category for each in news for category in each.deal.categories),
        status=status_of(claims),
        event_type=_event(_latest(claims)),
        term=term,
        editions=_once(edition for each in news for edition in each.deal.editions),
        territory=territory,
        value=value,
        exclusive=exclusive,
        confirmation=min((each.deal.confirmation for each in news), key=_CONFIRMED.index),
        confidence=max(each.deal.confidence for each in news),
        disagreements=tuple(each for each in differs if each is not None),
        independent_sources=sum(source.independent for source in seen),
        sources=_by_time(seen),
        claims=claims,
        quotes=quotations.groups(_quoted(told)),
        first_reported_at=min(published, default=None),
        updated_at=max(published, default=None),
    )


def _by_time(seen: Sequence[DealSource]) -> tuple[DealSource, ...]:
    last = datetime.max.replace(tzinfo=UTC)
    return tuple(sorted(seen, key=lambda source: (source.published_at or last, source.article_id)))


def _quoted(told: Sequence[Statement]) -> list[quotations.Printing]:
    found: dict[tuple[str, int, int], quotations.Printing] = {}
    for each in told:
        for quote in each.article.quotes:
            if each.deal.id in quote.deal_ids:
                place = (each.article.id, quote.start, quote.end)
                found[place] = quotations.Printing(each.article.id, each.article.published_at, quote)
    return list(found.values())


def _party(parties: Sequence[Named], owner: Named | None = None) -> MergedParty:
    """Return the party that most sources name, in the fullest form that stands in a claim.

    Where they name different things, `owner` decides for one that is known to be its own.
    """

    def support(head: Named) -> tuple[int, bool, int, str]:
        own = owner is not None and head.owner is not None and head.owner.relation(owner) > 0
        kin = sum(count for each, count in distinct.items() if head.kinship(each))
        return kin, own, len(head.shown), head.shown

    distinct = Counter(parties)
    head = max(distinct, key=support)
    same = [each for each in parties if head.kinship(each)]
    counted = Counter(each.shown for each in same)
    name = max(counted, key=lambda shown: (len(shown), counted[shown], shown))
    known = Counter(each.known for each in same if each.known)
    best = min(known, key=lambda each: (-known[each], each.id, each.name)) if known else None
    entities = [
        each.entity_id for each in same if each.entity_id and (each.known == best if best else each.shown == name)
    ]
    return MergedParty(
        entity_id=min(entities, default=None),
        name=name,
        aliases=tuple(sorted({*counted, *(other for each in same for other in each.also)} - {name})),
        known=best,
    )


def _property(news: Sequence[Statement], holder: Named) -> MergedParty | None:
    """Return what is sponsored, where any source tells it from the rights-holder."""
    parts = [each.part for each in news if each.part is not None]
    if parts:
        return _party(parts, holder)
    # Every source gives the property the rights-holder's own name; keep it if they say so.
    same = [each.deal.property.name for each in news if each.deal.property is not None]
    if not same:
        return None
    name = max(same, key=lambda shown: (len(shown), shown))
    return _party([each.holder for each in news]).model_copy(update={"name": name, "aliases": ()})


def _once(items: Iterable[str]) -> tuple[str, ...]:
    """Return each item once, letter case and spaces aside, in order of first appearance."""
    found: dict[str, str] = {}
    for item in items:
        found.setdefault(" ".join(item.casefold().split()), item)
    return tuple(found.values())


def _latest(claims: Sequence[Claim]) -> list[Claim]:
    """Return the claims that report the latest news: those dated, if any, within days of the last."""
    news = [claim for claim in claims if not claim.deal.is_background] or list(claims)
    last = max((claim.published_at for claim in news if claim.published_at), default=None)
    if last is None:
        return news
    return [
        claim
        for claim in news
        if claim.published_at is not None and (last - claim.published_at).days <= _LATEST_DAYS
    ]


def status_of(claims: Sequence[Claim]) -> Status:
    """Return where the deal stands by the latest news of it."""
    counted = Counter(claim.deal.status for claim in _latest(claims) if claim.deal.status is not Status.UNKNOWN)
    if not counted:
        return Status.UNKNOWN
    # Of the same days' reports the most frequent; of as many, the one furthest along.
    return max(counted, key=lambda status: (counted[status], _STAGE.get(status, 0), status))


def _status_differs(news: Sequence[Statement]) -> Disagreement | None:
    """Return the positions if a later report goes back behind an earlier one, or denies it."""
    told = [each for each in news if each.deal.status in _STAGE]
    back = any(
        _STAGE[later.deal.status] < _STAGE[earlier.deal.status]
        or (later.deal.status is Status.DENIED) != (earlier.deal.status is Status.DENIED)
        for earlier, later in pairwise(told)
    )
    return _positions("status", [(each.deal.status, each.article) for each in told]) if back else None


def _event(latest: Sequence[Claim]) -> EventType:
    counted = Counter(each.deal.event_type for each in latest)
    firm = {event: count for event, count in counted.items() if event is not EventType.RUMOUR} or counted
    order = list(EventType)
    # "New" is what an article says that does not know better.
    told = {event: count for event, count in firm.items() if event is not EventType.NEW}
    best = min(firm, key=lambda event: (-firm[event], order.index(event)))
    if best is EventType.NEW and told and max(told.values()) == firm[best]:
        return min(told, key=lambda event: (-told[event], order.index(event)))
    return best


def _term(news: Sequence[Statement], weight: dict[str, int]) -> tuple[Term, list[Disagreement | None]]:
    announced, announced_differs = _settled("term.announced_on", news, weight, lambda deal: deal.term.announced_on)
    start, start_differs = _settled("term.start", news, weight, lambda deal: deal.term.start)
    end, end_differs = _settled("term.end", news, weight, lambda deal: deal.term.end)
    years, years_differs = _settled("term.years", news, weight, lambda deal: deal.term.years)
    ending = next((each.deal.term for each in news if end is not None and each.deal.term.end == end), Term())
    term = Term(
        announced_on=announced,
        start=start,
        end=end,
        years=years,
        precision=ending.precision,
        basis=ending.basis,
    )
    return term, [announced_differs, start_differs, end_differs, years_differs]


def _settled(
    field: str, news: Sequence[Statement], weight: dict[str, int], read: Callable[[Deal], Any]
) -> tuple[Any, Disagreement | None]:
    """Return what most sources say of the field, and the positions where they differ."""
    said = [(answer, each.article) for each in news if (answer := read(each.deal)) is not None]
    if not said:
        return None, None
    answers = list(dict.fromkeys(answer for answer, _ in said))
    if all(isinstance(answer, str) for answer in answers):
        # "2028" and "2028-06-30" do not differ: the more precise speaks for both.
        finest = {
            answer: max((each for each in answers if each.startswith(answer)), key=lambda each: (len(each), each))
            for answer in answers
        }
    else:
        finest = {answer: answer for answer in answers}
    votes: Counter[Any] = Counter()
    for answer, article in dict.fromkeys((finest[answer], article.id) for answer, article in said):
        votes[answer] += weight[article]
    last = {finest[answer]: place for place, (answer, _) in enumerate(said)}
    best = max(votes, key=lambda answer: (votes[answer], last[answer]))
    return best, _positions(field, [(finest[answer], article) for answer, article in said])


def _positions(field: str, said: Iterable[tuple[Any, Article]]) -> Disagreement | None:
    """Return one position for each answer, or None if there is but one."""
    articles: dict[Any, dict[str, None]] = {}
    for answer, article in said:
        articles.setdefault(answer, {})[article.id] = None
    if len(articles) < 2:
        return None
    return Disagreement(
        field=field,
        positions=tuple(Position(value=answer, article_ids=tuple(ids)) for answer, ids in articles.items()),
    )
