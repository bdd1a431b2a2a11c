"""How long a deal runs, as worded: "three-year deal", "for the next five seasons", "by two more years".

An elapsed association ("a 30-year sponsorship has ended", "for the past 17 years") is no term, and neither is
"multi-year" or "long-term".
"""

import re

from enrich.claims.patterns import sign, small
from enrich.claims.terms import OPTION, Reading, first_of_overlapping

_NUMBERS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "eighteen": 18,
    "twenty": 20, "twenty-five": 25, "thirty": 30,
    "another": 1, "a further": 1, "an additional": 1, "an extra": 1, "one more": 1,
}  # fmt: skip
_COUNT = rf"(?:\d{{1,2}}(?:\.\d)?|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})(?:[\s-]and[\s-]a[\s-]half)?"
_DEALS = (
    r"(?:deal|agreement|contract|partnership|extension|sponsorship|renewal|term|pact|tie-up|tie\sup|commitment|arrangement|alliance|"
    r"collaboration|accord|naming|title|shirt|kit|jersey|sponsor|partner|period|option|association|link-up|licen[cs]e|cycle|rights|relationship|basis|"
    r"front|official|exclusive|commercial|endorsement|backing|investment|package|main|principal|stadium|co-?operation)"
)
_UNIT = r"(?:years?|seasons?|months?|summers?|winters?|campaigns?)"
_YEARS_OF = re.compile(
    rf"(?<![\w.+-])(?P<count>{_COUNT})(?:\s\(\d{{1,2}}\))?[\s-](?P<unit>{_UNIT})(?![\s-]old|\w|\s?[’']\s|-long\s(?:history|wait))"
    rf"(?P<long>-long)?(?=[\s,-](?P<after>.{{0,70}}))",
    re.IGNORECASE | re.DOTALL,
)
# "with two five-year options"
_OPTIONS = re.compile(r"(?:extension\s|renewal\s)?options?\b", re.IGNORECASE)
_PERIOD = re.compile(
    rf"\b(?P<lead>for|a\stotal\sof|(?:in|for)\seach\sof|agree[ds]?\s(?:on|to)|commit(?:s|ted|ting)?\s(?:\w+\s){{0,2}}?to|settled\son|limited\sto|tak(?:e|es|ing)\sin|of(?=\s(?:its|their|the)\snext\s)|over|across|span(?:s|ning)?|cover(?:s|ing)?|last(?:s|ing)?|by|(?:duration|length|term|period|deal|agreement|contract|"
    rf"partnership|extension|commitment|sponsorship|pact|arrangement)\sof)\s"
    rf"(?P<hedge>(?:at\sleast\s)?(?:the\s|an\s|its\s|their\s)?(?:next|a\stotal\sof|coming|following|initial|minimum\sof|a\sfurther|another|an\sadditional|an\sextra|at\sleast|a\sminimum\sof|further|up\sto)\s(?=\d|\w+\s(?:\w+\s)?{_UNIT}\b)|(?:(?:the\s)?(?:course|space)\sof\s(?:the\s)?|what\s(?:is|will\sbe)\s(?:\w+\sto\sbe\s)?)|(?:the|its|their)\s)?"
    rf"(?P<count>{_COUNT})(?:\s\(\d{{1,2}}\))?\s(?P<more>more\s|further\s|additional\s|consecutive\s|whole\s|full\s)?(?P<unit>{_UNIT})\b",
    re.IGNORECASE,
)
# "has added two more years", "committed another three seasons to it": what is yet to come, whatever the verb.
_MORE = re.compile(
    rf"\b(?:(?:another|a\sfurther|an\sadditional|an\sextra)\s(?P<count>{_COUNT})|(?P<count2>{_COUNT})\s(?:more|further|additional|extra))\s(?P<unit>{_UNIT})\b",
    re.IGNORECASE,
)
# "has backed it for four years and has committed to two more"
_SO_MANY_MORE = re.compile(
    rf"\b(?P<unit>{_UNIT})\b[^.;]{{0,120}}?\s(?:for|to|on|by|of|up)\s(?:at\sleast\s)?(?P<count>{_COUNT})\smore\b(?!\s\w)",
    re.IGNORECASE,
)
# "the term is five years"
_TERM_IS = re.compile(
    rf"\b(?:terms?|length|duration|deal|contract|agreement|partnership|commitment|sponsorship|extension)(?::|\s(?:is|was|will\sbe)(?:\s(?:understood|believed|thought|said|reported|expected)\sto\sbe)?)\s(?:for\s)?(?P<count>{_COUNT})\s(?P<unit>{_UNIT})\b(?!\s(?:old|ago|long\b))",
    re.IGNORECASE,
)
# "a contract four years in length"
_LONG = re.compile(rf"\b(?P<count>{_COUNT})\s(?P<unit>{_UNIT})\s(?:in\s(?:length|duration)|long)\b", re.IGNORECASE)
# "for the next two decades"
_DECADES = re.compile(
    r"\b(?:for|over|across|cover(?:s|ing)?|span(?:s|ning)?)\s(?:at\sleast\s)?(?:the|its|their)\s(?:next|coming)\s(?P<count>two|three|four)\sdecades\b",
    re.IGNORECASE,
)
# "extended its contract by a year", "£90,000 in three yearly instalments"
_BY_A_YEAR = re.compile(
    r"\b(?:exten|renew|prolong|lengthen)\w*[^.;]{0,90}?\s(?P<years>(?:by|for)\s(?:a|another|a\sfurther|an\sextra)\s(?:year|season))\b(?!-)",
    re.IGNORECASE,
)
_INSTALMENTS = re.compile(
    rf"\b(?:in|into|over|by|through)\s(?P<count>{_COUNT})\s(?:equal\s)?(?:(?P<unit>yearly|annual)\s)(?:instal?lments|payments|tranches)\b",
    re.IGNORECASE,
)
# "for the next decade", "a half-decade deal", "a decade-long agreement"
_DECADE = re.compile(
    r"\b(?:(?:for|over(?=\sthe\s)|across|last(?:s|ing)?|span(?:s|ning)?|cover(?:s|ing)?|by)\s(?:at\sleast\s)?"
    r"(?:(?:the|its|their)\s(?:next|coming)|an?(?:\s(?:full|whole|further))?|another)\s(?P<half>half[\s-])?decade\b(?!-)"
    rf"|(?P<half2>half-)?decade(?:-long)?(?=\s(?:[\w£$€.,'’/-]+\s){{0,4}}{_DEALS}))(?P<after>.{{0,70}})",
    re.IGNORECASE | re.DOTALL,
)
# "left after one year of a three-year deal"
_AFTER_SOME_OF = re.compile(
    rf"\bafter\s(?:[\w-]+\s){{0,2}}?{_COUNT}\s{_UNIT}\s(?:of|into)\s(?:an?|its|their|the|his|her)\s$", re.IGNORECASE
)
_GONE = re.compile(
    r"\b(?:past|last|previous|(?:continu(?:e|es|ing)|build(?:s|ing)?\s(?:up)?on|strengthen\w*|deepen\w*|exten(?:d|ds|ded|ding)|renew(?:s|ed|ing)?|prolong(?:s|ed|ing)?|lengthen(?:s|ed|ing)?)\s(?:an?|its|their|our|this|the)(?!\s(?:[\w-]+\s)?(?:by|for|in|with|to|under|on)\s)|after(?=\s(?:an?|its|their|the|his|her|nearly|almost|over|more)\s)|since|ago|nearly|almost|more\sthan|over(?!\s(?:its|the|their|a|an|his|her)\b)|end(?:s|ed|ing)?(?:\sof)?(?:\s(?:its|their|his|her|the|a|our))|celebrat\w+|marks?|marking|mark(?:ed)?|serv(?:e|es|ed|ing)\s(?:an?|his|her|out)|"
    r"brings?\san\send\sto|first\son\s(?:an?)|what\s(?:was|had\sbeen)\san?|conclu\w+(?!\san?\s)|finish\w*|terminat\w+|sever\w*|anniversary)\s(?:\w+\s){0,2}$",
    re.IGNORECASE,
)
_GONE_AFTER = re.compile(
    r"^\W{0,2}(?:still\s)?(?:left|remaining|to\srun(?!\sout)|into\s(?:its|their|his|her|the|a)|after(?!\s\w+ing\b)|after\s(?:announc|launch|join|becom|start|tak)ing|on\sfrom)\b|"
    r"^\W?of\s(?:its|their|his|her|the|a)\s(?:[\w-]+\s){0,2}?\w+\s(?:remaining|left|still\sto|to\s(?:run|go)|outstanding)\b|"
    r"^\W{0,2}(?:[\w-]+\s){0,3}(?:ago|history|anniversary|ban|sentence|veteran|span|career|absence|wait|in\s(?:a\srow|charge)|prison|run\s(?:as|with)|"
    r"stint|reign|lease|of\scollaboration|of\sworking|of\shistory|of\ssupport|of\spartnership|of\ssponsor\w+|loan|old|earlier|later|before|rule|funding|plan)\b",
    re.IGNORECASE,
)
# "After six years as its sponsor", "Acme's ten-year association with the club is over".
_AFTER = re.compile(r"\b(?:after|following)\s$", re.IGNORECASE)
# "Their five-year partnership is being extended": the length is that of the one before.
_IS_EXTENDED = re.compile(
    rf"^\W?(?:[\w-]+\s){{0,3}}?{_DEALS}\b[^.;,]{{0,50}}?\s(?:is|are|has|have|had|was|were|will|to)\s(?:(?:been|be|being|now|also)\s){{0,2}}"
    r"(?:extended|prolonged|renewed|lengthened)\b",
    re.IGNORECASE,
)
# "was due to run for another two seasons" counts what was left of it.
_WAS_LEFT = re.compile(
    r"\b(?:was|were|been)\s(?:due|set|supposed|meant|scheduled)\sto\s(?:run|last|continue)\s$", re.IGNORECASE
)
# "A further two-year extension is possible"
_MAY_BE = re.compile(
    r"^[^,;.]{0,40}\s(?:is|are|would\sbe|may\sbe|remains?)\s(?:\w+\s)?(?:possible|an\soption|optional|conceivable|on\sthe\stable)\b"
)
# "Acme, a sponsor of the club ⟨for 12 years⟩, has signed up for three more"
_HAS_BEEN_ONE = re.compile(
    r",\s(?:an?|the|its|their)\s(?:[\w-]+\s){0,3}(?:sponsor|partner|backer|supporter)\s(?:of|to|with|at)\s[^,;.]{2,50}\s(?:for\s(?:the\spast\s)?)?$"
)
_IS_OVER = re.compile(
    r"^\W?(?:[\w-]+\s){0,2}?(?:association|relationship|partnership|sponsorship|involvement|backing|support|alliance|tie-up|link-up|run|stay|tenure|reign|spell|stint|connection)\b"
    r"[^.;,]{0,50}?\s(?:(?:is|was|are)\s(?:now\s)?(?:over|at\san\send|ending)|(?:has|have|had)\s(?:\w+\s)?(?:ended|finished|concluded)|"
    r"(?:has\s|had\s)?c[ao]mes?\sto\s(?:an\send|a\sclose)|(?:is|are)\s(?:coming|drawing)\sto\s(?:an\send|a\sclose))\b",
    re.IGNORECASE,
)
# A "season-long sponsor" is one of all that a season brings, however many there are.
_A_YEAR_LONG = re.compile(
    rf"\b(?:year|season|12-month)-long(?!\s(?:(?!to\s)[\w-]+\s){{0,2}}(?:sponsor|partner)s?\b)(?=\s(?:[\w£$€.,'’/-]+\s){{0,4}}{_DEALS})",
    re.IGNORECASE,
)
# What each of them counts. To ask that first spares most sentences the dear expressions.
_UNITS = sign("year|season|month|summer|winter|decade|campaign|edition|annual|20")
_NEXT = re.compile(r"\b(?:next|coming|following)\b", re.IGNORECASE)
_MINIMUM_YEARS, _MAXIMUM_YEARS = 0.5, 50.0


def _count(found: re.Match[str]) -> float | None:
    counted = found["count"] or found["count2"]
    words, half = re.subn(r"[\s-]and[\s-]a[\s-]half$", "", counted.lower())
    number = (float(_NUMBERS[words]) if words in _NUMBERS else float(words)) + 0.5 * half
    years = number / 12 if found["unit"].lower().startswith("month") else number
    return round(years, 2) if _MINIMUM_YEARS <= years <= _MAXIMUM_YEARS else None


def find_years(body: str) -> list[Reading]:
    """Return the lengths of deals: "three-year deal", "for the next five years"; not what has already elapsed."""
    words = small(body)
    if not _UNITS(words):
        return []
    readings = [Reading("years", found.start(), found.end(), 1.0) for found in _A_YEAR_LONG.finditer(body)]
    for found in _YEARS_OF.finditer(body):
        before = body[max(0, found.start() - 40) : found.start()]
        been = body.startswith(",", found.end()) and _HAS_BEEN_ONE.search(body[: found.start()])
        if been or _OPTIONS.match(found["after"]):
            continue
        if (years := _count(found)) and not _is_elapsed(before, found["after"]) and not OPTION.search(before):
            readings.append(Reading("years", found.start(), found.end(), years))
    readings += [
        Reading("years", found.start("count"), found.end(), years)
        for pattern in (_TERM_IS, _LONG, _INSTALMENTS)
        for found in pattern.finditer(body)
        if (years := _count(found))
    ]
    readings += [
        Reading("years", found.start("years"), found.end("years"), 1.0)
        for found in _BY_A_YEAR.finditer(body)
        if not OPTION.search(body[max(0, found.start() - 40) : found.start("years")])
    ]
    for found in _DECADE.finditer(body) if "decade" in words else ():
        before = body[max(0, found.start() - 40) : found.start()]
        gone = _AFTER.search(before) or _IS_OVER.match(found["after"]) or _GONE.search(before)
        if not (gone or _GONE_AFTER.search(found["after"]) or OPTION.search(before)):
            years = 5.0 if found["half"] or found["half2"] else 10.0
            readings.append(Reading("years", found.start(), found.start("after"), years))
    readings += [
        Reading("years", found.start(), found.end(), 10.0 * _NUMBERS[found["count"].lower()])
        for found in (_DECADES.finditer(body) if "decades" in words else ())
    ]
    readings += [
        Reading("years", found.start(), found.end(), years)
        for found in _PERIOD.finditer(body)
        if (years := _count(found)) and _looks_ahead(body, found)
    ]
    readings += [
        Reading("years", found.start(), found.end(), years)
        for found in _MORE.finditer(body)
        if (years := _count(found)) and _is_to_come(body, found)
    ]
    readings += [
        Reading("years", found.start("count"), found.end(), years)
        for found in (_SO_MANY_MORE.finditer(body) if " more" in words else ())
        if (years := _count(found))
        and not OPTION.search(body[max(0, found.start("count") - 40) : found.start("count")])
    ]
    readings += [
        Reading("years", found.start(), found.end("unit"), years)
        for found in _EDITIONS.finditer(body)
        if (years := _count(found)) == int(found["last"]) - int(found["first"]) + 1
    ]
    return first_of_overlapping(readings)


# "four editions of the race, from 2031 to 2034", "three regattas, 2031 through 2033": one a year, as the years say.
_EDITIONS = re.compile(
    rf"\b(?P<count>{_COUNT})\s(?:[\w-]+\s)?(?P<unit>[a-z]{{3,12}}s)\b[^.;\d]{{0,50}}\s(?P<first>20\d\d)(?:\s(?:to|until|through|and)\s|\s?[-–—]\s?)(?P<last>20\d\d)\b",
    re.IGNORECASE,
)


def _is_elapsed(before: str, after: str) -> bool:
    """Whether "ten-year" between these words is no deal's length, or that of one that has run."""
    at_a_price = re.match(r"^\s?at\s(?:\w+\s){0,2}[£$€₹\d]", after)  # "ten years at £1m a year"
    if not at_a_price and not re.search(
        rf"^\W{{0,2}}(?:(?!(?:we|they|he|she|it)\s)[\w£$€.,'’/-]+\s){{0,5}}{_DEALS}", after, re.IGNORECASE
    ):
        return True
    if _IS_OVER.match(after) or _IS_EXTENDED.match(after) or _MAY_BE.match(after):
        return True
    return any(gone.search(before) for gone in (_AFTER, _AFTER_SOME_OF, _GONE)) or bool(_GONE_AFTER.search(after))


def _is_to_come(body: str, found: re.Match[str]) -> bool:
    """Whether "two more years" are what a deal is given, and not what is left of it or might be added."""
    before, after = body[max(0, found.start() - 40) : found.start()], body[found.end() : found.end() + 40]
    return not (
        OPTION.search(before) or _WAS_LEFT.search(before) or _GONE.search(before) or _GONE_AFTER.search(after)
    )


def _looks_ahead(body: str, found: re.Match[str]) -> bool:
    """Whether a period is of time to come: "for four years" may be, "over two years of collaboration" is not."""
    before, after = body[max(0, found.start() - 40) : found.start()], body[found.end() : found.end() + 40]
    lead = found["lead"].lower()
    loose = lead == "over" and not found["hedge"]
    if _WAS_LEFT.search(before) or OPTION.search(before):
        return False
    if after.startswith(",") and _HAS_BEEN_ONE.search(body[: found.start()]):
        return False
    if _GONE_AFTER.search(after.lstrip()) and not _NEXT.search(found["hedge"] or ""):
        return False
    if (loose and re.match(r"\sof\s", after)) or (lead.endswith(" of") and _GONE.search(before)):
        return False
    return lead != "by" or bool(re.search(r"(?:exten|renew|prolong|lengthen)\w*[^.]{0,90}$", body[: found.start()]))
