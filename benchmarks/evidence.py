"""Are the characters that a deal's fields point at the characters they were read from?

Checked for every deal found, right or wrong: each span lies in the text, the spans of a party name it, and
those of a designation, an end, a length and a sum contain what the field says.
"""

import re

from benchmarks.names import plain, words
from benchmarks.runs import Pair, Result
from records.record import Article, Confirmation, Deal

# Fields that may hold several values.
_EACH = ("value.amount", "value.min", "value.disclosure", "designations", "editions")
# Lengths as newspapers spell them, and one year without its number.
ONE_MORE = ["another", "further", "additional", "extra", "year-long", "season-long"]
NUMBERS = "zero one two three four five six seven eight nine ten eleven twelve".split()


def score(pairs: list[Pair], result: Result) -> None:
    """Count each field of each found deal: has it evidence, and does the evidence contain its value?"""
    given, holds = result.share("fields with evidence"), result.share("evidence on the right characters")
    for pair in pairs:
        for number, deal in enumerate(pair.found.deals, 1):
            has = {evidence.field for evidence in deal.evidence}
            for field, right, told in checks(pair.found, deal):
                if given.count(field in has):
                    holds.count(right)
                result.case(pair.labelled.stem, "evidence", right, f"found deal {number} {told}")


def checks(article: Article, deal: Deal) -> list[tuple[str, bool, str]]:
    """Return name, rightness and wording for each field of `deal` that must have evidence."""
    spans: dict[str, list[str]] = {}
    for evidence in deal.evidence:
        spans.setdefault(evidence.field, []).append(article.text[evidence.start : evidence.end])
    checked = []
    for field, wanted in _wanted(article, deal).items():
        at = [text for name, texts in spans.items() if name == field for text in texts]
        if field in _EACH:  # one span for each of them, in any order
            right = all(any(_holds(text, [one]) for text in at) for one in wanted)
        else:
            right = bool(at) and all(_holds(text, wanted) for text in at)
        checked.append((field, right, f"{field}: {at} for {wanted}"))
    return checked


def _wanted(article: Article, deal: Deal) -> dict[str, list[str]]:
    """Return the forms, any of which the evidence of a field must contain; none where any text will do."""
    forms = {
        entity.id: [entity.name, *entity.aliases, *_mentions(article, entity.id)] for entity in article.entities
    }
    wanted = {
        "sponsor": [deal.sponsor.name, *forms.get(deal.sponsor.entity_id or "", [])],
        "rights_holder": [deal.rights_holder.name, *forms.get(deal.rights_holder.entity_id or "", [])],
        "role": [],
        "status": [],
        "event_type": [],
    }
    if deal.property:
        wanted["property"] = [deal.property.name, *forms.get(deal.property.entity_id or "", [])]
    if deal.designations:
        wanted["designations"] = list(deal.designations)
    if deal.term.end:
        wanted["term.end"] = [deal.term.end[:4], deal.term.end[2:4]] if deal.term.basis != "derived" else []
    if deal.term.years:
        years = deal.term.years
        spelled = [NUMBERS[int(years)]] if years in range(len(NUMBERS)) else ["month", "half"]
        spelled += ONE_MORE if years == 1 else []
        wanted["term.years"] = [f"{years:g}", *spelled] if deal.term.basis != "derived" else []
    if deal.term.start:
        wanted["term.start"] = []  # a season or a month may be reckoned from the day of publication
    if deal.term.announced_on:
        wanted["term.announced_on"] = []
    wanted |= _sums(article, deal)
    if deal.editions:
        wanted["editions"] = list(deal.editions)
    if deal.territory:
        wanted["territory"] = [deal.territory]
    if deal.exclusive is not None:
        wanted["exclusive"] = []
    if deal.confirmation is not Confirmation.UNATTRIBUTED:
        wanted["confirmation"] = []
    return wanted


def _sums(article: Article, deal: Deal) -> dict[str, list[str]]:
    """Return where each sum and each silence of the deal stands, by the field that its evidence names."""
    wanted: dict[str, list[str]] = {}
    for value in deal.value:
        field = "value.disclosure" if value.min is None else "value.min"
        field = "value.amount" if value.amount is not None else field
        wanted.setdefault(field, []).append(article.text[value.start : value.end])
    return wanted


def _mentions(article: Article, entity_id: str) -> list[str]:
    return [
        article.text[mention.start : mention.end]
        for entity in article.entities
        if entity.id == entity_id
        for mention in entity.mentions
    ]


def _holds(text: str, wanted: list[str]) -> bool:
    """Return whether `text` has one of the wanted forms, or is part of one; any words do where none is wanted."""
    if not wanted:
        return bool(words(text))
    folded = plain(re.sub(r"\s+", " ", text))
    return bool(folded) and any(plain(form) in folded or folded in plain(form) for form in wanted)
