"""Dates told by the day of publication: "from 1 July", "until the end of next year", "from next season".

Only what can mean one year is read. "From next season", said in March, is this year for a sport that plays from
autumn to spring and next year for one that plays within a year: it is read where the article shows which it is.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Literal

from enrich.claims.dates import FILL, MONTH, MONTHS, Precision
from enrich.claims.patterns import sign, small
from enrich.claims.terms import (
    ENDS,
    ENDS_AT,
    ENTERS,
    FROM_A_PLACE,
    GIVEN_UP,
    IS_THE_FIRST,
    IS_THE_LAST,
    LEAVES,
    OPTION,
    SPEAKS_OF_LAST,
    STARTS,
    THE_LAST_IS,
    THE_LAST_TIME,
    TO,
    TRAVELS,
    Reading,
)
from enrich.text import Text

Sport = Literal["winter", "summer"]
# A date without a year may lie this many days back and still be meant: "from 1 July", written on 12 July.
_BACK_DAYS = 31
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WHEN = (
    r"(?:(?P<turn>the\s(?:turn\sof\sthe\syear|new\syear\b))|(?P<year>(?:this|next|the)\s(?:calendar\s)?year)|(?P<season>(?:this|next|the(?:\s(?:current|new|coming|upcoming|forthcoming))?)\s(?:season|campaign)"
    r"(?!\sticket|\safter\snext))|(?P<decade>(?:this|the)\sdecade)|(?P<part>(?:this|next|the)\s(?:coming\s)?(?:summer|spring|autumn|fall|winter)"
    r"(?!\s(?:exhibition|show|season|series|concert|tour|festival|programme|program|school|games|olympics|sales?|transfer|collection|campaign)s?\b))|(?P<month>(?:later\s)?(?:this|next|the)\smonth(?!\sof))|"
    rf"(?:(?P<which>next|this)\s)?(?:(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?(?P<m1>{MONTH})|(?P<m2>{MONTH})\s(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?!\d)|(?P<m3>{MONTH})))"
    r"(?!\w|,?\s(?:\d{1,2},\s)?(?:of\s)?(?:19|20)\d\d)"
)
_AT = r"(?:(?:with|from|in|on|at|by|for|after|following|upon|ahead\sof|as\sof)\s)?"
_STARTS_AT = re.compile(
    rf"\b{STARTS}\s(?:in\stime\sfor\s|with\sthe\s(?:[\w’'-]+\s){{1,4}}?(?:(?:of|in|on)\s)?)?{_AT}{FILL}{_WHEN}",
    re.IGNORECASE,
)
_ENDS_AT = re.compile(rf"\b(?:{TO})\s{_AT}{FILL}{_WHEN}", re.IGNORECASE)
# "from 1 June to 30 September"
_FROM_TO_AT = re.compile(
    rf"\bfrom\s{FILL}{re.sub(r'[?]P<[a-z0-9]+>', '?:', _WHEN)}\sto\s{FILL}{_WHEN}", re.IGNORECASE
)
# "will end its sponsorship at the end of the season", "is to leave this summer", "this season will be the last"
_LEAVES_AT = re.compile(
    rf"\b{LEAVES}\b[^.;]{{0,90}}?\b(?:(?:at|after|by|once|when)\s{FILL})?{_WHEN}", re.IGNORECASE
)
_ENDED_AT = re.compile(rf"\b{ENDS}{ENDS_AT}\s{FILL}{_WHEN}", re.IGNORECASE)
# "left at the end of last season"
_ENDED_LAST = re.compile(
    rf"\b{ENDS}\b[^.;,]{{0,90}}?\b(?:(?:at|in|by|after|during)\s{FILL})?last\s(?P<last>year|season|summer|autumn|spring|month)\b(?!['’])",
    re.IGNORECASE,
)
# "will not continue beyond December"
_BEYOND_AT = re.compile(rf"\bnot\s(?:[\w’'-]+\s){{1,8}}?(?:beyond|past|after)\s{FILL}{_WHEN}", re.IGNORECASE)
# "ran out on 31 July" was the last one.
_PAST = re.compile(
    r"(?:ran\sout|expired|lapsed|ended|terminated|cancelled|canceled|concluded|left|quit|withdrew)\b", re.IGNORECASE
)
_EFFECT = re.compile(r"\b(?:effect|effective|as\s(?:of|from)|from)\b", re.IGNORECASE)
# "took effect on 1 July" was the last one.
_TOOK = re.compile(r"(?:took|came|backdated|began|started|commenced)\b", re.IGNORECASE)
# "with immediate effect": the day it is written.
_TODAY = r"(?:with\simmediate\seffect|effective\simmediately|(?:from|starting|beginning)\stoday)"
_AT_ONCE = rf"(?:{_TODAY}|immediately|at\sonce|straight\saway)"
_STARTS_NOW = re.compile(
    r"\b(?:(?:start|begin|commenc)(?:s|ing)?|tak(?:es|ing)\seffect|(?:com|go)(?:es|ing)\sinto\s(?:effect|force))\s"
    rf"{_AT_ONCE}\b|\b{_TODAY}\b",
    re.IGNORECASE,
)
_ENDS_NOW = re.compile(
    rf"\b{ENDS}\b[^.;]{{0,120}}?\b{_AT_ONCE}\b|\b{_AT_ONCE},?\s[^.;]{{0,60}}\b{ENDS}\b", re.IGNORECASE
)
# "began on Monday": the last one
_BEGAN_ON = re.compile(
    rf"\b(?:began|started|commenced|(?:came|went)\sinto\s(?:effect|force)|took\seffect)\s(?:on\s)?(?:(?P<today>today)|(?P<yesterday>yesterday)|(?P<day>{'|'.join(DAYS)}))\b",
    re.IGNORECASE,
)
# "for this season and next", "for the rest of this season and the two that follow"
_AND_NEXT = re.compile(
    r"\b(?:for\s)?(?:(?:the\s)?(?:rest|remainder|all|whole)\sof\s)?(?:this|the\scurrent)\s(?P<unit>season|campaign|year)\sand\s"
    r"(?:(?:the\swhole|all)\sof\s)?(?:(?:the\s)?next(?:\s(?P<n1>two|three|four|five))?\b|the\s(?P<n2>two|three|four|five)\s(?:that\sfollow|after|following|to\scome)\b)",
    re.IGNORECASE,
)
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5}
_LAST_IS = re.compile(
    rf"\b{_WHEN}(?:['’]s\s[\w-]+(?:\s[\w’'-]+){{0,5}}?)?(?:,[^,.;]{{1,40}},)?{IS_THE_LAST}", re.IGNORECASE
)
_LAST_AT = re.compile(rf"{THE_LAST_IS}{_WHEN}", re.IGNORECASE)
_LAST_TIME_AT = re.compile(rf"{THE_LAST_TIME}{_WHEN}", re.IGNORECASE)
_ENDS_ANYHOW = (_ENDS_AT, _FROM_TO_AT, _LEAVES_AT, _BEYOND_AT, _ENDED_AT)
_ENDS_LAST = (_LAST_IS, _LAST_AT, _LAST_TIME_AT)
_FIRST_IS = re.compile(rf"\b{_WHEN}(?:['’]s\s[\w-]+)?{IS_THE_FIRST}", re.IGNORECASE)
_WITH_ITS_NAME = re.compile(
    r"\b(?:first|last|final)\b.*\s(?:with|under|as|carry|bear|sponsored|backed)\b", re.IGNORECASE
)
# "Next season Acme will become ..."
_THEN_ENTERS = re.compile(
    rf"^(?P<at>(?:(?:in|for|during|on)\s{FILL})?){_WHEN},?\s[^.;:]{{0,80}}?\s(?:will|is\sto|are\sto)\s",
    re.IGNORECASE,
)
# "starts with Saturday's match"
_STARTS_ON = re.compile(
    rf"\b(?:start|begin)(?:s|ing)?\s(?:(?:with|from|on|at)\s)?(?P<day>{'|'.join(DAYS)})\b", re.IGNORECASE
)
_ENTERS_AT = re.compile(
    rf"{ENTERS}\b(?P<at>(?:(?:in|for|during|throughout|at|on|ahead\sof|until)\s{FILL})?)(?!th(?:is|e)\syear){_WHEN}",
    re.IGNORECASE,
)

_SPANS = re.compile(r"\b20\d\d\s?[-–/]\s?(?:20)?\d\d\s(?:[A-Z]\w+\s|\w+\s)?(?:season|campaign)")
_WINTER = re.compile(
    r"\b(?:F\.?C\b|[Ff]ootball\sclub|(?:first|second|top)[\s-](?:division|flight)|(?:^|(?<=\s))[Ff]ootball(?!\s(?:field|stadium|team\sof))|midfielders?|relegat\w+|League\s(?:One|Two)|County\sFA|rugby\sclub|volleyball|futsal|footballers?|Premier\sLeague|Championship\sside|Bundesliga|La\sLiga|Serie\sA|Ligue\s1|EFL|strikers?|goalkeepers?|"
    r"rugby\sunion|ice\shockey|NHL|NBA|handball|EuroLeague|orchestra|philharmonic|opera|ballet|theatre|basketball(?!\scourt))\b"
)
_SUMMER = re.compile(
    r"\b(?:baseball|county\scricket|[Cc]ricket\s[Cc]lub|cycling\s(?:outfit|squad)|[Rr]egatta|[Rr]owing|Major\sLeague\sBaseball|MLB|Major\sLeague\sSoccer|MLS|NWSL|WNBA|Formula\s(?:One|1)|F1|[Gg]rand\sprix|MotoGP|IndyCar|NASCAR|"
    r"motorsport|rugby\sleague|Super\sLeague|AFL|NRL|cycling\steam|peloton|speedway|ballpark)\b"
)


_OPENS = re.compile(
    rf"\b(?:season|campaign|championship)\s(?:opens|starts|begins|kicks\soff|gets\sunder\s?way)\s(?:\w+\s){{0,4}}?(?P<month>{MONTH})",
    re.IGNORECASE,
)
_EARLY, _LATE = (
    range(1, 6),
    range(7, 11),
)  # the months in which seasons within a year open, and those over the winter

# What each of the dates without a year has. To ask that first spares most sentences the dear expressions.
_TIMES = sign(
    f"{'|'.join(DAYS)}|year|season|campaign|decade|summer|spring|autumn|fall|winter|month|today|yesterday|immediate|once|straight"
)
_MONTHS = re.compile(rf"\b{MONTH}")


def has_time(body: str) -> bool:
    """Whether a text has any word for a time of which its dates without a year could be."""
    words = small(body)
    return _TIMES(words) or _MONTHS.search(words) is not None


def find_sport(body: str) -> Sport | None:
    """Return when the sport of an article is played: over the winter, within a year, or None if nothing tells."""
    opening = _OPENS.search(body)
    month = MONTHS[opening["month"].rstrip(".").lower()] if opening else None
    winter = bool(_SPANS.search(body)) or bool(_WINTER.search(body)) or month in _LATE
    summer = bool(_SUMMER.search(body)) or month in _EARLY
    return None if winter == summer else "winter" if winter else "summer"


# A date before a dash or a bracket opens an agency's or a company's story: "LEEDS, 6 March 2031 – ..."
_DATELINE = re.compile(r"^\s{0,2}(?:[-–—/(]|\)\s?[-–—])")
_OPENING = 160


def find_day(text: Text, dates: Callable[[str], list[tuple[date, int, int]]]) -> date | None:
    """Return the day an article was written: of publication, else of its dateline as `dates` reads it."""
    if text.published_at is not None:
        return text.published_at.date()
    opening = text.body[:_OPENING]
    return next((day for day, _, end in dates(opening) if _DATELINE.match(opening[end:])), None)


def _is_past(words: str) -> bool:
    """Whether an ending was by then: "ran out on 31 July"; "terminated with effect from 31 July" is to come."""
    return bool(_PAST.match(words)) and not _EFFECT.search(words)


def find_starts_by(body: str, day: date, sport: Sport | None = None) -> list[Reading]:
    """Return the dates without a year from which the text, written on `day`, says that something runs."""
    readings = [
        Reading("start", found.start(), found.end(), *read, derived=True, sure=_is_sure(found))
        for pattern in (_STARTS_AT, _FIRST_IS)
        for found in pattern.finditer(body)
        if not FROM_A_PLACE.match(found.group())
        and (read := _date(found, day, sport, ends=False, past=_TOOK.match(found.group()) is not None))
    ]
    readings += [
        Reading("start", found.start("at"), found.end(), *read, derived=True, loose=True)
        for pattern in (_ENTERS_AT, _THEN_ENTERS)
        for found in pattern.finditer(body)
        if not found["at"].lower().startswith("until") and not TRAVELS.search(body[: found.start("at")])
        if (read := _date(found, day, sport, ends=False))
    ]
    readings += [
        Reading("start", found.start(), found.end(), day.isoformat(), "day", derived=True)
        for found in _STARTS_NOW.finditer(body)
    ]
    readings += [
        Reading("start", found.start(), found.end(), _last(found, day).isoformat(), "day", derived=True)
        for found in _BEGAN_ON.finditer(body)
    ]
    readings += [
        Reading("start", found.start(), found.end(), _next(found["day"], day).isoformat(), "day", derived=True)
        for found in _STARTS_ON.finditer(body)
    ]
    return readings


def _is_sure(found: re.Match[str]) -> bool:
    """Whether the words themselves tell of a deal: the first race under a name, the last one with it."""
    return _WITH_ITS_NAME.search(found.group()) is not None


def _last(found: re.Match[str], day: date) -> date:
    """Return the day on or before `day` that a weekday, "today" or "yesterday" names."""
    if found["today"] or found["yesterday"]:
        return day - timedelta(days=bool(found["yesterday"]))
    return day - timedelta(days=(day.weekday() - DAYS.index(found["day"].lower())) % 7)


def _next(weekday: str, day: date) -> date:
    """Return the first such weekday from `day` on."""
    return day + timedelta(days=(DAYS.index(weekday.lower()) - day.weekday()) % 7)


def find_ends_by(body: str, day: date, sport: Sport | None = None) -> list[Reading]:
    """Return the dates without a year until which the text, written on `day`, says that something lasts."""
    both = [
        Reading("end", found.start(), found.end(), str(year + more), "season", derived=True)
        for found in _AND_NEXT.finditer(body)
        if (year := day.year if found["unit"].lower() == "year" else _season_end("this season", day, sport))
        and (more := _NUMBERS.get((found["n1"] or found["n2"] or "").lower(), 1))
    ]
    covered = [(one.start, one.end) for one in both]
    both += [
        Reading("end", found.start(), found.end(), day.isoformat(), "day", derived=True, loose=True)
        for found in _ENDS_NOW.finditer(body)
    ]
    both += [
        Reading("end", found.start(), found.end(), *read, derived=True, loose=True)
        for found in _ENDED_LAST.finditer(body)
        if (read := _date_of_last(found["last"].lower(), day, sport))
    ]
    return both + [
        Reading(
            "end",
            found.start(),
            found.end(),
            *read,
            derived=True,
            loose=pattern in (_ENDED_AT, _LAST_TIME_AT),
            sure=_is_sure(found),
        )
        for pattern in (*_ENDS_ANYHOW, *(_ENDS_LAST if SPEAKS_OF_LAST(small(body)) else ()))
        for found in pattern.finditer(body)
        if not FROM_A_PLACE.match(found.group())
        and not OPTION.search(before := body[max(0, found.start() - 60) : found.start()])
        and not GIVEN_UP.search(before)
        and not any(start <= found.start() < end for start, end in covered)
        and (read := _date(found, day, sport, ends=True, past=_is_past(found.group())))
    ]


def _date(
    found: re.Match[str], day: date, sport: Sport | None, *, ends: bool, past: bool = False
) -> tuple[str, Precision] | None:
    if found["turn"]:  # written in spring, it may be the last one
        return (str(day.year + (not ends)), "year") if day.month > _PARTS["spring"] else None
    if found["year"]:
        return str(day.year + found["year"].lower().startswith("next")), "year"
    if found["decade"]:
        return (str(day.year - day.year % 10 + 9), "year") if ends else None
    if found["season"]:
        year = (_season_end if ends else _season_start)(found["season"].lower(), day, sport)
        return (str(year), "season") if year else None
    if found["part"]:
        return _part(found["part"].lower(), day)
    if found["month"]:
        following = day.month + found["month"].lower().startswith("next")
        return f"{day.year + following // 13}-{(following - 1) % 12 + 1:02}", "month"
    month = MONTHS[(found["m1"] or found["m2"] or found["m3"]).rstrip(".").lower()]
    number = found["d1"] or found["d2"]
    try:
        meant = date(day.year, month, int(number) if number else 28)
    except ValueError:  # 31 June
        return None
    back = (day - meant).days
    if found["which"] and found["which"].lower() == "next" and back < 0:
        return None  # "next June", said in March, may be either
    over = back > (0 if ends else _BACK_DAYS)
    year = day.year - (back < 0) if past else day.year + over
    if number:
        return f"{year}-{month:02}-{int(number):02}", "day"
    return f"{year}-{month:02}", "month"


def _date_of_last(word: str, day: date, sport: Sport | None) -> tuple[str, Precision] | None:
    """Return when "last year", "last month", "last summer" or "last season" ended; None where it may be either."""
    if word == "year":
        return str(day.year - 1), "year"
    if word == "month":
        month = (day.replace(day=1) - timedelta(days=1)).isoformat()
        return month[:7], "month"
    if word == "season":
        year = _season_end("this season", day, sport)
        return (str(year - 1), "season") if year else None
    return str(day.year - (day.month <= _PARTS[word])), "year"


_PARTS = {"spring": 5, "summer": 8, "autumn": 11, "fall": 11}  # the month in which it ends


def _part(words: str, day: date) -> tuple[str, Precision] | None:
    """Return the year of "this summer" or "the summer": the one to come; None where "next" leaves two to choose."""
    last = _PARTS.get(words.split()[-1])
    if last is None:  # a winter belongs to two years
        return None
    over = day.month > last
    if words.startswith("next"):
        return (str(day.year + 1), "year") if over or day.month > last - 3 else None
    return (str(day.year + over), "year") if not (over and words.startswith("this")) else None


def _season_end(words: str, day: date, sport: Sport | None) -> int | None:
    """Return the year in which the season that is spoken of ends."""
    following = words.startswith("next")
    if sport == "winter" and day.month >= 9:
        return day.year + 1 + following
    if sport == "summer" and day.month <= 10:
        return day.year + following
    if day.month <= (6 if sport == "winter" else 7):
        return day.year + following
    return None


_NEW = ("the new", "the coming", "the upcoming", "the forthcoming")


def _season_start(words: str, day: date, sport: Sport | None) -> int | None:
    """Return the year in which the season that is spoken of starts."""
    if words.startswith(_NEW):
        return day.year if day.month <= 9 else day.year + 1 if day.month >= 11 and sport == "summer" else None
    if words.startswith("next"):
        if day.month >= 9 or (sport == "summer" and day.month >= 3):
            return day.year + 1
        return day.year if sport == "winter" and day.month <= 7 else None
    current = words.startswith(("this", "the current"))
    if current and (day.month >= 8 or sport == "summer"):
        return day.year
    return None
