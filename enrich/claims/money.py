"""Sums of money as newspapers write them: "£3m-a-year", "Rs 60-80 crore", "between $30 and $40 million"."""

import re
from collections import Counter
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from enrich.claims.currencies import AFTER, BEFORE, SAID_AFTER, of_name, of_sign, said_after
from records.record import ValueBasis


@dataclass(frozen=True)
class Sum:
    """A sum: `low` and `high` in units of `currency` (equal unless it is a range), and what it is counted over.

    `start` to `end` holds the amount, its scale and its currency; `converted` says that it repeats the sum before
    it in another currency: "$42.6 million (€32m)".
    """

    start: int
    end: int
    low: float
    high: float
    currency: str | None
    basis: ValueBasis
    converted: bool = False
    single_event: bool = False  # counted by the match, the race or the month, for which there is no basis


_SCALES = {
    "k": 1e3, "thousand": 1e3, "lakh": 1e5, "lakhs": 1e5, "lac": 1e5, "lacs": 1e5, "m": 1e6, "mn": 1e6, "mln": 1e6,
    "mil": 1e6, "mio": 1e6, "mm": 1e6,
    "million": 1e6, "millions": 1e6, "cr": 1e7, "crs": 1e7, "crore": 1e7, "crores": 1e7,
    "b": 1e9, "bn": 1e9, "bln": 1e9, "billion": 1e9, "billions": 1e9, "tn": 1e12, "trillion": 1e12,
}  # fmt: skip

_ONES = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19,
}  # fmt: skip
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_PARTS = {
    "half a": 0.5, "half": 0.5, "a half": 0.5, "a quarter of a": 0.25, "quarter of a": 0.25,
    "three quarters of a": 0.75, "a": 1.0, "a hundred": 100.0, "hundred": 100.0,
}  # fmt: skip

# "R2 500 000" and "R1,5 million" are how South Africa writes them.
_NUMBER = (
    r"\d{1,3}(?:,\d{2,3}){1,5}(?:\.\d{1,4})?|\d{1,3}(?:\s\d{3}){1,3}(?![\d,.])|\d{1,3},\d{1,2}(?=[\s-]?[mb](?:illion|n)?\b)|"
    r"\d{1,15}(?:\.\d{1,4})?"
)
_SCALE = (
    r"(?i:thousand|lakhs?|lacs?|crores?|crs?\b\.?|millions?|mln|mio|mil\b|mn|mm|m|billions?|bln|bn|b|trillion|tn|k)"
)
_OR_MORE = r"(?:\+|-plus|-odd)?"
_RANGE = r"(?:\s?[-–—]\s?|\s(?:to|and|or)\s)"
_BETWEEN = re.compile(r"\bbetween\s(?:\w+\s)?$", re.IGNORECASE)

# An upper and a lower case M are both a million after a currency sign; the boundary keeps "£5 men" out.
_AMOUNT = rf"(?:{_NUMBER})(?:[\s-]?{_SCALE}(?![A-Za-z]))?"
_COUNT = rf"(?:(?:{'|'.join(_TENS)})(?:-(?:{'|'.join(_ONES)}))?|{'|'.join(sorted(_ONES, key=len, reverse=True))})"
_COUNTED = (
    rf"(?:{_COUNT}[\s-]hundred|{_COUNT}(?:[\s-]and[\s-]a[\s-]half)?|"
    rf"{'|'.join(part.replace(' ', '[ -]') for part in sorted(_PARTS, key=len, reverse=True))})"
)
_WORDED = rf"{_COUNTED}[\s-]{_SCALE}"


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    signs = "|".join(
        re.escape(sign) for sign in sorted(BEFORE, key=len, reverse=True) if sign not in ("R", "N", "P")
    )
    # "R50m" is rand, "N50,000" naira, "P5m" pesos; a bare "R2" is a road
    signs += rf"|[RNP](?=\d[\d.,]{{0,9}}[\s-]?{_SCALE}\b|\d{{1,3}}(?:[,\s]\d{{3}})+\b)"
    sign = rf"(?<![A-Za-z0-9$€£])(?P<sign>{signs})"
    second = rf"(?:{_RANGE}(?:{signs})?\s?(?P<second>{_AMOUNT}))?"
    before = re.compile(rf"{sign}\s?(?P<first>{_AMOUNT}){second}{_OR_MORE}")
    names = "|".join(f"(?P<c{index}>{name})" for index, name in enumerate(AFTER))
    after = re.compile(
        rf"(?<![\w.,$€£-])(?P<first>{_AMOUNT}|{_WORDED}|{_COUNTED}(?={_RANGE}{_WORDED}))"
        rf"(?:{_RANGE}(?P<second>{_AMOUNT}|{_WORDED}))?"
        rf"{_OR_MORE}[\s-](?:of\s)?(?:{names})\b",
        re.IGNORECASE,
    )
    return before, after


# "£300,000 for each of the next three seasons"
_EACH_OF = r"each\sof\s(?:the|its|their|those|these)\s(?:(?:next|coming)\s)?(?:\w+\s)?"
_PER_YEAR = rf"{_EACH_OF}years|(?:a|per|each|every)[\s-](?:year|annum)|/\s?(?:year|yr)|annually|yearly|p\.?a\b\.?"
_PER_SEASON = rf"{_EACH_OF}(?:seasons|campaigns)|(?:a|per|each|every)[\s-](?:season|campaign)|/\s?season"
_PER_CYCLE = r"(?:a|per|each|every)[\s-](?:(?:\w+[\s-])?cycle|quadrennium)"
_OTHER_PERIOD = (
    r"(?:a|per|each|every)[\s-](?:month|week|day|match|game|race|head|person|ticket|share|hour|night|night)"
)
_BASIS_AFTER = re.compile(
    rf"(?:\+|-plus)?(?:\s?\((?:[^()]{{1,40}})\))?[\s,-]{{1,2}}(?:(?:for|in)\s)?"
    rf"(?:(?P<year>{_PER_YEAR})|(?P<season>{_PER_SEASON})|(?P<cycle>{_PER_CYCLE})|(?P<other>{_OTHER_PERIOD}))",
    re.IGNORECASE,
)
_TOTAL_AFTER = re.compile(
    r"(?:\s?\([^()]{1,40}\))?,?\s(?:in total|in all\b|overall|all told"
    r"|for the (?:whole|entire|full) (?:period|term|deal|contract)"
    r"|over (?:the |its |their )?(?:next |course |life |lifetime |lifespan |term |duration |length |period )?"
    r"(?:of (?:the |its )?)?(?:\w+[\s-])?(?:\w+\s)?(?:years?|seasons?|deal|contract|agreement|term|period)"
    r"|(?:across|for) (?:the )?(?:\w+\s)?(?:years|seasons)|over (?:its|the|their) (?:lifetime|lifespan|duration))"
    r"|\s(?:in|into|to|for|towards|on)\s(?:[\w’'&.-]+\s){1,8}?(?:over|across)\s(?:the\s)?(?:next\s)?[\w-]+\s(?:years|seasons)"
    r"|\s(?:[\w-]+\s){1,3}(?:over|across)\s(?:the\s)?(?:next\s)?[\w-]+\s(?:years|seasons)"
    r"|\s(?:in|over|by|across)\s(?:[\w-]+\s){0,2}?(?:annual|yearly|equal)\s(?:instal?lments|payments|tranches)",
    re.IGNORECASE,
)
_IN_ALL_AFTER = re.compile(r",?\s(?:in total|in all\b|overall|all told)", re.IGNORECASE)
_TOTAL_BEFORE = re.compile(
    r"\b(?:a total of|totals?|totall?ing|in total|worth a total|combined|"
    r"total (?:value|worth|sum|cost|package|outlay)\b[^.;]{0,30}|"
    r"(?:over|during|across) (?:the|its|their|all) (?:\w+ )?(?:years|seasons)\b[^.;]{0,50}|"
    r"(?:over|during) the (?:life|lifetime|course|term|duration|length) of (?:the|its|their) \w+,?\b[^.;]{0,40})"
    r"\s(?:about |around |nearly )?$",
    re.IGNORECASE,
)
_YEAR_BEFORE = re.compile(
    r"\b(?:annual|yearly|annually|per-year|a year|every year|each year)\s(?:\w+\s){0,5}$", re.IGNORECASE
)
_YEAR_DEAL_AFTER = re.compile(r"(?:\+|-plus)?[\s-](?:annual|yearly|per-year|per-annum|annually)\b", re.IGNORECASE)
_DEAL_OF_YEARS = re.compile(
    r"\b(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty)[\s-](?:year|season)s?\b[\w\s,'-]{0,40}"
    r"(?:worth|valued at|for|of)\s(?:\w+\s){0,3}$|"
    r"\b(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty)[\s-](?:year|season),?\s$",
    re.IGNORECASE,
)
_YEARS_DEAL_AFTER = re.compile(
    r"(?:\s?\([^()]{1,40}\))?,?[\s-](?:(?:and\s)?(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty))[\s-]year\b",
    re.IGNORECASE,
)


def _amount(words: str) -> tuple[float, str | None]:
    """Return the number of "1,234.5m" or "two million" and the scale word, None where there is none."""
    found = re.match(rf"({_NUMBER})(?:[\s-]?({_SCALE}))?$", words, re.IGNORECASE)
    if found:
        scale = (found[2] or "").rstrip(".").lower()
        decimal = re.fullmatch(r"\d+,\d{1,2}", found[1])
        return float(found[1].replace(",", ".") if decimal else re.sub(r"[,\s]", "", found[1])), scale or None
    number, _, scale = re.sub(r"[\s-]+", " ", words.lower()).rpartition(" ")
    if scale in _SCALES:
        return _count(number), scale
    return _count(f"{number} {scale}".strip()), None


def _count(words: str) -> float:
    """Return the number of "twenty five", "two hundred", "three and a half"."""
    if words in _PARTS:
        return _PARTS[words]
    whole = words.removesuffix(" and a half").removesuffix(" hundred")
    count = float(sum(_TENS.get(word) or _ONES[word] for word in whole.split()))
    return count * 100 if words.endswith("hundred") else count + (0.5 if words.endswith("half") else 0.0)


def _basis(body: str, start: int, end: int) -> ValueBasis:
    """Return what the sum at `start` to `end` is counted over; a sum per match or week is `unknown`."""
    after, before = body[end : end + 90], body[max(0, start - 70) : start]
    if found := _BASIS_AFTER.match(after):
        if found["year"]:
            return ValueBasis.PER_YEAR
        if found["season"]:
            return ValueBasis.PER_SEASON
        return ValueBasis.PER_CYCLE if found["cycle"] else ValueBasis.UNKNOWN
    if _IN_ALL_AFTER.match(after):
        return ValueBasis.TOTAL
    if _YEAR_DEAL_AFTER.match(after) or _YEAR_BEFORE.search(before):
        return ValueBasis.PER_YEAR
    totals = (_TOTAL_AFTER.match(after), _TOTAL_BEFORE.search(before), _DEAL_OF_YEARS.search(before))
    if any(totals) or _YEARS_DEAL_AFTER.match(after):
        return ValueBasis.TOTAL
    return ValueBasis.UNKNOWN


# "goes up from £1m to £2m": what it was and what it is.
_FROM = re.compile(
    r"\b(?:up|down|ris\w+|rose|increas\w+|grow\w*|grew|jump\w*|climb\w*|fall\w*|fell|reduc\w+|goes|going|went|rais\w+|cut\w*|lift\w*|"
    r"doubl\w+|trebl\w+|tripl\w+|improv\w+)\b[^;.]{0,50}\b(?:from|by)\s$",
    re.IGNORECASE,
)


_UNSCALED = 1000  # what is written out in full takes no scale from the other end of its range


def _sum(body: str, found: re.Match[str], currency: str | None) -> Sum:
    if found["second"] and _FROM.search(body[max(0, found.start() - 60) : found.start()]):
        amount, scale = _amount(found["second"])
        amount *= _SCALES.get(scale or _amount(found["first"])[1] or "", 1.0)
        start = re.search(r"\S*$", body[: found.start("second")])
        at = start.start() if start else found.start("second")
        basis = _basis(body, at, found.end())
        if basis is ValueBasis.UNKNOWN:  # "doubles the annual fee from £1m to £2m"
            basis = _basis(body, found.start(), found.end())
        return Sum(at, found.end(), amount, amount, currency, basis)
    low, scale = _amount(found["first"])
    high, high_scale = _amount(found["second"]) if found["second"] else (low, scale)
    shared = high_scale if low < _UNSCALED else None  # "€5 to €6m", but "€800,000 to €1m"
    low *= _SCALES.get(scale or shared or "", 1.0)
    high *= _SCALES.get(high_scale or scale or "", 1.0)
    end = found.end()
    if high < low:  # "£5m to 2 clubs" is no range
        end, high = found.end("first"), low
    counted = _BASIS_AFTER.match(body[end : end + 90])
    single = bool(counted and counted["other"])
    return Sum(found.start(), end, low, high, currency, _basis(body, found.start(), end), single_event=single)


def _one_or_two(body: str, found: re.Match[str], countries: Counter[str]) -> list[Sum]:
    """Return the sum or the range found, or both of two that only an "and" joins: "£600,000 and £2m in kit"."""
    said = SAID_AFTER.match(body, found.end()) if found["sign"] == "$" else None
    if said is not None:
        one = _sum(body, found, said_after(said["whose"]))
        return [replace(one, end=said.end(), basis=_basis(body, one.start, said.end()))]
    currency = of_sign(found["sign"], countries)
    joint = re.search(r"\sand\s", found.group())
    if joint is None or _BETWEEN.search(body[max(0, found.start() - 20) : found.start()]):
        return [_sum(body, found, currency)]
    ends = (found.end("first"), found.end())
    starts = (found.start(), found.start() + joint.end())
    second = body[starts[1] : found.start("second")].strip()
    signs = (currency, of_sign(second, countries) if second in BEFORE else None)
    both = []
    for start, end, sign, words in zip(starts, ends, signs, (found["first"], found["second"]), strict=True):
        number, scale = _amount(words)
        amount = number * _SCALES.get(scale or "", 1.0)
        if sign is not None:  # "£5m and 2 clubs"
            both.append(Sum(start, end, amount, amount, sign, _basis(body, start, end)))
    return both


# What any name of a currency has one of; to look for these first costs a tenth of looking for the names.
_NAMES = (
    "dollar|pound|sterling|euro|rupee|yen|yuan|renminbi|won|franc|dirham|riyal|rand|ringgit|kron|krón|reais|real|naira|shilling|peso|"
    "lira|rouble|ruble|korun|crown|forint|shekel|cedi|dong|zloty|złoty|baht|rupiah|taka|birr|pula|kwacha|usd|us$|eur|gbp|aud|cad|inr|chf|"
    "sek|nok|dkk|aed|jpy|zar"
).split("|")
_DIGIT = re.compile(r"\d")


def find_sums(body: str, countries: Counter[str] | None = None) -> list[Sum]:
    """Return the sums of money in `body`, in order, none inside another; a number without currency is none.

    `countries` tells whose dollars, rupees or crowns are meant (`currencies.find_countries`).
    """
    countries = Counter() if countries is None else countries
    before, after = _patterns()
    sums: list[Sum] = []
    if _DIGIT.search(body):
        sums = [one for found in before.finditer(body) for one in _one_or_two(body, found, countries)]
    lowered = body.lower()
    counted = _DIGIT.search(body) or any(
        scale in lowered for scale in ("million", "thousand", "crore", "lakh", "billion")
    )
    if counted and any(name in lowered for name in _NAMES):
        taken = [(one.start, one.end) for one in sums]
        meanings = list(AFTER.values())
        for found in after.finditer(body):
            if not any(start < found.end() and found.start() < end for start, end in taken):
                index = next(i for i in range(len(meanings)) if found[f"c{i}"])
                sums.append(_sum(body, found, of_name(meanings[index], countries)))
    return _mark_totals(body, _mark_converted(body, sorted(sums, key=lambda one: one.start)))


# "£48m, or about £16m a season": what is said again by the season was the whole.
_OR = re.compile(r"[^.;]{0,60}\bor\s(?:about\s|around\s|some\s|roughly\s|nearly\s)?")
_BY_TIME = (ValueBasis.PER_YEAR, ValueBasis.PER_SEASON)


def _mark_totals(body: str, sums: list[Sum]) -> list[Sum]:
    """Return the sums, each that the next one divides by year or season as a total."""
    marked = list(sums)
    for n, (one, after) in enumerate(pairwise(sums)):
        again = one.basis is ValueBasis.UNKNOWN and after.basis in _BY_TIME and one.low > after.low
        if again and one.currency == after.currency and _OR.fullmatch(body[one.end : after.start]):
            marked[n] = replace(one, basis=ValueBasis.TOTAL)
    return marked


def _mark_converted(body: str, sums: list[Sum]) -> list[Sum]:
    """Mark a sum directly after one in another currency, in brackets or after a comma, as that one converted."""
    marked: list[Sum] = []
    for one in sums:
        last = marked[-1] if marked else None
        between = body[last.end : one.start] if last else ""
        converted = bool(
            last
            and last.currency != one.currency
            and re.fullmatch(
                r"(?:\s?(?:[a-z-]{1,8}\s[a-z]{1,7}\s|-a-year\s)?[(\[/]|(?:\s(?:a|per)\s[a-z]{4,6})?,\s(?:or\s)?|\sor\s)"
                r"(?:(?:about|around|roughly|some|or|nearly)\s)?",
                between,
            )
        )
        basis = last.basis if last and converted and one.basis is ValueBasis.UNKNOWN else one.basis
        marked.append(replace(one, basis=basis, converted=converted))
    return marked
