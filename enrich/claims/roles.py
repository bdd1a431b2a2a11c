"""What the sponsor becomes: designations ("official timing partner") as worded, and the role code of each."""

import re
from dataclasses import dataclass

from records.record import Role


@dataclass(frozen=True)
class Designation:
    """Words at `start` to `end` that say what a sponsor is, and the role they stand for."""

    start: int
    end: int
    words: str
    role: Role


_HEADS = (
    r"(?:partners?|sponsors?|suppliers?|providers?|ambassadors?|ambassadorship|sponsorships?|licensees?|backers?|outfitters?|"
    r"title\srights|naming[\s-]rights)"
)
# A designation without such a head: "the official beer of", "exclusive hospital of".
_OFFICIAL = re.compile(
    r"\b(?P<words>(?:(?:proud|first|sole|exclusive|and)\s)?(?:official|exclusive)(?:\sand\s(?:official|exclusive))?"
    r"(?:[\s,-]+(?!(?:of|for|to|in|at|on|with|by|is|are|was|were|has|have|will|said|as|website|site|statement|launch|opening|"
    r"announcement|figures|social|channels?|results|page|account|twitter|source|sources|interview|rights|deal|contract|"
    r"agreement|partnership|benefits|access|content|events?|merchandise|offers?|products|video|look)\b)[\w&'’+-]+){1,7})"
    r"(?=\s(?:of|for|to|in|at|across|throughout|during)\b|[.,;:)]|\s?[–—]|\s--)",
    re.IGNORECASE,
)
_HEAD = re.compile(rf"\b{_HEADS}\b", re.IGNORECASE)
_HEAD_BEFORE = re.compile(rf"\b{_HEADS}\s$", re.IGNORECASE)
# Words that end a designation to the left.
_BEFORE = frozenset(
    "a an the its their his her our my your this that these those as of with by for to in from on at "
    "into and or but "
    "is are was were be been being become becomes became remain remains remained named called new "
    "another other former "
    "first current existing previous one two three four five six several many some any all every each "
    "own latest fellow "
    "will would can could may also not has have had said says including like than who which where when find found "
    "potential prospective possible would-be longtime long-time long-standing longstanding key big "
    "biggest major top "
    "sign signs signed announce announces announced secure secures secured land lands landed seek seeks welcome "
    "welcomes welcomed join joins joined return returns returned lose loses lost replace replaces "
    "replaced name names "
    "unveil unveils unveiled reveal reveals revealed confirm confirms confirmed proposed so such was just only "
    "ex- replacing as: – — -- - / between both against because if while although since after before until through "
    "extend extends extended renew renews renewed end ends ended via under over multi-year long-term "
    "attract attracts get gets got receive receives received gain gains gained give gives gave hand hands "
    "handed offer offers offered grant grants granted award awards awarded win wins won bag bags bagged "
    "clinch clinches clinched obtain obtained withdraw withdraws withdrew drop drops dropped pull pulls "
    "pulled pledge pledges pledged double doubles doubled cancel cancels suspend suspends suspended scrap "
    "scraps scrapped keep keeps kept retain retains retained continue continues buy buys bought take "
    "takes took ink inks inked agree agrees agreed "
    "two-year three-year four-year five-year six-year seven-year ten-year one-year record club-record".split()
)
_ROLE_WORDS = re.compile(
    r"^(?:official|principal|main|primary|lead|leading|title|presenting|headline|global|worldwide|international|regional|"
    r"national|local|founding|exclusive|proud|premier|platinum|gold|silver|bronze|diamond|strategic|shirt|kit|jersey|sleeve|"
    r"training|stadium|naming|back-of-shirt|front-of-shirt|brand|technical|apparel|club|team|associate|secondary|community|"
    r"charity|media|broadcast|major|full-service|preferred|inaugural|top|top-tier)$",
    re.IGNORECASE,
)
_AMOUNT = re.compile(r"(?:million|billion|crores?|lakhs?|bn|\d[\d.,]*(?:m|mn|bn|k|cr)|\d+-(?:year|season|month))$")
_LONGEST_WORDS = 9
_TOKEN = re.compile(r"[\w&'’+./-]*[\w&'’+-]|[,–—]|--")


def _left(body: str, head: int, floor: int) -> int:
    """Return where the designation whose head noun is at `head` begins, never before `floor`."""
    window = body[max(floor, head - 120) : head]
    base = head - len(window)
    tokens = [(m.start() + base, m.group()) for m in _TOKEN.finditer(window)]
    start, last_word = head, head
    strong = None
    for taken, (at, word) in enumerate(reversed(tokens)):
        bare = word.casefold()
        possessive = bare in ("'", "’") or bare.endswith(("'s", "’s", "s'", "s’"))
        if taken >= _LONGEST_WORDS or possessive or _AMOUNT.match(bare):
            break
        if word in ",–—" or word == "--":
            rest = body[at + 1 : head]
            if (
                word != ","
                or not re.match(r"\s(?:[\w-]+,?\s){0,3}and\s", rest)
                or not tokens[: len(tokens) - taken - 1]
            ):
                break
            continue
        if bare == "and" and re.match(r"and\s[\w-]+\s", body[at:head]) and last_word < head:
            if _HEAD_BEFORE.search(body, max(0, at - 20), at):
                break  # "title partner and official lighting supplier" are two
            continue
        if bare in _BEFORE and not (bare in ("major", "top") and last_word < head):
            break
        start = last_word = at
        if _ROLE_WORDS.match(bare):
            strong = at
    return strong if strong is not None else start


def find_designations(
    body: str, floors: tuple[int, ...] = (), own: frozenset[int] = frozenset()
) -> list[Designation]:
    """Return the designations of `body` in order; `floors` are offsets (ends of names) none may cross.

    None ends where one of its `own` names does: "the new sponsor Ode Partners".
    """
    found: list[Designation] = []
    for match in _OFFICIAL.finditer(body):
        words = re.split(r",|\sand\s(?=\w+\s(?:of|for|to|in)\b)", match["words"])[0].rstrip(" -")
        if not _HEAD.search(words) and len(words.split()) > 1:
            end = match.start() + len(words)
            found.append(Designation(match.start(), end, words, role_of(words)))
    floor_at = 0
    for match in _HEAD.finditer(body):
        if match.end() in own:
            continue
        while floor_at < len(floors) and floors[floor_at] <= match.start():
            floor_at += 1
        floor = floors[floor_at - 1] if floor_at else 0
        start = _left(body, match.start(), floor)
        words = body[start : match.end()]
        found.append(Designation(start, match.end(), words, role_of(words)))
    found.sort(key=lambda one: (one.start, -one.end))
    kept: list[Designation] = []
    for one in found:
        if not kept or kept[-1].end <= one.start:
            kept.append(one)
    return kept


# The first that matches decides; from the particular to the general.
_ROLES: tuple[tuple[str, Role], ...] = (
    (
        r"naming|name\srights|the\sname\sof|\bthe\sname$|name\s(?:on|to|above)\s|stadium\s(?:rights|sponsor)|rename|stand\ssponsor",
        Role.NAMING_RIGHTS,
    ),
    (r"ambassador|\bface\sof|endorse", Role.AMBASSADOR),
    (r"sleeve", Role.SHIRT_SLEEVE),
    (r"training[\s-](?:kit|wear|top|gear|apparel|shirt|range)|practice\s(?:jersey|kit)", Role.TRAINING_KIT),
    (
        r"(?:back|rear)[\s-]of[\s-](?:[\w’'.&-]+[\s-]){0,5}?(?:shirt|jersey)|shorts|secondary\sshirt",
        Role.OTHER,
    ),
    (
        r"shirt|\bchest\b|jersey\s(?:front|sponsor|partner|deal|patch)|jersey(?:-front)?|front[\s-]of[\s-]",
        Role.SHIRT_FRONT,
    ),
    (
        r"\b(?:kits?|apparel|sportswear|uniforms?|outfitter|(?:to|will)\soutfit|outfit(?:s|ting)|footwear|equipment|technical|boots?|teamwear|dressed|kitted|clothed|outfitted|equipped)\b",
        Role.KIT_SUPPLIER,
    ),
    (r"\btitle|titular", Role.TITLE),
    (r"present(?:ing|ed)|powered\sby", Role.PRESENTING),
    (r"founding", Role.FOUNDING_PARTNER),
    (r"worldwide|\bTOP\b|global", Role.WORLDWIDE_PARTNER),
    (r"broadcast", Role.BROADCAST_SPONSOR),
    (r"\bmedia\b", Role.MEDIA_PARTNER),
    (r"hospitality", Role.HOSPITALITY),
    (r"communit|charit|grassroots|foundation", Role.COMMUNITY),
    (r"licen[cs]e", Role.LICENSEE),
    (
        r"principal|\bgeneral\s(?:sponsor|partner)|\bmain\b|primary|headline|\blead(?:ing)?\b|\bmajor\b|premier",
        Role.PRINCIPAL,
    ),
    (r"regional|local|national", Role.REGIONAL_PARTNER),
    (r"suppl|provider", Role.OFFICIAL_SUPPLIER),
    (r"sponsor|backer", Role.OFFICIAL_SPONSOR),
    (r"official|exclusive|partner|proud", Role.OFFICIAL_PARTNER),
)
_PATTERNS = tuple((re.compile(pattern, re.IGNORECASE), role) for pattern, role in _ROLES)
_TOP = re.compile(r"\bTOP\b")


def role_of(words: str) -> Role:
    """Return the role that the words stand for; `other` where they name none."""
    for pattern, role in _PATTERNS:
        if pattern.search(words) and not (role is Role.WORLDWIDE_PARTNER and _only_top_in_lower_case(words)):
            return role
    return Role.OTHER


def _only_top_in_lower_case(words: str) -> bool:
    """Whether "top" stands there as an adjective and nothing else says worldwide."""
    return not _TOP.search(words) and not re.search("worldwide|global", words, re.IGNORECASE)
