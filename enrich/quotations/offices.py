"""Who holds an office: the person whose name follows it, across what it is of.

"Acme Group, CEO Jane Roe", "the union's president, Pat Doe", "head of sales for Ode, Moro and Kessel, Jane Roe".
"""

from collections.abc import Sequence

from enrich.quotations import grammar, phrase
from enrich.quotations.cast import Cast, Mention, is_job
from enrich.quotations.clauses import Word
from enrich.quotations.phrase import Phrase

_LEGAL = frozenset("inc ltd llc llp plc corp gmbh".split())
# Words after the first comma of an office within which who holds it is named.
_FIELDS = 24


def in_next(cast: Cast, segments: Sequence[list[Word]]) -> Phrase | None:
    """Return the person whom the segment after an organisation's name begins with, behind a job title."""
    if not segments or not segments[0] or not is_job(segments[0][0]):
        return None
    found = phrase.leading(cast, segments[0])
    return found if found is not None and found.head is not None and found.head.person else None


def apposed_next(cast: Cast, segments: Sequence[list[Word]]) -> Phrase | None:
    """Return the person whose name, with a style or a rank before it, is the whole segment after an office."""
    if len(segments) < 2 or not segments[0]:
        return None
    people = [mention for mention in cast.mentions(segments[0]) if mention.person and not mention.pronoun]
    if len(people) != 1 or people[0].end < segments[0][-1].end:
        return None
    lead = [word for word in segments[0] if word.end <= people[0].start]
    ranked = all(word.text[0].isupper() or word.text == "." for word in lead)
    return Phrase(people[0].start, people[0].end, people[0], "") if ranked else None


def is_office(before: Sequence[Word]) -> bool:
    """Whether the words before a name may be the office of who is named: "Director of Athletics Jane Roe"."""
    named = [word for word in before if word.text[0].isalnum()]
    place = next((n for n, word in enumerate(named) if word.low in grammar.PREPOSITION), None)
    if place is None:
        return True
    return any(map(is_job, named[:place])) and named[-1].text[0].isupper() and not named[-1].low.endswith("'s")


def after_body(cast: Cast, chunk: Sequence[Word], body: Mention) -> Phrase | None:
    """Return the person named after a body and an office of it ("Acme Group, Inc. CEO Jane Roe"), if one is."""
    people = [m for m in cast.mentions(chunk) if m.person and not m.pronoun and m.start >= body.end]
    between = [word for word in chunk if people and body.end <= word.start < people[0].start]
    fits = between and all(
        is_job(word) or word.text in ("and", "&", ",", ".") or word.low in _LEGAL or word.text[0].isupper()
        for word in between
    )
    return Phrase(chunk[0].start, people[0].end, people[0], "") if fits and any(map(is_job, between)) else None


def apposed(cast: Cast, words: Sequence[Word], begin: int, high: int, *, job: bool) -> Mention | None:
    """Return the name that an apposition gives: "the union's president, Pat Doe"."""
    chunk = words[begin : min(begin + 6, high)]
    mentions = cast.mentions(chunk)
    if mentions and mentions[0].start <= chunk[0].start and not mentions[0].pronoun:
        return mentions[0] if mentions[0].person or mentions[0].entity is None or job else None
    return None


def past_fields(cast: Cast, words: Sequence[Word], begin: int, high: int) -> Mention | None:
    """Return the person named after the fields of an office: "head of sales for Ode, Moro and Kessel, Jane Roe"."""
    for segment in phrase.segments(words, begin, min(begin + _FIELDS, high))[1:]:
        mentions = cast.mentions(segment)
        if not segment or any(grammar.is_finite(word, None) for word in segment):
            return None
        if mentions and mentions[0].start <= segment[0].start and mentions[0].person and not mentions[0].pronoun:
            return mentions[0]
    return None
