"""Which words belong to one run, as English joins the parts of a name: "of", "&", "de", a possessive, a number."""

import re

from enrich import casing, edges, firms, knowledge, numbers, openings
from enrich.words import KNOWN, NOBLE, OWNED, PARTICLES, ROYAL, SUFFIX, Guess, Word, first_names, heads, times

_NUMERAL = re.compile(r"[IVX]+")
# A list of the best: "the World's 50 Best Odes".
_RANKED = re.compile(r"\d{1,3} (?:Best|Greatest|Most|Top|Under) ?[A-Z\d]")
# With whom the founder of a firm trades.
_KIN = frozenset("Son Sons Daughter Daughters Bros Brothers Nephew Nephews".split())
_OWNERS = frozenset("women ladies men children players king queen st".split())
# Heads of bodies that have one of theirs in every place ("Brill Way of Moro County").
_CHAPTERS = frozenset(
    "way chapter chamber council gallery museum academy theatre theater orchestra opera ballet library tour".split()
)
# What promotes a place or a cause is named so: "Invest in Moro", "Women in Sport".
CALLS = frozenset("Invest Investing Made Believe Women Girls".split())
# Parts of bodies.
DEPARTMENTS = frozenset("Department Office Division Bureau Section Unit".split())
# What a designation begins with.
_OFFICIAL = frozenset("Official Exclusive Presenting Title Principal Preferred Lead Founding Global".split())
# Where people post.
_NETWORKS = frozenset("twitter instagram facebook tiktok youtube linkedin snapchat twitch x".split())
# What is always told together.
_PAIRS = frozenset({("Olympic", "Paralympic"), ("Bar", "Grill"), ("Parks", "Recreation"), ("Arts", "Sciences")})
# Words that may stand inside a name which the text always has whole.
_HOLDING = frozenset("for by on of".split())
_LEAGUES = frozenset("league circuit conference division championship premiership".split())
# What is held from one place to another.
_RACES = frozenset("Race Rally Ride Walk Regatta Marathon Relay Row Swim Trek Challenge".split())
# What races are named by: "the Round the Island Race".
_COURSES = frozenset("Round Around Across".split())
_MINISTRIES = frozenset("Department Ministry Office Committee".split())
# Shops that are called by whose they are, whatever the name: "Odie's Bakery".
_SHOPS = frozenset(
    "Bakery Cafe Café Diner Pizza Pizzeria Tavern Deli Grill Bistro Brewery Butchers Barbers Kitchen".split()
)
# Public houses are called by whose sign they have.
_INNS = frozenset("Arms Inn Tavern".split())
# Surnames of partners, the last after an ampersand: lists of bodies have "and".
_PARTNERS = re.compile(
    r"(?:[A-Z][a-z][\w’'-]*, ){1,3}[A-Z][a-z][\w’'-]* & [A-Z][a-z][\w’'-]*\b"
    r"(?= (?:LLP|LLC|LPA|PLLC|PC|P\.|CPAs?\b|Solicitors|Attorneys|Lawyers|Architects|Associates)|(?! [A-Z&]|, ))"
)
# The founder's family among them, whatever else the names are.
_KINDRED = re.compile(rf"[^&]{{3,60}} & (?:{'|'.join(sorted(_KIN))})\b")
_LONG_LIST = re.compile(r"(?:[A-Z][\w’'-]+, ){3}$")
# Two items of a list before one, and the one after it.
_ITEMS_BEFORE = re.compile(
    r"[A-Z0-9][\w&’'.+-]*, [A-Z0-9][\w&’'.+-]*(?: (?:[A-Z0-9][\w&’'.+-]*|of|the|for)){0,6}, $"
)
_ITEM_AFTER = re.compile(r", (?!Inc|Ltd|LLC|Jr|Sr)(?:[A-Z0-9]|and )")
_FIELD_LIST = re.compile(r", [A-Z]\w+,? and [A-Z]")


def following(body: str, words: list[Word], last: int, guesses: list[Guess]) -> int | None:
    """Return the next word that belongs to the same run as `words[last]`, or None."""
    if last + 1 >= len(words):
        return None
    here, following = words[last], words[last + 1]
    gap = body[here.end : following.start]
    both = [g for g in guesses if g[0] <= here.start and g[1] >= following.end]
    if any(g[2] == KNOWN for g in both):
        return last + 1
    one = both[0] if both else None
    if here.possessive:
        owned = one is not None and one[2] != "PERSON"
        if owned and one and one[2] != OWNED and here.text.casefold() in knowledge.words("places"):
            owned = body[here.start : one[1]].split()[-1].casefold() in heads()  # "India’s Ode Moro" are two
        if owned and one and one[2] != OWNED and here.text.casefold() in knowledge.words("org_heads"):
            owned = False  # "Ode Bank’s Moro Street branch"
        # "the Beekeepers' Federation": who owns it are no others than its members
        body_like = following.text.casefold() in knowledge.words("org_heads") and following.text not in DEPARTMENTS
        members = body_like and casing.ordinary(here.text) > 0
        # "Natalie's Bakery": a firm by its owner's given name
        firm = here.text.casefold() in first_names() and (
            firms.is_traded(following) or firms.is_paired(words, last + 1)
        )
        shop = following.text in _SHOPS and casing.ordinary(here.text) < 0
        firm = firm or (shop and here.text.casefold() not in knowledge.words("places"))
        firm = firm or following.text in _INNS or firms.is_hallowed(words, last)
        fits = following.capital and (
            owned or members or firm or here.text.casefold() in _OWNERS or firms.is_prize(here, following)
        )
        return last + 1 if fits or _RANKED.match(body, following.start) else None
    if re.fullmatch(r",\s+", gap):
        known = any(g[2] == KNOWN and g[0] <= here.start < g[1] for g in guesses)
        before = words[last - 1] if last and words[last - 1].end + 1 == here.start else None
        single = before is None or not (before.capital or before.text == "&")
        kin = _KINDRED.match(body, here.start) is not None
        if (
            single
            and (kin or not known)
            and _PARTNERS.match(body, here.start)
            and not _LONG_LIST.search(body[: here.start])
        ):
            return last + 1  # "Brill, Moro & Ode"
        if _FIELD_LIST.match(body, here.end) and words[max(0, last - 2)].text in _MINISTRIES:
            return last + 1  # "Department for Moro, Ode and Brill"
        return last + 1 if SUFFIX.fullmatch(following.text) else None
    if gap not in (" ", "\u00a0"):
        return None
    if following.capital:
        return None if _is_where(body, here, following, guesses) else last + 1
    if following.text[0].isdigit():
        return last + 1 if numbers.belongs(body, words, last, one, guesses) else None
    return _linked(body, words, last, one, guesses)


# What stands before the place where something happened.
_IN = re.compile(r"\b(?:in|at|from|to|near) $")


def _is_where(body: str, here: Word, following: Word, guesses: list[Guess]) -> bool:
    """Whether a word only says where the body after it did something: "in Moro FIFA have signed"."""
    place = here.text.casefold() in knowledge.words("places") and _IN.search(body[: here.start][-6:])
    acronym = following.text.isupper() and any(g[2] == KNOWN and g[0] == following.start for g in guesses)
    return bool(place) and acronym


def _linked(body: str, words: list[Word], last: int, one: Guess | None, guesses: list[Guess]) -> int | None:
    """Return the capital that a small word ("of", "&", "de") joins to `words[last]`, or None."""
    link, *rest = words[last + 1 : last + 4]
    if not rest or body[link.end : rest[0].start] != " ":
        return None
    after, capital = rest[0], rest[0].capital
    if not capital and after.text in ("the", *PARTICLES) and len(rest) > 1:
        capital = rest[1].capital
    kin = link.text in ("and", "&") and after.text in _KIN  # "Brill and Sons"
    if not capital or not (kin or _links(body, words, last, one, guesses)):
        return None
    return last + 2 if after.capital else last + 3


def _links(body: str, words: list[Word], last: int, one: Guess | None, guesses: list[Guess]) -> bool:
    """Whether the small word after `words[last]` joins two parts of one name; `one` is a guess that holds both."""
    here, link = words[last], words[last + 1].text
    body_like = one is not None and one[2] not in ("PERSON", "GPE")
    if link in ("&", "+"):
        return not _parts(body, words, last, guesses)
    if link in PARTICLES:
        opens = here.text.casefold() in knowledge.words("first_of_body") | knowledge.words("first_of_event")
        return one is not None or opens or link not in ("al", "e", "y", "la", "do")
    if _is_whole(body, words, last, guesses) or _is_course(words, last):
        return True
    if link in ("of", "for"):
        governs = _governs(words, last, guesses) or (
            body_like and not _ends_known(here, guesses) and not _is_of_league(words, last)
        )
        return governs and not _sits(words, last, guesses) and not _is_office(words, last)
    if link == "and":
        return _ands(body, words, last, body_like=body_like)
    if link == "at":  # "University of Ode at Moro" is one, "Ode at Moro Theatre" are two
        heads, place = knowledge.words("of_heads"), words[last + 2].text.casefold()
        if place in knowledge.words("places") and any(word.text == "University" for word in firms.run(words, last)):
            return True
        return body_like and any(word.text.casefold() in heads for word in firms.run(words, last))
    calls = link == "in" and here.text in CALLS and not (last and words[last - 1].capital)
    if calls or (link == "the" and here.text in _COURSES and last > 0):
        return True
    posts = link == "on" and words[last + 2].text.casefold() in _NETWORKS  # "Anna Brill on Instagram"
    # "makes Ode the Official Partner" names one
    return body_like and not posts and (link in ("on", "in", "to", "by") or _goes_on(link, words[last + 2]))


def _ands(body: str, words: list[Word], last: int, *, body_like: bool) -> bool:
    """Whether "and" after `words[last]` joins two parts of one name; `body_like`: the model sees one body."""
    here = words[last]
    if (here.text, words[last + 2].text) in _PAIRS or firms.of_two(words, last):
        return True
    amid = _amid_list(body, words, last)
    if amid is not None:
        return amid
    if _recurs_alone(body, words, last):
        return False
    ministry = any(word.text in _MINISTRIES for word in words[max(0, last - 3) : max(0, last - 1)])
    # "Ode and District Lions": a town and what lies about it
    if firms.trades(words, last) or firms.headed(words, last) or words[last + 2].text == "District":
        return True
    # "Ode and Moro Telecom" are two
    return ministry or (body_like and here.text.casefold() in firms.FIELDS | knowledge.words("org_heads"))


def _is_whole(body: str, words: list[Word], last: int, guesses: list[Guess]) -> bool:
    """Whether what a small word joins stands in the text more than once, inside sentences too, and never in parts.

    "Pitches for Good", "Rooms by Ode": neither half is a name of its own.
    """
    first = last
    while first > 0 and words[first - 1].capital and words[first - 1].end + 1 == words[first].start:
        first -= 1
    after = words[last + 2]
    if words[last + 1].text not in _HOLDING or not after.capital:
        return False
    whole = body[words[first].start : after.end]
    count = times(body, whole)
    if count < 2 or not openings.inside(body, words[first], after):
        return False
    if words[first].text.casefold() in NOBLE or any(
        g[2] == "PERSON" and g[0] < words[last].end and words[first].start < g[1] for g in guesses
    ):
        return False  # "Lady Brill of Ode"
    halves = (body[words[first].start : words[last].end], after.text)
    return all(times(body, half) == count for half in halves) and after.text.casefold() not in (
        knowledge.words("places") | knowledge.words("calendar")
    )


def _is_of_league(words: list[Word], last: int) -> bool:
    """Whether "of the" says in which league a club plays: "the Moro Miners of the Western League"."""
    run = [word.text.casefold() for word in words[last + 3 : last + 9] if word.capital]
    return words[last + 2].text == "the" and not _LEAGUES.isdisjoint(run)


def _is_course(words: list[Word], last: int) -> bool:
    """Whether a race is named by where it begins and ends: "the Ode to Moro Yacht Race"."""
    run = []
    for word in words[last + 2 : last + 7]:
        if not word.capital:
            break
        run.append(word.text)
    return words[last + 1].text == "to" and len(run) > 1 and run[-1] in _RACES


def _is_office(words: list[Word], last: int) -> bool:
    """Whether the run up to a word says what somebody is to the one after it: "the Official Beer of the Brills"."""
    run = firms.run(words, last)
    opening = next((n for n, word in enumerate(run) if word.text == "Official"), None)
    return opening is not None and all(casing.ordinary(word.text) >= 0 for word in run[opening:])


def _goes_on(link: str, after: Word) -> bool:
    """Whether "the" goes on with a name, and begins no designation."""
    return link == "the" and after.text not in _OFFICIAL


def _amid_list(body: str, words: list[Word], last: int) -> bool | None:
    """Whether "and" after `words[last]` joins one item of a list (True) or parts its last two (False).

    In "Ode, Kessel, Moro and Brill, Fen" it cannot part two items, for the list goes on; in "Ode, Kessel, Moro and
    Brill." it must. None where there is no such list.
    """
    first, beyond = last, last + 2
    while first > 0 and words[first - 1].end + 1 == words[first].start and words[first - 1].capital:
        first -= 1
    while (
        beyond + 1 < len(words) and words[beyond].end + 1 == words[beyond + 1].start and words[beyond + 1].capital
    ):
        beyond += 1
    if (
        not _ITEMS_BEFORE.search(body[max(0, words[first].start - 140) : words[first].start])
        or not words[last + 2].capital
    ):
        return None
    rest = body[words[beyond].end : words[beyond].end + 6]
    if _ITEM_AFTER.match(rest):
        apart = first_names() | knowledge.words("places")
        parts = {word.text.casefold() for word in (*words[first : max(first + 1, last)], words[last + 2])}
        return None if parts & apart else True
    return False if rest[:1] in ".;" and not SUFFIX.fullmatch(words[beyond].text) else None


def _governs(words: list[Word], last: int, guesses: list[Guess]) -> bool:
    """Whether `words[last]` takes an "of" inside a name: a museum, a bank; a prince's number."""
    here = words[last]
    if here.text in edges.MAKES and words[last + 1].text == "of" and last > 0:
        return True  # "Brill Honda of Moro"
    if _ends_known(here, guesses) and here.text.casefold() not in _CHAPTERS:
        return False  # "Ode Rovers of the Moro League" are two
    if _NUMERAL.fullmatch(here.text) and any(word.text.casefold() in ROYAL for word in firms.run(words, last)):
        return True  # "Prince Ode II of Moro"
    return here.text.casefold() in knowledge.words("of_heads") | knowledge.words("org_heads")


def _sits(words: list[Word], last: int, guesses: list[Guess]) -> bool:
    """Whether "of" after a firm's name says where the firm sits: "Ode Brewing of Moro"."""
    trade, place = words[last].text.casefold(), words[last + 2] if last + 2 < len(words) else None
    if (
        place is None
        or trade not in knowledge.words("trade_words") | {"company"}
        or len(firms.run(words, last)) < 2
    ):
        return False
    after = words[last + 3] if last + 3 < len(words) and words[last + 3].start == place.end + 1 else place
    named = after.capital and casing.ordinary(after.text) < 0  # "of Great Moro"
    seen = any(g[2] == "GPE" and g[0] == place.start for g in guesses)
    return seen or named or place.text.casefold() in knowledge.words("places")


def _ends_known(word: Word, guesses: list[Guess]) -> bool:
    return any(guess[2] == KNOWN and guess[1] == word.end for guess in guesses)


def _recurs_alone(body: str, words: list[Word], last: int) -> bool:
    """Whether the capitals that end with `words[last]` are a name elsewhere in the text, without "and"."""
    first = last
    while first > 0 and words[first - 1].capital and body[words[first - 1].end : words[first].start] == " ":
        first -= 1
    name = body[words[first].start : words[last].end]
    return first < last and body.count(name) > body.count(f"{name} and ")


def _is_full_name(words: list[Word], at: int) -> bool:
    """Whether exactly two capitals stand together at a place, and no body's word is the second."""
    capitals = [word.capital for word in words[at : at + 3]]
    pair = capitals[:2] == [True, True] and not any(capitals[2:])
    return pair and casing.ordinary(words[at + 1].text) < 0 and words[at + 1].text.casefold() not in heads()


def _parts(body: str, words: list[Word], last: int, guesses: list[Guess]) -> bool:
    """Whether an ampersand after `words[last]` parts two names: both known, of one first word, or after a state."""
    here, after = words[last], words[last + 2]
    known = [guess for guess in guesses if guess[2] == KNOWN]
    both = any(g[1] == here.end for g in known) and any(g[0] == after.start for g in known)
    if any(g[0] < here.end and after.start < g[1] for g in known):
        return False
    couple = words[last - 1].text.casefold() in first_names() and casing.ordinary(here.text) < 0
    couple = couple and _is_full_name(words, last + 2)
    if couple and (last < 2 or not words[last - 2].capital):
        return True  # "Anna Brill & John Moro"
    towns = knowledge.words("places")
    if {here.text.casefold(), body[words[max(0, last - 1)].start : here.end].casefold()} & towns and (
        {after.text.casefold(), body[after.start : words[min(last + 3, len(words) - 1)].end].casefold()} & towns
    ):
        return True  # "Las Moro & Ode"
    state = here.text.casefold() in knowledge.words("codes") and body[: here.start].endswith(", ")
    return both or state or any(word.text == after.text for word in firms.run(words, last - 1))
