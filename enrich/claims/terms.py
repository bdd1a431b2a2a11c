"""When a deal starts and ends, as worded: "until the end of the 2026-27 season", "through 2028", "from July 2026".

Every reading keeps its characters.
"""

import re
from dataclasses import dataclass
from typing import Literal

from enrich.claims.dates import DATE, DAY, FILL, MONTH, SPAN, YEAR, Precision, read_date, years_of
from enrich.claims.patterns import sign, small


@dataclass(frozen=True)
class Reading:
    """What was read at `start` to `end`: years, or a date of `precision`; `kind` says which field it fills."""

    kind: Literal["years", "start", "end"]
    start: int
    end: int
    value: str | float
    precision: Precision | None = None
    derived: bool = False  # reckoned from the day of publication
    loose: bool = (
        False  # only a start where its clause says that the sponsor comes in, an end of a deal that is over
    )
    sure: bool = False  # its own words tell of a deal: "the first race under the new name"


TO = (
    r"(?:for\sthe\s(?:rest|remainder)\sof|until|till|through(?!out)(?:\sto)?|up\s(?:un)?til|(?:right\s)?up\sto(?:\sand\sincluding)?|(?:runs?|running|extend(?:s|ed|ing)?|last(?:s|ing)?|"
    r"shirts?|jerseys?|sleeves?|goes|going|continu(?:e|es|ing)|stretch(?:es|ing)?|valid|contracted|tied|on\sboard|tak(?:es|ing)|keep(?:s|ing)?)\s(?:\w+\s){0,4}?to|culminat(?:e|es|ing)\s(?:in|with)|conclud(?:e|es|ing)\s(?:in|on|with|at|after|following)|finish(?:es)?\s(?:in|on|with|at|after|following)|to\sthe\send\sof|to\sat\sleast|"
    rf"(?:years?|seasons?|months?),?\sto(?=\s(?:the\s(?:end\sof\s)?(?:the\s)?)?(?:(?:\d{{1,2}}\s)?{MONTH}\s)?20)|(?:from|between)\snow\s(?:and|to|until|through)|"
    rf"(?:deal|contract|agreement|partnership|extension|sponsorship|terms?),?\sto(?=\s(?:the\send\sof\s|mid-?\s?)?(?:{MONTH}\s)?20\d\d)|"
    r"expir(?:e|es|ed|ing)|(?:end|expiry|expiration)\sdate\s(?:is|of)|set\sto\send|due\sto\send|ends|end(?!\sof)|ending|(?:comes?|com(?:es|ing)|draw(?:s|ing)?)\sto\s(?:an\send|a\sclose|its\s(?:end|conclusion))|"
    r"(?:runs?|running|ran)\sout|laps(?:es?|ing)|(?:is|are|be)\s(?:up|over)|(?:beyond|past|after)(?=\s(?:the\s(?:end\sof\sthe\s)?)?20))"
)
# "extended its sponsorship of the club to 2031", "keeps the bank on the shirt into 2031"
_A_DAY = rf"(?:(?:\d{{1,2}}(?:st|nd|rd|th)?\s(?:of\s)?)?{MONTH}\s(?:\d{{1,2}}(?:st|nd|rd|th)?,\s)?)?"
_UP_TO = (
    r"(?:extend|prolong|renew|lengthen|keep|stay|remain|commit|sign|contract|run|last|continu|secur|carr|tak|bind|tie)\w*\s"
    r"(?:[\w’'&.-]+\s){0,9}?"
    rf"(?:in)?to(?=\s(?:the\s(?:end|close|summer|conclusion)\sof\s(?:the\s)?)?{_A_DAY}(?:20|['’]))"
)
_END = re.compile(
    rf"\b(?:{TO}|{_UP_TO})\s(?:(?:on|in|at|by|with|after|following|as\sof)\s)?"
    r"(?:(?:[\w’'-]+\s){1,4}?(?:anniversary|centenary|jubilee|birthday)\sin\s)?"
    rf"{FILL}{DATE}",
    re.IGNORECASE,
)
STARTS = (
    r"(?:starting|beginning|begins?|began|starts?|started|commenc(?:e|es|ed|ing)|effective|as\sof|from|kick(?:s|ing)?\s(?:off|in)|"
    r"(?:(?:go|com)(?:es|ing)?\s)?into\s(?:effect|force|operation|being)|(?:takes?|took|taking)\seffect|came\sinto\s(?:effect|force)|backdated\sto|launch(?:es|ing)|get(?:s|ting)?\s(?:going|started|under\s?way)|go(?:es|ing)?\slive|"
    r"first\s(?:season|year|edition|event|race|match|game|tournament|regatta|festival|concert|show)\s(?:(?:of|under|in|with)\s(?:the|its|their)\s(?:\w+\s){1,6}?|"
    r"as\s(?:[\w-]+\s){0,3}?(?:sponsor|partner)s?\s)"
    r"(?:is|will\sbe)(?:\s(?:held|run|played|staged|raced|ridden))?)"
)
# "at five races, from Leeds in March to Bath in May": where something goes, and when.
FROM_A_PLACE = re.compile(rf"(?i:from)\s(?!{MONTH})(?:[A-Z][\w’'-]+\s){{1,3}}(?:in|on)\s")
_UNTIL = re.compile(r"\b(?:until|till|through)\b", re.IGNORECASE)
TRAVELS = re.compile(r"\b(?:from|to)\s(?:[A-Z][\w’'-]+\s){1,3}$")
_START = re.compile(
    rf"\b(?:(?<!the\s)|(?=first)){STARTS}\s(?:(?:with|from|in|on|at|for|ahead\sof|as\sof)\s)?{FILL}{DATE}",
    re.IGNORECASE,
)
# "will be worn in 2031", "to become its partner for 2031": a start only where the clause says who comes in.
ENTERS = (
    r"\b(?:will|to|would|shall|becom(?:e|es|ing)|replac(?:es|ing)|succeed(?:s|ing)|join(?:s|ing)|return(?:s|ing)|takes|taking|switch(?:es|ing)|"
    r"mov(?:es?|ing)|debut(?:s|ing)|appear(?:s|ing)|wears|wearing|carr(?:ies|ying)|first)\b[^.;:]{0,130}?"
)
_ENTERS_IN = re.compile(
    rf"{ENTERS}\b(?P<at>in|on|for|during|throughout|at(?:\sthe\sstart\sof)?|ahead\sof|until|when\s(?:[\w’'-]+\s){{1,4}}?(?:open|start|begin|kick)s?(?:\soff)?)\s(?:(?:the|in)\s)?{FILL}{DATE}",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    rf"(?:\b(?:from|between|for|covers?|covering|spanning|across|over)\s(?:the\s)?(?:(?:period|years|seasons)\s)?(?:(?:from|of)\s)?|\b(?:term|period|duration|contract|deal|agreement|partnership|sponsorship)(?:\s(?:is|runs|of))?:?,?\s|\b(?:years|seasons|editions),\s|\()(?P<a>{YEAR})(?:\s(?:season|campaign))?"
    rf"(?:\s(?:to|and|through|until)\s(?:the\send\sof\s)?(?:the\s)?|\s?[-–—]\s?)(?P<b>{YEAR}|\d\d(?!\d))\b(?:[\s\w]{{0,20}}\b(?P<season>seasons?|editions?))?",
    re.IGNORECASE,
)
# "from 1 May 2031 to 30 April 2034", "covers the period May 2031 to April 2034"
_FROM_TO = re.compile(
    rf"\b(?:from|(?:covers?|covering|between|period|term)(?:\sof|\sfrom)?(?=\s(?:the\speriod\s)?(?:\d{{1,2}}\s)?{MONTH}))\s{FILL}"
    rf"(?P<first>{re.sub(r'[?]P<[a-z0-9]+>', '?:', DATE)})(?:\s(?:season|campaign))?\s"
    rf"(?:to|until|till|through|and)\s{FILL}{DATE}",
    re.IGNORECASE,
)
_SEASONS = re.compile(
    rf"\b(?:for|across|during|covers?|covering|over|of|in)\s(?:both\s)?(?:the\s)?(?P<lead>(?:seasons?|editions|campaigns|years)\s(?:of\s)?)?(?P<a>{YEAR}|{SPAN})(?:,\s(?:{YEAR}|{SPAN}))*,?\sand\s(?:the\s)?(?P<b>{SPAN}|{YEAR})"
    rf"(?:(?:\s\w+){{0,2}}\s(?P<season>seasons?|editions?|campaigns?|tournaments?)\b|(?(lead)|(?!)))",
    re.IGNORECASE,
)
# "in 2031, 2032 and 2033", "covers the 2031 and 2032 races": one year after another.
_LIST = re.compile(
    r"\b(?:in|for|during|throughout|across|over|covers?|covering|includ(?:es|ing)|spanning|of)\s(?:(?:both|each\sof)\s)?(?:the\s)?"
    r"(?P<years>20\d\d(?:,\s20\d\d)*,?\sand\s20\d\d)(?!\d|[-–/]\d)",
    re.IGNORECASE,
)
# "covers three editions, in 2031, 2034 and 2037": to the last of what it covers
_COVERS = re.compile(r"\bcover(?:s|ing)?\b(?P<rest>[^.;]{0,120})", re.IGNORECASE)
_AHEAD = re.compile(
    rf"\b(?:for|ahead\sof|in\stime\sfor)\s(?:the\s)?(?:upcoming\s|forthcoming\s|new\s|coming\s|entire\s|whole\s)?(?P<span>{SPAN}|{YEAR})(?:\s[A-Z][\w'’]*){{0,4}}\s(?:season|campaign)\b"
)

OPTION = re.compile(
    r"\b(?:(?:can|could|may|might|right\sto)\s(?:\w+\s){0,2}(?:extend|prolong|renew)\w*|(?<!exercised\san\s)(?<!exercised\sits\s)option(?:al|s)?(?:\s(?:to|of|for))?|extendable|could\sbe\sextended|possib\w+|potential\w*|clause)\b"
    r"(?:(?!,\s(?:runs?|lasts?|ends?|expires?|extends|goes|will|is)\b)[^.;]){0,40}$",
    re.IGNORECASE,
)

# What a sponsor does at the end: "will leave at the end of 2031".
LEAVES = (
    r"(?:no\slonger|end(?!\sof)|ends|ending|leav(?:e|es|ing)|conclud(?:e|es|ing)|finish(?:es|ing)?|terminat(?:e|es|ing)|quit|withdraw|exit|part\s(?:ways|company)|"
    r"giv(?:es|ing)\sup|withdraw(?:s|ing)|quit(?:s|ting)|exit(?:s|ing)|ceas(?:es|ing)|stop(?:s|ping)|drop(?:s|ping)|scrap(?:s|ping)|sever(?:s|ing)|cut(?:s|ting)|"
    r"step(?:ping)?\s(?:down|aside)|break(?:ing)?\swith|walk(?:ing)?\saway|pull(?:ing)?\sout|bow(?:ing)?\sout|disappear|vanish|depart|stop|cease|drop|scrap|sever|cut|cancel|axe|give\sup|not\srenew\w*|go\s(?:their\s)?separate\sways|come\soff)"
)
_LEAVES = re.compile(
    rf"\b{LEAVES}\b[^.;]{{0,90}}?\b(?:at\sthe\s(?:end|close|conclusion)\sof|after|when|once)\s{FILL}{DATE}",
    re.IGNORECASE,
)
# "ended its sponsorship in May 2031", "terminated it with effect from 1 May": only of a deal that is over.
ENDS = (
    r"(?:end(?:ed|s|ing)?(?!\sof)|terminat\w+|cancel\w+|withdr[ae]w\w*|le(?:ave|aves|aving|ft)|exit(?:s|ed|ing)?|ceas(?:e|es|ed|ing)|quit(?:s|ting)?|"
    r"pull(?:s|ed|ing)?\sout|walk(?:s|ed|ing)?\saway|step(?:s|ped|ping)?\s(?:down|aside)|bow(?:s|ed|ing)?\sout|part(?:s|ed|ing)?\s(?:ways|company)|sever\w*|"
    r"conclud\w+|discontinu\w+|scrap\w*|ax(?:e|es|ed|ing)|drop(?:s|ped|ping)?|ditch\w*|dump\w*|dissolv\w*)"
)
ENDS_AT = r"\b[^.;,]{0,90}?\b(?:with\seffect\sfrom|effective(?:\sfrom)?|as\s(?:of|from)|from|on|in|by)"
_ENDED = re.compile(rf"\b{ENDS}(?:{ENDS_AT}|\b[^.;,]{{0,90}}?\bat)\s{FILL}{DATE}", re.IGNORECASE)
# "2031 will be the last year of ...", "the 2031 season will be the last with ...": the end, told of by its year.
IS_THE_LAST = (
    r"\s(?:will\sbe|(?:is|are)(?:\s(?:going|set|due))?\sto\sbe|is|was|would\sbe|ha[ds]\sbeen|marks?)\s(?:the|its|their|our|my|his|her)\s(?:final|last)"
    r"(?:(?=[.,;]|$)|\sto\s(?:be\s(?:sponsored|backed|supported)|carry|bear)\b|\s(?:year|season|edition|time|campaign)\b|\s(?:for|with|under|as|of\sthe\s(?:deal|partnership|agreement|contract|sponsorship))\b)"
)
# "The 2031 race will be the first to carry its name", "the last match with it will be on 24 May"
IS_THE_FIRST = (
    r"\s(?:will\sbe|is|would\sbe|marks?)\s(?:the|its|their|our|my|his|her)\sfirst\s"
    r"(?:(?:\w+\s)?to\s(?:carry|bear|have|take|be)\s|(?:[\w-]+\s)?(?:with|under|as|of\sthe)\s)"
)
THE_LAST_IS = (
    r"\b(?:last|final)\s(?:season|year|edition|event|race|match|game|tournament)\s"
    r"(?:with|under|in|on|to\s(?:carry|bear))\s(?:[\w’'-]+\s){1,8}?"
    r"(?:will\sbe|is)(?:\s(?:held|run|played|staged))?\s(?:(?:(?:[\w’'-]+\s){1,6}?)??(?:in|on|at)\s)?"
)
# "will be seen on the shirts for the last time in May"
THE_LAST_TIME = rf"\bfor\s(?:the|a)\s(?:last|final)\stime\s(?:(?:in|on|at|during|against|when)\s)?{FILL}"
# "covers five editions, the last of them in 2031"
_LAST_OF_THEM = re.compile(
    rf",\s(?:the\s)?(?:last|final)\s(?:of\s(?:them|these|which)|one|edition|race|event|tournament)\s(?:(?:being|will\sbe)\s)?(?:(?:held|that)\s)?(?:in|of)\s{DATE}",
    re.IGNORECASE,
)
# "by 2031, when its contract is due to end", "2031, the year in which it ends"
_WHEN_IT_ENDS = re.compile(
    rf"\b{DATE},\s(?:when|the\syear\s(?:in\swhich|when)|at\swhich\spoint)\s(?:(?!(?:current|present|existing|old|previous)\s)[\w’'-]+\s){{0,3}}?"
    r"(?:deal|contract|agreement|partnership|sponsorship|term|it|one)\s(?:[\w’'-]+\s){0,6}?"
    r"(?:ends?|expires?|runs?\sout|lapses?|concludes?|comes?\sto\s(?:an\send|a\sclose)|is\sup)\b",
    re.IGNORECASE,
)
_FIRST = re.compile(
    rf"\b(?:(?P<span>{SPAN})|(?P<y4>{YEAR}))(?:\s[a-z]+)?{IS_THE_FIRST}",
    re.IGNORECASE,
)
_LAST = re.compile(rf"{THE_LAST_IS}{DATE}", re.IGNORECASE)
_LAST_TIME = re.compile(rf"{THE_LAST_TIME}{DATE}", re.IGNORECASE)
_FINAL = re.compile(
    rf"\b(?:(?P<span>{SPAN})|(?P<y4>{YEAR}))(?:\s(?:season|campaign|edition|race|event|festival|tournament)|(?-i:\s[A-Z][\w’'-]+(?:\s(?:of|the|d[aeiou]l{{0,2}}[aeo]?|[A-Z][\w’'-]+)){{0,4}}))?{IS_THE_LAST}",
    re.IGNORECASE,
)


# Every date has a year of two digits at least. To ask that first spares most sentences the dear expressions.
_NUMBER = re.compile(r"\d\d")
_NAME_AFTER = re.compile(r"\s[A-Z]")
# "ends in the 2031 final" is no end of a deal, and neither is a date that was given up: "which was to end in May".
SPEAKS_OF_LAST = sign("last|final")
_ENDS_WITH = re.compile(r"\bend(?:s|ed)?\s(?:\w+\s)?in\s(?:the\s)?$")
GIVEN_UP = re.compile(
    r"\b(?:originally|(?:was|were|been)\s(?:\w+\s)?(?:thought|believed|assumed|expected)\sthat|would\s(?:otherwise\s)?have|(?:was|were)\sto\shave|(?:was|were)\sto(?!\s\w)|(?:was|were)\sto\s(?:end|expire|lapse|run|finish|last)|had\s(?:\w+\s)?been|(?:supposed|meant)\sto)\s[^,;.]{0,60}$",
    re.IGNORECASE,
)
_DUE = re.compile(r"\b(?:due|set|scheduled|expected)\sto\s(?:\w+\s){0,3}$", re.IGNORECASE)
# "was due to lapse in May, has been prolonged by two years"
_WAS_DUE = re.compile(
    r"\b(?:was|were|been)\s(?:\w+\s)?(?:due|set|scheduled|expected)\sto\s(?:\w+\s){0,3}$", re.IGNORECASE
)
_PROLONGED = re.compile(r"\b(?:prolong|exten[dt]|renew|lengthen)\w*", re.IGNORECASE)
_CUT_SHORT = re.compile(
    r"\b(?:terminat\w+|cancel\w+|early|premature\w*|scrapped|axed|ripped|torn|cut\sshort|despite)\b", re.IGNORECASE
)


_TO_NO_END = re.compile(
    r"\b(?:back|prior|according|compared|due)\sto\s(?!end|expire|lapse|run|last)", re.IGNORECASE
)
_BEYOND = re.compile(r"(?:beyond|past|after)\b", re.IGNORECASE)
_NOT = re.compile(r"\b(?:not|no|never|without|end|quit|leave)\b|n['’]t\b", re.IGNORECASE)


def _first_group(found: re.Match[str]) -> str:
    """Return the name of the group at which the date of a match begins."""
    return next(name for name in ("dm", "mon2", "mon3", "span", "y4") if found[name])


# "this summer, as well as in 2032 and 2033"
_AS_WELL = re.compile(
    r"\b(?:as\swell\sas|and\s(?:again|also|then|those|the\sones)|both\s[^.;]{3,40}\sand)\s$", re.IGNORECASE
)


def _find_listed(body: str) -> list[Reading]:
    """Return the first and the last of the years that a deal is said to be for, one after another."""
    readings: list[Reading] = []
    for found in _LIST.finditer(body):
        if OPTION.search(body[max(0, found.start() - 60) : found.start("years")]):
            continue
        years = [int(year) for year in re.findall(r"20\d\d", found["years"])]
        if years == list(range(years[0], years[-1] + 1)):
            first, last = found.start("years"), found.end("years")
            if not _AS_WELL.search(body[: found.start()]):
                readings.append(Reading("start", first, first + 4, str(years[0]), "year"))
            readings.append(Reading("end", last - 4, last, str(years[-1]), "year"))
    for found in _COVERS.finditer(body):
        spots = [
            (int(year[0]), found.start("rest") + year.start())
            for year in re.finditer(r"\b20\d\d\b(?![-–/]\d)", found["rest"])
        ]
        years = [year for year, _ in spots]
        if len(years) > 1 and years == sorted(set(years)) and "includ" not in found["rest"]:
            readings.append(Reading("end", spots[-1][1], spots[-1][1] + 4, str(years[-1]), "year"))
    return readings


# "covers the 2031-32 through 2034-35 academic years"
_SPAN_TO_SPAN = re.compile(rf"\b(?P<a>{SPAN})\s(?:through|to|until)\s(?:the\s)?(?P<b>{SPAN})", re.IGNORECASE)


def _find_spans(body: str) -> list[Reading]:
    """Return the first and the last year of periods: "from 2031 to 2034", "the 2031 and 2032 seasons"."""
    readings: list[Reading] = []
    for pattern in (_BETWEEN, _SEASONS):
        for found in pattern.finditer(body):
            if OPTION.search(body[max(0, found.start() - 60) : found.start("a")]):
                continue
            last = found["b"]
            if re.fullmatch(YEAR, last):
                year = int(last)
            elif len(last) == 2:
                year = int(found["a"][:2] + last)
            else:
                year = years_of(last)[1]
            first = int(found["a"][:4])
            span = re.search(r"\d\s?[-–—]\s?\d", found.group()) is not None
            lone_season = pattern is _BETWEEN and span and year == first + 1  # "for 2025-26"
            if first < year <= first + 30 and not lone_season:
                precision: Precision = "season" if found["season"] else "year"
                readings.append(Reading("start", found.start("a"), found.end("a"), str(first), precision))
                readings.append(Reading("end", found.start("b"), found.end("b"), str(year), precision))
    for found in _SPAN_TO_SPAN.finditer(body):
        readings.append(Reading("start", *found.span("a"), str(years_of(found["a"])[0]), "season"))
        readings.append(Reading("end", *found.span("b"), str(years_of(found["b"])[1]), "season"))
    return readings


def find_ends(body: str) -> list[Reading]:
    """Return the dates at which the text says that something runs out or until which it lasts."""
    if not _NUMBER.search(body):
        return []
    readings, words = [], small(body)
    last = SPEAKS_OF_LAST(words)
    patterns = [_END, _LEAVES, *((_LAST, _LAST_OF_THEM) if last else ()), _WHEN_IT_ENDS, _FROM_TO]
    for found in (found for pattern in patterns for found in pattern.finditer(body)):
        read = read_date(found, ends=True)
        before = body[max(0, found.start() - 60) : found.start()]
        until = body[max(0, found.start() - 60) : found.start(_first_group(found))]
        if _TO_NO_END.search(body, found.start(), found.start(_first_group(found))):
            continue  # "goes back to 2014"
        if _BEYOND.match(found.group()) and not _NOT.search(body[max(0, found.start() - 90) : found.start()]):
            continue  # "goes beyond 2031"
        given_up = (
            GIVEN_UP.search(until)
            or (_DUE.search(until) and _CUT_SHORT.search(body))
            or (_WAS_DUE.search(until) and _PROLONGED.search(body))
        )
        if read and not (_ENDS_WITH.search(before) or given_up or OPTION.search(until)):
            readings.append(
                Reading("end", found.start(), found.end(), *read, sure=found.re in (_LAST, _WHEN_IT_ENDS))
            )
    readings += [
        Reading("end", found.start(), found.end(), *read, loose=True)
        for found in (*_ENDED.finditer(body), *(_LAST_TIME.finditer(body) if last else ()))
        if (read := read_date(found, ends=True)) and not GIVEN_UP.search(body[: found.start(_first_group(found))])
    ]
    for found in _FINAL.finditer(body) if last else ():
        year = str(years_of(found["span"])[1]) if found["span"] else found["y4"]
        readings.append(Reading("end", found.start(), found.end(), year, "season" if found["span"] else "year"))
    readings += [*_find_spans(body), *_find_listed(body)]
    return first_of_overlapping(readings)


def find_starts(body: str) -> list[Reading]:
    """Return the dates from which the text says that something runs."""
    if not _NUMBER.search(body):
        return []
    readings = []
    for found in _START.finditer(body):
        read = read_date(found, ends=False)
        far = _UNTIL.search(body, found.start(), found.start(_first_group(found)))  # "from this season until 2031"
        if read and not (far or FROM_A_PLACE.match(found.group())):  # "as of 1 May" may only be the day of a count
            loose, sure = (found.group().lower().startswith(word) for word in ("as", "first"))
            readings.append(Reading("start", found.start(), found.end(), *read, loose=loose, sure=sure))
    for found in _FROM_TO.finditer(body):
        first = DAY.match(found["first"])
        if first and (read := read_date(first, ends=False)):
            readings.append(Reading("start", found.start(), found.end("first"), *read))
    for found in _FIRST.finditer(body):
        year = found["y4"] or found["span"][:4]
        precision: Precision = "year" if found["y4"] else "season"
        readings.append(Reading("start", found.start(), found.end(), year, precision, sure=True))
    for found in _ENTERS_IN.finditer(body):
        until = re.search(r"\buntil\b", found.group(), re.IGNORECASE)
        until = until or re.search(r"\bto\b", body[found.start("at") : found.start(_first_group(found))])
        read = None if until else read_date(found, ends=False)
        edition = bool(_NAME_AFTER.match(body, found.end())) and read is not None and read[1] != "season"
        again = _AS_WELL.search(body[: found.start("at")])
        if read and not (
            edition or again or TRAVELS.search(body[: found.start("at")])
        ):  # "for the 2031 Harbour Cup"
            readings.append(Reading("start", found.start("at"), found.end(), *read, loose=True))
    readings += [
        Reading("start", found.start("span"), found.end("span"), found["span"][:4], "season")
        for found in _AHEAD.finditer(body)
    ]
    return first_of_overlapping(readings)


def first_of_overlapping(readings: list[Reading]) -> list[Reading]:
    """Return the readings in order; of those of one kind that overlap a firm one, the first and the longest."""
    kept: list[Reading] = []
    for one in sorted(readings, key=lambda one: (one.loose, one.start, -one.end)):
        if not any(other.kind == one.kind and other.start < one.end and one.start < other.end for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda one: one.start)
