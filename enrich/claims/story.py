"""The two that a story is of where no sentence names both: "Acme makes shoes. The Games have a new sponsor."

A writer who calls one side by name and the other by a noun, or both by nouns, counts on nobody else being in view
who could be meant. So where an opening sentence tells of a sponsorship, and one likely sponsor and one likely
holder are named near it, they are its parties.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from enrich.claims import families
from enrich.claims.beginnings import is_of_something_else, tells
from enrich.claims.evidence import Pair, Weighed
from enrich.claims.links import FELLOW, PREDECESSOR, Link
from enrich.claims.news import FIRM, Choice
from enrich.claims.passages import DESIGNATION, ENTITY, GRANT, SOME_HOLDER, Passage
from records.record import Entity, EntityKind

STORY = "story"
# How well whoever is in view fits a side, and how much better than the other; how well at all, where nobody does.
_CLEARLY, _APART, _AT_ALL = 0.65, 0.3, 0.6
# How strongly a sentence ties two that it does not both name, and what a pair so tied weighs: enough to be news.
_STRENGTH, _WEIGHT = 0.3, FIRM + 0.02
# The sentences before and after the one that tells, in which the parties are in view.
_BACK, _ON = 3, 2
# The last of the sentences that tell what the news is, and the relevance from which it may be a sponsorship.
_EARLY, _SPOKEN_OF = 6, 0.15
# "presenting sponsor of ⟨the Lake Night⟩": whose it is, is said.
_OF = re.compile(rf"(?:(?:{DESIGNATION}|{GRANT})(?:\s(?:of|for))?|\bsponsor)\s(?:the\s)?(?P<whose>{ENTITY})")
# "the naming rights from ⟨Acme⟩", "gone is the logo of ⟨Acme⟩": who has left is no party to what begins.
_LEFT = re.compile(
    r"\b(?:from|replac(?:es?|ed|ing)|succeed(?:s|ed|ing)?|instead\sof|unlike|gone\sis\s(?:the\s)?(?:\w+\s){0,2}?of|"
    r"(?:former|previous|outgoing|last|old)\s(?:[\w-]+\s){0,3}?(?:sponsors?|partners?|backers?),?)\s(?:the\s)?$",
    re.IGNORECASE,
)
_SAID = 50  # characters before a name that say so
# "its sponsorship of the ski federation" is of no event.
_OF_BODY = re.compile(
    r"\s(?:of|for)\s(?:an?|the|its|their)\s(?:[\w-]+\s){0,2}?(?:federation|association|union|board|committee|club|team|side|university)\b"
)


def with_story(
    choices: Sequence[Choice],
    weighed: Weighed,
    passages: Sequence[Passage],
    entities: Sequence[Entity],
    relevance: float,
) -> list[Choice]:
    """Return the choices and, where none is surely news, the pair that the article is of as the only news."""
    sure = any(not choice.is_background and choice.pair.weight >= FIRM for choice in choices)
    if sure or relevance < _SPOKEN_OF or is_of_something_else(passages):
        return list(choices)
    for telling in passages[: _EARLY + 1]:
        if not telling.is_title and tells(telling, passages):
            parties = _parties(telling, weighed, passages, entities)
            if parties is not None and (not _names(telling, parties) or _is_news(choices, parties)):
                return _led_by(choices, *parties, telling)
    return list(choices)


def _led_by(choices: Sequence[Choice], sponsor: int, holder: int, telling: Passage) -> list[Choice]:
    """Return the choices with a pair that `telling` tells of as the news, and all others as background."""
    link = Link(telling, 0, len(telling.text), sponsor, holder, _STRENGTH, STORY, filled=True)
    known = [choice for choice in choices if _is_of(choice, sponsor, holder)]
    links = [link, *(one for choice in known for one in choice.pair.links)]
    weight = max(_WEIGHT, *(choice.pair.weight for choice in known), 0.0)
    others = [replace(choice, is_background=True) for choice in choices if choice not in known]
    return [Choice(Pair(sponsor, holder, links, weight), False), *others]


def _is_of(choice: Choice, sponsor: int, holder: int) -> bool:
    """Whether a choice is of these two."""
    return (choice.pair.sponsor, choice.pair.holder) == (sponsor, holder)


def _is_news(choices: Sequence[Choice], parties: tuple[int, int]) -> bool:
    """Whether two are chosen as news, if of little weight."""
    return any(_is_of(choice, *parties) and not choice.is_background for choice in choices)


def _names(telling: Passage, parties: tuple[int, int]) -> bool:
    """Whether a sentence names both parties, so that what ties them was to be read in it."""
    return all(telling.named(party) for party in parties)


def _parties(
    telling: Passage, weighed: Weighed, passages: Sequence[Passage], entities: Sequence[Entity]
) -> tuple[int, int] | None:
    """Return the sponsor and the holder in view of a sentence, None where it is not clear who they are."""
    near = _named_near(telling, passages) - _gone(weighed)
    fits = {n: weighed.fit(n) for n in near if entities[n].kind is not EntityKind.PLACE}
    sponsors = [n for n, fit in fits.items() if fit.sponsor >= max(_CLEARLY, fit.holder + _APART)]
    holders = [n for n, fit in fits.items() if fit.holder >= max(_CLEARLY, fit.sponsor + _APART)]
    headed = {mention.entity for one in passages if one.is_title for mention in one.mentions}
    holders = [n for n in holders if n in headed or entities[n].kind is not EntityKind.PERSON]
    bodies = [n for n in holders if entities[n].kind is not EntityKind.PERSON]
    # Beside one who is clearly one side, somebody who may be either is the other.
    either = [n for n in fits.keys() - {*sponsors, *holders} if entities[n].kind is not EntityKind.PERSON]
    either = [n for n in either if fits[n].sponsor + fits[n].holder > _AT_ALL]
    sponsor, holder = _only(sponsors or either, entities), _only(bodies or holders or either, entities)
    if sponsor is None or holder is None or sponsor == holder:
        return None
    return (sponsor, holder) if _may_be_whose(holder, telling, entities) else None


def _may_be_whose(holder: int, telling: Passage, entities: Sequence[Entity]) -> bool:
    """Whether the sponsor that a sentence tells of may be a holder's, or is somebody else's by a name or noun."""
    said = _OF.search(telling.text)
    if said is not None and telling.mention(said["whose"]).entity not in (holder, SOME_HOLDER):
        return False
    event = entities[holder].kind is EntityKind.EVENT
    return not (event and any(_OF_BODY.match(telling.words, one.end) for one in telling.designations))


def _gone(weighed: Weighed) -> set[int]:
    """Return the sponsors whose place others take, or beside whom others step."""
    return {pair.sponsor for pair in weighed.all if all(link.cue in (PREDECESSOR, FELLOW) for link in pair.links)}


def _named_near(telling: Passage, passages: Sequence[Passage]) -> set[int]:
    """Return who is named in the headline and in the sentences around one."""
    first, last = telling.order - _BACK, telling.order + _ON
    near = [one for one in passages if one.is_title or first <= one.order <= last]
    return {
        mention.entity
        for one in near
        for mention in one.mentions
        if mention.named
        and mention.entity >= 0
        and not _LEFT.search(one.words, max(0, mention.start - _SAID), mention.start)
    }


def _only(numbers: Sequence[int], entities: Sequence[Entity]) -> int | None:
    """Return the one named most where all others are parts of it or have it as a part, else None."""
    if not numbers:
        return None
    first = min(numbers, key=lambda n: (-len(entities[n].mentions), n))
    alone = all(n == first or families.are_kin(entities[first], entities[n]) for n in numbers)
    return first if alone else None
