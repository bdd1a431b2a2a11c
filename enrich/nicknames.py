"""A club's nickname: "the Gulls" are the one club of the story, though no word of its name says so."""

import re

from enrich import knowledge
from enrich.findings import ORGANISED
from enrich.groups import Group

# What ends the names of those whom clubs belong to.
_LEAGUES = frozenset("league conference association federation championship division tour series".split())
# Plurals in the names of clubs that many clubs have, and that are no nicknames.
_OF_MANY = frozenset("rovers wanderers rangers athletics".split())
# Words of a nickname at most.
_LONGEST = 2


def join(body: str, groups: list[Group]) -> list[Group]:
    """Return the groups with nicknames joined to the club they mean, where the text names only one club."""
    clubs = [group for group in groups if group.kind in ORGANISED and "club" in group.sorts and _is_full(group)]
    if len(clubs) != 1:
        return groups
    nicknames = [group for group in groups if group not in clubs and is_nickname(body, group)]
    if len(nicknames) != 1 or nicknames[0].names[0].start < clubs[0].names[0].start:
        return groups  # a club's name is told first
    if _has_own(body, clubs[0]):
        return groups
    name = clubs[0].words
    clubs[0].take(nicknames[0], share=0)
    clubs[0].joined.sort(key=lambda words: words != name)  # "Moro" is not called "Rovers", however short
    clubs[0].names.sort(key=lambda one: one.start)
    return [group for group in groups if group is not nicknames[0]]


def _has_own(body: str, club: Group) -> bool:
    """Whether a club is called by a plural that ends its name, "the Herons", and so by no other."""
    last = club.words[-1]
    plural = last.endswith("s") and len(club.words) > 1 and any(len(words) == 1 for words in club.joined)
    return plural and f"the {last} " in body and last.casefold() not in _OF_MANY


def _is_full(group: Group) -> bool:
    """Whether a group has a club's own name: not just "the Rovers", nor the league of "a Lake League club"."""
    league = group.words[-1].casefold() in _LEAGUES
    return group.entry is not None or (len(group.words) > 1 and not league)


def is_nickname(body: str, group: Group) -> bool:
    """Whether a group is called by a plural of few words after "the", and by nothing else."""
    if (
        group.kind not in ORGANISED
        or group.entry is not None
        or len(group.words) > _LONGEST
        or len(group.joined) > 1
    ):
        return False
    last = group.words[-1]
    plural = re.fullmatch(r"\w{2,}[^s\W]s", last) is not None and not any(word.isupper() for word in group.words)
    if last.casefold() in knowledge.words("org_heads") | knowledge.words("trade_words"):
        return False
    articles = [body[max(0, name.start - 4) : name.start].casefold() == "the " for name in group.names]
    alone = any(articles) and all(
        article or name.first for article, name in zip(articles, group.names, strict=True)
    )
    # "Swans chairman" goes without an article, and no other plural that clubs are called by does.
    called = last.casefold() in knowledge.words("club_heads") and 2 * sum(articles) >= len(articles)
    return plural and (alone or called)
