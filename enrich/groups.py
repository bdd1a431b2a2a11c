"""Which names mean the same: surname and full name, acronym and long form, short and long names of a body."""

import re
from dataclasses import dataclass, field

from enrich import kinds, knowledge
from enrich.kinds import Score
from enrich.knowledge import Entry
from enrich.names import PARTICLES, Name
from records.record import EntityKind

K = EntityKind
SUFFIX = re.compile(
    r"(?:,?\s+(?:Inc|Incorporated|Ltd|Limited|PLC|plc|Plc|LLC|LLP|Corp|Corporation|Co|Company|GmbH|AG|SA|S\.A|NV|BV"
    r"|Pty|AB|SpA|S\.p\.A)\.?)+$"
)
# Words that a body's long name has and its short name lacks.
_GENERIC = frozenset(
    "group groupe holding holdings company corporation international brands brand worldwide global uk usa"
    " us europe america football club fc afc cf sc town athletic cricket rugby soccer basketball rovers"
    " wanderers association federation foundation stores airlines airways air lines bank insurance motor"
    " motors motorsport systems solutions technologies technology entertainment media studios partners"
    " energy electronics beverages brewing brewery breweries theatre co properties capital ventures"
    " enterprises industries mutual financial services credit union lawyers jewelers jewellers uniforms"
    " network networks communications sports sport gaming esports racing team".split()
)
ORGANISED = frozenset({K.ORGANIZATION, K.BRAND, K.RIGHTS_HOLDER})


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


def key(words: tuple[str, ...]) -> str:
    """Return what two spellings of one name share: no article, suffix, dots, marks or case."""
    text = SUFFIX.sub("", " ".join(words)) or " ".join(words)
    text = text.casefold().replace("’", "'").removeprefix("the ")
    return re.sub(r"[.,!]", "", re.sub(r"[-‑]", " ", text)).strip()


def find(body: str, names: list[Name]) -> list[Group]:
    """Return the groups of the document, in order of first mention."""
    groups: dict[str, Group] = {}
    fields = _fields(body, names)
    for name in names:
        words = _plain(name.words)
        group = groups.setdefault(key(words), Group([]))
        group.names.append(name)
        if words not in group.joined:
            group.joined.append(words)
    for group in groups.values():
        _judge(body, group, fields)
    _enumerate(body, list(groups.values()))
    found = _acronyms(body, groups)
    found = _people(found)
    found = _known(found)
    found = _bodies(found)
    for group in found:
        group.names.sort(key=lambda name: name.start)
    return sorted(found, key=lambda group: group.names[0].start)


def _fields(body: str, names: list[Name]) -> frozenset[str]:
    """Return the sports and arts that the document is about: of its sure names, or named themselves."""
    fields = {name.known.entry.field for name in names if name.known and name.known.sure and " " in name.known.text}
    low = body.casefold()
    return frozenset({*fields, *(word for word in ("football", "cricket", "rugby") if word in low)} - {""})


_AND = re.compile(r"(?:['’]s)?(?:, (?:and |or )?| and | & | or | / )(?:the )?")


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
        if len(row) > 1:
            lent += _lend([owners[id(one)] for one in row])
        row = [name] if name is not None else []
    for group, kind in lent:
        kinds.add(group.score, {kind: 1.5})


def _lend(row: list[Group]) -> list[tuple[Group, EntityKind]]:
    """Return the weak members of an enumeration with the kind of its strong ones, if those agree."""
    judged = [(group, *kinds.best(group.score)) for group in row]
    strong = {kind for _, kind, strength in judged if strength >= 3 and kind is not None}
    if len(strong) != 1:
        return []
    kind = strong.pop()
    return [(group, kind) for group, _, strength in judged if strength < 3 and (kind is not K.PLACE)]


def _known(groups: list[Group]) -> list[Group]:
    """Join the names of one entry of the knowledge base ("Spurs", "Tottenham Hotspur")."""
    left: list[Group] = []
    by_entry: dict[str, Group] = {}
    for group in groups:
        if group.entry is None:
            left.append(group)
        elif group.entry.name in by_entry:
            into = by_entry[group.entry.name]
            _merge(into, group)
            into.joined.sort(key=lambda words: -len(" ".join(words)))
        else:
            by_entry[group.entry.name] = group
            left.append(group)
    return left


def _plain(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return a name without the honorific before a person and the comma words after one."""
    honorifics = knowledge.words("honorifics")
    while len(words) > 1 and words[0].casefold().rstrip(".") in honorifics:
        words = words[1:]
    return words


def _judge(body: str, group: Group, fields: frozenset[str]) -> None:
    """Add up the evidence: of the words and the knowledge base once, of the places for up to three mentions."""
    group.joined.sort(key=lambda words: -len(" ".join(words)))
    share = min(len(group.names), 3) / len(group.names)
    for name in group.names:
        kinds.add(group.score, kinds.evidence(body, name), share)
    kinds.add(group.score, kinds.of_words(group.names[0].words if len(group.names) == 1 else group.words))
    match = next((name.known for name in group.names if name.known), None)
    if match is not None:
        kinds.add(group.score, kinds.of_known(match, fields))
        kind = kinds.best(group.score)[0]
        if kind is match.entry.kind or (kind in ORGANISED and match.entry.kind in ORGANISED):
            group.entry = match.entry


def _merge(into: Group, other: Group, *, share: float = 1) -> None:
    into.names += other.names
    into.joined += [words for words in other.joined if words not in into.joined]
    kinds.add(into.score, other.score, share)


def _acronyms(body: str, groups: dict[str, Group]) -> list[Group]:
    """Join acronyms to long forms: defined in brackets, or of the same initials."""
    left = dict(groups)
    for short_key, short in groups.items():
        word = short.words[0]
        if len(short.words) > 1 or not 2 <= len(re.sub(r"\W", "", word)) <= 8 or sum(c.isupper() for c in word) < 2:
            continue
        letters = re.sub(r"\W", "", word).casefold()
        for long_key, long in groups.items():
            if long is short or len(long.words) < 2 or long_key not in left:
                continue
            defined = any(
                re.match(rf"(?:['’]s)?,? \((?:the |or )?[\"“]?{re.escape(word)}\b", body[name.end : name.end + 30])
                for name in long.names
            )
            if defined or (len(letters) > 2 and letters in _initials(long.words)):
                _merge(long, short, share=0.3)
                left.pop(short_key, None)
                break
    return list(left.values())


def _initials(words: tuple[str, ...]) -> set[str]:
    """Return the initials of a long name, with and without its small words."""
    bare = [word for word in words if word.casefold() != "the"]
    parts = [part for word in bare for part in re.split(r"[-&/]", word) if part]
    large = "".join(part[0] for part in parts if part[0].isupper())
    every = "".join(part[0] for part in parts)
    return {large.casefold(), every.casefold()}


def _people(groups: list[Group]) -> list[Group]:
    """Join a surname, a given name or a partial name to the full name of the one it can mean."""
    full = [g for g in groups if g.kind is K.PERSON and len(g.words) > 1]
    left = list(groups)
    for part in groups:
        if part in full and len(part.words) > 2:
            continue
        owners = [g for g in full if g is not part and _partial(part.words, g.words)]
        if not owners or (part.kind not in (K.PERSON, None) and not _surname_like(part, owners[0])):
            continue
        if len(owners) == 1:
            _merge(owners[0], part, share=0.5)
        else:
            for name in part.names:
                before = [(n.start, g) for g in owners for n in g.names if n.start < name.start]
                owner = max(before, key=lambda pair: pair[0])[1] if before else owners[0]
                owner.names.append(name)
                owner.joined += [part.words] if part.words not in owner.joined else []
        left.remove(part)
        if part in full:
            full.remove(part)
    return left


def _partial(part: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    """Whether `part` is the surname (with particles or not) or the given name of `whole`."""
    a = [w.casefold().rstrip(".") for w in part]
    b = [w.casefold().rstrip(".") for w in whole if w.casefold().rstrip(".") not in ("jr", "sr", "ii", "iii")]
    if len(a) >= len(b):
        return False
    if b[-len(a) :] == a:
        return len(a) == 1 or b[-len(a)] in PARTICLES or len(b) - len(a) == 1
    return len(a) == 1 and a[0] in (b[0], b[-1]) and len(a[0]) > 2


def _surname_like(part: Group, owner: Group) -> bool:
    """Whether a name that looks like something else is still the person's: its own evidence is weak."""
    _, strength = kinds.best(part.score)
    return (
        len(part.words) == 1 and strength - part.score.get(K.PERSON, 0) < 2.5 and part.words[0] == owner.words[-1]
    )


def _bodies(groups: list[Group]) -> list[Group]:
    """Join the short name of a body ("Ode", "Rovers") to its long one."""
    left = list(groups)
    for short in sorted(groups, key=lambda g: len(g.words)):
        if short.kind is K.PERSON or short not in left:
            continue
        owners = [g for g in left if g is not short and _shorter(short, g)]
        if short.entry is not None:
            owners = [g for g in owners if g.entry is None]
        if len(owners) == 1:
            _merge(owners[0], short, share=0.5)
            owners[0].joined.sort(key=lambda words: -len(" ".join(words)))
            left.remove(short)
    return left


def _shorter(short: Group, long: Group) -> bool:
    a, b = key(short.words).split(), key(long.words).split()
    if len(a) >= len(b) or long.kind not in ORGANISED:
        return False
    rest = b[len(a) :]
    if b[: len(a)] == a:
        generic = all(word in _GENERIC for word in rest)
        if short.kind in ORGANISED or short.kind is None:
            return generic
        return generic and short.score.get(K.PLACE, 0) < 3
    return len(a) == 1 and b[-1] == a[0] and a[0] in knowledge.words("club_heads") and len(b) <= 3
