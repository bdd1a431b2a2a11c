"""Two outlets, one deal: Alibaba and the IOC, field by field, from the two samples that tell it."""

from functools import cache
from pathlib import Path

from enrich.ledger.merging import merge
from enrich.ledger.statement import statements
from enrich.pipeline import enrich
from ingest import reading
from records.deal import MergedDeal
from records.record import Article, EntityKind

SEEDS = Path(__file__).parents[2] / "seeds"


@cache
def articles() -> tuple[Article, ...]:
    """Return both articles, the one from Davos first."""
    return tuple(
        enrich(one)
        for path in sorted(SEEDS.glob("*-alibaba-*"))
        for one in reading.read_file(path)
        if isinstance(one, Article)
    )


@cache
def news() -> tuple[MergedDeal, ...]:
    """Return the merged deals that are news to at least one of the two."""
    told = [claim for article in articles() for claim in statements(article)]
    merged = merge(told, new_id=lambda ref: ref).deals
    return tuple(deal for deal in merged if any(not source.is_background for source in deal.sources))


def olympic_deal() -> MergedDeal:
    [found] = [deal for deal in news() if deal.rights_holder.name == "International Olympic Committee"]
    return found


def test_it_is_one_deal_with_two_sources() -> None:
    deal = olympic_deal()
    assert (deal.sponsor.name, deal.rights_holder.name, len(deal.sources), deal.independent_sources) == (
        "Alibaba Group",
        "International Olympic Committee",
        2,
        2,
    )
    assert deal.property is not None
    assert deal.property.name == "Olympic Games"


def test_its_role_and_designations_are_as_worded() -> None:
    deal = olympic_deal()
    assert deal.role == "worldwide_partner"
    worded = " | ".join(deal.designations)
    for words in ("Worldwide Olympic Partner", "official cloud services", "e-commerce platform services"):
        assert words in worded


def test_alibaba_is_a_founding_partner_of_the_olympic_channel_too() -> None:
    assert any(
        "founding_partner" in deal.roles or any("founding partner" in words for words in deal.designations)
        for deal in news()
    )


def test_its_term_is_stated_and_nothing_is_made_up() -> None:
    term = olympic_deal().term
    assert (term.announced_on, term.start, term.end, term.precision) == ("2017-01-19", None, "2028", "year")


def test_one_source_says_that_the_sum_is_kept_secret_and_no_sum_is_invented() -> None:
    assert [(value.disclosure, value.amount) for value in olympic_deal().value] == [
        ("undisclosed_by_parties", None)
    ]


def test_the_other_sponsors_are_background() -> None:
    sponsors = {deal.sponsor.name for deal in news()}
    assert sponsors == {"Alibaba Group"}


def test_everybody_is_found_and_alibaba_is_no_place() -> None:
    people = {entity.name for one in articles() for entity in one.entities if entity.kind is EntityKind.PERSON}
    places = {entity.name for one in articles() for entity in one.entities if entity.kind is EntityKind.PLACE}
    assert people == {"Jack Ma", "Thomas Bach", "Daniel Zhang", "Qi Xiaozhai", "Xi Jinping", "Donald Trump"}
    assert not {name for name in places if "Alibaba" in name}


def test_the_caption_is_no_part_of_the_text() -> None:
    olympics = articles()[1]
    assert len(olympics.captions) == 1
    assert "swap presents" not in olympics.text


def test_it_covers_six_editions() -> None:
    worded = " | ".join(olympic_deal().editions)
    for edition in ("PyeongChang 2018", "Tokyo 2020", "Beijing 2022", "2024", "2026", "2028"):
        assert edition in worded


def test_the_group_lends_a_quotation_the_speaker_that_one_outlet_leaves_out() -> None:
    davos = [quote for quote in articles()[0].quotes if quote.text.startswith("transform the global")]
    assert [quote.speaker for quote in davos] == [None]
    groups = [group for group in olympic_deal().quotes if group.text.startswith("transform the global")]
    assert [(group.speaker and group.speaker.name, len(group.copies)) for group in groups] == [("Thomas Bach", 2)]
