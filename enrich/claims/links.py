"""Which entity sponsors which, as the grammar around a cue has it: one link for each sentence that says so."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from enrich.claims import denials, patterns, subjects
from enrich.claims.parties import Fitness
from enrich.claims.passages import DESIGNATION as D
from enrich.claims.passages import ENTITY as E
from enrich.claims.passages import GRANT as G
from enrich.claims.passages import POSSESSIVE as O
from enrich.claims.passages import SOME_ATHLETE, Passage
from enrich.claims.talk import speaks
from records.record import Role


@dataclass(frozen=True)
class Link:
    """Words that tie a sponsor to a holder, either of them perhaps unnamed there; `strength` 0 to 1.

    `start` to `end` is the stretch of the passage's `text` that was matched. `cue` names the pattern.
    """

    passage: Passage
    start: int
    end: int
    sponsor: int | None
    holder: int | None
    strength: float
    cue: str
    directed: bool = True  # whether the grammar, not what the two are, says which of them sponsors
    replaced: int | None = None  # whose place the sponsor takes
    noun: int | None = None  # what a noun says of the side left unnamed: "the club", "the airline"
    filled: bool = False  # whether one side was not named there and was taken from elsewhere


_INNER = (
    r"(?:(?!(?:and|but|while|who|which|where|when|whose|that|because|said|says|told|tells|has|have|had|is|are|was|were|will|with|for|by|of|at|in|on|to|from|as|after|before|since|until|under|against|during|"
    r"selected|chose|named|appointed|picked|replacing|succeeding|naming|signing|appointing|announcing|unveiling|choosing|following|joining|ending|becoming|taking|making|giving|leaving|beating)\s)[a-z0-9’'“”\"-][\w'’&“”\"+./-]*"
    r"(?:,(?!\s(?:the|a|an|its|their)\s))?\s)"
)
_THE = rf"(?:the|a|an|its|their|his|her|our|{O})"
_ARTICLE = rf"(?:{_THE}\s)?"
# "⟨Acme⟩, the ⟨Bolt⟩ and ⟨Crane⟩"
_AND = r"(?:,\s(?:and|as\swell\sas)\s|\s(?:and|&|as\swell\sas)\s|\s?/\s?)"
# "title sponsor of ⟨the Ode Cup⟩, ⟨Tarn⟩ added": who speaks is not one of the list
_SPEAKS = (
    r"(?:(?:has|had|have|also|later)\s)?"
    r"(?:said|says|adds|added|(?:been\s)?told|tells|explained|noted|(?:confirmed|announced|revealed)(?!\s(?:an?|its|their)\s)|"
    r"reported|stated|learn(?:ed|t)|understands)\b"
)
# "and office and storage company ⟨Bolt⟩": what it trades in may be two things
_WARES = rf"(?:[a-z-]+\sand\s(?=(?:[a-z-]+\s){{1,2}}?{patterns.parts('parties')['FIRM']}\s))?"
_ONE_MORE = (
    rf"(?:(?:the|its|their|his|her|an?|{O})\s)?{_WARES}(?:{_INNER}{{0,3}}?)(?:{E}['’]s\s)?{E}(?!\s{_SPEAKS})"
)
# "with ⟨Acme⟩, ⟨Oslo⟩'s largest brewer": what only belongs to a name is not one of the list.
_LISTED = rf"(?:{_AND}(?:with\s|{D}\s)?{_ONE_MORE}|,\s(?!an?\s){_ONE_MORE}(?!['’]s?\s))"
_LIST = rf"{E}(?:(?:\s\([^()]{{0,40}}\))?{_LISTED}){{0,20}}"
# "In ⟨Oslo⟩, ⟨Acme⟩ becomes": where it happens is not one of the list.
_NO_PLACE = rf"(?:(?<!\bin\s)(?<!\bat\s)|(?={E}(?!,)))"
# "⟨Acme⟩'s" or "its"
_POSSESSIVE = rf"(?:['’]s?|(?<={O}))"
# What may stand between a subject and its verb: brackets, an apposition, an aside between dashes.
_ASIDE = (
    rf"(?:,?\s(?:inc|ltd|llc|corp|plc|co|gmbh)\b\.?)?(?:['’]s(?=\s(?:on|has|have|had|will|is|and|to|as|joins?|joined)\b))?(?:\s?\([^()]{{0,60}}\))?(?:,\s(?:{D}|{O}|an?\b|the\b|its\b|his\b|her\b|their\b|one|which|who|whose|of|part|based|owned|home|makers?|made|built|run|set|born|now|also|already|together|"
    rf"along|including|through|via|in|for|with|as|known|formerly|[a-z]+ing|[a-z]+ed|[’'\w]+['’]s|{E}['’]s|"
    rf"{E}\s(?:affiliate|member|subsidiary|franchise|club|side|team|champions?)\b)[^;]{{1,200}}?,"
    r"|\s[–—-]{1,2}\s[^;:]{1,120}?\s[–—-]{1,2}|,|\s[–—-]{1,2}(?=\s))?"
)
_PARTS = (
    *(("E", E), ("D", D), ("G", G), ("E-", E[1:-1]), ("D-", D[1:-1]), ("G-", G[1:-1])),
    *(
        ("FIRM", patterns.parts("parties")["FIRM"]),
        ("THE", _THE),
        ("SPEAKS", _SPEAKS),
        ("O", O),
        ("A", _ARTICLE),
        ("ASIDE", _ASIDE),
        ("POSS", _POSSESSIVE),
        ("LW", _INNER),
        ("d", f"(?P<d>{D})"),
    ),
    *((name, f"(?P<{name}>{E})") for name in "spxyz"),
    *((f"{name}o", f"(?P<{name}>[{E[1:-1]}{O[1:-1]}])") for name in "spxy"),
    *((f"{name}s", f"(?P<{name}>{_NO_PLACE if name in 'sx' else ''}{_LIST})") for name in "spxy"),
)
_PAYER = re.compile(r"\b(?:sponsor|backer|supplier)s?$", re.IGNORECASE)
_PLAINLY = re.compile(rf"{E}\s(?:sponsors|sponsor)\s{E}")
# For words in small letters: what stands for a relation of any sort.
RELATED = re.compile(
    rf"{G}|deal|partne|agreement|contract|sponsorship|endorsement|pact|tie|collaborat|alliance|association|arrangement|relationship|backing|"
    r"co-?operation|support|link|licen[cs]e|involvement|commitment|naming|extension|renewal"
)


@dataclass(frozen=True)
class Reading:
    """One pattern's match in a passage, before it is decided who sponsors where grammar does not say."""

    passage: Passage
    found: re.Match[str]
    cue: str
    strength: float


@cache
def _index() -> patterns.Index:
    return patterns.Index(patterns.read("links", _PARTS))


def find_readings(passage: Passage) -> list[Reading]:
    """Return what the patterns match in a passage; of matches that end alike the one that begins first."""
    readings: list[Reading] = []
    if not passage.mentions or not speaks(passage):
        return readings
    text = patterns.small(passage.text)
    held = {"d": bool(passage.designations), "r": patterns.holds(RELATED, text)}
    for pattern in _index().possible(text, (sign for sign, is_held in held.items() if is_held)):
        readings.extend(_matches(pattern, passage, text))
    gone = {passage.text[one.found.start("z")] for one in readings if one.cue == REPLACES}
    gone |= {passage.text[one.found.start("s")] for one in readings if one.cue == PREDECESSOR}
    if gone:  # who is replaced does not sponsor, nor is sponsored by, who replaces it
        readings = [one for one in readings if one.cue in (REPLACES, PREDECESSOR) or not _is_of_both(one, gone)]
    if any(one.cue == "sold" for one in readings):  # then who sold is not who has the rights
        readings = [one for one in readings if one.cue != "rights to"]
    return readings


def _matches(pattern: patterns.Pattern, passage: Passage, text: str) -> Iterator[Reading]:
    """Yield where a pattern is found in a passage, whose words made small are `text`."""
    at, last_end = 0, -1
    while found := pattern.expression.search(text, at):
        at = found.start() + 1
        if found.end() != last_end:  # the words inside an apposition are not the subject
            last_end = found.end()
            yield Reading(passage, found, pattern.label, pattern.weight)


def _is_of_both(reading: Reading, gone: set[str]) -> bool:
    """Whether a reading has one of the signs given as its holder, or as the sponsor of somebody it names."""
    parties = [words for name, words in reading.found.groupdict().items() if words and name in "spxy"]
    return len(parties) > 1 and any(words in gone for words in parties)


# "⟨Rovers⟩ will ride ⟨Acme⟩ after ending a deal with ⟨Bolt⟩": whoever the sentence is about has ended it.
_AFTER_DOING = re.compile(
    r"[^,;.:]{0,30}?,?\s(?:after|before|by|while|since|despite|upon|on)\s(?:\w+ly\s)?(?:having\s)?\w+ing\b"
    r"|,\s(?:\w+ly\s)?(?:end|terminat|sever|cutt|leav|dropp|ditch|quitt|scrapp|break)ing\b"
)
_NAME_BEFORE = re.compile(rf"{E}[^,;.:]*$")


def _is_no_subject(reading: Reading) -> bool:
    """Whether another name stands before the first group, and what is made is told in a clause after it."""
    found, text = reading.found, reading.passage.text
    doing = _AFTER_DOING.match(text, found.end("x"), found.start("y"))
    return doing is not None and _NAME_BEFORE.search(text, 0, found.start("x")) is not None


# "launches a jumper in collaboration with ⟨Ode⟩": what is made or hosted with another, and how much that tells.
_JOINTLY = re.compile(
    r"\bin\s(?:\w+\s)?(?:partnership|collaboration|association|conjunction|co-?operation)\swith\b"
)
_HOSTS = 0.5


def find_links(readings: Iterable[Reading], fit: Callable[[int], Fitness]) -> Iterator[Link]:
    """Yield the links that the readings state, given how well each entity fits each side."""
    for one in readings:
        text, start, end = one.passage.text, one.found.start(), one.found.end()
        at = one.found.start("d") if "d" in one.found.re.groupindex else start
        if one.cue in (COPULA, UNNAMED_SIDE) and denials.lacks(text, start, at):
            continue
        if one.cue in (COPULA, UNNAMED_SPONSOR) and denials.takes_on(text[: at + 1]):
            continue
        if one.cue in (INTRODUCED, UNNAMED_SIDE) and denials.is_unsure(text, start, end):
            continue
        if denials.is_denied(text, start, end) or denials.OF_ANOTHER_SORT.search(one.found.group()):
            continue
        if one.cue in _MADE and (_is_of_another(one) or _is_no_subject(one)):
            continue
        hosts = one.cue in _MADE and _JOINTLY.search(one.found.group())
        yield from _links(one.passage, one.found, one.cue, one.strength * (_HOSTS if hosts else 1.0), fit)


# "The show, organised by ⟨Ode⟩ and sponsored by ⟨Acme⟩" is no sponsorship of Ode's, nor is one of works by Ode.
_NOT_BACKED = re.compile(
    r"\b(?:(?:hosted|organi[sz]ed|produced|run|staged|promoted|led|curated)\s(?:\w+\s){0,2}?by"
    r"|(?:exhibit\w*|show|works?|paintings?|photographs|retrospective)\s(?:of|by)(?:\s(?!of\b)[\w’'-]+){0,4}?)\s(?:the\s)?$",
    re.IGNORECASE,
)
_BY = re.compile(
    r"\b(?:hosted|organi[sz]ed|produced|run|staged|promoted|led|curated)\s(?:\w+\s){0,2}?by\s(?:the\s)?$",
    re.IGNORECASE,
)
_BY = re.compile(
    r"\b(?:nam|announc|appoint|unveil|confirm|chos|select|present|reveal|sign|pick|hir|recruit|tapp|rop|introduc|welcom|designat)"
    rf"\w{{0,4}}\s(?:\w+\s){{0,3}}?by\s(?:[\w’'-]+\s){{0,4}}?{E}",
    re.IGNORECASE,
)


def _links(
    passage: Passage, found: re.Match[str], cue: str, strength: float, fit: Callable[[int], Fitness]
) -> Iterator[Link]:
    groups = {
        name: passage.entities(_whole(passage.text, found, name))
        for name, words in found.groupdict().items()
        if words and name != "d"
    }
    sponsors, holders = subjects.becoming(groups.get("s", []), passage, found, fit), groups.get("p", [])
    holders = subjects.held_at(holders, passage, found, fit)
    sign = found.groupdict().get("d")
    of_ambassador = sign is not None and passage.designation(sign).role is Role.AMBASSADOR
    if cue == "joined":
        joined = groups.get("z", [])
        if joined and _plays(sponsors, fit) and _pays(joined, fit):
            # "⟨a player⟩ joins ⟨Acme⟩ as ambassador for ⟨the Cup⟩"
            sponsors, holders, of_ambassador = joined, sponsors, False
        else:
            sponsors = [*sponsors, *joined]
    is_directed = True
    if cue == UNNAMED_SIDE:
        named = groups.get("x", [])
        gets = subjects.obtains(passage, found) and not any(fit(one).sponsor >= _SURELY for one in named)
        held = all(fit(one).holder >= max(_CLEARLY, fit(one).sponsor + _APART) for one in named)
        is_one = subjects.becomes_one(passage, found)
        plays = gets or (held and not is_one)
        pays = not gets and all(fit(one).sponsor >= fit(one).holder + _APART for one in named)
        is_directed = of_ambassador or pays or (is_one and len(named) == 1)
        sponsors, holders = ([], named) if plays and not of_ambassador else (named, [])
        cue = UNNAMED_HOLDER if sponsors else INTRODUCED
    if of_ambassador:
        sponsors, holders = holders, sponsors or [SOME_ATHLETE]
        cue = {UNNAMED_HOLDER: UNNAMED_SPONSOR, UNNAMED_SPONSOR: UNNAMED_HOLDER}.get(cue, cue)
    if cue == "named" and _BY.search(found.group()):  # who is named stands first, and by whom after it
        sponsors, holders = holders, sponsors
    if cue == "sponsors" and _PLAINLY.search(passage.text, found.start(), found.end()):
        groups["x"], groups["y"] = sponsors, holders  # "Rovers sponsors Acme" is as good as "Acme sponsors Rovers"
    if "y" in groups:
        is_directed = cue == "its own" and _is_payer(passage, sign)
        one, other = groups.get("x", []), groups["y"]
        sponsors, holders = (other, one) if is_directed else _sides(one, other, fit)
    sponsors, holders = _on_their_side(sponsors, fit, "sponsor"), _on_their_side(holders, fit, "holder")
    if cue == SPONSORED_BY and holders and _NOT_BACKED.search(passage.text, 0, found.start("p")):
        holders = []
    link = Link(passage, found.start(), found.end(), None, None, strength, cue, is_directed)
    gone = groups["z"] if cue == REPLACES else []
    if gone and of_ambassador:  # whose place another face takes
        yield from _each(replace(link, cue=PREDECESSOR), sponsors, gone)
    elif gone and not holders and _plays(sponsors, fit) and not _pays(gone, fit):
        return  # "⟨a player⟩ replaces ⟨a player⟩": of no sponsor
    elif gone:
        link = replace(link, replaced=gone[0])
    yield from _each(link, sponsors, holders)


def _is_payer(passage: Passage, sign: str | None) -> bool:
    """Whether a designation says who pays, a sponsor and no partner or ambassador: whoever has one is sponsored."""
    return sign is not None and _PAYER.search(passage.designation(sign).words) is not None


def _each(link: Link, sponsors: list[int], holders: list[int]) -> Iterator[Link]:
    """Yield the link with each sponsor and each holder; where there are none of one side, with that side open."""
    for sponsor in sponsors or (None,):
        for holder in holders or (None,):
            renames = link.cue in (CHRISTENED, RENAMED)  # to a name by which we know it already
            if (sponsor != holder or renames) and not (
                holder is None and _OTHERWISE.match(link.passage.text, link.end)
            ):
                yield replace(link, sponsor=sponsor, holder=holder)


# The cues of a sponsor whose time is over, of one the new one joins, and of one that only stands beside a holder.
PREDECESSOR, FELLOW, BESIDE = "predecessor", "fellow", "beside"
REPLACES = "replaces"  # of one that says whose place the sponsor takes
# Those of one whose sponsor is, or may be, the new name of a ground, which a firm's may be part of.
CHRISTENED, RENAMED = "christened", "renamed"
# Those of one that names only the sponsor, and only the holder.
UNNAMED_HOLDER, UNNAMED_SPONSOR = "unnamed holder", "unnamed sponsor"
SPONSORED_BY = "sponsored by"
COPULA, ROLL = "copula", "roll"  # of those that say who is, becomes or remains a sponsor, or that the sponsors are
# Of a reading that names one party, either side: who signs a deal, or reveals a sponsor.
UNNAMED_SIDE = "unnamed side"
# Of one that names the holder and announces a sponsor: the next sentence says who that is, if any does.
INTRODUCED = "introduced"
# Those of one that says what is made with whom.
_MADE = ("made with", "with")
_CLEARLY, _APART, _OTHER_SIDE = 0.65, 0.3, 0.5
_SURELY = 0.9  # a name that says that it trades


# "its sponsorship of amateur cycling", "partner in the venture": the holder is said, and is no name. Nor are times.
_OTHERWISE = re.compile(
    r"\sin\s(?:the|this|that|an?|its|their)\s(?:[\w-]+\s){0,2}"
    r"(?:initiative|project|programme|program|scheme|venture|consortium|business|company|firm|campaign)\b|(?:\s\w+)?\s(?:of|for|with|to(?!\s(?:help|support|provide|bring|deliver|offer|give|make|create|promote|develop|launch|raise|encourage|enable|ensure|drive|grow|assist|fund|boost|become|celebrate|supply|mark|host|run|produce|improve|build|reach)\b)|from)\s(?!this\b|next\b|more\b|now\b|(?:(?:the|its|their|all|both|every|each)\s(?:[\w’'-]+\s){0,3}?)?(?:jersey|shirt|kit|sleeve|short|strip|dress|club|team|side)(?:e?s)?\b|"
    r"(?:the|this)\s(?:[\w’'-]+\s){0,2}?(?:tournament|event|race|festival|competition|series|championships?|league|show|marathon|conference)\b|"
    r"(?:an?|the)\s(?:[\w.£$€-]+\s){0,3}?(?:fee|sum|amount|price)\b|\d|(?:the\s)?(?:(?!(?:in|on|at|from|during|since|last)\s)[\w-]+\s){0,4}?(?:years?|seasons?|months?|time|term|future|(?:mon|tues|wednes|thurs|fri|satur|sun)day|"
    r"january|february|march|april|may|june|july|august|september|october|november|december)\b)"
    r"[\w’'-]+(?!\W{0,3}$)",
    re.IGNORECASE,
)
# "the Norwegian league's ⟨Rovers⟩", "⟨Rovers⟩ striker ⟨Ode⟩": a name that only describes the next one.
_HEAD = re.compile(rf"(?:['’]s?)?(?P<words>(?:\s[\w-]+){{0,4}}),?\s(?P<head>{_LIST})")
# "⟨Ode⟩ of the ⟨Rovers⟩ has signed": Ode has.
_OF_BODY = re.compile(rf"(?P<who>{E}),?\s(?:of|from)\s(?:the\s)?$")
_OF_ANOTHER = re.compile(rf"{E}['’]s\s(?={E})")
_NO_DESCRIPTION = re.compile(
    r"\b(?:and|or|when|where|if|because|since|once|though|it|they|he|she|into|over|against|with|for|to|in|on|at|as|is|has|have|was|were|are|will|of(?!\sfame)|by|from|that|which|who|after|before|until|through|"
    r"during|ahead|said|says|the|a|an|also|but|while|ceo|president|chief|director|manager|head|boss|chairman|coach|officer|"
    r"announce\w*|includ\w*|sign\w*|extend\w*|renew\w*|become\w*|join\w*|partner\w*|team|unveil\w*|launch\w*)\b",
    re.IGNORECASE,
)


def _whole(text: str, found: re.Match[str], name: str) -> str:
    """Return the signs of a group, the head of its noun phrase in place of a name that only describes it.

    The head stands after it ("⟨Rovers⟩ striker ⟨Ode⟩") or before it ("⟨Ode⟩ of ⟨Rovers⟩").
    """
    words = _OF_ANOTHER.sub("", found[name])
    if found.start(name) == found.start() and (owner := _OF_BODY.search(text, 0, found.start())):
        return owner["who"] + words[1:]
    if found.end(name) != found.end():
        return words
    head = _HEAD.match(text, found.end())
    comma = head is not None and text[head.start("head") - 2] == ","
    if head and not _NO_DESCRIPTION.search(head["words"]) and (not comma or text[found.end()] in "'’"):
        return words[:-1] + head["head"]
    return words


def _pays(group: list[int], fit: Callable[[int], Fitness]) -> bool:
    """Whether all of a group are clearly such as sponsor."""
    return all(fit(one).sponsor - fit(one).holder >= _APART for one in group)


def _is_of_another(reading: Reading) -> bool:
    """Whether what is made with the second group is somebody else's than the first's.

    "⟨Ode⟩ signed with ⟨Acme⟩, ending his partnership with ⟨Bolt⟩": that was not Acme's.
    """
    passage, found = reading.passage, reading.found
    owners = {*passage.entities("".join(re.findall(O, passage.text[found.end("x") : found.start("y")])))}
    return bool(owners) and not owners & {*passage.entities(found["x"]), *passage.entities(found["y"])}


def _plays(group: list[int], fit: Callable[[int], Fitness]) -> bool:
    """Whether all of a group are such as are sponsored."""
    return all(fit(one).holder - fit(one).sponsor >= _APART for one in group)


def _on_their_side(group: list[int], fit: Callable[[int], Fitness], side: str) -> list[int]:
    """Return those of a list who fit its side, all of them where none fits it better than the other.

    "⟨Acme⟩ and ⟨the Lake Club⟩ extended the title sponsorship of ⟨the Cup⟩": the club does not pay.
    """
    other = "holder" if side == "sponsor" else "sponsor"
    lean = {one: getattr(fit(one), side) - getattr(fit(one), other) for one in group}
    clear = any(value >= _APART for value in lean.values())
    return [one for one in group if lean[one] > -_OTHER_SIDE] if clear else group


def _sides(left: list[int], right: list[int], fit: Callable[[int], Fitness]) -> tuple[list[int], list[int]]:
    """Return which of two groups sponsors and which is sponsored, by what their members are."""

    def mean(group: list[int], side: str) -> float:
        return sum(getattr(fit(one), side) for one in group) / len(group) if group else 0.3

    forward = mean(left, "sponsor") * mean(right, "holder")
    backward = mean(right, "sponsor") * mean(left, "holder")
    return (left, right) if forward >= backward else (right, left)
