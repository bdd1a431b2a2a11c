"""Which words with capitals make no name at all: headings, offices, codes, slogans."""

import re
from functools import cache

from enrich import casing, knowledge
from enrich.words import Word

_GROUPED = frozenset(
    "group class category level pool division tier section phase plan vitamin type grade gate hall".split()
)
_OFFICES = frozenset(
    "partner partners sponsor sponsors supplier suppliers provider platform outfitter ambassador".split()
)
# How high a sponsor stands.
_TIERS = frozenset(
    "official worldwide platinum gold silver bronze diamond title presenting lead premier supporting".split()
)
# Boards without a body's name before them are whosever article it is, and fields of work are nobody's name.
_BOARDS = frozenset("advisory supervisory executive editorial governing management".split())
_WORK = frozenset(
    "management marketing sales development communications operations strategy engagement relations partnerships"
    " outreach advancement experience affairs investment".split()
)
_WORK_OF = frozenset(
    "business brand product customer client alliance account project risk talent event events community public"
    " media investor government corporate external internal strategic global digital human sales marketing fan"
    " student".split()
)
_QUARTERS = frozenset("south north west east latin central southern northern eastern western".split())
# Letters that stand for a chamber or a form before a bill's or a paper's number.
_LONGEST_BILL = 3
# Lists of words that alone are no names.
_ALONE = ("titles", "org_heads", "event_heads", "venue_heads", "generic", "honorifics")
# "U16", "3D", "L", "CPAs", "AL001", "2020YFB2010": no names.
# A sum without its scale: "N1.2 billion"
_SUM = re.compile(r"(?:[RNPK]|RM|Rs|K?Sh)\d{1,3}(?:[.,]\d{1,3})+")
_CODE = re.compile(
    r"[A-Z]-\d\w*|[A-Z]{2,5}\d{3,}\w*|\d+[A-Z]+\d+\w*|[A-Z]+\d+[A-Z]+\d+\w*|[A-Za-z]{1,2}\d{1,4}|\d+(?![A-Za-z][a-z]{2}|[a-z]{2}\d)\w{1,3}|[A-Za-z]|[A-Z]{2,}s|\w*[a-z]\d{3,}\w*"
)


def is_idle(words: list[Word]) -> bool:
    """Whether the words make no name: codes, offices and slogans in capitals."""
    folded = [word.text.casefold().replace("’", "'").rstrip(".") for word in words]
    if (folded[-1] in knowledge.words("no_heads") and not is_day(folded)) or re.fullmatch(
        r"\d+[A-Za-z]{1,2}", words[0].text
    ):
        return True
    if len(folded) == 1 and all(_is_people(part) for part in folded[0].split("-")):
        return True
    if folded[0].startswith("www."):
        return True
    nation = folded[:-1] if folded[-1] == "tv" else folded
    if " ".join(nation) in knowledge.words("demonyms"):
        return True  # "New Zealander", "French TV"
    if folded[0] in _QUARTERS and " ".join(folded[1:]) in knowledge.words("demonyms"):
        return True  # "South African"
    if " ".join(folded) in knowledge.words("wares") or (
        len(folded) == 2 and folded[0] in _GROUPED and len(folded[1]) == 1
    ):
        return True  # "Group C"
    if len(folded) == 1:
        written = words[0].text
        listed = set(folded[0].split("/")) <= knowledge.words("codes")
        code = listed or _CODE.fullmatch(written) or _SUM.fullmatch(written)
        degree = "." in words[0].text and words[0].text.replace(".", "").casefold() in knowledge.words("degrees")
        # "former Presidents", but "the Rangers"
        clubs = knowledge.words("club_heads")
        posts = folded[0].removesuffix("s") in knowledge.words("titles") and folded[0] not in clubs
        whole = folded[0].removeprefix("co-")
        return bool(code) or degree or posts or any(whole in knowledge.words(name) for name in _ALONE)
    if len(folded) == 2 and len(words[0].text) == 2 and words[0].text[1] == "." and _all_ordinary(words[1:]):
        return True  # "on Facebook and X. Featuring"
    if folded[-1] in _OFFICES and (folded[0] in _TIERS or _all_ordinary(words[:-1])):
        return True
    if is_work(words) or _is_office(words):
        return True
    if len(folded) == 2 and folded[1].isdigit() and words[0].text.isupper() and len(folded[0]) <= _LONGEST_BILL:
        return True  # "HB 148"
    return all(word in _idle_words() or word.isdigit() for word in folded)


def is_day(folded: list[str]) -> bool:
    """Whether words name what is held on a day or at night: "Moro Cruise Night", but not "Opening Day"."""
    return len(folded) > 2 and folded[-1] in ("day", "night") and not _idle_words().issuperset(folded[:-1])


def _is_office(words: list[Word]) -> bool:
    """Whether the words say what somebody is: "the Official Airline", but "the Official Odes Company"."""
    named = len(words) > 2 and words[-1].text.casefold() in knowledge.words("org_heads")
    return words[0].text.casefold() == "official" and not named and _all_ordinary(words)


def _is_people(word: str) -> bool:
    """Whether a word is a nation's, for one of its people or several: "Swede", "Swedes"."""
    return not {word, word.removesuffix("s")}.isdisjoint(knowledge.words("demonyms"))


def is_work(words: list[Word]) -> bool:
    """Whether the words are a field of work ("Sales & Business Development") or a board without its body's name."""
    if not _all_ordinary([word for word in words if word.text.casefold() not in _WORK | _WORK_OF | _BOARDS]):
        return False
    before, last = [word.text.casefold() for word in words[:-1]], words[-1].text.casefold()
    if last in ("board", "boards"):
        return bool(before) and before[-1] in _BOARDS
    return last in _WORK and bool(_WORK_OF & set(before[:1]) or {"&", "and"} & set(before))


def _all_ordinary(words: list[Word]) -> bool:
    """Whether English writes every one of the words rather in small letters."""
    return all(casing.ordinary(word.text) >= 0 for word in words)


@cache
def _idle_words() -> frozenset[str]:
    """Return the words that make no name, however many of them stand together."""
    lists = ("generic", "titles", "title_modifiers", "common", "codes", "calendar")
    return frozenset({"&", "of", "for", "and", "the"}.union(*(knowledge.words(name) for name in lists)))
