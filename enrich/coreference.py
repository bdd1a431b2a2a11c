"""Who "he", "the club" and "the 37-year-old" are: the last one named that the words can mean.

Only what the text makes clear is resolved: a person for he and she, in the writer's own words (a quotation's "he"
is somebody else's choice); a body for "the club" or "the company" when one body of that sort is in view.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import takewhile

from enrich import knowledge
from enrich.findings import ORGANISED
from enrich.groups import Group
from enrich.text import Text
from records.record import EntityKind, Span

K = EntityKind
# Sentences back from a pronoun within which its owner must be named (or meant by another pronoun).
REACH = 4
# Mentions from which a person is whom the story is about, rather than one named once.
_OFTEN = 4

_PERSON_WORDS = "|".join(re.escape(w) for w in sorted(knowledge.words("person_nouns"), key=lambda w: (-len(w), w)))
_BODY_WORDS = "|".join(sorted((w for w in knowledge.pairs("organisation_nouns")), key=lambda w: (-len(w), w)))
_NATIONS = (
    r"[A-Z][a-z]+(?:man|woman)|Australian|American|Brazilian|German|Italian|Spaniard|Swede|Dane|Finn|Argentine|Briton?"
    r"|Scot|Belgian|Canadian|Colombian|Russian|Portuguese|Swiss|Austrian|Pole|Serb|Croat|Kiwi"
)
# Words for bodies that stand for the one whose name ends with them, and for no other.
_CALLED = (
    "council|society|trust|board|commission|institute|academy|alliance|authority|fund|ministry|department|hospital"
    "|symphony|philharmonic|ballet|ensemble|chamber|guild|collective|confederation|consortium|coalition|conservancy"
    "|senate|distillery|bakery|forum|partnership|centre|center|conference"
)
# What may stand between "the German" and the noun it describes.
_ADJECTIVE = r"(?:(?!(?:the|an?|his|her|its|their|of|in|on|at|for|with|to|by|from|and)\b)[a-z-]+ )?"
_SPEAKS = re.compile(r"(?:said|says|added|adds|explained|insisted|told)\s+(?:[\w’'-]+ ){0,5}$")
_SPOKE = re.compile(r" (?:[a-z]+ly )?(?:said|says|wrote|writes|told|tells|added|adds|explained|insisted)\b")
_PRONOUN = re.compile(r"\b(?P<pronoun>[Hh]e|[Hh]im|[Hh]is|[Ss]he|[Hh]er|[Hh]ers|[Hh]imself|[Hh]erself)\b")
_REFERENCE = re.compile(
    rf"\b(?:{_PRONOUN.pattern}"
    rf"|[Tt]he (?P<aged>\d\d[- ]year[- ]old(?: (?:{_PERSON_WORDS}))?)\b"
    rf"|[Tt]he (?P<nation>{_NATIONS})(?= (?!{_ADJECTIVE}(?:{_PERSON_WORDS}|{_BODY_WORDS}))[a-z]|,|\.)"
    r"|(?P<body>(?:[Tt]he|[Tt]his) (?:[a-z]+-based |[A-Z][a-z]+(?:n|sh|se|ch) |[a-z]+ing |[a-z-]+wear ){0,2}"
    rf"(?:{_BODY_WORDS}))(?![\w-])"
    rf"|[Tt]he (?:city |town |county |state |national )?(?P<called>{_CALLED})(?![\w-])"
    rf"|[Tt]he (?P<job>(?:{_PERSON_WORDS}))(?![\w-])"
    r")",
)
_HEARD = re.compile(r"\b(?:told|tells|telling|according to) (?:the )?$")
_QUOTED = re.compile(r"“[^”]*(?:”|\Z)|(?<!\w)\"[^\"]*(?:\"|\Z)")
_AHEAD = re.compile(r"(?:In|For|On|At|During|With|After|Throughout) (?:his|her) [^,.;:\n]{1,40}, ")
# Characters before a sentence's subject at most, and what its name then does not stand behind.
_LEAD = 45
_INSIDE = re.compile(r"\b(?:of|in|with|by|against|for|to|at|from|and|over|about|on|is|was|are|were)\b|[,:“”\"]")
_MALE = frozenset("he him his himself".split())
_MALE_TITLES = frozenset("mr sir lord herr chairman spokesman businessman frontman king prince duke".split())
_FEMALE_TITLES = frozenset(
    "mrs ms miss dame lady mme frau chairwoman spokeswoman businesswoman queen princess duchess actress".split()
)


@dataclass
class Mentions:
    """The mentions that are no names, by group."""

    by_group: dict[int, list[Span]] = field(default_factory=dict)

    def of(self, group: Group) -> list[Span]:
        """Return the nominal and pronominal mentions of a group, in order."""
        return self.by_group.get(id(group), [])


@dataclass
class _Seen:
    """One mention already read: where, whose, in which sentence."""

    at: int
    end: int
    group: Group
    sentence: int
    quoted: bool = False  # in somebody's words
    heard: bool = False  # is told something, as a newspaper is
    owns: bool = False  # only "his" or "her"
    opens: bool = False  # a name with which its sentence begins


def find(text: Text, groups: list[Group]) -> Mentions:
    """Return who the pronouns and nouns of the body mean, where that is clear."""
    names = sorted(((name.start, name, group) for group in groups for name in group.names), key=lambda n: n[0])
    quoted = [match.span() for paragraph in text.paragraphs for match in _quotes(text.body, paragraph)]
    starts = [sentence.start for sentence in text.sentences]
    # "In his remarks, the chairman Brill thanked ..." speaks of Brill, who is named after it.
    ahead = [found.span() for at in starts if (found := _AHEAD.match(text.body, at))]
    references = [
        m for m in _REFERENCE.finditer(text.body) if not any(a <= m.start() < b for a, b in (*quoted, *ahead))
    ]
    genders = {id(group): gender(group, text.body) for group in groups if group.kind is K.PERSON}
    seen: list[_Seen] = []
    mentions = Mentions()
    at = 0
    for match in references:
        while at < len(names) and names[at][0] < match.end():
            start, name, group = names[at]
            spoken = any(a <= start < b for a, b in quoted)
            heard = _HEARD.search(text.body, max(0, start - 18), start) is not None
            inside = bisect_left(starts, start + 1) - 1
            opens = start - starts[inside] <= len("The ") and text.body[name.end : name.end + 1] not in "'’-"
            seen.append(_Seen(start, name.end, group, inside, spoken, heard, opens=opens))
            at += 1
        sentence = bisect_left(starts, match.start() + 1) - 1
        owner = _owner(text, match, seen, sentence, genders)
        near = names[max(0, at - 2) : at + 2]
        if owner is None or any(n[0] < match.end() and n[1].end > match.start() for n in near):
            continue
        # "the betting company Acme" is Acme, whoever else was spoken of.
        if not match["pronoun"] and any(n[0] == match.end() + 1 for n in near):
            continue
        mentions.by_group.setdefault(id(owner), []).append(Span(start=match.start(), end=match.end()))
        owns = (match["pronoun"] or "").casefold() in ("his", "her")
        seen.append(_Seen(match.start(), match.end(), owner, sentence, owns=owns))
    return mentions


def _quotes(body: str, paragraph: Span) -> list[re.Match[str]]:
    return list(_QUOTED.finditer(body, paragraph.start, paragraph.end))


def gender(group: Group, body: str) -> str | None:
    """Return "m" or "f" where the given name or the title before the name says so, else None."""
    for name in group.names:
        before = body[max(0, name.start - 14) : name.start].casefold().split()
        words = [name.words[0].casefold().rstrip("."), *(before[-1:] and [before[-1].rstrip(".")])]
        for word in words:
            if (styled := of_style(word)) is not None:
                return styled
    return of_given(group.words[0]) if len(group.words) > 1 else None  # one word may be a surname


def of_style(word: str) -> str | None:
    """Return "m" or "f" where a word before a name says so ("Mr", "actress"), else None."""
    low = word.casefold().rstrip(".")
    return "m" if low in _MALE_TITLES else "f" if low in _FEMALE_TITLES else None


def told_sex(body: str, sentence: Span) -> str | None:
    """Return "m" or "f" where the writer's own pronouns in a sentence are all of that sex, else None."""
    said = _QUOTED.sub(" ", body[sentence.start : sentence.end])
    sexes = {"m" if match["pronoun"].casefold() in _MALE else "f" for match in _PRONOUN.finditer(said)}
    return sexes.pop() if len(sexes) == 1 else None


def of_given(name: str) -> str | None:
    """Return "m" or "f" where a given name is a man's or a woman's alone, else None."""
    first = name.casefold()
    male, female = first in knowledge.words("first_names_m"), first in knowledge.words("first_names_f")
    return None if male == female else "m" if male else "f"


def _owner(
    text: Text, match: re.Match[str], seen: list[_Seen], sentence: int, genders: dict[int, str | None]
) -> Group | None:
    if match["pronoun"]:
        wanted = "m" if match["pronoun"].casefold() in _MALE else "f"
        owner = _person(
            text,
            seen,
            sentence,
            lambda g: genders.get(id(g)) in (wanted, None),
            told=lambda g: genders.get(id(g)) == wanted,
        )
        if owner is not None and genders[id(owner)] is None:
            genders[id(owner)] = wanted
        return owner
    if match["aged"] or match["nation"]:
        return _person(text, seen, sentence, lambda g: True, central=True)
    if match["body"]:
        noun = match["body"].split(" ", 1)[1]
        return _body(seen, sentence, noun)
    if match["called"]:
        named = (one.group for one in reversed(seen) if one.group.kind in ORGANISED)
        return next((group for group in named if group.words[-1].casefold() == match["called"]), None)
    job = match["job"].casefold()
    holders = {id(s.group): s.group for s in seen if s.group.title and s.group.title.casefold().endswith(job)}
    return next(iter(holders.values())) if len(holders) == 1 else None


def _person(
    text: Text,
    seen: list[_Seen],
    sentence: int,
    fits: Callable[[Group], bool],
    *,
    told: Callable[[Group], bool] = lambda _: False,
    central: bool = False,
) -> Group | None:
    """Return the person in view: the subject of this sentence so far, else of the one before.

    Who is meant stands rather in the writer's words than in a quotation, and where two are in view the writer gives
    the age and the nation of the one whom the story is about (`central`): the one named most. Of two who
    act together a pronoun is rather of the one whose sex is `told`.
    """
    for back in range(REACH + 1):
        inside = [s for s in seen if s.sentence == sentence - back and s.group.kind is K.PERSON and fits(s.group)]
        inside = [s for s in inside if not s.quoted] or (inside if back else [])
        inside = [s for s in inside if not s.owns] or inside  # "her successor, Anna Brill, has signed"
        if len(inside) > 1 and text.body[inside[0].end : inside[1].at] == " and ":
            inside = [s for s in inside if told(s.group)] or inside  # "Kit and Anna met. She spoke": Anna
        if not inside:
            continue
        if central:
            return _central(text, seen, inside, sentence)
        if len({id(s.group) for s in inside}) == 1:
            return inside[0].group
        speaker = _speaker(text, inside)
        return speaker or inside[0].group
    return None


def _central(text: Text, seen: list[_Seen], inside: list[_Seen], sentence: int) -> Group:
    """Return whom the story is about among those in view: of one named in passing it hardly tells the age.

    Whom the sentence before is about is not named in passing: "Ode's chief Anna Brill agreed. The Finn ...".
    """
    times = Counter(id(one.group) for one in seen)
    opening = text.sentences[inside[0].sentence]
    if len({id(one.group) for one in inside}) == 1 and inside[0].sentence == sentence - 1:
        lead = text.body[opening.start : inside[0].at]
        if len(lead) <= _LEAD and not _INSIDE.search(lead):
            return inside[0].group
    nearest = max((one.group for one in inside), key=lambda group: times[id(group)])
    people = (one.group for one in seen if sentence - one.sentence <= REACH and one.group.kind is K.PERSON)
    most = max(people, key=lambda group: times[id(group)])
    return most if times[id(nearest)] == 1 and times[id(most)] >= _OFTEN else nearest


def _speaker(text: Text, inside: list[_Seen]) -> Group | None:
    """Return the one whom the sentence has speak ("..., said Brill", "Brill wrote"), if one does."""
    spoke = (mention.group for mention in inside if _SPOKE.match(text.body, mention.end))
    told = (m.group for m in inside if _SPEAKS.search(text.body[max(0, m.at - 60) : m.at]))
    return next(spoke, None) or next(told, None)


def _body(seen: list[_Seen], sentence: int, noun: str) -> Group | None:
    """Return the body of the noun's sort that was named last, if within reach."""
    nouns = knowledge.pairs("organisation_nouns")
    sort = nouns.get(noun.casefold()) or nouns.get(noun.split(" ")[-1].casefold()) or ""
    near = list(takewhile(lambda mention: sentence - mention.sentence <= 2 * REACH, reversed(seen)))
    near = [mention for mention in near if not mention.heard] or near
    events = (one for one in near if one.group.kind is K.EVENT)
    # "the festival" is rather what is called one than a stage of it
    called = [one for one in events if one.group.words[-1].casefold() == noun.casefold()]

    def fits(group: Group) -> bool:
        other = (group.kind, sort) in ((K.EVENT, "event"), (K.VENUE, "arts"))
        return other or (group.kind in ORGANISED and sort in ("any", *group.sorts))

    last = next((mention for mention in called or near if fits(mention.group)), None)
    if last is None or called:
        return None if last is None else last.group
    # "Acme called in the auditor Bolt. The company ...": whom a sentence begins with goes on to be spoken of.
    first = next((one for one in near if one.opens and one.sentence == last.sentence < sentence), last)
    return first.group if fits(first.group) else last.group
