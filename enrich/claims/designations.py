"""What the sentences about a pair call its sponsor, the role and the line of business that follow from it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from enrich.claims.earlier import is_corrected
from enrich.claims.evidence import Pair
from enrich.claims.facts import Facts
from enrich.claims.passages import Passage
from enrich.claims.properties import find_new_name
from enrich.claims.roles import Designation, role_of
from records.record import EntityKind, Evidence, Role


def tying_words(field_name: str, pair: Pair, passages: Sequence[Passage]) -> list[Evidence]:
    """Return the words of the body that tie the pair, for a field that nothing shorter says.

    Where only the headline ties the two, those are the words from one to the other where a sentence names both,
    else what names the sponsor.
    """
    links = [link for link in pair.links if not link.passage.is_title]
    if not links:
        return _naming_words(field_name, pair, [passage for passage in passages if not passage.is_title])
    link = max(links, key=lambda one: (one.strength, -one.passage.order))
    places = link.passage.places
    start, end = places[link.start], places[min(link.end, len(places) - 1)]
    return [link.passage.evidence(field_name, start, end)]


def _naming_words(field_name: str, pair: Pair, passages: Sequence[Passage]) -> list[Evidence]:
    for parties in ({pair.sponsor, pair.holder}, {pair.sponsor}):
        for passage in passages:
            named = [mention for mention in passage.mentions if mention.entity in parties]
            if {mention.entity for mention in named} == parties:
                start, end = min(m.start for m in named), max(m.end for m in named)
                return [passage.evidence(field_name, start, end)]
    return []


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
        if passage.is_title or is_corrected(passage):
            continue
        start, end = passage.places[link.start], passage.places[min(link.end, len(passage.places) - 1)]
        for designation in passage.designations:
            near = start - 30 <= designation.start <= end + 90
            if near and _is_anothers(passage, designation, facts, number):
                continue
            if near and len(designation.words) > 8 and owners.covers(passage, designation.start, number):
                found.setdefault(designation.words.casefold(), (passage, designation))
    for passage in passages:
        for designation in () if passage.is_title else passage.designations:
            before = passage.words[max(0, designation.start - 45) : designation.start]
            new = " " in designation.words and designation.words.casefold() not in found
            named = new and not _NOT_ITS.search(before)
            if named and facts.names_sponsor_before(passage, designation.start, designation.end, number):
                found.setdefault(designation.words.casefold(), (passage, designation))
    return list(found.values())


def _is_anothers(passage: Passage, designation: Designation, facts: Facts, number: int) -> bool:
    """Whether another deal's sponsor is named before a designation, and that of deal `number` only after it.

    "Acme is principal partner, while Birch comes in as official partner": Birch is no principal partner.
    """
    before = {mention.entity for mention in passage.mentions if mention.end <= designation.start}
    others = {pair.sponsor for n, pair in enumerate(facts.pairs) if n != number}
    return bool(before & others) and facts.pairs[number].sponsor not in before


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
# What says no more than that there is a sponsor.
_GENERAL = frozenset((Role.OFFICIAL_PARTNER, Role.OFFICIAL_SPONSOR, Role.OFFICIAL_SUPPLIER, Role.COMMUNITY))
_ROLE_WORDS = re.compile(
    r"naming[\s-]rights|rename[ds]?|b(?:ought|uys?|uying)\sthe\sname|p(?:uts?|utting|lac(?:e[ds]?|ing))\s(?:its|their)\sname\s(?:on|to|above)\s(?:the|its|their)\s"
    r"(?:[\w’'-]+\s){0,3}?(?:stadium|arena|ground|hall|theat(?:re|er)|building|venue|cent(?:re|er)|rink|ballpark|stand)\b|jersey[\s-]patch|title\s(?:sponsor\w*|partner\w*|rights)|presented\sby|(?<!back-of-)(?<!back\sof\s)(?<!rear-of-)shirts?\b[^.;]{0,20}(?:deal|contract|agreement|sponsor\w*)|"
    r"(?:stadium|arena|ground|court|hall|theat(?:re|er)|park|stand|venue|cent(?:re|er)|rink)\b[^.;]{0,40}?\s(?:bear|tak|carr)\w*\sthe\sname\sof|"
    r"s[eo]l(?:d|l|ling)\s(?:off\s)?the\sname\sof\s(?:its|their|the)\s(?:ground|stadium|arena|home)|"
    r"(?:the|new|a)\s(?:(?:new|global|worldwide|public|latest)\s){0,2}face\sof|on\sthe\schest\sof|(?<!back\s)on\s(?:the|its|their|the\s[\w’']+['’]s?)\s(?:shirts?|jerseys?)|"
    r"(?:mak(?:e|es|ing)|manufactur(?:e|es|ing)|produc(?:e|es|ing)|suppl(?:y|ies|ying))\s(?:(?!for\s)[\w’'-]+\s){0,4}?(?:kits?|uniforms?|apparel|teamwear)\b|"
    r"wearing\s(?:[\w’'-]+\s){1,2}?(?:kits|uniforms)\b|(?:to|will)\soutfit|outfitting|outfits|"
    r"wear(?:s|ing)?\s(?-i:[A-Z])[\w’'&-]*(?:\s(?-i:[A-Z])[\w’'&-]*){0,2}\s(?:kits?|uniforms?)\b|"
    r"(?:dressed|equipped|kitted\sout|outfitted|clothed)\sby|(?:kit|shirt|boot)[\s-]mak(?:er|ing)|"
    r"(?:kit|apparel|boot|clothing|sportswear)\s(?:deal|supplier|contract|partnership|sponsorship)|sleeve|ambassador|endorsement|"
    r"(?:front|back)\sof\s(?:[\w’'.&-]+\s){0,5}?(?:shirt|jersey|kit)|"
    r"(?:principal|main|lead|global|worldwide|founding|presenting|hospitality|media|broadcast|community)\s(?:\w+\s)?(?:partnership|"
    r"sponsorship|deal|agreement)|sponsor\w*|partner\w*",
    re.IGNORECASE,
)


def find_role(
    designations: Sequence[tuple[Passage, Designation]], facts: Facts, passages: Sequence[Passage], number: int
) -> tuple[Role, list[Evidence]]:
    """Return the role of the most telling designation, else of the words of the sentences about deal `number`.

    Of those that tie its parties every word counts, of the others only what names a thing that is sold.
    """
    pair = facts.pairs[number]
    options: list[tuple[Role, int, int]] = [
        (d.role, p.start + d.start, p.start + d.end) for p, d in designations if d.role is not Role.OTHER
    ]
    if not options:
        options = [one for link in pair.links for one in _told_roles(link.passage)]
    if not any(role not in _GENERAL for role, *_ in options):
        about = (passage for passage in passages if facts.owners.speaks_of(passage, number))
        options += [
            (role, start, end)
            for passage in about
            for role, start, end in _told_roles(passage)
            if role not in _GENERAL and facts.covers(passage, start - passage.start, end - passage.start, number)
        ]
    if not any(role is Role.NAMING_RIGHTS for role, *_ in options):
        options += [(Role.NAMING_RIGHTS, *place) for place in find_new_name(facts, passages, number)]
    if not any(role not in _GENERAL for role, *_ in options):
        options += _named(facts, passages, number)
    if not options:
        options = _designated_in_the_lead(facts, passages, number)
    if not options:
        return Role.OTHER, tying_words("role", pair, passages)
    role, start, end = min(options, key=lambda option: (_TELLING.index(option[0]), option[1]))
    return role, [Evidence(field="role", start=start, end=end)]


# "The league will bear the name of Acme for five seasons"
_BEARS = re.compile(r"\b(?:bear|carr|tak)(?:y|ies|e|s|es)?\sthe\sname\sof\b", re.IGNORECASE)
_COMPETITION = re.compile(r"\b(?:League|Cup|Championship|Division|Series|Tour|Trophy)\b")


def _named(facts: Facts, passages: Sequence[Passage], number: int) -> list[tuple[Role, int, int]]:
    """Return where a ground or a competition is told to bear the name of the sponsor of deal `number`."""
    holder = facts.entities[facts.pairs[number].holder]
    venue = holder.kind is EntityKind.VENUE
    if not (venue or holder.kind is EntityKind.EVENT or _COMPETITION.search(holder.name)):
        return []
    return [
        (Role.NAMING_RIGHTS if venue else Role.TITLE, passage.start + found.start(), passage.start + found.end())
        for passage in passages
        if not passage.is_title and facts.owners.ties(passage, number)
        for found in _BEARS.finditer(passage.words)
    ]


_LEAD = 3
_ANOTHERS = re.compile(
    r"\b(?:without|former|previous|outgoing|ex-?|another|other|replac\w*|succeed\w*|alongside|fellow|lost|loses)\s(?:[\w’'-]+\s){0,3}$",
    re.IGNORECASE,
)


def _designated_in_the_lead(facts: Facts, passages: Sequence[Passage], number: int) -> list[tuple[Role, int, int]]:
    """Return the roles of what the opening says the holder has found: "has a new title sponsor. Acme ..."."""
    if number or sum(not recalled for recalled in facts.is_background) > 1:
        return []
    return [
        (one.role, passage.start + one.start, passage.start + one.end)
        for passage in passages
        if not passage.is_title and passage.order <= _LEAD and facts.owners.of(passage, 0) in (0, None)
        for one in passage.designations
        if one.role is not Role.OTHER and not _ANOTHERS.search(passage.words[max(0, one.start - 45) : one.start])
    ]


# "on the back of the club's shirts" is no front
_ON_THE_BACK = re.compile(r"\b(?:back|rear)\sof\s(?:[\w’'.&-]+\s){0,5}$", re.IGNORECASE)


def _told_roles(passage: Passage) -> list[tuple[Role, int, int]]:
    """Return the roles that the words of a sentence name, with where the words stand in the body."""
    if passage.is_title or is_corrected(passage):
        return []
    return [
        (role, passage.start + found.start(), passage.start + found.end())
        for found in _ROLE_WORDS.finditer(passage.words)
        if not _ON_THE_BACK.search(passage.words, 0, found.start())
        and (role := role_of(found.group())) is not Role.OTHER
    ]


# What makes a noun phrase a designation that is granted: it says which rank or kind of partner somebody becomes.
_RANK = re.compile(
    r"\b(?:official|title|titular|principal|main|primary|lead|presenting|headline|global|worldwide|international|regional|national|founding|"
    r"exclusive|premier|platinum|gold|silver|bronze|diamond|strategic|shirts?|kits?|jersey|sleeve|training|stadium|naming[\s-]rights|"
    r"brand|technical|apparel|associate|secondary|community|charity|media|broadcast|preferred|hospitality|front[\s-]of[\s-][\w-]+|"
    r"back[\s-]of[\s-][\w-]+|proud|club|major|match[\s-](?:ball|day)|matchday|ball|stand|season|licensees?|ambassadors?|TOP)\b",
    re.IGNORECASE,
)
_A = re.compile(r"\b(?:an?|any|no|some|many|other|few)\s(?:[\w-]+\s)?$", re.IGNORECASE)
_ITS = re.compile(r"['’]s?\s$|\b(?:its|their|his|her|as|the)\s$")
_ALL = re.compile(r"(?:partners|sponsors|suppliers|providers|backers|ambassadors|licensees)$", re.IGNORECASE)
_LOWER_RANKS = re.compile(r"^(?:top|major|leading|premier|main|biggest)\b")
_FOR_HOW_LONG = re.compile(
    r"\b(?:[\w-]+-(?:year|term|season|month)|(?:long|short)-term|multi-\w+)\s", re.IGNORECASE
)


def granted(found: Sequence[tuple[Passage, Designation]]) -> list[tuple[Passage, Designation]]:
    """Return the designations that a sponsor is given, of all that it is called, each wording once.

    A title is granted by its rank ("official", "founding", "sleeve") or, of one line of business, to one alone
    ("the club's airline partner", "Airline Partner"): "a digital sponsor" only tells what it does. Of "title
    sponsorship" the sponsor becomes title sponsor. "Top Olympic sponsors" is what many are called, no title of one.
    """
    kept: dict[str, tuple[Passage, Designation]] = {}
    for passage, one in found:
        words = re.sub(r"(?<=[sS]ponsor|assador)ships?$", "", one.words)
        before = passage.words[max(0, one.start - 25) : one.start]
        rights = re.search(r"rights$", words, re.IGNORECASE)
        ranked = _RANK.search(words)
        to_one = words[:1].isupper() or (_ITS.search(before) and not _A.search(before))
        many = _ALL.search(words) and (not ranked or _LOWER_RANKS.match(words))
        if rights or many or _FOR_HOW_LONG.match(words) or not (ranked or (" " in words and to_one)):
            continue
        if words.casefold() not in {other.casefold() for other in kept}:
            kept[words] = (passage, replace(one, end=one.start + len(words), words=words))
    return list(kept.values())


_CATEGORY_FRAME = re.compile(
    r"\b(?:official|exclusive|proud|principal|main|primary|lead|title|presenting|headline|global|worldwide|international|regional|national|"
    r"local|founding|premier|platinum|gold|silver|bronze|diamond|strategic|sole|first|associate|secondary|major|top|preferred|inaugural|"
    r"partners?|sponsors?|suppliers?|providers?|backers?|licensees?|outfitters?|sponsorships?|shirts?|kits?|jersey|sleeve|"
    r"front-of-shirt|back-of-shirt|club|team|brand|ambassadors?|rights|naming|new|the|of|for|and(?=\s*$))\b",
    re.IGNORECASE,
)
# Two words for one line of business.
_ONE_TRADE = re.compile(
    r"\b(?:food|oil|health|bed|arts|home|research|meat|sports?)\sand\s(?:drinks?|beverages?|gas|safety|wellness|fitness|breakfast|"
    r"crafts|garden|development|poultry|leisure)\b",
    re.IGNORECASE,
)


def categories(words: str, names: Iterable[str]) -> list[str]:
    """Return the lines of business a designation names, in lower case: "robotics and timing partner" has two.

    `names` are the parties': what is only a part of one ("Worldwide Olympic Partner") is no line of business.
    """
    own = {word.casefold() for name in names for word in re.findall(r"[\w’'-]+", name)}
    trades = []
    for piece in re.split(
        r",\s(?:and\s)?|\sand\s|\s?[&+]\s", _ONE_TRADE.sub(lambda m: re.sub(r"\s", "_", m[0]), words)
    ):
        rest = [word for word in _CATEGORY_FRAME.sub(" ", piece).split() if word.casefold() not in own]
        trade = " ".join(rest).replace("_", " ").strip(" ,-&’'“”\"").casefold()
        if 2 < len(trade) <= 50:
            trades.append(trade)
    return trades
