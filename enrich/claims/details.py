"""When a deal was announced, starts and ends, and for how long it runs: the readings that are said of it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from enrich.claims.announced import find_announced
from enrich.claims.calendar import find_day, find_ends_by, find_sport, find_starts_by, has_time
from enrich.claims.dates import find_dates
from enrich.claims.facts import Facts
from enrich.claims.lengths import find_years
from enrich.claims.passages import Passage
from enrich.claims.terms import Reading, find_ends, find_starts
from enrich.claims.timing import force
from enrich.text import Text
from records.record import EntityKind, Evidence, Term


def find_readings(text: Text, passages: Sequence[Passage]) -> dict[int, list[Reading]]:
    """Return the lengths and dates the passages tell, whosever they are, by the order of each that has any."""
    day = find_day(text, find_dates)
    sport = find_sport(text.body)
    found: dict[int, list[Reading]] = {}
    for passage in passages:
        words = "" if passage.is_title else passage.words
        starts, ends = find_starts(words), find_ends(words)
        if day is not None and has_time(words):
            starts += find_starts_by(words, day, sport)
            ends += find_ends_by(words, day, sport)
        if readings := [*find_years(words), *starts, *ends]:
            found[passage.order] = readings
    return found


def _best(
    passages: Sequence[Passage], readings: Mapping[int, list[Reading]], facts: Facts, number: int, kind: str
) -> tuple[Passage, Reading] | None:
    """Return the surest reading of `kind` for pair `number`, the earliest of those equally sure."""
    best: tuple[float, Passage, Reading] | None = None
    for passage in passages:
        for reading in readings.get(passage.order, ()):
            if facts.ends[number] and _takes_effect(passage, reading):
                reading = replace(reading, kind="end")
            sure = force(passage, reading, facts, number) if reading.kind == kind else 0.0
            if sure > 0 and (best is None or sure > best[0]):
                best = (sure, passage, reading)
    return (best[1], best[2]) if best else None


_EFFECT = re.compile(r"(?:takes?\seffect|taking\seffect|effective|comes?\sinto\s(?:effect|force))\b", re.IGNORECASE)


def _takes_effect(passage: Passage, reading: Reading) -> bool:
    """Whether a date is that at which something takes effect: of a deal that is over, its end."""
    return reading.kind == "start" and _EFFECT.match(passage.words, reading.start) is not None


def find_term(
    text: Text, passages: Sequence[Passage], readings: Mapping[int, list[Reading]], facts: Facts, number: int
) -> tuple[Term, list[Evidence]]:
    """Return when pair `number` was announced, starts and ends and for how long, with the words that say so."""
    evidence: list[Evidence] = []
    values: dict[str, Any] = {}
    for field in ("years", "start", "end"):
        best = _best(passages, readings, facts, number, field)
        if best is None:
            continue
        passage, reading = best
        values[field] = reading.value
        evidence.append(passage.evidence(f"term.{field}", reading.start, reading.end))
        if field == "end":
            values.update(precision=reading.precision, basis="derived" if reading.derived else "stated")
    if "end" not in values and number == 0 and facts.starts[0] and not facts.is_background[0]:
        headlined = _headlined(passages, facts)
        if headlined is not None:
            values.update(end=headlined[0], precision="year", basis="stated")
            evidence.append(headlined[1])
    if not values and facts.starts[number] and not facts.is_background[number]:
        edition = _edition(passages, facts, number)
        if edition is not None:
            values["start"] = edition[0]
            evidence.append(edition[1])
    announced = find_announced(text, passages) if number == 0 else None
    if announced:
        values["announced_on"] = announced[0]
        evidence.append(announced[1])
    if values.get("start") and values.get("end") and values["end"] < values["start"][: len(values["end"])]:
        values.pop("end")
        evidence = [one for one in evidence if one.field != "term.end"]
    return Term(**values), evidence


def _headlined(passages: Sequence[Passage], facts: Facts) -> tuple[str, Evidence] | None:
    """Return the year until which the headline has a party of the first deal sign, where the story names it, too.

    "Rovers with Acme until 2034" stands over a story of "the next three Games: 2026, 2030 and 2034".
    """
    parties = facts.family(0)[0] | facts.family(0)[1]
    titles = [p for p in passages if p.is_title and any(m.entity in parties for m in p.mentions)]
    years = {str(one.value) for title in titles for one in find_ends(title.words) if one.precision == "year"}
    for passage in passages if years else ():
        for found in () if passage.is_title else _YEAR_IN.finditer(passage.words):
            if found[1] in years and facts.covers(passage, *found.span(), 0):
                return found[1], passage.evidence("term.end", *found.span())
    return None


_SEVERAL = re.compile(r"\b(?:multi-?year|long-term|ongoing|annual)\b", re.IGNORECASE)
_YEAR_BEFORE = re.compile(r"\b(20\d\d)\s$")
_YEAR_AFTER = re.compile(r"\s(20\d\d)\b(?![-–/]\d)")
_YEAR_IN = re.compile(r"(?<!\d)(20\d\d)(?!\d)")


def _edition(passages: Sequence[Passage], facts: Facts, number: int) -> tuple[str, Evidence] | None:
    """Return the year of the one edition of an event that is sponsored: "title sponsor of the 2031 Harbour Run"."""
    published = facts.text.published_at
    tied = [p for p in passages if not p.is_title and facts.owners.ties(p, number)]
    if any(_SEVERAL.search(passage.words) for passage in tied):
        return None
    for passage in tied:
        for m in passage.mentions:
            if m.entity not in facts.family(number)[1] or facts.entities[m.entity].kind is not EntityKind.EVENT:
                continue
            words = passage.words
            year = (
                _YEAR_IN.search(words, m.start, m.end)
                or _YEAR_AFTER.match(words, m.end)
                or _YEAR_BEFORE.search(words[: m.start])
            )
            if year and (published is None or published.year <= int(year[1]) <= published.year + 2):
                return year[1], passage.evidence("term.start", *year.span(1))
    return None
