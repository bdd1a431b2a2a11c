"""The ledger forgets the order in which articles came, does nothing twice, and undoes what was undone."""

from itertools import count
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from enrich.ledger.cluster import Decision
from enrich.ledger.match import strength
from enrich.ledger.merging import Outcome
from enrich.ledger.names import keys, relation, written
from enrich.ledger.statement import statements
from records.deal import MergedDeal
from records.record import Article, EventType, Role, Status
from tests.stories import article, claim, merged, partition, refs, value

# Names that are alike in every way the ledger knows of, and names that only look alike.
SPONSORS = ("Velmora", "Velmora Bank", "Velmora Bank plc", "Velmora Air", "Ostrey", "Ostrey & Sons")
HOLDERS = ("Harrow Vale", "Harrow Vale FC", "Harrow Vale Women", "Harrow", "HVL", "Harrow Vale League")
PARTS = (None, None, "Vale Stadium", "Harrow Vale Academy", "Vale Cup 2031", "Vale Cup 2032")
WORDS = ("new", "north", "velmora", "vel", "united", "city", "of", "bank", "cup", "2031", "women", "v", "nu", "utd")

claims = st.builds(
    claim,
    st.sampled_from(SPONSORS),
    st.sampled_from(HOLDERS),
    part=st.sampled_from(PARTS),
    role=st.sampled_from(
        [Role.OFFICIAL_PARTNER, Role.SHIRT_FRONT, Role.SHIRT_SLEEVE, Role.NAMING_RIGHTS, Role.OTHER]
    ),
    event=st.sampled_from([EventType.NEW, EventType.RENEWAL, EventType.TERMINATION, EventType.REPLACEMENT]),
    status=st.sampled_from([Status.ANNOUNCED, Status.RUMOURED, Status.TERMINATED]),
    background=st.sampled_from([False, False, False, True]),
    end=st.sampled_from([None, None, "2032", "2033", "2036"]),
    value=st.sampled_from([(), (value(2e6),), (value(3e6),)]),
)
days = st.sampled_from([None, "2030-02-01", "2031-03-01", "2031-03-05", "2031-06-20", "2033-03-01"])


@st.composite
def archives(draw: st.DrawFn, most: int = 7) -> list[Article]:
    many = draw(st.integers(1, most))
    found = []
    for place in range(many):
        told = draw(st.lists(claims, min_size=1, max_size=2))
        numbered = [each.model_copy(update={"id": f"d{n}"}) for n, each in enumerate(told, 1)]
        found.append(article(f"art{place}", *numbered, at=draw(days)))
    return found


def content(outcome_deals: Any) -> list[dict[str, Any]]:
    """Return the deals without what depends on history: ids are named by what they stand for."""
    names = {deal.id: "+".join(refs(deal)) for deal in outcome_deals}
    found = []
    for deal in outcome_deals:
        plain = deal.model_dump(exclude={"revision", "updated_at"})
        for link in ("id", "supersedes", "superseded_by", "replaces", "replaced_by"):
            plain[link] = names.get(plain[link])
        found.append(plain)
    return sorted(found, key=lambda each: str(each["id"]))


def one_by_one(articles: list[Article]) -> Outcome:
    """Merge the articles as they come, each time with all claims and all deals that ever were."""
    known: dict[str, MergedDeal] = {}
    numbers = count()
    for many in range(1, len(articles) + 1):
        outcome = merged(*articles[:many], old=list(known.values()), new_id=lambda _: f"deal:{next(numbers)}")
        known.update({deal.id: deal for deal in outcome.deals})
        known.update({change.deal.id: change.deal for change in outcome.changes})
    return outcome


@given(archives(), st.data())
@settings(max_examples=150, deadline=None)
def test_any_order_of_arrival_gives_the_same_deals(articles: list[Article], data: st.DataObject) -> None:
    other = data.draw(st.permutations(articles))
    at_once = merged(*articles)
    assert merged(*other).deals == at_once.deals
    assert content(one_by_one(other).deals) == content(at_once.deals)


@given(archives())
@settings(max_examples=100, deadline=None)
def test_merging_again_changes_nothing(articles: list[Article]) -> None:
    first = merged(*articles)
    again = merged(*articles, old=first.deals)
    assert (again.deals, again.changes) == (first.deals, ())


@given(archives(), st.data())
@settings(max_examples=100, deadline=None)
def test_joining_by_hand_and_undoing_it_restores_every_deal_and_its_id(
    articles: list[Article], data: st.DataObject
) -> None:
    first = merged(*articles)
    if len(first.deals) < 2:
        return
    one, other = data.draw(st.permutations(first.deals))[:2]
    join = Decision("join", frozenset(refs(one)), frozenset(refs(other)))
    joined = merged(*articles, decisions=(join,), old=first.deals)
    assert sorted([*refs(one), *refs(other)]) in partition(joined)
    known = [*first.deals]
    latest = {deal.id: deal for deal in (*joined.deals, *(change.deal for change in joined.changes))}
    restored = merged(*articles, old=[latest.get(deal.id, deal) for deal in known])
    assert {deal.id: refs(deal) for deal in restored.deals} == {deal.id: refs(deal) for deal in first.deals}


@given(archives(), st.data())
@settings(max_examples=100, deadline=None)
def test_what_a_person_parted_is_never_together(articles: list[Article], data: st.DataObject) -> None:
    first = merged(*articles)
    deal = max(first.deals, key=lambda each: len(each.claims), default=None)
    if deal is None or len(deal.claims) < 2:
        return
    cut = data.draw(st.integers(1, len(deal.claims) - 1))
    left, right = frozenset(refs(deal)[:cut]), frozenset(refs(deal)[cut:])
    parted = merged(*articles, decisions=(Decision("part", left, right),), old=first.deals)
    assert not [each for each in partition(parted) if left.intersection(each) and right.intersection(each)]


@given(archives(most=4))
@settings(max_examples=200, deadline=None)
def test_two_claims_of_one_deal_share_a_block_key(articles: list[Article]) -> None:
    told = [statement for each in articles for statement in statements(each)]
    for one in told:
        for other in told:
            assert strength(one, other) == strength(other, one)
            if one is not other and strength(one, other):
                assert one.keys & other.keys


@given(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=4),
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=4),
)
@settings(max_examples=500, deadline=None)
def test_two_names_with_a_relation_share_a_key(one: list[str], other: list[str]) -> None:
    mine, theirs = written(" ".join(one)), written(" ".join(other))
    assert relation(mine, theirs) == relation(theirs, mine)
    if relation(mine, theirs):
        assert set(keys(mine)) & set(keys(theirs))
