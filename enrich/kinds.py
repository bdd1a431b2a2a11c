"""What kind of thing a name stands for, from everything the document says about it.

Each mention is a witness: the model's guess, the words of the name, the words around it. Evidence adds up over
all mentions of a name; the kind is decided once for the document. Weights are in units of one model's guess.
"""

import re

from enrich import casing, edges, knowledge, shapes, towns
from enrich.cuts import Name
from enrich.knowledge import Match
from enrich.surroundings import AFTER, BEFORE, K, Score, add, phrase
from enrich.words import first_names
from records.record import EntityKind

_LABELS = {
    "PERSON": K.PERSON,
    "ORG": K.ORGANIZATION,
    "OWNED": K.ORGANIZATION,
    "GPE": K.PLACE,
    "LOC": K.PLACE,
    "FAC": K.VENUE,
    "EVENT": K.EVENT,
    "PRODUCT": K.ORGANIZATION,
}


# The words before a name are read from so many words back.
LOOK_BACK = 6
_WORD = re.compile(r"\w[\w’'.-]*")
# What is before a name may be a person's work as well as a firm's.
_OF_BOTH = re.compile(
    r"\b(?:developer|publisher|promoter|producer|builder|maker|backer|operator|partner|supplier|agent|broker|sponsor"
    r"|broadcaster|contractor|consultant|specialist"
    r"|merchant|provider|label|owner|brewer|grocer|jeweller|distiller|winemaker|watchmaker|restaurateur) $",
    re.IGNORECASE,
)
_MATE = re.compile(r"\b(?:his|her|their|my) (?:\w+ )?partner,? $")
_IN_CHARGE = re.compile(
    r"\b(?:Head|Director|President|VP|SVP|EVP|Manager|Chief|Leader|Lead|Officer)(?: of|,|,? for) $", re.IGNORECASE
)
_ENDED = re.compile(r"[.,;”\"]|$")
_HELD = re.compile(r" (?:(?:Mr|Mrs|Ms|Dr|Sir)\.? )?[A-Z][\w’'.-]+ [A-Z]")
_EMPLOYED = re.compile(r",? (?:at|for|with) (?:the )?[A-Z]")
# The letters of a degree stand between a person's name and the office.
_HOLDER = re.compile(r"[A-Z][\w.’'-]+ [A-Z][\w’'-]+, $")
_DEGREE = re.compile(rf"[®™]*, (?:{phrase('titles')})\b", re.IGNORECASE)
_LISTED = re.compile(r"\b(?:including|include|includes|such as|like|,) $")  # "the team, including Anna Brill"
_OWNER = re.compile(r"([A-Z][\w.&-]*)(?:['’]s|(?<=s)['’]) $")
_MEMBER = re.compile(r"['’]s? ([A-Z][\w’'-]+) (?:[a-z]{2,3} )?[A-Z][\w’'-]+")
# What a sentence on a university's sport speaks of, and seldom one on a state.
_OF_A_COLLEGE = re.compile(
    r"\b(?:athletics|the (?:school|university|college)|campus|student-athletes?|collegiate|NCAA|head coach"
    r"|college (?:sports?|football|basketball)"
    r"|(?:football|basketball|baseball|volleyball|gymnastics) (?:stadium|arena|team|program|coach|season))\b"
)
_OF_A_CLUB = re.compile(
    r"(?:chairman|boss|manager|head coach|captain|striker|midfielder|defender|winger|goalkeeper|fans|supporters"
    r"|players|shirts?|kits?|legend)\b"
)
_ITS_DRESS = re.compile(r"[^.;]{0,120}\btheir (?:[\w-]+ )?(?:shirts?|kits?|sleeves?|players|fans|supporters)\b")
# What stands before the town where a firm sits.
_SEAT = re.compile(r"[A-Z][\w’'-]* ([A-Z][\w’'-]*) of $")
_MARKED, _CLOSED = re.compile(r"(?<!\w)[“\"‘']$"), re.compile(r"[,.!?]?[”\"’'](?!\w)")


def label(name: Name) -> Score:
    """Return the model's guess: surer of full names than of single words, which are often brands new to it."""
    if name.dateline:
        return {K.PLACE: 3}
    if name.label not in _LABELS or name.listed:
        return {}
    if len(name.words) == 1 and shapes.CAMEL.match(name.words[0]) and name.label in ("PERSON", "GPE", "LOC"):
        return {}  # "OdeW" is neither a place nor a person, however new to the model
    if name.label == "PERSON":
        full = len(name.words) > 1 and name.words[0].casefold() in first_names()
        return {K.PERSON: 1.6 if full else 1.2 if len(name.words) > 1 else 0.8}
    return {_LABELS[name.label]: 0.5 if name.label == "PRODUCT" else 1}  # wares are more often no brands


def surroundings(body: str, name: Name) -> Score:
    """Return what the words around one mention say."""
    if name.dateline:
        return {K.PLACE: 2, K.PERSON: -2}
    before = body[max(name.sentence.start, name.start - 50) : name.start]
    after = body[name.end : min(name.sentence.end, name.end + 70)]
    score = _of_place(body, name, before, after)
    add(score, _of_college(body, name))
    add(score, _of_club(body, name))
    if name.title is not None:
        add(score, {K.PERSON: 3})
    elif not (
        (_looks_personal(name) and (_OF_BOTH.search(before) or _LISTED.search(before)))
        or (name.text.casefold() in first_names() and _MATE.search(before))
    ):
        starts = [match.start() for match in _WORD.finditer(before)][-LOOK_BACK:]
        for pattern, votes in BEFORE if starts else ():
            if pattern.search(before, starts[0]):
                add(score, votes)
    for pattern, votes in AFTER:
        if pattern.match(after):
            add(score, votes)
    return score


def _of_place(body: str, name: Name, before: str, after: str) -> Score:
    """Return what it says that a name stands in a roll, after an office or an owner, or between marks."""
    score: Score = {}
    if name.enrolled and not _looks_personal(name) and name.text.casefold() not in knowledge.words("places"):
        add(score, {K.ORGANIZATION: name.enrolled, K.PERSON: -1, K.PLACE: -1})
    in_charge = _IN_CHARGE.search(before)
    if in_charge and _ENDED.match(after) and all(casing.ordinary(word) >= -1 for word in name.words):
        add(score, {K.ORGANIZATION: -3})  # "Managing Director, International Media."
    if in_charge and _HELD.match(after) and all(casing.ordinary(word) >= 0 for word in name.words):
        add(score, {K.ORGANIZATION: -3})  # "Director of Marketing and Communications Anna Brill"
    if in_charge and _EMPLOYED.match(after):
        add(score, {K.ORGANIZATION: -6})  # a field of work: "Head of Moro Relations at Ode Bank"
    calling = body[name.sentence.start : name.start].rstrip()
    if len(name.words) > 1 and calling.isalpha() and calling.istitle() and edges.is_doer(calling):
        add(score, {K.PERSON: 2.5})  # "Ringmaster Anna Brill"
    if len(name.words) == 1 and name.text.isupper() and _HOLDER.search(before) and _DEGREE.match(after):
        add(score, {K.ORGANIZATION: -4})  # "Anna Brill, CFP, director"
    member = _MEMBER.match(after)
    if member and member[1].casefold() in first_names():
        add(score, {K.ORGANIZATION: 2, K.PERSON: -2})  # "Ode’s Anna Brill" works there
    if not _looks_personal(name):
        add(score, towns.of_land(name, after))
    owner = _OWNER.search(before)
    if owner and owner[1].casefold() not in knowledge.words("places"):
        add(score, {K.ORGANIZATION: -1.5})  # "Ode’s Moro Classic" is rather a ware or a plan of Ode’s
    seat = _SEAT.search(before)
    if seat and seat[1].casefold() in knowledge.words("trade_words"):
        add(score, {K.PLACE: 3, K.ORGANIZATION: -1.5})  # "Ode Tiles of Great Moro"
    if _MARKED.search(before) and _CLOSED.match(after):
        add(score, {K.ORGANIZATION: -2, K.PERSON: -2})  # a title of a work, a ware, a slogan
    return score


def _of_club(body: str, name: Name) -> Score:
    """Return whether a name that ends like a town's is the club's: it wears something, or is "City" for short."""
    last = name.words[-1]
    if last not in shapes.TOWNS or len(name.words) == 1:
        return {}
    short = (
        found for found in re.finditer(rf"\b([A-Z][\w’'-]* )?{last} (?={_OF_A_CLUB.pattern})", body) if not found[1]
    )
    dressed = _ITS_DRESS.match(body, name.end, name.sentence.end)
    return {K.ORGANIZATION: 1.5, K.PLACE: -1.5} if dressed or any(short) else {}


def _of_college(body: str, name: Name) -> Score:
    """Return what a sentence on a university's sport says of a State: "Great Moro State renamed its arena"."""
    if len(name.words) < 2 or name.words[-1] != "State":
        return {}
    told = _OF_A_COLLEGE.search(body, name.sentence.start, name.sentence.end)
    return {K.ORGANIZATION: 4, K.PLACE: -4} if told else {}


def _looks_personal(name: Name) -> bool:
    """Whether a name is a given name that we know and one or two more words."""
    return 2 <= len(name.words) <= 3 and name.words[0].casefold() in first_names()


_KNOWN = {K.BRAND: K.ORGANIZATION, K.RIGHTS_HOLDER: K.ORGANIZATION}


def of_known(match: Match, fields: frozenset[str]) -> Score:
    """Return what the knowledge base says of a name; one that means other things too counts by its field.

    `fields` are the sports and arts the document is about: there "Liverpool" is rather the club.
    """
    kind = _KNOWN.get(match.entry.kind, match.entry.kind)
    first, last = match.text.split()[0], match.text.split()[-1]
    personal = first.casefold() in first_names() and casing.ordinary(last) <= 0
    if match.sure and personal and match.entry.kind is K.BRAND:
        return {kind: 4.5}  # "Fred Perry" was a player first, "Bud Light" nobody
    if match.sure:
        return {kind: 7 if " " in match.text else 3.5}
    return {kind: 4.5 if match.entry.field in fields else 1.2}


_KINDS = tuple(EntityKind)


def best(score: Score) -> tuple[EntityKind | None, float]:
    """Return the kind with the most evidence and how much that is; ties go to the order of the kinds."""
    if not score:
        return None, 0
    top = max(score.values())
    if top > 0:  # nearly always, and sooner found than by going through all kinds
        return next(kind for kind in _KINDS if score.get(kind) == top), top
    kind, most = _KINDS[0], score.get(_KINDS[0], 0)
    for other in _KINDS:
        if score.get(other, 0) > most:
            kind, most = other, score.get(other, 0)
    return kind, most
