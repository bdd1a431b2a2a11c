"""Who stands behind a report, and what the parties keep to themselves."""

import pytest

from enrich.findings import Found
from enrich.stages.deals import find
from enrich.text import Text
from records.record import Entity, EntityKind, Quote, QuoteKind, Span, Speaker
from tests.claims import B, P, R, deals

LEAD = "Quillbank has become the main sponsor of Marrow Rovers. "
CAST = {"Quillbank": B, "Marrow_Rovers": R, "Ada_Holm": P}


@pytest.mark.parametrize(
    ("body", "confirmation"),
    [
        ("Marrow Rovers confirmed the news on Friday.", "party_statement"),
        ("The club said the contract was its largest.", "party_statement"),
        ("Marrow Rovers confirmed the news, and Quillbank said it would pay at once.", "both_parties"),
        ("The two parties put out a joint statement.", "both_parties"),
        ("The agreement was announced on Friday.", "party_statement"),
        ("The contract is in a filing with the stock exchange.", "official_document"),
        ("The deal was struck in May, sources close to the talks told the paper.", "unnamed_source"),
        ("The deal was struck in May, according to Harbour Herald.", "named_source"),
        ("The logo is green.", "unattributed"),
    ],
)
def test_who_speaks_stands_behind_the_report(body: str, confirmation: str) -> None:
    (deal,) = deals("Rovers sign Quillbank", LEAD + body, **CAST)
    assert deal.confirmation == confirmation


def test_a_quotation_speaks_for_the_side_its_speaker_works_for() -> None:
    body = LEAD + "“A fine day,” she went on. Ada Holm waved."
    start = body.index("A fine")
    names = (("Quillbank", B, None), ("Marrow Rovers", R, None), ("Ada Holm", P, "Quillbank"))
    found = Found(
        entities=[
            Entity(
                id=f"e{n}",
                kind=kind,
                name=name,
                affiliation=employer,
                mentions=(Span(start=body.index(name), end=body.index(name) + len(name)),),
            )
            for n, (name, kind, employer) in enumerate(names)
        ],
        quotes=[
            Quote(
                text="A fine day,",
                start=start,
                end=start + 11,
                kind=QuoteKind.DIRECT,
                speaker=Speaker(entity_id="e2", name="Ada Holm", affiliation="Quillbank"),
                confidence=0.9,
            )
        ],
    )
    (deal,) = find(Text(body, None, (), None), found)
    told = [body[one.start : one.end] for one in deal.evidence if one.field == "confirmation"]
    assert (deal.confirmation, told) == ("party_statement", ["A fine day,"])


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("Financial terms were not disclosed.", "Financial terms were not disclosed"),
        ("The club declined to say how much it was worth.", "declined to say how much"),
        ("Neither side would comment on the value.", "Neither side would comment on the value"),
        ("Neither the club nor Quillbank gave the exact sum.", "Neither the club nor Quillbank gave the exact sum"),
        ("Quillbank is paying an undisclosed sum.", "undisclosed sum"),
        ("Rovers kept the figures to themselves.", "figures to themselves"),
        ("No figures have been released.", "No figures have been released"),
        ("Its bosses would not be pressed on the terms.", "would not be pressed on the terms"),
        ("The length of the contract was not given.", None),
        ("Eastbrook City did not disclose the value of their deal with Tarn Motors.", None),
    ],
)
def test_what_is_kept_quiet_is_said_with_its_words(body: str, words: str | None) -> None:
    cast = {**CAST, "Eastbrook_City": EntityKind.RIGHTS_HOLDER, "Tarn_Motors": EntityKind.BRAND}
    text = LEAD + body
    (deal,) = (d for d in deals("Rovers sign Quillbank", text, **cast) if d.sponsor.name == "Quillbank")
    told = [text[v.start : v.end] for v in deal.value if v.disclosure == "undisclosed_by_parties"]
    assert told == ([words] if words else [])


def test_whoever_is_not_named_only_reports_a_sum() -> None:
    body = LEAD + "The deal could be worth about £4m a year, the people said."
    (deal,) = deals(None, body, **CAST)
    assert [(v.amount, v.disclosure, v.attribution) for v in deal.value] == [(4e6, "reported", "the people")]
