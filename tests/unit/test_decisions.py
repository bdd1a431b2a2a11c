"""What lasts of a deal: its id, its revisions, and what a person joined, parted or set."""

from enrich.ledger.cluster import Decision
from records.deal import DealState
from records.record import Status
from tests.stories import article, claim, day, merged, partition, refs


def test_an_id_is_kept_while_claims_come_and_a_revision_counts_the_changes() -> None:
    one, two = article("a", claim(), at="2031-03-02"), article("b", claim(end="2034"), at="2031-03-01")
    first = merged(one, now=day("2031-03-02"))
    second = merged(one, two, old=first.deals, now=day("2031-03-05"))
    third = merged(two, one, old=second.deals, now=day("2031-03-09"))
    (deal,) = second.deals
    assert (deal.id, deal.revision, deal.updated_at) == (first.deals[0].id, 2, day("2031-03-05"))
    assert [(each.kind, each.fields) for each in second.changes] == [
        ("updated", ("term", "independent_sources", "sources", "claims", "first_reported_at"))
    ]
    assert (third.deals, third.changes) == (second.deals, ())


def test_a_deal_without_claims_is_retracted_and_comes_back_under_its_id() -> None:
    one = article("a", claim())
    first = merged(one)
    gone = merged(article("a"), old=first.deals)
    (change,) = gone.changes
    assert (gone.deals, change.kind, change.deal.state) == ((), "retracted", DealState.RETRACTED)
    back = merged(one, old=(change.deal,))
    assert [(each.kind, each.deal.id, each.deal.revision) for each in back.changes] == [
        ("announced", first.deals[0].id, 3)
    ]


def test_an_article_read_anew_does_not_pass_a_deals_id_to_another_sponsor() -> None:
    before = merged(article("a", claim("Velmora"), claim("Ostrey", number=2)))
    after = merged(article("a", claim("Ostrey")), old=before.deals)
    ids = {deal.sponsor.name: deal.id for deal in before.deals}
    assert [deal.id for deal in after.deals] == [ids["Ostrey"]]
    assert [(each.kind, each.deal.id) for each in after.changes if each.kind == "retracted"] == [
        ("retracted", ids["Velmora"])
    ]


def test_joining_by_hand_keeps_the_older_id_and_undoing_it_brings_the_other_back() -> None:
    articles = article("a", claim("Velmora")), article("b", claim("VLM Holdings"), at="2031-03-02")
    apart = merged(*articles)
    join = Decision("join", frozenset({"a/d1"}), frozenset({"b/d1"}))
    joined = merged(*articles, decisions=(join,), old=apart.deals)
    assert [refs(deal) for deal in joined.deals] == [["a/d1", "b/d1"]]
    assert [(each.kind, each.deal.id, each.other) for each in joined.changes] == [
        ("updated", apart.deals[0].id, None),
        ("merged", apart.deals[1].id, apart.deals[0].id),
    ]
    known = (*joined.deals, *(each.deal for each in joined.changes if each.kind == "merged"))
    restored = merged(*articles, old=known)
    assert [(deal.id, refs(deal)) for deal in restored.deals] == [(d.id, refs(d)) for d in apart.deals]
    assert [(each.kind, each.deal.id, each.other) for each in restored.changes] == [
        ("updated", apart.deals[0].id, None),
        ("split", apart.deals[1].id, apart.deals[0].id),
    ]


def test_parting_by_hand_holds_for_later_claims() -> None:
    articles = [article("a", claim(end="2034")), article("b", claim(end="2034"))]
    whole = merged(*articles)
    part = Decision("part", frozenset({"a/d1"}), frozenset({"b/d1"}))
    parted = merged(*articles, decisions=(part,), old=whole.deals)
    assert partition(parted) == [["a/d1"], ["b/d1"]]
    later = merged(*articles, article("c", claim(end="2034")), decisions=(part,), old=parted.deals)
    assert sorted(map(len, partition(later))) == [1, 2]
    assert {deal.id for deal in later.deals} == {deal.id for deal in parted.deals}


def test_what_a_person_set_is_not_overwritten() -> None:
    first = merged(article("a", claim(end="2034")))
    locks = {first.deals[0].id: {"term.end": "2035-06-30", "status": "suspended"}}
    (deal,) = merged(
        article("a", claim(end="2034")), article("b", claim(end="2036")), old=first.deals, locks=locks
    ).deals
    assert (deal.term.end, deal.status, deal.locked) == ("2035-06-30", Status.SUSPENDED, ("status", "term.end"))
