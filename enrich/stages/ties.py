"""Which quotation is about which deal: by whom and what it stands among, and by who speaks.

A chairman who is asked about something else in an article on his sponsor's deal does not speak about the deal.
So a quotation needs two signs: the other party named around it, words of the trade, a speaker who belongs to a
party, or the same speaker going on about it.
"""

import re
from collections import Counter
from collections.abc import Sequence

from enrich.findings import Found
from enrich.text import Text
from records.record import Deal, Quote, Span

NEEDS: tuple[str, ...] = ("quotes", "deals")
VERSION = 1

# Signs are counted; one is not enough.
_ENOUGH = 2
# A paragraph with fewer words beside the quotation ("he said") has its context in the paragraph before.
_CONTEXT_WORDS = 8
_TRADE = re.compile(
    r"\b(?:partner(?:s|ed|ship|ships|ing)?|sponsor(?:s|ed|ship|ships|ing)?|deals?|agreements?|collaborat\w+"
    r"|contracts?|alliances?|announcement|naming rights|shirts?|jerseys?|kits?|brands?|logos?|signing"
    r"|renew\w*|extend(?:s|ed|ing)?|extension|welcom\w+|on board|team(?:ing|ed)? up|join(?:s|ed|ing)? forces)\b",
    re.IGNORECASE,
)


def find(text: Text, found: Found) -> list[tuple[str, ...]]:
    """Return, for each quotation in order, the ids of the deals it is about; background deals have none."""
    news = [deal for deal in found.deals if not deal.is_background]
    shared = Counter(party for deal in news for party in _parties(deal))
    tied: list[tuple[str, ...]] = []
    for place, quote in enumerate(found.quotes):
        before = (found.quotes[place - 1], tied[-1]) if place else None
        context = _context(text, quote)
        signs = {
            deal.id: _signs(text, found, quote, deal, context, before, shared, alone=len(news) == 1)
            for deal in news
        }
        tied.append(tuple(each for each, count in signs.items() if count >= _ENOUGH))
    return tied


def _context(text: Text, quote: Quote) -> Span:
    """Return the paragraph around the quotation, with the one before where it says nothing itself."""
    paragraphs = text.paragraphs
    at = next((i for i, each in enumerate(paragraphs) if each.start <= quote.start < each.end), None)
    if at is None:
        return Span(start=quote.start, end=quote.end)
    own = paragraphs[at]
    beside = text.body[own.start : quote.start] + " " + text.body[quote.end : own.end]
    start = paragraphs[at - 1].start if at and len(beside.split()) < _CONTEXT_WORDS else own.start
    return Span(start=start, end=max(own.end, quote.end))


def _signs(
    text: Text,
    found: Found,
    quote: Quote,
    deal: Deal,
    context: Span,
    before: tuple[Quote, tuple[str, ...]] | None,
    shared: Counter[str],
    *,
    alone: bool,
) -> int:
    """Return how much speaks for the quotation being about the deal; `alone` is the article's only deal."""
    parties = _parties(deal)
    own = _own_party(found, quote, parties)
    named = {entity.id for _, entity in found.within(context.start, context.end)} & parties.keys()
    words = text.body[context.start : context.end]
    named |= {party for party, name in parties.items() if party == name and name in words}
    # Of several deals, a party they share tells none of them from the others.
    others = {party for party in named if party != own and shared[party] == 1}
    signs = 2 if others else 1 if named else 0
    if _TRADE.search(words):
        signs += 2 if alone else 1
    if own is not None:
        signs += 1
        if before is not None and deal.id in before[1] and _who(before[0]) == _who(quote):
            signs += 1
    return signs


def _parties(deal: Deal) -> dict[str, str]:
    """Return the parties' names by entity id, or by the name itself where there is no entity."""
    parties = (deal.sponsor, deal.rights_holder, deal.property)
    return {party.entity_id or party.name: party.name for party in parties if party is not None}


def _own_party(found: Found, quote: Quote, parties: dict[str, str]) -> str | None:
    """Return the party that the speaker is or speaks for."""
    speaker = quote.speaker
    if speaker is None:
        return None
    if speaker.entity_id in parties:
        return speaker.entity_id
    person = found.entity(speaker.entity_id)
    employer = speaker.affiliation or (person.affiliation if person else None)
    if employer is None:
        return None
    for party, name in parties.items():
        entity = found.entity(party)
        names = {name, *((entity.name, *entity.aliases) if entity else ())}
        if employer.casefold() in {each.casefold() for each in names}:
            return party
    return None


def _who(quote: Quote) -> str | None:
    return (quote.speaker.entity_id or quote.speaker.name) if quote.speaker else None


def tied(quotes: Sequence[Quote], ties: Sequence[tuple[str, ...]]) -> tuple[Quote, ...]:
    """Return the quotations with the deals they are about."""
    if not ties:
        return tuple(quotes)
    pairs = zip(quotes, ties, strict=True)
    return tuple(quote.model_copy(update={"deal_ids": ids}) for quote, ids in pairs)
