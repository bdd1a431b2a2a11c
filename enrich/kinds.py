"""What kind of thing a name stands for, from everything the document says about it.

Each mention is a witness: the model's guess, the words of the name, the words around it. Evidence adds up over
all mentions of a name; the kind is decided once for the document. Weights are in units of one model's guess.
"""

import re
from functools import cache

from enrich import knowledge
from enrich.cuts import Name, first_names
from enrich.knowledge import Match
from records.record import EntityKind

K = EntityKind
Score = dict[EntityKind, float]

_LABELS = {
    "PERSON": K.PERSON,
    "ORG": K.ORGANIZATION,
    "GPE": K.PLACE,
    "LOC": K.PLACE,
    "FAC": K.VENUE,
    "EVENT": K.EVENT,
    "PRODUCT": K.ORGANIZATION,
}


@cache
def phrase(name: str) -> str:
    """Return an alternation of the words of a list, the longest first."""
    return "|".join(re.escape(w) for w in sorted(knowledge.words(name), key=lambda w: (-len(w), w)))


_TITLE = phrase("titles")
_FIRM = (
    r"(?:compan(?:y|ies)|firm|brand|bank|airline|carrier|retailer|maker|manufacturer|brewer"
    r"|brewery|bookmaker|giant|group|insurer"
    r"|lender|broadcaster|network|operator|provider|supplier|sponsors?|partners?|business"
    r"|corporation|conglomerate|startup|start-up"
    r"|agency|consultancy|developer|chain|platform|website|site|newspaper|magazine|tabloid"
    r"|daily|charity|foundation|union|exchange"
    r"|subsidiary|unit|arm|label|publisher|studio|builder|bakery|automaker|carmaker"
    r"|multinational|service|organi[sz]ation|body|association"
    r"|federation|committee|regulator|watchdog|non-profit|nonprofit|university|college|museum"
    r"|gallery|orchestra)"
)
_CLUB = (
    r"(?:club|team|side|outfit|franchise|squad|rivals?|neighbou?rs|champions|giants|minnows"
    r"|strugglers|newcomers)"
)
_SPEECH = (
    r"(?:said|says|told|tells|added|adds|explained|explains|insisted|insists|admitted|admits"
    r"|claimed|claims|joked|recalled|commented"
    r"|remarked|noted|stated|tweeted|wrote|replied|argued|believes|thinks|hopes|stressed"
    r"|concluded|continued|reiterated|confirmed"
    r"|acknowledged|conceded|warned|declared|revealed)"
)

_BEFORE: list[tuple[re.Pattern[str], Score]] = [
    (re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Dame|Lord|Lady)\.?\s+$"), {K.PERSON: 6}),
    (re.compile(rf"\b(?:{_TITLE})\s+$", re.IGNORECASE), {K.PERSON: 2.5}),
    (
        re.compile(rf"\b(?:{_TITLE})(?: of| at| for| with)(?: the)?\s+$", re.IGNORECASE),
        {K.ORGANIZATION: 1.5, K.PERSON: -2},
    ),
    (re.compile(rf"\b(?:{_TITLE}),\s+$", re.IGNORECASE), {K.PERSON: 1}),
    (re.compile(rf"\b{_FIRM}\s+$"), {K.ORGANIZATION: 3, K.PERSON: -1}),
    (
        re.compile(
            r"(?<!managing )\b(?:sponsor|partner|supplier|backer|brand)s?,?(?: (?:like|such as|including|are|is|was))? $"
        ),
        {K.ORGANIZATION: 2, K.PERSON: -1},
    ),
    (re.compile(rf"\b(?:{_FIRM}|{_CLUB}),?\s+$"), {K.ORGANIZATION: 1.5}),
    (re.compile(r"\b(?:said|says|added|explained|insisted|according to|like|by|with)\s+$"), {}),
    (
        re.compile(r"\b(?:sponsored|owned|presented|funded|backed|acquired|manufactured|supplied|made) by\s+$"),
        {K.ORGANIZATION: 1.5},
    ),
    (
        re.compile(
            r"\b(?:deals?|partnership|agreement|contract|sponsorship|collaboration|tie-up|talks"
            r"|partner(?:ed|ing)?|teamed up|signed) "
            r"(?:with|from|between|by)\s+$"
        ),
        {K.ORGANIZATION: 1.2},
    ),
    (
        re.compile(
            r"\b(?:based|headquartered|living|lives|lived|born|held|located|situated|arrived|hosted"
            r"|staged) in\s+$"
        ),
        {K.PLACE: 3, K.PERSON: -2},
    ),
    (re.compile(r"\b(?:in|near|across|around|throughout|outside)\s+$"), {K.PLACE: 1, K.PERSON: -1.5}),
    (
        re.compile(
            r"\b(?:joined|joins|join|signed for|plays for|played for|works? for|worked (?:for|at)"
            r"|employees of|shares in|fans of)\s+$"
        ),
        {K.ORGANIZATION: 1},
    ),
    (
        re.compile(
            r"\b(?:beat|beating|against|defeat(?:ed|ing)? (?:by|to)|defeat to|draw (?:with|at)"
            r"|win (?:over|at)|versus|v)\s+$"
        ),
        {K.ORGANIZATION: 0.6},
    ),
    (re.compile(r"\b(?:[Tt]he|[Tt]his|its|an?)\s+$"), {K.PERSON: -3, K.PLACE: -0.7, K.ORGANIZATION: 0.5}),
    (
        re.compile(
            r"\b(?:wife|husband|son|daughter|brother|sister|father|mother|friend|colleague|cousin"
            r"|partner|fianc\w+|lady|man|woman|legend"
            r"|hero|opponent|namesake|compatriot|countryman|fellow),?\s+$"
        ),
        {K.PERSON: 2},
    ),
]
_OFFICIAL = r"(?:official|title|main|principal|presenting|exclusive|founding|lead|primary|preferred|shirt|kit)"
_AFTER: list[tuple[re.Pattern[str], Score]] = [
    (re.compile(r"^,? \(?(?:aged )?\d\d[,)]"), {K.PERSON: 4}),
    (re.compile(r"^,? who(?:se)?\b"), {K.PERSON: 2}),
    (
        re.compile(rf"^,? (?:is|are|was|as|will be|became|becomes|remains)(?: [\w’'-]+){{0,3}} {_OFFICIAL}\b"),
        {K.ORGANIZATION: 2},
    ),
    (re.compile(rf"^ (?:also |has |later |then )?{_SPEECH}\b"), {K.PERSON: 1.2, K.ORGANIZATION: 0.4}),
    (
        re.compile(
            rf"^, (?:the |a |an |its |their |his |her |our |\w+['’]s |[\w’'-]+ ){{0,4}}(?:{_TITLE})\b",
            re.IGNORECASE,
        ),
        {K.PERSON: 2.5},
    ),
    (
        re.compile(rf"^,? (?:the|a|an|which|one of the)(?: [\w’'-]+){{0,6}}? (?:{_FIRM}|{_CLUB})\b"),
        {K.ORGANIZATION: 2.5, K.PERSON: -1},
    ),
    (
        re.compile(rf"^(?:['’]s?)? (?:[\w’'-]+ ){{0,2}}?(?:{_TITLE})\b(?! of)", re.IGNORECASE),
        {K.ORGANIZATION: 1.2, K.PERSON: -0.5},
    ),
    (
        re.compile(
            r"^(?:['’]s?)? (?:fans?|supporters|shares?|shareholders|board|shirts?|stores?|products?"
            r"|brand|logos?|headquarters|customers|employees"
            r"|staff|officials?|spokes\w+|sponsors?|sponsorship|kit|stadium|ground|squad|team|franchise"
            r"|players?|ownership|takeover|campaign)\b"
        ),
        {K.ORGANIZATION: 1.2},
    ),
    (
        re.compile(
            r"^ (?:announced|announces|signed|signs|launched|launches|unveiled|acquired|sponsors"
            r"|sponsored|will sponsor|has sponsored|is sponsoring"
            r"|operates|owns|provides|employs|offers|manufactures|became the)\b"
        ),
        {K.ORGANIZATION: 1},
    ),
    (re.compile(r"^,? (?:which|whose (?:products|brands|shares))\b"), {K.ORGANIZATION: 0.8, K.PERSON: -1}),
    (re.compile(r"^-(?:based|headquartered|born)"), {K.PLACE: 4, K.PERSON: -3}),
    (re.compile(r"^-(?:owned|sponsored|backed|branded|listed)"), {K.ORGANIZATION: 2}),
    (re.compile(r"^ \((?:NYSE|NASDAQ|Nasdaq|LSE|OTC\w*|TSX|ASX|AIM)"), {K.ORGANIZATION: 6}),
    (re.compile(r"^ (?:and his|and her)\b"), {K.PERSON: 1}),
]


def evidence(body: str, name: Name) -> Score:
    """Return what one mention says: the model's guess and the words around it."""
    score: Score = {}
    if name.label in _LABELS and not name.listed:
        # The model is surer of full names than of single words: those are often brands it has never seen.
        full = name.label == "PERSON" and len(name.words) > 1
        add(score, {_LABELS[name.label]: 1.6 if full else 0.8 if name.label == "PERSON" else 1})
    if name.title is not None:
        add(score, {K.PERSON: 3})
    before = body[max(0, name.start - 60) : name.start].rpartition("\n")[2]
    after = body[name.end : name.end + 70].partition("\n")[0]
    if name.title is None:
        for pattern, votes in _BEFORE:
            if pattern.search(before):
                add(score, votes)
    for pattern, votes in _AFTER:
        if pattern.search(after):
            add(score, votes)
    return score


def of_words(words: tuple[str, ...]) -> Score:
    """Return what the words of a name say by themselves: given names, and the heads of bodies and events."""
    folded = [word.casefold().rstrip(".,!").removesuffix("’s") for word in words]
    if folded[0] == "the":
        folded = folded[1:] or folded
    score = _of_heads(folded)
    if {" ".join(folded), " ".join(words).casefold()} & knowledge.words("places"):
        add(score, {K.PLACE: 2.5})
    if 2 <= len(words) <= 5 and not score:
        add(score, _of_full_name(folded, words))
    if len(words) == 1:
        add(score, _of_one_word(words[0]))
    if any(c.isdigit() for c in words[-1]) and any(c.isalpha() for c in words[-1]):
        add(score, {K.ORGANIZATION: 0.5})
    return score


_HEADS: tuple[tuple[str, EntityKind, float], ...] = (
    ("org_heads", K.ORGANIZATION, 4),
    ("club_heads", K.ORGANIZATION, 2.5),
    ("event_heads", K.EVENT, 4),
    ("venue_heads", K.VENUE, 3.5),
    ("place_heads", K.PLACE, 2.5),
)


def _of_heads(folded: list[str]) -> Score:
    """Return what the last word says, or in "Museum of Glass" the word before "of"."""
    score: Score = {}
    if len(folded) == 1 and folded[0] not in ("inc", "ltd", "plc"):
        return score
    head = next((folded[folded.index(link) - 1] for link in ("of", "for", "at") if link in folded[1:]), folded[-1])
    if head in ("center", "centre") and "for" in folded:
        return {K.ORGANIZATION: 4}
    for heads, kind, weight in _HEADS:
        if head in knowledge.words(heads):
            add(score, {kind: weight})
    if folded[-1].isdigit() and len(folded[-1]) == 4:
        add(score, {K.EVENT: 3})
    if folded[0] in ("team", "fc", "ac", "as", "rc", "afc", "real") or "&" in folded:
        add(score, {K.ORGANIZATION: 2.5})
    return score


def _of_full_name(folded: list[str], words: tuple[str, ...]) -> Score:
    if folded[0] in knowledge.words("honorifics"):
        return {K.PERSON: 5}
    if folded[0] in first_names() and words[-1][0].isupper():
        return {K.PERSON: 2.5}
    if words[0].endswith(".") or (len(words) == 3 and len(folded[1]) == 1):
        return {K.PERSON: 1.5}
    return {}


def _of_one_word(word: str) -> Score:
    """Return what an acronym or capitals inside a word say: "IOC", "MetLife", but not "McCoy"."""
    if word.casefold() in knowledge.words("club_heads"):
        return {K.ORGANIZATION: 1.5, K.PERSON: -2}
    if word.isupper() and len(word) > 1:
        return {K.ORGANIZATION: 0.8, K.PERSON: -1.5}
    if any(c.isupper() for c in word[1:]) and not re.match(r"(?:Mc|Mac|O['’]|De|Di|La|Le|Van)[A-Z]", word):
        return {K.ORGANIZATION: 1, K.PERSON: 0 if "-" in word else -1}
    return {}


def add(score: Score, votes: Score, share: float = 1) -> None:
    """Add `votes` to `score`, each weighted by `share`."""
    for kind, vote in votes.items():
        score[kind] = score.get(kind, 0) + vote * share


_KNOWN = {K.BRAND: K.ORGANIZATION, K.RIGHTS_HOLDER: K.ORGANIZATION}


def of_known(match: Match, fields: frozenset[str]) -> Score:
    """Return what the knowledge base says of a name; one that means other things too counts by its field.

    `fields` are the sports and arts the document is about: there "Liverpool" is rather the club.
    """
    kind = _KNOWN.get(match.entry.kind, match.entry.kind)
    if match.sure and match.text.split()[0].casefold() in first_names() and match.entry.kind is K.BRAND:
        return {kind: 4.5}  # "Fred Perry" was a player first
    if match.sure:
        return {kind: 7 if " " in match.text else 3.5}
    return {kind: 4.5 if match.entry.field in fields else 1.2}


def best(score: Score) -> tuple[EntityKind | None, float]:
    """Return the kind with the most evidence and how much that is; ties go to the order of the kinds."""
    if not score:
        return None, 0
    kind = max(EntityKind, key=lambda k: score.get(k, 0))
    return kind, score.get(kind, 0)
