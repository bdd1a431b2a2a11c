"""How long a deal runs, as worded: "three-year deal", "until the end of the 2026-27 season", "through 2028".

Every reading keeps its characters. An elapsed association ("a 30-year sponsorship has ended", "for the past
17 years") is no term, and neither is "multi-year" or "long-term".
"""

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

Precision = Literal["day", "month", "season", "year"]


@dataclass(frozen=True)
class Reading:
    """What was read at `start` to `end`: years, or a date of `precision`; `kind` says which field it fills."""

    kind: Literal["years", "start", "end"]
    start: int
    end: int
    value: str | float
    precision: Precision | None = None
    derived: bool = False  # reckoned from the day of publication


_NUMBERS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "eighteen": 18,
    "twenty": 20, "twenty-five": 25, "thirty": 30,
    "another": 1, "a further": 1, "an additional": 1, "an extra": 1, "one more": 1,
}  # fmt: skip
MONTHS = {
    name: number
    for number, names in enumerate(
        ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
         "september sept sep", "october oct", "november nov", "december dec"), 1)
    for name in names.split()
}  # fmt: skip

_COUNT = rf"(?:\d{{1,2}}(?:\.\d)?|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})(?:[\s-]and[\s-]a[\s-]half)?"
_YEAR = r"(?:19|20)\d\d"
_SPAN = rf"{_YEAR}\s?[-–—/]\s?(?:{_YEAR}|\d\d)(?!\d)"
MONTH = rf"(?:{'|'.join(sorted(MONTHS, key=len, reverse=True))})\b\.?"
_DATE = (
    rf"(?:(?P<dm>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?(?P<mon1>{MONTH}),?\s(?P<y1>{_YEAR})"
    rf"|(?P<mon2>{MONTH})\s(?P<md>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?P<y2>{_YEAR})"
    rf"|(?P<mon3>{MONTH}),?\s(?:of\s)?(?P<y3>{_YEAR})"
    rf"|(?P<span>{_SPAN})|(?P<y4>{_YEAR})(?!\d|[-–/]\d))"
)
# What may stand between "until" and the date: "the end of the", "at least", "and including".
FILL = (
    r"(?:at\sleast\s|and\sincluding\s|the\s|upcoming\s|forthcoming\s|coming\s|new\s|domestic\s|financial\s|fiscal\s|academic\s|calendar\s|year\s|until\s|to\s|of\s|end\s|close\s|conclusion\s|completion\s|expiry\s|start\s|beginning\s|"
    r"summer\s|spring\s|autumn\s|winter\s|fall\s|early\s|late\s|mid-?\s?|season\s|in\s|its\s|their\s|\w+\sseason\s|"
    r"(?-i:[A-Z][\w'’]{1,15}\s)){0,7}?"
)
TO = (
    r"(?:until|till|through(?!out)(?:\sto)?|up\s(?:un)?til|(?:right\s)?up\sto(?:\sand\sincluding)?|(?:runs?|running|extend(?:s|ed|ing)?|last(?:s|ing)?|"
    r"goes|going|continu(?:e|es|ing)|stretch(?:es|ing)?|valid|contracted|tied|on\sboard|tak(?:es|ing)|keep(?:s|ing)?)\s(?:\w+\s){0,4}?to|culminat(?:e|es|ing)\s(?:in|with)|conclud(?:e|es|ing)\s(?:in|with|at|after)|finish(?:es)?\s(?:in|with|at|after)|to\sthe\send\sof|to\sat\sleast|"
    r"(?:years?|seasons?|months?),?\sto(?=\s(?:the\s(?:end\sof\s)?(?:the\s)?)?20)|expir(?:e|es|ed|ing)|set\sto\send|due\sto\send|ends|end(?!\sof)|ending|comes?\sto\san\send|(?:beyond|past|after)(?=\s(?:the\s(?:end\sof\sthe\s)?)?20))"
)
_END = re.compile(rf"\b(?:{TO})\s(?:(?:on|in|at|by|after|as\sof)\s)?{FILL}{_DATE}", re.IGNORECASE)
STARTS = (
    r"(?:starting|beginning|begins?|starts?|started|commenc(?:e|es|ing)|effective|as\sof|from|kicks?\soff|"
    r"com(?:es?|ing)\sinto\s(?:effect|force)|takes?\seffect)"
)
_START = re.compile(rf"\b{STARTS}\s(?:(?:with|from|in|on|at|as\sof)\s)?{FILL}{_DATE}", re.IGNORECASE)
_BETWEEN = re.compile(
    rf"(?:\b(?:from|between|for|covers?|covering|spanning|across|over)\s(?:the\s)?|\()(?P<a>{_YEAR})(?:\s(?:season|campaign))?"
    rf"(?:\s(?:to|and|through|until)\s(?:the\send\sof\s)?(?:the\s)?|\s?[-–—]\s?)(?P<b>{_YEAR}|\d\d(?!\d))\b(?:[\s\w]{{0,20}}\b(?P<season>seasons?|editions?))?",
    re.IGNORECASE,
)
_SEASONS = re.compile(
    rf"\b(?:for|across|during|covers?|covering|over|of)\s(?:both\s)?(?:the\s)?(?P<a>{_YEAR}|{_SPAN})(?:,\s(?:{_YEAR}|{_SPAN}))*,?\sand\s(?:the\s)?(?P<b>{_YEAR}|{_SPAN})"
    rf"(?:\s\w+){{0,2}}\s(?P<season>seasons?|editions?|campaigns?|tournaments?)\b",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    rf"\b(?:for|ahead\sof|in\stime\sfor)\s(?:the\s)?(?:upcoming\s|forthcoming\s|new\s|coming\s|entire\s|whole\s)?(?P<span>{_SPAN}|{_YEAR})(?:\s[A-Z][\w'’]*){{0,4}}\s(?:season|campaign)\b"
)

_DEALS = (
    r"(?:deal|agreement|contract|partnership|extension|sponsorship|renewal|term|pact|tie-up|tie\sup|commitment|arrangement|alliance|"
    r"collaboration|accord|naming|title|shirt|kit|jersey|sponsor|partner|period|option|association|link-up|licen[cs]e|cycle|rights|relationship|"
    r"front|official|exclusive|commercial|endorsement|backing|investment|package|main|principal|stadium)"
)
_UNIT = r"(?:years?|seasons?|months?|summers?|winters?|campaigns?)"
_YEARS_OF = re.compile(
    rf"(?<![\w.-])(?P<count>{_COUNT})(?:\s\(\d{{1,2}}\))?[\s-](?P<unit>{_UNIT})(?![\s-]old|\w|\s?[’']\s|-long\s(?:history|wait))"
    rf"(?P<long>-long)?(?=[\s,-](?P<after>.{{0,70}}))",
    re.IGNORECASE | re.DOTALL,
)
_PERIOD = re.compile(
    rf"\b(?P<lead>for|over|across|span(?:s|ning)?|cover(?:s|ing)?|last(?:s|ing)?|by|duration\sof|term\sof|period\sof)\s"
    rf"(?P<hedge>(?:the\s)?(?:next|coming|following|initial|minimum\sof|a\sfurther|another|an\sadditional|an\sextra|at\sleast|a\sminimum\sof|further|up\sto)\s(?=\d|\w+\s(?:\w+\s)?{_UNIT}\b)|the\s)?"
    rf"(?P<count>{_COUNT})(?:\s\(\d{{1,2}}\))?\s(?P<more>more\s|further\s|additional\s|consecutive\s|whole\s|full\s)?(?P<unit>{_UNIT})\b",
    re.IGNORECASE,
)
# "the term is five years"
_TERM_IS = re.compile(
    rf"\b(?:term|length|duration|deal|contract|agreement|partnership)\s(?:is|was|will\sbe)\s(?:for\s)?(?P<count>{_COUNT})\s(?P<unit>{_UNIT})\b(?!\s(?:old|ago|long\b))",
    re.IGNORECASE,
)
_GONE = re.compile(
    r"\b(?:past|last|previous|after(?=\s(?:an?|its|their|the|his|her|nearly|almost|over|more)\s)|since|ago|nearly|almost|more\sthan|over(?!\s(?:its|the|their|a|an|his|her)\b)|end(?:s|ed|ing)?(?:\sof)?(?:\s(?:its|their|his|her|the|a|our))|celebrat\w+|marks?|marking|mark(?:ed)?|"
    r"brings?\san\send\sto|conclu\w+|finish\w*|terminat\w+|sever\w*|anniversary)\s(?:\w+\s){0,2}$",
    re.IGNORECASE,
)
_GONE_AFTER = re.compile(
    r"^\W{0,2}(?:still\s)?(?:left|remaining|to\srun(?!\sout)|into\s(?:its|their|his|her|the|a)|after|on\sfrom)\b|"
    r"^\W{0,2}(?:[\w-]+\s){0,3}(?:ago|history|anniversary|ban|sentence|veteran|span|career|absence|wait|in\s(?:a\srow|charge)|prison|run\s(?:as|with)|"
    r"stint|reign|lease|of\scollaboration|of\sworking|of\shistory|of\ssupport|of\spartnership|of\ssponsor\w+|loan|old|earlier|later|before|rule|funding|plan)\b",
    re.IGNORECASE,
)
_OPTION = re.compile(
    r"\b(?:(?:can|could|may|might|right\sto)\s(?:\w+\s){0,2}(?:extend|prolong|renew)|option(?:al|s)?(?:\s(?:to|of|for))?|extendable|could\sbe\sextended|possib\w+|potential\w*|clause)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
_MINIMUM_YEARS, _MAXIMUM_YEARS = 0.5, 50.0


# "will leave at the end of 2031"
_LEAVES = re.compile(
    rf"\b(?:end(?!\sof)|ends|leav(?:e|es|ing)|conclud(?:e|es|ing)|finish(?:es|ing)?|terminat(?:e|es|ing)|quit|withdraw|exit|part\sways|step(?:ping)?\sdown|"
    rf"walk(?:ing)?\saway|stop|cease)\b[^.;]{{0,90}}?\b(?:at\sthe\s(?:end|close|conclusion)\sof|after)\s{FILL}{_DATE}",
    re.IGNORECASE,
)
# "2031 will be the last year of ...": the end, told of by its year.
_FINAL = re.compile(
    rf"\b(?:(?P<span>{_SPAN})|(?P<y4>{_YEAR}))\s(?:season\s|campaign\s|edition\s)?(?:will\sbe|is|was|would\sbe|marks?)\s(?:the|its|their)\s"
    rf"(?:final|last)\s(?:year|season|edition|time|campaign)\b",
    re.IGNORECASE,
)


def _years_of(span: str) -> tuple[int, int]:
    """Return the first and the last year of "2026-27" or "2026/2027"."""
    first, last = int(span[:4]), re.sub(r"\D", "", span[4:])
    return first, int(last) if len(last) == 4 else int(str(first)[:2] + last)


def _date(found: re.Match[str], *, ends: bool) -> tuple[str, Precision] | None:
    """Return the ISO date of a `_DATE` match, as precise as the text; a season counts as its last or first year."""
    groups = found.groupdict()
    if groups.get("span"):
        first, last = _years_of(found["span"])
        if not first < last <= first + 15:
            return None
        return str(last if ends else first), "season"
    if found["y4"]:
        after = found.string[found.end() : found.end() + 40]
        season = re.match(r"\s(?:[A-Z]\w+\s|\w+\s){0,3}(?:season|campaign)", after)
        return found["y4"], "season" if season else "year"
    for month, day, year in (("mon1", "dm", "y1"), ("mon2", "md", "y2"), ("mon3", "", "y3")):
        if groups.get(month):
            number = MONTHS[found[month].rstrip(".").lower()]
            if not day:
                return f"{found[year]}-{number:02}", "month"
            if 1 <= int(found[day]) <= 31:
                return f"{found[year]}-{number:02}-{int(found[day]):02}", "day"
    return None


_DAY = re.compile(_DATE, re.IGNORECASE)


def find_dates(body: str) -> list[tuple[date, int, int]]:
    """Return the full dates in `body` (day, month and year), each with where it stands."""
    days = []
    for found in _DAY.finditer(body):
        read = _date(found, ends=True)
        if read and read[1] == "day":
            try:
                days.append((date.fromisoformat(read[0]), found.start(), found.end()))
            except ValueError:  # 31 June
                continue
    return days


def find_ends(body: str) -> list[Reading]:
    """Return the dates at which the text says that something runs out or until which it lasts."""
    readings = []
    for found in (*_END.finditer(body), *_LEAVES.finditer(body)):
        read = _date(found, ends=True)
        if read and not re.search(
            r"\bend(?:s|ed)?\s(?:\w+\s)?in\s(?:the\s)?$", body[max(0, found.start() - 20) : found.start()]
        ):
            readings.append(Reading("end", found.start(), found.end(), *read))
    for found in _FINAL.finditer(body):
        last = str(_years_of(found["span"])[1]) if found["span"] else found["y4"]
        readings.append(Reading("end", found.start(), found.end(), last, "season" if found["span"] else "year"))
    for pattern in (_BETWEEN, _SEASONS):
        for found in pattern.finditer(body):
            last = found["b"]
            if re.fullmatch(_YEAR, last):
                year = int(last)
            elif len(last) == 2:
                year = int(found["a"][:2] + last)
            else:
                year = _years_of(last)[1]
            first = int(found["a"][:4])
            span = re.search(r"\d\s?[-–—]\s?\d", found.group()) is not None
            lone_season = pattern is _BETWEEN and span and year == first + 1  # "for 2025-26"
            if first < year <= first + 30 and not lone_season:
                precision: Precision = "season" if found["season"] else "year"
                readings.append(Reading("start", found.start("a"), found.end("a"), str(first), precision))
                readings.append(Reading("end", found.start("b"), found.end("b"), str(year), precision))
    return _first_of_overlapping(readings)


def find_starts(body: str) -> list[Reading]:
    """Return the dates from which the text says that something runs."""
    readings = []
    for found in _START.finditer(body):
        read = _date(found, ends=False)
        if read:
            readings.append(Reading("start", found.start(), found.end(), *read))
    readings += [
        Reading("start", found.start("span"), found.end("span"), found["span"][:4], "season")
        for found in _AHEAD.finditer(body)
    ]
    return _first_of_overlapping(readings)


def _first_of_overlapping(readings: list[Reading]) -> list[Reading]:
    """Return the readings in order; of those of one kind that overlap the first and longest."""
    kept: list[Reading] = []
    for one in sorted(readings, key=lambda one: (one.start, -one.end)):
        last = next((other for other in reversed(kept) if other.kind == one.kind), None)
        if last is None or last.end <= one.start:
            kept.append(one)
    return kept


def _count(found: re.Match[str]) -> float | None:
    words, half = re.subn(r"[\s-]and[\s-]a[\s-]half$", "", found["count"].lower())
    number = (float(_NUMBERS[words]) if words in _NUMBERS else float(words)) + 0.5 * half
    years = number / 12 if found["unit"].lower().startswith("month") else number
    return round(years, 2) if _MINIMUM_YEARS <= years <= _MAXIMUM_YEARS else None


def find_years(body: str) -> list[Reading]:
    """Return the lengths of deals: "three-year deal", "for the next five years"; not what has already elapsed."""
    readings = []
    for found in _YEARS_OF.finditer(body):
        if not re.search(rf"^\W{{0,2}}(?:[\w£$€,.'’/-]+\s){{0,5}}{_DEALS}", found["after"], re.IGNORECASE):
            continue
        before = body[max(0, found.start() - 40) : found.start()]
        if _GONE.search(before) or _GONE_AFTER.search(found["after"]) or _OPTION.search(before):
            continue
        years = _count(found)
        if years:
            readings.append(Reading("years", found.start(), found.end(), years))
    for found in _TERM_IS.finditer(body):
        years = _count(found)
        if years:
            readings.append(Reading("years", found.start("count"), found.end(), years))
    for found in _PERIOD.finditer(body):
        before = body[max(0, found.start() - 40) : found.start()]
        after = body[found.end() : found.end() + 40]
        lead = found["lead"].lower()
        # "for four years" looks ahead only with a verb that does; "over two years of collaboration" looks back.
        loose = lead == "over" and not found["hedge"]
        if _GONE_AFTER.search(after.lstrip()) or _OPTION.search(before) or (loose and re.match(r"\sof\s", after)):
            continue
        if lead == "by" and not re.search(r"(?:exten|renew|prolong)\w+[^.]{0,90}$", body[: found.start()]):
            continue
        years = _count(found)
        if years:
            readings.append(Reading("years", found.start(), found.end(), years))
    return _first_of_overlapping(readings)
