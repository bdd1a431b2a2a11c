"""One group per thing the document names: its names, and the evidence of what it is.

How names of different spelling come to mean the same is in `aliases`; what each place in the text says of a name's
kind is in `kinds`.
"""

import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache

from enrich import casing, kinds, knowledge, shapes
from enrich.cuts import Name
from enrich.findings import ORGANISED
from enrich.knowledge import Entry
from enrich.rolls import LINE, SAID
from enrich.surroundings import Score, add
from enrich.words import FAMILIAR, first_names, heads, times
from records.record import EntityKind

K = EntityKind
SUFFIX = re.compile(
    r"(?:,?\s+(?:Inc|Incorporated|Ltd|Limited|PLC|plc|Plc|LLC|LLP|Corp|Corporation|Co|Company|GmbH|AG|SA|S\.A|NV|BV"
    r"|Pty|AB|SpA|S\.p\.A)\.?)+$"
)
_CLUB = re.compile(r"\b(?:association )?(f|r|a)(?:ootball|ugby|thletic) club$")
_DOMAIN = re.compile(r"\.(?:com|org|net|tv|io|ai|gg|eu|(?:co|org|com)\.[a-z]{2}|[a-z]{2})$")
# The words around a name, at all its places together, count for no more than so many guesses of the model.
AROUND = 6.0
# A name with a capital inside a sentence so many times, and never without, is one whatever English makes of it.
OFTEN = 3
# Evidence around a name from which the text says what it is ("Lantern, the app"), whatever its words mean.
CALLED = 2.5
# Evidence of a name's own words that says what it is, whatever the text makes of its parts.
HEADED = 2.5
# Mentions up to which a name may be a ware's, and beyond which another is sure to be its maker's.
FEW = 2
# Letters up to which a word in small letters may be another than the acronym ("us", "who").
ACRONYM = 3
# Evidence from which a member of an enumeration says what its others are, and members of a long one.
STRONG = 3
LONG_ROW = 5
# What the model takes names of bodies for.
_BODILY = ("ORG", "PRODUCT")
_AND = re.compile(r"(?:['’]s)?(?: \([^()]{1,40}\))?(?:, (?:and |or )?| and | & | or | / )(?:the )?")


@dataclass(eq=False)
class Group:
    """The names that mean one thing, and what the document says about them."""

    names: list[Name]
    score: Score = field(default_factory=dict)
    joined: list[tuple[str, ...]] = field(default_factory=list)  # the forms, the first the fullest
    sorts: set[str] = field(default_factory=set)  # of a body: club, league, company ...
    title: str | None = None  # of a person, as worded
    affiliation: "Group | None" = None
    entry: Entry | None = None  # what the knowledge base holds of it

    @property
    def words(self) -> tuple[str, ...]:
        """The fullest form."""
        return self.joined[0]

    @property
    def kind(self) -> EntityKind | None:
        """The kind with the most evidence."""
        return kinds.best(self.score)[0]

    def take(self, other: "Group", *, share: float = 1) -> None:
        """Make the other's names this group's own; its evidence counts by `share`."""
        self.names += other.names
        self.joined += [words for words in other.joined if words not in self.joined]
        add(self.score, other.score, share)
        self.sort()

    def sort(self) -> None:
        """Put the fullest form first: the longest that holds the name the knowledge base has, no web address."""
        canonical = key(tuple(self.entry.name.split())) if self.entry else ""

        def rank(words: tuple[str, ...]) -> tuple[bool, bool, int]:
            text = " ".join(words)
            shorter = _DOMAIN.search(text.casefold()) is not None or words[0].casefold() in FAMILIAR
            return (not key(words).startswith(canonical), shorter, -len(text))

        self.joined.sort(key=rank)


@lru_cache(maxsize=8192)
def key(words: tuple[str, ...]) -> str:
    """Return what two spellings of one name share: no article, suffix, web ending, dots, accents or case."""
    text = SUFFIX.sub("", " ".join(words)) or " ".join(words)
    text = (
        unicodedata.normalize("NFKD", text.casefold().replace("’", "'")).encode("ascii", "ignore").decode() or text
    )
    text = _CLUB.sub(r"\1c", _DOMAIN.sub("", text.removeprefix("the ")))
    return re.sub(r"[.,!]", "", re.sub(r"[-‑]", " ", text)).strip()


def plain(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return a person's name without the honorifics before it and the degrees after it; "Dr Ode League" is none."""
    if words[-1].casefold() in heads():
        return words
    honorifics, degrees = knowledge.words("honorifics"), knowledge.words("degrees")
    while len(words) > 1 and words[0].casefold().rstrip(".") in honorifics and words[1] not in ("of", "for"):
        words = words[1:]
    while (
        len(words) > 2 and words[-1].replace(".", "").casefold() in degrees and words[0].casefold() in first_names()
    ):
        words = words[:-1]
    return words


def find(body: str, names: list[Name]) -> dict[str, Group]:
    """Return the groups of equal spelling by their key, each with the evidence of its kind."""
    groups: dict[str, Group] = {}
    for name in names:
        words = plain(name.words)
        group = groups.setdefault(key(words), Group([]))
        group.names.append(name)
        if words not in group.joined:
            group.joined.append(words)
    groups = {spelt: group for spelt, group in groups.items() if not _only_listed(group)}
    fields = _fields(body, names)
    for spelt, group in groups.items():
        _judge(body, group, fields)
        _shortened(spelt, group, groups)
    _own_wares(groups)
    _namesakes(groups)
    _enumerate(body, list(groups.values()))
    return groups


def _own_wares(groups: dict[str, Group]) -> None:
    """Weigh against names that begin with a body's and do not end as one: "Ode Speed RX" is a ware of Ode."""
    for spelt, group in groups.items():
        words = spelt.split()
        if len(words) < 2 or group.entry is not None or len(group.names) > FEW:
            continue
        headed = shapes.of_words(group.words).get(K.ORGANIZATION, 0) >= HEADED
        branch = words[-1] in knowledge.words("places") | {"usa", "uk"} or SUFFIX.search(" ".join(group.words))
        if headed or branch or any(name.enrolled for name in group.names):
            continue
        for size in range(1, len(words)):
            owner = groups.get(" ".join(words[:size]))
            if owner is not None and owner.kind is K.ORGANIZATION and (owner.entry or len(owner.names) > FEW):
                add(group.score, {K.ORGANIZATION: -1.5, K.PERSON: -1.5})
                break


def _namesakes(groups: dict[str, Group]) -> None:
    """Take for a body what has the name of a person of the document and a place: "Anna Brill London"."""
    for spelt, group in groups.items():
        words = spelt.split()
        owner = groups.get(" ".join(words[:-1])) if len(words) > 2 else None
        if owner is None or group.kind is not K.PERSON or owner.kind is not K.PERSON or group.entry is not None:
            continue
        if words[-1] in knowledge.words("places"):
            add(group.score, {K.ORGANIZATION: 2 * HEADED, K.PERSON: -2 * HEADED})


def _only_listed(group: Group) -> bool:
    """Whether a name stands in headings alone, in no roll, and nothing else speaks for it."""
    name = group.names[0]
    short = len(name.words) <= 4 and kinds.best(shapes.of_words(name.words))[1] >= HEADED
    usual = all(casing.ordinary(word) >= 0 for word in name.words)  # rather another heading
    rolled = any(one.enrolled and not (usual and one.enrolled >= LINE) for one in group.names)
    trusted = rolled or any(one.known for one in group.names) or short
    return all(one.listed for one in group.names) and not trusted


def _fields(body: str, names: list[Name]) -> frozenset[str]:
    """Return the sports and arts that the document is about: of its sure names, or named themselves."""
    fields = {name.known.entry.field for name in names if name.known and name.known.sure and " " in name.known.text}
    low = body.casefold()
    fields |= {sport for word, sport in knowledge.pairs("field_words").items() if word in low}
    if "rugby" in fields:
        fields |= {"rugby_union", "rugby_league"}
    return frozenset(fields - {""})


def _judge(body: str, group: Group, fields: frozenset[str]) -> None:
    """Add up the evidence: of the words and the knowledge base once, of the places for up to three mentions."""
    group.sort()
    share = min(len(group.names), 3) / len(group.names)
    around: Score = {}
    for name in group.names:
        add(group.score, kinds.label(name), share)
        add(around, kinds.surroundings(body, name))
    add(group.score, {kind: max(-AROUND, min(AROUND, votes)) for kind, votes in around.items()})
    words = group.names[0].words if len(group.names) == 1 else group.words
    person = all(name.label == "PERSON" for name in group.names)
    spoken = around.get(K.PERSON, 0) > 1 and len(words) == 2
    if person and spoken and words[-1].casefold() in knowledge.words("trade_words"):
        add(group.score, {K.PERSON: 1.5})  # "tennis star Mardy Fish, who ..."
    add(group.score, shapes.of_words(words, person=person))
    if all(name.label in _BODILY for name in group.names):
        add(group.score, shapes.of_seen_body(words))
    if around.get(K.ORGANIZATION, 0) < CALLED:
        add(group.score, _of_usage(body, group, words))
    if fields and len(words) == 2 and _is_team(body, group, words):
        add(group.score, {K.ORGANIZATION: 2.5})
    match = next((name.known for name in group.names if name.known), None)
    branch = knowledge.base().get(words[0]) if len(words) == 2 else None
    if match is None and branch and branch.kind is K.BRAND and words[1].casefold() in knowledge.words("places"):
        add(group.score, {K.ORGANIZATION: 2})  # "Ode Egypt", a company's branch
    if match is not None and not (fields and _is_called_so(match.entry, words)):
        add(group.score, kinds.of_known(match, fields))
        kind = kinds.best(group.score)[0]
        if kind is match.entry.kind or {kind, match.entry.kind} <= ORGANISED:
            group.entry = match.entry


def _is_called_so(brand: Entry, words: tuple[str, ...]) -> bool:
    """Whether a brand has the name of many clubs: "Fever" of a story of sport."""
    return brand.kind is K.BRAND and len(words) == 1 and words[0].casefold() in knowledge.words("club_heads")


def _is_team(body: str, group: Group, words: tuple[str, ...]) -> bool:
    """Whether a name in a story of sport is a town's and a common word's after "the": "the Moro Drift"."""
    named = words[0].casefold() in knowledge.words("places") and words[1].casefold() not in heads()
    articles = sum(body[max(0, name.start - 4) : name.start].casefold() == "the " for name in group.names)
    return named and casing.ordinary(words[1]) > 0 and 2 * articles >= len(group.names)


def _of_usage(body: str, group: Group, words: tuple[str, ...]) -> Score:
    """Return what speaks against a name that English, or this text elsewhere, writes in small letters."""
    if words[0].isalnum() and not words[0][0].isupper() and not words[0].isdigit():
        return {}  # it is written so
    inside = sum(not (name.first or name.listed) for name in group.names)
    small = " ".join(words).casefold()
    if len(small) > ACRONYM or not small.isascii():
        again = times(body, small, "’'-")
        if again > 0 and again >= inside:
            return {K.ORGANIZATION: -2.5, K.PERSON: -2.5}
        if again == 0 and inside >= OFTEN:
            return {}
    return shapes.of_usage(words)


def _shortened(spelt: str, group: Group, groups: dict[str, Group]) -> None:
    """Weigh how the document shortens a name: people to the last word, bodies to the first."""
    words = spelt.split()
    if (
        not 2 <= len(words) <= 4
        or words[0] in knowledge.words("first_of_body")
        or group.entry is not None
        or kinds.best(shapes.of_words(group.words))[1] >= HEADED
    ):
        return
    first, last = words[0] in groups, words[-1] in groups
    named = words[0] in first_names() or casing.ordinary(group.words[-1]) <= 0
    if last and not first and named and words[-1] not in knowledge.words("places"):
        add(group.score, {K.PERSON: 2.5})
    elif first and not last and words[0] in knowledge.words("east_surnames"):
        add(group.score, {K.PERSON: 2.5})  # "Wu" is Wu Zhongmin
    elif first and not last and words[0] not in first_names():
        add(group.score, {K.ORGANIZATION: 1.5})


def _enumerate(body: str, groups: list[Group]) -> None:
    """Let names in one enumeration ("Ode, Brill and Moro") lend their kind to those of little evidence."""
    owners = {id(name): group for group in groups for name in group.names}
    names = sorted((name for group in groups for name in group.names), key=lambda name: name.start)
    row: list[Name] = []
    lent: list[tuple[Group, EntityKind]] = []
    for name in [*names, None]:
        if row and name is not None and _AND.fullmatch(body[row[-1].end : name.start]):
            row.append(name)
            continue
        if len(row) > 2 or (len(row) == 2 and body[row[0].end : row[1].start].strip("’'s") != ", "):
            lent += _lend([owners[id(one)] for one in row])
            _vouch(row, owners)
        row = [name] if name is not None else []
    for group, kind in lent:
        add(group.score, {kind: 1.5})


def _vouch(row: list[Name], owners: dict[int, Group]) -> None:
    """Let the sure bodies of a long enumeration vouch for the names between them ("Ode Bank, Lazy, Moro Trust")."""
    judged = [kinds.best(owners[id(one)].score) for one in row]
    sure = sum(kind in ORGANISED and strength >= STRONG for kind, strength in judged)
    others = any(kind not in (None, *ORGANISED) and strength >= STRONG for kind, strength in judged)
    if len(row) >= LONG_ROW and 2 * sure >= len(row) and not others:
        for one in row:
            one.enrolled = one.enrolled or SAID


def _lend(row: list[Group]) -> list[tuple[Group, EntityKind]]:
    """Return the weak members of an enumeration with the kind of its strong ones, if those agree."""
    judged = [(group, *kinds.best(group.score)) for group in row]
    strong = {kind for _, kind, strength in judged if strength >= STRONG and kind is not None}
    if not strong and 2 * sum(kind is K.PERSON for _, kind, _ in judged) > len(row) > 2:
        strong = {K.PERSON}  # "Pele, Ode and Brill"
    if len(strong) != 1 or K.PLACE in strong:
        return []
    kind = strong.pop()
    return [(group, kind) for group, _, strength in judged if strength < STRONG]
