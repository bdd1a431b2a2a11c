"""A quotation is about a deal if two signs say so: the other party, words of the trade, the speaker's employer."""

from enrich.findings import Found
from enrich.stages import ties
from enrich.text import Text
from records.record import Article, Deal, Entity, EntityKind, Party, Quote, Span
from tests.stories import claim, quote

BANK, CLUB, UNION = "Velmora Bank", "Harrow Vale FC", "Lacrosse Union"


def told(body: str, *deals: Deal, speakers: tuple[str | None, ...], employer: str = CLUB) -> list[tuple[str, ...]]:
    """Return the ties of the quotations in `body`, marked «so», each by the speaker in turn."""
    quotes, plain = [], ""
    for place, part in enumerate(body.replace("»", "«").split("«")):
        if place % 2:
            who = speakers[place // 2]
            quotes.append(quote(part, who=who, start=len(plain), affiliation=employer))
        plain += part
    names = (BANK, CLUB, UNION)
    entities = [
        Entity(id=name, kind=EntityKind.ORGANIZATION, name=name, mentions=tuple(_mentions(plain, name)))
        for name in names
    ]
    quotes = [_by_name(each) for each in quotes]
    return ties.find(
        Text.of(Article(id="a", text=plain)), Found(entities=entities, quotes=quotes, deals=list(deals))
    )


def _by_name(each: Quote) -> Quote:
    speaker = each.speaker.model_copy(update={"entity_id": each.speaker.name}) if each.speaker else None
    return each.model_copy(update={"speaker": speaker})


def _mentions(body: str, name: str) -> list[Span]:
    at = body.find(name)
    return [Span(start=at, end=at + len(name))] if at >= 0 else []


def deal(number: int = 1, sponsor: str = BANK, holder: str = CLUB, **more: bool) -> Deal:
    made = claim(sponsor, holder, number=number, **more)
    return made.model_copy(
        update={
            "sponsor": Party(entity_id=sponsor, name=sponsor),
            "rights_holder": Party(entity_id=holder, name=holder),
        }
    )


def test_the_other_party_beside_the_quotation_ties_it() -> None:
    body = "«They have been neighbours for a century,» Mara Quill said of Velmora Bank."
    assert told(body, deal(), speakers=("Mara Quill",)) == [("d1",)]


def test_a_party_speaking_of_the_partnership_and_going_on_about_it_is_tied() -> None:
    body = (
        "«A partnership like this is rare,» said Mara Quill, and smiled at the people in the room.\n\n"
        "The rain had stopped by then, Quill put away the papers and went on: «It took nine months.»"
    )
    assert told(body, deal(), speakers=("Mara Quill", "Mara Quill")) == [("d1",), ("d1",)]


def test_what_a_party_says_about_something_else_is_not_tied() -> None:
    body = (
        "Harrow Vale FC lost again on Sunday in the rain at the old ground by the river.\n\n"
        "Asked about the referee, Mara Quill could only shake her head before leaving: «I have no words for it.»"
    )
    assert told(body, deal(), speakers=("Mara Quill",)) == [()]


def test_of_two_deals_the_one_whose_own_party_is_named_has_the_quotation() -> None:
    body = "Velmora Bank was first. «We chose them for their patience and their good sense,» Mara Quill said."
    assert told(body, deal(1), deal(2, UNION), speakers=("Mara Quill",)) == [("d1",)]


def test_the_paragraph_before_counts_where_the_own_one_says_nothing() -> None:
    body = "The deal with Velmora Bank had its critics, as every deal has.\n\n«Let them come,» Quill said."
    assert told(body, deal(), speakers=("Quill",)) == [("d1",)]


def test_a_deal_in_passing_has_no_quotations() -> None:
    body = "«Velmora Bank did much for us in the partnership,» Quill said."
    assert told(body, deal(background=True), speakers=("Quill",)) == [()]


def test_every_quotation_keeps_its_place() -> None:
    quotes = [quote("one"), quote("two")]
    assert [each.deal_ids for each in ties.tied(quotes, [(), ("d1",)])] == [(), ("d1",)]
    assert ties.tied(quotes, []) == tuple(quotes)
