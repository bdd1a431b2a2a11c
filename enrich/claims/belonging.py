"""Whose a thing is, as an article says it: a club's ground, a federation's cup, a trust's programme."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from enrich.claims.passages import DESIGNATION as D
from enrich.claims.passages import ENTITY as E
from enrich.claims.passages import GRANT as G
from enrich.claims.passages import POSSESSIVE as O
from enrich.claims.passages import Passage
from records.record import Entity, EntityKind

THING = (
    r"(?:programme|program|show|series|tournament|competition|event|festival|conference|stadium|arena|ground|home|venue|season|prize|award|"
    r"awards|cup|league|championship|race|tour|exhibition|academy|team|side|squad|concerts?|podcast|ballpark|rink|theatre|theater|commission)"
)
RUN = r"(?:run|organi[sz]ed|owned|staged|hosted|operated|produced|governed|awarded|administered|sanctioned|put\son)"
_RUNS = r"(?:runs|run|organi[sz]es|owns|operates|stages|hosts|produces|governs|puts on)"
# Who owns what, as English says it: x is the owner, y what is owned.
_OWNED = tuple(
    re.compile(words.replace(" ", r"\s"), re.IGNORECASE)
    for words in (
        rf"(?P<x>{E})['’]s? (?:[\w-]+ ){{0,3}}?(?P<y>{E})(?!['’])",
        rf"(?P<y>{E}),? (?:which is |is |are )?(?:jointly )?{RUN} by (?:the )?(?P<x>{E})",
        rf"(?P<x>{E}),? (?:which |who )?{_RUNS} (?:the )?(?P<y>{E})",
        rf"(?P<x>{E}) (?:have |has |will |is to |are to )?(?:renam|rebrand)(?:e|es|ed|s)? "
        rf"(?:(?:its|their) (?:home,? )?)?(?P<y>{E})",
        rf"(?P<y>{E}) (?:organi[sz]ers?|promoters?|owners?|operators?),? (?:the )?(?P<x>{E})",
        rf"(?P<x>{E}),? (?:the )?(?:organi[sz]ers?|promoters?|owners?|operators?|hosts?) of (?:the )?(?P<y>{E})",
        rf"(?P<x>{E})(?:,? who|, which)? (?:will |have )?play(?:s|ed)? (?:[\w-]+ ){{0,3}}?at (?:the )?(?P<y>{E})",
    )
)
# What is called a thing of its owner's is one, whatever its name looks like: "⟨Swim Safe⟩, ⟨the Trust⟩'s programme"
_OWNED_THINGS = tuple(
    re.compile(words.replace(" ", r"\s"), re.IGNORECASE)
    for words in (
        rf"(?P<y>{E}), (?:which is )?(?:the )?(?P<x>{E})['’]s? (?:[\w’'-]+ ){{0,4}}?{THING}\b",
        rf"(?P<x>{E})['’]s? (?:[\w-]+ ){{0,2}}?{THING},? (?P<y>{E})",
        rf"(?P<y>{E}), (?:the|an?) (?:[\w-]+ ){{0,3}}?{THING}s? (?:that|which) (?:the )?(?P<x>{E}) {_RUNS}\b",
    )
)
# "⟨the Dome⟩, the home of ⟨Rovers⟩", whatever sort of name it looks like
_HOME_OF = re.compile(
    rf"(?P<y>{E}),? (?:the |which is )?(?:[\w,-]+ ){{0,2}}?home (?:\w+ )?(?:of|to) (?:the )?(?P<x>{E})".replace(
        " ", r"\s"
    ),
    re.IGNORECASE,
)
# "⟨The Union⟩ has found a sponsor for ⟨the Cup⟩, which it runs"
_WHICH_IT_RUNS = re.compile(rf"(?P<x>{E})\s[^;.]{{0,80}}?(?P<y>{E}),\s(?:which|that)\sit\s{_RUNS}\b")
# "⟨the Trust⟩, which runs ⟨the award⟩", of the one thing of the article that is called so
_RUNS_IT = re.compile(rf"(?P<x>{E}),?\s(?:which|who)\s{_RUNS}\s(?P<y>{E})".replace(" ", r"\s"))
_SAME_THINGS = (
    {"prize", "award", "awards"},
    {"cup", "tournament", "competition"},
    {"programme", "program", "show", "series"},
)
# "⟨the Cup⟩, the club tournament of ⟨the Federation⟩", whatever sort of name it looks like
_CALLED_A_THING = re.compile(
    rf"(?P<y>{E}),\s(?:the|an?|{E})\s(?:[\w’'-]+\s){{0,3}}?{THING}(?:\sof|,?\s(?:which\sis\s)?(?:jointly\s)?{RUN}\sby)\s"
    rf"(?:the\s)?(?P<x>{E})"
)
# What a sponsor is a sponsor of is a thing of its owner's whatever else it may be.
_OF_A_NOUN = re.compile(
    rf"(?:{D}|{G})\s(?:of|for|at|to)\sthe\s(?P<noun>[\w-]+)['’]s\s(?:[\w-]+\s){{0,2}}?(?P<y>{E})"
)
_OF_ITS_OWNER = re.compile(
    rf"(?:{D}|{G})\s(?:of|for|at|to)\s(?:the\s)?(?P<x>{E})['’]s?\s(?:[\w-]+\s){{0,2}}?(?P<y>{E})", re.IGNORECASE
)
# "⟨The Federation⟩ has named ⟨Acme⟩ title sponsor of its ⟨Cup⟩": the first who is named, or whom "its" means.
_OF_ITS_OWN = re.compile(
    rf"(?:(?:{D}|{G})\s(?:of|for|at|to)|(?:sponsor|back|support)(?:s|ing)?)\s(?P<x>its|their|{O})\s(?:[\w’'-]+\s){{0,2}}?"
    rf"(?:[\w’'-]+,\s(?:the\s)?)?(?P<y>{E})"
)
_FIRST_NAMED = re.compile(f"(?P<x>{E})")
_OVER_RIGHTS = rf"(?:over|about|for|on)\s(?:[\w’'-]+\s){{0,2}}?{G}\s(?:to|of|for)\s(?:the\s)?"
# Who talks with a firm over the naming rights to a ground has them to sell, whichever of the two is named first.
_SELLS = (
    re.compile(rf"(?P<x>{E})(?:\s[\w’'-]+){{1,6}}?\swith\s(?:[\w’'-]+\s){{0,4}}?{E}\s{_OVER_RIGHTS}(?P<y>{E})"),
    re.compile(rf"\swith\s(?:[\w’'-]+\s){{0,4}}?(?P<x>{E})\s{_OVER_RIGHTS}(?P<y>{E})"),
)
THINGS = (EntityKind.EVENT, EntityKind.VENUE)
_OWNERS = (EntityKind.RIGHTS_HOLDER, EntityKind.ORGANIZATION, EntityKind.BRAND)
_GIVERS, _GIVEN = (*_OWNERS, EntityKind.VENUE, EntityKind.EVENT), (*_OWNERS, *THINGS)


def find_owners_of_things(passages: Sequence[Passage], entities: Sequence[Entity]) -> dict[int, int]:
    """Return, for each thing that somebody owns, runs or plays in, its owner: the one said most often."""
    votes: dict[int, Counter[int]] = {}
    for passage in passages:
        named = _named(passage, entities) if len(passage.mentions) > 1 else ()
        for owner, thing in (*named, *_by_a_noun(passage, entities)):
            votes.setdefault(thing, Counter())[owner] += 1
    return {thing: counts.most_common(1)[0][0] for thing, counts in votes.items()}


def _named(passage: Passage, entities: Sequence[Entity]) -> Iterator[tuple[int, int]]:
    """Yield the owners and their things where a sentence names both."""
    told = [_WHICH_IT_RUNS] if " it " in passage.text else []
    told += [_HOME_OF] if "home" in passage.text else []
    for pattern in (*_OWNED, *_OWNED_THINGS, _CALLED_A_THING, *told, _OF_ITS_OWNER, *_SELLS):
        for found in pattern.finditer(passage.text):
            owner, thing = passage.mention(found["x"]).entity, passage.mention(found["y"]).entity
            if min(owner, thing) < 0 or owner == thing:
                continue
            owners = _GIVERS if pattern is _OF_ITS_OWNER else _OWNERS
            things = _GIVEN if pattern in (_OF_ITS_OWNER, _CALLED_A_THING, _HOME_OF, *_OWNED_THINGS) else THINGS
            if pattern in _SELLS and entities[owner].kind is not EntityKind.RIGHTS_HOLDER:
                continue
            if entities[thing].kind in things and entities[owner].kind in owners:
                yield owner, thing
    for found in _OF_ITS_OWN.finditer(passage.text):
        is_sign = len(found["x"]) == 1  # "its" where it is known whom it means
        whose = found if is_sign else _FIRST_NAMED.search(passage.text, 0, found.start())
        if whose is None:
            continue
        owner, thing = passage.mention(whose["x"]).entity, passage.mention(found["y"]).entity
        both = min(owner, thing) >= 0 and owner != thing
        if both and entities[owner].kind in _OWNERS and entities[thing].kind in _GIVEN:
            yield owner, thing


def _by_a_noun(passage: Passage, entities: Sequence[Entity]) -> Iterator[tuple[int, int]]:
    """Yield the owners and their things where a noun stands for one of them."""
    for found in _RUNS_IT.finditer(passage.text):
        owner, it = passage.mention(found["x"]).entity, passage.mention(found["y"])
        only = _only_one(entities, passage.words[it.start : it.end].casefold().split()[-1])
        if owner >= 0 > it.entity and only is not None and only != owner and entities[owner].kind in _OWNERS:
            yield owner, only
    for found in _OF_A_NOUN.finditer(passage.text):  # "the park's ⟨Commission⟩", of whoever is called a park
        called = [n for n, e in enumerate(entities) if e.name.casefold().endswith(" " + found["noun"].casefold())]
        thing = passage.mention(found["y"]).entity
        if len(called) == 1 and thing >= 0 and thing not in called:
            yield called[0], thing


def _only_one(entities: Sequence[Entity], noun: str) -> int | None:
    """Return the one event whose name ends in the noun or one like it, None where there are none or several."""
    words = next((alike for alike in _SAME_THINGS if noun in alike), {noun})
    named = [
        n
        for n, entity in enumerate(entities)
        if entity.kind is EntityKind.EVENT and entity.name.casefold().split()[-1] in words
    ]
    return named[0] if len(named) == 1 else None
