"""Claims of several articles become deals: the same parties, a compatible role, an overlapping window."""

import pytest

from enrich.knowledge import Entry
from enrich.ledger import statement
from records.record import (
    Article,
    Disclosure,
    Entity,
    EntityKind,
    EventType,
    Known,
    Party,
    Role,
    Status,
    ValueBasis,
)
from tests.stories import article, claim, merged, partition, refs, value


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (claim("Velmora Bank plc", "Harrow Vale FC"), claim("Velmora", "Harrow Vale")),
        (claim("Velmora", "World Lacrosse Union"), claim("Velmora", "WLU")),
        (claim("Velmora", "West Harrowick Albion"), claim("Velmora", "West Harrow")),
        (claim("SunMill.com", "Tessel Open 2031"), claim("Sun Mill", "2031 Tessel Open")),
        (claim("Velmora", "Northgate United"), claim("Velmora", "Northgate Utd")),
        (
            claim("Velmora", "World Lacrosse Union", part="Lacrosse World Games"),
            claim("Velmora", "Lacrosse World Games"),
        ),
        (
            claim("Velmora", "World Lacrosse Union", part="Lacrosse World Games"),
            claim("Velmora", "World Lacrosse Union"),
        ),
        (claim(role=Role.SHIRT_FRONT), claim(role=Role.PRINCIPAL)),
        (claim(role=Role.OFFICIAL_PARTNER), claim(role=Role.OFFICIAL_SPONSOR)),
        (
            claim(role=Role.NAMING_RIGHTS, part="Vale Stadium"),
            claim(role=Role.NAMING_RIGHTS, part="Velmora Stadium"),
        ),
        (claim("Velmora", "Ferrick Foxes"), claim("Velmora", "Foxes")),
        (
            claim("Velmora", "Team Sturm", term={"years": 3.0}),
            claim("Velmora Cycles", "Sturm", term={"years": 3.0}),
        ),
        (claim("Velmora", role=Role.AMBASSADOR), claim("Velmora", role=Role.KIT_SUPPLIER)),
        (claim("Velmora", "Harrow Vale"), claim("Velmora", "Harrow Vale", part="Velmora Stadium")),
        (claim("Velmora", "Velmora Tessel Marathon"), claim("Velmora", "Tessel Marathon")),
        (
            claim("Velmora", "Harrow Ice Palace", role=Role.NAMING_RIGHTS),
            claim("Velmora", "Harrow Moose", role=Role.NAMING_RIGHTS, part="Velmora Arena"),
        ),
    ],
)
def test_different_words_for_one_deal_make_one_deal(one, other) -> None:
    assert partition(merged(article("a", one), article("b", other, at="2031-03-03"))) == [["a/d1", "b/d1"]]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (claim("Velmora", "Harrow Vale"), claim("Velmora", "Harrow Vale Women")),
        (claim("Velmora", "Harrow Vale"), claim("Velmora", "Harrow Vale", part="Harrow Vale Women")),
        (claim("Velmora", "Harrow Vale"), claim("Velmora", "Harrow Vale", part="Harrow Vale Academy")),
        (claim("Velmora", "Harrow Vale"), claim("Velmora", "Harrow Vale", part="Vale Stadium")),
        (claim("Velmora", "Northgate United"), claim("Velmora", "Northgate City")),
        (claim("Velmora Bank"), claim("Velmora Air Racing")),
        (claim("Velmora", "Tessel Open"), claim("Ostrey", "Tessel Open")),
        (claim(role=Role.SHIRT_FRONT), claim(role=Role.SHIRT_SLEEVE)),
        (claim(role=Role.SHIRT_FRONT), claim(role=Role.KIT_SUPPLIER)),
        (claim("Velmora", "Tessel Summit 2031"), claim("Velmora", "Tessel Summit 2032")),
        (
            claim("Velmora", "Harrow Ice Palace", role=Role.NAMING_RIGHTS),
            claim("Velmora", "Tessel Moose", role=Role.NAMING_RIGHTS, part="Velmora Arena"),
        ),
        (
            claim("Velmora", "World Lacrosse Union", part="Men's Cup"),
            claim("Velmora", "World Lacrosse Union", part="Day of Play"),
        ),
    ],
)
def test_another_part_role_party_or_edition_is_another_deal(one, other) -> None:
    outcome = merged(article("a", one), article("b", other, at="2031-06-20"))
    assert partition(outcome) == [["a/d1"], ["b/d1"]]


class FakeBase:
    """Knows one federation with its event, and one firm with two brands."""

    def get(self, name: str) -> Entry | None:
        owners = {"Aurel Games": "Aurel Union", "Zest": "Foodworks", "Crunch": "Foodworks"}
        if name not in {*owners, *owners.values()}:
            return None
        return Entry(name, EntityKind.ORGANIZATION, "", "", owners.get(name))


def known(name: str) -> Entity:
    return Entity(
        id=name, kind=EntityKind.ORGANIZATION, name=name, known=Known(id=FakeBase().get(name).id, name=name)
    )


def told(name: str, sponsor: str, holder: str) -> Article:
    """Return an article whose parties the knowledge base knows."""
    deal = claim(sponsor, holder, role=Role.TITLE).model_copy(
        update={
            "sponsor": Party(entity_id=sponsor, name=sponsor),
            "rights_holder": Party(entity_id=holder, name=holder),
        }
    )
    return article(name, deal, entities=(known(sponsor), known(holder)))


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        (("Zest", "Aurel Games"), ("Zest", "Aurel Union"), True),
        (("Zest", "Aurel Games"), ("Foodworks", "Aurel Games"), True),
        (("Zest", "Aurel Games"), ("Crunch", "Aurel Games"), False),
    ],
)
def test_an_event_is_its_federations_and_a_brand_its_firms(monkeypatch, one, other, together) -> None:
    monkeypatch.setattr(statement, "base", FakeBase)
    assert (len(merged(told("a", *one), told("b", *other)).deals) == 1) is together


def firm(name: str) -> Entity:
    return Entity(id=name, kind=EntityKind.ORGANIZATION, name=name)


@pytest.mark.parametrize(
    ("text", "together"),
    [
        ("Lumo, the broadband brand of Teravik Group, is on the shirts.", True),
        ("Lumo is on the shirts. Its parent is abroad: Lumo's owner, Teravik Group, has other plans.", True),
        ("Teravik Group, the parent company of Lumo, pays for the shirts.", True),
        ("Teravik Group's Lumo unit pays for the shirts.", True),
        ("Lumo is on the shirts. It outbid Teravik Group, a brand of another sort.", False),
        ("Lumo is on the shirts, and Teravik Group is not.", False),
    ],
)
def test_a_brand_is_its_firms_as_an_article_says(text: str, together: bool) -> None:
    entities = (firm("Lumo"), firm("Teravik Group"))
    one = article("a", claim("Lumo", role=Role.SHIRT_FRONT), text=text, entities=entities)
    other = article("b", claim("Teravik Group", role=Role.SHIRT_FRONT))
    assert (len(merged(one, other).deals) == 1) is together


def test_a_title_has_no_part_in_it() -> None:
    same = {"title": "Velmora signs on the dotted line"}
    outcome = merged(
        article("a", claim("Velmora", "Harrow Vale"), **same), article("b", claim("Velmora", "Tessel Open"), **same)
    )
    assert partition(outcome) == [["a/d1"], ["b/d1"]]


def test_a_short_name_that_two_clubs_share_joins_the_one_whose_news_is_near() -> None:
    outcome = merged(
        article("a", claim("Velmora", "Northgate United"), at="2031-03-01"),
        article("b", claim("Velmora", "Northgate City"), at="2031-05-20"),
        article("c", claim("Velmora", "Northgate"), at="2031-05-21"),
    )
    assert partition(outcome) == [["a/d1"], ["b/d1", "c/d1"]]


def test_a_renewal_is_a_deal_of_its_own_that_supersedes_the_first() -> None:
    first = article("a", claim(end="2033"), at="2030-03-01")
    again = article("b", claim(event=EventType.RENEWAL, end="2036"), at="2033-02-01")
    old, new = merged(first, again).deals
    assert (refs(old), refs(new)) == (["a/d1"], ["b/d1"])
    assert (old.superseded_by, new.supersedes) == (new.id, old.id)


def test_a_renewal_in_undated_articles_is_told_by_its_end() -> None:
    first = article("a", claim(end="2033"), at=None)
    again = article("b", claim(event=EventType.RENEWAL, end="2036"), at=None)
    old, new = sorted(merged(first, again).deals, key=lambda deal: deal.term.end or "")
    assert (old.superseded_by, new.supersedes) == (new.id, old.id)


def test_a_new_sponsor_ends_the_one_before() -> None:
    first = article("a", claim("Velmora", role=Role.SHIRT_FRONT), at="2028-06-01")
    other = article("b", claim("Ostrey", role=Role.SHIRT_SLEEVE), at="2028-06-01")
    successor = article("c", claim("Quenby", role=Role.SHIRT_FRONT, event=EventType.REPLACEMENT), at="2031-06-01")
    found = {deal.sponsor.name: deal for deal in merged(first, other, successor).deals}
    assert found["Quenby"].replaces == found["Velmora"].id
    assert found["Velmora"].replaced_by == found["Quenby"].id
    assert found["Velmora"].status is Status.EXPIRED
    assert found["Ostrey"].status is Status.ANNOUNCED


def test_one_partner_leaves_and_another_comes_without_taking_its_place() -> None:
    both = article(
        "a",
        claim("Velmora", event=EventType.TERMINATION, status=Status.TERMINATED),
        claim("Ostrey", number=2),
    )
    assert [deal.replaces for deal in merged(both).deals] == [None, None]


def test_of_two_sponsors_told_of_together_the_new_one_ends_the_old() -> None:
    both = article(
        "a",
        claim("Velmora", role=Role.SHIRT_FRONT, event=EventType.TERMINATION, status=Status.TERMINATED),
        claim("Ostrey", role=Role.SHIRT_FRONT, event=EventType.REPLACEMENT, number=2),
        at=None,
    )
    old, new = merged(both).deals
    assert (old.replaces, old.replaced_by, new.replaces, new.replaced_by) == (None, new.id, old.id, None)


def test_a_contract_over_several_editions_goes_by_the_name_of_any() -> None:
    one = claim("Velmora", "Tessel Games 2032", editions=("Tessel 2032", "Tessel 2036"))
    other = claim("Velmora", "Tessel Games 2036", term={"years": 8})
    assert partition(merged(article("a", one), article("b", other))) == [["a/d1", "b/d1"]]


def test_news_of_the_old_contract_weeks_before_its_renewal_is_of_the_old_one() -> None:
    active = article("a", claim(event=EventType.EXPANSION, end="2031"), at="2031-02-01")
    renewal = article("b", claim(event=EventType.RENEWAL, end="2035"), at="2031-03-01")
    assert partition(merged(active, renewal)) == [["a/d1"], ["b/d1"]]


def test_an_end_is_news_of_the_deal_that_ends() -> None:
    (deal,) = merged(
        article("a", claim(end="2033"), at="2030-03-01"),
        article("b", claim(event=EventType.TERMINATION, status=Status.TERMINATED), at="2032-03-01"),
    ).deals
    assert (deal.status, deal.event_type) == (Status.TERMINATED, EventType.TERMINATION)


def test_a_rumour_joins_the_deal_it_ran_ahead_of() -> None:
    (deal,) = merged(
        article("a", claim(event=EventType.RUMOUR, status=Status.RUMOURED), at="2031-01-10"),
        article("b", claim(), at="2031-06-01"),
    ).deals
    assert (deal.status, deal.event_type, deal.disagreements) == (Status.ANNOUNCED, EventType.NEW, ())


def test_a_mention_supports_a_deal_and_never_makes_one() -> None:
    news = article("a", claim())
    mention = article("b", claim(background=True), claim("Ostrey", number=2, background=True), at="2031-04-01")
    (deal,) = merged(news, mention).deals
    assert refs(deal) == ["a/d1", "b/d1"]
    assert deal.independent_sources == 1
    assert [source.is_background for source in deal.sources] == [False, True]
    assert merged(mention).deals == ()


def test_a_mention_of_a_deal_that_is_over_is_not_of_the_new_one() -> None:
    new = article("a", claim(at := "Velmora"), at="2031-03-01")
    recalled = article("b", claim(at, background=True, status=Status.EXPIRED), at="2031-03-02")
    assert partition(merged(new, recalled)) == [["a/d1"]]


@pytest.mark.parametrize(("event", "joined"), [(EventType.EXPANSION, True), (EventType.NEW, False)])
def test_a_mention_a_year_before_is_of_the_deal_that_is_widened_and_not_of_a_new_one(
    event: EventType, joined: bool
) -> None:
    recalled = article("a", claim(background=True, end="2034"), at="2030-03-01")
    news = article("b", claim(event=event, end="2034"), at="2031-03-01")
    assert partition(merged(recalled, news)) == [["a/d1", "b/d1"] if joined else ["b/d1"]]


def test_sums_stand_side_by_side_with_who_says_so() -> None:
    secret = value(None, None, disclosure=Disclosure.UNDISCLOSED_BY_PARTIES)
    (deal,) = merged(
        article("a", claim(value=(secret,))),
        article("b", claim(value=(value(600e6, "USD", attribution="a person close to the talks"),))),
        article("c", claim(value=(value(800e6, "USD", attribution="an industry newsletter"),))),
    ).deals
    assert [(each.article_id, each.amount, each.disclosure.value) for each in deal.value] == [
        ("a", None, "undisclosed_by_parties"),
        ("b", 600e6, "reported"),
        ("c", 800e6, "reported"),
    ]
    (worth,) = deal.disagreements
    assert worth.field == "value"
    assert [(each.article_ids, each.attribution) for each in worth.positions] == [
        (("a",), None),
        (("b",), "a person close to the talks"),
        (("c",), "an industry newsletter"),
    ]


def test_a_yearly_sum_agrees_with_its_total() -> None:
    (deal,) = merged(
        article("a", claim(term={"years": 3}, value=(value(120e6, basis=ValueBasis.TOTAL),))),
        article("b", claim(term={"years": 3}, value=(value(40e6, basis=ValueBasis.PER_YEAR),))),
    ).deals
    assert deal.disagreements == ()


def test_what_most_independent_sources_say_stands_and_the_others_are_kept() -> None:
    (deal,) = merged(
        article("a", claim(end="2034")), article("b", claim(end="2035")), article("c", claim(end="2034-06-30"))
    ).deals
    assert deal.term.end == "2034-06-30"
    assert [(each.field, [(p.value, p.article_ids) for p in each.positions]) for each in deal.disagreements] == [
        ("term.end", [("2034-06-30", ("a", "c")), ("2035", ("b",))])
    ]


def test_a_copy_and_a_second_article_of_one_outlet_are_no_second_source() -> None:
    wire = " ".join(
        f"The {n}th sentence of the wire tells how the club and the bank came to terms." for n in range(30)
    )
    (deal,) = merged(
        article("a", claim(), text=wire),
        article("b", claim(), text="By our own correspondent. " + wire[: int(len(wire) * 0.8)]),
        article("c", claim(), outlet="The a Post"),
        article("d", claim()),
    ).deals
    assert [(each.article_id, each.independent, each.copy_of) for each in deal.sources] == [
        ("a", True, None),
        ("b", False, "a"),
        ("c", False, None),
        ("d", True, None),
    ]
    assert deal.independent_sources == 2


def test_a_bank_on_the_arena_may_become_the_clubs_bank_weeks_later() -> None:
    arena = claim("Velmora", "Harrow Vale", part="Velmora Stadium", role=Role.NAMING_RIGHTS)
    bank = claim("Velmora", "Harrow Vale", role=Role.OFFICIAL_PARTNER)
    assert partition(merged(article("a", arena), article("b", bank, at="2031-03-20"))) == [["a/d1"], ["b/d1"]]
    assert partition(merged(article("a", arena), article("b", bank, at="2031-03-03"))) == [["a/d1", "b/d1"]]


def test_who_is_surely_meant_by_one_article_need_not_be_by_each() -> None:
    """Two short names agree with the day and the end of one report; the other gives no end."""
    full = claim("Velmora Steelworks", "Harrow Vale Hornets", end="2034", role=Role.OFFICIAL_SPONSOR)
    bare = claim("Velmora Steelworks", "Harrow Vale Hornets", role=Role.SHIRT_FRONT)
    short = claim("Velmora", "Harrow", end="2034", role=Role.PRINCIPAL)
    told = [article("a", full), article("b", bare, at="2031-03-02"), article("c", short, at="2031-03-04")]
    assert partition(merged(*told)) == [["a/d1", "b/d1", "c/d1"]]
    assert partition(merged(*reversed(told))) == [["a/d1", "b/d1", "c/d1"]]
