"""What the sentences about a pair call its sponsor, the role and the line of business that follow from it."""

import re
from collections.abc import Sequence

from enrich.claims.evidence import Pair
from enrich.claims.facts import Facts
from enrich.claims.passages import Passage
from enrich.claims.roles import Designation, role_of
from records.record import Evidence, Role


def tying_words(field_name: str, pair: Pair) -> list[Evidence]:
    """Return the words of the body that tie the pair, for a field that nothing shorter says."""
    links = [link for link in pair.links if not link.passage.is_title]
    if not links:
        return []
    link = max(links, key=lambda one: (one.strength, -one.passage.order))
    places = link.passage.places
    start, end = places[link.start], places[min(link.end, len(places) - 1)]
    return [Evidence(field=field_name, start=link.passage.start + start, end=link.passage.start + end)]


# Words before a designation that say it is somebody else's, or nobody's.
_NOT_ITS = re.compile(
    r"\b(?:no|without|former|previous|ex-?|another|other|lack\w*|search\w*|looking|find|seek\w*|replac\w*|succeed\w*|like|alongside|"
    r"join\w*|new|any|fellow)\s(?:[\w’'-]+\s){0,3}$",
    re.IGNORECASE,
)


def find_designated(passages: Sequence[Passage], facts: Facts, number: int) -> list[tuple[Passage, Designation]]:
    """Return what the sentences about deal `number` call the sponsor, each wording once.

    Those are the designations in words that tie the pair, and those of a clause that names the sponsor before.
    """
    pair, owners = facts.pairs[number], facts.owners
    found: dict[str, tuple[Passage, Designation]] = {}
    for link in sorted(pair.links, key=lambda one: (one.passage.order, one.start)):
        passage = link.passage
        if passage.is_title:
            continue
        start, end = passage.places[link.start], passage.places[min(link.end, len(passage.places) - 1)]
        for designation in passage.designations:
            near = start - 30 <= designation.start <= end + 90
            if near and len(designation.words) > 8 and owners.covers(passage, designation.start, number):
                found.setdefault(designation.words.casefold(), (passage, designation))
    for passage in passages:
        for designation in () if passage.is_title else passage.designations:
            before = passage.words[max(0, designation.start - 45) : designation.start]
            named = " " in designation.words and not _NOT_ITS.search(before)
            if named and facts.names_sponsor_before(passage, designation.start, designation.end, number):
                found.setdefault(designation.words.casefold(), (passage, designation))
    return list(found.values())


# How telling a role is; the first of these a deal has is its role.
_TELLING: tuple[Role, ...] = (
    Role.NAMING_RIGHTS,
    Role.WORLDWIDE_PARTNER,
    Role.TITLE,
    Role.PRESENTING,
    Role.AMBASSADOR,
    Role.SHIRT_SLEEVE,
    Role.TRAINING_KIT,
    Role.SHIRT_FRONT,
    Role.KIT_SUPPLIER,
    Role.PRINCIPAL,
    Role.FOUNDING_PARTNER,
    Role.BROADCAST_SPONSOR,
    Role.MEDIA_PARTNER,
    Role.HOSPITALITY,
    Role.LICENSEE,
    Role.COMMUNITY,
    Role.REGIONAL_PARTNER,
    Role.OFFICIAL_SUPPLIER,
    Role.OFFICIAL_PARTNER,
    Role.OFFICIAL_SPONSOR,
)
_ROLE_WORDS = re.compile(
    r"naming\srights|rename[ds]?|title\s(?:sponsor\w*|partner\w*|rights)|presented\sby|shirts?\b[^.;]{0,20}(?:deal|sponsor\w*)|"
    r"(?:kit|apparel|boot|clothing|sportswear)\s(?:deal|supplier|contract|partnership|sponsorship)|sleeve|ambassador|endorsement|"
    r"(?:front|back)\sof\s(?:[\w’'.&-]+\s){0,5}?(?:shirt|jersey|kit)|"
    r"(?:principal|main|lead|global|worldwide|founding|presenting|hospitality|media|broadcast|community)\s(?:\w+\s)?(?:partnership|"
    r"sponsorship|deal|agreement)|sponsor\w*|partner\w*",
    re.IGNORECASE,
)


def find_role(designations: Sequence[tuple[Passage, Designation]], pair: Pair) -> tuple[Role, list[Evidence]]:
    """Return the role of the most telling designation, else of the words of the sentences that tie the pair."""
    options: list[tuple[Role, int, int]] = [
        (d.role, p.start + d.start, p.start + d.end) for p, d in designations if d.role is not Role.OTHER
    ]
    for link in pair.links:
        if options or link.passage.is_title:
            continue
        for found in _ROLE_WORDS.finditer(link.passage.words):
            at = link.passage.start
            options.append((role_of(found.group()), at + found.start(), at + found.end()))
    options = [option for option in options if option[0] is not Role.OTHER]
    if not options:
        return Role.OTHER, tying_words("role", pair)
    role, start, end = min(options, key=lambda option: (_TELLING.index(option[0]), option[1]))
    return role, [Evidence(field="role", start=start, end=end)]


_CATEGORY_FRAME = re.compile(
    r"\b(?:official|exclusive|proud|principal|main|primary|lead|title|presenting|headline|global|worldwide|international|regional|national|"
    r"local|founding|premier|platinum|gold|silver|bronze|strategic|and|sole|first|associate|major|top|partners?|sponsors?|suppliers?|"
    r"providers?|sponsorships?|shirts?|kits?|jersey|sleeve|front-of-shirt|back-of-shirt|club|team|brand|ambassadors?|rights|naming|new)\b",
    re.IGNORECASE,
)


def category(words: str) -> str | None:
    """Return the line of business a designation names, in lower case: "official timing partner" is timing."""
    rest = re.sub(r"\s+", " ", _CATEGORY_FRAME.sub(" ", words)).strip(" ,-&’'“”\"")
    return rest.casefold() if 2 < len(rest) <= 50 else None
