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
from enrich.claims.hosts import has_other_tie
from enrich.claims.links import FELLOW, PREDECESSOR, Link
from enrich.claims.news import FIRM, Choice
from enrich.claims.passages import DESIGNATION, ENTITY, GRANT, SOME_HOLDER, Passage
from enrich.claims.passing import is_in_passing
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
    r"\b(?:(?:over|rights|deal|contract|place|baton|role|space)\s(?:\w+\s)?from|replac(?:es?|ed|ing)|succeed(?:s|ed|ing)?|instead\sof|unlike|gone\sis\s(?:the\s)?(?:\w+\s){0,2}?of|"
    r"(?:former|previous|outgoing|last|old)\s(?:[\w-]+\s){0,3}?(?:sponsors?|partners?|backers?),?)\s(?:the\s)?$",
    re.IGNORECASE,
)
# "two new names on their shirts", "both sides will wear"
_HAS_SEVERAL = re.compile(
    r"\b(?:both|two|three|pair\sof)\s(?:[\w-]+\s){0,3}?(?:names|partners|sponsors|backers|deals|contracts|partnerships|agreements)\b",
    re.IGNORECASE,
)
_BOTH = re.compile(
    r"\b(?:both|the\stwo|the\sthree)\s(?:[\w-]+\s){0,2}?(?:sides|clubs|teams|rivals|races|events|competitions|tournaments|festivals|museums|leagues)\b",
    re.IGNORECASE,
)
_FEW = 3
_AND = re.compile(rf"{ENTITY}\sand\s(?:the\s)?{ENTITY}")
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
            pairs = [
                pair
                for pair in _parties(telling, weighed, passages, entities)
                if not has_other_tie(_tied(pair, weighed), passages, entities)
                if not _names(telling, pair) or _may_be_news(choices, pair, telling, passages, entities)
            ]
            if pairs:
                return _led_by(choices, pairs, telling)
    return list(choices)


def _tied(parties: tuple[int, int], weighed: Weighed) -> Pair:
    """Return what sentences say of two, which may be nothing."""
    return next((one for one in weighed.all if (one.sponsor, one.holder) == parties), Pair(*parties))


def _led_by(choices: Sequence[Choice], pairs: Sequence[tuple[int, int]], telling: Passage) -> list[Choice]:
    """Return the choices with the pairs that `telling` tells of as the news, and all others as background."""
    led = []
    for sponsor, holder in pairs:
        known = [choice.pair for choice in choices if _is_of(choice, sponsor, holder)]
        link = Link(telling, 0, len(telling.text), sponsor, holder, _STRENGTH, STORY, filled=True)
        links = [link, *(one for pair in known for one in pair.links)]
        led.append(Choice(Pair(sponsor, holder, links, max(_WEIGHT, *(pair.weight for pair in known), 0.0)), False))
    others = [one for one in choices if (one.pair.sponsor, one.pair.holder) not in pairs]
    return [*led, *(replace(choice, is_background=True) for choice in others)]


def _is_of(choice: Choice, sponsor: int, holder: int) -> bool:
    """Whether a choice is of these two."""
    return (choice.pair.sponsor, choice.pair.holder) == (sponsor, holder)


def _may_be_news(
    choices: Sequence[Choice],
    parties: tuple[int, int],
    telling: Passage,
    passages: Sequence[Passage],
    entities: Sequence[Entity],
) -> bool:
    """Whether two are chosen as news, if of little weight, or early and not in passing."""
    known = [choice for choice in choices if _is_of(choice, *parties)]
    early = telling.order <= _BACK
    return any(
        not one.is_background or (early and not is_in_passing(one.pair, passages, entities)) for one in known
    )


def _names(telling: Passage, parties: tuple[int, int]) -> bool:
    """Whether a sentence names both parties, so that what ties them was to be read in it."""
    return all(telling.named(party) for party in parties)


def _parties(
    telling: Passage, weighed: Weighed, passages: Sequence[Passage], entities: Sequence[Entity]
) -> list[tuple[int, int]]:
    """Return the pairs in view of a sentence, several where it speaks of both, none where it is not clear."""
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
    both = _BOTH.search(telling.words)
    if both and bodies:
        alike = _beside(bodies, passages)
        bodies += [n for n in alike if n not in bodies and n in fits]
        sponsors = [n for n in sponsors if n not in alike]
    payers = _meant(sponsors or either, entities, _HAS_SEVERAL.search(telling.words))
    holds = _meant(bodies or holders or either, entities, both)
    if len(payers) > 1 and len(holds) > 1:
        return []
    pairs = [(payer, holder) for payer in payers for holder in holds if payer != holder]
    return [pair for pair in pairs if _may_be_whose(pair[1], telling, entities)]


def _beside(bodies: Sequence[int], passages: Sequence[Passage]) -> set[int]:
    """Return who is named in one breath with any of the bodies: "⟨Rovers⟩ and ⟨Albion⟩"."""
    pairs = [set(one.entities(found.group())) for one in passages for found in _AND.finditer(one.text)]
    return {number for pair in pairs if pair & set(bodies) for number in pair if number >= 0}


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


def _meant(numbers: Sequence[int], entities: Sequence[Entity], several: re.Match[str] | None) -> Sequence[int]:
    """Return the one named most where all others are parts of it or have it as a part, all where several are."""
    first = min(numbers, key=lambda n: (-len(entities[n].mentions), n), default=None)
    if first is None:
        return []
    alone = all(n == first or families.are_kin(entities[first], entities[n]) for n in numbers)
    return [first] if alone else numbers if several and len(numbers) <= _FEW else []
