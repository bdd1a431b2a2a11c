"""How names of firms are joined: by trades, wares, the founder's family, a saint's or a founder's house."""

from functools import cache

from enrich import casing, knowledge
from enrich.words import SUFFIX, Word, heads

# From so many doublings on, a word is one of the language, not a name ("Food", "Fitness").
_PLAIN = 0.5
# The forms of lawyers' and accountants' firms.
_FORMS = frozenset("LLP PLLC LPA Solicitors Attorneys Architects".split())
# Words that a body's name joins with "and" ("Arts and Culture Trust").
FIELDS = frozenset(
    "science arts art culture sport sports health education industry trade food marks victoria england".split()
)
# Schools and churches are called by their saint or founder.
_HALLOWED = frozenset("st st. saint queen king bishop lady".split())
_HALLS = frozenset("School College Academy Hospital Hospice Church Hall Hotel Cathedral Club University".split())


def of_two(words: list[Word], last: int) -> bool:
    """Whether "and" joins two partners before the form of their firm: "Brill Ode and Moro LLP"."""
    form = words[last + 3].text if last + 3 < len(words) else ""
    names = (*run(words, last)[-2:], words[last + 2])
    return form in _FORMS and all(
        casing.ordinary(word.text) < 0 and word.text.casefold() not in heads() for word in names
    )


def trades(words: list[Word], last: int) -> bool:
    """Whether "and" joins two trades that end a firm's name: "Zorvane Moving and Storage"."""
    here, after = words[last], words[last + 2]
    beyond = words[last + 3] if last + 3 < len(words) and words[last + 3].start == after.end + 1 else None
    if beyond is not None and (
        beyond.text in ("of", "for")
        or (beyond.capital and not SUFFIX.fullmatch(beyond.text) and not _ends_firm(beyond))
    ):
        return False
    first = last
    while first > 0 and words[first - 1].capital and words[first - 1].end + 1 == words[first].start:
        first -= 1
    named = any(casing.ordinary(word.text) < 0 for word in words[first:last])
    return named and all(
        casing.ordinary(word.text) > 0 and word.text.casefold() not in _no_trades() for word in (here, after)
    )


def _ends_firm(word: Word) -> bool:
    """Whether nothing but the form of a firm goes on after its trades: "Zorvane Moving and Storage Company"."""
    return word.text in ("Corporation", "Company", "Corp", "Group")


def is_traded(word: Word) -> bool:
    """Whether a word is a trade, or the plural of a ware ("Burritos")."""
    low = word.text.casefold()
    ware = (
        low.endswith("s") and not low.endswith("ss") and casing.ordinary(word.text) > 0 and low not in _no_trades()
    )
    return low in _trading() or ware


def is_paired(words: list[Word], at: int) -> bool:
    """Whether two wares or trades stand at a place, joined as in a firm's name: "Tyre & Lube"."""
    pair = words[at : at + 3]
    joined = len(pair) == 3 and pair[1].text == "&" and pair[2].capital
    return joined and all(casing.ordinary(word.text) > 0 for word in (pair[0], pair[2]))


def headed(words: list[Word], last: int) -> bool:
    """Whether "and" joins two words of the language before what both describe: "Ode Food and Drink Festival"."""
    here, after = words[last], words[last + 2]
    head = words[last + 3] if last + 3 < len(words) else None
    if head is None or not head.capital or head.text.casefold() not in heads():
        return False
    own = heads() - knowledge.words("trade_words") - FIELDS
    return head.start == after.end + 1 and all(
        casing.ordinary(word.text) >= _PLAIN and word.text.casefold() not in own for word in (here, after)
    )


def is_hallowed(words: list[Word], last: int) -> bool:
    """Whether a saint's or a founder's house is named: "St Oda's Hall", "Queen Oda's Grammar School"."""
    house = (word.text in _HALLS for word in words[last + 1 : last + 4] if word.capital)
    return last > 0 and words[last - 1].text.casefold() in _HALLOWED and any(house)


def is_prize(owner: Word, thing: Word) -> bool:
    """Whether many of one calling and an event are one name: "the Stewards' Cup", but "Rangers' Cup run"."""
    many = owner.possessive in ("'", "’") and casing.ordinary(owner.text) > 0
    clubs = knowledge.words("club_heads")
    return many and owner.text.casefold() not in clubs and thing.text.casefold() in knowledge.words("event_heads")


@cache
def _trading() -> frozenset[str]:
    """Return the words that end names of firms alone: "Bakery", "Foods"."""
    return knowledge.words("trade_words") - _no_trades()


@cache
def _no_trades() -> frozenset[str]:
    """Return the ordinary words that end names of other things than firms: of teams, events, grounds, posts."""
    lists = "club_heads event_heads venue_heads place_heads title_heads titles demonyms no_heads"
    return frozenset().union(*(knowledge.words(name) for name in lists.split()))


def run(words: list[Word], last: int) -> list[Word]:
    """Return the words with capitals up to `words[last]`, small ones between them left out."""
    return [word for word in words[max(0, last - 4) : last + 1] if word.capital]
