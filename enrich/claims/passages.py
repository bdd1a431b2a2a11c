"""The title and the sentences of an article with each name as one sign, so that grammar can be read around them.

In a passage's `text` every mention of an entity is one character (`ENTITY`) and every designation one
(`DESIGNATION`): "Acme is the official tyre partner of Rovers" becomes "⟨0⟩ is the ⟨d0⟩ of ⟨1⟩". A pattern can then
ask for "an entity, a form of to be, a designation" and get who and what at once.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise, zip_longest

from enrich.claims import patterns
from enrich.claims.headline import named_in
from enrich.claims.mentions import Bodies, Mention, is_description, is_dress, is_possessive, is_seat
from enrich.claims.roles import Designation, find_designations
from enrich.text import Text
from records.record import Entity, EntityKind, Evidence, Span

# Private-use characters stand for mentions and designations; the text itself is searched without them.
_FIRST_ENTITY, _FIRST_POSSESSIVE, _LAST_POSSESSIVE = 0xE000, 0xE800, 0xEFFF
_FIRST_DESIGNATION, _FIRST_GRANT, _LAST_GRANT = 0xF000, 0xF400, 0xF7FF
ENTITY = f"[{chr(_FIRST_ENTITY)}-{chr(_FIRST_POSSESSIVE - 1)}]"
POSSESSIVE = f"[{chr(_FIRST_POSSESSIVE)}-{chr(_LAST_POSSESSIVE)}]"  # "its", "their", where the entity is known
DESIGNATION = f"[{chr(_FIRST_DESIGNATION)}-{chr(_FIRST_GRANT - 1)}]"
GRANT = f"[{chr(_FIRST_GRANT)}-{chr(_LAST_GRANT)}]"  # what is given, not who: "title sponsorship", "naming rights"
# The entities that "the Danish club", "the airline" and "the striker" stand for where nothing says which.
SOME_HOLDER, SOME_SPONSOR, SOME_ATHLETE = -1, -2, -3
# The headline says what the news is, the first sentences repeat it; what comes late recalls.
_TITLE_WEIGHT = 3.0
_LEAD_WEIGHTS = (2.0, 1.6, 1.3)
_BODY_WEIGHT, _TAIL_WEIGHT, _TAIL_FROM = 1.0, 0.7, 12
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_GRANT = re.compile(r"(?:sponsorships?|ambassadorship|rights)$", re.IGNORECASE)


@dataclass(frozen=True)
class Passage:
    """The title (order 0) or one sentence. `start` is its offset in the body; those in the title prove nothing."""

    order: int
    start: int
    words: str
    text: str
    places: tuple[int, ...]  # the offset in `words` of each character of `text`, and one past the last
    mentions: tuple[Mention, ...]  # offsets in `words`
    designations: tuple[Designation, ...]

    @property
    def is_title(self) -> bool:
        """Whether this is the headline."""
        return self.order == 0

    @cached_property
    def span(self) -> Span:
        """Where in the body this sentence stands."""
        return Span(start=self.start, end=self.start + len(self.words))

    @property
    def weight(self) -> float:
        """How much what is said here counts: a headline says what the news is, what comes late recalls."""
        if self.is_title:
            return _TITLE_WEIGHT
        if self.order <= len(_LEAD_WEIGHTS):
            return _LEAD_WEIGHTS[self.order - 1]
        return _BODY_WEIGHT if self.order <= _TAIL_FROM else _TAIL_WEIGHT

    def mention(self, sign: str) -> Mention:
        """Return the mention that a character of `text` stands for."""
        number = ord(sign)
        return self.mentions[number - (_FIRST_POSSESSIVE if number >= _FIRST_POSSESSIVE else _FIRST_ENTITY)]

    def designation(self, sign: str) -> Designation:
        """Return the designation that a character of `text` stands for."""
        number = ord(sign)
        return self.designations[number - (_FIRST_GRANT if number >= _FIRST_GRANT else _FIRST_DESIGNATION)]

    def evidence(self, field: str, start: int, end: int) -> Evidence:
        """Return the words from `start` to `end` of `words` as what a field of a deal was read from."""
        return Evidence(field=field, start=self.start + start, end=self.start + end)

    def entities(self, signs: str) -> list[int]:
        """Return the entity numbers of the mentions in a stretch of `text`, in order, each once."""
        numbers = [self.mention(sign).entity for sign in signs if _FIRST_ENTITY <= ord(sign) <= _LAST_POSSESSIVE]
        return list(dict.fromkeys(numbers))

    def named(self, entity: int) -> Mention | None:
        """Return the first mention by name of an entity here."""
        return next((m for m in self.mentions if m.entity == entity and m.named), None)


def passages(text: Text, entities: Sequence[Entity]) -> list[Passage]:
    """Return the title, if there is one, and every sentence, in order; none begins with its dateline.

    Where a report was written is neither side of what it tells.
    """
    names = [(entity.name, *entity.aliases) for entity in entities]
    all_mentions = sorted(
        (
            Mention(m.start, m.end, number, _is_name(text.body[m.start : m.end], names[number]))
            for number, entity in enumerate(entities)
            for m in entity.mentions
        ),
        key=lambda m: (m.start, -m.end),
    )
    starts = [m.start for m in all_mentions]
    bodies = Bodies.of(entities)
    result = []
    if text.title:
        title = _PRIVATE.sub("\ufffd", text.title)
        result.append(_passage(0, 0, title, named_in(title, entities, names), bodies))
    for order, span in enumerate(_without_datelines(text, all_mentions, entities), 1):
        here = all_mentions[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
        shifted = (
            Mention(m.start - span.start, m.end - span.start, m.entity, m.named) for m in here if m.end <= span.end
        )
        result.append(_passage(order, span.start, _PRIVATE.sub("\ufffd", text.words(span)), shifted, bodies))
    return result


def _without_datelines(text: Text, mentions: Sequence[Mention], entities: Sequence[Entity]) -> Iterator[Span]:
    """Yield the sentences, what is before the dash of a dateline left out where it names nothing but places."""
    named = [m.start for m in mentions if entities[m.entity].kind is not EntityKind.PLACE]
    lines = [line for line in text.datelines if not any(line.start <= at < line.text for at in named)]
    for span in text.sentences:
        line = next((one for one in lines if one.start < span.end and span.start < one.text), None)
        if line is None:
            yield span
        elif line.text < span.end:
            words = text.body[line.text : span.end]
            yield Span(start=span.end - len(words.lstrip()), end=span.end)


def _is_name(words: str, names: tuple[str, ...]) -> bool:
    return words in names or words[:1].isupper() or words[:1].isdigit() or not words.islower()


# (An athlete with a capital is a paper: "told the Insider".)
_NOMINAL = re.compile(
    rf"\b(?:the|this)\s(?:(?!(?:will|would|to|is|are|has|have)\s)[\w’'-]+\s){{0,3}}?(?:(?P<firm>{patterns.parts('parties')['FIRM']})|(?P<club>{patterns.parts('parties')['HELD']})|(?P<athlete>(?-i:(?=[a-z])){patterns.parts('parties')['ATHLETE']}))\b"
    rf"(?!\s(?:{patterns.parts('parties')['CLUB']}|{patterns.parts('parties')['FIRM']}|seasons?|campaign)\b)"
    r"(?!\s(?:pods?|sponsors?|partners?|ambassadors?|suppliers?|of|in|at|for(?!\s(?:[\w-]+\s){1,3}(?:years?|seasons?)\b)|deal|contract|partnership|name|campaign)\b|['’]s\s(?:sponsor|partner|deal))",
    re.IGNORECASE,
)


# What goes on after a noun that only says what the name before it is, and not what it does.
_APPOSED = re.compile(r",|\s(?:with|that|which|whose|behind|based|owned|from)\b")


# A sponsor, and what stands between it and its name: "the new sponsors are Acme and Bolt".
_IS_SPONSOR = re.compile(r"\bsponsors?$", re.IGNORECASE)
_NAMES = re.compile(r"[,:] (?:the )?| (?:is|are|was|were|will be|includes?|included) (?:the )?")
_NAME_UNKNOWN = re.compile(r"\s[A-Z][\w’'-]*\s[A-Z][\w’'-]*$")
_PREDICATE = re.compile(
    r"\b(?:is|are|was|were|be|been|being|becom(?:e|es|ing)|became|remains?|announced\sas|unveiled\sas|named\sas|confirmed\sas)\s$",
    re.IGNORECASE,
)

# "signs on as the official piano supplier": what somebody is called, whatever the noun.
_TAKEN_ON = re.compile(
    r"\b(?:continu|serv|act|sign|join|com(?:e|es|ing)\b|came|nam|chos|appoint|confirm|select|renew|extend|stay|step|unveil|announc|welcom|"
    r"br(?:ing|ought)|add)\w*(?:\s[\w’'-]+){0,4}\sas\s$"
)
_CALLED = re.compile(
    r"\b(?:official|exclusive|preferred|title|presenting|main|principal|lead|sole|founding)\b", re.IGNORECASE
)
_BEFORE_NOUN = 60  # characters before a noun that tell it


# What a league is called, whose clubs the noun behind its name stands for, and what may stand before that noun.
_LEAGUE = re.compile(
    r"(?:league|championship|premiership|conference|division|series|tour|cup|liga|ligue|serie|bundesliga|one|two|1|2|b)$|"
    r"^[A-Z0-9]+$",
)
_SPORT = re.compile(r"\s(?:[a-z-]+\s){0,2}$")


def _is_own_noun(words: str, name: Mention, at: int) -> bool:
    """Whether the noun at `at` says what the name before it is: a team, but no team of a league or a place."""
    own = words[name.start : name.end]
    if not name.named or not {" ", "-"} & set(own) or _LEAGUE.search(own.casefold()) or own.isupper():
        return False
    return bool(_SPORT.fullmatch(words, name.end, at)) if name.end < at else False


# "Oslo's women's tennis event", unless its name follows.
_HELD_THERE = re.compile(
    r"['’]s(?:\s[a-z’'-]+){0,4}?\s(?:event|tournament|race|marathon|regatta|festival|exhibition|rally|competition|arena|stadium)\b"
    r"(?!['’]s|,?\s(?:the\s)?[A-Z])"
)


def _held_there(words: str, mention: Mention, bodies: Bodies) -> Mention:
    """Return, for a place whose event or ground is spoken of, the unknown body that is held or stands there."""
    found = _HELD_THERE.match(words, mention.end) if mention.named and mention.entity in bodies.places else None
    return mention if found is None else Mention(mention.start, found.end(), SOME_HOLDER, False)


_ADJECTIVE = 2  # blanks between a name and a noun with a word between them


def _with_nominals(words: str, kept: list[Mention], bodies: Bodies) -> list[Mention]:
    """Return the mentions and, as unknown entities, the nouns that stand for one: "the Championship club"."""
    new: list[Mention] = []
    kept = [_held_there(words, mention, bodies) for mention in kept]
    for found in _NOMINAL.finditer(words):
        number = SOME_SPONSOR if found["firm"] else SOME_HOLDER if found["club"] else SOME_ATHLETE
        if any(m.named and m.start == found.end() + 1 for m in kept):  # "the betting company Acme" stands for Acme
            continue
        if _APPOSED.match(words, found.end()) and any(
            m.named and words[m.end : found.start()] == ", " for m in kept
        ):
            continue  # "Acme, the insurer with a pine tree" is Acme
        if _IS_SPONSOR.search(found.group()) and any(
            m.named and m.start > found.end() and _NAMES.fullmatch(words, found.end(), m.start) for m in kept
        ):
            continue  # "its new sponsor, Acme," says what Acme is
        inside = [m for m in kept if m.start < found.end() and found.start() < m.end]
        before = words[max(0, found.start() - _BEFORE_NOUN) : found.start()]
        if _PREDICATE.search(before) or (_CALLED.search(found.group()) and _TAKEN_ON.search(before)):
            # "Acme is the new sponsor" is of one, not of two, and "Rovers are the only Lake Tour squad"
            if found["club"] and all(m.end < found.end() and m.entity not in bodies.brands for m in inside):
                kept = [m for m in kept if m not in inside]
            continue
        if found["firm"] and any(words.startswith(("'s", "’s"), m.end) for m in inside):
            continue  # "the marathon's sponsors" are the marathon's
        if found["club"] and any(_is_own_noun(words, m, found.start("club")) for m in inside):
            continue  # "the Marrow Wyverns basketball team" are they
        own = bodies.named if found["firm"] else bodies.brands
        noun = found.start(found.lastindex or 0)
        if any(m.named and m.entity in own and words.count(" ", m.end, noun) <= _ADJECTIVE for m in inside):
            continue  # "the Acme team" and "the Acme factory team" are Acme's
        if not inside and _NAME_UNKNOWN.search(found.group()):
            continue  # "the Lake Tour" is a name
        # A name inside only says which sort: its league, its country.
        if all(found.start() < m.start and m.end < found.end() for m in inside):
            kept = [m for m in kept if m not in inside]
            new.append(Mention(found.start(), found.end(), number, False))
    return sorted(kept + new, key=lambda m: m.start) if new else kept


# A headline leaves articles out: "Ode to leave Acme with striker in talks with Bolt", "City lost as sponsor quits".
_BARE = re.compile(
    rf"\b(?:as|with|after|and|but)\s(?:(?P<firm>{patterns.parts('parties')['FIRM']})"
    rf"|(?P<club>{patterns.parts('parties')['HELD']})|(?P<athlete>{patterns.parts('parties')['ATHLETE']}))"
    r"(?=\s(?:in|to|is|are|will|could|may|set|out|[a-z]+(?:s|ed))\b)"
)


def _with_bare_nouns(words: str, kept: list[Mention]) -> list[Mention]:
    """Return the mentions of a headline and, as unknown entities, nouns without an article that stand for one."""
    new: list[Mention] = []
    for found in _BARE.finditer(words):
        number = SOME_SPONSOR if found["firm"] else SOME_HOLDER if found["club"] else SOME_ATHLETE
        start = found.start(found.lastgroup or 0)
        if not any(m.start < found.end() and start < m.end for m in kept):
            new.append(Mention(start, found.end(), number, False))
    return sorted(kept + new, key=lambda m: m.start) if new else kept


# "Rovers striker signs boot deal", where the article says who; not "Acme drops driver".
_OF_BODY = re.compile(
    rf"(?:['’]s?)?\s(?:(?!\w+s\s)[a-z]+\s)?{patterns.parts('parties')['ATHLETE']}(?=\s(?:to\s)?(?-i:[a-z]))",
    re.IGNORECASE,
)


def _athlete_of(words: str, mention: Mention) -> Mention:
    """Return the unnamed athlete of a body where a headline opens with the body and a noun, else the mention."""
    found = _OF_BODY.match(words, mention.end) if mention.start == 0 and mention.named else None
    return mention if found is None else Mention(0, found.end(), SOME_ATHLETE, False)


def _is_of_itself(words: str, name: Mention, noun: Mention) -> bool:
    """Whether a noun only says what the name before it is: "⟨Acme⟩, the insurer with a pine tree"."""
    same = name.entity == noun.entity and name.named and not noun.named
    return same and words[name.end : noun.start] == ", " and not is_possessive(words, noun)


_BEFORE_VERB = re.compile(
    r"(?:^|\s)(?:(?:to|will|would|not|never|also|which|that|who|proudly|currently|should|could|can|may|must|now|who['’]ll)"
    r"|(?:to|will|would)\s[a-z]+(?:\s(?:at|in|with))?\sand)\s$",  # "will present at and sponsor the fair"
    re.IGNORECASE,
)
_VERB_SEEN = 40  # characters before a word that tell a verb


_VERBS = frozenset("sponsor sponsors co-sponsor co-sponsors partner partners".split())


def _is_verb(words: str, designation: Designation, name_ends: set[int]) -> bool:
    """Whether a bare "sponsors" or "partners" is what somebody does, not what somebody is."""
    if designation.words.casefold() == "no longer sponsor":
        return True
    if designation.words.casefold() not in _VERBS:
        return False
    before, after = words[: designation.start], words[designation.end : designation.end + 6]
    if designation.words.casefold().startswith("partner") and re.match(r"\s(?:with|up)\b", after):
        return not re.search(r"\b(?:a|the|an|as|its|their|official)\s$", before[-12:], re.IGNORECASE)
    if re.match(r"\s(?:of|for)\s|\s?[,.;:]|$", after):
        return False
    if (
        re.match(r"Sponsors?$", designation.words)
        and re.match(r"\s[A-Z]", after)
        and re.search(r"[A-Z][\w’'-]*\s$", before)
    ):
        # A headline in capitals: "Acme Computers Sponsor Rovers". But "Cup Sponsor Acme to Leave" calls Acme so.
        return designation.words.endswith("s") or re.search(r"s\s$|\b(?:and|&)\s[^,]{1,40}$", before) is not None
    return designation.start - 1 in name_ends or bool(_BEFORE_VERB.search(before[-_VERB_SEEN:]))


# "the Renault Formula One team", "Renault's F1 sponsorship": the second name says only which of the first's.
_OF_TEAM = re.compile(
    r"\s(?:racing\s)?(?:team|squad|outfit|constructor|operation|cars?|drivers?|sponsorships?|sponsors?|deals?)\b",
    re.IGNORECASE,
)


# "Team ⟨Acme⟩" are those whom Acme outfits.
_TEAM = re.compile(r"Team\s(?=[A-Z])")


def _passage(order: int, start: int, words: str, mentions: Iterable[Mention], bodies: Bodies) -> Passage:
    kept: list[Mention] = []
    given = [
        replace(m, start=m.start + 5) if m.entity in bodies.brands and _TEAM.match(words, m.start) else m
        for m in mentions
    ]
    for mention, after in zip_longest(given, given[1:]):
        if is_description(words, mention, after, bodies) or (order and is_seat(words, mention, kept)):
            continue
        apart = not kept or mention.start >= kept[-1].end
        describes = bool(kept) and mention.start == kept[-1].end + 1 and _OF_TEAM.match(words, mention.end)
        if apart and not describes and not is_dress(words, mention):
            kept.append(mention)
    kept = _with_nominals(words, kept, bodies)
    if order == 0:
        kept = _with_bare_nouns(words, [_athlete_of(words, mention) for mention in kept])
    kept = kept[:1] + [m for before, m in pairwise(kept) if not _is_of_itself(words, before, m)]
    kept = kept[: _FIRST_POSSESSIVE - _FIRST_ENTITY]
    designations = [
        d
        for d in find_designations(words, tuple(m.end for m in kept), frozenset(m.end for m in kept if m.named))
        if not any(m.start < d.end and d.start < m.end for m in kept)
        and not _is_verb(words, d, {m.end for m in kept})
    ][: _FIRST_GRANT - _FIRST_DESIGNATION]
    signs = sorted(
        [
            (m.start, m.end, chr((_FIRST_POSSESSIVE if is_possessive(words, m) else _FIRST_ENTITY) + i))
            for i, m in enumerate(kept)
        ]
        + [
            (d.start, d.end, chr((_FIRST_GRANT if _GRANT.search(d.words) else _FIRST_DESIGNATION) + i))
            for i, d in enumerate(designations)
        ]
    )
    pieces: list[str] = []
    places: list[int] = []
    at = 0
    for begin, end, sign in signs:
        pieces.append(words[at:begin] + sign)
        places += [*range(at, begin), begin]
        at = end
    pieces.append(words[at:])
    places += range(at, len(words) + 1)
    return Passage(order, start, words, "".join(pieces), tuple(places), tuple(kept), tuple(designations))
