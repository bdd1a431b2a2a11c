"""What the words of a name say of its kind by themselves: given names, the heads of bodies, events and places.

"Moro Rovers" is a club, "Copa Moro" an event and "Anna Moro" a person wherever they stand. Weights are in units of
one model's guess.
"""

import re

from enrich import casing, edges, knowledge
from enrich.idle import is_day
from enrich.joins import CALLS
from enrich.numbers import DISTANCES
from enrich.surroundings import K, Score, add
from enrich.words import NOBLE, ROYAL, first_names
from records.record import EntityKind

# From so many doublings on a word is no surname.
_NO_SURNAME = 2.0
# From so many doublings on a word after a name that is no given one is a trade rather than a surname.
_NO_NAME = 1.0
# Below so many doublings a word after "King" is his name.
_ROYAL_NAME = -1.0
# Endings of words for trades and wares; those of the language are nobody's surname.
_TRADE = re.compile(r"(?:ing|graphy|logy|tics|tions|ments|wear|ware|ures|ants|ials|als)$")
# The sign of a model or an age group in a name; some sports are written so, too.
_MODEL = re.compile(r"(?!(?:F\d|E1|T20|T10|U2|3D|3x3|4x4)$)(?=\w*\d)(?=\w*[A-Za-z])(?!\d+(?:st|nd|rd|th)$)\w+")
_PARTED = re.compile(r"(?:Mc|Mac|O['’]|De|Di|Du|La|Le|Van|Fitz|St)[A-Z]")
CAMEL = re.compile(r"(?!(?:Mc|Mac|De|Di|Du|La|Le|Van|Fitz)[A-Z])[A-Za-z]*[a-z][A-Z][A-Za-z]*$")
_RUN = re.compile(r"(?:3|5|8|10|12|15|20|21|25|50|100)k")
# A year in which an event may have been held, and none in which a club was founded.
_YEAR = re.compile(r"(?:19[3-9]|20)\d\d")
# No person's name has these inside.
_SMALL = frozenset("of to for the and in at on with & from".split())
# How towns are called, and what a club has whose name ends so: "City chairman", "Moro City change their shirts".
TOWNS = frozenset("City Town County".split())


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
    if len(words) > 1:
        add(score, _of_town(folded, words))
    if len(words) > 2 and _SMALL & set(words[1:-1]) and not NOBLE & set(folded):
        add(score, {K.PERSON: -4})  # "Critics of Moro"
    if len(words) > 1 and any(CAMEL.match(word) for word in words):
        add(score, {K.ORGANIZATION: 1.2, K.PERSON: -1})
    if len(words) == 1:
        add(score, _of_one_word(words[0]))
    if any(_MODEL.fullmatch(word) for word in words):
        # "Moro3" may be a brand; "Moro F370", "GT4 Moro" and "Moro U14" are wares and ages
        add(score, {K.ORGANIZATION: 0.5 if len(words) == 1 else 0 if K.ORGANIZATION in score else -3})
    return score


def _of_town(folded: list[str], words: tuple[str, ...]) -> Score:
    """Return what a call of a board of tourism says ("Visit Moro"), or a team after its town ("Moro Rockets")."""
    if len(folded) == 2 and folded[0] in knowledge.words("places") and folded[-1] in knowledge.pairs("field_words"):
        return {K.ORGANIZATION: 3, K.PERSON: -4}  # "Kent Rugby"
    if folded[0] in edges.TOURISM and casing.ordinary(words[1]) < 0:
        return {K.ORGANIZATION: 4, K.PLACE: -6, K.PERSON: -4}
    team = folded[-1] in knowledge.words("club_heads") and folded[-1].endswith("s")
    if team and " ".join(folded[:-1]) in knowledge.words("places"):
        return {K.ORGANIZATION: 3, K.PLACE: -2, K.PERSON: -5}
    return {}


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
    cured = head in ("center", "centre") and folded[-2] in ("medical", "dental")
    if (
        cured
        or (head in ("center", "centre") and "for" in folded)
        or (head == "conference" and _OF_COLLEGES & set(folded))
    ):
        return {K.ORGANIZATION: 4}
    if is_day(folded):
        return {K.EVENT: 4, K.ORGANIZATION: -2}
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
    if len(folded) > 1 and _YEAR.fullmatch(folded[-1]):
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
    if len(folded) > 1 and (folded[-1] in DISTANCES or _RUN.fullmatch(folded[-1])):
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
    """Return what an acronym or capitals inside a word say: "IOC", "MetLife", "ode.bet", but not "McCoy"."""
    if word.islower() and "." in word:
        return {K.ORGANIZATION: 1.5}
    if word.casefold() in knowledge.words("sports"):
        return {K.ORGANIZATION: -2, K.PERSON: -2}  # "Badminton is fast"
    if word.endswith(("’s", "'s")) or word.casefold() in knowledge.words("club_heads"):
        return {K.ORGANIZATION: 1.5, K.PERSON: -2}
    if word.isupper() and len(word) > 1:
        return {K.ORGANIZATION: 0.8, K.PERSON: -1.5}
    if any(c.isupper() for c in word[1:]) and not _PARTED.match(word):
        return {} if "-" in word else {K.ORGANIZATION: 1.2, K.PERSON: -1}
    return {}
