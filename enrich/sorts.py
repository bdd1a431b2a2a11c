"""What sort of body a name stands for: a club, a league, a governing body, a museum, a company and in what trade.

It decides whether "the club" or "the airline" can mean it, and whether it holds rights that sponsors buy.
"""

import re

from enrich import knowledge, sporting
from enrich.cuts import Name

# The sorts of bodies whose names, shirts, events and grounds sponsors pay for.
RIGHTS = frozenset({"club", "league", "body", "arts", "event"})

_BY_HEAD = {
    "club": "fc f.c. afc cf rfc cc club rovers wanderers hotspur racing team athletics",
    "league": "league premiership series division",
    "body": "federation association confederation committee union council board authority",
    "arts": "museum gallery orchestra opera theatre theater ballet philharmonic symphony festival ensemble",
    "school": "university college school academy",
    "company": "inc inc. ltd ltd. limited plc corp corp. corporation co co. company group holdings llc gmbh brands"
    " technologies solutions systems industries enterprises partners ventures motors",
    "bank": "bank bancorp",
    "airline": "airlines airline airways",
    "insurance": "insurance assurance",
    "media": "tv news radio broadcasting times post telegraph",
}
_HEADS = {head: sort for sort, heads in _BY_HEAD.items() for head in heads.split()}
_CLUB_AFTER = re.compile(
    r"^(?:['’]s?)? (?:[a-z]+ )?(?:fans?|supporters|strikers?|managers?|coach|players?|squad|defender"
    r"|captain|midfielder|goalkeeper|winger|forward|quarterback|shirts?|jerseys?|team-?mates?|first team|season"
    r"|home (?:games?|matches|ground)|games?)\b"
)
_NOUNS = knowledge.pairs("organisation_nouns")
_NOUN = "|".join(sorted((re.escape(noun) for noun in _NOUNS), key=lambda noun: -len(noun)))
_BEFORE = re.compile(rf"\b({_NOUN})s? $")
_APPOSED = re.compile(rf"^,? (?:the|a|an|which is an?|one of the)(?: [\w’'-]+){{0,5}}? ({_NOUN})s?\b(?!['’]s)")
_COMPOUND = re.compile(rf"^ ({_NOUN})\b")

# A firm has one too: "the Acme team".
_STAFF = "team"


def of(body: str, words: tuple[str, ...], names: list[Name]) -> set[str]:
    """Return the sorts that the words of a name and the words beside its mentions point to."""
    folded = [word.casefold() for word in words]
    found = {
        _HEADS[word]
        for word in {folded[-1], folded[0] if folded[0] in ("fc", "team") else folded[-1]}
        if word in _HEADS
    }
    if len(folded) > 1 and folded[-1] in knowledge.words("club_heads"):
        found.add("club")
    if folded[-1] in ("women", "ladies") and "for" not in folded:
        found.add("club")
    if folded[0] in knowledge.words("sports") and folded[-1] in knowledge.words("places"):
        found.add("body")
    if folded[-2:] == ["credit", "union"]:
        found = {"bank"}
    if folded[0] in ("university", "museum", "bank"):
        found.add(_HEADS[folded[0]])
    votes: dict[str, int] = {}
    for name in names:
        before, after = body[max(0, name.start - 30) : name.start], body[name.end : name.end + 70]
        compound = _COMPOUND.match(after)
        if compound and compound.group(1) == _STAFF and not sporting.is_sporting(body):
            compound = None
        for match in (_BEFORE.search(before), _APPOSED.match(after), compound):
            if match:
                votes[_NOUNS[match.group(1)]] = votes.get(_NOUNS[match.group(1)], 0) + 1
        if _CLUB_AFTER.match(after):
            votes["club"] = votes.get("club", 0) + 1
    found |= {sort for sort in votes if sort != "any"}
    if not found & {*RIGHTS, "school"}:
        found.add("company")
    return found
