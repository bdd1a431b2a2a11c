"""Who and what the article names: people, organisations, brands, rights-holders, events, venues, places."""

from collections import Counter

from enrich import aliases, bodies, casing, coreference, kinds, names, nicknames, sorts, titles
from enrich.coreference import Mentions
from enrich.cuts import Name
from enrich.findings import ORGANISED, Found
from enrich.groups import Group
from enrich.text import Text
from records.record import Entity, EntityKind, Known, Span

NEEDS: tuple[str, ...] = ("relevance",)  # the gate stands before the costly work
VERSION = 8
# Less evidence than this and a run of capitals is no name ("Title Sponsor"); in model's guesses.
ENOUGH = 0.9
# The chance from which what looks like a body's name is believed to be one.
LIKELY = 0.45
# Names that end so are those of national sides, whose extent the text itself shows.
_SIDES = frozenset({"team", "side", "squad"})
_TRADES = frozenset({EntityKind.BRAND, EntityKind.ORGANIZATION})


def find(text: Text, found: Found) -> list[Entity]:
    """Return the entities of the whole document, each with its mentions in order."""
    groups = aliases.find(text.body, names.find(text))
    sure = [group for group in groups if _is_sure(text, group)]
    # A nickname is hardly ever sure by itself ("the Gulls"): the one club it can mean is what speaks for it.
    unsure = [group for group in groups if group not in sure and nicknames.is_nickname(text.body, group)]
    is_called = any(nicknames.is_nickname(text.body, group) for group in sure)
    named = sure if is_called else [group for group in groups if group in sure or group in unsure]
    for group in named:
        if group.kind in ORGANISED:
            group.sorts = sorts.of(text.body, group.words, group.names)
            if group.entry is not None:
                group.sorts = {group.entry.sort, "company"} if group.entry.kind in _TRADES else {group.entry.sort}
    named = [group for group in nicknames.join(text.body, named) if group in sure]
    meant = coreference.find(text, named)
    _employ(text.body, named, meant)
    _employ_by_captions(text.captions, named)
    meant = coreference.find(text, named)  # again: "the chief executive" needs the titles
    return [_entity(number, group, meant) for number, group in enumerate(named, 1)]


def _is_sure(text: Text, group: Group) -> bool:
    """Whether enough speaks for a name being one."""
    kind, strength = kinds.best(group.score)
    team = group.words[0] == "Team" and len(group.words) > 1 and casing.ordinary(group.words[1]) < 0
    told = team or group.words[-1] in _SIDES or any(name.enrolled for name in group.names)
    if kind is EntityKind.ORGANIZATION and group.entry is None and not told:
        return bodies.chance(text.body, text.title, group) >= LIKELY
    return strength >= ENOUGH


def _employ(body: str, named: list[Group], meant: Mentions) -> None:
    """Give each person the title and the affiliation that stand beside one of the mentions."""
    spans = {
        (span.start, span.end): group
        for group in named
        if group.kind in (*ORGANISED, EntityKind.EVENT)
        for span in (*_spans(group), *meant.of(group))
    }
    by_start = {start: (start, end) for start, end in spans}
    by_end = {end: (start, end) for start, end in spans}
    for group in named:
        if group.kind is not EntityKind.PERSON:
            continue
        for name in group.names:
            post = titles.find(body, name, by_end.get, by_start.get)
            if post is None:
                continue
            group.title = group.title or post.title
            if group.affiliation is None and post.body is not None:
                group.affiliation = spans[post.body]
            if group.title and group.affiliation:
                break


def _employ_by_captions(captions: tuple[str, ...], named: list[Group]) -> None:
    """Give a person the title that a caption puts beside the name, where the body gives none or a part of it."""
    bodies = [group for group in named if group.kind in ORGANISED]
    for caption in captions:
        whole = Span(start=0, end=len(caption))
        starts = {
            (at := caption.find(name.text)): (at, at + len(name.text))
            for group in bodies
            for name in group.names
            if name.text in caption
        }
        for group in named:
            at = caption.find(" ".join(group.words))
            if group.kind is not EntityKind.PERSON or at < 0:
                continue
            name = Name(at, at + len(" ".join(group.words)), group.words, whole, first=at == 0)
            post = titles.find(caption, name, lambda _: None, starts.get)
            if post is None or post.title is None:
                continue
            if group.title is None or group.title.casefold() in post.title.casefold():
                group.title = post.title


def _spans(group: Group) -> list[Span]:
    return [Span(start=name.start, end=name.end) for name in group.names]


def _kind(group: Group) -> EntityKind:
    kind = group.kind
    assert kind is not None
    if group.entry is not None and {kind, group.entry.kind} <= ORGANISED:
        return group.entry.kind
    if kind is EntityKind.ORGANIZATION and group.sorts & sorts.RIGHTS:
        return EntityKind.RIGHTS_HOLDER
    if (
        kind is EntityKind.ORGANIZATION
        and Counter(name.label for name in group.names).most_common(1)[0][0] == "PRODUCT"
    ):
        return EntityKind.BRAND
    return kind


def _without_nickname(group: Group) -> tuple[str, ...]:
    """Return the words of the fullest form but for a nickname in marks, which is a form of its own."""
    if group.kind is not EntityKind.PERSON:
        return group.words
    return tuple(word for word in group.words if word[0] not in "“\"‘'") or group.words


def _entity(number: int, group: Group, meant: Mentions) -> Entity:
    name = " ".join(_without_nickname(group))
    forms = dict.fromkeys(" ".join(words) for words in group.joined)
    return Entity(
        id=f"e{number}",
        kind=_kind(group),
        name=name,
        aliases=tuple(form for form in forms if form != name),
        title=group.title,
        affiliation=" ".join(group.affiliation.words) if group.affiliation else None,
        known=Known(id=group.entry.id, name=group.entry.name) if group.entry else None,
        mentions=tuple(sorted([*_spans(group), *meant.of(group)], key=lambda span: span.start)),
    )
