"""What at the edges of a run of capitals is no part of the name: articles, dates, common words, nationalities."""

import re
from collections import Counter
from collections.abc import Iterable

from enrich import casing, knowledge, openings
from enrich.surroundings import FIRM
from enrich.words import KNOWN, ROYAL, SITE, Guess, Word, first_names, heads, times

# What a sponsor is called in capitals: "Moro Partner" names no more than Moro.
_OFFICE = frozenset("partner sponsor supplier provider ambassador".split())
_OFFICIAL = frozenset(
    "official exclusive title presenting main principal lead founding global worldwide premier proud".split()
)
# Endings of common words that open a sentence ("Subscribers", "Donations").
_COMMON_END = re.compile(r"[a-z](?:ers|ors|ions|ings|ments|ies|in-law|als|ists|ants)$|-[a-z]+$")
# A calling, no office of a firm, and a full name after a word that opens a sentence: "Soap star Anna Brill".
_CALLED = re.compile(
    r" (?:star|singer|actor|actress|chef|cook|model|legend|presenter|host|hero|champion|ace|icon|mogul|couple)s?"
    r" [A-Z][\w’'-]+ [A-Z]"
)
# Makes of racing cars, before which their sponsor stands, and a car's number: "the No. 7 Ode Tools Ford".
MAKES = frozenset("Chevrolet Chevy Camaro Ford Mustang Toyota Camry Honda Porsche Ferrari Dallara BMW".split())
_CARRIES = re.compile(r"(?:\bNo\.|\bNumber|#) ?\d{1,3} $")
# What boards of tourism call on guests to do, and what follows a name rather than an order.
TOURISM = frozenset("visit experience discover explore destination enjoy go study".split())
_ACTS = re.compile(
    r"(?: (?:is|are|has|have|will|was|said|says|sponsors|announced|signed|became)\b|['’]s |, (?:the|which) )"
)
# A trade, and who is in it, after a word that opens a sentence: "Fitness app Ode", "Cereal maker Brill".
_TRADED = re.compile(
    rf" (?:{FIRM} [A-Z]|(?:sponsors|partners|supporters|backers|brands) (?:include|are|of|have|will|such|like)\b)"
)
# What follows a word that says how, when or of what the rest is: "Nowadays, she", "Emotional: The star".
_SET_OFF = re.compile(r", (?:(?!(?:the|an?|which|who|one) )[a-z]|[A-Z][a-z]+ [a-z])|: [A-Z]")
# Endings of the words for what somebody does.
_DOER = re.compile(r"[a-z]{3}(?:[eo]r|ist|ian|man|woman|master|keeper|maker)$")
# What names of villages begin with.
_OF_VILLAGES = frozenset("little great upper lower".split())
_QUARTERS = frozenset("North South East West".split())
# Words of the language that names of firms begin with.
_FIRST_OF_FIRMS = frozenset(
    "two three four five six seven eight nine ten first great big best good old high happy fresh full true strong"
    " fast early live local public home principal premier".split()
)
# Words of which many leagues' and cups' names are made, and what the model takes those for.
_GENERIC = frozenset(
    "world cup super football premier basketball rugby league championship series open masters".split()
)
_BODILY = ("ORG", "EVENT")
# Several of one family, before their names: "Twins Anna and Ada Brill".
_SIBLINGS = frozenset("Twins Brothers Sisters Siblings Cousins".split())
# Which time of it this is, before an event's name: "the Second Annual Ode Run" is the Ode Run.
_YEARLY = re.compile(r"(?:(?:[A-Z][a-z]+(?:th|st|nd|rd)|Inaugural) )?Annual (?!General)\S+ .")
# From so many doublings on, English hardly ever writes a word with a capital inside a sentence.
CERTAINLY = 1.5
# The season or the edition of an event, which is told by its number: "Odeathon Season 6" is the Odeathon's sixth.
_NUMBERED = re.compile(r"(?:Season|Edition) \d")
# Short forms of offices, whose full stop ends no sentence: "Moro Gov. Anna Brill".
_RANKS = frozenset("gov sen rep lt gen det supt rev".split())
# What is on television, after "TV": "the Brill TV ad" names Brill.
_SHOWN = re.compile(
    r" (?:ads?|adverts?|spots?|commercials?|series|shows?|sitcom|drama|presenter|star|host|personality|special)\b"
)
# Parts of a body that take its name with them.
# In small letters, what a name never ends with: "has partnered with Planet Oat on the Oat Project".
_JOINING = frozenset("and at by for from in of on to with".split())
_OFFSHOOTS = frozenset("board sponsor sponsors staff softball momentum officials fans management".split())


def trimmed(
    body: str, words: list[Word], first: int, last: int, guesses: list[Guess], lower: Counter[str]
) -> tuple[int, int]:
    """Return the run without what is no name at its edges: articles, dates, common words, nationalities."""
    calendar, demonyms = knowledge.words("calendar"), knowledge.words("demonyms")
    while (
        first <= last
        and not words[first].capital
        and not SITE.fullmatch(words[first].text)
        and not any(g[0] == words[first].start for g in guesses)
    ):
        first += 1
    while first <= last:
        here = [g for g in guesses if g[0] <= words[first].start < g[1]]
        opens = any(g[0] == words[first].start and g[1] > words[first].end for g in here)
        known = any(g[2] == KNOWN and g[0] == words[first].start for g in here)
        if known and words[first].text != "The":
            break
        yearly = _YEARLY.match(body, words[first].start, words[last].end)
        leads = yearly or openings.leads(body, words, first, last)
        if not leads and not _edge(body, words, first, last, opens, here, lower):
            break
        first += 1
    while first <= last:
        folded = words[last].text.casefold()
        held = any(g[2] == KNOWN and g[0] < words[last].start < g[1] for g in guesses)
        date = (
            folded in calendar
            or folded in ("the", "a", "i", "&", "instead", "under", "vs", "versus")
            or words[last].text in _JOINING
            or (first == last and folded in demonyms)
            or (first < last and folded in _OFFICE and _is_named(words[first:last]))
            or (first < last and _NUMBERED.match(body, words[last].start))
            or openings.trails(words, first, last)
            or (first < last and words[last].text in MAKES and _CARRIES.search(body[: words[first].start][-30:]))
            or (first < last and words[last].text == "TV" and _SHOWN.match(body, words[last].end))
            or (folded in _RANKS and body[words[last].end : words[last].end + 1] == ".")
        )
        if held or not (date or (first < last and folded in _OFFSHOOTS and _recurs(body, words, first, last))):
            break
        last -= 1
    return first, last


def _is_named(words: list[Word]) -> bool:
    """Whether words before "Partner" or "Sponsor" name somebody, and say not only what kind of partner it is."""
    kinds = words[0].text.casefold() in _OFFICIAL
    return not kinds and any(casing.ordinary(word.text) < 0 for word in words)


def _recurs(body: str, words: list[Word], first: int, last: int) -> bool:
    """Whether the words before the last are a name elsewhere in the text without it ("Ode Trust board")."""
    rest, whole = body[words[first].start : words[last - 1].end], body[words[first].start : words[last].end]
    return body.count(rest) > body.count(whole)


def _edge(
    body: str, words: list[Word], first: int, last: int, opens: bool, here: list[Guess], lower: Counter[str]
) -> bool:
    """Whether the first word of a run does not belong to the name that follows."""
    folded = words[first].text.casefold().rstrip(".").replace("’", "'")
    alone = first == last
    if not alone and body[words[first].start : words[last].end].casefold() in knowledge.words("places"):
        return False
    if words[first].text.casefold() in ("the", "a", "an", "&") or (not alone and _is_state(body, words[first])):
        return True
    if folded in knowledge.words("calendar"):
        return not opens and not _is_held(body, words, first, last)
    if not alone and {folded, words[first + 1].text.casefold()} <= knowledge.words("first_of_body"):
        return False  # "Club Deportivo Ode"
    if folded == "team" and not alone and words[first + 1].text.casefold() not in knowledge.words("title_heads"):
        return False  # "Team Ode"
    if first == 0 and not alone and _opens_name(body, words, first, last, here):
        return False
    if folded in knowledge.words("common") and (first == 0 or alone):
        return not (first > 0 and any(g[2] == "ORG" for g in here))
    if first == 0 and not alone and {folded, folded.removesuffix("s")} & knowledge.words("trade_nouns"):
        return True
    if not alone and _is_addressed(body, words, first, last):
        return True
    if folded in knowledge.words("demonyms"):
        return alone or _is_of_people(body, words, first, last, here)
    if first == 0 and alone:
        return _only_opens(body, words[first], here) or (not here and lower[folded] > 0)
    return _is_title(words, first, last, here)


def _opens_name(body: str, words: list[Word], first: int, last: int, here: list[Guess]) -> bool:
    """Whether a word that opens its sentence opens a name with it, though it is one of the language.

    "Public Credit Ode" is named so inside a sentence, too; "Three Moro Mobile" as the model sees; "Visit Moro has".
    "Two Rivers Bank will", for nothing else than a name stands there without an article.
    """
    folded, end = words[first].text.casefold(), words[last].end
    if openings.inside(body, words[first], words[first + 1]) or _is_village(words, first, last):
        return True
    firm = words[last].text in ("Co", "Co.") or words[last].text.casefold() in heads()
    if folded in _FIRST_OF_FIRMS and firm and _ACTS.match(body, end):
        return True
    if folded in TOURISM and _ACTS.match(body, end):
        return True
    seen = any(g == (words[first].start, words[last].end, "ORG") for g in here)
    return seen and folded in knowledge.words("common") and not _stands_alone(body, words, first, last)


def _is_village(words: list[Word], first: int, last: int) -> bool:
    """Whether a run begins as a village or a quarter is called: "Little Moro FC", "West Moro"."""
    called = words[first].text.casefold() in _OF_VILLAGES and last > first + 1
    if words[first].text in _QUARTERS and casing.ordinary(words[first + 1].text) < 0:
        return words[first + 1].text.casefold() not in knowledge.words("demonyms")  # "West Moro has"
    return called and casing.ordinary(words[first + 1].text) <= 0 and words[last].text.casefold() in heads()


def _only_opens(body: str, word: Word, here: list[Guess]) -> bool:
    """Whether a word that opens its sentence and comes once is no name: "Donations", the "Soap" of "Soap star"."""
    usual = casing.ordinary(word.text) >= CERTAINLY
    if usual and _SET_OFF.match(body, word.end) and not re.search(rf"[a-z,] {re.escape(word.text)}\b", body):
        return not any(g[2] == KNOWN for g in here)
    if times(body, word.text) > 1:
        return False
    calling = casing.ordinary(word.text) > 0 and (_CALLED.match(body, word.end) or _TRADED.match(body, word.end))
    return (calling and not any(g[2] == KNOWN for g in here)) or _COMMON_END.search(word.text) is not None


# What stands before a month that only dates: "in July", "last July".
_DATING = re.compile(
    r"(?:\b(?:in|on|of|by|last|next|this|since|from|until|every|each|and|to|for|late|early|mid)|[^\w\s-]) $|^$"
)


def _is_held(body: str, words: list[Word], first: int, last: int) -> bool:
    """Whether a month is part of an event's name: "the July Cup", "the three-day July Festival"."""
    named = last > first and words[last].text.casefold() in knowledge.words("event_heads")
    return first > 0 and named and not _DATING.search(body[words[first - 1].start : words[first].start])


def _is_state(body: str, word: Word) -> bool:
    """Whether a word is the short form of a state after its town: "Moro, CA Ode Center"."""
    short = (
        len(word.text) == 2
        and word.text.isupper()
        and word.text != "MD"
        and word.text.casefold() in knowledge.words("codes")
    )
    return short and re.search(r"[a-z], $", body[max(0, word.start - 3) : word.start]) is not None


def _is_addressed(body: str, words: list[Word], first: int, last: int) -> bool:
    """Whether a word opens its sentence before a given name or a person: "Sadly Anna Brill"."""
    word, given = words[first].text, words[first + 1].text.casefold()
    usual = 0 if word.endswith("ly") else CERTAINLY
    plain = given in first_names() and word.casefold() not in first_names() and casing.ordinary(word) >= usual
    opens = openings.opens(body, words, first)
    return (opens and plain) or (first == 0 and _is_calling(words, first, last))


def _is_calling(words: list[Word], first: int, last: int) -> bool:
    """Whether a run that opens its sentence begins with what the one named after it does ("Ringmaster Anna Ode").

    A word of the language for a doer, and two words after it that are none and end no body's name.
    """
    calling, rest = words[first].text, words[first + 1 : last + 1]
    if calling in _SIBLINGS and len(rest) <= 2:
        return True
    if len(rest) not in (2, 3) or not is_doer(calling):
        return False
    names = all(casing.ordinary(word.text) < 0 for word in rest if word.capital)
    return names and rest[-1].text.casefold() not in heads()


def is_doer(word: str) -> bool:
    """Whether a word of the language, no given name, says what somebody does ("Ringmaster")."""
    doer = word.casefold() in knowledge.words("titles") or _DOER.search(word)
    return bool(doer) and casing.ordinary(word) > 0 and word.casefold() not in first_names()


def _is_title(words: list[Word], first: int, last: int, here: list[Guess]) -> bool:
    """Whether the first word of a run is the job of the person named after it."""
    folded = words[first].text.casefold()
    if folded not in knowledge.words("titles") - ROYAL or folded in first_names():
        return False
    whole = last - first > 1 and words[first + 1].text.casefold() in first_names()  # "the Boxer Anna Brill"
    return (first == 0 or whole) and looks_personal(words, first + 1, last, here)


def _is_of_people(body: str, words: list[Word], first: int, last: int, here: list[Guess]) -> bool:
    """Whether a nation's word before other capitals only says where they come from ("Swede Anna Brill")."""
    if (
        last == first + 1
        and words[first].text.casefold() in first_names()
        and casing.ordinary(words[last].text) <= casing.UNKNOWN
    ):
        return False  # "Christian Brill"
    return looks_personal(words, first + 1, last, here) or _stands_alone(body, words, first, last, here)


def _stands_alone(body: str, words: list[Word], first: int, last: int, guesses: Iterable[Guess] = ()) -> bool:
    """Whether the words after the first are a name elsewhere in the text, without the first before them."""
    rest = body[words[first + 1].start : words[last].end]
    whole = body[words[first].start : words[last].end]
    alone = first + 1 == last and words[last].text.casefold() in knowledge.words("sports") | heads()
    if alone or whole.casefold() in knowledge.words("places"):
        return False  # "Nordic Golf" is no Golf that is Nordic
    generic = all(word.text.casefold() in _GENERIC for word in words[first + 1 : last + 1])
    if generic and any(g[1] == words[last].end and g[0] <= words[first].start and g[2] in _BODILY for g in guesses):
        return False  # "the Nordic World Cup"
    return body.count(rest) > body.count(whole) or knowledge.base().get(rest) is not None


def looks_personal(words: list[Word], first: int, last: int, guesses: list[Guess]) -> bool:
    """Whether words `first` to `last` look like one person's full name."""
    if first > last:
        return False
    person = any(g[2] == "PERSON" and g[0] <= words[first].start < g[1] for g in guesses)
    return (person and last > first) or (last > first and words[first].text.casefold() in first_names())
