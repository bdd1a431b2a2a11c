"""What kind of thing a name stands for, from everything the document says about it.

Each mention is a witness: the model's guess, the words of the name, the words around it. Evidence adds up over
all mentions of a name; the kind is decided once for the document. Weights are in units of one model's guess.
"""

import re

from enrich import casing, edges, knowledge, towns
from enrich.cuts import Name
from enrich.joins import CALLS
from enrich.knowledge import Match
from enrich.numbers import DISTANCES
from enrich.surroundings import AFTER, BEFORE, K, Score, add, phrase
from enrich.words import ROYAL, first_names
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


# From so many doublings on a word is no surname.
_NO_SURNAME = 2.0
# From so many doublings on a word after a name that is no given one is a trade rather than a surname.
_NO_NAME = 1.0
# Below so many doublings a word after "King" is his name.
_ROYAL_NAME = -1.0
# Endings of words for trades and wares; those of the language are nobody's surname.
_TRADE = re.compile(r"(?:ing|graphy|logy|tics|tions|ments|wear|ware|ures|ants|ials|als)$")
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
# The sign of a model or an age group in a name; some sports are written so, too.
_MODEL = re.compile(r"(?!(?:F\d|E1|T20|T10|U2|3D|3x3|4x4)$)(?=\w*\d)(?=\w*[A-Za-z])(?!\d+(?:st|nd|rd|th)$)\w+")
# The letters of a degree stand between a person's name and the office.
_HOLDER = re.compile(r"[A-Z][\w.’'-]+ [A-Z][\w’'-]+, $")
_DEGREE = re.compile(rf"[®™]*, (?:{phrase('titles')})\b", re.IGNORECASE)
_LISTED = re.compile(r"\b(?:including|include|includes|such as|like|,) $")  # "the team, including Anna Brill"
_PARTED = re.compile(r"(?:Mc|Mac|O['’]|De|Di|Du|La|Le|Van|Fitz|St)[A-Z]")
CAMEL = re.compile(r"(?!(?:Mc|Mac|De|Di|Du|La|Le|Van|Fitz)[A-Z])[A-Za-z]*[a-z][A-Z][A-Za-z]*$")
_NOBLE = ROYAL | frozenset("duke duchess earl countess baron baroness lord lady viscount sir dame".split())
# No person's name has these inside.
_SMALL = frozenset("of to for the and in at on with & from".split())
_OWNER = re.compile(r"([A-Z][\w.&-]*)(?:['’]s|(?<=s)['’]) $")
_MEMBER = re.compile(r"['’]s? ([A-Z][\w’'-]+) (?:[a-z]{2,3} )?[A-Z][\w’'-]+")
# What a sentence on a university's sport speaks of, and seldom one on a state.
_OF_A_COLLEGE = re.compile(
    r"\b(?:athletics|the (?:school|university|college)|campus|student-athletes?|collegiate|NCAA|head coach"
    r"|college (?:sports?|football|basketball)"
    r"|(?:football|basketball|baseball|volleyball|gymnastics) (?:stadium|arena|team|program|coach|season))\b"
)
# How towns are called, and what a club has whose name ends so: "City chairman", "Moro City change their shirts".
_TOWNS = frozenset("City Town County".split())
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
    if len(name.words) == 1 and CAMEL.match(name.words[0]) and name.label in ("PERSON", "GPE", "LOC"):
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
    if last not in _TOWNS or len(name.words) == 1:
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


def of_words(words: tuple[str, ...], *, person: bool = False) -> Score:
    """Return what the words of a name say by themselves: given names, and the heads of bodies and events.

    `person` says that the model takes every mention for a person: "Jerry Rice" is no food.
    """
    folded = [word.casefold().rstrip(".,!").removesuffix("’s") for word in words]
    if folded[0] == "the":
        folded = folded[1:] or folded
    usual = casing.ordinary(words[-1])
    surname = (
        usual < _NO_SURNAME and not (usual >= 1 and _TRADE.search(folded[-1])) and not _is_of_bodies(words[-1])
    )
    # "Jerry Rice" and "Min Park", but "Grace Advertising"
    named = person and surname and (folded[0] in first_names() or folded[-1] in knowledge.words("east_surnames"))
    score = {kind: votes / 2 if named else votes for kind, votes in _of_heads(folded).items()}
    if {" ".join(folded), " ".join(words).casefold()} & knowledge.words("places"):
        add(score, {K.PLACE: 2.5})
    if len(words) > 2:
        add(score, _of_longer(words))
    if 2 <= len(words) <= 5 and (not score or (person and len(words) == 2 and surname)):
        add(score, _of_full_name(folded, words))
    if len(words) == 2 and folded[-1].endswith("s") and usual > 0.5 and folded[0] not in first_names():
        add(score, {K.PERSON: -1})  # "Moro Vapes"
    if len(words) > 1 and folded[-1] in knowledge.pairs("field_words") and folded[0] not in first_names():
        add(score, {K.ORGANIZATION: 1, K.PERSON: -2})  # "Moro Cricket"
    if len(words) > 2 and _SMALL & set(words[1:-1]) and not _NOBLE & set(folded):
        add(score, {K.PERSON: -4})  # "Critics of Moro"
    if len(words) > 1 and any(CAMEL.match(word) for word in words):
        add(score, {K.ORGANIZATION: 1.2, K.PERSON: -1})
    if len(words) == 1:
        add(score, _of_one_word(words[0]))
        if words[0].islower() and "." in words[0]:
            add(score, {K.ORGANIZATION: 1.5})  # "ode.bet"
    if any(_MODEL.fullmatch(word) for word in words):
        # "Moro3" may be a brand; "Moro F370", "GT4 Moro" and "Moro U14" are wares and ages
        add(score, {K.ORGANIZATION: 0.5 if len(words) == 1 else 0 if K.ORGANIZATION in score else -3})
    return score


def of_seen_body(words: tuple[str, ...]) -> Score:
    """Return what speaks against a person where the model sees a body everywhere and a trade ends the name."""
    traded = len(words) > 1 and casing.ordinary(words[-1]) > _NO_NAME
    given = words[0].casefold() in first_names() and len(words) == 2
    return {K.PERSON: -3} if traded and not given else {}


def of_usage(words: tuple[str, ...]) -> Score:
    """Return what speaks against a name all of whose words are words of the language ("Governance")."""
    usage = [casing.ordinary(word) for word in words if word[0].isupper()]
    ordinary = min(usage, default=0)
    if ordinary > 0:
        against = -(0.5 + ordinary / 2 if len(words) == 1 else ordinary / min(len(words), 3))
        named = len(words) == 1 or words[0].casefold() in first_names()
        return {K.ORGANIZATION: against, K.PERSON: against - (0 if named else 1)}
    if usage and usage[0] > 1 and words[0].casefold() not in first_names():
        return {K.PERSON: -usage[0] / 2}  # "Multiple Moros" is nobody
    return {}


def _of_longer(words: tuple[str, ...]) -> Score:
    """Return what a nickname, a call ("Invest in Ode") or a sponsor before a known event ("Ode Moro Cup") says."""
    if any(word[0] in "“\"‘'" for word in words[1:-1]):
        return {K.PERSON: 8}
    if words[1] == "in" and words[0] in CALLS:
        return {K.ORGANIZATION: 4, K.PLACE: -6, K.PERSON: -4}
    tails = (knowledge.base().get(" ".join(words[cut:])) for cut in (1, 2) if len(words) - cut > 1)
    return {K.EVENT: 6} if any(entry is not None and entry.kind is K.EVENT for entry in tails) else {}


def _is_of_bodies(word: str) -> bool:
    """Whether a word is one of the language that ends names of bodies, and nobody's surname: "Bank", but "Post"."""
    return word != "Post" and casing.ordinary(word) > 0 and word.casefold() in knowledge.words("org_heads")


_AGES = re.compile(r"(?:under|u)-?\d{1,2}s?")
_SIDES = frozenset("women ladies reserves juniors".split())
_HEADS: tuple[tuple[str, EntityKind, float], ...] = (
    ("org_heads", K.ORGANIZATION, 4),
    ("trade_words", K.ORGANIZATION, 4),
    ("club_heads", K.ORGANIZATION, 2.5),
    ("event_heads", K.EVENT, 4),
    ("venue_heads", K.VENUE, 3.5),
    ("place_heads", K.PLACE, 2.5),
)


# What a firm's whole name may stand before, whatever that has an "of" in it.
_GROUNDS = frozenset(
    "stadium arena ballpark coliseum dome speedway raceway amphitheatre amphitheater fieldhouse".split()
)
# Parties of these stand for parliament; parties of other words of the language are feasts.
_POLITICAL = frozenset(
    "labour labor conservative green democratic republican liberal national communist socialist people's peoples"
    " workers workers' independence reform libertarian unionist nationalist congress justice freedom unity"
    " progressive christian populist solidarity alliance action future renewal progress".split()
)
# Races run beside a longer one, in whose name they stand last.
_SHORTER = frozenset("half 10k 5k 10-miler relay".split())
# A conference of these is a league.
_OF_COLLEGES = frozenset("collegiate intercollegiate athletic athletics".split())


def _of_phrase(folded: list[str], head: str) -> Score:
    """Return what a head word says that means another thing beside certain words, or nothing."""
    if (head in ("center", "centre") and "for" in folded) or (head == "conference" and _OF_COLLEGES & set(folded)):
        return {K.ORGANIZATION: 4}
    feast = len(folded) > 1 and folded[-1] == head == "party" and folded[-2] not in _POLITICAL
    return {K.EVENT: 4} if feast and casing.ordinary(folded[-2].title()) > 0 else {}  # "Moro Launch Party"


def _head(folded: list[str]) -> str:
    """Return the word of a name that says what it is."""
    inner = next((folded[folded.index(link) - 1] for link in ("of", "for", "at") if link in folded[1:]), folded[-1])
    # "Bank of Ode Marathon", "Bank of Ode Arena"
    head = folded[-1] if folded[-1] in knowledge.words("event_heads") | _GROUNDS else inner
    longer = folded[folded.index("&") - 1] if "&" in folded[1:-1] else ""
    if longer in knowledge.words("event_heads") and folded[-1] in _SHORTER | knowledge.words("event_heads"):
        return longer  # "Moro Marathon & Half"
    return head.rstrip("0123456789") or head  # "Moro Expo25"


def _of_heads(folded: list[str]) -> Score:
    """Return what the last word says, or in "Museum of Glass" the word before "of"."""
    score: Score = {}
    if len(folded) == 1 and folded[0] not in ("inc", "ltd", "plc"):
        return score
    if len(folded) > 1 and folded[-1].isdigit() and len(folded[-1]) == 4:
        add(score, {K.EVENT: 3})
        folded = folded[:-1]
    head = _head(folded)
    if called := _of_phrase(folded, head):
        return called
    for heads, kind, weight in _HEADS:
        if head in knowledge.words(heads):
            add(score, {kind: weight})
    if folded[0] in knowledge.words("first_of_event"):
        add(score, {K.EVENT: 4})  # "Copa Ode"
    elif (
        K.EVENT not in score
        and head not in _GROUNDS
        and (folded[0] in knowledge.words("first_of_body") or "&" in folded)
    ):
        add(score, {K.ORGANIZATION: 3})
    if folded[0] in knowledge.words("sports") and folded[-1] in knowledge.words("places"):
        add(score, {K.ORGANIZATION: 4, K.PLACE: -2})  # "Netball Moro" governs the sport there
    if folded[-1] == "state" and " ".join(folded[:-1]) in knowledge.words("colleges"):
        add(score, {K.ORGANIZATION: 4, K.PLACE: -4})
    if len(folded) > 1 and (folded[-1] in _SIDES or _AGES.fullmatch(folded[-1])):
        add(score, {K.ORGANIZATION: 2.5})
    if folded[-1] in DISTANCES and len(folded) > 1:
        add(score, {K.EVENT: 4})
    return score


def _of_full_name(folded: list[str], words: tuple[str, ...]) -> Score:
    if folded[0] in knowledge.words("honorifics"):
        return {K.PERSON: 5}
    if words[0] == "DJ" or (folded[0] in ROYAL and len(words) == 2 and casing.ordinary(words[1]) < _ROYAL_NAME):
        return {K.PERSON: 3}
    if {folded[0], folded[0].partition("-")[0]} & first_names() and words[-1][0].isupper():
        return {K.PERSON: 2.5}
    if folded[0] in knowledge.words("east_surnames") and (len(words) == 3 or "-" in words[-1]):
        return {K.PERSON: 2.5}
    if folded[0] in knowledge.words("east_surnames") and casing.ordinary(words[-1]) <= casing.UNKNOWN:
        return {K.PERSON: 1.2}  # "Park Hakjae", but "Park Royal"
    initial = words[0].endswith(".") and casing.ordinary(words[-1]) < 1  # "J. Brill", not "on X. Featuring"
    if initial or (len(words) == 3 and len(folded[1]) == 1):
        return {K.PERSON: 1.5}
    return {}


def _of_one_word(word: str) -> Score:
    """Return what an acronym or capitals inside a word say: "IOC", "MetLife", but not "McCoy"."""
    if word.casefold() in knowledge.words("sports"):
        return {K.ORGANIZATION: -2, K.PERSON: -2}  # "Badminton is fast"
    if word.endswith(("’s", "'s")) or word.casefold() in knowledge.words("club_heads"):
        return {K.ORGANIZATION: 1.5, K.PERSON: -2}
    if word.isupper() and len(word) > 1:
        return {K.ORGANIZATION: 0.8, K.PERSON: -1.5}
    if any(c.isupper() for c in word[1:]) and not _PARTED.match(word):
        return {} if "-" in word else {K.ORGANIZATION: 1.2, K.PERSON: -1}
    return {}


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
    kind, most = _KINDS[0], score.get(_KINDS[0], 0)
    for other in _KINDS:
        if score.get(other, 0) > most:
            kind, most = other, score.get(other, 0)
    return kind, most
